"""What stands behind the name of a journal: volume, issue, date, and the pages of an article."""

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.citations import fields
from converter.citations.dates import YEAR
from converter.citations.fields import Reader
from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_bracket
from converter.citations.labels import LABELS, label
from converter.citations.numbers import numbered
from converter.citations.stops import Stops
from converter.model import FieldKind as K

PAGES = re.compile(rf"{label(LABELS[K.PAGE])}\s?")
YEAR_IN_BRACKETS = re.compile(rf"\((?P<day>[^()]{{0,25}}?{YEAR})\)")
VOLUME_AND_ISSUE = re.compile(
    r"(?P<volume>\d{1,3}|[ivxlc]+|[IVXLC]+)\s?(?:/|:|\.|,\s?)"
    r"(?P<issue>\d{1,3}(?:[–-]\d{1,2})?)(?=\s?[,(])"
)


def volume_and_issue(text: str, at: int) -> Sequence[Mark]:
    """``22/3``, ``22:3``"""
    found = VOLUME_AND_ISSUE.match(text, at)
    if not found:
        return NOTHING
    return Mark(K.VOLUME, *found.span("volume")), Mark(K.ISSUE, *found.span("issue"))


def in_brackets(text: str, at: int) -> Sequence[Mark]:
    """The date in the brackets that open here."""
    found = YEAR_IN_BRACKETS.match(text, at)
    return fields.date(text, found.start("day")) if found else NOTHING


def extent(text: str, at: int) -> Sequence[Mark]:
    """The pages that an article fills, with their label or without; behind them those cited."""
    label = PAGES.match(text, at)
    pages = list(numbered(text, at, label.end() if label else at, K.PAGE))
    pages += fields.singled_out(text, pages[-1].end) if pages else ()
    if pages and pages[0].last:
        return [replace(pages[0], kind=K.EXTENT), *pages[1:]]
    return pages if label else NOTHING


READERS = (
    fields.volume,
    volume_and_issue,
    fields.issue,
    in_brackets,
    fields.dated,
    extent,
    fields.bare_volume,
    fields.date,
)


def behind_periodical(text: str, at: int, stops: Stops) -> list[Mark]:
    """The fields behind a journal's name."""
    return past_brackets(text, at, READERS, stops)


def past_brackets(text: str, at: int, readers: Sequence[Reader], stops: Stops) -> list[Mark]:
    """The fields in brackets, before and behind them: each kind once, and the pages cited."""
    marks: list[Mark] = []
    while True:
        seen = {mark.kind for mark in marks}
        found = fields.in_turn(text, at, readers, stops)
        more = [mark for mark in found if mark.kind not in seen or mark.kind is K.PAGE]
        if not more:
            return marks
        marks += more
        at = past_bracket(text, more[-1].end)
