"""Converted pages: every page of an edition through the workers, each document once and named."""

import pickle
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from sys import intern

from converter.conversion import Conversion
from converter.converting import Converting, PageTask
from converter.decision_files import DecisionFiles
from converter.identifiers import told_apart
from converter.output import Output
from converter.own_folder import RECORDS
from converter.problems import Place, Problem, Refused, Stopped
from converter.settings import Settings
from converter.shelf import NAMES, NUMBERS, OBJECTS, Form, Table
from converter.volumes import Page
from converter.wishes import Wishes
from converter.workers import Lost, Progress, Workers

PROTOCOL = pickle.HIGHEST_PROTOCOL
Converted = Table[int, Page]  # by the numbers of their tasks


@dataclass(frozen=True, slots=True)
class Pages:
    """How the pages of an edition are converted; what was made of them is on the shelf."""

    settings: Settings
    wishes: Wishes
    files: DecisionFiles
    output: Output
    workers: Workers
    progress: Progress

    def converted(self, tasks: Sequence[PageTask]) -> tuple[Converted, list[Problem]]:
        """Each page through the passes; one that is refused costs nothing but itself."""
        wishes, met = self.wishes, 0
        work = Converting(
            self.settings, wishes.encoding, replace(self.files, sources=()),
            wishes.weights.table, wishes.authorities, wishes.show_doubt,
            self.output.folder / RECORDS,
        )  # fmt: skip
        pages = self.output.tables.table(NUMBERS, Shared().form)
        refused: dict[int, Problem] = {}
        self.progress("reading pages", 0, len(tasks))
        for done, (number, answer) in enumerate(self.workers.answered(work, tasks), start=1):
            source = tasks[number].source
            if isinstance(answer, Stopped):
                raise answer  # the next page would meet it too
            if isinstance(answer, Lost):
                refused[number] = Problem("worker-died", Place(str(source.path)))
            elif isinstance(answer, Refused):
                refused[number] = answer.problem
            else:
                pages[number] = Page(source, answer)
            met += len(answer.problems) if isinstance(answer, Conversion) else 1
            self.progress("reading pages", done, len(tasks), met)
        return pages, [refused[number] for number in sorted(refused)]

    def told_apart(self, pages: Converted) -> list[Problem]:
        """Leaves each document once, under a name of its own; all there is to remark on the pages.

        A document that is not used is taken from ``pages``, one that is renamed is replaced.
        """
        doubles = without_doubles(pages)
        renamed = self.with_unique_identifiers(pages)
        remarks = (problem for page in pages.values() for problem in page.made.problems)
        once_told = {str(problem): problem for problem in remarks}  # of one text on several pages
        return [*doubles, *renamed, *once_told.values()]

    def with_unique_identifiers(self, pages: Converted) -> list[Problem]:
        """Documents that share volume, date and title are told apart by their texts' checksums.

        So are those that share the name of their files, which has one sign for two of the id.
        """
        names = Counter(page.name for page in pages.values())
        numbers, tasks = [], []
        for number, page in pages.items():
            if names[page.name] > 1:
                numbers.append(number)
                name = told_apart(page.identifier, page.made.fingerprint)
                tasks.append(PageTask(page.source, name))
        again, problems = self.converted(tasks) if tasks else ({}, [])
        for place, number in enumerate(numbers):
            if place in again:
                pages[number] = again[place]
            else:
                del pages[number]
        told = [
            Problem("same-identifier", Place(str(task.source.path)), "",
                    {"identifier": task.identifier})
            for task in tasks
        ]  # fmt: skip
        return [*told, *problems]


def records_of(pages: Converted, output: Output) -> Table[str, None]:
    """The paths of the files in which the conversions are kept."""
    found = output.tables.table(NAMES, OBJECTS)
    for page in pages.values():
        found[page.made.record] = None
    return found


def sources_of(
    pages: Converted, output: Output, others: Mapping[str, Mapping[str, str]]
) -> Table[str, Mapping[str, str]]:
    """The pages as the manifest names its sources, and the other files that were read."""
    found = output.tables.table(NAMES, OBJECTS)
    for page in pages.values():
        found[page.source.name] = {"sha256": page.made.sha256, "document": page.name}
    found.update(others)
    return found


@dataclass(frozen=True, slots=True)
class Shared:
    """How a page is kept: without the list of contents beside it, which is that of many pages."""

    lists: list[tuple[str, ...]] = field(default_factory=list)
    numbers: dict[tuple[str, ...], int] = field(default_factory=dict)

    @property
    def form(self) -> Form[Page]:
        return Form(self.packed, self.read)

    def packed(self, page: Page) -> bytes:
        made = page.made
        number = self.numbers.setdefault(made.listed.entries, len(self.lists))
        if number == len(self.lists):
            self.lists.append(made.listed.entries)
        listed = replace(made.listed, entries=())
        return pickle.dumps((page.source, replace(made, listed=listed), number), PROTOCOL)

    def read(self, held: bytes) -> Page:
        source, made, number = pickle.loads(held)
        return Page(source, sharing(made, self.lists[number]))


def sharing(made: Conversion, entries: tuple[str, ...]) -> Conversion:
    """The same with one list of contents, title of the volume and name for all that show it."""
    listed, known = made.listed, made.summary
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


def without_doubles(pages: Converted) -> list[Problem]:
    """A document that was saved twice is taken once: the first, in the order of the names."""
    first: dict[bytes, int] = {}
    problems = []
    for number, page in pages.items():
        known = first.setdefault(page.made.fingerprint.encode(), number)
        if known != number:
            facts = {"other": pages[known].source.name}
            problems.append(Problem("same-text", Place(str(page.source.path)), "", facts))
            del pages[number]
    return problems
