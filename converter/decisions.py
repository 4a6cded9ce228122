"""Decisions: what an editor decided about lines, and which line of a text section each one means.

A line is known by the checksum of its section and by its own first words, so that a decision holds
wherever the page lies and whatever the site prints around the text.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from converter.lines import LineKind
from converter.pages import TextSection
from converter.problems import Place, Problem

LENGTH = 80  # characters of whole words by which a line is named


@dataclass(frozen=True, slots=True)
class Decision:
    """A line is of this kind: its section, its first words, and which of the lines that begin so.

    ``page`` is the name of the saved page when it was decided; ``occurrence`` counts from 1 and is
    0 where only one line begins so. ``place`` and ``printed`` are of the file of decisions.
    """

    page: str
    section: str
    line: str
    kind: LineKind
    occurrence: int = 0
    place: Place = field(default=Place(""), compare=False)
    printed: str = field(default="", compare=False)

    def problem(self, code: str, **facts: object) -> Problem:
        """What is wrong with this decision, at its place."""
        return Problem(code, self.place, self.printed, {"line": self.line, **facts})


# ---------------------------------------------------------------- naming lines


def folded(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Beginnings:
    """The visible lines of a section, to be found by their first words."""

    sha256: str
    ordered: tuple[tuple[str, int], ...]  # folded text and number, in the order of the texts

    @classmethod
    def of(cls, section: TextSection) -> "Beginnings":
        visible = ((folded(line.text), line.number) for line in section.lines if not line.blank)
        return cls(section.sha256, tuple(sorted(visible)))

    def beginning(self, words: str) -> list[int]:
        """The numbers of the lines that begin with these whole words, from the top of the page."""
        return sorted(self.beginning_so(folded(words)))

    def beginning_so(self, words: str) -> Iterator[int]:
        for text, number in self.ordered[bisect_left(self.ordered, (words, 0)) :]:
            if not text.startswith(words):
                return
            if not (text[len(words) : len(words) + 1].isalnum() and words[-1:].isalnum()):
                yield number

    def decision(self, page: str, number: int, text: str, kind: LineKind) -> Decision:
        """The decision that the line with this number and text is of a kind."""
        words = first_words(text)
        alike = self.beginning(words)
        occurrence = alike.index(number) + 1 if len(alike) > 1 else 0
        return Decision(page, self.sha256, words, kind, occurrence)


def first_words(text: str) -> str:
    """The first words of a line, as many as LENGTH has room for, one at least."""
    words = folded(text)
    if len(words) <= LENGTH:
        return words
    cut = words.rfind(" ", 0, LENGTH + 1)
    return words[:cut] if cut > 0 else words.partition(" ")[0]


NO_LINES = Beginnings("", ())


# ---------------------------------------------------------------- the decisions of a file


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of one file, in their order, and what is wrong with the file."""

    path: str = ""
    sha256: str = ""  # of the file
    entries: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()
    by_section: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)

    def on(self, section: TextSection) -> tuple[dict[int, Decision], list[Problem]]:
        """The decisions on a section by the numbers of its lines; those that fit no line of it.

        Of two decisions on one line the later holds.
        """
        concerned = self.by_section.get(section.sha256, ()) if self.by_section else ()
        beginnings = Beginnings.of(section) if concerned else NO_LINES
        found: dict[int, Decision] = {}
        problems = []
        for decision in concerned:
            numbers = beginnings.beginning(decision.line)
            wanted = decision.occurrence or 1
            if len(numbers) > 1 and not decision.occurrence:
                problems.append(decision.problem("decision-ambiguous", count=len(numbers)))
            elif wanted > len(numbers):
                problems.append(decision.problem("decision-unmatched", why=lacking(len(numbers))))
            else:
                number = numbers[wanted - 1]
                if earlier := found.get(number):
                    problems.append(earlier.problem("decision-twice", later=decision.place.line))
                found[number] = decision
        return found, problems


UNDECIDED = Decisions()


def lacking(count: int) -> str:
    """Why no line of the right section is meant by a decision."""
    return f"only {count} of the text begin so" if count else "no line of the text begins so"


def by_section(entries: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions by the checksums of their sections, each in their order."""
    grouped: dict[str, list[Decision]] = {}
    for decision in entries:
        grouped.setdefault(decision.section, []).append(decision)
    return {section: tuple(group) for section, group in grouped.items()}
