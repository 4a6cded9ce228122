"""Works: which citations are of the same book or article, full ones first, then short titles."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from converter.bibliography.forms import Form
from converter.bibliography.persons import Person
from converter.bibliography.titles import Title

SameSerial = Callable[[Title, Title], bool]


@dataclass(frozen=True, slots=True)
class Grouped:
    """The works by the numbers of their citations; short titles that could be several works."""

    works: tuple[tuple[int, ...], ...]
    ambiguous: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # → places of works


@dataclass(slots=True)
class Group:
    """A work while its citations are gathered: their numbers, and the forms that differ."""

    numbers: list[int] = field(default_factory=list)
    forms: dict[Form, None] = field(default_factory=dict)


def same_works(forms: Sequence[Form], same_serial: SameSerial) -> Grouped:
    """Works as cited, each with a title, in the order of the edition → works.

    Full citations found the works. A short title joins the only work that it can mean, among those
    cited before it, else among all; longer ones first, so that a short one finds them all.
    """
    groups: list[Group] = []
    known: dict[str, dict[int, None]] = {}
    ambiguous: dict[int, tuple[int, ...]] = {}
    order = sorted(range(len(forms)), key=lambda n: (not forms[n].full, -len(forms[n].words), n))
    for number in order:
        one = forms[number]
        near = dict.fromkeys(g for key in sought(one) for g in known.get(key, ()))
        found = [g for g in near if one in groups[g].forms or belongs(one, groups[g], same_serial)]
        meant = likeliest(one, number, found, groups)
        if len(meant) > 1 and not one.full:
            ambiguous[number] = tuple(meant)
            continue
        if len(meant) != 1:
            meant = [len(groups)]
            groups.append(Group())
        groups[meant[0]].numbers.append(number)
        groups[meant[0]].forms[one] = None
        for key in kept_under(one):
            known.setdefault(key, {})[meant[0]] = None
    return Grouped(tuple(tuple(sorted(group.numbers)) for group in groups), ambiguous)


def sought(one: Form) -> Iterator[str]:
    """Under what a work is looked for: a person with a word of the title; else the words alone.

    A citation that names nobody may be of any work, and any citation of a work that names nobody.
    """
    for word in one.words:
        yield from (f"{person.key} {word}" for person in (*one.authors, *one.editors))
        yield f"nobody {word}" if one.people else word


def kept_under(one: Form) -> Iterator[str]:
    for word in one.words:
        yield from (f"{person.key} {word}" for person in (*one.authors, *one.editors))
        yield word
        if not one.people:
            yield f"nobody {word}"


def likeliest(one: Form, number: int, found: list[int], groups: Sequence[Group]) -> list[int]:
    """Of the works a citation can mean: those of just this title, cited before it, if there are."""

    def exact(group: Group) -> bool:
        own = one.title
        return own is not None and any(f.title and own.is_same(f.title) for f in group.forms)

    found = [place for place in found if exact(groups[place])] or found
    return [place for place in found if min(groups[place].numbers) < number] or found


def belongs(one: Form, group: Group, same_serial: SameSerial) -> bool:
    """The citation can be of this work: it contradicts none of its forms, and shortens one."""
    if any(contradict(one, other, same_serial) for other in group.forms):
        return False
    return any(stands_for(one, other) for other in group.forms)


def contradict(one: Form, other: Form, same_serial: SameSerial) -> bool:
    if not one.is_level_with(other) or not same_people(one, other):
        return True
    here, there = one.container, other.container
    apart = here and there and not (here.shortens(there) or there.shortens(here))
    if here and there and apart and not same_serial(here, there):
        return True
    a, b = one.title, other.title
    both = one.full and other.full
    if both and a and b and not a.is_same(b):
        return one.date != other.date or not (a.is_within(b) or b.is_within(a))
    return bool(one.address and other.address and one.address != other.address and not both)


def stands_for(one: Form, other: Form) -> bool:
    a, b = one.title, other.title
    if a is None or b is None:
        return False
    if a.is_same(b):
        return True
    if not (one.people and other.people) and min(len(a.words), len(b.words)) < 2:
        return False  # one word of a title without a name is too little
    return a.shortens(b) or (one.full and b.shortens(a))


def same_people(one: Form, other: Form) -> bool:
    """The names do not contradict: those of the shorter list stand in the longer, or none do."""
    a, b = one.people, other.people
    if not a or not b:
        return True
    fewer, more = sorted((a, b), key=len)
    return alike(fewer, more) or alike(a, other.editors) or alike(b, one.editors)


def alike(fewer: Sequence[Person], more: Sequence[Person]) -> bool:
    """The first is the first, and every one of the fewer is among the others."""
    if not fewer or not more or not fewer[0].can_be(more[0]):
        return False
    return all(any(one.can_be(each) for each in more) for one in fewer)
