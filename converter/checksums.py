"""Checksums: the files of an edition by name, each with its sha256, in little room.

A document has a dozen files whose names differ in folder and ending alone, so what is between is
kept once; a checksum takes half the room as bytes.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from sys import intern

DIGITS = 64  # of a checksum


class Checksums(MutableMapping[str, str]):
    """Names of files → checksums as hexadecimal digits; any other text is kept as it is."""

    __slots__ = ("_held",)

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        # By folder and ending: what stands between them → checksum.
        self._held: dict[str, dict[str, dict[str, bytes | str]]] = {}
        self.update(given or {})

    def __setitem__(self, name: str, checksum: str) -> None:
        folder, stem, ending = parts(name)
        held = self._held.setdefault(folder, {}).setdefault(ending, {})
        held[intern(stem)] = packed(checksum)

    def __getitem__(self, name: str) -> str:
        folder, stem, ending = parts(name)
        try:
            found = self._held[folder][ending][stem]
        except KeyError:
            raise KeyError(name) from None
        return found.hex() if isinstance(found, bytes) else found

    def __delitem__(self, name: str) -> None:
        folder, stem, ending = parts(name)
        del self._held[folder][ending][stem]

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        folder, stem, ending = parts(name)
        return stem in self._held.get(folder, {}).get(ending, {})

    def __iter__(self) -> Iterator[str]:
        for folder, endings in self._held.items():
            for ending, held in endings.items():
                yield from (f"{folder}{stem}{ending}" for stem in held)

    def __len__(self) -> int:
        return sum(len(held) for endings in self._held.values() for held in endings.values())

    def folders(self) -> Iterator[str]:
        """The folders in which there are files."""
        yield from (folder.removesuffix("/") for folder in self._held)

    def named(self, folder: str, stem: str) -> Iterator[str]:
        """The files of a folder that are called so, with whatever ending."""
        for ending, held in self._held.get(f"{folder}/", {}).items():
            if stem in held:
                yield f"{folder}/{stem}{ending}"


@dataclass(frozen=True, slots=True, eq=False)
class InOrder(Mapping[str, str]):
    """The same by their names, for a table that is written row by row."""

    checksums: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.checksums[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.checksums))

    def __len__(self) -> int:
        return len(self.checksums)


def parts(name: str) -> tuple[str, str, str]:
    """Folder, what stands before the first full stop, and the rest: together the name again."""
    folder, slash, file = name.rpartition("/")
    stem, dot, ending = file.partition(".")
    return folder + slash, stem, dot + ending


def packed(checksum: str) -> bytes | str:
    try:
        found = bytes.fromhex(checksum)
    except ValueError:
        return checksum
    return found if len(checksum) == DIGITS and found.hex() == checksum else checksum
