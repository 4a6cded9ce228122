"""Tables for programs: CSV as RFC 4180 has it, in UTF-8, one observation a row."""

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.datasets import Dataset, File, Gathered

Row = Mapping[str, str | int]
ENOUGH = 1 << 16  # characters that are packed together
# A spreadsheet takes a cell that begins so for a formula, which can ask the network.
FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")


class Table:
    """Rows under a heading, held as packed text: hundreds of thousands of them take little room."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns, self._packing, self._packed = columns, zlib.compressobj(1), bytearray()
        self._text, self._size = [lines(columns, [dict(zip(columns, columns, strict=True))])], 0

    def add(self, row: Row) -> None:
        """One row; ValueError where it has a column that the heading does not."""
        self.add_lines(lines(self._columns, [row]))

    def add_lines(self, rows: str) -> None:
        """Some rows, as ``lines`` writes them."""
        self._text.append(rows)
        self._size += len(rows)
        if self._size > ENOUGH:
            self._pack()

    def _pack(self) -> None:
        self._packed += self._packing.compress("".join(self._text).encode())
        self._text, self._size = [], 0

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


def lines(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows as lines of CSV; ValueError where one has a column that is not among these."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    known = frozenset(columns)
    for row in rows:
        if row.keys() - known:
            raise ValueError(f"columns without a heading: {sorted(row.keys() - known)}")
        writer.writerow([cell(row.get(name, "")) for name in columns])
    return text.getvalue()


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of a document, written out; ``rows`` tells them."""

    columns: tuple[str, ...]
    rows: Callable[[Gathered], Iterable[Row]]

    def __call__(self, document: Gathered) -> str:
        return lines(self.columns, self.rows(document))


class TableFile(Dataset):
    """A file of one table, whose rows are told document by document."""

    def __init__(
        self, name: str, columns: Sequence[str], rows: Callable[[Gathered], Iterable[Row]]
    ) -> None:
        self._name, self._table, self.take = name, Table(columns), Lines(tuple(columns), rows)

    def add(self, taken: str) -> None:
        self._table.add_lines(taken)

    def end(self) -> Iterator[File]:
        yield self._name, self._table.pieces()
