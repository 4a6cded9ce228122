"""What can be wrong, and how it is said: one table of kinds, one form of message."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any
from unicodedata import combining, east_asian_width

from converter.kinds import KINDS, Kind


class Severity(IntEnum):
    """How much a problem matters: a notice informs, a warning asks for a look, an error refuses."""

    NOTICE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A file as the user named it, a line and a column counted from 1 (0: unknown)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Problem:
    """What an editor should know: its kind, its place, the printed line, the facts of the case.

    >>> import converter
    >>> [problem] = converter.read("examples/diary/1938-12-24.txt").convert().problems
    >>> problem.code, problem.severity.name, problem.place.line
    ('language-unsure', 'WARNING', 180)
    >>> problem.hint
    'name it in edition.toml: language = "en"'
    """

    code: str
    place: Place
    printed: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        return KINDS[self.code]

    @property
    def severity(self) -> Severity:
        return Severity[self.kind.severity.upper()]

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    @property
    def message(self) -> str:
        return self.kind.says.format_map(self.facts)

    @property
    def hint(self) -> str:
        return self.kind.hint.format_map(self.facts)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterable[str]:
        """The message as printed: place, severity, what is there, the line, a caret, the hint."""
        where, what = visible(str(self.place)), visible(self.message)
        yield f"{where}: {self.kind.severity}: {what} [{self.code}]"
        if self.printed:
            yield f"    {visible(excerpt(self.printed, self.place.column))}"
            if self.place.column:
                yield f"    {' ' * caret(self.printed, self.place.column)}^"
        if self.hint:
            yield f"    hint: {visible(self.hint)}"

    def as_data(self) -> dict[str, Any]:
        """The same for a machine: plain values only, ready for JSON."""
        return {
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "severity": self.kind.severity,
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
        }


WIDTH = 96  # characters of a printed line that a message shows


def excerpt(printed: str, column: int) -> str:
    """At most WIDTH characters of the line, the ones around the column."""
    start = window(printed, column)
    shown = printed[start : start + WIDTH]
    return ("…" if start else "") + shown + ("…" if len(printed) > start + WIDTH else "")


def caret(printed: str, column: int) -> int:
    """How far the caret stands from the left edge of the excerpt, in columns of the terminal."""
    start = window(printed, column)
    return width(visible(printed[start : column - 1])) + (1 if start else 0)


def window(printed: str, column: int) -> int:
    """Where the excerpt begins: with the line, unless the caret would then fall outside it."""
    if len(printed) <= WIDTH or column <= WIDTH - 8:
        return 0
    return min(column, len(printed)) - WIDTH // 2


def width(text: str) -> int:
    """Columns a terminal gives to a text: none to a stress mark, two to a wide character."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def visible(text: str) -> str:
    """Text from a page made safe for a terminal: control characters shown as their code point."""
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def readable(text: str) -> str:
    """The same of several lines."""
    return text if text.isprintable() else "\n".join(map(visible, text.split("\n")))


class Refused(Exception):
    """A page or file that cannot be used; carries the one problem that says why.

    >>> import converter
    >>> try:
    ...     converter.read("examples/none.txt")
    ... except converter.Refused as refused:
    ...     print(refused)
    examples/none.txt: error: the file cannot be read: No such file or directory [cannot-read]
        hint: check the path and who may read the file
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem

    def __reduce__(self) -> tuple[type["Refused"], tuple[Problem]]:
        """It passes from one process to another with its problem."""
        return type(self), (self.problem,)


class Stopped(Refused):
    """What ends the whole run, because the next file would meet it too: no room, no right."""
