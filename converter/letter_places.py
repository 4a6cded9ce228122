"""Places of letters: where they were written and where they went, from heads and datelines."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from converter.entries import Volumes
from converter.identifiers import name_slug, slug
from converter.list_drafts import Draft
from converter.listing import Listed, initial_of, list_document, parted, reference
from converter.markup import TEI, element, indent, local, serialise
from converter.persons.forms import CYRILLIC, printed
from converter.persons.in_edition import listed
from converter.settings import Settings

NAME = "tei/places.xml"
NS = {"t": TEI}
ACTION = "t:teiHeader/t:profileDesc/t:correspDesc/t:correspAction[@type='{}']/t:placeName"
DATELINE = "t:text//t:opener/t:dateline"
INLINE = frozenset(("placeName", "note", "head", "p", "title", "publisher"))
FIGURE = re.compile(r"\d")
DAYS_OF_THE_WEEK = """
    monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunedi martedi mercoledi giovedi venerdi sabato domenica
    lunes martes miercoles jueves viernes domingo
    poniedzialek wtorek sroda czwartek piatek sobota niedziela
    ponedelnik vtornik sreda chetverg pyatnitsa subbota voskresene
    ponedilok vivtorok sereda chetver pyatnytsya nedilya
"""
WEEKDAYS = frozenset(DAYS_OF_THE_WEEK.split())
LONGEST = 6  # words of a place; what is longer is a sentence


@dataclass(frozen=True, slots=True)
class LetterPlace:
    """A place as a document prints it: ``sent`` from there or ``received`` there."""

    document: str
    name: str
    role: str

    @property
    def key(self) -> str:
        return name_slug(self.name)


def letter_places(document: str, root: etree._Element) -> Iterator[LetterPlace]:
    """What the head says; else, of where a letter was written, what stands before its date."""
    sent = [printed(node) for node in root.iterfind(ACTION.format("sent"), NS)]
    if not sent:
        first = root.find(DATELINE, NS)
        sent = [place_of(first)] if first is not None else []
    received = [printed(node) for node in root.iterfind(ACTION.format("received"), NS)]
    for role, names in (("sent", sent), ("received", received)):
        for name in names:
            if slug(name):
                yield LetterPlace(document, name, role)


def place_of(dateline: etree._Element) -> str:
    """The place of a dateline: what is marked as one, else the words before the date.

    Words that only lead to the date ("den", "the") are none; nor is what has figures in it.

    >>> from converter.markup import element
    >>> place_of(element("dateline", "Port Amsel, the ", element("date", "3 May")))
    'Port Amsel'
    >>> place_of(element("dateline", "Tuesday, 3 o’clock, ", element("date", "3 May")))
    ''
    """
    marked = dateline.find("t:placeName", NS)
    if marked is not None:
        return printed(marked)
    if dateline.find("t:date", NS) is None:
        return ""
    pieces = [dateline.text or ""]
    for node in dateline:
        if local(node) == "date":
            break
        if local(node) not in ("note", "pb"):
            pieces.append("".join(map(str, node.itertext())))
        pieces.append(node.tail or "")
    said = [" ".join(piece.split()).strip(".;:") for piece in "".join(pieces).split(",")]
    words = [leading(piece) for piece in said]
    place = ", ".join(filter(None, words))
    return "" if FIGURE.search(place) or len(place.split()) > LONGEST else place


def leading(piece: str) -> str:
    """The words up to the last that has a capital: "den", "this the" lead to the date."""
    words = [word for word in piece.split() if slug(word) not in WEEKDAYS]
    while words and not words[-1][:1].isupper():
        words.pop()
    return " ".join(words)


def place_list(
    found: Iterable[LetterPlace], documents: Mapping[str, Listed], settings: Settings
) -> bytes | None:
    """Places → the TEI list from which the page of places is made; None where there are none."""
    ordered = sorted(found, key=lambda p: (CYRILLIC.match(p.name) is not None, p.key))
    if not ordered:
        return None
    lists = []
    for letter, group in groupby(ordered, key=lambda place: initial_of(place.name)):
        same_name = [list(same) for _, same in groupby(group, key=lambda place: place.key)]
        made = [place_entry(same, documents) for same in same_name]
        lists.append(element("listPlace", element("head", letter), *made))
    told = "Gathered from the heads and datelines of the letters."
    root = list_document("places", "Places", told, lists, settings)
    indent(root, 0, INLINE)
    return serialise(root)


def place_entry(same: Sequence[LetterPlace], documents: Mapping[str, Listed]) -> etree._Element:
    """The place by its first spelling, with the letters written there and sent there."""
    made = element("place", element("placeName", same[0].name), id_=f"place-{same[0].key}")
    for role in ("sent", "received"):
        held = {each.document for each in same if each.role == role}
        refs = [reference(name, documents) for name in documents if name in held]
        if refs:
            made.append(element("note", *parted(refs), type=role))
    return made


def draft_places(volumes: Volumes, settings: Settings) -> Draft:
    """Volumes in order → places.xml."""
    entries = [entry for group in volumes.values() for entry in group]
    found = [place for entry in entries for place in letter_places(entry.name, entry.apparatus())]
    return Draft(NAME, place_list(found, listed(volumes), settings))
