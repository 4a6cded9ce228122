"""Authors and editors of cited works: surname and initials, and whether two can be one person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from converter.identifiers import slug

INITIAL = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+|[^\W\d_]")
AND = re.compile(r"\s*;\s*|,?\s+(?:and|&|und|et(?!\s+al)|и|y|e|i)\s+")
OTHERS = re.compile(r",?\s+(?:et\s+al|and\s+others|u\.\s?a|и\s+др)\b\.?.*", re.DOTALL)
ROLE = re.compile(
    r"^\(?(?:eds?|hrsg|edited by|ред|под ред)\b\.?(?:\s+(?:by|von))?\s*"
    r"|\s*\(?\b(?:eds?|hrsg|ред)\.?\)?\s*$",
    re.IGNORECASE,
)


WORD = re.compile(r"[^\W\d_]+")
letters = cache(slug)  # names return again and again


@dataclass(frozen=True, slots=True)
class Person:
    """A name as cited: ``surname`` and ``given`` as printed, initials folded to letters."""

    surname: str
    given: str = ""

    @property
    def key(self) -> str:
        return letters(self.surname)

    @property
    def initials(self) -> str:
        """
        >>> Person("Vik", "O. A.").initials, Person("Vik", "Ole").initials, Person("Vik").initials
        ('oa', 'o', '')
        """
        return "".join(letters(word)[:1] for word in WORD.findall(self.given))

    @property
    def abridged(self) -> bool:
        """The given name is missing, or stands there as initials alone."""
        return all(INITIAL.fullmatch(word) for word in self.given.split())

    def can_be(self, other: "Person") -> bool:
        """Nothing in the two names contradicts that they are one person."""
        one, two = self.initials, other.initials
        return self.key == other.key and (one.startswith(two) or two.startswith(one))


def persons(printed: Iterable[str]) -> tuple[Person, ...]:
    """The persons whom the fields of a citation name, one or several in each.

    >>> [p.surname for p in persons(["E. Aldersen, O. Vik and Brandt"])]
    ['Aldersen', 'Vik', 'Brandt']
    >>> persons(["Vik, O. A."]) == persons(["O. A. Vik"]) == (Person("Vik", "O. A."),)
    True
    """
    return tuple(person(name) for text in printed for name in names_in(text))


def names_in(printed: str) -> Iterator[str]:
    text = OTHERS.sub("", ROLE.sub("", " ".join(printed.split())))
    pieces = [piece.strip(" ,") for piece in AND.split(text)]
    for piece in filter(None, pieces):
        parts = [part.strip() for part in piece.split(",")]
        if len(parts) == 2 and not (len(pieces) > 1 or all(map(has_initials, parts))):
            yield piece  # surname first: "Vik, Ole"
        elif len(parts) > 1 and all(INITIAL.fullmatch(word) for word in parts[1].split()):
            yield piece
        else:
            yield from filter(None, parts)


def has_initials(name: str) -> bool:
    """Initials stand before or behind at least one whole word."""
    found = [bool(INITIAL.fullmatch(word)) for word in name.split()]
    return any(found) and not all(found)


def person(name: str) -> Person:
    surname, comma, given = (part.strip() for part in name.partition(","))
    if comma and given:
        return Person(surname, given)
    words = name.strip(" ,").split()
    whole = [word for word in words if not INITIAL.fullmatch(word)]
    initials = [word for word in words if INITIAL.fullmatch(word)]
    if not whole:
        return Person(name.strip(" ,"))
    if initials:
        # "O. von Tesch", "Vik O. A.": what is no initial is the surname, particles included.
        first = next(i for i, word in enumerate(words) if word == initials[0])
        given = " ".join(initials)
        middle = first == 0 and len(whole) > 1 and whole[0][0].isupper()
        return Person(whole[-1] if middle else " ".join(whole), given)
    return Person(whole[-1], " ".join(whole[:-1]))
