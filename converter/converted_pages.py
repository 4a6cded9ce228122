"""Converted pages: every page of an edition through the workers, each document once and named."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from sys import intern

from converter.conversion import Conversion
from converter.converting import Converting, PageTask
from converter.decision_files import DecisionFiles
from converter.identifiers import told_apart
from converter.problems import Place, Problem, Refused, Stopped
from converter.settings import Settings
from converter.volumes import Page
from converter.wishes import Wishes
from converter.workers import Lost, Progress, Workers


@dataclass(frozen=True, slots=True)
class Pages:
    """How the pages of an edition are converted; ``records`` keeps what was made of them."""

    settings: Settings
    wishes: Wishes
    files: DecisionFiles
    records: Path
    workers: Workers
    progress: Progress

    def converted(self, tasks: Sequence[PageTask]) -> tuple[list[Page], list[Problem]]:
        """Each page through the passes; one that is refused costs nothing but itself."""
        wishes, met = self.wishes, 0
        work = Converting(
            self.settings, wishes.encoding, self.files, wishes.weights.table, wishes.authorities,
            wishes.show_doubt, self.records,
        )  # fmt: skip

        def done(number: int, answer: object) -> None:
            nonlocal met
            if isinstance(answer, Stopped):
                raise answer  # the next page would meet it too
            met += len(answer.problems) if isinstance(answer, Conversion) else 1
            self.progress("reading pages", number, len(tasks), met)

        self.progress("reading pages", 0, len(tasks))
        pages, problems = [], []
        lists: dict[tuple[str, ...], tuple[str, ...]] = {}
        for task, answer in zip(tasks, self.workers.each(work, tasks, done), strict=True):
            if isinstance(answer, Lost):
                problems.append(Problem("worker-died", Place(str(task.source.path))))
            elif isinstance(answer, Refused):
                problems.append(answer.problem)
            else:
                pages.append(Page(task.source, sharing(answer, lists)))
        return pages, problems

    def told_apart(self, pages: Sequence[Page]) -> tuple[list[Page], list[Problem]]:
        """Each document once, under a name of its own; and all there is to remark on the pages."""
        once, doubles = without_doubles(pages)
        named, renamed = self.with_unique_identifiers(once)
        remarks = (problem for page in named for problem in page.made.problems)
        once_told = {str(problem): problem for problem in remarks}  # of one text on several pages
        return named, [*doubles, *renamed, *once_told.values()]

    def with_unique_identifiers(self, pages: Sequence[Page]) -> tuple[list[Page], list[Problem]]:
        """Documents that share volume, date and title are told apart by their texts' checksums.

        So are those that share the name of their files, which has one sign for two of the id.
        """
        groups: dict[str, list[Page]] = defaultdict(list)
        for page in pages:
            groups[page.name].append(page)
        alike = [page for page in pages if len(groups[page.name]) > 1]
        named = [told_apart(page.identifier, page.made.fingerprint) for page in alike]
        tasks = [PageTask(page.source, name) for page, name in zip(alike, named, strict=True)]
        again, problems = self.converted(tasks) if tasks else ([], [])
        others = {page.source: page for page in again}
        shared = {task.source for task in tasks}
        told = [
            Problem("same-identifier", Place(str(task.source.path)), "",
                    {"identifier": task.identifier})
            for task in tasks
        ]  # fmt: skip
        all_named = (others.get(page.source) if page.source in shared else page for page in pages)
        return [page for page in all_named if page is not None], [*told, *problems]


def sharing(made: Conversion, lists: dict[tuple[str, ...], tuple[str, ...]]) -> Conversion:
    """The same with one list of contents, title of the volume and name for all that show it."""
    listed, known = made.listed, made.summary
    entries = lists.setdefault(listed.entries, listed.entries)
    return replace(
        made,
        listed=replace(
            listed, entries=entries, volume=intern(listed.volume), heading=intern(listed.heading)
        ),
        summary=replace(
            known,
            kind=intern(known.kind),
            volume=intern(known.volume),
            language=intern(known.language),
            authors=tuple(map(intern, known.authors)),
            recipients=tuple(map(intern, known.recipients)),
        ),
    )


def without_doubles(pages: Sequence[Page]) -> tuple[list[Page], list[Problem]]:
    """A document that was saved twice is taken once: the first, in the order of the names."""
    first: dict[str, Page] = {}
    problems = []
    for page in pages:
        known = first.setdefault(page.made.fingerprint, page)
        if known is not page:
            facts = {"other": known.source.name}
            problems.append(Problem("same-text", Place(str(page.source.path)), "", facts))
    return list(first.values()), problems
