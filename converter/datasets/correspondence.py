"""Correspondence: ``tei/correspondence.xml``, the letters of an edition for correspSearch.

The form is the Correspondence Metadata Interchange Format (CMIF 1) of the TEI SIG Correspondence: a
header whose profileDesc has a correspDesc for each letter (TEI P5, 2.4.6), with plain names, dates
in figures, and pointers to authority files where these are known.
"""

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from converter.correspondence import NAME, free_licence
from converter.datasets import Dataset, File, Gathered
from converter.datasets.authority_links import KnownPerson, known_persons, record_for
from converter.letter_places import letter_places
from converter.markup import TEI, element, indent, local, serialise
from converter.persons.forms import printed
from converter.settings import Settings
from converter.site.addresses import is_web, page_in
from converter.site.sitemap import LONG_AGO, day_of_edition

NS = {"t": TEI}
DESCRIPTION = "t:teiHeader/t:profileDesc/t:correspDesc"
DATES = ("when", "from", "to", "notBefore", "notAfter")
FIGURES = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# A name that is not known to be a person's is a body's: bylines of persons have a comma.
NAMES = {"persName": "persName", "orgName": "orgName", "name": "orgName"}
UNKNOWN = "Unknown"  # as the format writes it
INLINE = frozenset(("title", "editor", "publisher", "bibl", "licence", "persName", "p", "orgName"))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: the volume that has it, and its correspDesc written out."""

    volume: str
    description: bytes


@dataclass(frozen=True, slots=True)
class Describing:
    """The letter that a document is; nothing where it is none.

    ``persons`` are those with a record in an authority file.
    """

    settings: Settings
    persons: Sequence[KnownPerson]

    def __call__(self, document: Gathered) -> Letter | None:
        described = document.root.find(DESCRIPTION, NS)
        if described is None:
            return None
        actions = [self.action(document, described, role) for role in ("sent", "received")]
        key = document.summary.identifier or document.name
        address = page_in(self.settings.address, document.name)
        source = f"#{source_id(self.settings)}"
        made = element("correspDesc", *actions, key=key, ref=address or None, source=source)
        return Letter(document.summary.volume or document.folder, etree.tostring(made))

    def action(self, document: Gathered, described: etree._Element, role: str) -> etree._Element:
        """What was done with a letter: by whom, where, when."""
        held = [
            child
            for action in described.iterfind("t:correspAction", NS)
            if action.get("type") == role
            for child in action
        ]
        names = [child for child in held if local(child) in NAMES and printed(child)]
        made = element("correspAction", type=role)
        for name in names:
            record = record_for(name, role, document.name, len(names) == 1, self.persons)
            made.append(element(NAMES[local(name)], printed(name), ref=record or None))
        if not names:
            made.append(element("persName", UNKNOWN))
        made.extend([*places(document, held, role)][:1])
        made.extend([*dates(held)][:1])
        return made


class Correspondence(Dataset):
    """A correspDesc for each letter, kept until all are there; without letters, no file.

    ``persons`` is the tree of persons.xml, which knows who has a record in an authority file.
    """

    def __init__(self, settings: Settings, persons: etree._Element | None = None) -> None:
        self.settings = settings
        self.take = Describing(settings, known_persons(persons))
        self.letters: list[bytes] = []
        self.volumes: dict[str, None] = {}

    def add(self, taken: Letter | None) -> None:
        if taken is not None:
            self.volumes[taken.volume] = None
            self.letters.append(taken.description)

    def end(self) -> Iterator[File]:
        if not self.letters:
            return
        title, source = self.settings.title or "; ".join(self.volumes), source_id(self.settings)
        letters = [etree.fromstring(letter) for letter in self.letters]
        written = serialise(letter_list(title, letters, self.settings, source))
        yield f"tei/{NAME}", [written]
        if self.settings.address:
            yield f"html/{NAME}", [written]  # where its header says that it is


def places(
    document: Gathered, held: Sequence[etree._Element], role: str
) -> Iterator[etree._Element]:
    """The place in the head, with its record if it has one; else that of the dateline."""
    for child in held:
        if local(child) == "placeName" and printed(child):
            record = child.get("ref", "")
            yield element("placeName", printed(child), ref=record if is_web(record) else None)
    for found in letter_places(document.name, document.root):
        if found.role == role:
            yield element("placeName", found.name)


def dates(held: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """The first date that is in figures, as far as it is."""
    for child in held:
        said = {name: child.get(name, "") for name in DATES if local(child) == "date"}
        figures = {name: value for name, value in said.items() if FIGURES.fullmatch(value)}
        if figures:
            made = element("date")
            for name, value in figures.items():
                made.set(name, value)
            yield made


def letter_list(
    title: str, letters: Sequence[etree._Element], settings: Settings, source: str
) -> etree._Element:
    """The TEI document; what the settings do not say is left out, and nothing made up for it."""
    about = f"{title}. {settings.publisher}".rstrip(". ") + "."
    linked: list[etree._Element | str] = [about]
    if settings.address:
        linked += [" ", element("ref", settings.address, target=settings.address)]
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element(
                "titleStmt",
                element("title", f"{title}: letters"),
                *(element("editor", each.name) for each in settings.editors),
            ),
            publication(settings),
            element("sourceDesc", element("bibl", *linked, type="online", id_=source)),
        ),
        element("profileDesc", *letters),
    )
    body = element("body", element("p"))
    identifier = NAME.removesuffix(".xml")
    root = element("TEI", header, element("text", body), id_=identifier, space="preserve")
    indent(root, 0, INLINE)
    return root


def publication(settings: Settings) -> etree._Element:
    """Publisher, address, day and licence, in the order of the format."""
    if not settings.publisher:
        return element("publicationStmt", element("p", "Unpublished list of letters."))
    made = element("publicationStmt", element("publisher", settings.publisher))
    if settings.address:
        address = f"{settings.address.rstrip('/')}/{NAME}"
        made.append(element("idno", address, type="url"))
    made.append(element("date", when=day_of_edition(settings.date) or LONG_AGO))
    free = free_licence(settings)
    terms = (
        element("licence", settings.licence, target=free)
        if free
        else element("p", "No licence is stated that lets the list be harvested.")
    )
    made.append(element("availability", terms))
    return made


def source_id(settings: Settings) -> str:
    """A name of the edition that stays the same as long as its address and title do."""
    named = settings.address.rstrip("/") or settings.title
    return f"edition-{uuid.uuid5(uuid.NAMESPACE_URL, named)}"
