"""Gather: the documents of an edition → what each of their citations cites, as entries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from converter.authorities import Authorities, shipped
from converter.bibliography.cited import CitingDocument
from converter.bibliography.entries import Entry, entries
from converter.bibliography.outcomes import Outcome, Source, Traced, Untraced, traced
from converter.bibliography.resolution import resolve

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

    def entry_of(self) -> dict[etree._Element, Entry]:
        """The entry of each citation that was traced."""
        return {each.cited.element: self.entries[each.source] for each in traced(self.outcomes)}


def gather(documents: Sequence[CitingDocument], known: Authorities) -> Gathered:
    """Documents in the order of the edition → their bibliography.

    In a file that an editor changed, what a citation points to is what it cites.
    """
    outcomes = resolve(documents, known)
    found = entries(outcomes, known)
    theirs = {document.name for document in documents if not document.ours}
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


def point(gathered: Gathered, to: str, theirs: Collection[str] = ()) -> None:
    """``@corresp`` of every citation that was traced: the address ``to`` and the entry's id.

    In our own TEI an ibid. or a short title gets the type of what it repeats, and what was taken by
    usage says so. ``theirs`` are documents that an editor changed: their trees are never written,
    the pointers serve their pages alone.
    """
    for each in traced(gathered.outcomes):
        bibl = each.cited.element
        bibl.set("corresp", f"{to}{gathered.entries[each.source].id}")
        if each.cited.document in theirs:
            continue
        if each.cited.type == "other":
            bibl.set("type", each.type)
        if not each.sure and bibl.get("cert") is None:
            bibl.set("cert", "medium")


def same_work(documents: Sequence[CitingDocument]) -> dict[etree._Element, str]:
    """The entry's id of each ``bibl``; one that cannot be traced is not in it."""
    found = gather(documents, shipped()).entry_of()
    return {bibl: entry.id for bibl, entry in found.items()}
