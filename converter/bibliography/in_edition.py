"""The bibliography of an edition: pointers in its documents, bibliography.xml, what is untraced."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from converter.authorities import Authorities
from converter.bibliography.cited import CitingDocument
from converter.bibliography.entries import Entry as Source
from converter.bibliography.file import Called, bibliography
from converter.bibliography.gathered import FILE, gather, pointers
from converter.bibliography.outcomes import Untraced
from converter.counting import plural
from converter.entries import Entry, Lines, Volumes
from converter.linked import by_document
from converter.list_drafts import Draft
from converter.markup import serialise
from converter.packed import Packed
from converter.problems import Place, Problem
from converter.settings import Settings
from converter.summary import Summary

NAME = f"tei/{FILE}"


def draft_bibliography(
    volumes: Volumes, folder: Path, settings: Settings, known: Authorities
) -> Draft:
    """Volumes in order → bibliography.xml; ``folder`` is that of the edition."""
    documents = [entry for group in volumes.values() for entry in group]
    citing = (CitingDocument(entry.name, entry.apparatus(), entry.ours) for entry in documents)
    gathered = gather(citing, known)
    theirs = {entry.name for entry in documents if not entry.ours}
    links = by_document(pointers(gathered, f"../{FILE}#", theirs))
    problems = tuple(untold([*gathered.untraced, *gathered.astray], documents, folder))
    if not gathered.outcomes:
        return Draft(NAME, None, links, problems)
    found = [*gathered.entries.values()]
    root = bibliography(found, gathered.untraced, called(documents), settings)
    lacking = {
        entry.id: {"entry": entry.id, "places": plural(len(entry.places), "note")}
        for entry in found
    }
    made = serialise(root)
    return Draft(
        NAME, made, links, problems, "bibliography-lacks", Packed.of(lacking), unchecked(found)
    )


def unchecked(found: Iterable[Source]) -> tuple[tuple[str, int], ...]:
    """Archives and serials whose entry names no source, and how many places cite them."""
    counts: Counter[str] = Counter()
    for entry in found:
        known = entry.repository or entry.serial
        if known is not None and not known.source:
            counts[known.title] += len(entry.places)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def untold(found: Sequence[Untraced], entries: Iterable[Entry], folder: Path) -> Iterator[Problem]:
    """What could not be traced, at its line in the TEI."""
    lines: dict[str, Lines] = {}
    concerned = {each.cited.document for each in found}
    documents = {entry.name: entry for entry in entries if entry.name in concerned}
    for each in found:
        name = each.cited.document
        if name not in lines:
            lines[name] = documents[name].lines()
        place = Place(str(folder / f"tei/{name}.xml"), lines[name](each.cited.at))
        note = each.note.label or each.note.id
        facts = {"words": each.cited.words, "note": note, **each.facts}
        yield Problem(each.code, place, facts=facts)


def called(documents: Iterable[Entry]) -> dict[str, Called]:
    """Documents by their dates; those of one day, or of none, by their titles too."""
    entries = list(documents)
    days = Counter(entry.summary.when for entry in entries)
    titles = Counter(name_of(entry.summary) for entry in entries)
    out = {}
    for entry in entries:
        facts = entry.summary
        if facts.when and days[facts.when] == 1:
            out[entry.name] = Called(facts.when, facts.when)
            continue
        words = name_of(facts)
        if titles[words] > 1:
            words = ", ".join(filter(None, (words, facts.volume)))
        out[entry.name] = Called(words, facts.when)
    return out


def name_of(facts: Summary) -> str:
    return ", ".join(filter(None, (facts.when, facts.title))) or "undated"
