"""The text edition as its TEI has it: written down a second time, without the stylesheets."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from converter.markup import TEI, local
from converter.verification.header_lines import header_lines, title
from converter.verification.structure import (
    APART,
    BLOCKS,
    SPACES,
    has_own_mark,
    headline,
    holding_blocks,
    is_container,
    is_footnote,
    is_line,
    leads_to_line,
    sections,
    words_in,
)

NOTE = f"{{{TEI}}}note"
KINDS = ("translation", "transcription")
PRINTED = frozenset(("sic", "orig", "abbr"))
SCHEME = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]*:")


def reading_text(root: etree._Element, words: Mapping[str, str]) -> str:
    """The words of a document's text, in order, with those that the edition adds in ``words``.

    Notes stand behind the text of their section. Only words count: line ends are anywhere.
    """
    return "\n".join(Reading(root, words).document())


class Reading:
    """A document on its way to text, from the first element to the last."""

    def __init__(self, root: etree._Element, words: Mapping[str, str]) -> None:
        self.root, self.words = root, words
        self.out: list[str] = []
        self.pending: list[str] = []  # marks of pages that the next line shows
        self.title: list[str] = []
        self.labels: dict[etree._Element, str] = {}
        self.first_lines: dict[etree._Element, list[str]] = {}  # marks that a footnote shows
        self.sections = sections(root)
        self.headline = headline(self.sections)
        self.holding = holding_blocks(root)

    def document(self) -> Iterator[str]:
        """Title lines, then each section with its notes."""
        texts = [self.section(section) for section in self.sections]
        yield "".join(self.title) if self.headline is not None else title(self.root, self.words)
        yield from header_lines(self.root, self.words)
        for section, text in zip(self.sections, texts, strict=True):
            kind = section.get("type", "")
            if len(texts) > 1 and kind in KINDS:
                yield underlined(self.words[kind])
            yield text

    def section(self, section: etree._Element) -> str:
        notes = [note for note in section.iter(NOTE) if is_footnote(note)]
        for number, note in enumerate(notes, start=1):
            printed = note.get("n", "")
            self.labels[note] = printed if words_in(printed) else str(number)
        self.out = []
        self.block(section)
        if notes:
            self.out.append(underlined(self.words["notes"]))
        for note in notes:
            self.out.append(f"\n[{self.labels[note]}] ")
            self.pending = self.first_lines.pop(note, [])
            self.inside(note, blocks=True)
        return "".join(self.out)

    # ------------------------------------------------------------ blocks

    def inside(self, node: etree._Element, blocks: bool) -> None:
        """What an element holds: among blocks, or as words in a line."""
        container = blocks and is_container(node)
        self.text(node.text)
        for child in node:
            if not blocks:
                self.inline(child)
            elif container and local(child) == "pb":
                self.pending += self.mark(child)
            elif local(child) in BLOCKS or child in self.holding:
                self.block(child)
            else:
                self.between(child)
            self.text(child.tail)
        self.out += self.marks()

    def text(self, text: str | None) -> None:
        if words_in(text):
            self.out += self.marks()
        self.out.append(text or "")

    def marks(self) -> list[str]:
        """The marks that wait for a line, which is here, or will not come."""
        waiting, self.pending = self.pending, []
        return waiting

    def block(self, node: etree._Element) -> None:
        if node is self.headline:
            body, self.out = self.out, self.title
            self.out += self.marks()
            self.inside(node, blocks=False)
            self.out = body
            return
        if self.pending and not leads_to_line(node):
            self.out += self.marks()
        self.out.append("\n")
        commentary = local(node) == "div" and node.get("type") == "commentary"
        if local(node) == "item" and not has_own_mark(node):
            self.out.append("– ")
        if commentary:
            self.out.append(f"[{self.words['commentary']}]\n")
        if self.pending and is_line(node):
            self.out += [*self.marks(), " "]
        self.inside(node, blocks=True)
        self.out.append(f"\n[{self.words['commentary-end']}]\n" if commentary else "\n")

    def between(self, node: etree._Element) -> None:
        """What is no block, between blocks; marks of pages wait for the line inside a footnote."""
        if self.pending and local(node) == "note" and leads_to_line(node):
            self.first_lines[node] = self.marks()
        self.out += self.marks()
        self.inline(node)

    # ------------------------------------------------------------ words in a line

    def inline(self, node: etree._Element) -> None:
        name = local(node)
        match name:
            case "pb":
                self.out += self.mark(node)
            case "note" if is_footnote(node):
                self.out.append(f"[{self.labels.get(node, '')}]")
            case "note" | "supplied":
                self.out.append("[")
                self.inside(node, blocks=False)
                self.out.append("]")
            case "gap":
                self.out.append("[…]")
            case "choice":
                self.choice(node)
            case "lb":
                self.out.append("" if node.get("break") == "no" else " ")
            case "ptr":
                self.out.append(address(node.get("target", "")))
            case _:
                apart = " " if name in APART else ""
                self.out.append(apart)
                self.inside(node, blocks=False)
                self.out.append(apart)

    def choice(self, node: etree._Element) -> None:
        """What was printed, then what it should be, in brackets."""
        for child in node:
            if local(child) in PRINTED:
                self.inside(child, blocks=False)
        for child in node:
            if local(child) not in PRINTED:
                before, self.out = self.out, []
                self.inside(child, blocks=False)
                inner, self.out = "".join(self.out).strip(SPACES), before
                self.out.append(f" [{inner}]")

    def mark(self, page: etree._Element) -> list[str]:
        """The mark of a page, if it has a number; inside a joined word it takes no room."""
        number = page.get("n", "")
        mark = f"[{self.words['page']} {number}]"
        return [mark if page.get("break") == "no" else f" {mark} "] if number else []


def underlined(words: str) -> str:
    """A heading that the page did not have."""
    return f"\n{words}\n{'-' * len(words)}\n"


def address(target: str) -> str:
    if target.lower().startswith(("http:", "https:", "mailto:")):
        return target
    if target.startswith("#") or SCHEME.match(target):
        return ""
    return re.sub(r"\.xml(#.*)?$", r".html\1", target)
