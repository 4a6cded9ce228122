"""Entries: what the documents cite, once each, under an id made of its words, in order."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.authorities import Authorities, Repository, Serial
from converter.bibliography.description import Description, described
from converter.bibliography.outcomes import Outcome, SerialSource, Source, Traced, Work, traced
from converter.bibliography.serials import serial_title
from converter.bibliography.shelfmarks import Unit
from converter.bibliography.titles import title
from converter.identifiers import short_hash, slug

TITLE_WORDS = 4  # of a title in an id
NO_REPOSITORY = "no-repository"


@dataclass(frozen=True, slots=True)
class Citing:
    """A place that cites: a document by its name, the note's id and number."""

    document: str
    note: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One work, unit or serial, with the places that cite it in the order of the edition."""

    id: str
    type: str
    places: tuple[Citing, ...]
    work: Description | None = None
    unit: Unit | None = None
    repository: Repository | None = None  # of a unit, where the authority file has it
    serial: Serial | None = None  # the same of a serial
    title: str = ""  # of a serial, as printed

    @property
    def group(self) -> str:
        """The id of the list that an archival unit stands in."""
        if self.repository:
            return self.repository.id
        return f"repository-{self.unit.repository}" if self.unit and self.unit.repository else (
            NO_REPOSITORY)  # fmt: skip


def entries(outcomes: Sequence[Outcome], known: Authorities) -> dict[Source, Entry]:
    """One entry for each source that was traced, archives first, each kind in its order."""
    citing: dict[Source, list[Traced]] = defaultdict(list)
    for each in traced(outcomes):
        citing[each.source].append(each)
    made = {source: entry(source, group, known) for source, group in citing.items()}
    named = with_ids(made)
    return dict(sorted(named.items(), key=lambda item: order(item[1])))


def entry(source: Source, group: Sequence[Traced], known: Authorities) -> Entry:
    """An entry whose id need not be its own yet."""
    places = tuple(dict.fromkeys(
        Citing(each.note.document, each.note.id, each.note.label) for each in group))  # fmt: skip
    cited = [each.cited for each in group]
    match source:
        case Work():
            own = [one for one in cited if not one.repeats or one.titles]
            found = described(own or cited)
            return Entry(work_id(found), found.type, places, work=found)
        case Unit():
            unit = fullest(group)
            holder = next((r for r in known.repositories if r.id == unit.repository), None)
            parts = (unit.repository or unit.papers, unit.papers or slug(unit.collection)
                     if not unit.number else "", unit.number)  # fmt: skip
            id_ = "-".join(("a", *dict.fromkeys(slug(part) for part in parts if part)))
            return Entry(id_, "archival", places, unit=unit, repository=holder)
        case SerialSource(kind, key):
            serial = next((s for s in known.serials if s.id == key), None)
            printed = max(map(serial_title, cited), key=len)
            letter = "n" if kind == "newspaper" else "c"
            shown = serial.title if serial else printed
            return Entry(f"{letter}-{slug(key) or short_hash(key)}", kind, places,
                         serial=serial, title=shown)  # fmt: skip


def fullest(group: Sequence[Traced]) -> Unit:
    """The unit as the citation has it that names most of repository, papers and parts."""
    units = [each.source for each in group if isinstance(each.source, Unit)]
    return max(units, key=lambda u: (bool(u.siglum), bool(u.collection), len(u.parts)))


def work_id(work: Description) -> str:
    """``w-vik-pilot-diaries``: the first name and the first words of the title."""
    people = work.authors or work.editors
    surname = people[0].key if people else ""
    made = "-".join(filter(None, (surname, *work.words[:TITLE_WORDS])))
    return f"w-{made or short_hash(work.own_title)}"


def with_ids(made: dict[Source, Entry]) -> dict[Source, Entry]:
    """Entries of one id told apart by their subtitles or years where these differ, or by a hash."""
    groups: dict[str, list[Source]] = defaultdict(list)
    for source, one in made.items():
        groups[one.id].append(source)
    out = dict(made)
    for id_, sources in groups.items():
        if len(sources) == 1:
            continue
        alike = [made[source] for source in sources]
        ways = ([subtitle(one) for one in alike], [year(one) for one in alike],
                [short_hash(repr((one.work, one.unit, one.title))) for one in alike])  # fmt: skip
        told = next(way for way in ways if way is ways[-1] or telling(way))
        for source, one, more in zip(sources, alike, told, strict=True):
            out[source] = replace(one, id=f"{id_}-{more}")
    return out


def telling(words: Sequence[str]) -> bool:
    return all(words) and len(set(words)) == len(words)


def subtitle(one: Entry) -> str:
    return "-".join(one.work.sub[:TITLE_WORDS]) if one.work else ""


def year(one: Entry) -> str:
    return one.work.date[:4] if one.work else ""


# ---------------------------------------------------------------- order


def order(one: Entry) -> tuple[object, ...]:
    """Archives by country, name and number, those that no file knows behind; the rest by name."""
    if unit := one.unit:
        known = one.repository
        where = (known.country or "~", known.name) if known else ("~~", unit.repository or "~")
        return (0, *where, unit.papers, counted(unit.number))
    if work := one.work:
        people = [f"{each.key} {each.initials}" for each in work.authors or work.editors]
        name = "-".join((*work.words, *work.sub))
        return (3, [*people, ""] if people else [name, ""], counted(name))
    return (2 if one.type == "newspaper" else 1, filed(one.title))


def filed(printed: str) -> str:
    """A title as it is filed: without its article."""
    return "-".join(title(printed).words)


def counted(text: str) -> list[tuple[int, str]]:
    """A key by which 9 stands before 10."""
    return [
        (int(part), "") if part.isdigit() else (0, part)
        for part in re.split(r"(\d+)", text)
        if part
    ]
