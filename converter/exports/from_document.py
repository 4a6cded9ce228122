"""A TEI document of the edition → the Reference by which it is cited: as a part of its volume."""

from collections.abc import Iterator

from lxml import etree

from converter.exports.creators import byline, creators_of
from converter.exports.fields import NS, address_of, date_of, first, pages_of, plain
from converter.exports.reference import Creator, Date, Kind, Reference, Role
from converter.markup import ID, LANG

FILE = "t:teiHeader/t:fileDesc/"
TITLES = f"{FILE}t:titleStmt/t:title"
SOURCE = f"{FILE}t:sourceDesc/"
ANALYTIC, MONOGR = f"{SOURCE}t:biblStruct/t:analytic/", f"{SOURCE}t:biblStruct/t:monogr/"
PROFILE = "t:teiHeader/t:profileDesc/"
KEPT = f"{SOURCE}t:msDesc/t:msIdentifier/"
NAMING = frozenset(("persName", "orgName", "name"))


def reference_of(root: etree._Element) -> Reference:
    """The header of a document, ours or anybody's, → Reference. Only what it states is taken."""
    volume = volume_of(root)
    written = date_of(root.find(f"{PROFILE}t:creation/t:date", NS))
    monograph = root.find(MONOGR.rstrip("/"), NS)
    first_page, last_page = pages_of(monograph) if monograph is not None else ("", "")
    return Reference(
        key=root.get(ID, "").replace("_", "-"),
        kind=Kind.DOCUMENT,
        title=first(root, f"{ANALYTIC}t:title") or main_title(root),
        creators=tuple(creators(root)),
        container=volume,
        first_page=first_page,
        last_page=last_page,
        date=date_of(root.find(f"{MONOGR}t:imprint/t:date", NS)) if volume else written,
        original_date=written if volume else Date(),
        place=first(root, f"{MONOGR}t:imprint/t:pubPlace"),
        publisher=first(root, f"{MONOGR}t:imprint/t:publisher"),
        archive=first(root, f"{KEPT}t:repository"),
        archive_place=first(root, f"{KEPT}t:settlement"),
        archive_collection=first(root, f"{KEPT}t:collection"),
        shelfmark=first(root, f"{KEPT}t:idno"),
        database=first(root, f"{SOURCE}t:bibl[@type='digital']/t:title"),
        url=web_address(root),
        language=root.get(LANG, ""),
    )


def main_title(root: etree._Element) -> str:
    return first(root, f"{TITLES}[@type='main']") or first(root, TITLES)


def volume_of(root: etree._Element) -> str:
    """The title of the volume. Where our header names none, its source has only a stand-in."""
    ours = root.find(f"{TITLES}[@type='main']", NS) is not None
    return first(root, f"{TITLES}[@type='sub']") or (
        "" if ours else first(root, f"{MONOGR}t:title")
    )


def creators(root: etree._Element) -> Iterator[Creator]:
    """Authors, editors of the printed volume, recipients.

    Editors of the digital edition are not taken for editors of the volume.
    """
    authors = root.findall(f"{FILE}t:titleStmt/t:author", NS)
    authors = authors or root.findall(f"{ANALYTIC}t:author", NS)
    yield from creators_of(authors, Role.AUTHOR, byline)
    yield from creators_of(root.iterfind(f"{MONOGR}t:editor", NS), Role.EDITOR, byline)
    received = root.iterfind(f"{PROFILE}t:correspDesc/t:correspAction[@type='received']/*", NS)
    named = (node for node in received if etree.QName(node).localname in NAMING)
    yield from creators_of(named, Role.RECIPIENT, byline)


def web_address(root: etree._Element) -> str:
    """Where the edition has the document on the web; else where the digital archive has it."""
    published = plain(root.find(f"{FILE}t:publicationStmt/t:idno[@type='URI']", NS))
    shown = root.find(f"{SOURCE}t:bibl[@type='digital']", NS)
    return published or (address_of(shown) if shown is not None else "")
