"""The bibliography of the edition → a Reference for each of its entries."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from converter.exports.creators import citing, creators_of
from converter.exports.fields import (
    NS,
    address_of,
    date_of,
    first,
    pages_of,
    plain,
    scope,
    unquoted,
)
from converter.exports.reference import Kind, Reference, Role
from converter.markup import ID, TEI


class Archive(NamedTuple):
    """An archive as the bibliography's list of repositories has it."""

    name: str
    settlement: str


def references_of(root: etree._Element) -> Iterator[Reference]:
    """The entries in their order."""
    archives = {
        org.get(ID, ""): Archive(first(org, "t:orgName"), first(org, "t:location//t:settlement"))
        for org in root.iter(f"{{{TEI}}}org")
    }
    for entry in root.iterfind("t:text/t:body//t:listBibl/t:bibl", NS):
        yield reference_of(entry, archives)


def reference_of(entry: etree._Element, archives: dict[str, Archive]) -> Reference:
    """One bibl with its fields; punctuation between them belongs to the printed citation only."""
    kind = kind_of(entry)
    title, container = titles(entry, kind)
    authors = creators_of(entry.iterfind("t:author", NS), Role.AUTHOR, citing)
    editors = creators_of(entry.iterfind("t:editor", NS), Role.EDITOR, citing)
    first_page, last_page = pages_of(entry)
    archive = archive_of(entry, archives)
    return Reference(
        key=entry.get(ID, ""),
        kind=kind,
        title=title,
        creators=(*authors, *editors),
        container=container,
        series=scope(entry, "series"),
        volume=scope(entry, "volume"),
        issue=scope(entry, "issue"),
        first_page=first_page,
        last_page=last_page,
        date=date_of(entry.find("t:date", NS)),
        place=first(entry, "t:pubPlace"),
        publisher=first(entry, "t:publisher"),
        archive=archive.name,
        archive_place=archive.settlement,
        archive_collection=first(entry, "t:name[@type='collection']"),
        shelfmark=shelfmark_of(entry),
        url=address_of(entry),
    )


def kind_of(entry: etree._Element) -> Kind:
    """The type of the bibl; an article in a newspaper is another thing than the newspaper."""
    stated = entry.get("type", "")
    if stated == Kind.NEWSPAPER and first(entry, "t:title[@level='a']"):
        return Kind.REPORT
    return Kind(stated) if stated in set(Kind) else Kind.OTHER


def titles(entry: etree._Element, kind: Kind) -> tuple[str, str]:
    """Its own title and the title of what it stands in."""
    own = first(entry, "t:title[@level='a']") or first(entry, "t:title[@level='u']")
    around = first(entry, "t:title[@level='j']") or first(entry, "t:title[@level='m']")
    if kind is Kind.ARCHIVAL:
        return own or around, ""
    return (unquoted(own), around) if own else (around or first(entry, "t:title"), "")


def archive_of(entry: etree._Element, archives: dict[str, Archive]) -> Archive:
    """The repository in full where the list knows it, else as printed."""
    printed = entry.find("t:orgName[@type='repository']", NS)
    if printed is None:
        return Archive("", "")
    known = archives.get(printed.get("ref", "").removeprefix("#"), Archive("", ""))
    return Archive(known.name or plain(printed), known.settlement)


def shelfmark_of(entry: etree._Element) -> str:
    """The shelfmark in full, without the archive's name that its full form begins with."""
    found = entry.find("t:idno[@type='shelfmark']", NS)
    if found is None:
        return ""
    siglum = first(entry, "t:orgName[@type='repository']")
    whole = " ".join(found.get("n", "").split()) or plain(found)
    return whole.removeprefix(f"{siglum} ") if siglum else whole
