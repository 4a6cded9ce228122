"""Dates as fields of citations; those that name no year are completed when it is known."""

import re
from dataclasses import replace

from converter.citations.dates import printed_date
from converter.citations.found import NOTHING, Mark
from converter.dates import iso
from converter.model import Certainty, FieldKind

TWO = re.compile(r"(?P<first>\d{1,2}\.?(?:\s\w+)?(?:\s\d{4})?)\s(?:and|und|и|et)\s")
YEARLESS = re.compile(r"--(?P<month>\d\d)(?:-(?P<day>\d\d))?")
LONGEST_YEAR = 4  # characters of a year alone


def date(text: str, at: int) -> tuple[Mark, ...]:
    """The date that begins here; ``9 and 11 May`` are two dates, and two fields."""
    printed = printed_date(text, at)
    if printed is None:
        return NOTHING
    first, last = printed.first, printed.last
    if last is None:
        return (Mark(FieldKind.DATE, printed.start, printed.end, first.iso()),)
    both = TWO.match(text, printed.start, printed.end)
    if both:
        start, end = both.span("first")
        rest = Mark(FieldKind.DATE, both.end(), printed.end, last.iso())
        return (Mark(FieldKind.DATE, start, end, first.iso()), rest)
    span = Mark(FieldKind.DATE, printed.start, printed.end, first=first.iso(), last=last.iso())
    return (span,)


def dated(text: str, at: int) -> tuple[Mark, ...]:
    """A date that names a month at least; a bare year may be a number of something."""
    found = date(text, at)
    return found if found and len(found[0].value or found[0].first) > LONGEST_YEAR else NOTHING


def completed(mark: Mark, year: str) -> Mark:
    """A date that names no year, with this one: a guess. Without a year nothing is said.

    Nothing is said either of a span over the turn of a year, or of a day that the year has not.
    """
    if not any(value.startswith("--") for value in (mark.value, mark.first)):
        return mark
    given = [in_year(value, year) for value in (mark.value, mark.first, mark.last)]
    if mark.first and not given[1] < given[2]:
        given = ["", "", ""]
    value, first, last = given
    certainty = Certainty.MEDIUM if any(given) else Certainty.HIGH
    return replace(mark, value=value, first=first, last=last, certainty=certainty)


def in_year(value: str, year: str) -> str:
    """A value without a year in this one; a full value as it is."""
    found = YEARLESS.fullmatch(value)
    if not found:
        return value
    return iso(int(year), int(found["month"]), int(found["day"] or 0)) if year else ""
