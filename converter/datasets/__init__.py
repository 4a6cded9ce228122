"""Datasets: files about a volume or the whole edition, gathered from its TEI.

A dataset takes of each document what it needs, and puts together what was taken of all. The first
may be done in another process; so a document is in memory only while it is read, with the TEI that
its page is made of, whoever wrote it, and who reads the edition with other tools can gather the
same.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from lxml import etree

from converter.summary import Summary

# The name in the output folder, "text/metadata.csv", and the bytes, in as many pieces as one likes.
File = tuple[str, Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document: ``name`` of its files, ``volume/1938-03-14``, and its whole TEI."""

    name: str
    root: etree._Element
    summary: Summary

    @property
    def folder(self) -> str:
        """The folder of its volume."""
        return self.name.split("/")[0]


Taken = TypeVar("Taken")
Take = Callable[[Gathered], Taken]


class Read(Protocol):
    """Reads the documents of a volume in their order, and gives what was taken of each."""

    def __call__(self, take: Take[Taken]) -> Iterator[Taken]: ...


class Dataset:
    """One or more files, put together from what is taken of each document.

    ``take`` can be sent to another process, as can what it returns. The tree is shared by all
    datasets; none of them changes it.
    """

    take: Take[Any]

    def add(self, taken: Any) -> None:
        """What was taken of a document, in the order of the volumes."""
        raise NotImplementedError

    def end_of_volume(self, folder: str, read: Read) -> Iterator[File]:
        """Its files of the volume of which all was added.

        ``read`` goes through its documents once more, for whoever must know all of them first.
        """
        yield from ()

    def end(self) -> Iterator[File]:
        """Its files of the whole edition."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Takes:
    """What several datasets take of a document, which is read once for all of them."""

    each: tuple[Take[Any], ...]

    def __call__(self, document: Gathered) -> tuple[Any, ...]:
        return tuple(take(document) for take in self.each)


def gather(volumes: Iterable[tuple[str, Read]], datasets: Iterable[Dataset]) -> Iterator[File]:
    """The files of all datasets, from each volume's folder and what reads its documents."""
    datasets = list(datasets)
    takes = Takes(tuple(dataset.take for dataset in datasets))
    for folder, read in volumes:
        for taken in read(takes):
            for dataset, its_own in zip(datasets, taken, strict=True):
                dataset.add(its_own)
        for dataset in datasets:
            yield from dataset.end_of_volume(folder, read)
    for dataset in datasets:
        yield from dataset.end()
