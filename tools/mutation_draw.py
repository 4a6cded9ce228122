"""One page to be spoiled: its lines, where its texts are, and chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

SECTIONS = ("Translation", "Transcription")


@dataclass(frozen=True, slots=True)
class Draw:
    """One page to be spoiled, another one at hand, chance, and how often its kind was drawn."""

    page: bytes
    other: bytes
    chance: Random
    turn: int

    def lines(self) -> list[str]:
        return self.page.decode().split("\n")

    def place(self, lines: Sequence[str], below: int = 2) -> int:
        """A line, nine times in ten one of the texts: around them stands much that is nothing."""
        first, last = span(lines)
        if last - first < below or self.chance.random() < 0.1:
            return self.chance.randrange(max(1, len(lines)))
        return self.chance.randrange(first + below, max(last, first + below + 1))

    def put_in(self, strange: Sequence[str], most: int = 6) -> bytes:
        """Strange characters inside some lines, or as lines of their own."""
        lines = self.lines()
        for _ in range(self.chance.randint(1, most)):
            at, what = self.place(lines), self.chance.choice(strange)
            if self.chance.random() < 0.25:
                lines.insert(at, what)
            else:
                column = self.chance.randint(0, len(lines[at]))
                lines[at] = lines[at][:column] + what + lines[at][column:]
        return joined(lines)


def joined(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def span(lines: Sequence[str]) -> tuple[int, int]:
    """The first label of a section and the last line of the texts, as a page has them."""
    first = next((i for i in range(len(lines) - 1) if is_label(lines, i)), 0)
    last = next((i for i in range(len(lines) - 1, 0, -1) if lines[i] == "Document Details"), 0)
    return first, max(first, last)


def is_label(lines: Sequence[str], i: int) -> bool:
    return lines[i] in SECTIONS and i + 1 < len(lines) and lines[i + 1].startswith("/ ")
