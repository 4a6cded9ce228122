"""Printed dates: days, spans of days, months and years, in the languages of the archives.

``5 May 1939``, ``5–7 May 1939``, ``30 May–2 June 1939``, ``May 5, 1939``, ``5.5.1939``,
``April (2004)``, ``1939–40``, ``17 June`` (whose year stands elsewhere), ``5 (18) March 1917`` and
``5/18 March 1917`` (old and new style: the new one counts), ``5 March 1917 (O.S.)``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from converter.citations.letters import DASH
from converter.citations.month_names import any_month, month_number, shortened_month
from converter.dates import iso

YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAYS = r"(?:[12]\d|3[01]|0?[1-9])"
DAY = rf"{DAYS}(?!\d)(?:\.(?=\s)|º|°|er\b|(?:st|nd|rd|th)\b)?"
YEAR_WORDS = r"(?:\s?(?:г\.|года|год|r\.|roku))?"
OF = r"(?:de\s|di\s)?"
AND = r"(?:and|und|и|et)"
OLD_STYLE = r"(?P<old>\s?\((?:O\.\s?S\.|OS|old style|ст\.\s?ст\.)\))?"
FIGURES = re.compile(r"\d*")
LEAP_YEAR = 2000  # in which every day of the calendar exists


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as it is printed; 0 where a part is not."""

    year: int = 0
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """ISO 8601 as far as known; without a year as ``--05-09``, which is no date yet."""
        if self.year:
            return iso(self.year, self.month, self.day)
        return f"--{self.month:02}-{self.day:02}" if self.day else f"--{self.month:02}"

    def exists(self) -> bool:
        """It is a day of the calendar."""
        return bool(iso(self.year or LEAP_YEAR, self.month, self.day))

    def place(self) -> tuple[int, int, int]:
        """Its place in the order of days."""
        return self.year, self.month, self.day


@dataclass(frozen=True, slots=True)
class Printed:
    """A date where it stands, with its first and last day; ``last`` is None where there is one."""

    start: int
    end: int
    first: Day
    last: Day | None = None


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """The forms of dates, the most particular first; their groups are the parts."""
    month = rf"(?P<month>(?:{shortened_month()})(?!\w)\.?|(?:{any_month()})(?!\w))"
    first_month = month.replace("<month>", "<month1>")
    year = rf"(?P<year>{YEAR})"
    year_or_none = rf"(?:(?:,?\s*|\sde\s){year}(?!\d|/){YEAR_WORDS})?"
    printed = (
        # 30 May–2 June 1939
        rf"(?P<day1>{DAY})\s{OF}{first_month}(?:\s(?P<year1>{YEAR}))?\s?(?:{DASH}|to|and)\s?"
        rf"(?P<day>{DAY})\s?{month}{year_or_none}",
        # 5 (18) March 1917, 5/18 March 1917
        rf"{DAY}\s?(?:\((?P<day>{DAY})\)|/(?P<slashed>{DAY}))\s{month}{year_or_none}",
        # 5–7 May 1939, 9 and 11 May
        rf"(?P<day1>{DAY})\s?(?:{DASH}|{AND})\s?(?P<day>{DAY})\s{OF}{month}{year_or_none}",
        # 5 May 1939, 5 May
        rf"(?P<day>{DAY})\s?(?:de\s|di\s|of\s)?{month}{year_or_none}{OLD_STYLE}",
        # May 5, 1939
        rf"{month}\s(?P<day>{DAY})(?:,\s*{year})?(?!\d)",
        # May–June 1939
        rf"{first_month}\s?{DASH}\s?{month},?\s{year}(?!\d)",
        # May 1939, May (1939)
        rf"{month},?\s{year}(?!\d){YEAR_WORDS}",
        rf"{month}\s\({year}\)",
        # 5.5.1939
        rf"(?P<day>{DAYS})\.\s?(?P<number>0?[1-9]|1[0-2])\.\s?{year}(?!\d)",
        # 1939–40
        rf"(?P<year1>{YEAR})\s?[-–/]\s?(?P<year>{YEAR}|\d\d)(?![\d–/-])",
        # 1939
        rf"{year}(?!\d|/\d){YEAR_WORDS}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in printed)


def printed_date(text: str, at: int) -> Printed | None:
    """The date that begins here, if one does."""
    for form in forms():
        found = form.match(text, at)
        if found and (printed := understood(found)):
            return printed
    return None


def understood(found: re.Match[str]) -> Printed | None:
    """What the printed parts say; None where they name no day of the calendar."""
    part = {name: number(name, value) for name, value in found.groupdict().items() if value}
    first, last = first_day(part), last_day(part)
    if not last.exists() or (first and not first.exists()):
        return None
    if first and first.year and first.place() >= last.place():
        return None
    return Printed(*found.span(), first or last, last if first else None)


def number(name: str, printed: str) -> int:
    """The number that a part of a date stands for."""
    if name.startswith("month"):
        return month_number(printed)
    figures = FIGURES.match(printed)
    return int(figures[0] or 0) if figures else 0


def last_day(part: Mapping[str, int]) -> Day:
    """The only day, or the last of a span."""
    month = part.get("month", part.get("number", 0))
    year = part.get("year", 0)
    if "year1" in part and year < 100:
        year += part["year1"] // 100 * 100
    only = Day(year, month, part.get("day", part.get("slashed", 0)))
    return new_style(only) if "old" in part else only


def first_day(part: Mapping[str, int]) -> Day | None:
    """The first day of a span; it takes what it does not say from the last one."""
    if not part.keys() & {"day1", "month1", "year1"}:
        return None
    last = last_day(part)
    month = part.get("month1", last.month)
    year = part.get("year1") or (last.year and last.year - (month > last.month))
    return Day(year, month, part.get("day1", 0))


def new_style(day: Day) -> Day:
    """A day of the Julian calendar in the Gregorian one (centuries from 1700 on)."""
    if not day.year or not day.day or not day.exists():
        return day
    behind = day.year // 100 - day.year // 400 - 2
    then = date(day.year, day.month, day.day) + timedelta(days=behind)
    return replace(day, year=then.year, month=then.month, day=then.day)
