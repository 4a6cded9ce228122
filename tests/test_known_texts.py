"""The invented texts that the weights are learned from keep to their notation."""

import importlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from converter.classify import Sight, staged
from converter.languages import detect
from converter.lines import Reading
from converter.marks import commentaries

FOLDER = Path(__file__).resolve().parent.parent / "tools" / "known"
TEXTS = sorted(FOLDER.glob("*.txt"))
NOTES = {Reading.NOTE, Reading.NOTE_GOES_ON, Reading.TITLE_NOTE}
NOTED = {"note", "more", "title"}
each_text = pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, project: Path) -> Any:
    """The module that reads the texts, as the tools beside it see it."""
    monkeypatch.syspath_prepend(str(project / "tools"))
    return importlib.import_module("invented_texts")


def test_there_are_texts_enough_in_each_language_and_many_have_no_notes(reader: Any) -> None:
    texts = list(reader.invented_texts())
    per_language = Counter(text.tongue.code for text in texts)
    bare = [text for text in texts if NOTES.isdisjoint(text.readings.values())]
    assert len(texts) >= 60
    assert set(per_language) == {"de", "en", "ru"}
    assert min(per_language.values()) >= 18
    assert len(bare) >= 20


@each_text
def test_a_text_has_one_head_and_it_is_the_title(reader: Any, path: Path) -> None:
    facts, rows = reader.written(path)
    heads = [at for at, row in enumerate(rows) if row.word == "head"]
    assert heads == [0]
    assert rows[0].text == facts["title"]


@each_text
def test_a_paragraph_goes_on_only_behind_a_note_or_a_page_mark(reader: Any, path: Path) -> None:
    _, rows = reader.written(path)
    wrong = [
        row.text
        for before, row in pairwise(rows)
        if row.word == "on" and before.word not in {"note", "more", "page"}
    ]
    assert wrong == []


@each_text
def test_a_note_goes_on_only_behind_a_note(reader: Any, path: Path) -> None:
    _, rows = reader.written(path)
    lines = [row for row in rows if row.word != "page"]
    wrong = [
        row.text
        for before, row in pairwise(lines)
        if row.word == "more" and before.word not in NOTED
    ]
    assert wrong == []


@each_text
def test_a_note_on_the_title_stands_straight_under_it(reader: Any, path: Path) -> None:
    _, rows = reader.written(path)
    wrong = [
        row.text
        for before, row in pairwise(rows)
        if row.word == "title" and before.word not in {"head", "title", "more"}
    ]
    assert wrong == []


@each_text
def test_a_text_is_in_the_language_it_names(reader: Any, path: Path) -> None:
    text = reader.invented_text(path)
    assert detect("\n".join(line.text for line in text.lines))[0] == text.tongue.code


@each_text
def test_every_bracket_of_a_text_is_closed(reader: Any, path: Path) -> None:
    _, unclosed = commentaries(reader.invented_text(path).lines)
    assert unclosed == []


@each_text
def test_what_the_page_settles_is_the_truth(reader: Any, path: Path) -> None:
    text = reader.invented_text(path)
    sight = Sight(text.lines, text.title, text.tongue)
    lines = [i for i in sight.visible if i not in sight.marks]
    _, fixed = staged(sight, lines, {})
    wrong = [
        (text.lines[lines[at]].text, reading)
        for at, reading in fixed.items()
        if text.readings.get(text.lines[lines[at]].number, reading) is not reading
    ]
    assert wrong == []


@each_text
def test_every_page_mark_is_seen_as_one(reader: Any, path: Path) -> None:
    _, rows = reader.written(path)
    text = reader.invented_text(path)
    marks = Sight(text.lines, text.title, text.tongue).marks
    assert [mark.number for mark in marks.values()] == [r.text for r in rows if r.word == "page"]


def test_a_note_that_cuts_a_sentence_is_known_by_that(reader: Any, tmp_path: Path) -> None:
    page = tmp_path / "en-diary-99.txt"
    page.write_text(
        "# language: en\n# title: 3 June\n"
        "head    3 June\ntitle   Not dated.\nbegins  We dined with old Vik\nnote    Pilot.\n"
        "on      and talked.\npage    12\nbegins  The fog lifted at noon.\nnote    See 4 June.\n",
        encoding="utf-8",
    )
    text = reader.invented_text(page)
    assert [line.text for line in text.lines if text.evidence.get(line.number)] == [
        "Not dated.",
        "Pilot.",
        "See 4 June.",
    ]
    assert list(text.evidence.values()) == ["title", "sandwich", "content"]
    assert "\n\n\nPage 12\n\n" in "\n".join(line.text for line in text.lines)


@pytest.mark.parametrize(
    ("rows", "said"),
    [("# language: en\n# title: A\nhaed  A\n", "neither"), ("# title: A\nhead  A\n", "language")],
    ids=["a reading that does not exist", "no language"],
)
def test_a_text_that_breaks_the_notation_is_refused(
    reader: Any, tmp_path: Path, rows: str, said: str
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(rows, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        reader.invented_text(page)
