"""Entries: the documents of an edition, each with what its lists need and where its TEI lies."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from converter.apparatus import prune
from converter.conversion import RECORD, Conversion
from converter.linked import ROOT, Link, link, linked
from converter.packed import Packed
from converter.reading import contents
from converter.summary import Summary
from converter.xml_files import line_of, parse_xml

Lines = Callable[[int], int]


@dataclass(slots=True, init=False)
class Entry:
    """A document of the edition, as an editor changed it or as we made it.

    ``file`` holds its TEI: a record of a conversion where it is ours, else the file of the edition
    itself. No tree is kept: an edition has more documents than fit into memory so. ``links`` is
    what the lists set on its linked elements.
    """

    name: str
    summary: Summary
    ours: bool
    path: str  # of the file: a Path takes ten times the room
    digest: str  # of the TEI before the lists set their pointers
    doubts: str  # what its page says of uncertain places
    neighbours: tuple[str, str]  # the names of the documents before and behind it
    links: list[Packed[Sequence[Link]]]  # one of each list

    def __init__(
        self, name: str, summary: Summary, ours: bool, file: Path | str,
        digest: str = "", doubts: str = "",
    ) -> None:  # fmt: skip
        self.name, self.summary, self.ours, self.path = name, summary, ours, str(file)
        self.digest, self.doubts, self.neighbours, self.links = digest, doubts, ("", ""), []

    @property
    def file(self) -> Path:
        return Path(self.path)

    def every_link(self) -> Iterator[Link]:
        """``@prev`` and ``@next``, by which its page leads to its neighbours; then the lists'."""
        for attribute, name in zip(("prev", "next"), self.neighbours, strict=True):
            yield Link(ROOT, attribute)
            if name:
                yield Link(ROOT, attribute, f"{name.rpartition('/')[2]}.xml")
        for each in self.links:
            yield from each.read()

    def apparatus(self) -> etree._Element:
        """Its TEI without running text, read anew, with the links that are set by now.

        Raises Refused where it cannot be read.
        """
        data = contents(self.path)
        if self.file.suffix == RECORD:
            root = etree.fromstring(Conversion.apparatus_in(data))
        else:
            root = prune(parse_xml(data, str(self.file)).getroot())
        link(root, self.every_link())
        return root

    def lines(self) -> Lines:
        """The line of each linked element in the file as it is, or, of one that is ours, will be.

        Raises Refused where it cannot be read.
        """
        found = linked(parse_xml(tei_of(self.file), str(self.file)).getroot())
        return lambda place: line_of(found[place])


Volumes = Mapping[str, Sequence[Entry]]


def tei_of(file: Path) -> bytes:
    """The TEI in a record, or in a file of the edition. Raises Refused where it cannot be read."""
    data = contents(file)
    return Conversion.tei_in(data) if file.suffix == RECORD else data
