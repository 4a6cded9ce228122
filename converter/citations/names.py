"""Names of authors and editors as citations print them, one or several."""

import re
from collections.abc import Sequence
from functools import lru_cache

from converter.citations.found import NOTHING, Mark
from converter.citations.letters import LOWER, UPPER
from converter.model import FieldKind

INITIALS = rf"(?:[{UPPER}][{LOWER}]{{0,2}}\.\s?-?\s?){{1,4}}"
PARTICLE = r"(?:von\sder|von|van\sder|van|de\sla|de|der|den|di|da|du|della|del|le|la|zu|af|фон|де)"
WORD = (
    rf"(?:[dDlLO]['’])?[{UPPER}](?:[{LOWER}]+(?:[{UPPER}][{LOWER}]+)?)"
    rf"(?:['’-][{UPPER}]?[{LOWER}]+)*"
)
SURNAME = rf"(?:{PARTICLE}\s)?{WORD}(?:-{WORD})?"
GIVEN = rf"{WORD}(?:\s[{UPPER}]\.)*"
TITLES = r"(?:(?:Sir|Lord|Lady|Viscount|Count|Baron|Dr|Prof\.|General|Admiral|Marshal)\s)?"
NAME = rf"(?:{TITLES}(?:{INITIALS}{SURNAME}|(?:{GIVEN}\s){{0,2}}{SURNAME})(?:,?\sJr\.?)?)"
TURNED = rf"(?:{WORD}\s{INITIALS})"  # Russian bibliographies put the surname first
JOINED = r"(?:\s?,\s(?:and\s|&\s)?|\s(?:and|&|und|et|e|и)\s|\sand\s|\s[–-]\s)"
# ``Ole B.`` before a surname and a comma is a forename, in Latin letters at least.
ONE = re.compile(rf"(?:{TURNED}(?!\s?[A-Z][a-z]+,\s)(?=,|\s)|{NAME})(?:\set\sal\.)?")
ONE_TURNED = re.compile(TURNED)
JOIN = re.compile(JOINED)
SEVERAL = re.compile(
    rf"(?:{WORD}\s?,\s){{1,3}}{WORD},?\s(?:and|und|et|и|&)\s{WORD}(?=\s?,\s(?!pp?\.|S\.|С\.))"
)
A_WORD = re.compile(WORD)
EDITED = re.compile(r"\s?,?\s?\(?(?P<word>[Ee]ds?\b\.?|[Hh]g\.|[Hh]rsg\.|ред\.|сост\.)\)?")
HAS_INITIALS = re.compile(rf"(?:^|[\s,-])[{UPPER}][{LOWER}]{{0,2}}\.")
INITIAL = re.compile(rf"[{UPPER}]\.")
MOST = 4  # names of one citation
# Capitals that begin a sentence or name something else than a person.
NO_NAMES = frozenset(
    word
    for words in (
        "The A An In On At By For From See Cf Also And But If It Its He His Her She They Their",
        "This That These Those There When While Where Which Who Whom After Before During",
        "According Although As Both Compare Quoted Cited Source Sources Not No Text Published",
        "Printed Similarly Likewise However Thus Here All Most Some Many Further Only Even Ibid",
        "Ibidem Idem Vol Series Part Chapter Appendix Records Record Minutes Minute Note Notes",
        "Memorandum Report Letter Letters Telegram Draft Entry Document Documents Diary Diaries",
        "Papers January February March April May June July August September October November",
        "December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Foreign British Soviet",
        "German French American Polish Italian Office Ministry Cabinet Committee Parliament",
        "Hansard",
        "Vgl Siehe Im Der Die Das Ein Eine",
        "См Ср Также В О На Там Из",
        "Le La Les Un Une Il Lo Voir Vedi Zob Por",
    )
    for word in words.split()
)


@lru_cache(maxsize=64)  # many rules ask who is named at the same place
def people(text: str, at: int, kind: FieldKind = FieldKind.AUTHOR) -> tuple[Sequence[Mark], int]:
    """The names that begin here, one field each, and where they end; none where no name stands.

    ``A. Vik and B. Brandt (eds)`` are editors; the word in brackets is no part of a field.
    """
    marks: list[Mark] = []
    begins: int | None = at
    while begins is not None and len(marks) < MOST and (found := name_at(text, begins)):
        marks.append(Mark(kind, begins, found))
        begins = next_name(text, found)
    if not marks:
        return NOTHING, at
    end = marks[-1].end
    edited = EDITED.match(text, end)
    if edited and kind is FieldKind.AUTHOR and ("(" in edited[0] or "," in edited[0]):
        return tuple(Mark(FieldKind.EDITOR, m.start, m.end) for m in marks), edited.end()
    return tuple(marks), end


def name_at(text: str, at: int) -> int:
    """Where the name that begins here ends; 0 where none does."""
    found = ONE.match(text, at)
    if not found or bare(found[0].split()[0]) in NO_NAMES:
        return 0
    turned = ONE_TURNED.fullmatch(found[0])
    return at + len(found[0].rstrip()) if turned else found.end()


def bare(word: str) -> str:
    """A word without its comma, or the stop of an abbreviation; an initial keeps its stop."""
    return word.rstrip(",.") if len(word) > len("A.") else word


def next_name(text: str, at: int) -> int | None:
    """Where the next name of the list begins: after a comma only one with initials.

    A title too may begin with a capital after a comma.
    """
    joined = JOIN.match(text, at)
    found = ONE.match(text, joined.end()) if joined else None
    if not joined or not found:
        return None
    initials = HAS_INITIALS.match(found[0]) and (
        ONE_TURNED.match(text, joined.end()) or INITIAL.search(found[0])
    )
    return joined.end() if joined[0].strip() != "," or initials else None


def surnames(text: str, at: int) -> tuple[Sequence[Mark], int]:
    """Surnames alone with commas between them, and where they end: ``Vik, Brandt and Ozerov``."""
    found = SEVERAL.match(text, at)
    if not found or found[0].split(",")[0] in NO_NAMES:
        return NOTHING, at
    words = A_WORD.finditer(text, at, found.end())
    return tuple(Mark(FieldKind.AUTHOR, *word.span()) for word in words), found.end()
