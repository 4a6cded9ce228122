"""From TEI back to the plain data of ``page_printer``, by another way than the converter's own."""

import re
from collections.abc import Iterator

from lxml import etree
from page_printer import (
    Block,
    Division,
    Inserted,
    LetterPart,
    Mark,
    Note,
    Paragraph,
    Piece,
    Section,
)

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
WORD = re.compile(r"\w+(?:['’-]\w+)*")
LETTER_LINES = ("dateline", "salute", "signed", "addrLine")
# Elements that part words although no white space may stand around them.
PARTING = frozenset(("div", "head", "p", "item", "note", *LETTER_LINES))


def name(node: etree._Element) -> str:
    return etree.QName(node).localname


def sections(root: etree._Element) -> tuple[Section, ...]:
    """The texts of a document as data, without ids, certainties and the page it begins on."""
    return tuple(map(section, root.iterfind(f"{TEI}text/{TEI}body/{TEI}div")))


def section(division: etree._Element) -> Section:
    head = plain(found) if (found := division.find(f"{TEI}head")) is not None else ""
    inner: list[Division] = []
    marks: list[Block] = []
    for part in division.iterchildren(f"{TEI}pb", f"{TEI}div"):
        if name(part) == "pb":
            marks += [Mark(int(part.get("n", "0")))] if part.get("n") else []
            continue
        blocks = (*marks, *map(block, part))
        inner.append(Division(blocks, part.get("type") == "commentary"))
        marks = []
    return Section(division.get("type", ""), head, tuple(inner))


def block(node: etree._Element) -> Block:
    match name(node):
        case "pb":
            return Mark(int(node.get("n", "0")))
        case "p":
            return Paragraph(pieces(node), node.get("n", ""))
        case "postscript":
            return LetterPart("postscript", tuple(("p", plain(p)) for p in node))
        case other:
            leaves = [leaf for leaf in node.iter() if name(leaf) in LETTER_LINES]
            return LetterPart(other, tuple((name(leaf), plain(leaf)) for leaf in leaves))


def plain(node: etree._Element | None) -> str:
    return " ".join(text_of(node).split())


def text_of(node: etree._Element | None) -> str:
    """All text of an element; an element that should be there has some."""
    assert node is not None
    return "".join(map(str, node.itertext()))


def pieces(node: etree._Element) -> tuple[Piece, ...]:
    """Running text with what stands in it; neighbouring texts are one, white space is folded."""
    out: list[Piece] = []
    for piece in loose_pieces(node):
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        else:
            out.append(piece)
    folded = [" ".join(piece.split()) if isinstance(piece, str) else piece for piece in out]
    return tuple(piece for piece in folded if piece)


def loose_pieces(node: etree._Element) -> Iterator[Piece]:
    yield node.text or ""
    for child in node:
        match name(child):
            case "pb":
                yield Mark(int(child.get("n", "0")))
            case "supplied":
                yield Inserted(plain(child))
            case "note" if child.get("place") == "inline":
                yield Inserted(plain(child), remark=True)
            case "note":
                yield note(child)
            case _:  # a name or a date: only text here
                yield from loose_pieces(child)
        yield child.tail or ""


def note(node: etree._Element) -> Note:
    inner = pieces(node)
    page = 0
    if node.get("place") == "end" and isinstance(inner[0], Mark):
        page, inner = inner[0].number, inner[1:]
    held = tuple(piece for piece in inner if isinstance(piece, str | Mark))
    return Note(held, node.get("type", ""), page)


def words(node: etree._Element) -> list[str]:
    """All words of a text, those of notes at their places."""
    return WORD.findall("".join(spelled(node)))


def spelled(node: etree._Element) -> Iterator[str]:
    parts = " " if name(node) in PARTING else ""
    yield parts + (node.text or "")
    for child in node:
        yield from spelled(child)
        yield child.tail or ""
    yield parts


def identifiers(root: etree._Element) -> list[str]:
    return [node.get(ID, "") for node in root.iter() if node.get(ID)]


def references(root: etree._Element) -> set[str]:
    """What the document points at inside itself."""
    names = ("resp", "ref", "corresp", "target", "who")
    values = " ".join(node.get(key) or "" for node in root.iter() for key in names).split()
    return {value[1:] for value in values if value.startswith("#")}
