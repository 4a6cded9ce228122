"""Review: the uncertain lines of saved pages one by one, and what an editor decides about them.

Every answer is written at once, and the pages that hold the text are classified again with it, so
that nothing is asked that follows from it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.choices import choices
from converter.decision_files import DecisionFiles
from converter.decision_toml import read_decisions
from converter.decision_writing import add, remove
from converter.decisions import UNDECIDED, Beginnings, Decision
from converter.evidence.weights import WeightTable
from converter.guesses import DOUBTFUL, Guess, guesses, in_order, is_unsure, reason
from converter.lines import NOTES, OPENINGS, Line, LineKind
from converter.pages import SavedPage
from converter.problems import Problem
from converter.sections import SectionLines, claim_sections
from converter.settings import Settings
from converter.signs import closed, runs_on


@dataclass(frozen=True, slots=True)
class ReviewedPage:
    """A page of a review: what reports call it, where it is, what it says."""

    name: str
    path: Path
    page: SavedPage


@dataclass(frozen=True, slots=True)
class Question:
    """An uncertain line: its page, its section as it is claimed now, its place among the lines."""

    page: ReviewedPage
    section: SectionLines
    at: int

    @property
    def line(self) -> Line:
        return self.section.claimed.lines[self.at]

    @property
    def place(self) -> tuple[str, int]:
        return str(self.page.path), self.line.number

    @property
    def because(self) -> str:
        """Why the converter reads the line as it does: the rule's reason, the strongest signs."""
        return reason(self.line.rule, self.line.signs)

    @property
    def before(self) -> Sequence[Line]:
        return self.section.claimed.lines[: self.at]

    @property
    def choices(self) -> tuple[LineKind, ...]:
        """The kinds the line can have, by what stands before it."""
        said = [line for line in self.before if line.mark is None]
        brackets = [line for line in said if line.closes or line.kind is LineKind.OPENS_COMMENTARY]
        possible = choices(
            last=said[-1] if said else None,
            opening=all(line.kind in OPENINGS for line in said),
            commentary=bool(brackets) and not brackets[-1].closes,
        )
        return tuple(kind for kind in LineKind if kind in (*possible, self.line.kind))

    @property
    def more_of_the_note(self) -> LineKind | None:
        """What the line is, if it belongs to the note above it: the same paragraph or a new one."""
        above = next((line for line in reversed(self.before) if line.mark is None), None)
        if above is None or above.kind not in NOTES:
            return None
        cut = runs_on(self.line.text) or not closed(above.text)
        return LineKind.NOTE_GOES_ON if cut else LineKind.NOTE_PARAGRAPH


@dataclass(frozen=True, slots=True)
class Step:
    """What was done with a question: decided, or without a decision left for later."""

    question: Question
    decision: Decision | None


class Review:
    """The questions that are open and the steps that were taken."""

    def __init__(
        self,
        pages: Iterable[ReviewedPage],
        files: DecisionFiles,
        settings: Settings,
        below: float = DOUBTFUL,
        progress: Callable[[str, int, int], None] = lambda what, done, total: None,
        table: WeightTable | None = None,
    ) -> None:
        self.files, self.settings, self.below, self.table = files, settings, below, table
        self.pages = list(without_doubles(pages))
        self.steps: list[Step] = []
        self.again: tuple[str, int] | None = None  # the line of a step that was taken back
        self.problems: list[Problem] = list(files.problems)
        self.claims: list[list[SectionLines]] = []
        self.open: list[list[Question]] = []
        for number, page in enumerate(self.pages):
            decisions = files.for_page(page.path)
            claimed, problems = claim_sections(page.page, settings.language, decisions, table)
            self.claims.append(claimed)
            self.open.append(self.questions(page, claimed))
            self.problems += (p for p in problems if p.place.path == decisions.path)
            progress("reading lines", number + 1, len(self.pages))

    def questions(self, page: ReviewedPage, claimed: Iterable[SectionLines]) -> list[Question]:
        """The lines of a page that are less certain than is asked for."""
        return [
            Question(page, section, at)
            for section in claimed
            for at, line in enumerate(section.claimed.lines)
            if is_unsure(line, self.below)
        ]

    def guesses(self) -> tuple[Guess, ...]:
        """The open questions as reports have them."""
        pairs = zip(self.pages, self.claims, strict=True)
        return in_order(
            guess
            for page, claimed in pairs
            for guess in guesses(page.name, page.path, claimed, self.below)
        )

    # -------------------------------------------------------- asking

    def next(self) -> Question | None:
        """The least certain line that is open; after a step was taken back, its line."""
        skipped = {step.question.place for step in self.steps if step.decision is None}
        left = [q for group in self.open for q in group if q.place not in skipped]
        again = next((q for q in left if q.place == self.again), None)
        return again or min(left, key=lambda q: (q.line.confidence, q.place), default=None)

    @property
    def left(self) -> int:
        """How many lines are open, also those left for later."""
        return sum(map(len, self.open))

    @property
    def decided(self) -> int:
        return sum(step.decision is not None for step in self.steps)

    @property
    def progress(self) -> tuple[int, int]:
        """The number of the next question, and of how many by what is known now."""
        return len(self.steps) + 1, self.decided + self.left

    # -------------------------------------------------------- answering

    def answer(self, question: Question, kind: LineKind) -> None:
        """The line is of this kind: written to the file of decisions, and followed at once."""
        section, line, page = question.section.section, question.line, question.page
        name = page.path.name
        decision = Beginnings.of(section).decision(name, line.number, line.text, kind)
        add(self.files.path_for(page.path), decision)
        self.steps.append(Step(question, decision))
        self.again = None
        self.follow(page, section.sha256)

    def skip(self, question: Question) -> None:
        """The line is left for another day."""
        self.steps.append(Step(question, None))
        self.again = None

    def undo(self) -> Step | None:
        """The last step taken back, and its decision out of the file; None where there is none."""
        if not self.steps:
            return None
        step = self.steps.pop()
        self.again = step.question.place
        if step.decision is not None:
            page = step.question.page
            remove(self.files.path_for(page.path), step.decision)
            self.follow(page, step.decision.section)
        return step

    def follow(self, page: ReviewedPage, section: str) -> None:
        """The pages that hold this text and follow the same file, classified anew."""
        path = self.files.path_for(page.path)
        decisions = read_decisions(path) if path.is_file() else UNDECIDED
        for number, other in enumerate(self.pages):
            if self.files.path_for(other.path) != path:
                continue
            if any(each.section.sha256 == section for each in self.claims[number]):
                self.claims[number], _ = claim_sections(
                    other.page, self.settings.language, decisions, self.table
                )
                self.open[number] = self.questions(other, self.claims[number])


def without_doubles(pages: Iterable[ReviewedPage]) -> Iterator[ReviewedPage]:
    """Each document once: of a text that was saved twice, an edition takes the first."""
    seen: set[str] = set()
    for page in pages:
        if page.page.fingerprint not in seen:
            seen.add(page.page.fingerprint)
            yield page
