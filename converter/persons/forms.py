"""Forms of a name: what two printed names must share to be one name, or to be able to be one."""

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from converter.bibliography.persons import person as read_person
from converter.identifiers import slug
from converter.markup import local

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
GIVEN = re.compile(r"[^\W\d_][^\s.]*")
letters = cache(slug)  # names return again and again
# What romanizations of one Cyrillic letter differ in, and double letters.
ROMANIZED = (("kh", "h"), ("ks", "x"), ("y", "i"), ("j", "i"), ("w", "v"), ("ck", "k"), ("ph", "f"))


@dataclass(frozen=True, slots=True)
class Form:
    """A name as names are compared: folded to the letters a–z, the given names in their order.

    Titles before a name and pseudonyms behind it are no part of it.
    """

    surname: str
    given: tuple[str, ...] = ()
    cyrillic: bool = False

    @property
    def is_surname_alone(self) -> bool:
        return not self.given

    @property
    def by_sound(self) -> tuple[str, ...]:
        """The same without what two romanizations of one name may differ in.

        >>> Form("khansen", ("marta",)).by_sound == Form("hansen", ("marta",)).by_sound
        True
        """
        return tuple(sounded(word) for word in (self.surname, *self.given))

    def can_be(self, other: "Form") -> bool:
        """Nothing in the names speaks against one person: initials and left out names agree.

        >>> full, short = Form("vik", ("ole", "andreas")), Form("vik", ("o",))
        >>> full.can_be(short), full.can_be(Form("vik")), full.can_be(Form("vik", ("o", "b")))
        (True, True, False)
        """
        return self.surname == other.surname and all(
            one == two or (1 in (len(one), len(two)) and one[0] == two[0])
            for one, two in zip(self.given, other.given, strict=False)
        )


@cache
def sounded(word: str) -> str:
    for written, heard in ROMANIZED:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", word)


def form_of(name: etree._Element) -> Form | None:
    """The form of a persName, or of an author with the parts of a name; None for no name.

    >>> from converter.markup import element
    >>> form_of(element("persName", "O. A. Vik"))
    Form(surname='vik', given=('o', 'a'), cyrillic=False)
    >>> form_of(element("persName", element("surname", "Vik"), ", ", element("forename", "Ole")))
    Form(surname='vik', given=('ole',), cyrillic=False)
    """
    surname, given = said(name, "surname"), said(name, "forename")
    if not surname:
        person = read_person(printed(name))
        surname, given = person.surname, person.given
    folded = tuple(filter(None, map(letters, GIVEN.findall(given))))
    if not letters(surname):
        return None
    return Form(letters(surname), folded, CYRILLIC.search(surname) is not None)


def said(name: etree._Element, part: str) -> str:
    """All parts of one kind in printed order; a pseudonym is none of them."""
    return " ".join(printed(node) for node in name if local(node) == part)


def printed(node: etree._Element) -> str:
    return " ".join("".join(map(str, node.itertext())).split())
