"""The text of a TEI document as its page shows it, and pointers to passages of it."""

from dataclasses import dataclass

from lxml import etree

from converter.annotations.anchoring import Letters, Span
from converter.markup import ID, local

SECTIONS = ("front", "body", "back")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, the id of the innermost element that has one, and how far into it the text is."""

    text: str
    identifier: str
    offset: int


class Passages:
    """A document's text: each section, then its footnotes, as on the page."""

    def __init__(self, root: etree._Element) -> None:
        self.pieces = pieces_of(root)
        self.letters = Letters("".join(piece.text for piece in self.pieces))

    def pointers(self, span: Span) -> list[str]:
        """The passage as TEI pointers, ``string-range(p4,12,30)``; none where nothing has an id."""
        ranges: dict[str, list[tuple[int, int]]] = {}
        position = 0
        for piece in self.pieces:
            first = max(span.start - position, 0)
            last = min(span.end - position, len(piece.text))
            position += len(piece.text)
            if first >= last or not piece.text[first:last].strip() or not piece.identifier:
                continue
            parts = ranges.setdefault(piece.identifier, [])
            start, end = piece.offset + first, piece.offset + last
            if parts and parts[-1][1] == start:
                parts[-1] = (parts[-1][0], end)
            else:
                parts.append((start, end))
        return [
            f"string-range({','.join([name, *(f'{a},{b - a}' for a, b in parts)])})"
            for name, parts in ranges.items()
        ]


def pieces_of(root: etree._Element) -> list[Piece]:
    """The pieces of all sections; of each, those of its footnotes last."""
    reading = Reading()
    reading.descend(root)
    return reading.pieces


def is_above_sections(node: etree._Element) -> bool:
    """Whether sections lie within, such as translation and transcription in a body."""
    if local(node) in SECTIONS:
        return any(div.get("type") in ("translation", "transcription") for div in node)
    return local(node) in ("TEI", "text")


class Reading:
    """A walk through a document that counts how far into each element with an id it has come."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.open: list[str] = []
        self.come: dict[str, int] = {}

    def descend(self, node: etree._Element) -> None:
        """Down to the sections; all else, such as the header, is counted and not read."""
        if not is_above_sections(node):
            section: list[Piece] = []
            notes: list[list[Piece]] = []
            self.walk(node, section, notes)
            if local(node) != "teiHeader":
                self.pieces += [*section, *(piece for note in notes for piece in note)]
            return
        self.enter(node)
        self.take(node.text, [])
        for child in node:
            self.descend(child)
            self.take(child.tail, [])
        self.leave(node)

    def walk(self, node: etree._Element, stream: list[Piece], notes: list[list[Piece]]) -> None:
        """The running text into ``stream``; each footnote apart: it stands below the section."""
        name = local(node)
        if not name:  # a comment or the like is no text
            return
        if name == "note" and node.get("place") != "inline":
            stream = []
            notes.append(stream)
        self.enter(node)
        self.take(node.text, stream)
        for child in node:
            self.walk(child, stream, notes)
            self.take(child.tail, stream)
        self.leave(node)

    def enter(self, node: etree._Element) -> None:
        if identifier := node.get(ID):
            self.open.append(identifier)
            self.come[identifier] = 0

    def leave(self, node: etree._Element) -> None:
        if node.get(ID):
            self.open.pop()

    def take(self, text: str | None, stream: list[Piece]) -> None:
        if not text:
            return
        inner = self.open[-1] if self.open else ""
        stream.append(Piece(text, inner, self.come.get(inner, 0)))
        for identifier in self.open:
            self.come[identifier] += len(text)
