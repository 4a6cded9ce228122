"""Fields of a reference read from TEI: text, dates, titles, pages, web addresses."""

import re
from collections.abc import Iterator

from lxml import etree

from converter.exports.reference import DAY, OPEN, Date
from converter.markup import TEI, local

NS = {"t": TEI}
LABELS = {
    "volume": re.compile(r"(?:vols?\.?|Bde?\.|Band|t\.|tome|т\.|том)\s*(?=\S)", re.IGNORECASE),
    "issue": re.compile(r"(?:nos?\.?|nr\.?|№|Heft|issue|н\.)\s*(?=\S)", re.IGNORECASE),
    "page": re.compile(r"(?:pp?\.?|SS?\.|С\.|с\.)\s*(?=\d)"),
}
DASH = re.compile(r"[-‐‑—−]")
QUOTES = {"‘": "’", "“": "”", "«": "»", "„": "“", '"': '"', "'": "'"}


def plain(node: etree._Element | None) -> str:
    """All text of an element, white space folded, notes in it left out."""
    return " ".join("".join(pieces(node)).split()) if node is not None else ""


def pieces(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if local(child) not in ("", "note", "pb"):
            yield from pieces(child)
        yield child.tail or ""


def first(node: etree._Element, path: str) -> str:
    """The text of the first element at the path that has any."""
    return next(filter(None, map(plain, node.iterfind(path, NS))), "")


def date_of(node: etree._Element | None) -> Date:
    """What a TEI date says in figures; where it says nothing in them, its words."""
    if node is None:
        return Date()
    if DAY.fullmatch(when := node.get("when", "")):
        return Date(when)
    for earliest, latest in (("from", "to"), ("notBefore", "notAfter")):
        begin, end = node.get(earliest, ""), node.get(latest, "")
        if begin or end:
            known = [value if DAY.fullmatch(value) else OPEN for value in (begin, end)]
            if known != [OPEN, OPEN]:
                return Date(known[0], known[1], estimated=earliest == "notBefore")
    return Date(printed=plain(node))


def unquoted(title: str) -> str:
    """A title without the quotation marks around it, which every style of citing sets itself."""
    closing = QUOTES.get(title[:1])
    if not closing or len(title) < 3 or title[-1] != closing:
        return title
    inside = title[1:-1]
    # ‘Storm’ and ‘calm’ is a title that begins and ends with a quotation.
    return title if title[0] in inside and inside.find(closing) < inside.find(title[0]) else inside


def scope(node: etree._Element, unit: str) -> str:
    """Volume, issue or series as printed, without the word for it."""
    found = first(node, f"t:biblScope[@unit='{unit}']")
    return LABELS[unit].sub("", found, count=1) if unit in LABELS else found


def pages_of(node: etree._Element) -> tuple[str, str]:
    """First and last page that the source fills, each as far as known."""
    found = node.find("t:biblScope[@unit='page']", NS)
    if found is None:
        return "", ""
    if found.get("from") or found.get("to"):
        return found.get("from", ""), found.get("to", "")
    printed = LABELS["page"].sub("", plain(found), count=1)
    begin, _, end = (part.strip() for part in DASH.sub("–", printed, count=1).partition("–"))
    if begin.isdigit() and end.isdigit() and len(end) < len(begin):
        end = begin[: -len(end)] + end  # 631–38
    return begin, end


def address_of(node: etree._Element) -> str:
    """The first web address that an element gives."""
    for found in node.iterdescendants(f"{{{TEI}}}idno", f"{{{TEI}}}ref"):
        value = plain(found) if found.get("type") == "URI" else found.get("target", "")
        if re.match(r"https?://\S+\Z", value):
            return value
    return ""
