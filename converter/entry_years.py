"""The years of a printed contents list, whose entries often say no more than ``14 March``."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from converter.dates import dates_in
from converter.languages import language
from converter.titles import tongue_of_title

DISORDER = (
    62  # days by which an entry may stand behind a later one; a longer way back is a new year
)


class Day(NamedTuple):
    """What an entry says of its day; 0 for what it leaves out."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def in_year(self) -> int:
        """Where in a year it stands, in months of 31 days."""
        return 31 * (self.month - 1) + self.day

    def iso(self, year: int) -> str:
        """The date in that year as far as it is known; nothing where the year is not.

        >>> Day(0, 3, 14).iso(1938), Day(0, 3).iso(1938), Day(0, 3, 14).iso(0)
        ('1938-03-14', '1938-03', '')
        """
        if not (year and self.month):
            return ""
        return f"{year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


YEAR = 12 * 31


def printed_day(title: str) -> Day:
    """The first date of an entry, in whatever language.

    >>> printed_day("Conversation with Brandt on 11 October 1927")
    Day(year=1927, month=10, day=11)
    """
    tongue = tongue_of_title(title, language("en"))
    found = next(dates_in(title, tongue), None)
    return Day(found.year, found.month, found.day) if found else Day()


def entry_years(entries: Sequence[str], known: Mapping[int, int]) -> list[int]:
    """The year of each entry, 0 where it cannot be told.

    ``known`` has the years of entries whose document is known. From these and from the years that
    entries print the others are counted on, because a list runs forward in time; where two known
    years do not meet, nothing is said of the entries between them.

    >>> entry_years(("30 December", "2 January", "1 January", "5 May"), {0: 1937})
    [1937, 1938, 1938, 1938]
    >>> entry_years(("30 December", "2 January", "5 May 1940"), {0: 1937})
    [1937, 0, 1940]
    """
    days = [printed_day(entry) for entry in entries]
    fixed = {i: known.get(i, 0) or day.year for i, day in enumerate(days) if day.month}
    fixed = {i: year for i, year in fixed.items() if year}
    years = [fixed.get(i, 0) for i in range(len(entries))]
    places = sorted(fixed)
    if not places:
        return years
    for first, last in zip(places, [*places[1:], len(entries)], strict=True):
        counted = onward(days[first : last + 1], fixed[first])
        if last == len(entries) or counted[-1] == fixed[last]:
            years[first:last] = counted[: last - first]
    back = backward(days[: places[0] + 1], fixed[places[0]])
    return [*back[:-1], *years[places[0] :]]


def onward(days: Sequence[Day], year: int) -> list[int]:
    """The years of entries behind one of ``year``; 0 for those without a day or month."""
    out = [year]
    before = year * YEAR + days[0].in_year
    for day in days[1:]:
        if not day.month:
            out.append(0)
            continue
        year = -((day.in_year - before + DISORDER) // YEAR)
        before = year * YEAR + day.in_year
        out.append(year)
    return out


def backward(days: Sequence[Day], year: int) -> list[int]:
    """The same for entries that stand before one of ``year``, the last of ``days``."""
    out = [year]
    after = year * YEAR + days[-1].in_year
    for day in reversed(days[:-1]):
        if not day.month:
            out.append(0)
            continue
        year = (after + DISORDER - day.in_year) // YEAR
        after = year * YEAR + day.in_year
        out.append(year)
    return out[::-1]
