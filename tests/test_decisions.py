"""decisions.toml: what an editor decided is followed, and what fits nothing is reported."""

import json
import random
import re
from hashlib import sha256
from pathlib import Path

import pytest
from calling import files, run
from invented_page import page_of

from converter import classify as classify_module
from converter.check import check
from converter.choices import CHOOSABLE, DECIDED, FIXED, as_decided, choices
from converter.decision_toml import read_decisions
from converter.decision_writing import add, block, remove
from converter.decisions import Beginnings, Decision
from converter.lines import Line, LineKind, View
from converter.many_guesses import Guesses
from converter.pages import TextSection, read
from converter.pipeline import convert, passes
from converter.problems import Problem, Refused
from converter.report import SHOWN, Report
from converter.settings import Settings

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((PROJECT / "examples").rglob("*.txt"))
TEXT = """\
We lay at the pilot house until four and watched the harbour lights go out.
The pilot house of Port Amsel burned down in 1941.
Ole Vik had seen the ferry come in.

Page 12

The Harbour Board met at noon.
He was silent.
Anna Brandt asked for the tariff.
He was silent.
[The tariff was never found.
It may have burned.]
We went home."""


class Folder:
    """A folder with one saved page and, beside it, decisions."""

    def __init__(self, path: Path, text: str = TEXT) -> None:
        self.path, self.page, self.file = path, path / "3-june.txt", path / "decisions.toml"
        path.mkdir(parents=True, exist_ok=True)
        self.save(text)

    def save(self, text: str) -> None:
        self.page.write_text(page_of(text), "utf-8")

    @property
    def section(self) -> TextSection:
        return read(self.page.read_bytes(), "3-june.txt").sections[0]

    def write(self, line: str, kind: str, /, **keys: object) -> None:
        """One more decision; ``keys`` are added or take the place of the usual ones."""
        said = {"page": "3-june.txt", "section": self.section.sha256, "line": line, "kind": kind}
        rows = [f"{key} = {json.dumps(value)}" for key, value in {**said, **keys}.items()]
        self.append("\n".join(["[[decision]]", *rows, ""]))

    def append(self, text: str) -> None:
        with self.file.open("a", encoding="utf-8", newline="") as file:
            file.write(text)

    def lines(self) -> dict[str, Line]:
        """The lines of the page as it is classified with the decisions, by their texts."""
        products = passes(
            self.page.read_bytes(), "3-june.txt", Settings(), "", read_decisions(self.file)
        )
        return {line.text: line for line in products.lines[0].claimed.lines}

    def problems(self) -> list[Problem]:
        """What is wrong with the decisions, by themselves and on the page."""
        decisions = read_decisions(self.file)
        products = convert(self.page.read_bytes(), "3-june.txt", None, "", decisions)
        found = [*decisions.problems, *products.problems]
        return [problem for problem in found if problem.place.path == str(self.file)]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "pages")


def messages(talk: str) -> list[str]:
    return re.findall(r"\S+: (?:error|warning|notice): .*(?:\n    .*)*", talk)


# ---------------------------------------------------------------- following


def test_a_line_is_of_the_kind_that_was_decided(folder: Folder) -> None:
    folder.write("The pilot house of Port Amsel", "note")
    folder.write("Anna Brandt asked", "list item")
    lines = folder.lines()
    note = lines["The pilot house of Port Amsel burned down in 1941."]
    assert (note.kind, note.rule, note.confidence) == (LineKind.NOTE, DECIDED, 1.0)
    assert lines["Anna Brandt asked for the tariff."].kind is LineKind.ITEM
    assert folder.problems() == []


def test_what_comes_after_follows_from_a_decision(folder: Folder) -> None:
    folder.write("The pilot house of Port Amsel", "note")
    after = "Ole Vik had seen the ferry come in."
    as_note = folder.lines()[after]
    folder.file.unlink()
    folder.write("The pilot house of Port Amsel", "paragraph")
    as_paragraph = folder.lines()[after]
    assert (as_note.kind, as_note.rule) != (as_paragraph.kind, as_paragraph.rule)


def test_of_lines_that_begin_alike_occurrence_says_which(folder: Folder) -> None:
    folder.write("He was silent.", "list item", occurrence=2)
    products = passes(
        folder.page.read_bytes(), "x.txt", Settings(), "", read_decisions(folder.file)
    )
    silent = [x for x in products.lines[0].claimed.lines if x.text == "He was silent."]
    assert [line.rule == DECIDED for line in silent] == [False, True]
    assert folder.problems() == []


def test_white_space_in_a_line_runs_as_one_space(folder: Folder) -> None:
    folder.save("Ole\u00a0Vik   had seen\tthe ferry.\nWe went home.")
    folder.write("Ole Vik  had seen the", "list item")
    assert folder.lines()["Ole\u00a0Vik   had seen\tthe ferry."].kind is LineKind.ITEM


def test_half_a_word_is_not_the_beginning_of_a_line(folder: Folder) -> None:
    folder.write("Anna Bran", "note")
    assert [problem.code for problem in folder.problems()] == ["decision-unmatched"]


def test_a_decision_that_says_what_is_guessed_anyway_makes_it_certain(folder: Folder) -> None:
    text = "Ole Vik had seen the ferry come in."
    folder.append("")
    guessed = folder.lines()[text]
    folder.write("Ole Vik had seen", guessed.kind.value)
    assert folder.lines()[text].kind is guessed.kind
    assert folder.lines()[text].confidence == 1.0


def test_a_line_that_closes_the_commentary_goes_on_closing_it(folder: Folder) -> None:
    folder.write("It may have burned.]", "paragraph")
    line = folder.lines()["It may have burned.]"]
    assert (line.kind, line.closes) == (LineKind.PARAGRAPH, True)
    assert folder.problems() == []


# ---------------------------------------------------------------- what fits no line


def test_a_decision_that_fits_no_line_of_its_text_is_reported_at_its_place(folder: Folder) -> None:
    folder.append("# by hand\n")
    folder.write("A line that is not there", "note")
    (problem,) = folder.problems()
    assert str(problem) == (
        f"{folder.file}:5:1: warning: the decision on 'A line that is not there' fits no line: "
        "no line of the text begins so [decision-unmatched]\n"
        '    line = "A line that is not there"\n'
        "    ^\n"
        "    hint: decide the line again with converter review, and remove this decision"
    )


def test_an_occurrence_beyond_the_last_is_reported(folder: Folder) -> None:
    folder.write("He was silent.", "note", occurrence=3)
    (problem,) = folder.problems()
    assert problem.code == "decision-unmatched"
    assert "only 2 of the text begin so" in problem.message


def test_a_decision_that_could_mean_several_lines_is_reported_and_not_used(folder: Folder) -> None:
    folder.write("He was", "note")
    assert [problem.code for problem in folder.problems()] == ["decision-ambiguous"]
    assert folder.lines()["He was silent."].rule != DECIDED


def test_of_two_decisions_on_one_line_the_later_holds_and_the_earlier_is_named(
    folder: Folder,
) -> None:
    folder.write("Anna Brandt", "note")
    folder.write("Anna Brandt asked for the tariff.", "list item")
    (problem,) = folder.problems()
    assert (problem.code, problem.place.line) == ("decision-twice", 4)
    assert "line 9" in problem.message
    assert folder.lines()["Anna Brandt asked for the tariff."].kind is LineKind.ITEM


@pytest.mark.parametrize(
    ("line", "kind", "code"),
    [
        ("Anna Brandt", "head", "decision-cannot-stand"),
        ("We lay at", "note goes on", "decision-cannot-stand"),
        ("It may have", "signature", "decision-cannot-stand"),
        ("Page 12", "note", "decision-on-a-mark"),
        ("[The tariff", "note", "decision-on-a-mark"),
    ],
)
def test_a_kind_that_a_line_cannot_have_is_reported_and_not_used(
    folder: Folder, line: str, kind: str, code: str
) -> None:
    folder.write(line, kind)
    assert [problem.code for problem in folder.problems()] == [code]
    assert all(found.rule != DECIDED for found in folder.lines().values())


@pytest.mark.parametrize("page", EXAMPLES[::4], ids=lambda page: page.stem)
def test_whatever_an_editor_may_decide_leaves_a_page_whole_and_valid(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(page.name)
    decided = []

    def at_random(line: Line, kind: LineKind | None, view: View) -> Line:
        kind = dice.choice(choices(view.last, view.opening, view.commentary))
        decided.append(kind)
        return as_decided(line, kind, view)

    monkeypatch.setattr(classify_module, "as_decided", at_random)
    products = passes(page.read_bytes(), page.name, Settings())
    assert [str(problem) for problem in check(products.page, products.tree)] == []
    assert decided


def test_every_kind_but_the_marks_of_the_page_can_be_decided_somewhere() -> None:
    lasts = [None, *(Line(1, "", kind, "", 1.0) for kind in LineKind)]
    somewhere = {kind for last in lasts for kind in choices(last, opening=True, commentary=False)}
    assert somewhere == set(CHOOSABLE) == set(LineKind) - set(FIXED)


# ---------------------------------------------------------------- reading the file


@pytest.mark.parametrize(
    ("change", "code", "hint"),
    [
        ({"knid": "note"}, "decision-unknown-key", "did you mean 'kind'?"),
        ({"zzz": 1}, "decision-unknown-key", "known keys: page, section"),
        ({"kind": "notes"}, "decision-unknown-kind", "did you mean 'note'?"),
        ({"kind": "page mark"}, "decision-unknown-kind", "the kinds are: head"),
        ({"kind": 3}, "decision-wrong-value", "write a kind of line"),
        ({"section": "abc"}, "decision-wrong-value", "64 hexadecimal digits"),
        ({"line": "  "}, "decision-wrong-value", "the first words of the line"),
        ({"occurrence": 0}, "decision-wrong-value", "a number from 1"),
        ({"occurrence": True}, "decision-wrong-value", "a number from 1"),
        ({"page": 12}, "decision-wrong-value", "the name of the saved page"),
    ],
)
def test_a_mistake_in_one_decision_is_told_with_its_line_and_the_others_hold(
    folder: Folder, change: dict[str, object], code: str, hint: str
) -> None:
    folder.write("Anna Brandt", "list item")
    folder.write("He was silent.", "note", **{"occurrence": 1, **change})
    folder.write("We went home.", "list item")
    (problem,) = folder.problems()
    assert (problem.code, problem.is_error) == (code, True)
    assert problem.printed.startswith(next(iter(change)))
    assert problem.printed == folder.file.read_text("utf-8").split("\n")[problem.place.line - 1]
    assert hint in problem.hint
    assert folder.lines()["Anna Brandt asked for the tariff."].kind is LineKind.ITEM
    assert folder.lines()["We went home."].kind is LineKind.ITEM


@pytest.mark.parametrize("key", ["section", "line", "kind"])
def test_a_decision_that_lacks_something_is_told_where_it_begins(folder: Folder, key: str) -> None:
    folder.write("Anna Brandt", "note")
    kept = [
        line
        for line in folder.file.read_text("utf-8").splitlines(keepends=True)
        if not line.startswith(key)
    ]
    folder.file.write_text("".join(kept), "utf-8")
    (problem,) = read_decisions(folder.file).problems
    assert (problem.code, problem.place.line) == ("decision-incomplete", 1)
    assert f"'{key}'" in problem.message


def test_what_is_no_decision_is_named_and_the_decisions_hold(folder: Folder) -> None:
    folder.append('title = "The harbour"\n')
    folder.write("Anna Brandt", "list item")
    folder.append('[[decisions]]\nline = "x"\n')
    problems = folder.problems()
    assert [p.code for p in problems] == ["decision-unknown-key"] * 2
    assert [p.place.line for p in problems] == [1, 7]
    assert folder.lines()["Anna Brandt asked for the tariff."].kind is LineKind.ITEM


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[[decision]\n", 1, 11),
        ('[[decision]]\nline = "x\n', 2, 10),
        ("\n[decision]\nline = 1\n", 2, 1),
        ("decision = 3\n", 1, 1),
        ('decision = [{ line = "x" }]\n', 1, 1),
        ('[[decision]]\npage = """\n[[decision]]\n"""\n', 1, 1),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_place(
    folder: Folder, text: str, line: int, column: int
) -> None:
    folder.append(text)
    with pytest.raises(Refused) as refused:
        read_decisions(folder.file)
    place = refused.value.problem.place
    assert refused.value.problem.code == "decisions-unreadable"
    assert (place.path, place.line, place.column) == (str(folder.file), line, column)


def test_a_file_in_another_encoding_is_refused_with_its_line(folder: Folder) -> None:
    folder.file.write_bytes("# заметка\n# мост\n".encode("cp1251"))
    with pytest.raises(Refused) as refused:
        read_decisions(folder.file)
    assert refused.value.problem.code == "decisions-unreadable"
    assert refused.value.problem.place.line == 1


@pytest.mark.parametrize("command", ["build", "convert", "inspect", "review"])
def test_every_command_refuses_a_file_that_cannot_be_read_once(
    folder: Folder, command: str
) -> None:
    folder.append("[[decision]\n")
    options: dict[str, list[object]] = {
        "build": ["-o", folder.path.parent / "out"],
        "review": ["--list"],
    }
    more = options.get(command, [])
    answer = run(command, folder.page, *more)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert len(messages(answer.stderr)) == 1
    assert "[decisions-unreadable]" in answer.stderr
    assert list(files(folder.path.parent)) == ["pages/3-june.txt", "pages/decisions.toml"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_saved_with_a_byte_order_mark_or_other_line_ends_is_read(
    folder: Folder, ending: str
) -> None:
    folder.write("Anna Brandt", "list item")
    text = "\ufeff" + folder.file.read_text("utf-8")
    folder.file.write_bytes(text.replace("\n", ending).encode())
    assert folder.lines()["Anna Brandt asked for the tariff."].kind is LineKind.ITEM
    assert folder.problems() == []


# ---------------------------------------------------------------- writing the file

DECISION = Decision("3-june.txt", "0" * 64, "Anna Brandt asked", LineKind.NOTE, 2)


def test_a_new_file_begins_with_its_explanation(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    add(path, DECISION)
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    assert all(kind.value in " ".join(text.split("\n# ")) for kind in CHOOSABLE)
    assert text.endswith(block(DECISION))
    assert read_decisions(path).entries == (DECISION,)


@pytest.mark.parametrize(
    "before",
    [
        "# mine\n\n[[decision]]  # first\n"
        f'line = "a"  # why\nkind = "note"\nsection = "{"1" * 64}"\n# last words\n',
        f'[[decision]]\r\nline = "a"\r\nkind = "note"\r\nsection = "{"1" * 64}"\r\n\r\n# x\r\n',
        "\ufeff# only a remark\n",
    ],
)
def test_adding_and_taking_out_leave_every_byte_of_the_users_own(
    tmp_path: Path, before: str
) -> None:
    path = tmp_path / "decisions.toml"
    path.write_bytes(before.encode())
    add(path, DECISION)
    between = path.read_bytes().decode()
    assert between.startswith(before)
    assert between.count("\n") == between.count("\r\n") or "\r" not in between
    remove(path, DECISION)
    assert path.read_bytes().decode() == before


def test_of_equal_decisions_the_last_is_taken_out_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text("# one\n" + block(DECISION) + "\n# two\n" + block(DECISION) + "# three\n")
    remove(path, DECISION)
    assert path.read_text() == "# one\n" + block(DECISION) + "\n# two\n# three\n"
    remove(path, Decision("", "2" * 64, "x", LineKind.NOTE))
    assert read_decisions(path).entries == (DECISION,)


def test_a_last_line_without_its_end_is_ended_before_a_decision_is_added(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text("# mine")
    add(path, DECISION)
    assert path.read_text() == "# mine\n\n" + block(DECISION)


def test_a_decision_is_written_to_the_file_behind_a_link(tmp_path: Path) -> None:
    path, real = tmp_path / "decisions.toml", tmp_path / "real.toml"
    real.write_text("# mine\n")
    path.symlink_to(real)
    add(path, DECISION)
    assert path.is_symlink()
    assert read_decisions(real).entries == (DECISION,)


@pytest.mark.parametrize("text", ['„“ "quoted"', "back\\slash", "tab\tin", "\x7f", "Ё ☃ 𝄞", "# x"])
def test_whatever_stands_in_a_line_can_be_written_and_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "decisions.toml"
    add(path, Decision(text, "0" * 64, " ".join(text.split()), LineKind.NOTE))
    (read_back,) = read_decisions(path).entries
    assert (read_back.page, read_back.line) == (text, " ".join(text.split()))


@pytest.mark.parametrize("text", [TEXT, "x " * 200, "x" * 300, "a\nab\na b\n\u00a0a\nA\na"])
def test_every_line_is_found_again_by_the_words_it_is_named_with(tmp_path: Path, text: str) -> None:
    section = Folder(tmp_path, text).section
    beginnings = Beginnings.of(section)
    visible = [line for line in section.lines if not line.blank]
    assert len(visible) > 1
    for line in visible:
        named = beginnings.decision("p", line.number, line.text, LineKind.NOTE)
        found = beginnings.beginning(named.line)
        assert found[max(named.occurrence - 1, 0)] == line.number
        assert (len(found) > 1) == bool(named.occurrence)
        assert len(named.line) <= 80 or " " not in named.line


# ---------------------------------------------------------------- the commands


def build(folder: Folder, *more: object) -> tuple[int, str, dict[str, object]]:
    out = folder.path.parent / "out"
    answer = run("build", folder.path, "-o", out, *more)
    return answer.exit_code, answer.stderr, json.loads((out / "report.json").read_bytes())


def test_a_build_counts_the_decisions_it_applied_and_names_their_file_as_a_source(
    folder: Folder,
) -> None:
    folder.write("The pilot house", "note")
    folder.write("We went home.", "list item")
    status, talk, report = build(folder)
    out = folder.path.parent / "out"
    assert status == 0
    assert report["decided"] == 2
    assert "2 decisions of the editor applied" in talk
    assert "2 decisions of the editor applied" in (out / "report.txt").read_text("utf-8")
    (tei,) = (out / "tei").rglob("*1937*.xml")
    assert "<item" in tei.read_text("utf-8")
    sources = json.loads((out / "manifest.json").read_bytes())["sources"]
    digest = sha256(folder.file.read_bytes()).hexdigest()
    assert sources["decisions.toml"] == {"sha256": digest}


def test_decisions_on_a_file_that_was_changed_by_hand_do_not_count_as_applied(
    folder: Folder,
) -> None:
    build(folder)
    (tei,) = (folder.path.parent / "out" / "tei").rglob("*1937*.xml")
    tei.write_text(tei.read_text("utf-8").replace("went home", "went to sea"), "utf-8")
    folder.write("We went home.", "list item")
    assert build(folder)[2]["decided"] == 0
    assert build(folder, "--overwrite")[2]["decided"] == 1


def test_a_page_whose_text_has_changed_since_it_was_decided_is_reported(folder: Folder) -> None:
    folder.write("Anna Brandt", "note")
    folder.save(TEXT.replace("We went home.", "We went to sea."))
    for command in (["build", folder.path], ["build", folder.page], ["convert", folder.page]):
        answer = run(*command, "-o", folder.path.parent / f"out-{command[0]}", "--overwrite")
        assert answer.exit_code == 0
        (message,) = messages(answer.stderr)
        assert "the text of 3-june.txt is another one now [decision-unmatched]" in message
    assert run("convert", folder.page, "--strict").exit_code == 1


def test_a_decision_on_a_page_that_is_not_asked_for_is_left_in_peace(folder: Folder) -> None:
    folder.write("Anna Brandt", "note", page="4-june.txt", section="0" * 64)
    assert messages(run("convert", folder.page).stderr) == []
    (message,) = messages(build(folder)[1])
    assert "no page here has this text [decision-unmatched]" in message


def test_a_decision_on_a_page_that_is_refused_is_left_in_peace(folder: Folder) -> None:
    folder.write("Anna Brandt", "note")
    folder.page.write_text(page_of(TEXT).replace("Document Details", ""), "utf-8")
    (folder.path / "other.txt").write_text(page_of("We sailed.", title="Other"), "utf-8")
    _, talk, report = build(folder)
    assert report["refused"] == 1
    assert "decisions.toml" not in talk


def test_decisions_above_the_folder_of_the_pages_are_reported_not_passed_over(
    folder: Folder,
) -> None:
    folder.write("Anna Brandt", "note")
    folder.file.rename(folder.path.parent / "decisions.toml")
    answer = run("build", folder.path.parent, "-o", folder.path.parent.parent / "out")
    assert "no page here has this text [decision-unmatched]" in answer.stderr


def test_a_decision_holds_for_a_page_under_another_name(folder: Folder) -> None:
    folder.write("Anna Brandt", "list item")
    folder.page.rename(folder.path / "renamed.txt")
    _, talk, report = build(folder)
    assert report["decided"] == 1
    assert messages(talk) == []


def test_a_decision_on_a_text_of_two_pages_holds_for_both_and_is_reported_once(
    folder: Folder,
) -> None:
    other = page_of(TEXT, date="1937 Jun 4")
    (folder.path / "other.txt").write_text(other, "utf-8")
    folder.write("Anna Brandt", "list item")
    folder.write("A line that is not there", "note")
    _, talk, report = build(folder)
    assert report["decided"] == 2
    assert talk.count("[decision-unmatched]") == 1


def test_decisions_that_lie_elsewhere_are_named_and_take_the_place_of_those_beside_the_pages(
    folder: Folder,
) -> None:
    folder.write("Anna Brandt", "note")
    elsewhere = Folder(folder.path.parent / "elsewhere")
    elsewhere.write("We went home.", "list item")
    named = ["--decisions", elsewhere.file]
    for answer in (run("inspect", folder.page, *named), run("convert", folder.page, *named)):
        assert answer.exit_code == 0
        assert answer.stderr == ""
    lines = [x for x in run("inspect", folder.page, *named).stdout.split("\n") if DECIDED in x]
    assert [line.rpartition("  ")[2] for line in lines] == ["We went home."]
    assert build(folder, *named)[2]["decided"] == 1


@pytest.mark.parametrize("command", ["build", "convert", "inspect"])
def test_decisions_that_are_named_but_not_there_are_an_error(folder: Folder, command: str) -> None:
    answer = run(command, folder.page, "--decisions", folder.path / "none.toml")
    assert answer.exit_code == 2
    assert "none.toml: error: the file cannot be read" in answer.stderr


def test_inspecting_a_page_tells_what_is_wrong_with_its_decisions(folder: Folder) -> None:
    folder.write("A line that is not there", "note")
    folder.write("Anna Brandt", "notes")
    answer = run("inspect", folder.page)
    assert answer.exit_code == 0
    codes = re.findall(r"\[([\w-]+)\]$", answer.stderr, re.MULTILINE)
    assert codes == ["decision-unknown-kind", "decision-unmatched"]


def test_mistakes_in_decisions_make_the_exit_status_1(folder: Folder) -> None:
    folder.write("Anna Brandt", "notes")
    assert build(folder)[0] == 1
    assert run("convert", folder.page).exit_code == 1


# ---------------------------------------------------------------- the report


def test_every_guess_of_the_report_has_the_decision_that_settles_it(folder: Folder) -> None:
    _, _, report = build(folder)
    guesses = report["decisions"]
    assert isinstance(guesses, list)
    assert guesses
    folder.append("\n".join(guess["decision"] for guess in guesses))
    status, talk, settled = build(folder)
    assert status == 0
    assert messages(talk) == []
    assert settled["decided"] == len(guesses)
    places = {(guess["path"], guess["line"]) for guess in guesses}
    left = settled["decisions"]
    assert isinstance(left, list)
    assert places.isdisjoint((guess["path"], guess["line"]) for guess in left)


def test_the_report_leads_to_the_review_and_shows_no_endless_list(folder: Folder) -> None:
    from converter.guesses import Guess

    many = tuple(Guess("a.txt", n, f"line {n}", "rule", "note", "", 0.5) for n in range(SHOWN + 3))
    text = "\n".join(Report(decisions=Guesses.of(many)).lines()).split("\n")
    assert any("converter review" in line for line in text)
    assert sum(line.startswith("    line ") for line in text) == SHOWN
    assert "3 more, which are more certain, are in report.json" in text
    few = list(Report(decisions=Guesses.of(many[:SHOWN])).lines())
    assert not any("report.json" in line for line in few)
    assert not any("converter review" in line for line in Report().lines())
