"""Numbers and ranges in citations: ``631–38``, ``130–2``, ``xii–xiv``, ``12v``, ``45n``."""

import re
from collections.abc import Iterator

from converter.citations.found import Mark
from converter.citations.letters import DASH, SMALL_ROMAN
from converter.model import FieldKind

NUMBER = rf"(?:\d+(?:[a-eg-z](?!\w)|n\.?\s?\d+(?!\w))?|{SMALL_ROMAN})"
BACK = r"(?:\s?(?:об|ob|v|r)\b\.?)"  # the back of a leaf
ITEM = rf"(?P<first>{NUMBER}{BACK}?)(?:\s?{DASH}\s?(?P<last>{NUMBER}{BACK}?))?(?P<ff>\s?ff?\.)?"
ONE = re.compile(ITEM)
NEXT = re.compile(rf"(?P<between>\s?,\s?|\s?(?:and|&|und|et|e|и)\s){ITEM}")
# What may follow a number that goes on a list; a month or a year would make it a date instead.
ENDS_ITEM = re.compile(r"\s*(?:[,;.)\]:–]|\Z|(?:and|see|und|и|in)\b)")
LEADING = re.compile(r"\d+")
YEAR = re.compile(r"1[89]\d\d|20\d\d")


def completed(first: str, last: str) -> str:
    """The end of a range in full.

    >>> completed("418", "19")
    '419'
    """
    digits, from_ = LEADING.match(last), LEADING.match(first)
    if not digits or not from_ or digits.end() >= from_.end():
        return last
    return first[: from_.end() - digits.end()] + last


def numbered(text: str, start: int, at: int, kind: FieldKind) -> Iterator[Mark]:
    """The numbers from ``at`` on, one field each; the first field begins with its label."""
    found = ONE.match(text, at)
    while found:
        first = found["first"].replace(" ", "")
        last = (found["last"] or "").replace(" ", "")
        end = found.end()
        if last:
            yield Mark(kind, start, end, first=first, last=completed(first, last))
        else:
            yield Mark(kind, start, end, value=first + (found["ff"] or "").strip())
        following = NEXT.match(text, end)
        if following is None or not goes_on(text, following):
            return
        found, start = following, following.start("first")


def goes_on(text: str, found: re.Match[str]) -> bool:
    """The next number belongs to the list, and is not a day or year that follows it."""
    if found["last"] is None and YEAR.fullmatch(found["first"]):
        return False
    return ENDS_ITEM.match(text, found.end()) is not None
