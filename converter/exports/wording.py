"""Wording: names and dates of a reference as English notes say them."""

from converter.exports.reference import OPEN, Creator, Date

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def people(creators: tuple[Creator, ...]) -> str:
    """``Ole Vik [Lotsman], Anna Brandt, and Karl von Tesch``."""
    names = [
        f"{each.natural} [{each.pseudonym}]" if each.pseudonym else each.natural
        for each in creators
    ]
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join([*names[:-1], f"and {names[-1]}"])


def day(date: Date) -> str:
    """``3 April 1938``, ``April 1938``, ``3–5 April 1938``, ``from 1938``."""
    match date.begin, date.end:
        case "", "":
            return date.printed
        case begin, "":
            return said(begin)
        case begin, end if end == OPEN:
            return f"from {said(begin)}"
        case begin, end if begin == OPEN:
            return f"until {said(end)}"
        case begin, end:
            return period(said(begin).split(), said(end).split())


def period(begin: list[str], end: list[str]) -> str:
    """Month and year stand once where they are the same."""
    shared: list[str] = []
    while min(len(begin), len(end)) > 1 and begin[-1] == end[-1]:
        shared.insert(0, begin.pop())
        end.pop()
    dash = "–" if len(begin) == len(end) == 1 else " – "
    return " ".join([dash.join((" ".join(begin), " ".join(end))), *shared])


def said(iso: str) -> str:
    year, month, number, *_ = *iso.split("-"), "", ""
    words = (number.lstrip("0"), MONTHS[int(month) - 1] if month else "", year)
    return " ".join(filter(None, words))
