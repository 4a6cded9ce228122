"""Links in the leaves of a book: they lead to its chapters and to the web, and never nowhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from converter.books.fitting import SPAN, XHTML

LINK = f"{{{XHTML}}}a"
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


def lead(root: etree._Element, file: Path, places: Places) -> None:
    """Every link leads somewhere; a link that led nowhere becomes its words."""
    for element in list(root.iter(LINK)):
        if address := places.address(element.get("href", ""), file):
            element.set("href", address)
        else:
            element.tag = SPAN
            for name in ("href", "rel", "role", "aria-label"):
                element.attrib.pop(name, "")
