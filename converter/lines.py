"""The vocabulary of classification: kinds of line, a claimed line, and what a rule may see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from converter.languages import Language
from converter.marks import PageMark


class LineKind(StrEnum):
    HEAD = "head"
    TITLE_NOTE = "title note"
    PAGE_MARK = "page mark"
    PARAGRAPH = "paragraph"
    CONTINUATION = "continuation"
    POINT = "numbered point"
    ITEM = "list item"
    NOTE = "note"
    NOTE_GOES_ON = "note goes on"
    NOTE_PARAGRAPH = "note paragraph"
    OPENS_COMMENTARY = "commentary opens"
    CLOSES_COMMENTARY = "commentary closes"
    DATELINE = "dateline"
    ADDRESS = "address"
    SALUTE = "salutation"
    CLOSING = "closing"
    SIGNATURE = "signature"
    POSTSCRIPT = "postscript"


class Reading(StrEnum):
    """How a line goes with the lines before it: what the evidence decides."""

    BEGINS = "begins"
    GOES_ON = "goes on"
    NOTE = "note"
    NOTE_GOES_ON = "note goes on"
    TITLE_NOTE = "title note"


NOTES = (LineKind.TITLE_NOTE, LineKind.NOTE, LineKind.NOTE_GOES_ON, LineKind.NOTE_PARAGRAPH)
OPENINGS = (
    LineKind.HEAD,
    LineKind.TITLE_NOTE,
    LineKind.DATELINE,
    LineKind.ADDRESS,
    LineKind.SALUTE,
)
RUNNING = (
    LineKind.PARAGRAPH,
    LineKind.CONTINUATION,
    LineKind.POINT,
    LineKind.ITEM,
    LineKind.OPENS_COMMENTARY,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A visible line: its kind, the rule that claimed it, how surely, and the next best kind."""

    number: int
    text: str
    kind: LineKind
    rule: str
    confidence: float  # from 0 to 1
    otherwise: LineKind | None = None
    mark: PageMark | None = None
    closes: bool = False  # editor's commentary ends with this line
    signs: tuple[str, ...] = ()  # the strongest evidence, in words


class View(NamedTuple):
    """What a rule may see: the line, what was claimed before it, and the text lines after it."""

    text: str
    tongue: Language
    title: str
    position: int  # of the visible lines, from 0
    last: Line | None  # the line before, page marks left out
    body: str  # the last line of running text, which a note here would interrupt
    mark: PageMark | None  # this line is a page mark
    mark_before: PageMark | None  # a page mark stands between the line before and this one
    blank_before: bool  # an empty line that belongs to no page mark
    opens_commentary: bool
    closes_commentary: bool
    commentary: bool  # inside editor's commentary
    opening: bool  # nothing but a head, notes on it and a letter's opening stands before
    following: tuple[str, ...]  # the next five lines of text, page marks left out
    mark_after: bool  # a page mark stands straight behind this line
    remaining: int  # lines of text after this one
    reading: Reading = Reading.BEGINS  # by the evidence
    probability: float = 1.0  # of the reading


def dump(lines: Sequence[Line]) -> Iterator[str]:
    """One line a line: number, kind, rule, confidence, text."""
    for line in lines:
        yield f"{line.number:5}  {line.kind:18} {line.rule:28} {line.confidence:.2f}  {line.text}"
