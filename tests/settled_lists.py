"""A list of an edition, drafted and written as a build does it, for tests that look at the list."""

from dataclasses import dataclass

from converter.entries import Volumes
from converter.list_drafts import Draft
from converter.output import Output
from converter.problems import Problem


@dataclass(frozen=True, slots=True)
class Settled:
    """The list as it is on disk; what is to be said; cited names that nobody checked."""

    tei: bytes | None
    problems: tuple[Problem, ...]
    unchecked: tuple[tuple[str, int], ...]


def settled(draft: Draft, volumes: Volumes, output: Output) -> Settled:
    """Writes the list into an output folder that is closed after it."""
    kept, problems = draft.settled(volumes, output)
    output.close({})
    return Settled(kept, tuple(problems), draft.unchecked)
