"""Mentions: the persons of one document, as its notes explain them and its head names them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from sys import intern

from lxml import etree

from converter.linked import places
from converter.listing import Spot
from converter.markup import ID, TEI, local
from converter.persons.facts import Life, life_of
from converter.persons.forms import Form, printed
from converter.persons.names import Name, name_of

NS = {"t": TEI}
FILE = "persons.xml"
HEADER = "t:teiHeader/"
PERSON = f"{{{TEI}}}person"
NAME = f"{{{TEI}}}persName"
NOTE = f"{{{TEI}}}note"


class Role(StrEnum):
    """What a person is in a document."""

    EXPLAINED = "explained"
    AUTHOR = "author"
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """One person in one document: by a note that explains them, or in the document's head.

    ``at`` is the place, among the linked elements, of the ``person`` of the document's list, or of
    the name in the head or the text, which is not ``listed`` there.
    """

    document: str
    role: Role
    at: int
    listed: bool
    names: tuple[Name, ...]
    forms: tuple[Form, ...]
    description: str = ""
    source: Spot | None = None  # the note that describes the person
    spots: tuple[Spot, ...] = ()
    pointer: str = ""  # the entry that an editor's own TEI names
    life: Life = field(default_factory=Life)

    @property
    def form(self) -> Form:
        return self.forms[0]

    @property
    def printed(self) -> str:
        return self.names[0].printed


def mentions(document: str, root: etree._Element) -> Iterator[Mention]:
    """All persons of a document that have a name; bodies such as an embassy are none."""
    at = places(root)
    spots = spots_by_reference(root)
    sources = explaining_notes(root)
    for person in root.iterfind(f"{HEADER}t:profileDesc/t:particDesc//t:person", NS):
        names = tuple(person.iterfind("t:persName", NS))
        key = f"#{person.get(ID, '')}"
        description = " ".join(printed(note) for note in person.iterfind("t:note", NS))
        source = sources.get(key)
        others = tuple(spot for spot in spots.get(key, ()) if spot != source)
        yield from mention(
            document, Role.EXPLAINED, person, at[person], names, description, source, others
        )
    for role, path in (
        (Role.AUTHOR, f"{HEADER}t:fileDesc/t:titleStmt/t:author"),
        (Role.SENT, f"{HEADER}t:profileDesc/t:correspDesc/t:correspAction[@type='sent']"),
        (Role.RECEIVED, f"{HEADER}t:profileDesc/t:correspDesc/t:correspAction[@type='received']"),
    ):
        for holder in root.iterfind(path, NS):
            for name in holder.iterfind("t:persName", NS):
                yield from mention(document, role, name, at[name], (name,))


def mention(
    document: str,
    role: Role,
    element: etree._Element,
    at: int,
    names: tuple[etree._Element, ...],
    description: str = "",
    source: Spot | None = None,
    spots: tuple[Spot, ...] = (),
) -> Iterator[Mention]:
    known = [(name, name.form) for name in map(name_of, names) if name.form]
    if known:
        yield Mention(
            document,
            role,
            at,
            element.tag == PERSON,
            tuple(name for name, _ in known),
            tuple(form for _, form in known),
            intern(description),
            source,
            spots,
            pointer_of(element),
            life_of(description),
        )


def pointer_of(element: etree._Element) -> str:
    """The id in persons.xml to which a person or a name in the head points."""
    said = element.get("corresp" if element.tag == PERSON else "ref", "")
    file, _, identifier = said.rpartition("#")
    return identifier if file.endswith(FILE) else ""


def spots_by_reference(root: etree._Element) -> dict[str, Sequence[Spot]]:
    """The places of the names in the text, by what these point to; each place once."""
    found: dict[str, dict[Spot, None]] = {}
    for name in root.iterfind("t:text//t:persName[@ref]", NS):
        found.setdefault(name.get("ref", ""), {})[spot(name)] = None
    return {reference: list(spots) for reference, spots in found.items()}


def spot(name: etree._Element) -> Spot:
    """The note around a name, else the nearest element that has an id."""
    around = list(name.iterancestors())
    note = next((node for node in around if node.tag == NOTE and node.get(ID)), None)
    if note is not None:
        return spot_at(note.get(ID, ""), note.get("n", ""))
    holder = next((node for node in around if node.get(ID) and local(node) != "TEI"), None)
    return spot_at(holder.get(ID, "") if holder is not None else "")


@cache
def spot_at(anchor: str, label: str = "") -> Spot:
    """The notes and paragraphs of all documents have the same few addresses."""
    return Spot(anchor, label)


def explaining_notes(root: etree._Element) -> dict[str, Spot]:
    """The biographical note of each person: the first that begins with the name."""
    found: dict[str, Spot] = {}
    for note in root.iterfind("t:text//t:note[@type='biographical']", NS):
        first = next(note.iter(NAME), None)
        if first is not None and note.get(ID):
            found.setdefault(first.get("ref", ""), spot_at(note.get(ID, ""), note.get("n", "")))
    return found
