"""Leaves of a book made to fit the rules of XHTML, which TEI of any shape can lead to break.

A browser reads such a page as well as it can; a reading system may refuse the whole book.
"""

import re
from collections.abc import Iterable

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
LANGUAGES = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")
# RFC 5646: what a reader that is strict takes for the code of a language.
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
# HTML, section 3.2.5.2.5: what stands in a line of words, and may hold nothing else.
LINES = ("h1", "h2", "h3", "h4", "h5", "h6", "p")
PHRASES = (
    "a", "b", "br", "cite", "code", "del", "em", "i", "q", "s", "span", "strong", "sub", "sup",
    "time", "u",
)  # fmt: skip
IN_PHRASE = frozenset(f"{{{XHTML}}}{name}" for name in PHRASES)
OF_WORDS = IN_PHRASE | {f"{{{XHTML}}}{name}" for name in LINES}
SPAN = f"{{{XHTML}}}span"


def fit(root: etree._Element, marks: Iterable[etree._Element]) -> None:
    """The tree of a leaf without what no leaf may have: no word is lost.

    Of an id that two elements have, the first keeps it; page marks without one are given theirs.
    What is no code of a language is left out. A block in a line of words becomes a part of it.
    """
    name_once(root)
    name_marks(root, marks)
    for element in root.iter(etree.Element):
        for name in LANGUAGES:
            if not LANGUAGE.fullmatch(element.get(name, "x")):
                del element.attrib[name]
    lay_in_line(root)


def name_once(root: etree._Element) -> None:
    once: set[str] = set()
    for element in root.iter(etree.Element):
        name = element.get("id")
        if name in once:
            del element.attrib["id"]
        elif name:
            once.add(name)


def name_marks(root: etree._Element, marks: Iterable[etree._Element]) -> None:
    taken = {element.get("id") for element in root.iter(etree.Element)}
    for number, mark in enumerate(marks, 1):
        wish = mark.get("id") or f"page-mark-{number}"
        while not mark.get("id") and wish in taken:
            wish += "-"
        mark.set("id", wish)


def lay_in_line(root: etree._Element) -> None:
    """Every block that stands in a line becomes a span, which the style shows as a block."""
    for line in list(root.iter(*OF_WORDS)):
        for child in line.iterchildren(etree.Element):
            if child.tag not in IN_PHRASE:
                child.tag = SPAN
                child.set("class", f"{child.get('class', '')} block".strip())
                if "value" in child.attrib:  # the number of an item
                    del child.attrib["value"]
                lay_in_line(child)
