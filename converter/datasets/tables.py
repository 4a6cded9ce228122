"""Tables for programs: CSV as RFC 4180 has it, in UTF-8, one observation a row."""

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from converter.datasets import Dataset, File, Gathered

Row = Mapping[str, str | int]
ENOUGH = 1 << 16  # characters that are packed together
# A spreadsheet takes a cell that begins so for a formula, which can ask the network.
FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")


class Table:
    """Rows under a heading, held as packed text: hundreds of thousands of them take little room."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._text = io.StringIO(newline="")
        self._writer = csv.DictWriter(self._text, columns, lineterminator="\r\n")
        self._packing, self._packed = zlib.compressobj(1), bytearray()
        self._writer.writeheader()

    def add(self, row: Row) -> None:
        """One row with all columns; ValueError where it has one that the heading does not."""
        self._writer.writerow({name: cell(value) for name, value in row.items()})
        if self._text.tell() > ENOUGH:
            self._pack()

    def _pack(self) -> None:
        self._packed += self._packing.compress(self._text.getvalue().encode())
        self._text.seek(0)
        self._text.truncate()

    def pieces(self) -> Iterator[bytes]:
        """The file, not all of it in memory; the table takes no rows after that."""
        self._pack()
        unpacking = zlib.decompressobj()
        rest = bytes(self._packed + self._packing.flush())
        while rest:
            yield unpacking.decompress(rest, ENOUGH)
            rest = unpacking.unconsumed_tail
        yield unpacking.flush()


def cell(value: str | int) -> str | int:
    """White space as single spaces; an apostrophe before what would be taken for a formula.

    >>> [cell(text) for text in ("=1+1", "'-a", "a-b", "two\\n  lines")]
    ["'=1+1", "''-a", 'a-b', 'two lines']
    """
    if isinstance(value, int):
        return value
    text = " ".join(filter(None, re.split(r"[ \t\r\n]+", value)))
    return f"'{text}" if FORMULA.match(text) else text


class TableFile(Dataset):
    """A file of one table, whose rows are told document by document."""

    def __init__(
        self, name: str, columns: Sequence[str], rows: Callable[[Gathered], Iterable[Row]]
    ) -> None:
        self._name, self._table, self._rows = name, Table(columns), rows

    def add(self, document: Gathered) -> None:
        for row in self._rows(document):
            self._table.add(row)

    def end(self) -> Iterator[File]:
        yield self._name, self._table.pieces()
