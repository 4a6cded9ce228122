"""The text of a TEI document as values: its paragraphs, notes and pages, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from converter.api.running_text import Line, authors_line, line_of
from converter.api.values import Note, Page, Paragraph
from converter.markup import ID, LANG, TEI, local

SECTIONS = f"{{{TEI}}}text/{{{TEI}}}body/{{{TEI}}}div"
BLOCKS = frozenset(("p", "item", "dateline", "salute", "signed", "addrLine", "l", "quote", "head"))


@dataclass(frozen=True, slots=True)
class Block:
    """An element that is a line or paragraph of its own, its words, and where it begins."""

    element: etree._Element
    line: Line
    page: str
    by_author: bool
    language: str  # of its section

    @property
    def is_head(self) -> bool:
        return local(self.element) == "head"


def sections(root: etree._Element) -> list[etree._Element]:
    """Translation and transcription, in the order of the file."""
    return [
        each
        for each in root.iterfind(SECTIONS)
        if each.get("type") in ("translation", "transcription")
    ]


def blocks(root: etree._Element) -> Iterator[Block]:
    """All blocks of the text, heads too; what notes hold is not among them."""
    for section in sections(root):
        page = ""
        walk = etree.iterwalk(section, events=("start",))
        for _, element in walk:
            name = local(element)
            if name == "pb":
                page = element.get("n", "")
            elif name == "note":
                walk.skip_subtree()
            elif name in BLOCKS and not any(holds_blocks(child) for child in element):
                begins = first_page(element)
                yield Block(
                    element,
                    line_of(element),
                    page if begins is None else begins,
                    not in_commentary(element),
                    section.get(LANG, ""),
                )


def holds_blocks(element: etree._Element) -> bool:
    """Something within it, outside notes, is a block: it is only what stands around it."""
    name = local(element)
    return name != "note" and (name in BLOCKS or any(map(holds_blocks, element)))


def first_page(block: etree._Element) -> str | None:
    """The number of a page that begins with the first word of a block."""
    found, words = None, block.text
    for child in block:
        if local(child) != "pb" or (words or "").strip():
            break
        found, words = child.get("n", ""), child.tail
    return found


def in_commentary(element: etree._Element) -> bool:
    return any(
        local(above) == "div" and above.get("type") == "commentary"
        for above in element.iterancestors()
    )


def language_of(element: etree._Element) -> str:
    """The language of an element: its own, else that of what is around it."""
    lines = (element, *element.iterancestors())
    return next((each.get(LANG, "") for each in lines if each.get(LANG)), "")


def paragraphs(found: list[Block]) -> Iterator[Paragraph]:
    """The blocks but for the heads."""
    for block in found:
        element = block.element
        if not block.is_head:
            yield Paragraph(
                element.get(ID, ""),
                local(element),
                block.line.text,
                block.page,
                language_of(element),
                block.by_author,
                element.get("n", ""),
            )


def authors_lines(found: list[Block]) -> Iterator[tuple[str, str]]:
    """The author's words alone, a block a line, each with the language of its section."""
    for block in found:
        if block.by_author and not block.is_head and (text := authors_line(block.element)):
            yield block.language, text


def notes(found: list[Block]) -> Iterator[Note]:
    """The notes at their anchors; a remark within a note has the place of that note."""
    for block in found:
        for element, offset in block.line.notes:
            for note in element.iter(f"{{{TEI}}}note"):
                yield Note(
                    note.get(ID, ""),
                    note.get("n", ""),
                    note.get("type", ""),
                    note_text(note),
                    note.get("cert", "high"),
                    language_of(note),
                    block.element.get(ID, ""),
                    local(block.element),
                    offset,
                )


def note_text(note: etree._Element) -> str:
    """The words of a note, a line for each of its paragraphs."""
    parts = [child for child in note if local(child) == "p"] or [note]
    return "\n".join(line_of(part).text for part in parts)


def pages(root: etree._Element) -> Iterator[Page]:
    """The page breaks of the text in their order, those within notes too."""
    for section in sections(root):
        for mark in section.iter(f"{{{TEI}}}pb"):
            at_end = any(local(above) == "note" for above in mark.iterancestors())
            yield Page(mark.get(ID, ""), mark.get("n", ""), section.get(LANG, ""), at_end)
