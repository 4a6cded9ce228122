"""Names of persons: their parts, as printed in a byline or as a note begins."""

import re
from collections.abc import Iterator

from converter.languages import Language
from converter.model import Name, NamePart

# The endings of patronymics, and the few in -ich that have no -ov-: "Friedrich" is none.
PATRONYMIC = re.compile(
    r".+(?:ovich|evich|ovna|evna|inichna|ович|евич|овна|евна|инична)"
    r"|(?:il'?|ily|kuz'?m|luk|fom|nikit|savv|mikhaly|sily)ich(?:na)?"
    r"|(?:иль|кузьм|лук|фом|никит|савв)ич(?:на)?",
    re.IGNORECASE,
)
INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
PSEUDONYM = re.compile(r"(.*?)\s*\(([^()]+)\)\s*")


def byline_names(printed: str) -> tuple[Name, ...]:
    """The persons of a byline: ``Surname, Forename Patronymic (Pseudonym)``.

    Several are parted by semicolons. A name without a comma (an embassy, a committee) is kept
    whole.
    """
    return tuple(
        Name(name, tuple(byline_parts(name))) for name in map(str.strip, printed.split(";")) if name
    )


def byline_parts(printed: str) -> Iterator[NamePart]:
    surname, comma, rest = printed.partition(",")
    if not comma or not rest.strip() or len(surname.split()) > 4:
        return
    pseudonym = ""
    if found := PSEUDONYM.fullmatch(rest):
        rest, pseudonym = found.groups()
    yield NamePart(surname, "surname")
    yield NamePart(", ")
    yield from given_names(rest.split())
    if pseudonym:
        yield NamePart(" (")
        yield NamePart(pseudonym.strip(), "pseudonym")
        yield NamePart(")")


def given_names(words: list[str]) -> Iterator[NamePart]:
    for i, word in enumerate(words):
        if i:
            yield NamePart(" ")
        yield NamePart(word, "patronymic" if i and PATRONYMIC.fullmatch(word) else "forename")


def natural_name(printed: str, tongue: Language) -> Name:
    """A name in natural order, as a note begins: ``Grigorii Petrovich Orlov``, ``Karl von Tesch``.

    Titles (``Sir Edmund Vane``) stay text; particles belong to the surname.
    """
    words = printed.split()
    first = 0
    while first < len(words) - 1 and words[first] in tongue.person_titles:
        first += 1
    if len(words) - first > 1 and surname_first(words[first:]):
        parts: list[NamePart] = [NamePart(" ".join(words[:first]) + " ")] if first else []
        parts += [NamePart(words[first], "surname"), NamePart(" ")]
        return Name(printed, (*parts, *given_names(words[first + 1 :])))
    last = len(words) - 1
    while last > first + 1 and words[last - 1] in tongue.name_particles:
        last -= 1
    parts = []
    if first:
        parts.append(NamePart(" ".join(words[:first]) + " "))
    given = words[first:last]
    parts += given_names(given)
    if given:
        parts.append(NamePart(" "))
    parts.append(NamePart(" ".join(words[last:]), "surname"))
    return Name(printed, tuple(parts))


def surname_first(words: list[str]) -> bool:
    """A name in the order of catalogues: a patronymic comes last, or initials alone follow."""
    initials = all(INITIALS.fullmatch(word) for word in words[1:])
    return initials or (len(words) > 2 and PATRONYMIC.fullmatch(words[-1]) is not None)


def part(name: Name, which: str) -> str:
    """All parts of one kind, such as the surname, in printed order."""
    return " ".join(p.text for p in name.parts if p.part == which)
