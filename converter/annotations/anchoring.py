"""Anchoring: a quotation with the words around it → its place in a text, or why it has none.

The pages of the edition do the same in ``xslt/html/assets/annotations-anchoring.js``; a test holds
the two against each other. What is compared are letters and digits alone: white space, brackets,
quotation marks and hyphens differ between a page, its TEI and the tools that quote them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

ENOUGH = 20  # letters on one side of a passage that tell where it is
SPARE = 12  # letters that are noted beyond those that are enough, and may be others now
LONG = 60  # letters of a quotation that needs no words around it
LIKE = 0.8  # how much of a changed passage must be the same
MOST = 4_000_000  # steps that a comparison may take


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as it was noted: its words, and those before and after it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of a text, counted in code points; ``changed`` where its words are others now."""

    start: int
    end: int
    changed: bool = False


class Missing(Enum):
    """Why a passage was not found."""

    GONE = "gone"
    SEVERAL = "several"


class Letters:
    """The letters and digits of a text, each with its place in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [place for place, sign in enumerate(text) if sign.isalnum()]
        self.only = "".join(text[place] for place in self.places)

    def span(self, start: int, length: int, exact: str, changed: bool = False) -> Span:
        """Some letters as a passage of the text, with the quoted signs at its edges."""
        first, last = self.places[start], self.places[start + length - 1] + 1
        if changed:
            return Span(first, last, changed)
        before, after = edges(exact)
        if before and self.text[max(0, first - len(before)) : first] == before:
            first -= len(before)
        if self.text[last : last + len(after)] == after:
            last += len(after)
        return Span(first, last)


def edges(exact: str) -> tuple[str, str]:
    """The signs before the first and after the last letter of a quotation."""
    places = Letters(exact).places
    return exact[: places[0]], exact[places[-1] + 1 :]


def find(text: Letters, quote: Quote) -> Span | Missing:
    """The one place that can be meant; never a place that is only likely."""
    exact, before, after = (Letters(x).only for x in (quote.exact, quote.prefix, quote.suffix))
    if not exact:
        return Missing.GONE
    here = [*occurrences(text.only, exact)]
    candidates = [
        at
        for at in here
        if text.only.endswith(before, 0, at) and text.only.startswith(after, at + len(exact))
    ]
    if not candidates and is_single(before, after):
        left, right = before[-needed(before) :], after[: needed(after)]
        candidates = [
            at
            for at in here
            if text.only.endswith(left, 0, at) or text.only.startswith(right, at + len(exact))
        ]
        if not candidates and len(exact) >= LONG:
            candidates = here
        if not candidates:
            return between(text, exact, left, right) or Missing.GONE
    if len(candidates) == 1:
        return text.span(candidates[0], len(exact), quote.exact)
    return Missing.SEVERAL if candidates else Missing.GONE


def is_single(before: str, after: str) -> bool:
    """Whether the quotation was the only one of its words, as ``quoted`` lets the length tell.

    Of words that stood in the text several times one side is not enough: where a passage was taken
    out, the next may begin with the same words, and now stands behind those before the lost one.
    """
    return min(len(before), len(after)) >= ENOUGH + SPARE


def needed(side: str) -> int:
    """How many letters next to the passage are enough; more where few are too common."""
    return max(ENOUGH, len(side) - SPARE)


def between(text: Letters, exact: str, before: str, after: str) -> Span | None:
    """A passage whose words were changed, where those before and after it are as they were."""
    lefts, rights = ([*occurrences(text.only, landmark)] for landmark in (before, after))
    if len(lefts) != 1 or len(rights) != 1:
        return None
    start = lefts[0] + len(before)
    now = text.only[start : max(start, rights[0])]
    if not now or not alike(exact, now):
        return None
    return text.span(start, len(now), "", changed=True)


def alike(one: str, other: str) -> bool:
    """Whether at most a fifth of the longer text must be changed to make the other of it."""
    longer = max(len(one), len(other))
    allowed = int(longer * (1 - LIKE) + 1e-9)
    if abs(len(one) - len(other)) > allowed:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return len(one) * len(other) <= MOST and distance(one, other) <= allowed


def distance(one: str, other: str) -> int:
    """How many letters must be put in, taken out or replaced."""
    row: list[int] = [*range(len(other) + 1)]
    for i, a in enumerate(one, start=1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
    return row[-1]


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where words stand, also where they overlap."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def quoted(text: Letters, start: int, end: int) -> Quote:
    """A passage as it is noted, with as many words on either side as tell it from all others."""
    only = text.only
    first = sum(place < start for place in text.places)
    last = sum(place < end for place in text.places)
    before = after = ENOUGH
    if is_repeated(only, only[first:last]):
        while last + after < len(only) and is_repeated(
            only, only[max(0, first - before) : last + after]
        ):
            after *= 2
        if is_repeated(only, only[max(0, first - before) : last + after]):
            before = first
    else:
        while before < first and is_repeated(only, only[first - before : first]):
            before *= 2
        while last + after < len(only) and is_repeated(only, only[last : last + after]):
            after *= 2
        before, after = before + SPARE, after + SPARE
    left, right = max(0, first - before), min(len(only), last + after)
    begin = text.places[left] if left < first else start
    finish = text.places[right - 1] + 1 if right > last else end
    if right == len(only):
        finish = len(text.text)
    return Quote(text.text[start:end], text.text[begin:start], text.text[end:finish])


def is_repeated(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) >= 0
