"""converter review: asks about uncertain lines in a terminal; every answer is kept at once."""

import fcntl
import json
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from calling import run
from golden import Golden
from invented_page import page_of
from rich.cells import cell_len
from rich.console import Console

from converter.choices import DECIDED
from converter.decision_files import find_decisions
from converter.decision_toml import read_decisions
from converter.lines import LineKind
from converter.pages import read
from converter.review import Question, Review, ReviewedPage
from converter.review_screen import ask_all
from converter.rows import wrapped
from converter.settings import Settings
from converter.sources import PAGES, find

PROJECT = Path(__file__).resolve().parent.parent
CAPTURE = PROJECT / "docs" / "review.txt"
TEXT = """\
We lay at the pilot house until four and watched the harbour lights go out.
The pilot house of Port Amsel burned down in 1941.
Ole Vik had seen the ferry come in.

Page 12

The Harbour Board met at noon.
Anna Brandt asked for the tariff.
We went home."""
LINES = [line for line in TEXT.split("\n") if line and not line.startswith("Page ")]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with one saved page."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "3-june.txt").write_text(page_of(TEXT), "utf-8")
    return folder


def begin(folder: Path, below: float = 1.0, single: Path | None = None) -> Review:
    """A review of the pages of a folder, as the command begins it."""
    found = find([folder], PAGES)
    files = find_decisions([folder], found.sources, single, may_be_new=True)
    reviewed = [
        ReviewedPage(source.name, source.path, read(source.data(), str(source.path)))
        for source in found.sources
    ]
    return Review(reviewed, files, Settings(), below)


def next_of(review: Review) -> Question:
    question = review.next()
    assert question is not None
    return question


def question_on(review: Review, beginning: str) -> Question:
    """The open question on the line that begins so; those before it are left for later."""
    while not (question := next_of(review)).line.text.startswith(beginning):
        review.skip(question)
    return question


def decided(folder: Path) -> dict[str, LineKind]:
    """The decisions beside the pages: beginning of the line and kind."""
    path = folder / "decisions.toml"
    return {each.line: each.kind for each in read_decisions(path).entries} if path.exists() else {}


# ---------------------------------------------------------------- the questions


def test_the_least_certain_line_is_asked_first(pages: Path) -> None:
    review = begin(pages)
    asked = []
    while question := review.next():
        asked.append(question)
        review.skip(question)
    confidences = [question.line.confidence for question in asked]
    assert confidences == sorted(confidences)
    assert len(asked) == len({question.line.number for question in asked}) > 2


def test_only_lines_less_certain_than_asked_for_are_asked(pages: Path) -> None:
    all_lines = begin(pages)
    (low, *_, high) = sorted(q.line.confidence for group in all_lines.open for q in group)
    assert low < high
    assert begin(pages, below=high).left < all_lines.left
    assert begin(pages, below=low).next() is None


def test_an_answer_is_in_the_file_at_once_and_the_line_is_not_asked_again(pages: Path) -> None:
    review = begin(pages)
    question = next_of(review)
    review.answer(question, LineKind.ITEM)
    assert list(decided(pages).values()) == [LineKind.ITEM]
    assert question.place not in [q.place for group in review.open for q in group]
    again = begin(pages)
    assert again.left == review.left
    assert again.problems == []


def test_what_follows_from_an_answer_is_not_asked(pages: Path) -> None:
    review = begin(pages)
    question = question_on(review, "The pilot house")
    review.answer(question, LineKind.NOTE)
    claimed = review.claims[0][0].claimed.lines
    note = next(line for line in claimed if line.text == LINES[1])
    assert (note.kind, note.rule) == (LineKind.NOTE, DECIDED)
    fresh = begin(pages).claims[0][0].claimed.lines
    assert claimed == fresh


def test_a_line_left_for_later_is_open_in_the_next_review(pages: Path) -> None:
    review = begin(pages)
    first = next_of(review)
    review.skip(first)
    assert next_of(review).place != first.place
    assert decided(pages) == {}
    assert next_of(begin(pages)).place == first.place


def test_an_answer_taken_back_is_out_of_the_file_and_its_line_is_asked_again(pages: Path) -> None:
    review = begin(pages)
    first = next_of(review)
    review.answer(first, LineKind.ITEM)
    second = next_of(review)
    review.answer(second, LineKind.ITEM)
    left = (pages / "decisions.toml").read_text("utf-8")
    third = next_of(review)
    review.answer(third, LineKind.ITEM)
    review.undo()
    assert (pages / "decisions.toml").read_text("utf-8") == left
    assert next_of(review).place == third.place
    review.undo()
    review.undo()
    assert decided(pages) == {}
    assert next_of(review).place == first.place
    assert review.undo() is None


def test_leaving_a_line_for_later_can_be_taken_back(pages: Path) -> None:
    review = begin(pages)
    first = next_of(review)
    review.skip(first)
    review.undo()
    assert next_of(review).place == first.place


def test_the_progress_counts_what_is_done_and_what_is_known_to_be_left(pages: Path) -> None:
    review = begin(pages)
    total = review.left
    assert review.progress == (1, total)
    review.skip(next_of(review))
    assert review.progress == (2, total)
    review.answer(next_of(review), LineKind.PARAGRAPH)
    assert review.progress == (3, 1 + review.left)
    assert (review.decided, review.left) == (1, review.left)


def test_the_comments_and_decisions_of_the_user_stay_while_answers_are_added(pages: Path) -> None:
    mine = "# mine, and it stays\n"
    (pages / "decisions.toml").write_text(mine)
    review = begin(pages)
    review.answer(next_of(review), LineKind.ITEM)
    later = (pages / "decisions.toml").read_text("utf-8") + "# written meanwhile\n"
    (pages / "decisions.toml").write_text(later, "utf-8")
    review.answer(next_of(review), LineKind.ITEM)
    assert (pages / "decisions.toml").read_text("utf-8").startswith(later)
    review.undo()
    assert (pages / "decisions.toml").read_text("utf-8") == later


def test_a_text_on_two_pages_of_a_folder_is_asked_about_once(pages: Path) -> None:
    (pages / "other.txt").write_text(page_of(TEXT, date="1937 Jun 4"), "utf-8")
    review = begin(pages)
    before = review.left
    review.answer(next_of(review), LineKind.PARAGRAPH)
    open_lines = [{q.line.text for q in group} for group in review.open]
    assert open_lines[0] == open_lines[1]
    assert review.left <= before - 2


def test_a_page_that_was_saved_twice_is_asked_about_once(pages: Path) -> None:
    left = begin(pages).left
    (pages / "copy.txt").write_bytes((pages / "3-june.txt").read_bytes())
    assert begin(pages).left == left


def test_answers_go_to_the_file_that_is_named(pages: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "mine" / "all.toml"
    review = begin(pages, single=elsewhere)
    left = review.left
    review.answer(next_of(review), LineKind.PARAGRAPH)
    assert not (pages / "decisions.toml").exists()
    assert len(read_decisions(elsewhere).entries) == 1
    assert review.left < left
    assert begin(pages, single=elsewhere).left == review.left


def test_a_line_can_be_more_of_a_note_only_below_a_note(pages: Path) -> None:
    review = begin(pages)
    question = question_on(review, "The pilot house")
    assert question.more_of_the_note is None
    assert LineKind.NOTE_PARAGRAPH not in question.choices
    review.answer(question, LineKind.NOTE)
    question = question_on(begin(pages), "Ole Vik")
    assert question.more_of_the_note is LineKind.NOTE_PARAGRAPH
    assert {LineKind.NOTE_PARAGRAPH, LineKind.NOTE_GOES_ON} <= set(question.choices)


def test_a_line_in_small_letters_below_a_note_goes_on_with_it(pages: Path) -> None:
    text = "We lay off Amsel.\nThe old pilot house\nburned down in 1941.\nWe went home."
    (pages / "3-june.txt").write_text(page_of(text), "utf-8")
    review = begin(pages)
    review.answer(question_on(review, "The old"), LineKind.NOTE)
    assert question_on(begin(pages), "burned").more_of_the_note is LineKind.NOTE_GOES_ON


def test_the_first_line_of_a_text_can_be_no_note(pages: Path) -> None:
    text = page_of(TEXT).replace("  • Cite\nThe title of the page\n", "  • Cite\n", 1)
    (pages / "3-june.txt").write_text(text, "utf-8")
    question = question_on(begin(pages), "We lay")
    assert LineKind.HEAD in question.choices
    assert LineKind.NOTE not in question.choices


# ---------------------------------------------------------------- the screen


def played(review: Review, keys: str, width: int = 80) -> str:
    """What stands on the screen when these keys are pressed, one after the other."""
    screen = StringIO()
    waiting = iter(keys)
    console = Console(file=screen, width=width, highlight=False, no_color=True)
    ask_all(review, console, lambda: next(waiting, ""))
    return screen.getvalue()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("p", LineKind.PARAGRAPH),
        ("g", LineKind.CONTINUATION),
        ("n", LineKind.NOTE),
        ("N", LineKind.NOTE),
    ],
)
def test_a_key_gives_the_kind_it_stands_for(pages: Path, key: str, kind: LineKind) -> None:
    review = begin(pages)
    question_on(review, "Anna Brandt")
    played(review, key + "q")
    assert decided(pages) == {"Anna Brandt asked for the tariff.": kind}


@pytest.mark.parametrize("key", ["\r", "\n", " "])
def test_enter_or_space_keeps_the_guess(pages: Path, key: str) -> None:
    review = begin(pages)
    question = next_of(review)
    played(review, key + "q")
    assert decided(pages) == {" ".join(question.line.text.split()): question.line.kind}


def test_more_of_the_note_is_one_key(pages: Path) -> None:
    review = begin(pages)
    review.answer(question_on(review, "The pilot house"), LineKind.NOTE)
    review = begin(pages)
    question_on(review, "Ole Vik")
    assert "more of the note above, a paragraph of its own" in played(review, "mq")
    assert decided(pages)["Ole Vik had seen the ferry come in."] is LineKind.NOTE_PARAGRAPH


def test_a_note_on_the_title_is_offered_while_nothing_but_the_head_stands_before(
    pages: Path,
) -> None:
    review = begin(pages)
    question_on(review, "We lay")
    assert "note on the title" in played(review, "tq")
    assert decided(pages) == {LINES[0]: LineKind.TITLE_NOTE}
    review = begin(pages)
    question_on(review, "Anna Brandt")
    assert "note on the title" not in played(review, "tq")


def test_the_rarer_kinds_stand_in_a_list_of_their_own(pages: Path) -> None:
    review = begin(pages)
    question_on(review, "Anna Brandt")
    screen = played(review, "oxo2q")
    rarer = re.findall(r"^    (\d) (.+)$", screen, re.MULTILINE)
    assert rarer[: len(rarer) // 2] == rarer[len(rarer) // 2 :]
    assert rarer[1] == ("2", "list item")
    assert decided(pages) == {"Anna Brandt asked for the tariff.": LineKind.ITEM}


def test_a_key_without_a_meaning_does_nothing(pages: Path) -> None:
    review = begin(pages)
    played(review, "xzé\x1bu1q")
    assert decided(pages) == {}
    assert review.steps == []


def test_when_no_more_keys_come_the_review_ends(pages: Path) -> None:
    review = begin(pages)
    played(review, "p")
    played(review, "o")
    assert review.decided == 1


def test_the_screen_shows_place_line_neighbours_guess_and_reason(pages: Path) -> None:
    review = begin(pages)
    question = question_on(review, "The Harbour Board")
    screen = played(review, "q")
    number, total = review.progress
    assert f"{number} of {total} · 3-june.txt:{question.line.number}\n" in screen
    rows = [row for row in screen.split("\n") if re.match(r"[> ] \w.* \d+  ", row)]
    shown = [re.split(r" \d+  ", row, maxsplit=1)[1] for row in rows]
    at = shown.index("The Harbour Board met at noon.")
    assert rows[at].startswith("> " + question.line.kind.value)
    assert [row for row in rows if row.startswith(">")] == [rows[at]]
    assert shown[at - 1 : at + 3] == ["Page 12", *LINES[3:6]]
    assert f"guessed: {question.line.kind.value} ({question.line.confidence:.0%} sure)" in screen
    assert f"[{question.line.rule}]" in screen
    assert question.because.split()[0] in screen


@pytest.mark.parametrize("width", [24, 40, 63, 64, 80, 200])
def test_no_row_is_wider_than_the_terminal(pages: Path, width: int) -> None:
    long = TEXT.replace("Ole Vik had", "Ole Vik " * 90 + "漢字" * 40 + " had") + "\n" + "x" * 500
    (pages / "3-june.txt").write_text(page_of(long), "utf-8")
    review = begin(pages)
    screen = played(review, "s" * 20, width)
    assert screen.count("Enter") == len(review.steps) > 3
    assert max(cell_len(row.rstrip()) for row in screen.split("\n")) <= width


def test_a_text_that_is_cut_keeps_both_its_ends() -> None:
    text = "Early in the morning " + "we sailed on and " * 20 + "came home late."
    (row,) = wrapped(text, 40, 1)
    assert row.startswith("Early in the")
    assert row.endswith("home late.")
    assert " … " in row
    assert cell_len(row) <= 40
    assert wrapped("short", 40, 1) == ["short"]
    assert wrapped(text, 60, 20)[0] == text[: text.rfind(" ", 0, 61)]


def test_what_a_terminal_would_obey_is_shown_as_its_code_point(pages: Path) -> None:
    text = TEXT.replace("Anna Brandt", "Anna\u202e Brandt")
    (pages / "3-june.txt").write_text(page_of(text), "utf-8")
    screen = played(begin(pages), "s" * 20)
    assert "Anna<U+202E> Brandt" in screen
    assert "\u202e" not in screen


def test_square_brackets_of_a_text_are_not_taken_for_colours(pages: Path) -> None:
    text = TEXT.replace("the tariff", "the [red]tariff[/red]")
    (pages / "3-june.txt").write_text(page_of(text), "utf-8")
    assert "the [red]tariff[/red]." in played(begin(pages), "s" * 20)


def test_the_screen_in_the_docs_is_the_one_that_is_shown(tmp_path: Path, golden: Golden) -> None:
    """A page of the examples: its least certain line asked, answered and taken back."""
    page = PROJECT / "examples" / "diary" / "1937-12-06.txt"
    (tmp_path / page.name).write_bytes(page.read_bytes())
    screen = played(begin(tmp_path, below=0.9), "puq", width=84)
    golden(CAPTURE, "\n".join(row.rstrip() for row in screen.strip().split("\n")) + "\n")


# ---------------------------------------------------------------- the command


def test_without_a_terminal_one_clear_error_says_what_to_do(pages: Path) -> None:
    answer = run("review", pages)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert answer.stderr == (
        "stdin: error: a review asks its questions in a terminal, and this is none [no-terminal]\n"
        "    hint: call it without pipes and redirections, or print the questions with --list\n"
    )


def test_the_questions_can_be_listed_for_people_and_for_programs(pages: Path) -> None:
    left = begin(pages).left
    text = run("review", pages, "--list", "--below", 1)
    data = run("review", pages, "--below", 1, "--format", "json")
    assert text.exit_code == data.exit_code == 0
    assert text.stdout.count("3-june.txt:") == left
    listed = json.loads(data.stdout)
    assert len(listed) == left
    assert listed[0]["decision"].startswith("[[decision]]\n")
    assert f"{left} lines to decide" in text.stderr
    assert not (pages / "decisions.toml").exists()


def test_what_is_wrong_with_decisions_is_told_before_the_first_question(pages: Path) -> None:
    (pages / "decisions.toml").write_text(
        f'[[decision]]\npage = "3-june.txt"\nsection = "{"0" * 64}"\nline = "x"\nkind = "note"\n'
    )
    answer = run("review", pages, "--list")
    assert "decisions.toml:4:1: warning" in answer.stderr
    assert "[decision-unmatched]" in answer.stderr


def test_without_a_page_there_is_nothing_to_review(tmp_path: Path) -> None:
    assert run("review", tmp_path, "--list").exit_code == 2


class Terminal:
    """The program in a real terminal."""

    def __init__(self, *arguments: object, **environment: str) -> None:
        self.master, program_side = os.openpty()
        fcntl.ioctl(program_side, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
        program = [sys.executable, "-c", "from converter.cli import main; main()"]
        self.process = subprocess.Popen(
            [*program, *map(str, arguments)],
            stdin=program_side,
            stdout=program_side,
            stderr=program_side,
            cwd=PROJECT,
            env={**os.environ, "TERM": "xterm-256color", **environment},
            start_new_session=True,
        )
        os.close(program_side)

    def until(self, mark: str) -> str:
        """What the program prints up to this mark, or to its end where that comes first."""
        seen, end = b"", time.monotonic() + 60
        while mark.encode() not in seen and time.monotonic() < end:
            if not select.select([self.master], [], [], 1)[0]:
                continue
            try:
                read_now = os.read(self.master, 65536)
            except OSError:  # the program has ended
                break
            if not read_now:
                break
            seen += read_now
        return seen.decode(errors="replace")

    def press(self, key: str) -> None:
        """A key, when the program waits for one: its terminal does not print keys then."""
        end = time.monotonic() + 30
        while termios.tcgetattr(self.master)[3] & termios.ICANON and time.monotonic() < end:
            time.sleep(0.01)
        os.write(self.master, key.encode())

    def end(self) -> tuple[str, int]:
        """The rest of the screen and the exit status."""
        rest = self.until("\0never\0")
        return rest, self.process.wait(30)

    def hang_up(self) -> None:
        """The terminal is gone, as when its window is closed."""
        if self.master >= 0:
            os.close(self.master)
        self.master = -1

    def close(self) -> None:
        self.hang_up()
        self.process.kill()
        self.process.wait()


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """The terminals that a test opens, closed at its end."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def open_terminal(terminals: list[Terminal], *arguments: object, **more: str) -> Terminal:
    terminals.append(Terminal(*arguments, **more))
    return terminals[-1]


def test_in_a_terminal_lines_are_decided_taken_back_and_gone_on_with_another_day(
    pages: Path, terminals: list[Terminal]
) -> None:
    asked = [q.line.text for q in questions_in_order(pages)]
    first = open_terminal(terminals, "review", pages, "--below", 1, NO_COLOR="1")
    screen = first.until("q stop")
    assert asked[0][:40] in screen
    assert re.search(r"\x1b\[(\d+;)*[39]\d", screen) is None, "colours in spite of NO_COLOR"
    first.press("p")
    assert "begins a paragraph" in first.until("q stop")
    assert decided(pages) == {asked[0]: LineKind.PARAGRAPH}
    first.press("n")
    first.until("q stop")
    assert len(decided(pages)) == 2
    first.press("u")
    assert "taken back" in first.until("q stop")
    assert decided(pages) == {asked[0]: LineKind.PARAGRAPH}
    first.press("q")
    rest, status = first.end()
    assert "1 line decided" in rest
    assert "converter build" in rest
    assert status == 0

    second = open_terminal(terminals, "review", pages, "--below", 1)
    assert f"1 of {begin(pages).left} ·" in second.until("q stop")
    second.press("\r")
    second.until("q stop")
    second.press("\x03")
    rest, status = second.end()
    assert "1 line decided" in rest
    assert status == 130
    assert len(decided(pages)) == 2


def questions_in_order(pages: Path) -> list[Question]:
    review = begin(pages)
    out = []
    while question := review.next():
        out.append(question)
        review.skip(question)
    return out


def test_when_the_terminal_is_lost_the_answers_are_kept(
    pages: Path, terminals: list[Terminal]
) -> None:
    terminal = open_terminal(terminals, "review", pages, "--below", 1)
    terminal.until("q stop")
    terminal.press("p")
    terminal.until("q stop")
    terminal.hang_up()
    terminal.process.wait(30)
    assert len(decided(pages)) == 1
    assert [path.name for path in pages.iterdir() if path.name.startswith(".")] == []


def test_the_end_of_input_ends_the_review(pages: Path, terminals: list[Terminal]) -> None:
    terminal = open_terminal(terminals, "review", pages, "--below", 1)
    terminal.until("q stop")
    terminal.press("\x04")
    rest, status = terminal.end()
    assert "0 lines decided" in rest
    assert status == 0


def test_where_no_line_is_uncertain_the_review_says_so(
    pages: Path, terminals: list[Terminal]
) -> None:
    terminal = open_terminal(terminals, "review", pages, "--below", 0)
    screen, status = terminal.end()
    assert "nothing to decide" in screen
    assert status == 0
