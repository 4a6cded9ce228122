"""The form of a message: place, severity, what is there, the printed line with a caret, a hint."""

from pathlib import Path

import pytest

from converter.kinds import KINDS, Kind
from converter.problems import WIDTH, Place, Problem, Refused, Severity, visible


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of each severity, whatever the program's own table says today."""
    monkeypatch.setitem(KINDS, "odd-page", Kind("warning", "page {page} is odd", "look at {page}"))
    monkeypatch.setitem(KINDS, "no-text", Kind("error", "the page holds no text", ""))
    monkeypatch.setitem(KINDS, "seen-before", Kind("notice", "the text is that of {other}", ""))


def printed_with_caret(line: str, column: int) -> tuple[str, str]:
    """The excerpt and the caret's line of a message, without the indent."""
    lines = list(Problem("no-text", Place("a.txt", 1, column), line).lines())
    assert all(part.startswith("    ") for part in lines[1:])
    return lines[1][4:], lines[2][4:]


def test_a_message_has_place_severity_words_code_line_caret_and_hint() -> None:
    problem = Problem("odd-page", Place("diary/may.txt", 478, 6), "Page 970", {"page": 970})
    assert str(problem) == (
        "diary/may.txt:478:6: warning: page 970 is odd [odd-page]\n"
        "    Page 970\n"
        "         ^\n"
        "    hint: look at 970"
    )


def test_a_message_without_a_line_or_a_hint_is_one_line() -> None:
    assert str(Problem("no-text", Place("may.txt"))) == (
        "may.txt: error: the page holds no text [no-text]"
    )


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("a.txt"), "a.txt"),
        (Place("a.txt", 3), "a.txt:3"),
        (Place("a.txt", 3, 1), "a.txt:3:1"),
    ],
)
def test_an_unknown_line_or_column_is_not_printed(place: Place, shown: str) -> None:
    assert str(place) == shown


def test_a_line_whose_column_is_unknown_has_no_caret() -> None:
    lines = list(Problem("no-text", Place("a.txt", 9), "Some line").lines())
    assert lines == ["a.txt:9: error: the page holds no text [no-text]", "    Some line"]


@pytest.mark.parametrize("column", [1, 2, 9])
def test_the_caret_stands_under_its_character(column: int) -> None:
    line, caret = printed_with_caret("A drowned bell", column)
    assert line == "A drowned bell"
    assert caret == " " * (column - 1) + "^"


@pytest.mark.parametrize("length", [WIDTH, WIDTH + 1, 400, 5000])
def test_of_a_long_line_only_the_part_around_the_caret_is_shown(length: int) -> None:
    long = "".join(chr(ord("a") + n % 26) for n in range(length))
    for column in {1, 2, 50, WIDTH - 8, WIDTH - 7, WIDTH, length // 2, length - 1, length}:
        line, caret = printed_with_caret(long, column)
        assert len(line) <= WIDTH + 2
        assert line[caret.index("^")] == long[column - 1]


def test_a_cut_line_says_at_which_end_it_was_cut() -> None:
    long = "x" * 400
    assert printed_with_caret(long, 1)[0] == "x" * WIDTH + "…"
    assert printed_with_caret(long, 200)[0] == "…" + "x" * WIDTH + "…"
    assert printed_with_caret(long, 400)[0].startswith("…")
    assert not printed_with_caret(long, 400)[0].endswith("…")


@pytest.mark.parametrize("length", [3, 300])
def test_a_column_behind_the_end_points_behind_the_last_character(length: int) -> None:
    line, caret = printed_with_caret("x" * length, length + 200)
    assert caret.index("^") == len(line)


def test_a_control_character_is_shown_as_its_code_point_and_the_caret_still_fits() -> None:
    line, caret = printed_with_caret("red\x1b[31m bell\x07 tower", 16)
    assert line == "red<U+001B>[31m bell<U+0007> tower"
    assert line[caret.index("^") :] == "tower"


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ufeff"])
def test_what_a_terminal_would_obey_is_neutralised_everywhere(hidden: str) -> None:
    problem = Problem("odd-page", Place(f"a{hidden}.txt", 1, 1), f"x{hidden}y", {"page": hidden})
    assert hidden not in str(problem)
    assert str(problem).count(f"<U+{ord(hidden):04X}>") == 4


def test_a_line_end_in_a_file_name_cannot_forge_a_second_message() -> None:
    problem = Problem("no-text", Place("a\nb.txt: error: [no-text]"))
    assert len(str(problem).splitlines()) == 1


def test_russian_letters_and_typographic_quotes_stay_as_they_are() -> None:
    text = "«Отдых» – he said “rest” … №"
    assert visible(text) == text


def test_a_stress_mark_does_not_move_the_caret() -> None:
    line, caret = printed_with_caret("за\u0301мок стоит", 8)
    assert line == "за\u0301мок стоит"
    assert len(caret) == len("замок с")


def test_a_wide_character_takes_two_columns() -> None:
    assert printed_with_caret("\u4e2d\u6587 bell", 4)[1] == " " * 5 + "^"


def test_severities_are_ordered_so_that_the_worst_can_be_found() -> None:
    assert Severity.NOTICE < Severity.WARNING < Severity.ERROR
    assert Problem("odd-page", Place("a")).severity is Severity.WARNING
    assert Problem("seen-before", Place("a")).severity is Severity.NOTICE


def test_braces_in_the_facts_are_only_text() -> None:
    problem = Problem("odd-page", Place("a.txt"), facts={"page": "{code} {0} {"})
    assert problem.message == "page {code} {0} { is odd"


def test_a_problem_as_data_says_the_same_in_plain_values() -> None:
    problem = Problem("odd-page", Place("a.txt", 2, 3), "printed", {"page": "12"})
    assert problem.as_data() == {
        "path": "a.txt",
        "line": 2,
        "column": 3,
        "severity": "warning",
        "code": "odd-page",
        "message": "page 12 is odd",
        "hint": "look at 12",
    }


def test_a_refusal_carries_its_problem_and_reads_as_its_message() -> None:
    problem = Problem("no-text", Place(str(Path("a.txt"))))
    refused = Refused(problem)
    assert refused.problem is problem
    assert str(refused) == str(problem)
