"""The form of a rule that claims lines."""

from collections.abc import Callable
from dataclasses import dataclass

from converter.lines import LineKind, View


@dataclass(frozen=True, slots=True)
class LineRule:
    """What a rule claims, when and why, how surely (0 to 1), and its examples.

    ``yes`` it must claim, ``no`` it must leave alone; ``otherwise`` is the next best kind.
    """

    name: str
    kind: LineKind
    when: Callable[[View], bool]
    because: str
    confidence: float
    yes: tuple[str, ...]
    no: tuple[str, ...]
    otherwise: LineKind | None = None
