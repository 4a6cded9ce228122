"""Heads: the names in an authority file with which citations begin, ready to be looked for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from converter.authorities import Authorities, Repository
from converter.citations.letters import UPPER, longest_first

NEVER = "(?!)"
OPTIONAL_GAP = r"[\s-]?"
VOWELS = "ijy"  # that Russian й, и, ы, ий become in one romanisation or another
ONE_VOWEL = f"[{VOWELS}]{{1,3}}"
LARGE_VOWELS = frozenset("IJYİ")
ARTICLE = "The "
NO_LETTERS = " -’'ʹʼ"  # that print may leave out before the first letter


@dataclass(frozen=True, slots=True)
class Heads:
    """The names of each sort, and what each name stands for."""

    repositories: "Names"
    serials: Mapping[str, "Names"]  # by their kind
    classed: frozenset[str]  # codes behind which class and piece are numbered: FO, CAB
    coded: frozenset[str]  # codes that belong to their number: AMEL
    authorities: Authorities

    def numbers_by_class(self, printed: str) -> bool:
        """The archive of this name numbers class, piece and paper."""
        known = self.authorities.repository(printed)
        return known is not None and by_class(known)

    def serial(self, kind: str, text: str, at: int) -> int:
        """Where the name of a serial of this kind that begins here ends; 0 where none does."""
        names = self.serials.get(kind)
        return names.end(text, at) if names else 0


@dataclass(frozen=True, slots=True)
class Names:
    """Names by the letters with which they may begin, those of each letter in one pattern."""

    by_letter: Mapping[str, re.Pattern[str]]

    @classmethod
    def of(cls, forms: Iterable[str]) -> Self:
        groups: dict[str, set[str]] = {}
        for form in forms:
            for letter in first_letters(form):
                groups.setdefault(letter, set()).add(form)
        return cls({letter: pattern_of(group) for letter, group in groups.items()})

    def end(self, text: str, at: int) -> int:
        """Where the name that begins here ends; 0 where none does."""
        pattern = self.by_letter.get(text[at : at + 1])
        found = pattern.match(text, at) if pattern else None
        return found.end() if found else 0


def first_letters(name: str) -> set[str]:
    """The characters with which a name may begin in the ways that print varies."""
    bare = name.removeprefix(ARTICLE)
    printed = {name[:1], bare[:1], bare.lstrip(NO_LETTERS)[:1]}
    letters = printed | {letter.upper() for letter in printed}
    return letters | LARGE_VOWELS if letters & LARGE_VOWELS else letters


MADE: dict[int, Heads] = {}  # by the identity of their file, which is too large to be compared


def heads_of(authorities: Authorities) -> Heads:
    """The heads of an authority file, made once."""
    if id(authorities) not in MADE:
        MADE[id(authorities)] = made(authorities)
    return MADE[id(authorities)]


def made(authorities: Authorities) -> Heads:
    repositories = authorities.repositories
    kinds: dict[str, set[str]] = {}
    for serial in authorities.serials:
        kinds.setdefault(serial.kind, set()).update(serial.forms)
    return Heads(
        Names.of(form for each in repositories for form in each.forms),
        {kind: Names.of(forms) for kind, forms in kinds.items()},
        frozenset(code for each in repositories if by_class(each) for code in each.classes),
        frozenset(code for each in repositories if not by_class(each) for code in each.classes),
        authorities,
    )


def by_class(repository: Repository) -> bool:
    """Its shelfmarks are a class of records, a piece in it, a paper in that."""
    return repository.scheme.startswith("class")


def pattern_of(forms: set[str]) -> re.Pattern[str]:
    """Any of these names, as a whole, in the ways that print varies.

    A siglum may have dots between its letters; of a name in words only the first letter must be
    large, its article may be missing, and romanisations may differ.
    """
    sigla = {form for form in forms if form.upper() == form}
    words = forms - sigla
    words |= {form.removeprefix(ARTICLE) for form in words}
    dotted = "|".join(map(with_dots, longest_first(sigla))) or NEVER
    names = "|".join(map(in_any_print, longest_first(words))) or NEVER
    return re.compile(rf"(?:{dotted}|(?=[{UPPER}])(?i:{names}))(?![\w’'])")


def with_dots(siglum: str) -> str:
    """``AVP RF``, ``AVPRF``, ``A.V.P. R.F.``."""
    words = re.split(r"[\s-]+", siglum)
    plain = OPTIONAL_GAP.join(map(re.escape, words))
    dotted = OPTIONAL_GAP.join(re.sub(r"(\w)", r"\1\.", re.escape(word)) for word in words)
    return f"{dotted}|{plain}"


def in_any_print(name: str) -> str:
    """``Izvestiya``, ``Izvestiia``; an apostrophe of any kind or none; a space or a line's end."""
    pattern = re.sub(r"(?:\\ )+", r"\\s+", re.escape(name))
    pattern = re.sub(r"[’'ʹʼ]", "[’'ʹʼ]?", pattern)
    return re.sub(r"(?i)[ijy]+", ONE_VOWEL, pattern)
