"""Spelling: the text of a section as the page prints it, and the same text read from its TEI.

A page mark is spelled ⟦number⟧. The brackets of commentary, insertions and remarks, and the hyphen
of a joined word, are put back where the TEI encodes them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from converter.marks import page_marks
from converter.markup import local
from converter.pages import TextSection

LINE_END = "\n"
# Elements that hold elements only: white space in them is layout.
HOLDERS = frozenset(("text", "body", "div", "list", "opener", "closer", "postscript", "address"))


@dataclass(frozen=True, slots=True)
class SpelledLine:
    """A line of the page spelled out, with its number."""

    number: int
    text: str


# ---------------------------------------------------------------- the page


def spell_page(section: TextSection) -> list[SpelledLine]:
    """The lines of a section; a page mark as ⟦number⟧."""
    marks = page_marks(section.lines)
    return [
        SpelledLine(line.number, f"⟦{marks[i].number}⟧" if i in marks else line.text)
        for i, line in enumerate(section.lines)
        if not line.blank
    ]


# ---------------------------------------------------------------- the TEI


def spell_tei(division: etree._Element) -> str:
    """The text of a section with the marks that were encoded put back."""
    return "".join(spelled(division))


def spelled(node: etree._Element) -> Iterator[str]:
    name = local(node)
    if name == "pb":
        if number := node.get("n"):
            yield f"-⟦{number}⟧" if node.get("break") == "no" else f"⟦{number}⟧"
        return
    bracketed, holds_words = brackets(node, name), name not in HOLDERS
    if bracketed:
        yield "["
    if holds_words:
        yield node.text or ""
    for child in node:
        if local(child):
            yield from spelled(child)
        if holds_words:
            yield child.tail or ""
    if bracketed:
        yield "]"


def brackets(node: etree._Element, name: str) -> bool:
    """The element stands for a pair of square brackets on the page."""
    match name:
        case "supplied":
            return True
        case "note":
            return node.get("type") == "editorial" and node.get("place") == "inline"
        case "div":
            return node.get("type") == "commentary"
    return False
