"""The chapters of a book: each document through the stylesheet, as a tree of XHTML."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from converter.books.documents import Document
from converter.books.fitting import XHTML, fit
from converter.books.links import Places, lead
from converter.problems import Problem, Refused
from converter.render import Renderer

NS = {"h": XHTML}
OTHER_LEAVES = frozenset(("contents", "title", "colophon"))
# Elements that have no content; all others are written with a closing tag, as HTML wants it.
VOID = frozenset(("br", "hr", "img", "link", "meta"))


@dataclass(frozen=True, slots=True)
class PageMark:
    """A page of the printed edition: its number, the place of its mark, and in which text."""

    number: str
    id: str
    transcribed: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document as a leaf of the book: the name of its file, its title, its tree."""

    document: Document
    href: str
    root: etree._Element

    @property
    def title(self) -> str:
        return str(self.root.findtext("h:head/h:title", "", NS))

    @property
    def year(self) -> str:
        return self.document.summary.year

    @property
    def pages(self) -> list[PageMark]:
        """The printed pages that begin in it, in the order in which they are read."""
        return [
            PageMark(
                "".join(map(str, mark.itertext())).strip().strip("[]"),
                mark.get("id", ""),
                any("transcription" in above.get("class", "") for above in mark.iterancestors()),
            )
            for mark in page_marks(self.root)
        ]


def chapters(
    documents: Iterable[Document], renderer: Renderer, interface: str
) -> tuple[list[Chapter], list[Problem]]:
    """The documents as chapters, in their order; one that cannot be rendered costs only itself.

    Every link in them leads to a place of the book, or to the web; what led elsewhere is words.
    """
    made: list[Chapter] = []
    problems: list[Problem] = []
    taken: set[str] = {*OTHER_LEAVES}
    for document in documents:
        path = str(document.path)
        try:
            rendered = renderer.made_by("chapter", document.data, path=path, interface=interface)
        except Refused as refused:
            problems.append(refused.problem)
            continue
        problems += rendered.unhandled
        root = etree.fromstring(rendered.text.encode(), etree.XMLParser(huge_tree=True))
        fit(root, page_marks(root))
        made.append(Chapter(document, free_name(document.stem, taken), root))
    places = Places.of((each.document.path, each.href, each.root) for each in made)
    for each in made:
        lead(each.root, each.document.path, places)
    return made, problems


def page_marks(root: etree._Element) -> list[etree._Element]:
    return root.findall(".//h:span[@role='doc-pagebreak']", NS)


def free_name(stem: str, taken: set[str]) -> str:
    """A name for the file of a chapter that no other leaf of the book has.

    >>> taken = {"title"}
    >>> free_name("title", taken), free_name("title", taken), free_name("1938-03-12", taken)
    ('title-2.xhtml', 'title-3.xhtml', '1938-03-12.xhtml')
    """
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return f"{name}.xhtml"


def as_file(root: etree._Element) -> bytes:
    """A leaf as the bytes of its file."""
    for element in root.iter(etree.Element):
        if not len(element) and not element.text and etree.QName(element).localname not in VOID:
            element.text = ""  # written with a closing tag
    written: bytes = etree.tostring(
        root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>"
    )
    return written + b"\n"
