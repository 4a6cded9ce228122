"""Joining: mentions become one entry where names and lives say so, and are left apart where not.

A surname alone never joins anything. What may be one person, but is not sure to be, is told.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from converter.persons.entries import Entry
from converter.persons.forms import Form
from converter.persons.mentions import Mention
from converter.persons.own_list import OwnPerson

Fit = Callable[[Entry, Entry], bool]
SHARED_WORDS = 3  # of two descriptions, for a shortened name to be the full one


def joined(mentions: Iterable[Mention], own: Sequence[OwnPerson]) -> list[Entry]:
    """Mentions in the order of the documents → entries; those of the editor's list come first."""
    kept = [Entry(own=person) for person in own]
    by_form: dict[Form, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_form[mention.form].append(mention)
    found = [
        entry
        for form, group in by_form.items()
        for entry in (alone(group) if form.is_surname_alone else within(group))
    ]
    return across([*kept, *(entry for entry in found if not taken_in(entry, kept))])


# ---------------------------------------------------------------- names of one form


def alone(group: Sequence[Mention]) -> list[Entry]:
    """Surnames alone: one person where the very same words describe it, or one volume's heads."""
    by_words: dict[tuple[str, str], Entry] = {}
    for mention in group:
        said = mention.description
        key = (said, "" if said else mention.document.partition("/")[0])
        by_words.setdefault(key, Entry()).mentions.append(mention)
    return list(by_words.values())


def within(group: Sequence[Mention]) -> list[Entry]:
    """One form of a name: joined where lives agree and nothing contradicts.

    Names of which nothing is said belong to the one person who is described, if it is only one.
    """
    described: list[Entry] = []
    for mention in group:
        if not mention.life.is_known:
            continue
        entry = Entry([mention])
        fits = [known for known in described if known.agrees_with(entry)]
        if not fits:
            described.append(entry)
            continue
        first, *others = fits
        first.absorb(entry)
        for other in others:
            if first.agrees_with(other):
                first.absorb(other)
                described.remove(other)
    bare = [mention for mention in group if not mention.life.is_known]
    if len(described) == 1:
        described[0].mentions += bare
        return described
    return [*described, *([Entry(bare)] if bare else [])]


# ---------------------------------------------------------------- the editor's own list


def taken_in(entry: Entry, kept: Sequence[Entry]) -> bool:
    """The entry is a person of the editor's list, who has its name; the years may decide."""
    fits = [
        known
        for known in kept
        if known.own and known.own.forms & entry.forms and not known.contradicts(entry)
    ]
    agreeing = [known for known in fits if known.agrees_with(entry)]
    if len(agreeing) == 1:
        fits = agreeing
    if len(fits) != 1:
        return False
    fits[0].absorb(entry)
    return True


# ---------------------------------------------------------------- names of several forms


def across(entries: Sequence[Entry]) -> list[Entry]:
    """Names of two forms: joined where more than the name speaks for it, and for nobody else."""
    for one, two in pairs(entries, in_two_scripts):
        if not both_own(one, two) and same_life(one, two):
            one.absorb(two)
    entries = [entry for entry in entries if entry.is_somebody]
    able = list(pairs(entries, can_be_one))
    sure = [pair for pair in able if supported(*pair)]
    for one, two in sure:
        rivals = [pair for pair in sure if (one in pair) != (two in pair)]
        if not rivals:
            one.absorb(two)
    for one, two in able:
        if one.is_somebody and two.is_somebody and not (one.contradicts(two) or both_own(one, two)):
            two.perhaps.append(one)
    return [entry for entry in entries if entry.is_somebody]


def pairs(entries: Iterable[Entry], fit: Fit) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of entries that fit, each in the order of the entries; the editor's own come first."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for key in sorted({form.by_sound[0] for form in entry.forms}):
            groups[key].append(entry)
    seen: set[tuple[int, int]] = set()
    for group in groups.values():
        for one, two in combinations(group, 2):
            both = (id(one), id(two))
            if both not in seen and one.is_somebody and two.is_somebody and fit(one, two):
                seen.add(both)
                yield one, two


def in_two_scripts(one: Entry, two: Entry) -> bool:
    """The names sound alike, one written in Cyrillic letters, the other in Latin ones."""
    return any(
        a.cyrillic != b.cyrillic and a.by_sound == b.by_sound for a in one.forms for b in two.forms
    )


def can_be_one(one: Entry, two: Entry) -> bool:
    return any(a.can_be(b) for a in one.forms for b in two.forms)


def supported(one: Entry, two: Entry) -> bool:
    """More than the names says that two are one: both years, or what their descriptions share."""
    if both_own(one, two) or one.contradicts(two):
        return False
    if any(form.is_surname_alone for form in one.forms | two.forms):
        return False
    return same_life(one, two) or any(
        len(a.words & b.words) >= SHARED_WORDS for a in one.lives for b in two.lives
    )


def same_life(one: Entry, two: Entry) -> bool:
    return any(a.lives_as(b) for a in one.lives for b in two.lives)


def both_own(one: Entry, two: Entry) -> bool:
    return bool(one.own and two.own)
