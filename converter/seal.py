"""The seal: what the system knew of all files of an edition when its manifest was written.

While that is the same, nothing in them was touched, and none need be read. It is a number, kept as
the time of an empty file: so the bytes of two editions are the same, wherever they were built. Time
of change, size and number of every file go into it; a copy of the folder has others.
"""

import contextlib
import hashlib
import marshal
import os
import time
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path

from converter.problems import Refused
from converter.writing import write_whole

TIMES = 2**31 * 10**9  # as many as a file system can keep to the nanosecond
TOGETHER = 1000  # files whose names and times are written out at once
FACTS = attrgetter("st_ctime_ns", "st_mtime_ns", "st_size", "st_ino")  # what is known of a file
PLAIN = 2  # the version of marshal that writes the same values always the same
PIECE = 1 << 18  # bytes that are read together
PATIENCE = 0.1  # seconds to wait for the clock of the file system; some tick every two seconds


def status(path: str) -> os.stat_result | None:
    """What the system knows of a file, or of the link that stands there."""
    try:
        return os.lstat(path)
    except OSError:
        return None


def touched(found: os.stat_result) -> int:
    """When somebody last did something to a file; not every system notes a change of its bytes."""
    return max(found.st_ctime_ns, found.st_mtime_ns)


class Stamp:
    """The number of a seal, from the files of an edition one by one."""

    def __init__(self) -> None:
        self._all = hashlib.sha256()

    def add(self, name: str, found: os.stat_result | None) -> None:
        facts = found and FACTS(found)
        self._all.update(f"{name}\0{facts}\n".encode("utf-8", "backslashreplace"))

    def add_all(self, folder: str, names: Sequence[str]) -> None:
        """Many files below a folder, as the system knows them now; quicker than one by one."""
        top, ask = os.path.join(folder, ""), os.lstat
        for first in range(0, len(names), TOGETHER):
            known: list[object] = []
            for name in names[first : first + TOGETHER]:
                try:
                    known.append((name, FACTS(ask(top + name))))
                except OSError:
                    known.append(name)
            self._all.update(marshal.dumps(known, PLAIN))

    def number(self, manifest: Path | None = None) -> int:
        """With the manifest itself, which says what was in the files. Raises OSError."""
        found = hashlib.sha256(self._all.digest())
        if manifest is not None:
            with open(manifest, "rb") as file:
                while piece := file.read(PIECE):
                    found.update(piece)
        return int(found.hexdigest(), 16) % TIMES


def set_seal(path: Path, number: int) -> bool:
    """Whether it could be set; if not, the next build reads the files again."""
    with contextlib.suppress(OSError, Refused):
        write_whole(path, b"")
        os.utime(path, ns=(number, number))
        return True
    return False


def is_sealed(path: Path, folder: Path, names: Iterable[str], manifest: Path) -> bool:
    """Whether the files named are as they were when the seal was set."""
    mark = status(str(path))
    if mark is None:
        return False
    stamp, top = Stamp(), os.path.join(folder, "")
    for name in names:
        stamp.add(name, status(top + name))
    with contextlib.suppress(OSError):
        return stamp.number(manifest) == mark.st_mtime_ns
    return False


def moment(path: Path) -> int:
    """Now, by the clock of the file system, as the times of files are; 0 where it has none."""
    try:
        os.utime(path)
        return touched(os.lstat(path))
    except OSError:
        return 0


def moment_after(path: Path, earlier: Path) -> int:
    """A moment that is later than the time of another file; 0 where the clock does not go on."""
    found, end = status(str(earlier)), time.monotonic() + PATIENCE
    while found is not None and time.monotonic() < end:
        if (now := moment(path)) > touched(found):
            return now
        time.sleep(0.001)
    return 0
