"""Checksums on the shelf: those of all files of an edition, in the order of their names."""

from collections.abc import Iterator, Mapping

from converter.checksums import Checksums
from converter.shelf import BYTES, NAMES, Shelf


class ShelvedChecksums(Checksums):
    """The same as Checksums, of as many files as there are."""

    __slots__ = ("_table",)
    in_order = True

    def __init__(self, shelf: Shelf, given: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.rows = self._table = shelf.table(NAMES, BYTES)
        self.update(given or {})

    def between(self, first: str, after: str) -> Iterator[str]:
        return self._table.between(first, after)
