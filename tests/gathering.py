"""Documents given to datasets without a build, and the files these make of them."""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from converter.datasets import Dataset, Gathered, gather
from converter.summary import summarise


def gathered(name: str, root: etree._Element) -> Gathered:
    return Gathered(name, root, summarise(root), lambda: deepcopy(root))


def files_of(documents: Iterable[Gathered], *datasets: Dataset) -> dict[str, bytes]:
    return {name: b"".join(pieces) for name, pieces in gather(documents, datasets)}
