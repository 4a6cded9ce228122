"""The form of a rule that claims lines."""

from collections.abc import Callable
from dataclasses import dataclass

from converter.lines import LineKind, View


@dataclass(frozen=True, slots=True)
class LineRule:
    """One rule: what it claims, when, because of what, how surely, and what it must and must not claim."""

    name: str
    kind: LineKind
    when: Callable[[View], bool]
    because: str
    confidence: float
    yes: tuple[str, ...]
    no: tuple[str, ...]
    otherwise: LineKind | None = None
