"""Gather: the documents of an edition → what each of their citations cites, as entries."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from converter.authorities import Authorities, shipped
from converter.bibliography.cited import CitingDocument, CitingNote, citing_notes
from converter.bibliography.entries import Entry, entries
from converter.bibliography.outcomes import Outcome, Source, Traced, Untraced, traced
from converter.bibliography.resolution import resolve
from converter.linked import Link, linked

FILE = "bibliography.xml"


@dataclass(frozen=True, slots=True)
class Gathered:
    """Entries in order, the outcome of every citation, and which editors' pointers lead nowhere."""

    entries: Mapping[Source, Entry]
    outcomes: tuple[Outcome, ...]
    astray: tuple[Untraced, ...] = ()

    @property
    def untraced(self) -> tuple[Untraced, ...]:
        return tuple(each for each in self.outcomes if isinstance(each, Untraced))


def gather(documents: Iterable[CitingDocument], known: Authorities) -> Gathered:
    """Documents in the order of the edition, one by one → their bibliography.

    In a file that an editor changed, what a citation points to is what it cites.
    """
    notes: list[CitingNote] = []
    theirs: set[str] = set()
    for document in documents:
        notes += citing_notes(document)
        if not document.ours:
            theirs.add(document.name)
    outcomes = resolve(notes, known)
    found = entries(outcomes, known)
    by_id = {entry.id: source for source, entry in found.items()}
    types = {entry.id: entry.type for entry in found.values()}
    astray: list[Untraced] = []
    pointed: list[Outcome] = []
    for each in outcomes:
        target = each.cited.corresp if each.cited.document in theirs else ""
        file, _, id_ = target.partition("#")
        if file.endswith(FILE) and id_ in by_id:
            each = Traced(each.cited, each.note, by_id[id_], types[id_])
        elif file.endswith(FILE):
            astray.append(
                Untraced(each.cited, each.note, "corresp-without-entry", {"target": target})
            )
        pointed.append(each)
    if pointed != outcomes:
        again = entries(pointed, known)
        found = {source: replace(one, id=found[source].id) for source, one in again.items()}
    return Gathered(found, tuple(pointed), tuple(astray))


def pointers(
    gathered: Gathered, to: str, theirs: Collection[str] = ()
) -> Iterator[tuple[str, Link]]:
    """``@corresp`` of every citation that was traced: the address ``to`` and the entry's id.

    Each with the name of its document. In our own TEI an ibid. or a short title gets the type of
    what it repeats, and what was taken by usage says so. ``theirs`` are documents that an editor
    changed: they are never written, the pointers serve their pages alone.
    """
    targets = {source: f"{to}{entry.id}" for source, entry in gathered.entries.items()}
    for each in traced(gathered.outcomes):
        cited = each.cited
        yield cited.document, Link(cited.at, "corresp", targets[each.source])
        if cited.document in theirs:
            continue
        if cited.type == "other":
            yield cited.document, Link(cited.at, "type", each.type)
        if not each.sure and not cited.cert:
            yield cited.document, Link(cited.at, "cert", "medium")


def same_work(documents: Sequence[CitingDocument]) -> dict[etree._Element, str]:
    """The entry's id of each ``bibl``; one that cannot be traced is not in it."""
    found = gather(documents, shipped())
    elements = {document.name: linked(document.root) for document in documents}
    return {
        elements[each.cited.document][each.cited.at]: found.entries[each.source].id
        for each in traced(found.outcomes)
    }
