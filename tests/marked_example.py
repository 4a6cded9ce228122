"""Reads the examples of rows: lines parted by ``|``, with the line in question marked.

``>`` marks the line, else it is the last; ``<`` marks the running text before it, else that is
the line before. A first line behind ``=`` repeats the title, behind ``~`` it does not; without
either a head is put above. ``de:`` names a language, ``Page 12`` is a page mark, and an empty
part an empty line.
"""

from dataclasses import dataclass

from converter.classify import Sight, staged
from converter.decode import SourceLine
from converter.evidence.sign import Scene
from converter.languages import Language, language, languages

TITLE = "The title of the example"


@dataclass(frozen=True, slots=True)
class MarkedExample:
    """The lines of an example with its title and language, and the numbers of those marked."""

    lines: tuple[SourceLine, ...]
    title: str
    tongue: Language
    line: int
    body: int | None

    @classmethod
    def read(cls, example: str) -> "MarkedExample":
        code, colon, rest = example.partition(":")
        named = bool(colon) and code in languages()
        first, *parts = (rest if named else example).split("|")
        if first.startswith(("=", "~")):
            title = first[1:].lstrip("<>") if first.startswith("=") else TITLE
            parts = [first[1:], *parts]
        else:
            title, parts = TITLE, [TITLE, first, *parts]
        lines: list[str] = []
        places: dict[str, int] = {}
        for part in parts:
            bare = part.lstrip("<>")
            lines += ["", bare, ""] if is_page_mark(bare) else [bare]
            if part != bare:
                places[part[0]] = len(lines) - is_page_mark(bare)
        return cls(
            tuple(SourceLine(number, line) for number, line in enumerate(lines, start=1)),
            title,
            language(code if named else "en"),
            places.get(">", len(lines)),
            places.get("<"),
        )

    def scene(self) -> tuple[Scene, int, int]:
        """The scene, the line in it, and the running text before the line."""
        sight = Sight(self.lines, self.title, self.tongue)
        text = [i for i in sight.visible if i not in sight.marks]
        at = {self.lines[i].number: place for place, i in enumerate(text)}
        here = at[self.line]
        return staged(sight, text, {})[0], here, here - 1 if self.body is None else at[self.body]


def is_page_mark(text: str) -> bool:
    return text.startswith("Page ") and text[5:].isdigit()
