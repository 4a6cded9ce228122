"""Datasets: files about a volume or the whole edition, gathered from its TEI.

One document is in memory at a time, with the TEI that its page is made of, whoever wrote it; so
whoever reads the edition with other tools can gather the same.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from converter.summary import Summary

# The name in the output folder, "text/metadata.csv", and the bytes, in as many pieces as one likes.
File = tuple[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document of the edition: ``name`` of its files, ``volume/1938-03-14``, and its whole TEI.

    The TEI is shared by all datasets, which therefore change nothing in it. ``again`` reads it
    once more, for whoever needs to know all documents of a volume first.
    """

    name: str
    root: etree._Element
    summary: Summary
    again: Callable[[], etree._Element]

    @property
    def folder(self) -> str:
        """The folder of its volume."""
        return self.name.split("/")[0]


class Dataset:
    """What is gathered from each document, in the order of the volumes, for one or more files."""

    def add(self, document: Gathered) -> None:
        """Takes what it needs of the document, and keeps nothing of its tree."""
        raise NotImplementedError

    def end_of_volume(self, folder: str) -> Iterator[File]:
        """Its files of the volume whose last document was added."""
        yield from ()

    def end(self) -> Iterator[File]:
        """Its files of the whole edition."""
        yield from ()


def gather(documents: Iterable[Gathered], datasets: Iterable[Dataset]) -> Iterator[File]:
    """The files of all datasets. The documents of a volume must follow each other."""
    datasets, folder = list(datasets), ""
    for document in documents:
        if folder and document.folder != folder:
            for dataset in datasets:
                yield from dataset.end_of_volume(folder)
        folder = document.folder
        for dataset in datasets:
            dataset.add(document)
    for dataset in datasets:
        if folder:
            yield from dataset.end_of_volume(folder)
        yield from dataset.end()
