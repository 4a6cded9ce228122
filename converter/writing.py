"""Writing: a file is old or new, never half, and a folder that is a link is not entered."""

import contextlib
import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from io import RawIOBase
from pathlib import Path

from converter.problems import Place, Problem, Refused, Stopped

# What the next file would meet too: there is no room, no right or no handle left.
EVERY_FILE = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EMFILE,
     errno.ENFILE, errno.EIO, errno.EFBIG)
)  # fmt: skip
BESIDE = re.compile(r"\..+\.\d+\.new")


def write_whole(path: Path, data: bytes) -> None:
    """Writes beside the file and moves it there; an interruption leaves nothing either.

    Raises Refused where this file cannot be written, Stopped where no other could be either.
    """
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}.{os.getpid()}.new")
    there = False
    try:
        write_into(beside, data)
        os.replace(beside, path)
        there = True
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        if not there:
            with contextlib.suppress(OSError):
                os.unlink(beside)


@contextlib.contextmanager
def in_pieces(folder: Path, pieces: Iterable[bytes], path: Path) -> Iterator[tuple[str, str]]:
    """What is too large for memory, put into a file of ``folder`` and to be moved to ``path``.

    Yields the file and its checksum; what was not moved is removed. Raises as write_whole does.
    """
    beside = os.path.join(folder, f".pieces.{os.getpid()}.new")
    found = hashlib.sha256()
    try:
        try:
            with open(beside, "wb") as made:
                for piece in pieces:
                    made.write(piece)
                    found.update(piece)
        except OSError as error:
            raise unwritable(path, error) from None
        yield beside, found.hexdigest()
    finally:
        with contextlib.suppress(OSError):
            os.unlink(beside)


def move(file: str, path: Path) -> None:
    """Puts a whole file in its place, whose folder is made. Raises as write_whole does."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(file, path)
    except OSError as error:
        raise unwritable(path, error) from None


def unwritable(path: Path, error: OSError) -> Refused:
    """What is told of a file that cannot be written."""
    reason = {"reason": error.strerror or str(error)}
    if error.errno in EVERY_FILE:
        return Stopped(Problem("cannot-write-more", Place(str(path)), "", reason))
    return Refused(Problem("cannot-write", Place(str(path)), "", reason))


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


def sweep(folder: Path) -> None:
    """Removes what a process that was killed had written beside its place in this folder."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if BESIDE.fullmatch(name):
                os.unlink(folder / name)
