"""Lessons: the sections of saved pages, with what the page settles and what an editor decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.choices import DECIDED, reading_of
from converter.classify import Sight, staged
from converter.decisions import Decisions
from converter.evidence import Verdict, judge
from converter.evidence.sign import Scene
from converter.evidence.weights import WeightTable
from converter.lines import LineKind, Reading
from converter.pages import TextSection
from converter.problems import Problem
from converter.review import ReviewedPage
from converter.sections import claim_sections, tongue_of
from converter.settings import Settings


@dataclass(frozen=True, slots=True)
class Lesson:
    """A section to learn from: its lines of text, and the readings of those that are settled.

    ``name`` is what reports call the page. What the page settles is ``fixed``; ``decided`` are the
    readings that an editor gave.
    """

    name: str
    numbers: Sequence[int]
    scene: Scene
    fixed: Mapping[int, Reading]
    decided: Mapping[int, Reading]

    @property
    def settled(self) -> dict[int, Reading]:
        """All readings that are known; an editor's decision goes before the page."""
        return {**self.fixed, **self.decided}

    def judged(self, table: WeightTable) -> list[Verdict]:
        """How the lines are read with a table of weights."""
        return judge(self.scene, self.settled, table)


def lessons_of(
    page: ReviewedPage, decisions: Decisions, settings: Settings, table: WeightTable
) -> tuple[list[Lesson], list[Problem]]:
    """The lessons of a page, one for each section with text; what is wrong with its decisions.

    A decision that cannot stand, and so is not followed, teaches nothing.
    """
    followed: dict[str, dict[int, LineKind]] = {}
    problems: list[Problem] = []
    if any(section.sha256 in decisions.by_section for section in page.page.sections):
        claimed, problems = claim_sections(page.page, settings.language, decisions, table)
        for each in claimed:
            followed[each.section.sha256] = {
                line.number: line.kind for line in each.claimed.lines if line.rule == DECIDED
            }
    title = page.page.details["Document Title"]
    lessons = [
        lesson_of(page.name, section, title, settings, followed.get(section.sha256, {}))
        for section in page.page.sections
        if not section.empty
    ]
    return lessons, [p for p in problems if p.place.path == decisions.path]


def lesson_of(
    name: str,
    section: TextSection,
    title: str,
    settings: Settings,
    decisions: Mapping[int, LineKind],
) -> Lesson:
    tongue, _ = tongue_of(section, settings.language)
    sight = Sight(section.lines, title, tongue)
    text = [i for i in sight.visible if i not in sight.marks]
    scene, fixed = staged(sight, text, {})
    numbers = [section.lines[i].number for i in text]
    decided = {
        at: reading_of(decisions[number])
        for at, number in enumerate(numbers)
        if number in decisions
    }
    return Lesson(name, numbers, scene, fixed, decided)
