"""Writing: every file whole or not at all, and nothing of the user's replaced."""

import contextlib
import hashlib
import json
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from io import RawIOBase
from pathlib import Path, PurePath
from typing import Any

from converter import __version__
from converter.problems import Place, Problem, Refused

MANIFEST = "manifest.json"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_whole(path: Path, data: bytes) -> None:
    """Writes beside the file and moves it there: it is old or new, never half. Raises Refused."""
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}.{os.getpid()}.new")
    try:
        write_into(beside, data)
        os.replace(beside, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        reason = error.strerror or str(error)
        raise Refused(Problem("cannot-write", Place(str(path)), "", {"reason": reason})) from None


def write_into(file: str, data: bytes) -> None:
    """Writes a file; makes its folder where that is missing, which is seldom."""
    try:
        with open(file, "wb", buffering=0) as made:
            write_all(made, data)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb", buffering=0) as made:
            write_all(made, data)


def write_all(file: RawIOBase, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) or 0 :]


def write_new(path: Path, data: bytes, overwrite: bool) -> None:
    """Writes a file that is not there yet or is the same; another only with ``overwrite``."""
    if not overwrite and path.exists():
        try:
            same = path.read_bytes() == data
        except OSError:
            same = False
        if not same:
            raise Refused(Problem("already-there", Place(str(path))))
    write_whole(path, data)


@dataclass(slots=True)
class Output:
    """An output folder: the files of the last build by name and checksum, and those of this one."""

    folder: Path
    overwrite: bool = False
    before: Mapping[str, str] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    fresh: bool = False  # there was no such folder before

    @classmethod
    def open(cls, folder: Path, overwrite: bool = False) -> "Output":
        """The folder as the last build left it; Refused where its manifest cannot be read."""
        path = folder / MANIFEST
        if not path.exists():
            return cls(folder, overwrite, fresh=not folder.exists())
        try:
            outputs = json.loads(path.read_bytes())["outputs"]
            before = {inside(str(name)): str(digest) for name, digest in outputs.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            facts = {"reason": f"{type(error).__name__}: {error}"}
            raise Refused(Problem("manifest-unreadable", Place(str(path)), "", facts)) from None
        return cls(folder, overwrite, before)

    def changed_by_hand(self, name: str) -> bytes | None:
        """The bytes of a file that is not as the last build wrote it; else None."""
        path = self.folder / name
        if self.overwrite or self.fresh or not path.is_file():
            return None
        data = path.read_bytes()
        return None if sha256(data) == self.before.get(name) else data

    def write(self, name: str, data: bytes) -> None:
        """One file of the edition; what somebody changed or put there is kept, and reported."""
        found = self.changed_by_hand(name)
        if found is not None and found != data:
            self.keep(name)
            return
        digest, path = sha256(data), self.folder / name
        if self.fresh or self.overwrite or digest != self.before.get(name) or not path.is_file():
            write_whole(path, data)
        self.now[name] = digest

    def keep(self, name: str) -> None:
        """Leaves a file as it is; the manifest goes on naming what the program wrote last."""
        known = name in self.before
        self.problems.append(
            Problem("hand-edited" if known else "not-ours", Place(str(self.folder / name)))
        )
        if known:
            self.now[name] = self.before[name]

    def remove_stale(self, still_to_come: Collection[str]) -> list[str]:
        """Removes what only the last build wrote, unless it was changed; the names of what is gone.

        Called when all is written but ``still_to_come``, so that a report can tell of it.
        """
        removed = []
        for name in sorted(set(self.before) - set(self.now) - set(still_to_come)):
            path = self.folder / name
            if not path.is_file():
                continue
            if sha256(path.read_bytes()) == self.before[name]:
                path.unlink()
                removed.append(name)
            else:
                self.problems.append(Problem("left-behind", Place(str(path))))
                self.now[name] = self.before[name]  # so that the next build tells of it too
        return removed

    def close(self, sources: Mapping[str, Any]) -> None:
        """Writes the manifest, without which the next build would know nothing of this one."""
        data = {
            "converter": __version__,
            "sources": dict(sorted(sources.items())),
            "outputs": dict(sorted(self.now.items())),
        }
        write_whole(self.folder / MANIFEST, json_bytes(data))


def inside(name: str) -> str:
    """A name from a manifest; ValueError where it leads out of the folder."""
    path = PurePath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"'{name}' lies outside the folder")
    return name


def json_bytes(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
