"""The report of a build: what was done, what to look at first, every problem."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from converter import __version__
from converter.counting import plural
from converter.lines import Line
from converter.problems import Problem

DOUBTFUL = 0.9  # a decision less certain than this is one to look at


@dataclass(frozen=True, slots=True)
class Decision:
    """A line that could have been read otherwise: where, as what, by which rule, how surely."""

    path: str
    line: int
    text: str
    rule: str
    choice: str
    otherwise: str
    confidence: float

    @classmethod
    def of(cls, path: str, line: Line) -> "Decision":
        otherwise = line.otherwise.value if line.otherwise else ""
        return cls(
            path, line.number, line.text, line.rule, line.kind.value, otherwise, line.confidence
        )

    def __str__(self) -> str:
        alternative = f", else {self.otherwise}" if self.otherwise else ""
        return (
            f"{self.path}:{self.line}: {self.confidence:.2f} {self.choice}{alternative}"
            f" [{self.rule}]\n"
            f"    {self.text[:96]}"
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What a build has to tell.

    ``problems`` have the paths that the user gave; ``names`` are what the report calls these files,
    the same wherever they lie.
    """

    documents: int = 0
    refused: int = 0
    kept: int = 0
    passed_over: int = 0
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def named_problems(self) -> list[Problem]:
        """The problems with names instead of paths."""
        return [
            replace(problem, place=replace(problem.place, path=self.names.get(path, path)))
            for problem in self.problems
            for path in (problem.place.path,)
        ]

    def as_data(self) -> dict[str, Any]:
        """The report for machines, ready for JSON."""
        return {
            "converter": __version__,
            "documents": self.documents,
            "refused": self.refused,
            "kept": self.kept,
            "passed_over": self.passed_over,
            "removed": list(self.removed),
            "problems": [problem.as_data() for problem in self.named_problems()],
            "decisions": [
                {"path": d.path, "line": d.line, "text": d.text, "rule": d.rule, "choice": d.choice,
                 "otherwise": d.otherwise, "confidence": d.confidence}
                for d in self.decisions
            ],
        }  # fmt: skip

    def lines(self) -> Iterator[str]:
        """The report for people."""
        yield f"{plural(self.documents, 'document')}, {plural(self.refused, 'page')} refused"
        if self.kept:
            yield f"{plural(self.kept, 'file')} kept as found"
        if self.passed_over:
            yield f"{plural(self.passed_over, 'file')} of other kinds passed over"
        yield from (f"removed: {name}" for name in self.removed)
        yield from headed(f"Problems ({len(self.problems)})", map(str, self.named_problems()))
        title = f"Decisions to look at, the least certain first ({len(self.decisions)})"
        yield from headed(title, map(str, self.decisions))


def headed(title: str, entries: Iterable[str]) -> Iterator[str]:
    yield from ("", title, "-" * len(title))
    yield from entries


def doubtful(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions below certainty, least certain first."""
    found: Sequence[Decision] = [d for d in decisions if d.confidence < DOUBTFUL]
    return tuple(sorted(found, key=lambda d: (d.confidence, d.path, d.line)))
