"""Assemble: many saved pages to one edition; a volume is read from TEI, not from the model."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from converter.decision_files import DecisionFiles, find_decisions, sections_of
from converter.guesses import Guess, guesses
from converter.guesses import in_order as least_certain_first
from converter.holdings import Holdings
from converter.identifiers import file_stem, short_hash, volume_folder
from converter.matching import ListedPage, all_holdings
from converter.order import ordered
from converter.output import Output, json_bytes, sha256
from converter.pipeline import Products, convert
from converter.problems import Place, Problem, Refused
from converter.publish import Entry, Progress, Publisher, Volumes
from converter.report import Report
from converter.settings import Settings
from converter.sources import PAGES, Found, Source, find
from converter.summary import summarise
from converter.tei import encode
from converter.weights_in_use import WeightsInUse
from converter.whereabouts import Doubtful
from converter.xml_files import parse_xml

REPORTS = ("report.json", "report.txt")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked of a build beside the settings of the edition."""

    overwrite: bool = False  # also files that were changed by hand
    show_doubt: bool = False  # mark in the HTML what was encoded by a guess
    encoding: str = ""  # of the pages, if it is not UTF-8
    decisions: Path | None = None  # the editor's, if they do not lie beside the pages
    weights: WeightsInUse = field(default_factory=WeightsInUse)  # of the evidence


@dataclass(frozen=True, slots=True)
class Page:
    """A converted page: its source, the checksum of its bytes, what the passes made of it."""

    source: Source
    sha256: str
    products: Products
    identifier: str

    @property
    def name(self) -> str:
        """The name of the document's files without their endings: ``volume/1938-03-14``."""
        return f"{volume_folder(self.identifier)}/{file_stem(self.identifier)}"

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """Its lines that could have been read otherwise."""
        return tuple(guesses(self.source.name, self.source.path, self.products.lines))

    @property
    def doubtful(self) -> Doubtful:
        """The same, with all that is needed to find them in the TEI."""
        return Doubtful(self.products.lines, self.guesses)


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
    problems += publish(volumes, held, output, settings, wishes, doubtful, progress)
    removed = output.remove_stale(still_to_come=REPORTS)
    report = replace(
        report_of(found, files, len(refusals), [*problems, *output.problems], folder, wishes),
        documents=sum(map(len, volumes.values())),
        removed=tuple(removed),
        decided=decided(pages, volumes),
        decisions=least_certain_first(guess for page in pages for guess in page.guesses),
        holdings=tuple(held.values()),
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
            products = convert(data, path, settings, wishes.encoding, decisions, table)
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


def read_volumes(
    pages: Sequence[Page], output: Output, settings: Settings
) -> tuple[Volumes, Mapping[str, Holdings], list[Problem]]:
    """The documents of each volume in their order, with their neighbours; what cannot be read.

    Beside each volume stands what its printed contents list and is not here.
    """
    entries, problems = read_entries(pages, output, settings)
    listed = (
        ListedPage.of(page.name, page.products.document.metadata, page.products.page)
        for page in pages
    )
    held, positions = all_holdings(listed)
    volumes = in_order(entries, positions)
    link_neighbours(volumes)
    return volumes, held, problems


def publish(
    volumes: Volumes,
    held: Mapping[str, Holdings],
    output: Output,
    settings: Settings,
    wishes: Wishes,
    doubtful: Mapping[str, Doubtful],
    progress: Progress,
) -> list[Problem]:
    """All documents and the contents page, written; the problems of those that cannot be."""
    interface = settings.interface_language or "en"
    publisher = Publisher(output, interface, wishes.show_doubt, doubtful)
    problems = publisher.documents(volumes, progress)
    publisher.contents(volumes, held, settings)
    return problems


def read_entries(
    pages: Iterable[Page], output: Output, settings: Settings
) -> tuple[list[Entry], list[Problem]]:
    """The TEI of each document: the one an editor changed where there is one, else ours."""
    entries, problems = [], []
    for page in pages:
        name = f"tei/{page.name}.xml"
        edited = output.changed_by_hand(name)
        if edited is None:
            root = page.products.tree
            if page.identifier != page.products.document.identifier:
                root = encode(replace(page.products.document, identifier=page.identifier), settings)
            entries.append(Entry(page.name, root, summarise(root), ours=True))
            continue
        output.keep(name)
        try:
            root = parse_xml(edited, str(output.folder / name)).getroot()
        except Refused as refused:
            problems.append(refused.problem)
        else:
            entries.append(Entry(page.name, root, summarise(root), ours=False))
    return entries, problems


def in_order(entries: Iterable[Entry], positions: Mapping[str, int]) -> dict[str, list[Entry]]:
    """The documents of each volume in their order; the volumes by their folders' names."""
    volumes: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        volumes[entry.name.split("/")[0]].append(entry)
    return {name: ordered(volumes[name], positions) for name in sorted(volumes)}


def link_neighbours(volumes: Volumes) -> None:
    """``@prev`` and ``@next`` of every document, by which its page leads to its neighbours."""
    for entries in volumes.values():
        files = [entry.name.split("/")[1] + ".xml" for entry in entries]
        for entry, before, after in zip(entries, ["", *files], [*files[1:], ""], strict=False):
            for attribute, value in (("prev", before), ("next", after)):
                if attribute in entry.root.attrib:
                    del entry.root.attrib[attribute]
                if value:
                    entry.root.set(attribute, value)


def names_of(
    problems: Iterable[Problem], sources: Iterable[Source], folder: Path
) -> dict[str, str]:
    """What a report calls the files of problems, because paths differ from place to place."""
    names = {str(source.path): source.name for source in sources}
    paths = {problem.place.path for problem in problems} - names.keys()
    inside = (path for path in paths if Path(path).is_relative_to(folder))
    return names | {path: Path(path).relative_to(folder).as_posix() for path in inside}
