"""Entries: the documents of an edition, each with what its lists need and where its TEI lies."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from converter.conversion import RECORD, Conversion
from converter.markup import serialise
from converter.problems import Place, Problem, Refused
from converter.summary import Summary
from converter.xml_files import line_of

Lines = Callable[[etree._Element], int]


@dataclass(slots=True)
class Entry:
    """A document of the edition, as an editor changed it or as we made it.

    ``root`` is its apparatus, on which the lists set their pointers; ``file`` holds its whole
    TEI: a record of a conversion where it is ours, else the file of the edition itself.
    """

    name: str
    root: etree._Element
    summary: Summary
    ours: bool
    file: Path | None = None
    digest: str = ""  # of the TEI before the lists set their pointers
    doubts: str = ""  # what its page says of uncertain places
    _written: etree._Element | None = field(default=None, repr=False)

    def lines(self) -> Lines:
        """The line of an element in the file as it is, or, of one that is ours, will be."""
        if not self.ours:
            return line_of
        written = self.written()

        def line(element: etree._Element) -> int:
            same = zip(self.root.iter(element.tag), written.iter(element.tag), strict=False)
            return next((line_of(there) for here, there in same if here is element), 0)

        return line

    def written(self) -> etree._Element:
        """The whole TEI read again from its bytes."""
        return etree.fromstring(tei_of(self.file) if self.file else serialise(self.root))


Volumes = Mapping[str, Sequence[Entry]]


def tei_of(file: Path) -> bytes:
    """The TEI in a record, or in a file of the edition. Raises Refused where it cannot be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise Refused(Problem("cannot-read", Place(str(file)), "", facts)) from None
    return Conversion.tei_in(data) if file.suffix == RECORD else data
