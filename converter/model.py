"""The document as the program understands it: sections, divisions, blocks, inlines.

Knows neither how a saved page is laid out nor TEI nor HTML. Everything is frozen; what was
printed stays beside what was understood.
"""

from dataclasses import dataclass
from enum import StrEnum

from converter.citation_terms import CitationKind as CitationKind
from converter.citation_terms import FieldKind as FieldKind


class SectionKind(StrEnum):
    TRANSLATION = "translation"
    TRANSCRIPTION = "transcription"


class DivisionKind(StrEnum):
    TEXT = "text"
    COMMENTARY = "commentary"


class DocumentKind(StrEnum):
    DIARY_ENTRY = "diary-entry"
    LETTER = "letter"
    CONVERSATION = "conversation"
    DOCUMENT = "document"


class NoteKind(StrEnum):
    BIOGRAPHICAL = "biographical"
    SOURCE = "source"
    EXPLANATORY = "explanatory"


HIGH = 0.95  # of decisions this probable, more than 98 in 100 are right (docs/reliability.md)
MEDIUM = 0.7


class Certainty(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @classmethod
    def of(cls, confidence: float) -> "Certainty":
        """The word for a probability from 0 to 1."""
        return cls.HIGH if confidence >= HIGH else cls.MEDIUM if confidence >= MEDIUM else cls.LOW


# ---------------------------------------------------------------- inlines


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The beginning of a page; ``number`` is None for the page on which the document begins."""

    number: str | None
    id: str
    joins: bool = False  # the page cut a word in two, whose hyphen is not kept


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at its anchor; several paragraphs where it was printed so."""

    id: str
    number: int
    paragraphs: tuple["Inlines", ...]
    kind: NoteKind = NoteKind.EXPLANATORY
    at_end: bool = False  # printed at the back of the volume
    certainty: Certainty = Certainty.HIGH
    line: int = 0


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words the editor supplied in square brackets."""

    inlines: "Inlines"
    certainty: Certainty = Certainty.HIGH


@dataclass(frozen=True, slots=True)
class Remark:
    """What the editor says about the text, in square brackets inside it."""

    id: str
    inlines: "Inlines"
    certainty: Certainty = Certainty.HIGH


@dataclass(frozen=True, slots=True)
class PersonName:
    text: str
    person: str  # the id of a Person


@dataclass(frozen=True, slots=True)
class DateText:
    text: str
    when: str  # ISO 8601: 1939, 1939-05 or 1939-05-23


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a citation; ``value`` is a number in full, a date (ISO) or an address.

    ``first`` and ``last`` bound a range of numbers or of days.
    """

    kind: FieldKind
    inlines: "Inlines"
    value: str = ""
    first: str = ""
    last: str = ""
    certainty: Certainty = Certainty.HIGH


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as a note cites it, from its first field to its last."""

    kind: CitationKind
    inlines: "Inlines"
    certainty: Certainty = Certainty.HIGH


Inline = Text | PageBreak | Note | Insertion | Remark | PersonName | DateText | Citation | Field
Inlines = tuple[Inline, ...]

# ---------------------------------------------------------------- blocks


class LetterRole(StrEnum):
    DATELINE = "dateline"
    ADDRESS = "address"
    SALUTE = "salute"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Paragraph:
    id: str
    inlines: Inlines
    label: str = ""  # the number of a point, printed in the text as well
    role: LetterRole | None = None  # a part of a letter that stands where none can
    certainty: Certainty = Certainty.HIGH
    line: int = 0
    aligned: str = ""  # the id of the same paragraph in the other language


@dataclass(frozen=True, slots=True)
class ItemList:
    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of a letter's opening or closing."""

    role: LetterRole
    inlines: Inlines
    certainty: Certainty = Certainty.HIGH


@dataclass(frozen=True, slots=True)
class Opener:
    parts: tuple[LetterLine | PageBreak, ...]


@dataclass(frozen=True, slots=True)
class Closer:
    parts: tuple[LetterLine | PageBreak, ...]


@dataclass(frozen=True, slots=True)
class Postscript:
    paragraphs: tuple[Paragraph | PageBreak, ...]


Block = Paragraph | PageBreak | ItemList | Opener | Closer | Postscript


@dataclass(frozen=True, slots=True)
class Division:
    """Text or commentary; ``before`` holds the pages that begin between it and what precedes it.

    ``after`` those that begin behind it, where nothing follows.
    """

    kind: DivisionKind
    blocks: tuple[Block, ...]
    before: tuple[PageBreak, ...] = ()
    after: tuple[PageBreak, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The text in one language: its head, then text and commentary as they alternate."""

    kind: SectionKind
    language: str  # BCP 47
    first_page: PageBreak
    head: Inlines
    divisions: tuple[Division, ...]
    head_certainty: Certainty = Certainty.HIGH


# ---------------------------------------------------------------- the document


@dataclass(frozen=True, slots=True)
class NamePart:
    text: str
    part: str = ""  # surname, forename, patronymic, pseudonym; empty: punctuation between them


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed and, where it could be read as a person's, its parts in printed order."""

    printed: str
    parts: tuple[NamePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a biographical note explains."""

    id: str
    name: Name
    description: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about the document. Empty: the page does not say."""

    title: str
    volume: str
    authors: tuple[Name, ...]
    author: str
    recipients: tuple[Name, ...]
    date: str
    when: str  # ISO, as far as known
    repository: str
    shelfmark: str
    description: str
    tags: tuple[str, ...]
    archive: str
    publisher: str
    copyright: str
    page_marks: int  # as the viewer counts them, those of endnotes included
    first_mark: str  # of the running order
    last_page: str  # outside endnotes


@dataclass(frozen=True, slots=True)
class Document:
    identifier: str
    kind: DocumentKind
    metadata: Metadata
    sections: tuple[Section, ...]
    persons: tuple[Person, ...] = ()
