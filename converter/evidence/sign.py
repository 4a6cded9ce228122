"""The form of a sign, and the scene in which signs are looked for."""

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from converter.evidence.traits import Traits
from converter.languages import Language
from converter.lines import Reading, View

YES = "yes"


@dataclass(frozen=True, slots=True)
class Scene:
    """The lines of text of one section, page marks left out; ``headed``: the first is the head.

    ``views`` are the lines as they stand on the page, before anything is known of their kinds.
    """

    tongue: Language
    lines: Sequence[Traits]
    views: Sequence[View]
    headed: bool
    cuts: int  # closed lines between an open line and one that runs on
    citing: int  # lines that cite, or open as notes do
    follows: Sequence[
        str
    ]  # what the line behind each does: runs on, begins, or is not there: nothing


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that a line shows, its reason, its examples; ``says`` gives its value or nothing.

    ``yes`` are examples with the value they must give, ``no`` show nothing. ``expected`` is what
    a value is thought to weigh before anything is learned: learning starts there, so that a sign
    too rare in the texts it learns from keeps its sense.
    """

    name: str
    because: str
    says: Callable[[Scene, int], str]
    yes: Mapping[str, str] = field(default_factory=dict)
    no: tuple[str, ...] = ()
    expected: Mapping[str, Mapping[Reading, float]] = field(default_factory=dict)


class Where(Enum):
    """Where a sign between a line and the text before it can be."""

    ANYWHERE = "anywhere"
    UNDER_TITLE = "the text before is the title"
    BEHIND_NOTE = "a note stands between"


@dataclass(frozen=True, slots=True)
class AnchorSign:
    """The same for a line and the text it would interrupt or go on with.

    ``says`` sees the scene, the line and the line of running text before it; ``where`` is the only
    place where the sign can be, so that it need not be looked for elsewhere.
    """

    name: str
    because: str
    says: Callable[[Scene, int, int], str]
    yes: Mapping[str, str] = field(default_factory=dict)
    no: tuple[str, ...] = ()
    expected: Mapping[str, Mapping[Reading, float]] = field(default_factory=dict)
    where: Where = Where.ANYWHERE


def when(holds: bool) -> str:
    """The value of a sign that is there or is not."""
    return YES if holds else ""


def counted(number: int, most: int) -> str:
    """The value of a sign that can be there several times; none is nothing."""
    return str(min(number, most)) if number > 0 else ""


def step(number: int, steps: Sequence[int]) -> str:
    """The highest of the steps, which rise, that the number reaches."""
    at = bisect(steps, number)
    return str(steps[at - 1]) if at else "0"
