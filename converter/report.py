"""The report of a build: what was done, what to look at first, every problem."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from converter import __version__
from converter.correspondence import Letters
from converter.counting import plural
from converter.holdings import Holdings
from converter.many_guesses import Guesses
from converter.problems import Problem, readable
from converter.rights import Rights
from converter.weights_in_use import WeightsInUse

SHOWN = 200  # guesses that the report for people has room for


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
    weights: WeightsInUse | None = None  # of the evidence
    decided: int = 0  # lines of which the editor decided the kind
    decisions: Guesses = field(default_factory=Guesses)  # the least certain first
    holdings: tuple[Holdings, ...] = ()
    unchecked: tuple[tuple[str, int], ...] = ()  # names of the authority file that nobody checked
    rights: Rights = field(default_factory=Rights)  # as the documents state them
    letters: Letters = field(default_factory=Letters)
    licensed: bool = False  # the edition names its own licence
    names: Mapping[str, str] = field(default_factory=dict)
    unchanged: bool = False  # since the last build, whose report this is

    def named_problems(self) -> Iterator[Problem]:
        """The problems with names instead of paths."""
        for problem in self.problems:
            path = problem.place.path
            yield replace(problem, place=replace(problem.place, path=self.names.get(path, path)))

    def as_data(self) -> dict[str, Any]:
        """The report for machines, ready for JSON."""
        rows = self.as_rows().items()
        return {name: list(each) if isinstance(each, Iterator) else each for name, each in rows}

    def as_rows(self) -> dict[str, Any]:
        """The same, its long lists as iterators."""
        return {
            "converter": __version__,
            "documents": self.documents,
            "refused": self.refused,
            "kept": self.kept,
            "passed_over": self.passed_over,
            "removed": list(self.removed),
            "contents": [held.as_data() for held in self.holdings],
            "problems": (problem.as_data() for problem in self.named_problems()),
            "weights": self.weights.as_data() if self.weights else None,
            "decided": self.decided,
            "unchecked": [{"name": name, "places": places} for name, places in self.unchecked],
            "rights": {
                "licensed": self.licensed,
                "restricted": self.rights.documents,
                "wordings": [
                    {"wording": wording, "documents": number}
                    for wording, number in self.rights.wordings
                ],
            },
            "letters": {"listed": self.letters.number, "lacking": list(self.letters.lacking)},
            "decisions": (guess.as_data() for guess in self.decisions),
        }

    def lines(self) -> Iterator[str]:
        """The report for people; pages may name their volumes and entries as they like."""
        return map(readable, self.told())

    def told(self) -> Iterator[str]:
        yield f"{plural(self.documents, 'document')}, {plural(self.refused, 'page')} refused"
        if self.kept:
            yield f"{plural(self.kept, 'file')} kept as found"
        if self.passed_over:
            yield f"{plural(self.passed_over, 'file')} of other kinds passed over"
        if self.decided:
            yield f"{plural(self.decided, 'decision')} of the editor applied"
        if self.weights:
            yield f"weights of the evidence: {self.weights}"
        yield from (f"removed: {name}" for name in self.removed)
        yield from headed(f"Problems ({len(self.problems)})", map(str, self.named_problems()))
        if self.rights.documents:
            title = f"Documents that state a restriction of rights ({self.rights.documents})"
            yield from headed(title, self.rights.lines(self.licensed))
        if self.letters.number:
            yield from headed("Letters", self.letters.lines())
        title = f"Decisions to look at, the least certain first ({len(self.decisions)})"
        yield from headed(title, self.guess_lines())
        lacking = sum(held.lacking for held in self.holdings)
        told = [line for held in self.holdings for line in held.lines()]
        if told:
            yield from headed(f"Entries of the contents without a document ({lacking})", told)
        if self.unchecked:
            title = f"Archives and serials whose entry nobody checked ({len(self.unchecked)})"
            yield from headed(title, self.unchecked_lines())

    def unchecked_lines(self) -> Iterator[str]:
        """Which they are, how often cited, and what to do."""
        yield "they are named from general knowledge; an authorities.xml may replace them"
        yield from (f"{name}: cited in {plural(places, 'note')}" for name, places in self.unchecked)

    def guess_lines(self) -> Iterator[str]:
        """The least certain guesses, and what to do with them."""
        if self.decisions:
            yield "`converter review` asks about them one by one and keeps the answers"
        yield from map(str, self.decisions[:SHOWN])
        if (more := len(self.decisions) - SHOWN) > 0:
            yield f"{more} more, which are more certain, are in report.json"


def headed(title: str, entries: Iterable[str]) -> Iterator[str]:
    yield from ("", title, "-" * len(title))
    yield from entries
