"""Volumes: the documents of an edition in their order, each the TEI that counts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from converter.apparatus import prune
from converter.conversion import Conversion
from converter.entries import Entry, Volumes
from converter.fingerprint import sha256
from converter.holdings import Holdings
from converter.identifiers import file_stem, volume_folder
from converter.matching import all_holdings
from converter.order import ordered
from converter.output import Output
from converter.problems import Problem, Refused
from converter.sources import Source
from converter.summary import summarise
from converter.xml_files import parse_xml


@dataclass(slots=True)
class Page:
    """A page of an edition: where it was saved, and what was made of it."""

    source: Source
    made: Conversion

    @property
    def identifier(self) -> str:
        return self.made.identifier

    @property
    def name(self) -> str:
        """The name of the document's files without their endings: ``volume/1938-03-14``."""
        return f"{volume_folder(self.identifier)}/{file_stem(self.identifier)}"


def read_volumes(
    pages: Collection[Page], output: Output
) -> tuple[Volumes, Mapping[str, Holdings], list[Problem]]:
    """The documents of each volume in their order, with their neighbours; what cannot be read.

    Beside each volume stands what its printed contents list and is not here.
    """
    entries, problems = read_entries(pages, output)
    held, positions = all_holdings(replace(page.made.listed, name=page.name) for page in pages)
    volumes = in_order(entries, positions)
    link_neighbours(volumes)
    return volumes, held, problems


def read_entries(pages: Iterable[Page], output: Output) -> tuple[list[Entry], list[Problem]]:
    """The TEI of each document: the one an editor changed where there is one, else ours."""
    entries, problems = [], []
    for page in pages:
        name = f"tei/{page.name}.xml"
        edited = output.changed_by_hand(name)
        if edited is None:
            entries.append(ours(page))
            continue
        output.keep(name)
        try:
            entries.append(theirs(page.name, edited, output))
        except Refused as refused:
            problems.append(refused.problem)
    return entries, problems


def ours(page: Page) -> Entry:
    made = page.made
    return Entry(page.name, made.summary, True, made.record, made.tei_sha256, made.doubts)


def theirs(name: str, edited: bytes, output: Output) -> Entry:
    """Raises Refused where it cannot be read."""
    file = output.folder / f"tei/{name}.xml"
    root = prune(parse_xml(edited, str(file)).getroot())
    return Entry(name, summarise(root), False, file, sha256(edited))


def in_order(entries: Iterable[Entry], positions: Mapping[str, int]) -> dict[str, list[Entry]]:
    """The documents of each volume in their order; the volumes by their folders' names."""
    volumes: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        volumes[entry.name.split("/")[0]].append(entry)
    return {name: ordered(volumes[name], positions) for name in sorted(volumes)}


def link_neighbours(volumes: Volumes) -> None:
    """Each document leads to the one before and the one behind it in its volume."""
    for entries in volumes.values():
        names = [entry.name for entry in entries]
        for entry, before, after in zip(entries, ["", *names], [*names[1:], ""], strict=False):
            entry.neighbours = before, after
