"""Words as signs: what a line begins with, has in it and ends with, learned without a reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from converter.evidence.traits import Traits

FIGURES = "#"  # stands for any number
FIRST, WORD, PAIR, LAST = "first: ", "word: ", "pair: ", "last: "

Row = Sequence[float]


def word_signs(line: Traits) -> Iterator[str]:
    """The words of a line as they stand in the table: ``first: See``, ``word: printed``."""
    words, lowered = without_figures(line, line.words), without_figures(line, line.pieces.lowered)
    if not words:
        return
    yield f"{FIRST}{words[0]}"
    if len(words) > 1:
        yield f"{FIRST}{words[0]} {words[1]}"
    yield from {f"{WORD}{word}" for word in lowered}
    yield from {f"{PAIR}{a} {b}" for a, b in pairwise(lowered)}
    yield f"{LAST}{words[-1]}"


def without_figures(line: Traits, words: Sequence[str]) -> Sequence[str]:
    """The words with a sign for each number."""
    return [FIGURES if word.isdigit() else word for word in words] if line.pieces.odd else words


@dataclass(frozen=True, slots=True)
class WordRows:
    """The rows of words by the words themselves, so that those of a line are found at a glance."""

    first: Mapping[str, Row]  # by one word, or by two with a space between
    word: Mapping[str, Row]
    pair: Mapping[tuple[str, str], Row]
    last: Mapping[str, Row]

    @classmethod
    def of(cls, rows: Mapping[str, Row]) -> Self:
        """The rows of a table, sorted by what their keys begin with."""
        pairs: dict[tuple[str, str], Row] = {}
        for key, row in starting(PAIR, rows).items():
            first, _, second = key.partition(" ")
            pairs[first, second] = row
        return cls(starting(FIRST, rows), starting(WORD, rows), pairs, starting(LAST, rows))

    def rows(self, line: Traits) -> list[Row]:
        """The rows of the signs that ``word_signs`` tells of a line."""
        if not line.words:
            return []
        words = without_figures(line, (*line.words[:2], line.words[-1]))
        lowered = without_figures(line, line.pieces.lowered)
        found = [*filter(None, map(self.word.get, dict.fromkeys(lowered)))]
        found += filter(None, map(self.pair.get, dict.fromkeys(pairwise(lowered))))
        for key in (words[0], " ".join(words[:2])) if len(line.words) > 1 else words[:1]:
            if key in self.first:
                found.append(self.first[key])
        if words[-1] in self.last:
            found.append(self.last[words[-1]])
        return found


def starting(kind: str, rows: Mapping[str, Row]) -> dict[str, Row]:
    return {key.removeprefix(kind): row for key, row in rows.items() if key.startswith(kind)}
