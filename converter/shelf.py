"""The shelf: tables that a build fills and reads again, in a file instead of in memory.

The file lies in the folder ``.converter`` under the name of what is being written, and where the
system allows it, it has no name any more as soon as it is open: so it goes with its process.
"""

import contextlib
import errno
import os
import pickle
import sqlite3
from collections.abc import Callable, ItemsView, Iterator, MutableMapping, Sequence, ValuesView
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Generic, TypeVar

from converter.problems import Refused
from converter.writing import unwritable

Key = TypeVar("Key")
Value = TypeVar("Value")

AT_ONCE = 256  # rows that are read together
DIGITS = 8  # bytes of a number
# What the system said, where sqlite3 tells of it by its own codes.
REASONS = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_CANTOPEN: errno.EACCES}


class Shelf:
    """A file of tables in a folder. Whatever uses it raises Stopped where it cannot be written."""

    def __init__(self, folder: Path) -> None:
        """Raises Refused, Stopped where there can be no such file."""
        self._folder, self._numbers = folder, count()
        self._path = folder / f".shelf.{os.getpid()}.new"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._path.unlink(missing_ok=True)
            self._base = sqlite3.connect(self._path, isolation_level=None)
        except OSError as error:
            raise unwritable(folder, error) from None
        except sqlite3.Error as error:
            raise self.unwritable(error) from None
        for said in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE"):
            self.run(f"PRAGMA {said}")
        self.run("BEGIN EXCLUSIVE")  # and never ended: nobody else reads it
        with contextlib.suppress(OSError):
            self._path.unlink()

    def unwritable(self, error: sqlite3.Error) -> Refused:
        """What is wrong with the file, told as of any other that cannot be written."""
        code = REASONS.get(getattr(error, "sqlite_errorcode", 0), errno.EIO)
        return unwritable(self._folder, OSError(code, os.strerror(code)))

    def run(self, statement: str, facts: Sequence[object] = ()) -> list[Any]:
        """The rows that a statement yields."""
        try:
            return self._base.execute(statement, facts).fetchall()
        except sqlite3.Error as error:
            raise self.unwritable(error) from None

    def table(self, keys: "Form[Key]", values: "Form[Value]") -> "Table[Key, Value]":
        """A new table, empty."""
        name = f"t{next(self._numbers)}"
        self.run(f"CREATE TABLE {name} (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
        return Table(self, name, keys, values)

    def close(self) -> None:
        """Its tables are gone."""
        with contextlib.suppress(sqlite3.Error):
            self._base.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Form(Generic[Value]):
    """How something is kept as bytes. The order of keys is that of their bytes."""

    packed: Callable[[Value], bytes]
    read: Callable[[bytes], Value]


NUMBERS: Form[int] = Form(lambda n: n.to_bytes(DIGITS, "big"), lambda b: int.from_bytes(b, "big"))
NAMES: Form[str] = Form(
    lambda text: text.encode("utf-8", "surrogatepass"),
    lambda data: data.decode("utf-8", "surrogatepass"),
)
BYTES: Form[bytes] = Form(bytes, bytes)
# Only what this process has put there is read.
OBJECTS: Form[Any] = Form(lambda value: pickle.dumps(value, pickle.HIGHEST_PROTOCOL), pickle.loads)


@dataclass(frozen=True, slots=True, eq=False)
class Table(MutableMapping[Key, Value]):
    """Values by their keys, in the order of the keys; one is made anew each time it is read.

    While it is gone through, rows may be put in, changed and taken out.
    """

    shelf: Shelf
    name: str
    keys_as: Form[Key]
    values_as: Form[Value]

    def __setitem__(self, key: Key, value: Value) -> None:
        row = (self.keys_as.packed(key), self.values_as.packed(value))
        self.shelf.run(f"INSERT OR REPLACE INTO {self.name} VALUES (?, ?)", row)

    def __getitem__(self, key: Key) -> Value:
        wanted = (self.keys_as.packed(key),)
        for (value,) in self.shelf.run(f"SELECT value FROM {self.name} WHERE key = ?", wanted):
            return self.values_as.read(value)
        raise KeyError(key)

    def __delitem__(self, key: Key) -> None:
        if key not in self:
            raise KeyError(key)
        self.shelf.run(f"DELETE FROM {self.name} WHERE key = ?", (self.keys_as.packed(key),))

    def __contains__(self, key: object) -> bool:
        wanted = (self.keys_as.packed(key),)  # type: ignore[arg-type]
        return bool(self.shelf.run(f"SELECT 1 FROM {self.name} WHERE key = ?", wanted))

    def clear(self) -> None:
        self.shelf.run(f"DELETE FROM {self.name}")

    def __len__(self) -> int:
        ((number,),) = self.shelf.run(f"SELECT count(*) FROM {self.name}")
        return int(number)

    def __iter__(self) -> Iterator[Key]:
        return (self.keys_as.read(key) for (key,) in self.rows("key", b""))

    def items(self) -> "Pairs[Key, Value]":
        return Pairs(self)

    def values(self) -> "Values[Value]":
        return Values(self)

    def between(self, first: Key, after: Key) -> Iterator[Key]:
        """The keys from the first to before the other."""
        begin, end = self.keys_as.packed(first), self.keys_as.packed(after)
        return (self.keys_as.read(key) for (key,) in self.rows("key", begin, end))

    def rows(self, what: str, first: bytes, after: bytes | None = None) -> Iterator[Any]:
        """These columns, of which the first is the key, some rows at a time."""
        limit, sign = "" if after is None else "AND key < ?", ">="
        while True:
            found = self.shelf.run(
                f"SELECT {what} FROM {self.name} WHERE key {sign} ? {limit} ORDER BY key"
                f" LIMIT {AT_ONCE}",
                (first,) if after is None else (first, after),
            )
            yield from found
            if len(found) < AT_ONCE:
                return
            first, sign = found[-1][0], ">"


class Pairs(ItemsView[Key, Value]):
    """The rows of a table, read one behind the other."""

    def __init__(self, table: Table[Key, Value]) -> None:
        super().__init__(table)
        self.table = table

    def __iter__(self) -> Iterator[tuple[Key, Value]]:
        key_of, value_of = self.table.keys_as.read, self.table.values_as.read
        return ((key_of(key), value_of(value)) for key, value in self.table.rows("key, value", b""))


class Values(ValuesView[Value]):
    """The values of a table, read one behind the other."""

    def __init__(self, table: Table[Any, Value]) -> None:
        super().__init__(table)
        self.table = table

    def __iter__(self) -> Iterator[Value]:
        value_of = self.table.values_as.read
        return (value_of(value) for _, value in self.table.rows("key, value", b""))
