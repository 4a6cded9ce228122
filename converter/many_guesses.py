"""Guesses of a whole edition: a line of JSON each, read when it is asked for.

A volume of ten thousand documents has more of them than are ever looked at.
"""

import json
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from struct import pack
from typing import TYPE_CHECKING, overload

from converter.guesses import Guess

if TYPE_CHECKING:
    from converter.shelf import Shelf


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
    def least_certain_first(cls, packed: Iterable[bytes], shelf: "Shelf") -> "Guesses":
        """Those of all pages, as ``packed`` leaves them; put into their order on the shelf."""
        from converter.shelf import BYTES  # a worker has guesses, and no shelf

        found = shelf.table(BYTES, BYTES)
        lines = (line for page in packed for line in zlib.decompress(page).splitlines(True))
        for number, line in enumerate(lines):
            found[certainty(line, number)] = line
        ordered = b"".join(found.values())
        found.clear()
        return cls(ordered)

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


def certainty(line: bytes, number: int) -> bytes:
    """What stands in the order of confidence, path, line and number."""
    guess = read(line)
    path = guess.path.encode("utf-8", "surrogatepass")
    return pack(">d", guess.confidence) + path + pack(">xQQ", guess.line, number)


def packed(guesses: Iterable[Guess]) -> bytes:
    """The guesses of a page in little room."""
    return zlib.compress(b"".join(map(written, guesses)))


def written(guess: Guess) -> bytes:
    line = json.dumps(guess.as_data(), ensure_ascii=False) + "\n"
    return line.encode("utf-8", "surrogatepass")
