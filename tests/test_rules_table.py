"""The tables that `converter rules` prints: of the rules, and of the signs with their weights."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from calling import run
from rich.cells import cell_len

from converter import signs_table
from converter.citations.grammar import RULES as CITATION_RULES
from converter.citations.shelfmark_forms import FORMS
from converter.evidence import ANCHORS, SIGNS
from converter.evidence.sequence import READINGS
from converter.evidence.sign import AnchorSign, Sign
from converter.evidence.weights import WeightTable, shipped
from converter.line_rules import RULES
from converter.lines import Reading

R = Reading
ROWS: tuple[Sign | AnchorSign, ...] = (*SIGNS, *ANCHORS)
NIGHT = Path(__file__).resolve().parent.parent / "examples" / "diary" / "28 September, night.txt"


def row(**weights: float) -> tuple[float, ...]:
    """The weights of a value, by their readings: ``note_goes_on=1.0``."""
    return tuple(weights.get(reading.value.replace(" ", "_"), 0.0) for reading in READINGS)


TABLE = WeightTable(
    about="",
    signs={
        "says I": {"yes": row(note=-1.5, title_note=-1.4)},
        "length": {str(number): row(note=number / 10) for number in range(1, 10)},
    },
    anchors={"under the title": {"source": row(title_note=6.0), "words": row(begins=0.5)}},
    words={"first: Cf": row(note=1.0)},
    transitions=(),
)


def printed(table: WeightTable, capsys: pytest.CaptureFixture[str]) -> list[str]:
    signs_table.print_table(table)
    return capsys.readouterr().out.splitlines()


def below(name: str, lines: list[str]) -> list[str]:
    """The rows of one sign, without its name."""
    rest = lines[lines.index(name) + 1 :]
    return rest[: rest.index("") if "" in rest else None]


def test_the_rules_are_printed_where_no_signs_are_asked_for() -> None:
    answer = run("rules")
    assert answer.exit_code == 0
    assert all(f"{rule.name} → " in answer.stdout for rule in RULES)
    assert "Signs of a line" not in answer.stdout


def test_every_sign_is_printed_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    answer = run("rules", "--signs")
    assert answer.exit_code == 0
    assert answer.stderr == ""
    lines = answer.stdout.splitlines()
    for sign in ROWS:
        assert below(sign.name, lines)[0] == f"    because {sign.because}"


def test_the_signs_are_data_where_json_is_asked_for() -> None:
    answer = run("rules", "--signs", "--format", "json")
    data = json.loads(answer.stdout)
    assert answer.exit_code == 0
    assert [sign["name"] for sign in data] == [sign.name for sign in ROWS]
    assert {sign["of"] for sign in data} == {"line", "text before"}
    assert all(sign["because"] and sign["yes"] for sign in data)
    cites = next(sign for sign in data if sign["name"] == "opens as notes do")
    (value,) = cites["values"]
    assert value["value"] == "yes"
    assert list(value["weights"]) == [reading.value for reading in READINGS]
    assert list(value["weights"].values()) == list(shipped().signs["opens as notes do"]["yes"])


def test_pages_and_signs_together_are_refused_with_the_reason() -> None:
    answer = run("rules", "--signs", NIGHT)
    assert answer.exit_code == 2
    assert "--signs takes no pages" in answer.stderr


@pytest.mark.parametrize("columns", [24, 40, 80])
def test_the_table_of_signs_fits_the_terminal(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("rules", "--signs").stdout.splitlines()
    assert max(map(cell_len, lines)) <= columns
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_pipe_gets_no_colours() -> None:
    assert "\x1b" not in run("rules", "--signs").stdout


def test_colours_tell_for_and_against_on_a_terminal_unless_they_are_unwanted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    signs_table.print_table(TABLE)
    coloured = capsys.readouterr().out
    assert "\x1b[31m-1.5" in coloured
    assert "\x1b[32m+6.0" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    signs_table.print_table(TABLE)
    assert "\x1b[3" not in capsys.readouterr().out


# ---------------------------------------------------------------- weights


def test_a_weight_tells_how_much_more_speaks_for_a_note_than_for_running_text() -> None:
    assert signs_table.leaning(row(note=2.0)) == (R.NOTE, 2.0)
    assert signs_table.leaning(row(begins=1.5, goes_on=1.5)) == (R.NOTE, -1.5)


def test_what_only_parts_paragraphs_hardly_speaks_against_a_note() -> None:
    _, weight = signs_table.leaning(row(begins=1.0, goes_on=-1.0))
    assert -0.5 < weight < 0


def test_another_kind_of_note_is_named_where_it_weighs_far_more() -> None:
    assert signs_table.leaning(row(title_note=6.0, note=1.0))[0] is R.TITLE_NOTE
    assert signs_table.leaning(row(note_goes_on=3.0))[0] is R.NOTE_GOES_ON
    assert signs_table.leaning(row(title_note=3.0, note=2.5))[0] is R.NOTE


def test_values_are_printed_strongest_first_and_the_rest_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = printed(TABLE, capsys)
    assert below("says I", lines)[-1] == "    yes -1.5"
    assert below("length", lines)[-1] == (
        "    9 +0.9; 8 +0.8; 7 +0.7; 6 +0.6; 5 +0.5; 4 +0.4; 3 more"
    )
    assert below("under the title", lines)[-1] == "    source +6.0 (title note); words -0.3"


def test_a_sign_without_weights_is_said_to_weigh_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert below("year", printed(TABLE, capsys))[-1] == "    weighs nothing yet"


def test_a_weight_next_to_nothing_has_no_minus(capsys: pytest.CaptureFixture[str]) -> None:
    light = replace(TABLE, signs={"year": {"yes": row(note=-0.04)}})
    assert below("year", printed(light, capsys))[-1] == "    yes +0.0"


def test_the_words_that_weigh_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert "have weights too: 1." in " ".join(printed(TABLE, capsys))


def test_the_rules_of_citations_are_printed_with_their_reasons_and_examples() -> None:
    answer = run("rules", "--citations")
    assert answer.exit_code == 0
    assert answer.stderr == ""
    lines = answer.stdout.splitlines()
    for rule in CITATION_RULES:
        at = next(i for i, line in enumerate(lines) if line.startswith(f"{rule.name} → "))
        assert lines[at + 1] == f"    because {rule.because}"
        assert lines[at + 2] == f"    yes: {rule.yes[0]}"


def test_the_rules_of_citations_are_data_where_json_is_asked_for() -> None:
    data = json.loads(run("rules", "--citations", "--format", "json").stdout)
    rules, forms = [rule.name for rule in CITATION_RULES], [form.name for form in FORMS]
    assert [row["name"] for row in data] == [*rules, *forms]
    assert {row["finds"] for row in data} >= {"archival", "book", "newspaper", "shelfmark"}
    assert all(row["because"] and row["yes"] and row["no"] for row in data)


@pytest.mark.parametrize("other", ["--signs", NIGHT])
def test_the_rules_of_citations_go_with_no_pages_and_no_signs(other: str | Path) -> None:
    answer = run("rules", "--citations", other)
    assert answer.exit_code == 2
    assert "--citations takes no pages and no --signs" in answer.stderr
