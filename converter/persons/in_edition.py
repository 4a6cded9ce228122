"""The persons of an edition: pointers in its documents, persons.xml, and what stays uncertain."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from converter.bibliography.in_edition import called
from converter.entries import Entry as Document
from converter.entries import Volumes
from converter.linked import Link, by_document, places
from converter.list_drafts import Draft
from converter.listing import Listed
from converter.markup import TEI, serialise
from converter.packed import Packed
from converter.persons.entries import Entry
from converter.persons.file import person_list
from converter.persons.joining import joined
from converter.persons.mentions import FILE, Mention, Role, mentions, spot
from converter.persons.names import name_of
from converter.persons.naming import give_ids
from converter.persons.own_list import NOBODY, OwnList
from converter.problems import Place, Problem
from converter.settings import Settings

NAME = f"tei/{FILE}"
POINTING = f"{{{TEI}}}persName"


def draft_persons(
    volumes: Volumes, folder: Path, settings: Settings, own: OwnList = NOBODY
) -> Draft:
    """Volumes in order → persons.xml; ``folder`` is that of the edition."""
    documents = {entry.name: entry for group in volumes.values() for entry in group}
    found = [m for entry in documents.values() for m in mentions(entry.name, entry.apparatus())]
    entries = joined(found, own.persons)
    give_ids(entries)
    entries = moved(entries)
    known = {entry.id: entry for entry in entries}
    place = Places(folder, documents)
    problems = [*own.problems, *place.astray(found, known)]
    place.links.extend(pointing(entries))
    problems += place.in_texts(known)
    problems += place.uncertain(entries)
    if not entries:
        return Draft(NAME, None, by_document(place.links), tuple(problems))
    root = person_list(entries, listed(volumes), settings)
    names = {entry.id: {"name": entry.name.printed} for entry in entries}
    links, said = by_document(place.links), tuple(problems)
    return Draft(NAME, serialise(root), links, said, "persons-lack", Packed.of(names))


def moved(entries: Sequence[Entry]) -> list[Entry]:
    """A mention for which an editor's TEI names another entry of the list goes there."""
    known = {entry.id: entry for entry in entries}
    for entry in entries:
        for mention in [*entry.mentions]:
            named = known.get(mention.pointer, entry)
            if named is not entry:
                entry.mentions.remove(mention)
                named.mentions.append(mention)
    left = [entry for entry in entries if entry.is_somebody]
    for entry in left:
        entry.perhaps = [other for other in entry.perhaps if other.is_somebody]
    return left


def pointing(entries: Iterable[Entry]) -> Iterator[tuple[str, Link]]:
    """Every person of a document leads to the entry; of an editor's file only on its page."""
    for entry in entries:
        target = f"../{FILE}#{entry.id}"
        for mention in entry.mentions:
            if mention.listed:
                yield mention.document, Link(mention.at, "corresp", target)


def listed(volumes: Volumes) -> Mapping[str, Listed]:
    names = called(entry for group in volumes.values() for entry in group)
    return {
        entry.name: Listed(names[entry.name], entry.summary.kind, entry.summary.volume, place)
        for place, group in enumerate(volumes.values(), start=1)
        for entry in group
    }


# ---------------------------------------------------------------- what is told


@dataclass(frozen=True, slots=True)
class Places:
    """The documents of the edition and its folder, for problems at a line; the links they get."""

    folder: Path
    documents: Mapping[str, Document]
    links: list[tuple[str, Link]] = field(default_factory=list)

    def at(self, document: str, place: int) -> Place:
        path = str(self.folder / f"tei/{document}.xml")
        return Place(path, self.documents[document].lines()(place))

    def astray(self, found: Iterable[Mention], known: Mapping[str, Entry]) -> Iterator[Problem]:
        """Pointers of an editor's TEI to persons whom the edition does not have."""
        for mention in found:
            if mention.pointer and mention.pointer not in known:
                facts = {"name": mention.printed, "id": mention.pointer}
                place = self.at(mention.document, mention.at)
                yield Problem("person-pointer-unknown", place, "", facts)
                if not mention.listed:
                    self.links.append((mention.document, Link(mention.at, "ref")))

    def in_texts(self, known: Mapping[str, Entry]) -> Iterator[Problem]:
        """Names in a text that an editor led straight to persons.xml: places, or to nobody."""
        for document, entry in self.documents.items():
            if entry.ours:
                continue
            root = entry.apparatus()
            at = places(root)
            for name in root.iterfind(f"{{{TEI}}}text//{POINTING}[@ref]"):
                file, _, key = name.get("ref", "").rpartition("#")
                if not file.endswith(FILE):
                    continue
                read = name_of(name)
                if key in known:
                    said = Mention(
                        document, Role.EXPLAINED, at[name], False, (read,), (), spots=(spot(name),)
                    )
                    known[key].mentions.append(said)
                    continue
                facts = {"name": read.printed, "id": key}
                yield Problem("person-pointer-unknown", self.at(document, at[name]), "", facts)
                # Its page has no link to nowhere.
                self.links.append((document, Link(at[name], "ref")))

    def uncertain(self, entries: Iterable[Entry]) -> Iterator[Problem]:
        """Persons who may be one with another: told once for the two, at the later mention."""
        for entry in entries:
            for other in entry.perhaps if entry.mentions else ():
                first = entry.mentions[0]
                where = other.mentions[0].document if other.mentions else FILE
                facts = {
                    "name": entry.name.printed,
                    "other": other.name.printed,
                    "where": where,
                }
                place = self.at(first.document, first.at)
                yield Problem("person-may-be-another", place, "", facts)
