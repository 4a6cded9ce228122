"""The names of the months, in all languages that have them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from converter.languages import languages


def named() -> Iterator[tuple[str, int]]:
    for tongue in languages().values():
        yield from tongue.months.items()


@cache
def months() -> Mapping[str, int]:
    """The number of a month by its name in small letters, without its stop."""
    numbers: dict[str, int] = {}
    for name, number in named():
        numbers.setdefault(name.lower().rstrip("."), number)
    return numbers


@cache
def any_month() -> str:
    """A pattern for their names, the longest first."""
    return "|".join(sorted(map(re.escape, months()), key=len, reverse=True))


@cache
def shortened_month() -> str:
    """A pattern for the abbreviations among them, behind which a stop belongs to the date."""
    shortened = {
        name.lower()
        for name, number in named()
        for other, same in named()
        if number == same and other != name and other.startswith(name)
    }
    return "|".join(sorted(shortened))


def month_number(printed: str) -> int:
    """The number of the month of this name, in any case; 0 where it is none."""
    return months().get(printed.lower().rstrip("."), 0)
