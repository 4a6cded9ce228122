"""Guesses of a whole edition: a line of JSON each, read when it is asked for.

A volume of ten thousand documents has more of them than are ever looked at.
"""

import json
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from converter.guesses import Guess


class Guesses(Sequence[Guess]):
    """The guesses that stand on these lines, in their order; each line ends with a newline."""

    __slots__ = ("_starts", "lines")

    def __init__(self, lines: bytes = b"") -> None:
        self.lines = lines
        self._starts = array("Q", [0])
        self._starts.extend(starts(lines))

    @classmethod
    def of(cls, guesses: Iterable[Guess]) -> "Guesses":
        return cls(b"".join(map(written, guesses)))

    @classmethod
    def least_certain_first(cls, packed: Iterable[bytes]) -> "Guesses":
        """Those of all pages, as ``packed`` leaves them."""
        found = [line for page in packed for line in zlib.decompress(page).splitlines(True)]
        found.sort(key=certainty)
        return cls(b"".join(found))

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, number: int) -> Guess: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Guess]: ...
    def __getitem__(self, number: int | slice) -> Guess | Sequence[Guess]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        first = range(len(self))[number]
        return read(self.lines[self._starts[first] : self._starts[first + 1]])


def starts(lines: bytes) -> Iterator[int]:
    """Where each line but the first begins, and where the last one ends."""
    end = lines.find(b"\n")
    while end >= 0:
        yield end + 1
        end = lines.find(b"\n", end + 1)


def read(line: bytes) -> Guess:
    """Raises ValueError, TypeError where the line holds no guess."""
    return Guess(**json.loads(line.decode("utf-8", "surrogatepass")))


def certainty(line: bytes) -> tuple[float, str, int]:
    guess = read(line)
    return guess.confidence, guess.path, guess.line


def packed(guesses: Iterable[Guess]) -> bytes:
    """The guesses of a page in little room."""
    return zlib.compress(b"".join(map(written, guesses)))


def written(guess: Guess) -> bytes:
    line = json.dumps(guess.as_data(), ensure_ascii=False) + "\n"
    return line.encode("utf-8", "surrogatepass")
