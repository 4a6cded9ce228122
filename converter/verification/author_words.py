"""The author's words as the TEI has them: written down a second time, without the stylesheets."""

import re
from collections.abc import Container

from lxml import etree

from converter.markup import local
from converter.verification.structure import (
    APART,
    BLOCKS,
    SPACES,
    holding_blocks,
    sections,
)

OTHERS = frozenset(("note", "supplied", "gap", "del", "ptr"))  # the editor's, or no words
WRITTEN = frozenset(("sic", "orig", "abbr"))  # of a choice
NUMBERED = frozenset(("p", "item"))
RUNS = re.compile(f"[{SPACES}]+")


def author_words(root: etree._Element, places: Container[int]) -> str:
    """The author's words in the sections at these places, counted from 1; a paragraph a line.

    Only words count when it is compared: white space of any kind divides them.
    """
    writer = Writer(root)
    for place, section in enumerate(sections(root), start=1):
        if place in places:
            writer.section(section)
    lines = (RUNS.sub(" ", line).strip(" ") for line in "".join(writer.out).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


class Writer:
    """The author's divisions on their way to text; ``\\n`` stands between two lines only."""

    def __init__(self, root: etree._Element) -> None:
        self.out: list[str] = []
        self.holding = holding_blocks(root)

    def section(self, node: etree._Element) -> None:
        """Down to the divisions that are the author's."""
        kind = node.get("type") if local(node) == "div" else ""
        if kind == "text":
            self.block(node)
        elif kind != "commentary" and local(node) != "note":
            for child in node:
                self.section(child)

    def block(self, node: etree._Element) -> None:
        """An element on lines of its own, without the number that was printed before it."""
        before, self.out = self.out, []
        self.text(node.text)
        for child in node:
            if self.is_block(child):
                if not self.is_others(child):
                    self.block(child)
            else:
                self.inline(child)
            self.text(child.tail)
        made, self.out = "".join(self.out), before
        if local(node) in NUMBERED and "n" in node.attrib:
            made = unnumbered(made.lstrip(f"{SPACES}"), " ".join(node.get("n", "").split()))
        self.out.append(f"\n{made}\n")

    def is_block(self, node: etree._Element) -> bool:
        return local(node) != "note" and (local(node) in BLOCKS or node in self.holding)

    @staticmethod
    def is_others(node: etree._Element) -> bool:
        """The head of a division, or the editor's commentary in one."""
        parent = node.getparent()
        headed = local(node) == "head" and parent is not None and local(parent) == "div"
        commentary = local(node) == "div" and node.get("type") == "commentary"
        return headed or commentary or local(node) == "supplied"

    def inline(self, node: etree._Element) -> None:
        """An element as words in a line."""
        name = local(node)
        if name in ("pb", "lb"):
            before = node.getprevious()
            parent = node.getparent()
            text = before.tail if before is not None else parent.text if parent is not None else ""
            cut = node.get("break") == "no" or (text or "").endswith("-")
            self.out.append("" if cut else " ")
        elif name and name not in OTHERS:
            apart = " " if name in APART else ""
            self.out.append(apart)
            self.text("" if name == "choice" else node.text)
            for child in node:
                if name != "choice" or local(child) in WRITTEN:
                    self.inline(child)
                self.text("" if name == "choice" else child.tail)
            self.out.append(apart)

    def text(self, text: str | None) -> None:
        self.out.append((text or "").replace("\n", " "))


def unnumbered(line: str, number: str) -> str:
    """A line without its number.

    >>> [unnumbered(line, "3") for line in ("(3) Having", "3. Having", "3.5 miles", "Having")]
    [' Having', 'Having', '3.5 miles', 'Having']
    """
    labels = (f"({number})", f"{number}.)", f"{number})", f"{number}. ", f"{number}: ")
    label = next((label for label in labels if f"{line} ".startswith(label)), "")
    return line[len(label) :]
