"""Invented documents as plain data, and how the archive prints them: a saved page.

What is printed here is written down a second time, without a look at the converter: a document
comes back from its page only if both have understood the archive's format alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CONTROLS = ("Translation", "Transcription", "Print", "Save", "Share", "Cite")
MENU = ("Search", "Browse", "Resources", "About")


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of a page."""

    number: int


@dataclass(frozen=True, slots=True)
class Inserted:
    """What the editor put into a sentence: an addition, or a remark on the text."""

    text: str
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; ``page`` where it was printed at the back of the volume."""

    pieces: tuple[str | Mark, ...]
    kind: str = "explanatory"
    page: int = 0


Piece = str | Mark | Inserted | Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    pieces: tuple[Piece, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class LetterPart:
    """The opening, the ending or the postscript of a letter: lines with their roles."""

    name: str
    lines: tuple[tuple[str, str], ...]


Block = Paragraph | Mark | LetterPart


@dataclass(frozen=True, slots=True)
class Division:
    blocks: tuple[Block, ...]
    commentary: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The text in one language."""

    kind: str
    head: str
    divisions: tuple[Division, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document with what the details say of it; an empty string is printed as N/A."""

    title: str
    sections: tuple[Section, ...]
    volume: str = "The Lantern Diaries: Volume 3"
    date: str = ""
    author: str = ""
    recipient: str = ""
    repository: str = ""
    shelfmark: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chrome:
    """What varies around the text from one saved page to the next."""

    older_login: bool = False
    copyright: str = "Copyright 2018 Merrow University"
    contents_title: str = "The Lantern Diaries: Volume 3"
    contents: tuple[str, ...] = ("12 March", "13 March")
    controls: tuple[str, ...] = CONTROLS
    other_section: bool = True  # the section without text is printed too, empty
    layout: str = ""  # the white space that an empty section consists of
    tags_as_list: bool = False
    bracket_alone: bool = False  # commentary closes on a line of its own
    line_end: str = "\n"
    byte_order_mark: bool = False


def saved_page(document: Document, chrome: Chrome | None = None) -> bytes:
    """The bytes of a document as the archive's page of it is saved."""
    chrome = chrome or Chrome()
    lines = [*before(document, chrome), *texts(document, chrome), *details(document, chrome)]
    return encoded([*lines, *after(chrome)], chrome)


def page_around(
    text: Iterable[str], chrome: Chrome | None = None, title: str = "12 March"
) -> bytes:
    """A page whose translation consists of these lines, whatever they are."""
    chrome = chrome or Chrome()
    document = Document(title, (), date="1937 Mar 12")
    section = ["Translation", "/ 0", *bullets(chrome.controls), *text]
    edges = before(document, chrome), details(document, chrome)
    return encoded([*edges[0], *section, *edges[1], *after(chrome)], chrome)


def encoded(lines: Iterable[str], chrome: Chrome) -> bytes:
    text = chrome.line_end.join([*lines, ""])
    return text.encode("utf-8-sig" if chrome.byte_order_mark else "utf-8")


def outline(sections: Iterable[Section]) -> list[str]:
    """Sections as lines, for comparing; where divisions meet, a page mark stands between them."""
    lines: list[str] = []
    for section in sections:
        lines.append(f"{section.kind}: {section.head}")
        for division in section.divisions:
            blocks = list(division.blocks)
            while blocks and isinstance(blocks[0], Mark):
                lines.append(f"  {blocks.pop(0)}")
            lines.append("  commentary" if division.commentary else "  text")
            lines += [f"  {block}" for block in blocks]
    return lines


# ---------------------------------------------------------------- around the text


def before(document: Document, chrome: Chrome) -> Iterator[str]:
    yield from ("Lantern Archive", "Merrow University Press", "Merrow University Press")
    yield from bullets(MENU)
    yield from ("RegisterLog In", "", "Login Required", "")
    yield "Username:" if chrome.older_login else "Username: (email address)"
    yield "Password:"
    if not chrome.older_login:
        yield "Forgot password?"
    yield from ("Log In", "Cancel", "")
    yield f"Next Document > < Previous DocumentReturn{document.title}"
    yield from ("CancelOk", "/ -1", "Lantern Archive", "Back to Search", "Table of Contents")
    yield chrome.contents_title
    yield from bullets(chrome.contents)
    yield from ("< Previous document Next document >", "© 2025", document.title)
    yield from ("    • Export Citation", "View:", "")
    if document.author:
        yield from (f"By {document.author}", "")
    yield from (document.volume, "", "Image view")
    yield from bullets(CONTROLS[2:])
    yield "Translation Transcription"


def details(document: Document, chrome: Chrome) -> Iterator[str]:
    yield "Document Details"
    facts = {
        "Document Title": document.title,
        "Author": document.author,
        "Recipient": document.recipient,
        "Repository": document.repository,
        "ID #": document.shelfmark,
        "Description": document.description,
        "Date": document.date,
        "AOC Volume": document.volume,
    }
    yield from (f"{label}{value or 'N/A'}" for label, value in facts.items())
    if chrome.tags_as_list:
        yield from ("Tags", *bullets(document.tags))
    else:
        yield "Tags" + ", ".join(document.tags)
    yield from ("Annotations", "Bookmarks", "")


def after(chrome: Chrome) -> Iterator[str]:
    yield from bullets(filter(None, ("Merrow", "Contact", chrome.copyright, "Connect with us:")))
    yield "  • Merrow"


def bullets(labels: Iterable[str]) -> list[str]:
    return [f"  • {label}" for label in labels]


# ---------------------------------------------------------------- the texts


def texts(document: Document, chrome: Chrome) -> Iterator[str]:
    for kind in ("translation", "transcription"):
        found = [section for section in document.sections if section.kind == kind]
        if not found and not chrome.other_section:
            continue
        lines = [line for section in found for line in section_lines(section, chrome)]
        marks = sum(line.startswith("Page ") for line in lines)
        yield from (kind.capitalize(), f"/ {marks}", *bullets(chrome.controls))
        yield from lines or [chrome.layout]


def section_lines(section: Section, chrome: Chrome) -> list[str]:
    """A section's lines: its head, then its paragraphs; commentary in square brackets."""
    lines = [section.head]
    for division in section.divisions:
        made = [line for block in division.blocks for line in block_lines(block)]
        lines += bracketed(made, chrome.bracket_alone) if division.commentary else made
    return lines


def bracketed(lines: list[str], alone: bool) -> list[str]:
    first = next(i for i, line in enumerate(lines) if line and not line.startswith("Page "))
    opened = [*lines[:first], "[" + lines[first], *lines[first + 1 :]]
    return [*opened, "]"] if alone else [*opened[:-1], opened[-1] + "]"]


def block_lines(block: Block) -> Iterator[str]:
    match block:
        case Mark(number):
            yield from mark_lines(number)
        case LetterPart():
            yield from (text for _, text in block.lines)
        case Paragraph():
            yield from lines_of(block.pieces)


def lines_of(pieces: Iterable[Piece]) -> Iterator[str]:
    """Running text; a note stands on a line of its own at its anchor, a mark between empty ones."""
    line: list[str] = []
    for piece in pieces:
        match piece:
            case str():
                line.append(piece)
            case Inserted(text):
                line.append(f"[{text}]")
            case Mark(number):
                yield from [" ".join(line)] * bool(line)
                yield from mark_lines(number)
                line = []
            case Note():
                yield from [" ".join(line)] * bool(line)
                yield from mark_lines(piece.page) if piece.page else ()
                yield from lines_of(piece.pieces)
                line = []
    yield from [" ".join(line)] * bool(line)


def mark_lines(number: int) -> list[str]:
    return ["", "", f"Page {number}", ""]
