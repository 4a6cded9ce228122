"""Invented documents whose truth is written at the head of each line, to learn from.

tools/known/README.md explains the notation. The lines are laid out as a saved page prints them:
one line a line, page marks alone between empty lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from known_texts import KnownText

from converter.decode import SourceLine
from converter.languages import language
from converter.lines import Reading
from converter.signs import unfinished

FOLDER = Path(__file__).resolve().parent / "known"
FACT = re.compile(r"# (language|title): (.+)")
ROW = re.compile(r"(\w+)(?: {2,}|\t\s*)(.+)")
HEAD, PAGE = "head", "page"
READINGS = {
    "begins": Reading.BEGINS,
    "on": Reading.GOES_ON,
    "note": Reading.NOTE,
    "more": Reading.NOTE_GOES_ON,
    "title": Reading.TITLE_NOTE,
}
ON_THE_MARGIN = (Reading.NOTE, Reading.NOTE_GOES_ON, Reading.TITLE_NOTE)


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line as it is written down: what it is, and its text (a page's number alone)."""

    word: str
    text: str

    @property
    def settled(self) -> bool:
        """The line tells by itself what it is, so nothing is learned from it."""
        return self.word in (HEAD, PAGE) or self.text == "]"


def invented_texts(folder: Path = FOLDER) -> Iterator[KnownText]:
    """Every text of the folder, in the order of names."""
    for path in sorted(folder.glob("*.txt")):
        yield invented_text(path)


def invented_text(path: Path) -> KnownText:
    """One text. Raises ValueError where it does not keep to the notation."""
    facts, rows = written(path)
    tongue = language(facts["language"])
    lines: list[SourceLine] = []
    readings: dict[int, Reading] = {}
    evidence: dict[int, str] = {}
    for at, row in enumerate(rows):
        printed = ["", "", f"Page {row.text}", ""] if row.word == PAGE else [row.text]
        lines += [SourceLine(len(lines) + i, text) for i, text in enumerate(printed, start=1)]
        if row.settled:
            continue
        number = lines[-1].number
        readings[number] = READINGS[row.word]
        if row.word == "title":
            evidence[number] = "title"
        elif row.word == "note":
            before = next((r.text for r in reversed(rows[:at]) if is_text(r)), "")
            cut = unfinished(before, tongue) and goes_on(rows[at + 1 :])
            evidence[number] = "sandwich" if cut else "content"
    return KnownText(
        path=path,
        volume=f"invented: {facts['language']}",
        title=facts["title"],
        tongue=tongue,
        lines=tuple(lines),
        readings=readings,
        evidence=evidence,
    )


def written(path: Path) -> tuple[dict[str, str], list[Row]]:
    """The language and the title of a text, and its rows."""
    facts: dict[str, str] = {}
    rows: list[Row] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        fact, row = FACT.fullmatch(line), ROW.fullmatch(line)
        if fact and not rows:
            facts[fact[1]] = fact[2]
        elif row and row[1] in (HEAD, PAGE, *READINGS):
            rows.append(Row(row[1], row[2]))
        else:
            raise ValueError(f"{path}:{number}: neither a fact nor a reading and a text: {line}")
    if missing := {"language", "title"} - facts.keys():
        raise ValueError(f"{path}: no line says its {' and its '.join(sorted(missing))}")
    return facts, rows


def is_text(row: Row) -> bool:
    """The row is of the running text."""
    return not row.settled and READINGS[row.word] not in ON_THE_MARGIN


def goes_on(rows: Sequence[Row]) -> bool:
    """The text behind a note goes on with the paragraph."""
    return next((r.word == "on" for r in rows if is_text(r) or r.text == "]"), False)
