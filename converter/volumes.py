"""Volumes: the documents of an edition in their order, each the TEI on disk that counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from converter.guesses import Guess, guesses
from converter.holdings import Holdings
from converter.identifiers import file_stem, volume_folder
from converter.matching import ListedPage, all_holdings
from converter.order import ordered
from converter.output import Output
from converter.pipeline import Products
from converter.problems import Problem, Refused
from converter.publish import Entry, Volumes
from converter.settings import Settings
from converter.sources import Source
from converter.summary import summarise
from converter.tei import encode
from converter.whereabouts import Doubtful
from converter.xml_files import parse_xml


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
