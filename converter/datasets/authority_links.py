"""Authority files: the records of persons in GND, VIAF and Wikidata, as persons.xml names them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from converter.markup import ID, TEI
from converter.persons.forms import Form, form_of

NS = {"t": TEI}
# The address of a record, and how it is made of a bare number: idno/@type names the file.
RECORDS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str], str]] = {
    "gnd": (
        re.compile(r"https?://d-nb\.info/gnd/[\dX-]+"),
        re.compile(r"[\dX-]+"),
        "https://d-nb.info/gnd/{}",
    ),
    "viaf": (
        re.compile(r"https?://(?:www\.)?viaf\.org/viaf/\d+/?"),
        re.compile(r"\d+"),
        "https://viaf.org/viaf/{}",
    ),
    "wikidata": (
        re.compile(r"https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/Q\d+"),
        re.compile(r"Q\d+"),
        "http://www.wikidata.org/entity/{}",
    ),
}
POINTERS = ("ref", "sameAs", "corresp", "source")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """An entry of persons.xml that has a record: its id, its forms, the letters it names."""

    id: str
    record: str
    forms: frozenset[Form]
    letters: frozenset[tuple[str, str]]  # role and document: ("sent", "log/1938-03-14")


def known_persons(root: etree._Element | None) -> Sequence[KnownPerson]:
    """The persons of persons.xml who have a record in an authority file."""
    persons = root.iter(f"{{{TEI}}}person") if root is not None else ()
    return [
        KnownPerson(
            person.get(ID, ""),
            record,
            frozenset(form for form in map(form_of, person.iterfind("t:persName", NS)) if form),
            frozenset(letters_in(person)),
        )
        for person in persons
        for record in [record_of(person)]
        if record
    ]


def letters_in(person: etree._Element) -> Iterator[tuple[str, str]]:
    for note in person.iterfind("t:note", NS):
        if note.get("type") in ("sent", "received"):
            for reference in note.iter(f"{{{TEI}}}ref"):
                document = reference.get("target", "").partition("#")[0].removesuffix(".xml")
                yield note.get("type", ""), document


def record_of(person: etree._Element) -> str:
    """The address of the person's record: from idno, else from a pointer; GND goes first."""
    said = [*numbers(person), *addresses(person)]
    for pattern, _, _ in RECORDS.values():
        if found := next(filter(pattern.fullmatch, said), ""):
            return found
    return ""


def numbers(person: etree._Element) -> Iterator[str]:
    """What stands in idno, as an address."""
    for node in person.iterfind("t:idno", NS):
        value = "".join(map(str, node.itertext())).strip()
        _, bare, address = RECORDS.get(node.get("type", "").lower(), (None, None, ""))
        yield address.format(value) if bare and bare.fullmatch(value) else value


def addresses(person: etree._Element) -> Iterator[str]:
    for node in (person, *person.iterfind("t:persName", NS)):
        for attribute in POINTERS:
            yield from node.get(attribute, "").split()


def record_for(
    name: etree._Element, role: str, document: str, alone: bool, persons: Sequence[KnownPerson]
) -> str:
    """The record of a name in the head of a letter; nothing where it is not sure whose it is.

    The name may point to a record or to persons.xml itself; else the person must be listed with
    this letter in this ``role``, and bear the name or be ``alone`` in it.
    """
    said = name.get("ref", "").split()
    for pattern, _, _ in RECORDS.values():
        if found := next(filter(pattern.fullmatch, said), ""):
            return found
    pointed = {each.rpartition("#")[2] for each in said if "persons.xml#" in each}
    if pointed:
        return next((each.record for each in persons if each.id in pointed), "")
    here = [each for each in persons if (role, document) in each.letters]
    bearing = [each for each in here if form_of(name) in each.forms]
    found_here = bearing or (here if alone else [])
    return found_here[0].record if len(found_here) == 1 else ""
