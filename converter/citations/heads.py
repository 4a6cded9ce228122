"""Heads: the names in an authority file with which citations begin, ready to be looked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from converter.authorities import Authorities, Repository
from converter.citations.letters import UPPER, longest_first

NEVER = "(?!)"
OPTIONAL_GAP = r"[\s-]?"
ONE_VOWEL = "[ijy]{1,3}"  # that Russian й, и, ы, ий become in one romanisation or another


@dataclass(frozen=True, slots=True)
class Heads:
    """One pattern for each sort of name, and what each name stands for."""

    repository: re.Pattern[str]
    serials: Mapping[str, re.Pattern[str]]  # by their kind
    classed: frozenset[str]  # codes behind which class and piece are numbered: FO, CAB
    coded: frozenset[str]  # codes that belong to their number: AMEL
    authorities: Authorities

    def numbers_by_class(self, printed: str) -> bool:
        """The archive of this name numbers class, piece and paper."""
        known = self.authorities.repository(printed)
        return known is not None and by_class(known)

    def serial(self, kind: str, text: str, at: int) -> int:
        """Where the name of a serial of this kind that begins here ends; 0 where none does."""
        pattern = self.serials.get(kind)
        found = pattern.match(text, at) if pattern else None
        return found.end() if found else 0


@cache
def heads_of(authorities: Authorities) -> Heads:
    """The heads of an authority file."""
    repositories = authorities.repositories
    kinds: dict[str, set[str]] = {}
    for serial in authorities.serials:
        kinds.setdefault(serial.kind, set()).update(serial.forms)
    return Heads(
        pattern_of({form for each in repositories for form in each.forms}),
        {kind: pattern_of(forms) for kind, forms in kinds.items()},
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
    words |= {form.removeprefix("The ") for form in words}
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
