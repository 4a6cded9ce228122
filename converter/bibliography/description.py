"""Describe: the fullest form of a work that its citations give together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from converter.bibliography.cited import Cited, Extent
from converter.bibliography.forms import form_of
from converter.bibliography.persons import Person
from converter.bibliography.titles import Title


@dataclass(frozen=True, slots=True)
class Description:
    """A work: its type, persons, titles and imprint; empty where no citation says it."""

    type: str
    level: str  # of its own title: a, m, u or j
    own_title: str  # as printed, where it is longest
    words: tuple[str, ...] = ()  # the significant ones of its main title
    sub: tuple[str, ...] = ()
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    container: str = ""
    place: str = ""
    publisher: str = ""
    date: str = ""
    date_words: str = ""
    extent: tuple[Extent, ...] = ()
    address: str = ""


def described(citations: Sequence[Cited]) -> Description:
    """Citations of one work → what they say of it; the fullest one is asked first."""
    asked = sorted(citations, key=fullness, reverse=True)
    forms = [form_of(one) for one in asked]
    leader, level = asked[0], forms[0].level
    full = [one for one, form in zip(asked, forms, strict=True) if form.full] or asked
    titles = [form.title for form in forms if form.title]
    named = max(titles, key=lambda each: len(each.printed)) if titles else Title("", ())
    within = [form.container.printed for form in forms if form.container]
    return Description(
        type=next((one.type for one in asked if one.type != "other"), leader.type),
        level=level,
        own_title=named.printed,
        words=named.main,
        sub=named.sub,
        authors=authors(asked, full),
        editors=people(asked, lambda one: one.editors),
        container=max(within, key=len, default=""),
        place=said(asked, lambda one: one.place),
        publisher=said(asked, lambda one: one.publisher),
        date=said(full, lambda one: one.date),
        date_words=said(full, lambda one: one.date_words),
        extent=extent(full, level),
        address=said(asked, lambda one: one.address),
    )


def fullness(one: Cited) -> tuple[int, int]:
    facts = (one.authors, one.editors, one.place, one.publisher, one.date, one.address)
    return sum(map(bool, facts)) + len(one.titles) + len(one.extent), len(one.words)


def said(citations: Sequence[Cited], fact: Callable[[Cited], str]) -> str:
    return next(filter(None, map(fact, citations)), "")


def authors(asked: Sequence[Cited], full: Sequence[Cited]) -> tuple[Person, ...]:
    """Those that are cited, but not an editor whom a short title names as if he were the author."""
    found = people(asked, lambda one: one.authors)
    if any(one.authors for one in full):
        return found
    editors = people(full, lambda one: one.editors)
    return tuple(one for one in found if not any(one.can_be(each) for each in editors))


def people(
    citations: Sequence[Cited], which: Callable[[Cited], tuple[Person, ...]]
) -> tuple[Person, ...]:
    """The longest list of names, each with the fullest given name that is cited for it."""
    lists = [which(one) for one in citations]
    best = max(lists, key=len)
    every = [person for each in lists for person in each]
    return tuple(
        max((other for other in every if other.can_be(one)), key=lambda p: len(p.given))
        for one in best
    )


def extent(citations: Sequence[Cited], level: str) -> tuple[Extent, ...]:
    """Volume and pages of an article; of a book the volume only if all name the same one."""
    if level in ("a", "j"):
        return next((one.extent for one in citations if one.extent), ())
    volumes = {one.extent for one in citations}
    return volumes.pop() if len(volumes) == 1 else ()
