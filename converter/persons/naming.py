"""Ids of persons: from the fullest form of the name; years or checksums tell namesakes apart."""

from collections import defaultdict
from collections.abc import Sequence

from converter.identifiers import name_slug, short_hash
from converter.persons.entries import Entry
from converter.persons.forms import Form

RESERVED = frozenset(("persons", "text"))


def give_ids(entries: Sequence[Entry]) -> None:
    """Each entry its id. It changes only when somebody of the same name comes in."""
    taken = set(RESERVED)
    for entry in entries:
        if entry.own:
            entry.id = entry.own.id
            taken.add(entry.id)
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.own:
            groups[base_of(entry)].append(entry)
    for base, group in groups.items():
        for entry in group:
            made = base if len(group) == 1 and base not in taken else f"{base}-{telling(entry)}"
            while made in taken:
                made = f"{made}-{short_hash(made + entry.mentions[0].document)}"
            entry.id = made
            taken.add(made)


def base_of(entry: Entry) -> str:
    form = fullest(entry)
    return name_slug(" ".join((form.surname, *form.given)))


def fullest(entry: Entry) -> Form:
    """The name with the most letters; the Latin one of names in two scripts."""
    return max(
        entry.forms, key=lambda form: (not form.cyrillic, len("".join(form.given)), form.given)
    )


def telling(entry: Entry) -> str:
    """The year of birth, else of death, else a checksum of what is said of the person and where."""
    birth, death = entry.years
    if birth or death:
        return str(birth or death)
    first = entry.mentions[0]
    return short_hash(first.description or f"{first.document} {first.role}")
