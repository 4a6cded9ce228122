"""Building: one run through all of an edition. A volume is read from TEI, not from the model."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from converter.checksums import InOrder
from converter.converted_pages import Pages, records_of, sources_of
from converter.converting import PageTask
from converter.correspondence import Letters, is_letter, letters_of, unready
from converter.decision_files import DecisionFiles
from converter.entries import Volumes
from converter.gathered_lists import LISTS, Drafting, gathered_lists
from converter.holdings import Holdings
from converter.json_tables import json_pieces
from converter.many_guesses import Guesses
from converter.output import Output
from converter.own_folder import RECORDS, leave_nothing, tidy
from converter.problems import Problem
from converter.published_search import Plan, plan_search, worth_telling
from converter.published_site import Publication, Site
from converter.records import forget_others
from converter.report import Report
from converter.rights import Rights, restrictions_in, rights_of
from converter.settings import Settings
from converter.sources import Found, Source, as_text
from converter.standing import remember, will_stand
from converter.volumes import Page, read_volumes
from converter.wishes import Wishes
from converter.workers import Progress, Workers, workers_for

Unchecked = tuple[tuple[str, int], ...]  # cited names, how often
REPORTS = ("report.json", "report.txt")


@contextmanager
def working(output: Output, pages: int, wished: int, held: int, made: bool) -> Iterator[Workers]:
    """As many processes as so many pages are worth, or as are wished; they end with the context.

    What was not moved to its place is removed, however this build ends or one before did; the
    folder too, where this build ``made`` it and left nothing there.
    """
    workers = Workers(workers_for(pages, wished), held)
    tidy(output.folder, ())
    try:
        with workers:
            yield workers
    finally:
        noted = output.journal.read()
        output.journal.close()
        tidy(output.folder, [*noted, *(output.now if workers.deaths else ())])
        leave_nothing(output.folder, made)


@dataclass(frozen=True, slots=True)
class Build:
    """One run: pages to conversions, conversions to volumes, volumes to the files of an edition."""

    found: Found
    files: DecisionFiles
    settings: Settings
    wishes: Wishes
    output: Output
    workers: Workers
    progress: Progress

    def run(self, made: str, read: Mapping[str, str]) -> Report:
        """The whole build; ``made`` and ``read`` are checksums for the next one to compare."""
        conversions = Pages(
            self.settings, self.wishes, self.files, self.output, self.workers, self.progress
        )
        made_pages, refusals = conversions.converted(list(map(PageTask, self.found.sources)))
        pages = made_pages.values()
        unmet = [*self.files.unmet(sections_met(pages))] if self.files.by_folder else []
        remarks = conversions.told_apart(made_pages)
        problems = [*self.found.problems, *self.files.problems, *refusals, *remarks, *unmet]
        if not made_pages:
            return self.told(len(refusals), problems)
        volumes, held, unreadable = read_volumes(pages, self.output)
        problems += unreadable
        rights, letters = stated(volumes, self.settings)
        problems += unready(letters, self.settings)
        site, plan, unchecked = self.publish(volumes, held)
        problems += site.problems
        count, decisions = sum(map(len, volumes.values())), decided(pages, volumes)
        del volumes  # what the lists set on documents: what follows needs the room
        removed = self.output.remove_stale(still_to_come=REPORTS)
        report = replace(
            self.told(len(refusals), [*problems, *self.output.problems]),
            documents=count,
            removed=worth_telling(removed),
            decided=decisions,
            decisions=Guesses.least_certain_first(
                (page.made.packed for page in pages), self.output.tables
            ),
            holdings=tuple(held.values()),
            unchecked=unchecked,
            rights=rights,
            letters=letters,
        )
        self.output.write_pieces("report.json", json_pieces(report.as_rows()))
        self.output.write("report.txt", ("\n".join(report.lines()) + "\n").encode())
        if not forget_others(self.output.folder / RECORDS, records_of(made_pages, self.output)):
            made = ""  # the next build tries again
        made = will_stand(made, read, pages, report)
        remember(self.output, report, made)
        self.output.close(
            sources_of(
                made_pages,
                self.output,
                self.files.checksums() | self.wishes.weights.checksums(),
            ),
            documents=InOrder(site.made_of),
            datasets=dict(sorted(site.datasets.items())),
            search=plan.made_of,
            build=made,
        )
        return report

    def told(self, refused: int, problems: Sequence[Problem]) -> Report:
        """What can be told of a build whatever came of it."""
        return Report(
            refused=refused,
            kept=sum(each.code in ("hand-edited", "not-ours") for each in problems),
            passed_over=self.found.passed_over,
            problems=tuple(problems),
            weights=self.wishes.weights,
            licensed=bool(self.settings.licence),
            names={
                **names_of(problems, self.found.sources, self.output.folder),
                **self.files.names,
            },
        )

    # ------------------------------------------------------------ the edition

    def publish(
        self, volumes: Volumes, held: Mapping[str, Holdings]
    ) -> tuple[Site, Plan, Unchecked]:
        """All documents, lists and contents, written; which cited names nobody checked."""
        output, settings, wishes = self.output, self.settings, self.wishes
        plan, problems = plan_search(volumes, output)
        work = Drafting(volumes, output.folder, settings, wishes.authorities, wishes.persons)
        drafts = gathered_lists(work, self.workers)
        settled = [draft.settled(volumes, output) for draft in drafts]
        (_, cited), (_, named), (_, placed) = settled
        lists = {name: tei for name, (tei, _) in zip(LISTS, settled, strict=True) if tei}
        unchecked = drafts[0].unchecked
        del work, drafts, settled  # there are links of every document among them
        publication = Publication(output, settings, wishes, self.workers, self.progress)
        site, plan = publication.published(volumes, held, lists, plan)
        told = (*cited, *problems, *named, *placed, *site.problems)
        return replace(site, problems=told), plan, unchecked


def stated(volumes: Volumes, settings: Settings) -> tuple[Rights, Letters]:
    """What the headers of the documents say of rights, and how many of them are letters."""
    letters = 0

    def restrictions() -> Iterator[list[str]]:
        nonlocal letters
        for entry in (entry for group in volumes.values() for entry in group):
            root = entry.apparatus()
            letters += is_letter(root)
            yield restrictions_in(root)

    rights = rights_of(restrictions())
    return rights, letters_of(letters, settings)


def decided(pages: Iterable[Page], volumes: Volumes) -> int:
    """How many lines are encoded as the editor decided; a file changed by hand has none."""
    ours = {entry.name for entries in volumes.values() for entry in entries if entry.ours}
    return sum(page.made.decided for page in pages if page.name in ours)


def sections_met(pages: Iterable[Page]) -> dict[Path, frozenset[str]]:
    """The checksums of the sections of each page."""
    return {page.source.path: frozenset(page.made.sections) for page in pages}


def names_of(
    problems: Iterable[Problem], sources: Iterable[Source], folder: Path
) -> dict[str, str]:
    """What a report calls the files of problems, because paths differ from place to place."""
    paths = {problem.place.path for problem in problems}
    of_sources = ((str(source.path), source.name) for source in sources if paths)
    names = {path: name for path, name in of_sources if path in paths}
    paths -= names.keys()
    inside = (path for path in paths if Path(path).is_relative_to(folder))
    names |= {path: Path(path).relative_to(folder).as_posix() for path in inside}
    return {path: as_text(Path(path).name) for path in paths} | names
