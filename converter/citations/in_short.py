"""Shelfmarks printed in short: what they leave out stands in the citation before."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from converter.citations.archival_fields import behind
from converter.citations.found import Cited, Mark
from converter.citations.rule import NoteText
from converter.citations.shelfmark_forms import A_YEAR, FORM
from converter.citations.shelfmarks import IN_SHORT
from converter.model import Certainty, CitationKind, FieldKind
from converter.model import FieldKind as K

RULE = "in-short"
JOINS = re.compile(r"\s?[,;]?\s(?P<and>and|&|und|и|et|as well as)\s(?:also\s)?(?:in\s)?|\s?[,;]\s")
ORDER = (K.REPOSITORY, K.CLASS, K.PIECE, K.ITEM, K.FOND, K.OPIS, K.DELO)
RUSSIAN = re.compile(
    r"(?=(?:[Oo]p|[Оо]п|[Dd]|[Дд]|ed\.)\.?\s?\d)"
    r"(?:(?P<opis>(?:[Oo]p|[Оо]п)\.?\s?\d{1,5})(?!\w)\s*[,.]?\s*)?"
    r"(?P<delo>(?:[Dd]|[Дд])\.?\s?\d{1,6}[а-яa-z]?)(?!\w)"
)
Parts = Mapping[FieldKind, str]  # the words of the parts of a shelfmark, from the archive down


def with_short(note: NoteText, found: Sequence[Cited]) -> list[Cited]:
    """The citations, with the shelfmarks printed in short behind archival ones."""
    every: list[Cited] = []
    for i, cited in enumerate(found):
        end = found[i + 1].start if i + 1 < len(found) else len(note.text)
        every.append(cited)
        if cited.kind is CitationKind.ARCHIVAL:
            every += chained(note, cited, end)
    return every


def chained(note: NoteText, cited: Cited, end: int) -> list[Cited]:
    """The citations in short, one behind the other, that follow this one before ``end``.

    A bare number follows only behind "and"; behind a comma it must have the shape of a paper's
    number.
    """
    chain: list[Cited] = []
    last, parts = cited, joined({}, note.text, cited)
    while parts.keys() & {K.CLASS, K.FOND}:
        short = in_short(note, last.end, end, parts)
        if short is None:
            break
        parts = joined(parts, note.text, short)
        full = replace(short.marks[0], value=" ".join(parts.values()))
        last = replace(short, marks=(full, *short.marks[1:]))
        chain.append(last)
    return chain


def in_short(note: NoteText, at: int, end: int, parts: Parts) -> Cited | None:
    """The citation in short between these places, of a shelfmark with these parts."""
    join = JOINS.match(note.text, at)
    if not join or join.end() >= end:
        return None
    mark = british(note.text, join, parts)
    if mark is None and K.FOND in parts:
        mark = russian_in_short(note.text, join.end())
    if mark is None or mark.end > end:
        return None
    marks = (mark, *(each for each in behind(note, mark.end) if each.end <= end))
    return Cited(CitationKind.ARCHIVAL, RULE, marks, Certainty.MEDIUM)


def joined(parts: Parts, text: str, cited: Cited) -> dict[FieldKind, str]:
    """The parts of a citation, with those above its first from what was cited before."""
    shelfmark, repository = cited.first(K.SHELFMARK), cited.first(K.REPOSITORY)
    own = [*([repository] if repository else []), *(shelfmark.inside if shelfmark else ())]
    above = ORDER[: ORDER.index(own[0].kind)] if own else ORDER
    kept = {kind: words for kind, words in parts.items() if kind in above}
    return kept | {part.kind: text[part.start : part.end] for part in own}


def british(text: str, join: re.Match[str], parts: Parts) -> Mark | None:
    """A piece and paper, or one of them, of the same class."""
    at = join.end()
    found = IN_SHORT.match(text, at)
    if not found or K.CLASS not in parts or found["slashed"]:
        return None
    if found["only"]:
        item = Mark(K.ITEM, *found.span())
        return Mark(K.SHELFMARK, *found.span(), inside=(item,)) if K.ITEM in parts else None
    if FORM["record-group"].pattern.match(text, at) or A_YEAR.fullmatch(found["piece"]):
        return None
    if not (join["and"] or found["item"]):
        return None
    named = ((K.CLASS, "class"), (K.PIECE, "piece"), (K.ITEM, "item"))
    inside = tuple(Mark(kind, *found.span(name)) for kind, name in named if found[name])
    return Mark(K.SHELFMARK, *found.span(), inside=inside)


def russian_in_short(text: str, at: int) -> Mark | None:
    """An opis and delo, or a delo, of the same fond."""
    found = RUSSIAN.match(text, at)
    if not found:
        return None
    named = ((K.OPIS, "opis"), (K.DELO, "delo"))
    inside = tuple(Mark(kind, *found.span(name)) for kind, name in named if found[name])
    return Mark(K.SHELFMARK, *found.span(), inside=inside)
