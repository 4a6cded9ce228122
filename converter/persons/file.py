"""persons.xml: the entries as a TEI list, each with what notes say and where the person occurs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from converter.identifiers import slug
from converter.listing import Listed, initial_of, list_document, parted, reference
from converter.markup import ID, NAMESPACES, TEI, element, indent
from converter.persons.entries import Entry
from converter.persons.forms import CYRILLIC
from converter.persons.mentions import Mention, Role
from converter.persons.names import Name
from converter.settings import Settings

INLINE = frozenset(("persName", "p", "title", "publisher", "item", "note", "head", "event"))


def person_list(
    entries: Sequence[Entry], documents: Mapping[str, Listed], settings: Settings
) -> etree._Element:
    """Entries → the TEI document that the page of persons is made from, in alphabetical order."""
    lists = []
    ordered = sorted(entries, key=alphabetical)
    for letter, group in groupby(ordered, key=initial):
        people = [person(entry, documents) for entry in group]
        lists.append(element("listPerson", element("head", letter), *people))
    told = "Gathered from the biographical notes and the heads of the documents."
    root = list_document("persons", "Persons", told, lists, settings)
    indent(root, 0, INLINE)
    return root


# ---------------------------------------------------------------- order


def surname(entry: Entry) -> str:
    name = entry.name
    form = name.form
    if name.surname or form is None:
        return name.surname or name.printed
    words = [word.strip(",.") for word in name.printed.split()]
    return next((word for word in words if slug(word) == form.surname), words[-1])


def alphabetical(entry: Entry) -> tuple[bool, str, str, tuple[str, ...], str]:
    """Latin letters before Cyrillic; then by surname and the rest of the name."""
    last, form = surname(entry), entry.name.form
    given = form.given if form else ()
    return CYRILLIC.match(last) is not None, initial(entry), slug(last), given, entry.id


def initial(entry: Entry) -> str:
    return initial_of(surname(entry))


# ---------------------------------------------------------------- one person


def person(entry: Entry, documents: Mapping[str, Listed]) -> etree._Element:
    """Names, years, what notes say; then letters, authorship and the places in the text."""
    if entry.own:
        made = rebuilt(entry.own.element)
        made.set(ID, entry.id)
    else:
        shown = [rebuilt(name.element()) for name in different(entry.names)]
        made = element("person", *shown, id_=entry.id)
        for event, year in zip(("birth", "death"), entry.years, strict=True):
            if year:
                made.append(element(event, when=str(year)))
    made.extend(descriptions(entry.mentions))
    for role in (Role.SENT, Role.RECEIVED):
        letters = [m for m in entry.mentions if m.role is role]
        refs = [reference(m.document, documents) for m in letters]
        if refs:
            made.append(element("note", *parted(refs), type=role.value))
    written = volumes_written(entry.mentions, documents)
    if written:
        made.append(element("note", *parted(written), type=Role.AUTHOR.value))
    places = [ref for mention in entry.mentions for ref in occurrences(mention, documents)]
    if places:
        made.append(element("note", *parted(places), type="occurrences"))
    if entry.perhaps:
        others = [
            element("ref", other.name.printed, target=f"#{other.id}") for other in entry.perhaps
        ]
        made.append(element("note", *parted(others), type="perhaps"))
    return made


def occurrences(mention: Mention, documents: Mapping[str, Listed]) -> Iterator[etree._Element]:
    """The places of the name, and the note that explains it."""
    for spot in mention.spots:
        yield reference(mention.document, documents, spot)
    if mention.source:
        made = reference(mention.document, documents, mention.source)
        made.set("type", "source")
        yield made


def rebuilt(node: etree._Element) -> etree._Element:
    """A copy without white space behind it, ids of another file and pointers into this one."""
    copy = deepcopy(node)
    copy.tail = None
    for inner in copy.iter("*"):
        if ID in inner.attrib:
            del inner.attrib[ID]
        if (inner.get("ref") or "").rpartition("#")[0].endswith("persons.xml"):
            del inner.attrib["ref"]
    if copy.tag == f"{{{TEI}}}persName":
        return copy
    if copy.tag == f"{{{TEI}}}author":
        copy.tag = f"{{{TEI}}}persName"
    etree.cleanup_namespaces(copy, top_nsmap=dict(NAMESPACES))
    return copy


def different(names: Iterable[Name]) -> Iterator[Name]:
    """Each form of the name once, as it was printed first."""
    seen = set()
    for name in names:
        if name.form not in seen:
            seen.add(name.form)
            yield name


def descriptions(mentions: Iterable[Mention]) -> Iterator[etree._Element]:
    """What notes say of the person, each wording once, with the notes that have it."""
    sources: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.description:
            at = mention.source.anchor if mention.source else ""
            address = f"{mention.document}.xml" + (f"#{at}" if at else "")
            sources.setdefault(mention.description, []).append(address)
    for description, addresses in sources.items():
        yield element("note", description, type="biographical", source=" ".join(addresses))


def volumes_written(
    mentions: Iterable[Mention], documents: Mapping[str, Listed]
) -> list[etree._Element]:
    """The volumes with documents by this person that are no letters, and how many."""
    names = [m.document for m in mentions if m.role is Role.AUTHOR]
    others = [name for name in names if documents[name].kind != "letter"]
    made = []
    for place, group in groupby(others, key=lambda name: documents[name].place):
        held = list(group)
        listed = documents[held[0]]
        title = element("title", listed.volume or "Volume not named", level="m", n=str(place))
        count = str(len(held))
        made.append(
            element("ref", title, " ", element("measure", count, unit="document", quantity=count),
                    target=f"{held[0]}.xml")
        )  # fmt: skip
    return made
