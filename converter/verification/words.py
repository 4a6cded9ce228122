"""The first words in which two texts part; white space divides words, how much does not count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

# White space of XML: a no-break space belongs to its word.
WORD = re.compile(r"[^ \t\r\n]+")
LONGEST = 40  # characters of a word that a message shows
BEFORE, AFTER = 3, 5  # words that a message shows around the first that differ


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a file, with its place."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Parting:
    """The number of words that agree, and what both texts say where they stop to."""

    agree: int
    line: int
    column: int
    printed: str
    found: str
    wanted: str


def parting(text: str, wanted: str) -> Parting | None:
    """Where ``text`` departs from what is wanted; None where both have the same words."""
    lines, here, there = text.split("\n"), list(placed(text)), WORD.findall(wanted)
    for number, (word, other) in enumerate(zip_longest(here, there)):
        if word is None or word.text != other:
            place = word or Word("", len(lines), 0)
            return Parting(
                number,
                place.line,
                place.column,
                lines[place.line - 1],
                around([each.text for each in here[max(0, number - BEFORE) : number + AFTER]]),
                around(there[max(0, number - BEFORE) : number + AFTER]),
            )
    return None


def placed(text: str) -> Iterator[Word]:
    for number, line in enumerate(text.split("\n"), start=1):
        for found in WORD.finditer(line):
            yield Word(found.group(), number, found.start() + 1)


def around(words: list[str]) -> str:
    shown = (word[:LONGEST] + "…" * (len(word) > LONGEST) for word in words)
    return " ".join(shown) or "nothing"
