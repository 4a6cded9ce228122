"""Checksums: the files of an edition by name, each with its sha256, in half its room."""

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import ClassVar

DIGITS = 64  # of a checksum
CHECKSUM, TEXT = b"#", b"="  # what a value is, in its first byte


class Checksums(MutableMapping[str, str]):
    """Names of files → checksums as hexadecimal digits; any other text is kept as it is."""

    __slots__ = ("rows",)
    in_order: ClassVar[bool] = False  # of their names

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self.rows: MutableMapping[str, bytes] = {}
        self.update(given or {})

    def __setitem__(self, name: str, checksum: str) -> None:
        self.rows[name] = packed(checksum)

    def __getitem__(self, name: str) -> str:
        return unpacked(self.rows[name])

    def __delitem__(self, name: str) -> None:
        del self.rows[name]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def folders(self) -> Iterator[str]:
        """The folders in which there are files."""
        yield from {name.rpartition("/")[0]: None for name in self}

    def named(self, folder: str, stem: str) -> Iterator[str]:
        """The files of a folder that are called so, with whatever ending."""
        whole = f"{folder}/{stem}"
        if whole in self:
            yield whole
        yield from self.between(f"{whole}.", f"{whole}/")  # the sign behind the full stop

    def between(self, first: str, after: str) -> Iterator[str]:
        """The names from the first to before the other."""
        return (name for name in self.rows if first <= name < after)


@dataclass(frozen=True, slots=True, eq=False)
class InOrder(Mapping[str, str]):
    """The same by their names, for a table that is written row by row."""

    checksums: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.checksums[name]

    def __iter__(self) -> Iterator[str]:
        held = self.checksums
        ordered = isinstance(held, Checksums) and held.in_order
        return iter(held if ordered else sorted(held))

    def __len__(self) -> int:
        return len(self.checksums)


def packed(checksum: str) -> bytes:
    try:
        found = bytes.fromhex(checksum)
    except ValueError:
        found = b""
    if len(checksum) == DIGITS and found.hex() == checksum:
        return CHECKSUM + found
    return TEXT + checksum.encode("utf-8", "surrogatepass")


def unpacked(held: bytes) -> str:
    if held.startswith(CHECKSUM):
        return held[len(CHECKSUM) :].hex()
    return held[len(TEXT) :].decode("utf-8", "surrogatepass")
