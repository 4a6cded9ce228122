"""Packing: the parts of a bag written as a folder or as one file, with their checksums.

It is written beside its place and moved there: a bag is whole or not there. Nothing in it depends
on the clock, on the order of a folder or on the machine.
"""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from io import BufferedIOBase, BytesIO
from pathlib import Path
from typing import IO

from converter.bagging.payload import Part
from converter.bagging.tags import ALGORITHMS, DECLARATION, Field, bag_info, manifest
from converter.problems import Place, Problem, Refused
from converter.writing import unwritable

PIECE = 1 << 20
ZIP = ".zip"
FILE, EARLIEST = 0o644 << 16, "1980-01-01"
Opened = Callable[[str], AbstractContextManager[IO[bytes]]]


@dataclass(frozen=True, slots=True)
class Packed:
    """A bag that was written: how many files its payload has, and bytes."""

    files: int
    size: int


@dataclass(slots=True)
class Sums:
    """The checksums of files by algorithm and name, and how much they hold."""

    by_name: dict[str, dict[str, str]] = field(default_factory=lambda: {a: {} for a in ALGORITHMS})
    size: int = 0

    def write(self, name: str, source: IO[bytes] | BufferedIOBase, target: IO[bytes]) -> None:
        digests = {algorithm: hashlib.new(algorithm) for algorithm in ALGORITHMS}
        while piece := source.read(PIECE):
            target.write(piece)
            self.size += len(piece)
            for digest in digests.values():
                digest.update(piece)
        for algorithm, digest in digests.items():
            self.by_name[algorithm][name] = digest.hexdigest()


def pack(
    bag: Path,
    parts: Sequence[Part],
    told: Sequence[Field],
    progress: Callable[[str, int, int], None],
) -> Packed:
    """The bag at its place. Raises Refused where something cannot be read or written."""
    beside = bag.with_name(f".{bag.name}.{os.getpid()}.new")
    try:
        bag.parent.mkdir(parents=True, exist_ok=True)
        day = dict(told).get("Bagging-Date", EARLIEST)
        with in_zip(beside, bag, day) if bag.suffix == ZIP else in_folder(beside) as opened:
            packed = fill(opened, parts, told, progress)
        os.rename(beside, bag)
    except OSError as error:
        raise unwritable(bag, error) from None
    finally:
        if beside.is_dir():
            shutil.rmtree(beside, ignore_errors=True)
        else:
            beside.unlink(missing_ok=True)
    return packed


def fill(
    opened: Opened,
    parts: Sequence[Part],
    told: Sequence[Field],
    progress: Callable[[str, int, int], None],
) -> Packed:
    """The payload first, then the tag files, which have its checksums, then those of the tags."""
    payload, tags = Sums(), Sums()
    for number, part in enumerate(parts, start=1):
        progress("filling the bag", number, len(parts))
        name = f"data/{part.name}"
        with source_of(part) as source, opened(name) as target:
            payload.write(name, source, target)
    oxum = ("Payload-Oxum", f"{payload.size}.{len(parts)}")
    files = {
        "bagit.txt": DECLARATION.encode(),
        "bag-info.txt": bag_info([*told, oxum]),
        **{f"manifest-{each}.txt": manifest(payload.by_name[each]) for each in ALGORITHMS},
    }
    for name, data in files.items():
        with opened(name) as target:
            tags.write(name, BytesIO(data), target)
    for algorithm in ALGORITHMS:
        with opened(f"tagmanifest-{algorithm}.txt") as target:
            target.write(manifest(tags.by_name[algorithm]))
    return Packed(len(parts), payload.size)


def source_of(part: Part) -> IO[bytes]:
    """What the part holds. Raises Refused where its file cannot be read."""
    if part.path is None:
        return BytesIO(part.data)
    try:
        return part.path.open("rb")
    except OSError as error:
        facts = {"reason": error.strerror or type(error).__name__}
        raise Refused(Problem("cannot-read", Place(str(part.path)), "", facts)) from None


@contextmanager
def in_folder(folder: Path) -> Iterator[Opened]:
    folder.mkdir()

    def opened(name: str) -> IO[bytes]:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")

    yield opened


@contextmanager
def in_zip(file: Path, bag: Path, day: str) -> Iterator[Opened]:
    """One file that unpacks to a folder; compressed, it would differ from machine to machine."""
    year, month, date = map(int, max(day, EARLIEST).split("-"))
    with zipfile.ZipFile(file, "x", zipfile.ZIP_STORED) as archive:

        def opened(name: str) -> IO[bytes]:
            entry = zipfile.ZipInfo(f"{bag.stem}/{name}", (year, month, date, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, FILE  # as on Unix, wherever it is made
            return archive.open(entry, "w", force_zip64=True)

        yield opened
