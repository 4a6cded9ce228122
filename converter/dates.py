"""Dates: the one that dates the document, and dates printed in a head."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from converter.languages import Language, language

DETAIL = re.compile(
    r"(?P<year>\d{4})"
    r"(?:[ -](?P<month>[A-Za-z]{3,}|\d{1,2})\.?(?:[ -](?P<day>\d{1,2})(?!\d))?)?"
    r"(?P<rest>.*)"
)
SPAN = re.compile(r"(?:\s*[–—/&-]\s*| and )(?:(?P<month>[A-Za-z]{3,})\.?\s*)?(?:\d{1,2})?")
# The first of several days, before the last: ``3–``, ``3 and``, ``3. und``, ``3 и``.
SPANNED = re.compile(
    r"(?<![\w/.])(\d{1,2})(?:st|nd|rd|th)?\.?"
    r"(?:\s?[–—/&-]\s?|\s(?:and|und|et|и)\s(?:the\s)?)\Z"
)
LONGEST_SPANNED = 20  # characters, more than enough for a day and what parts it from the next
FIGURE = re.compile(r"\d")  # without one there is no date in any language
BETWEEN = re.compile(r"\s?[–—-]\s?")
PARTS = {
    "day": r"(?P<day>[0-3]?\d)",
    "number": r"(?P<number>[01]?\d)",
    "year": r"(?P<year>1[5-9]\d\d|20\d\d)",
}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, and its parts as far as they are printed (0: not)."""

    start: int
    end: int
    year: int
    month: int
    day: int

    def iso(self, year: int = 0) -> str:
        """ISO 8601 as far as known, with ``year`` where none is printed; empty without any year."""
        return iso(self.year or year, self.month, self.day)


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """``1938``, ``1938-05`` or ``1938-05-23``; empty where that is no day of the calendar."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


class DetailDate(NamedTuple):
    """The Date of the details as ISO, as far as known; and whether all of it was understood."""

    iso: str
    whole: bool


def detail_date(printed: str) -> DetailDate:
    """``1939 May 23``, ``1938 May`` or ``1938`` as ISO; empty where not even a year is there.

    Of a span only what all its days share is certain: ``1938 May 3-5`` becomes ``1938-05``. What is
    not understood leaves what stands before it: ``1937 Spring`` becomes ``1937``.
    """
    found = DETAIL.fullmatch(printed.strip())
    if not found:
        return DetailDate("", not printed.strip())
    year, month = int(found["year"]), month_number(found["month"] or "")
    day = int(found["day"] or 0) if month else 0
    rest = found["rest"] if month or not found["month"] else found["month"] + found["rest"]
    span = SPAN.fullmatch(rest)
    if span:
        other = month_number(span["month"] or "")
        known = iso(year) if other and other != month else iso(year, month)
        return DetailDate(known, whole=bool(month))
    known = iso(year, month, day)
    return DetailDate(known or iso(year, month) or iso(year), whole=bool(known) and not rest)


def month_number(name: str) -> int:
    if name.isdigit():
        return int(name) if 1 <= int(name) <= 12 else 0
    return language("en").months.get(name.capitalize(), 0)


def dates_in(text: str, tongue: Language) -> Iterator[FoundDate]:
    """The dates printed in a text of this language, from left to right, without overlap.

    A span (``3–5 May``, ``30 May – 2 June``) is one date, of which only what its days share is
    known.
    """
    if FIGURE.search(text):
        yield from printed_dates(text, tongue.code)


@lru_cache(maxsize=256)  # several rules ask the same short line
def printed_dates(text: str, code: str) -> tuple[FoundDate, ...]:
    """The same for a text with figures, in the language of this code."""
    small = text.lower()
    named = any(map(small.__contains__, month_names(code)))
    found = [
        hit
        for pattern in (patterns(code) if named else figure_patterns(code))
        for hit in map(read, pattern.finditer(text))
        if hit
    ]
    return tuple(joined(text, found))


def joined(text: str, found: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """The dates that were found, in order and without overlap, spans as one."""
    last: FoundDate | None = None
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if last and hit.start < last.end:
            continue
        first_day = SPANNED.search(text, max(0, hit.start - LONGEST_SPANNED), hit.start)
        if last and BETWEEN.fullmatch(text[last.end : hit.start]):
            month = hit.month if last.month == hit.month else 0
            last = FoundDate(last.start, hit.end, hit.year or last.year, month, 0)
            continue
        if last:
            yield last
        last = replace(hit, start=first_day.start(), day=0) if first_day and hit.day else hit
    if last:
        yield last


def read(found: re.Match[str]) -> FoundDate | None:
    named = max(compress(months_of_groups(found.re), found.groups()), default=0)
    month = named or number_in(found, "number")
    year, day = number_in(found, "year"), number_in(found, "day")
    if not iso(year or 2000, month, day):  # 2000: a leap year, so that 29 February passes
        return None
    return FoundDate(found.start(), found.end(), year, month, day)


def number_in(found: re.Match[str], group: str) -> int:
    """The number in a group of a date pattern; 0 where it has no such group, or nothing in it."""
    return int(found[group] or 0) if group in found.re.groupindex else 0


@lru_cache(maxsize=64)
def months_of_groups(pattern: re.Pattern[str]) -> tuple[int, ...]:
    """Of each group of a date pattern the month it stands for; 0 where it stands for none."""
    names = (name.split("_") for name in pattern.groupindex)  # every group has a name
    return tuple(int(parts[1]) if parts[0] == "m" else 0 for parts in names)


def begins_with_month(text: str, tongue: Language) -> bool:
    """The text begins with the name of a month, or a word does that begins like one."""
    return text.lower().startswith(month_names(tongue.code))


@cache
def month_names(code: str) -> tuple[str, ...]:
    """The names of the months in small letters."""
    return tuple(map(str.lower, language(code).months))


@cache
def figure_patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """The date patterns of a language that need no name of a month."""
    templates = zip(language(code).date_patterns, patterns(code), strict=True)
    return tuple(pattern for template, pattern in templates if "{month}" not in template)


@cache
def patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """The date patterns of a language; a month's group says its number: ``m_5_0`` is May."""
    tongue = language(code)
    names = sorted(tongue.months.items(), key=lambda item: -len(item[0]))
    months = "|".join(
        f"(?P<m_{n}_{i}>{re.escape(name)}\\b\\.?)" for i, (name, n) in enumerate(names)
    )
    fields = PARTS | {"month": f"(?:{months})"}
    made = []
    for template in tongue.date_patterns:
        filled = re.sub(r"\{(day|month|number|year)\}", lambda m: fields[m.group(1)], template)
        made.append(re.compile(rf"(?<![\w.]){filled}(?!\w)", re.IGNORECASE))
    return tuple(made)
