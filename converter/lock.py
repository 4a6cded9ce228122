"""The lock on a folder: one build at a time writes there; it ends with the process that has it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from converter.problems import Place, Problem, Refused, Stopped
from converter.writing import unwritable

PATIENCE = 0.5  # seconds

if sys.platform == "win32":
    import msvcrt

    def take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def take_patiently(file: BinaryIO) -> None:
    """Of a process that was killed, the last thread may take a moment to end."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return take(file)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


@contextmanager
def locked(path: Path, folder: Path) -> Iterator[int]:
    """Holds the file at ``path`` for the work in ``folder``; its descriptor, for those who help.

    Raises Refused where another process holds it.
    """
    for each in (path.parent, path):
        if each.is_symlink():
            raise Stopped(Problem("folder-is-link", Place(str(each))))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise unwritable(folder, error) from None
    with file:
        try:
            take_patiently(file)
            there = os.stat(path).st_ino == os.fstat(file.fileno()).st_ino
        except (BlockingIOError, PermissionError):
            raise Refused(Problem("output-in-use", Place(str(folder)))) from None
        except OSError as error:
            raise unwritable(path, error) from None
        if not there:  # who had it took it away
            raise Refused(Problem("output-in-use", Place(str(folder))))
        yield file.fileno()
