"""Assemble: many saved pages to one edition; a volume is read from TEI, not from the model."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from converter.authorities import Authorities, shipped
from converter.bibliography.in_edition import Assembled, assemble_bibliography
from converter.decision_files import DecisionFiles, find_decisions, sections_of
from converter.guesses import in_order as least_certain_first
from converter.holdings import Holdings
from converter.identifiers import short_hash
from converter.letter_places import assemble_places
from converter.output import Output, json_bytes, sha256
from converter.persons.in_edition import assemble_persons
from converter.persons.own_list import NOBODY, OwnList
from converter.pipeline import convert
from converter.problems import Place, Problem, Refused
from converter.publish import Progress, Publisher, Volumes
from converter.published_lists import publish_calendars, publish_lists
from converter.published_search import make_search, publish_search, worth_telling
from converter.report import Report
from converter.settings import Settings
from converter.sources import PAGES, Found, Source, find
from converter.volumes import Page, read_volumes
from converter.weights_in_use import WeightsInUse
from converter.whereabouts import Doubtful

REPORTS = ("report.json", "report.txt")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked of a build beside the settings of the edition."""

    overwrite: bool = False  # also files that were changed by hand
    show_doubt: bool = False  # mark in the HTML what was encoded by a guess
    encoding: str = ""  # of the pages, if it is not UTF-8
    decisions: Path | None = None  # the editor's, if they do not lie beside the pages
    weights: WeightsInUse = field(default_factory=WeightsInUse)  # of the evidence
    authorities: Authorities = field(default_factory=shipped)  # archives and serials
    persons: OwnList = NOBODY  # the editor's own list


def build(
    arguments: Sequence[Path],
    folder: Path,
    settings: Settings,
    wishes: Wishes | None = None,
    progress: Progress = lambda what, done, total: None,
) -> Report:
    """Saved pages (files and folders) → the edition in ``folder``; returns what was done.

    Raises Refused where nothing can be built at all: no pages, an unreadable manifest, a folder
    that cannot be written.
    """
    found = find(arguments, PAGES)
    refuse_output_among_sources(arguments, folder)
    if not found.sources:
        raise Refused(found.problems[0])
    wishes = wishes or Wishes()
    files = find_decisions(arguments, found.sources, wishes.decisions)
    output = Output.open(folder, wishes.overwrite)
    pages, refusals = convert_all(found.sources, settings, wishes, files, progress)
    unmet = files.unmet({page.source.path: sections_of(page.products.page) for page in pages})
    pages, remarks = told_apart(pages)
    problems = [*found.problems, *files.problems, *refusals, *remarks, *unmet]
    if not pages:
        return report_of(found, files, len(refusals), problems, folder, wishes)
    volumes, held, unreadable = read_volumes(pages, output, settings)
    problems += unreadable
    doubtful = {page.name: page.doubtful for page in pages} if wishes.show_doubt else {}
    bibliography = publish(volumes, held, output, settings, wishes, doubtful, progress)
    problems += bibliography.problems
    removed = output.remove_stale(still_to_come=REPORTS)
    report = replace(
        report_of(found, files, len(refusals), [*problems, *output.problems], folder, wishes),
        documents=sum(map(len, volumes.values())),
        removed=worth_telling(removed),
        decided=decided(pages, volumes),
        decisions=least_certain_first(guess for page in pages for guess in page.guesses),
        holdings=tuple(held.values()),
        unchecked=bibliography.unchecked,
    )
    output.write("report.json", json_bytes(report.as_data()))
    output.write("report.txt", ("\n".join(report.lines()) + "\n").encode())
    output.close(
        {page.source.name: {"sha256": page.sha256, "document": page.name} for page in pages}
        | files.checksums()
        | wishes.weights.checksums()
    )
    return report


def report_of(
    found: Found, files: DecisionFiles, refused: int, problems: Sequence[Problem], folder: Path,
    wishes: Wishes,
) -> Report:  # fmt: skip
    """What can be told of a build whatever came of it."""
    return Report(
        refused=refused,
        kept=sum(problem.code in ("hand-edited", "not-ours") for problem in problems),
        passed_over=found.passed_over,
        problems=tuple(problems),
        weights=wishes.weights,
        names={**names_of(problems, found.sources, folder), **files.names},
    )


def refuse_output_among_sources(arguments: Iterable[Path], folder: Path) -> None:
    """The edition must not be written where it would be read as a source the next time."""
    for argument in arguments:
        if argument.is_dir() and folder.resolve().is_relative_to(argument.resolve()):
            raise Refused(Problem("inside-sources", Place(str(folder))))


# ---------------------------------------------------------------- pages


def convert_all(
    sources: Sequence[Source],
    settings: Settings,
    wishes: Wishes,
    files: DecisionFiles,
    progress: Progress,
) -> tuple[list[Page], list[Problem]]:
    """Each page through the passes; one that is refused costs nothing but itself."""
    pages, problems = [], []
    for number, source in enumerate(sources, start=1):
        progress("reading pages", number, len(sources))
        try:
            data = source.data()
            decisions = files.for_page(source.path)
            table = wishes.weights.table
            path = str(source.path)
            known = wishes.authorities
            products = convert(data, path, settings, wishes.encoding, decisions, table, known)
        except Refused as refused:
            problems.append(refused.problem)
        else:
            pages.append(Page(source, sha256(data), products, products.document.identifier))
    return pages, problems


def told_apart(pages: Sequence[Page]) -> tuple[list[Page], list[Problem]]:
    """Each document once and under a name of its own; and all there is to remark on the pages."""
    once, doubles = without_doubles(pages)
    named, renamed = with_unique_identifiers(once)
    remarks = (problem for page in named for problem in page.products.problems)
    once_told = {str(problem): problem for problem in remarks}  # of one text on several pages
    return named, [*doubles, *renamed, *once_told.values()]


def without_doubles(pages: Sequence[Page]) -> tuple[list[Page], list[Problem]]:
    """A document that was saved twice is taken once: the first, in the order of the names."""
    first: dict[str, Page] = {}
    problems = []
    for page in pages:
        known = first.setdefault(page.products.page.fingerprint, page)
        if known is not page:
            facts = {"other": known.source.name}
            problems.append(Problem("same-text", Place(str(page.source.path)), "", facts))
    return list(first.values()), problems


def with_unique_identifiers(pages: Sequence[Page]) -> tuple[list[Page], list[Problem]]:
    """Documents that share volume, date and title are told apart by their texts' checksums."""
    groups: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        groups[page.identifier].append(page)
    problems = []
    out = []
    for page in pages:
        if len(groups[page.identifier]) > 1:
            identifier = f"{page.identifier}_{short_hash(page.products.page.fingerprint)}"
            facts = {"identifier": identifier}
            problems.append(Problem("same-identifier", Place(str(page.source.path)), "", facts))
            page = replace(page, identifier=identifier)
        out.append(page)
    return out, problems


def decided(pages: Iterable[Page], volumes: Volumes) -> int:
    """How many lines are encoded as the editor decided; a file changed by hand has none."""
    ours = {entry.name for entries in volumes.values() for entry in entries if entry.ours}
    return sum(page.products.decided for page in pages if page.name in ours)


# ---------------------------------------------------------------- documents


def publish(
    volumes: Volumes,
    held: Mapping[str, Holdings],
    output: Output,
    settings: Settings,
    wishes: Wishes,
    doubtful: Mapping[str, Doubtful],
    progress: Progress,
) -> Assembled:
    """All documents, bibliography and contents, written; what cannot be, or cannot be traced."""
    interface = settings.interface_language or "en"
    search = make_search(volumes, output)
    searched = bool(search.files)
    publisher = Publisher(
        output, interface, wishes.show_doubt, searched, doubtful, settings=settings
    )
    bibliography = assemble_bibliography(volumes, output, settings, wishes.authorities)
    persons = assemble_persons(volumes, output, settings, wishes.persons)
    places, unreadable = assemble_places(volumes, output, settings)
    found = {"bibliography": bibliography.tei, "persons": persons.tei, "places": places}
    lists = {name: tei for name, tei in found.items() if tei}
    problems = [*persons.problems, *unreadable, *publisher.documents(volumes, progress)]
    problems += publish_lists(publisher, lists, search.lists)
    publish_calendars(publisher, volumes, held, settings, [*lists, *search.lists])
    pages = [*search.lists, *lists, "annotations"]
    publisher.contents(volumes, held, settings, pages)
    publish_search(publisher, volumes, settings, search)
    problems += search.problems
    publisher.beside.sitemap()
    problems += publisher.beside.problems
    return replace(bibliography, problems=(*bibliography.problems, *problems))


def names_of(
    problems: Iterable[Problem], sources: Iterable[Source], folder: Path
) -> dict[str, str]:
    """What a report calls the files of problems, because paths differ from place to place."""
    names = {str(source.path): source.name for source in sources}
    paths = {problem.place.path for problem in problems} - names.keys()
    inside = (path for path in paths if Path(path).is_relative_to(folder))
    return names | {path: Path(path).relative_to(folder).as_posix() for path in inside}
