"""The fields that citations of all kinds share: pages, documents, leaves, volumes, series, dates.

Each reader takes a text and a place in it, and gives the fields that begin there, or none.
"""

import re
from collections.abc import Callable, Sequence

from converter.citations import date_fields
from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_gap
from converter.citations.labels import LABELS, PARTS, label
from converter.citations.letters import ROMAN, SMALL_ROMAN
from converter.citations.numbers import NUMBER, numbered
from converter.citations.stops import NO_STOPS, Stops
from converter.model import FieldKind as K

Reader = Callable[[str, int], Sequence[Mark]]

LABELLED = {
    kind: re.compile(rf"{label(words)}\s?(?:(?:no|nos|nr)\.?\s?)?(?={NUMBER})")
    for kind, words in LABELS.items()
}
WHOLE = rf"(?:\d{{1,3}}(?!\d)|{ROMAN}|{SMALL_ROMAN})"
PARTED = rf"{WHOLE}(?:[/.–-](?:\d{{1,3}}|{ROMAN})(?![\w]))?"
PART = rf"(?:\s?[,.]\s?{label(PARTS)}\s?(?:\d{{1,2}}|[IVX]+)(?!\w))"
VOLUME = re.compile(rf"{label(LABELS[K.VOLUME])}\s?{PARTED}(?!\w){PART}?")
BARE_VOLUME = re.compile(rf"{PARTED}(?=\s*(?:[,;.:)\]]|\Z|\s(?:and|and\s|pp?|no|doc|cols?|\()))")
SERIES_WORD = r"(?:[Ss]er(?:ies|ie)?\b\.?|[Ss]érie\b)"
SERIES = re.compile(
    rf"""
    \d(?:st|nd|rd|th|re|e|ª|ème|\.)? \s? {SERIES_WORD}
    | (?: {SERIES_WORD} | [Сс]ер(?:ия)?\b\.? ) \s? (?:[A-DА-Г]|\d{{1,2}}|[IVX]{{1,4}}) (?!\w)
    | (?: [Ff]irst | [Ss]econd | [Tt]hird | [Ff]ourth | [Ff]ifth | [Ss]ixth | [Ss]eventh
        | [Oo]ttava | [Ss]ettima | [Nn]ona ) \s {SERIES_WORD}
    """,
    re.VERBOSE,
)
SERIES_LETTER = re.compile(r"[A-D](?=\s?,\s?(?:[IVX]+|vol)|\s?[/-]\s?[IVX]+)")
SERIES_AND_VOLUME = re.compile(
    r"(?P<series>[A-D])\s?[/-]\s?(?P<volume>[IVX]+(?:[/.]\d)?|\d{1,2})(?!\w)"
)
ISSUE = re.compile(rf"{label(LABELS[K.ISSUE])}\s?\d{{1,4}}(?:[–/-]\d{{1,3}})?(?!\w)")
SINGLED_OUT = re.compile(r"\s?,?\s(?:at|here|esp\.|especially|hier|здесь)\s(?=\d)")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»‘’]+")
ADDRESS_ENDS = ".,;:!?)]}'"

date: Reader = date_fields.date
dated: Reader = date_fields.dated


def labelled(kind: K) -> Reader:
    """A reader of numbers behind their label: ``pp. 12, 15–18``."""
    pattern = LABELLED[kind]

    def read(text: str, at: int) -> Sequence[Mark]:
        found = pattern.match(text, at)
        return tuple(numbered(text, at, found.end(), kind)) if found else NOTHING

    return read


labelled_pages = labelled(K.PAGE)


def page(text: str, at: int) -> Sequence[Mark]:
    """Pages behind their label, and those singled out among them: ``pp. 12–15, at 13``."""
    pages = labelled_pages(text, at)
    return [*pages, *singled_out(text, pages[-1].end)] if pages else NOTHING


def singled_out(text: str, at: int) -> Sequence[Mark]:
    """The pages that are named behind those that are cited: ``, here 13``."""
    lead = SINGLED_OUT.match(text, at)
    return tuple(numbered(text, lead.end(), lead.end(), K.PAGE)) if lead else NOTHING


def matching(kind: K, pattern: re.Pattern[str]) -> Reader:
    """A reader of what a pattern matches."""

    def read(text: str, at: int) -> Sequence[Mark]:
        found = pattern.match(text, at)
        return (Mark(kind, at, found.end()),) if found and found.end() > at else NOTHING

    return read


document = labelled(K.DOCUMENT)
folio = labelled(K.FOLIO)
column = labelled(K.COLUMN)
volume = matching(K.VOLUME, VOLUME)
bare_volume = matching(K.VOLUME, BARE_VOLUME)  # XX/2, xlii
series = matching(K.SERIES, SERIES)  # third series, ser. D
series_letter = matching(K.SERIES, SERIES_LETTER)  # the D of "D, vol. 5"
issue = matching(K.ISSUE, ISSUE)


def series_and_volume(text: str, at: int) -> Sequence[Mark]:
    """``D/V``: a series and its volume."""
    found = SERIES_AND_VOLUME.match(text, at)
    if not found:
        return NOTHING
    return Mark(K.SERIES, *found.span("series")), Mark(K.VOLUME, *found.span("volume"))


def address(text: str, at: int) -> Sequence[Mark]:
    """An address of the web, without the punctuation of the sentence behind it."""
    found = ADDRESS.match(text, at)
    if not found:
        return NOTHING
    printed = found[0].rstrip(ADDRESS_ENDS)
    target = printed if printed.startswith("http") else f"https://{printed}"
    return (Mark(K.ADDRESS, at, at + len(printed), target),)


def in_turn(text: str, at: int, readers: Sequence[Reader], stops: Stops = NO_STOPS) -> list[Mark]:
    """The fields from ``at`` on, in any order, with commas or spaces between them.

    A kind that has been read is not read again. Where a stop lies, no field begins.
    """
    marks: list[Mark] = []
    seen: set[K] = set()
    while True:
        start = past_gap(text, at)
        if start in stops:
            return marks
        every = (read(text, start) for read in readers)
        found = next((each for each in every if each and each[0].kind not in seen), NOTHING)
        if not found:
            return marks
        marks.extend(found)
        seen.update(mark.kind for mark in found)
        at = found[-1].end
