"""Links and places in the leaves of a book: no place twice, no link that leads nowhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
LINK = f"{{{XHTML}}}a"
LANGUAGES = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")
# RFC 5646: what a reader that is strict takes for the code of a language.
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
# RFC 3986, and the letters of all scripts: no white space, no brackets, no quotation marks.
WEB = re.compile(r"(?i:https?)://[^\s\"<>\\^`{}|\[\]/?#]+(?:[/?#][^\s\"<>\\^`{}|\[\]]*)?")
MAIL = re.compile(r"(?i:mailto):[^\s\"<>\\^`{}|\[\]]+@[^\s\"<>\\^`{}|\[\]]+")


@dataclass(frozen=True, slots=True)
class Places:
    """The chapters by the TEI files they were made of, and the places within each."""

    chapters: Mapping[Path, str]
    within: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, chapters: Iterable[tuple[Path, str, etree._Element]]) -> "Places":
        known, within = {}, {}
        for path, href, root in chapters:
            known[path.resolve()] = href
            within[href] = frozenset(str(each.get("id")) for each in root.iter() if each.get("id"))
        return cls(known, within)

    def address(self, href: str, file: Path) -> str:
        """Where a link in the chapter of a TEI file leads in the book; nothing: nowhere."""
        if WEB.fullmatch(href) or MAIL.fullmatch(href):
            return href
        name, _, place = href.partition("#")
        named = (file.parent / unquote(name)).with_suffix(file.suffix) if name else file
        chapter = self.chapters.get(named.resolve(), "")
        if not chapter or (not name and place not in self.within[chapter]):
            return ""
        there = f"#{place}" if place in self.within[chapter] else ""
        return (chapter if name else "") + there


def name_places(root: etree._Element, marks: Iterable[etree._Element]) -> None:
    """Each id is that of one element, the first; page marks without one are given theirs."""
    once: set[str] = set()
    for element in root.iter(etree.Element):
        name = element.get("id")
        if name in once:
            del element.attrib["id"]
        elif name:
            once.add(name)
    for number, mark in enumerate(marks, 1):
        if not mark.get("id"):
            wish = f"page-mark-{number}"
            while wish in once:
                wish += "-"
            once.add(wish)
            mark.set("id", wish)


def lead(root: etree._Element, file: Path, places: Places) -> None:
    """Every link leads somewhere; a link that led nowhere becomes its words.

    Other people's TEI may have any words for a language: what is no code of one is left out.
    """
    for element in root.iter(etree.Element):
        for name in LANGUAGES:
            if not LANGUAGE.fullmatch(element.get(name, "x")):
                del element.attrib[name]
        if element.tag == LINK:
            address = places.address(element.get("href", ""), file)
            if address:
                element.set("href", address)
            else:
                element.tag = f"{{{XHTML}}}span"
                for name in ("href", "rel", "role", "aria-label"):
                    element.attrib.pop(name, None)
