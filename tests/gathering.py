"""Documents given to datasets without a build, and the files these make of them."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from converter.datasets import Dataset, Gathered, Take, Taken, gather
from converter.summary import summarise


def gathered(name: str, root: etree._Element) -> Gathered:
    return Gathered(name, root, summarise(root))


@dataclass(frozen=True, slots=True)
class Volume:
    """Documents that are read as often as anybody asks, each time anew."""

    documents: Sequence[Gathered]

    def __call__(self, take: Take[Taken]) -> Iterator[Taken]:
        for each in self.documents:
            yield take(Gathered(each.name, deepcopy(each.root), each.summary))


def files_of(documents: Iterable[Gathered], *datasets: Dataset) -> dict[str, bytes]:
    volumes = [
        (folder, Volume([*group]))
        for folder, group in groupby(documents, key=lambda document: document.folder)
    ]
    return {name: b"".join(pieces) for name, pieces in gather(volumes, datasets)}
