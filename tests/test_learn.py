"""converter learn: an edition's own weights, from its pages and what its editor decided."""

import builtins
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from calling import documents_of, run
from invented_page import page_of

from converter.choices import DECIDED
from converter.decision_files import find_decisions
from converter.decision_writing import add
from converter.decisions import Beginnings
from converter.learning.adapting import METHOD, Method, adapted, examples_of, teachable, unread
from converter.learning.learned_file import untouched
from converter.learning.lessons import Lesson, lessons_of
from converter.lines import Line, LineKind, Reading
from converter.pages import read
from converter.pipeline import passes
from converter.review import ReviewedPage
from converter.settings import Settings
from converter.sources import PAGES, find
from converter.weights_in_use import WeightsInUse, read_in_use

R = Reading
SHIPS = ["Gull", "Gannet", "Fulmar", "Petrel", "Eider", "Smew", "Osprey", "Curlew", "Plover", "Dun"]
PLACES = ["quay", "mole", "lock", "dock", "pier", "slip", "ferry", "tower", "yard", "basin"]
PILOTS = ["Vik", "Brandt", "Holm", "Aasen", "Lund", "Moe", "Berg", "Dahl", "Ruud", "Sand"]
AS_BEFORE = "begins"  # how the lines of the log are read before anything is decided


def log_line(i: int) -> str:
    """A line of the pilots' log, which only an editor knows to be a note."""
    return f"Log: {SHIPS[i]} made fast at the {PLACES[i]} under pilot {PILOTS[i]} that evening."


def text_of_day(i: int) -> str:
    j = (3 * i + 1) % 10
    return (
        f"I walked to the {PLACES[j]} in the morning and waited for Ole {PILOTS[j]} to come.\n"
        f"The Harbour Board had nothing to say to us about the {PLACES[i]} or the tariff.\n"
        f"In the afternoon I wrote letters to Anna {PILOTS[i]} and went home over the bridge.\n"
        f"{log_line(i)}"
    )


class Diary:
    """A folder of saved pages in each of which stands a line of the log."""

    def __init__(self, path: Path) -> None:
        self.path, self.weights = path, path / "weights.json"
        self.pages = [path / f"1937-06-{i + 1:02}.txt" for i in range(10)]
        path.mkdir(parents=True)
        for i, page in enumerate(self.pages):
            date = f"1937 Jun {i + 1}"
            page.write_text(page_of(text_of_day(i), title=f"{i + 1} June", date=date), "utf-8")

    def decide(self, i: int, kind: LineKind, text: str = "") -> None:
        """The line of the log of a day, or another line of it, is of a kind."""
        (section, *_) = read(self.pages[i].read_bytes(), self.pages[i].name).sections
        line = next(x for x in section.lines if x.text == (text or log_line(i)))
        beginnings = Beginnings.of(section)
        decision = beginnings.decision(self.pages[i].name, line.number, line.text, kind)
        add(self.path / "decisions.toml", decision)

    def lines(self, i: int) -> dict[str, Line]:
        """The lines of a day as a build would read them, with the weights it would use."""
        table = read_in_use(self.weights).table if self.weights.exists() else None
        decisions = find_decisions([self.path], find([self.path], PAGES).sources)
        page = self.pages[i]
        made = passes(page.read_bytes(), str(page), Settings(), "", decisions.for_page(page), table)
        return {line.text: line for line in made.lines[0].claimed.lines}

    def kind(self, i: int) -> LineKind:
        return self.lines(i)[log_line(i)].kind

    def lessons(self) -> list[Lesson]:
        decisions = find_decisions([self.path], find([self.path], PAGES).sources)
        return [
            lesson
            for page in self.pages
            for lesson in lessons_of(
                ReviewedPage(page.name, page, read(page.read_bytes(), page.name)),
                decisions.for_page(page),
                Settings(),
                WeightsInUse().table,
            )[0]
        ]

    def about(self) -> str:
        return str(json.loads(self.weights.read_bytes())["about"])


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary(tmp_path / "diary")


@pytest.fixture
def taught(diary: Diary) -> Diary:
    """A diary of which seven lines of the log are decided to be notes, and learned from."""
    for i in range(7):
        diary.decide(i, LineKind.NOTE)
    assert run("learn", diary.path).exit_code == 0
    return diary


# ---------------------------------------------------------------- what is learned


def test_a_line_that_nobody_decided_is_read_as_the_decided_ones_like_it(diary: Diary) -> None:
    for i in range(7):
        diary.decide(i, LineKind.NOTE)
    assert [diary.kind(i) for i in (7, 8, 9)] == [LineKind.PARAGRAPH] * 3
    assert run("learn", diary.path).exit_code == 0
    assert [diary.kind(i) for i in (7, 8, 9)] == [LineKind.NOTE] * 3


def test_what_is_no_line_of_the_log_is_read_as_before(taught: Diary) -> None:
    after = [{t: line.kind for t, line in taught.lines(i).items()} for i in range(10)]
    taught.weights.unlink()
    before = [{t: line.kind for t, line in taught.lines(i).items()} for i in range(10)]
    for i in range(10):
        del before[i][log_line(i)], after[i][log_line(i)]
    assert after == before


def test_a_decision_stands_whatever_was_learned(taught: Diary) -> None:
    taught.decide(9, LineKind.ITEM)
    taught.decide(8, LineKind.CONTINUATION)
    assert run("learn", taught.path).exit_code == 0
    for i, kind in ((9, LineKind.ITEM), (8, LineKind.CONTINUATION), (0, LineKind.NOTE)):
        line = taught.lines(i)[log_line(i)]
        assert (line.kind, line.rule, line.confidence) == (kind, DECIDED, 1.0)


def test_the_calibration_stays_that_of_the_weights_it_began_with(taught: Diary) -> None:
    start, learned = WeightsInUse().table, read_in_use(taught.weights).table
    assert learned.calibration == start.calibration
    assert (learned.note_from, learned.sure_from) == (start.note_from, start.sure_from)
    assert learned.signs != start.signs or learned.words != start.words


def test_the_same_pages_and_decisions_give_the_same_bytes(taught: Diary, tmp_path: Path) -> None:
    before = taught.weights.read_bytes()
    elsewhere = tmp_path / "elsewhere.json"
    run("learn", taught.path, "-o", elsewhere)
    assert elsewhere.read_bytes() == before
    run("learn", taught.path)
    assert taught.weights.read_bytes() == before


def test_learning_again_starts_from_the_shipped_weights_not_from_its_own(taught: Diary) -> None:
    first = taught.weights.read_bytes()
    (taught.path / "decisions.toml").unlink()
    run("learn", taught.path)
    without = taught.weights.read_bytes()
    for i in range(7):
        taught.decide(i, LineKind.NOTE)
    run("learn", taught.path)
    assert taught.weights.read_bytes() == first != without


def test_learning_starts_from_the_weights_that_are_named(taught: Diary, tmp_path: Path) -> None:
    first = tmp_path / "first.json"
    taught.weights.rename(first)
    (taught.path / "decisions.toml").unlink()
    run("learn", taught.path)
    assert taught.about().startswith(
        "learned by converter learn from 10 documents and 0 decisions, from the shipped weights"
    )
    assert taught.kind(9) is LineKind.PARAGRAPH
    run("learn", taught.path, "--weights", first)
    assert taught.about().startswith(
        "learned by converter learn from 10 documents and 0 decisions, from first.json"
    )
    assert taught.kind(9) is LineKind.NOTE


# ---------------------------------------------------------------- what is known


def test_a_decided_line_teaches_and_what_the_page_settles_does_not(diary: Diary) -> None:
    diary.decide(0, LineKind.NOTE)
    lesson = diary.lessons()[0]
    assert lesson.decided == {4: R.NOTE}
    assert 0 in lesson.fixed
    verdicts = lesson.judged(WeightsInUse().table)
    known, decided = examples_of(unread(lesson), lesson, verdicts, METHOD)
    assert known.readings[4] is R.NOTE
    assert (decided.fixed[4], decided.weight) == (False, METHOD.of_decided)
    assert [at for at, reading in enumerate(decided.readings) if reading] == [0, 4]


def test_lines_that_are_not_certain_are_left_open(diary: Diary) -> None:
    lesson = diary.lessons()[0]
    verdicts = lesson.judged(WeightsInUse().table)
    for certain in (0.0, 0.99, 1.1):
        method = Method(certain_note=certain, certain_text=certain)
        (example,) = examples_of(unread(lesson), lesson, verdicts, method)
        assert [reading is not None for reading in example.readings] == [
            verdict.probability >= certain for verdict in verdicts
        ]


def test_a_note_decided_straight_under_the_title_teaches_as_a_note_on_the_title(
    diary: Diary,
) -> None:
    first, second, *_ = text_of_day(0).split("\n")
    for line, kind, lesson_of_it in (
        (first, LineKind.NOTE, {1: R.TITLE_NOTE}),
        (first, LineKind.CONTINUATION, {}),
        (first, LineKind.PARAGRAPH, {1: R.BEGINS}),
        (second, LineKind.NOTE, {2: R.NOTE}),
    ):
        diary.decide(0, kind, line)
        lesson = diary.lessons()[0]
        assert teachable(lesson, lesson.judged(WeightsInUse().table)) == lesson_of_it
        (diary.path / "decisions.toml").unlink()


def test_a_decision_that_cannot_stand_teaches_nothing_and_is_reported(diary: Diary) -> None:
    diary.decide(0, LineKind.HEAD)
    assert not any(lesson.decided for lesson in diary.lessons())
    answer = run("learn", diary.path)
    assert "[decision-cannot-stand]" in answer.stderr
    assert "0 decisions of the editor" in answer.stderr
    assert answer.exit_code == 0


def test_pages_without_any_text_teach_nothing(tmp_path: Path) -> None:
    start = WeightsInUse().table
    assert adapted([], start) == (start, [])


def test_a_text_that_was_saved_twice_is_learned_from_once(taught: Diary) -> None:
    before = taught.weights.read_bytes()
    (taught.path / "twice.txt").write_bytes(taught.pages[0].read_bytes())
    run("learn", taught.path)
    assert taught.weights.read_bytes() == before


# ---------------------------------------------------------------- what is said


def test_learning_says_what_it_did(diary: Diary) -> None:
    for i in range(7):
        diary.decide(i, LineKind.NOTE)
    answer = run("learn", diary.path)
    first, *changes, last = answer.stderr.strip().split("\n")
    said = "10 documents, 7 decisions of the editor: 3 lines read otherwise than before"
    assert re.fullmatch(re.escape(said) + r" \(\d+ s\)", first)
    numbers = [diary.lines(i)[log_line(i)].number for i in (7, 8, 9)]
    assert changes == [
        f"    {diary.pages[i].name}:{n}: {AS_BEFORE}, now note: {log_line(i)}"[:100]
        for i, n in zip((7, 8, 9), numbers, strict=True)
    ]
    assert last == f"{diary.weights} is written; converter build uses it"
    assert answer.stdout == ""


def test_of_many_lines_the_first_are_named(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.commands.learn.NAMED", 1)
    for i in range(7):
        diary.decide(i, LineKind.NOTE)
    said = run("learn", diary.path).stderr.split("\n")
    assert sum(line.startswith("    1937-") for line in said) == 1
    assert "    and 2 more" in said


def test_a_build_uses_what_was_learned_and_its_report_says_so(taught: Diary) -> None:
    out = taught.path.parent / "out"
    assert run("build", taught.path, "-o", out).exit_code == 0
    report = json.loads((out / "report.json").read_bytes())
    assert report["weights"] == {"file": "weights.json", "about": taught.about()}
    documents = documents_of(out)
    assert sum(path.read_text("utf-8").count("<note") for path in documents) == 10


# ---------------------------------------------------------------- the file


def test_the_weights_are_written_beside_the_settings_in_use(diary: Diary, tmp_path: Path) -> None:
    settings = tmp_path / "settings" / "edition.toml"
    settings.parent.mkdir()
    settings.write_text('language = "en"\n')
    run("learn", diary.path, "--edition", settings)
    assert (settings.parent / "weights.json").is_file()
    assert not diary.weights.exists()


@pytest.mark.parametrize("change", ["made by hand", "changed by hand", "no text"])
def test_a_file_that_somebody_made_or_changed_is_kept(taught: Diary, change: str) -> None:
    learned = taught.weights.read_bytes()
    assert untouched(taught.weights)
    mine = {
        "made by hand": b'{"about": "learned by converter learn"}',
        "changed by hand": learned.replace(b'"note from": 0.', b'"note from": 0.9', 1),
        "no text": b"\xff",
    }[change]
    assert mine != learned
    taught.weights.write_bytes(mine)
    answer = run("learn", taught.path)
    assert answer.exit_code == 2
    assert "there is another file of this name; it is kept [already-there]" in answer.stderr
    assert taught.weights.read_bytes() == mine
    assert run("learn", taught.path, "--overwrite").exit_code == 0
    assert taught.weights.read_bytes() == learned


def test_where_no_page_can_be_used_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("nothing of an archive")
    answer = run("learn", tmp_path)
    assert answer.exit_code == 2
    assert not (tmp_path / "weights.json").exists()


def test_a_page_that_is_refused_is_reported_and_costs_only_itself(diary: Diary) -> None:
    (diary.path / "bad.txt").write_text("nothing of an archive")
    answer = run("learn", diary.path)
    assert answer.exit_code == 1
    assert "bad.txt:1: error:" in answer.stderr
    assert "10 documents" in answer.stderr


# ---------------------------------------------------------------- what it needs


@pytest.mark.parametrize("library", ["numpy", "scipy"])
def test_without_the_libraries_one_message_says_how_to_install_them(
    diary: Diary, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    found = builtins.__import__

    def lacking(name: str, *more: Any) -> ModuleType:
        if name.partition(".")[0] == library:
            raise ModuleNotFoundError(f"No module named '{library}'", name=library)
        return found(name, *more)

    monkeypatch.setattr(builtins, "__import__", lacking)
    answer = run("learn", diary.path)
    assert answer.exit_code == 2
    assert answer.stderr == (
        f"converter learn: error: learning needs {library}, which is not installed"
        " [learning-not-installed]\n"
        "    hint: install the two libraries that learning needs: pip install numpy scipy\n"
    )
    assert not diary.weights.exists()
    assert run("convert", diary.pages[0]).exit_code == 0
