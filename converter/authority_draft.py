"""Unknown sigla as a TEI authority file to complete: an entry each, marked as not checked."""

from collections.abc import Iterable, Sequence

from lxml import etree

from converter.authorities import Authorities
from converter.counting import plural
from converter.identifiers import name_slug
from converter.markup import element, indent, serialise
from converter.unknown_sigla import Unknown

SAID = "Made from unknown sigla: complete each entry, say in @source where you found it, drop @cert"
DEEPEST = frozenset(("orgName", "title", "note", "p"))


def draft(unknown: Sequence[Unknown], known: Authorities) -> bytes:
    """A valid authority file with one entry for each siglum."""
    taken = {entry.id for entry in known.entries}
    named = list(zip(unknown, free_ids(unknown, taken), strict=True))
    archives = [archive(each, id_) for each, id_ in named if not each.serial]
    serials = [serial(each, id_) for each, id_ in named if each.serial]
    lists = [
        *([element("listOrg", *archives)] if archives else []),
        *([element("listBibl", *serials)] if serials else []),
    ]
    root = element("TEI", header(), element("text", element("body", *lists or [element("p")])))
    indent(root, 0, DEEPEST)
    return serialise(root)


def header() -> etree._Element:
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title", "Archives and serials of this edition")),
            element("publicationStmt", element("p", "Part of the edition.")),
            element("sourceDesc", element("p", f"{SAID}.")),
        ),
    )


def archive(unknown: Unknown, id_: str) -> etree._Element:
    siglum = element("orgName", unknown.siglum, type_="siglum")
    return element("org", siglum, remark(unknown), id_=id_, cert="low")


def serial(unknown: Unknown, id_: str) -> etree._Element:
    siglum = element("title", unknown.siglum, level="m", type_="siglum")
    return element("bibl", siglum, remark(unknown), id_=id_, type_="documentCollection", cert="low")


def remark(unknown: Unknown) -> etree._Element:
    return element("note", f"{plural(unknown.count, 'time')}; first {unknown.places[0]}")


def free_ids(unknown: Iterable[Unknown], taken: set[str]) -> list[str]:
    """An id for each siglum, romanised; never that of another entry, which it would replace."""
    ids: list[str] = []
    for each in unknown:
        wanted = name_slug(each.siglum).upper()
        made, number = wanted, 2
        while made in taken or made in ids:
            made, number = f"{wanted}-{number}", number + 1
        ids.append(made)
    return ids
