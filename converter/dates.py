"""Dates: the one that dates the document, and dates printed in a head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from converter.languages import Language, language

DETAIL = re.compile(
    r"(?P<year>\d{4})"
    r"(?:[ -](?P<month>[A-Za-z]+|\d{1,2})\.?(?:[ -](?P<day>\d{1,2}))?)?"
    r"(?:[ -]+\d{1,2})?"  # the last day of a span
)
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


def detail_date(printed: str) -> str:
    """The Date of the page's details as ISO: ``1939 May 23``, ``1938 May``, ``1938``.

    Empty where unreadable. Of a span of days only the month is certain: ``1938 May 3-5`` becomes
    ``1938-05``.
    """
    found = DETAIL.fullmatch(printed.strip())
    if not found:
        return ""
    name, month = found["month"] or "", 0
    if name:
        month = int(name) if name.isdigit() else language("en").months.get(name.capitalize(), 0)
        if not month:
            return ""
    spans = found.end() > (found.end("day") if found["day"] else found.end())
    return iso(int(found["year"]), month, 0 if spans else int(found["day"] or 0))


def dates_in(text: str, tongue: Language) -> Iterator[FoundDate]:
    """The dates printed in a text of this language, from left to right, without overlap."""
    found = [
        hit for pattern in patterns(tongue.code) for hit in map(read, pattern.finditer(text)) if hit
    ]
    end = 0
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= end:
            end = hit.end
            yield hit


def read(found: re.Match[str]) -> FoundDate | None:
    parts = found.groupdict()
    named = next((key for key in parts if key.startswith("m_") and parts[key]), "")
    month = int(named[2:].split("_")[0]) if named else int(parts.get("number") or 0)
    year, day = int(parts.get("year") or 0), int(parts.get("day") or 0)
    if not iso(year or 2000, month, day):  # 2000: a leap year, so that 29 February passes
        return None
    return FoundDate(found.start(), found.end(), year, month, day)


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
