"""Read an authority file: TEI lists of org and bibl → entries, or the one place that is wrong."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from lxml import etree

from converter.authorities import KINDS_OF_SERIAL, Entry, Repository, Serial
from converter.authority_forms import folded
from converter.markup import ID, TEI
from converter.problems import Place, Problem, Refused
from converter.xml_files import line_of, read_xml

NAMED = re.compile(r"[A-Za-z][A-Za-z0-9-]*")  # an id goes into file names and addresses


def read_entries(path: Path) -> tuple[tuple[Repository, ...], tuple[Serial, ...]]:
    """Repositories and serials of a file. Raises Refused where one entry cannot be used."""
    root = read_xml(path).getroot()
    orgs = root.findall(f".//{{{TEI}}}listOrg/{{{TEI}}}org")
    bibls = root.findall(f".//{{{TEI}}}listBibl/{{{TEI}}}bibl")
    if not orgs and not bibls:
        raise Refused(Problem("authorities-empty", Place(str(path), 1)))
    repositories = tuple(repository(node, path) for node in orgs)
    serials = tuple(serial(node, path) for node in bibls)
    refuse_ids_twice((*orgs, *bibls), path)
    refuse_forms_twice(repositories, orgs, path, lambda entry: (*entry.forms, *entry.classes))
    refuse_forms_twice(serials, bibls, path, lambda entry: entry.forms)
    return repositories, serials


def repository(node: etree._Element, path: Path) -> Repository:
    """One org: its full name, or the first name it has."""
    forms = texts(node, "orgName")
    if not forms:
        raise incomplete(node, path, "name", "an orgName")
    place = node.find(f"{{{TEI}}}location")
    country = None if place is None else place.find(f"{{{TEI}}}country")
    return Repository(
        id=identifier(node, path),
        name=next(iter(texts(node, "orgName", "full")), forms[0]),
        forms=forms,
        settlement="" if place is None else " ".join(texts(place, "settlement")),
        country="" if country is None else country.get("key", ""),
        scheme=" ".join(texts(node, "idno", "scheme")),
        classes=texts(node, "idno", "class"),
        source=node.get("source", ""),
    )


def serial(node: etree._Element, path: Path) -> Serial:
    """One bibl: its first title is the title, all its titles are forms."""
    forms = texts(node, "title")
    if not forms:
        raise incomplete(node, path, "title", "a title")
    kind = node.get("type", "")
    if kind not in KINDS_OF_SERIAL:
        facts = {"entry": called(node), "type": kind}
        raise Refused(Problem("authority-unknown-type", at(node, path), facts=facts))
    return Serial(
        id=identifier(node, path),
        kind=kind,
        title=forms[0],
        forms=forms,
        place=" ".join(texts(node, "pubPlace")),
        source=node.get("source", ""),
    )


def texts(node: etree._Element, name: str, kind: str = "") -> tuple[str, ...]:
    """The texts of children of one name, each once; with ``kind`` those of this type alone."""
    children = (
        child for child in node.findall(f"{{{TEI}}}{name}") if kind in ("", child.get("type"))
    )
    said = (" ".join(str(child.xpath("string()")).split()) for child in children)
    return tuple(dict.fromkeys(filter(None, said)))


# ---------------------------------------------------------------- what is refused


def identifier(node: etree._Element, path: Path) -> str:
    found = node.get(ID, "")
    if not NAMED.fullmatch(found):
        wanted = "an xml:id of letters a to z, digits and hyphens that begins with a letter"
        raise incomplete(node, path, "id that can be used", wanted)
    return found


def refuse_ids_twice(nodes: Iterable[etree._Element], path: Path) -> None:
    first: dict[str, etree._Element] = {}
    for node in nodes:
        before = first.setdefault(node.get(ID, ""), node)
        if before is not node:
            facts = {"id": node.get(ID), "other": line_of(before)}
            raise Refused(Problem("authority-id-twice", at(node, path), facts=facts))


def refuse_forms_twice(
    entries: tuple[Entry, ...],
    nodes: Iterable[etree._Element],
    path: Path,
    forms_of: Callable[[Entry], Iterable[str]],
) -> None:
    """A form leads to one entry of its sort; a serial and an archive may share one."""
    first: dict[str, Entry] = {}
    for entry, node in zip(entries, nodes, strict=True):
        for form in forms_of(entry):
            before = first.setdefault(folded(form), entry)
            if before is not entry:
                facts = {"form": form, "entry": entry.id, "other": before.id}
                raise Refused(Problem("authority-form-twice", at(node, path), facts=facts))


def incomplete(node: etree._Element, path: Path, lacks: str, wanted: str) -> Refused:
    facts = {"entry": called(node), "lacks": lacks, "wanted": wanted}
    return Refused(Problem("authority-incomplete", at(node, path), facts=facts))


def called(node: etree._Element) -> str:
    """What a message calls an entry: its id, else its first words."""
    words = " ".join(str(node.xpath("string()")).split())
    return node.get(ID) or f"'{words[:40]}'"


def at(node: etree._Element, path: Path) -> Place:
    return Place(str(path), line_of(node))
