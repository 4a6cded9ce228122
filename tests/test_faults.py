"""Every write fails once: what is there stays whole, one message says why, and the next build ends.

As SQLite is tested: the first, the second, the third … call that changes something on the disk
fails, until a build succeeds because it makes no more of them.
"""

import builtins
import errno
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from calling import run
from small_edition import Edition, differing, left_beside, state

from converter.own_folder import JOURNAL
from converter.shelf import Shelf

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("quick"),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the folder /proc"),
]
FAULTS = (errno.ENOSPC, errno.EACCES, errno.EIO)
CALLS = ("replace", "mkdir", "unlink", "utime")
UNDOING = frozenset(("unlink",))  # possible on a full disk


class Disk:
    """A disk on which one call fails; where it is full, all that follow, too."""

    def __init__(self, below: Path, fails: int, fault: int) -> None:
        self.below, self.fails, self.fault, self.calls = below, fails, fault, 0
        self.failed = ""

    def meets(self, call: str, path: object) -> bool:
        """Whether this call is to fail."""
        if not isinstance(path, str | Path) or not Path(path).is_relative_to(self.below):
            return False
        self.calls += 1
        full = self.fault == errno.ENOSPC and self.calls > self.fails and call not in UNDOING
        if self.calls == self.fails or full:
            self.failed = self.failed or f"{call} {Path(path).relative_to(self.below)}"
            return True
        return False

    def error(self) -> OSError:
        return OSError(self.fault, os.strerror(self.fault))

    def failing(self, call: str) -> Callable[..., Any]:
        """A function of ``os`` that fails when its turn has come."""
        does = getattr(os, call)

        def calls(path: object, *others: Any, **named: Any) -> Any:
            if self.meets(call, path):
                raise self.error()
            return does(path, *others, **named)

        return calls

    def opening(self, does: Callable[..., Any]) -> Callable[..., Any]:
        """``open`` that fails, or that gives a file to which half is written."""

        def opens(path: Any, mode: str = "r", *others: Any, **named: Any) -> Any:
            if "r" in mode and "+" not in mode:
                return does(path, mode, *others, **named)
            if self.meets("open", path):
                raise self.error()
            file = does(path, mode, *others, **named)
            return HalfWritten(file, self, path) if named.get("buffering") == 0 else file

        return opens

    def write(self, descriptor: int, data: bytes) -> int:
        """``os.write``, which on a full disk writes what it can."""
        path = os.readlink(f"/proc/self/fd/{descriptor}")
        return WRITE(descriptor, data[: len(data) // 2] if self.meets("write", path) else data)


class HalfWritten:
    """A file of which the first half is there when its disk fails."""

    def __init__(self, file: io.RawIOBase, disk: Disk, path: object) -> None:
        self.file, self.disk, self.path = file, disk, path

    def __enter__(self) -> "HalfWritten":
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, data: memoryview) -> int | None:
        if self.disk.meets("write", self.path):
            self.file.write(data[: len(data) // 2])
            raise self.disk.error()
        return self.file.write(data)


WRITE = os.write


@contextmanager
def failing(below: Path, fails: int, fault: int) -> Iterator[Disk]:
    disk = Disk(below, fails, fault)
    with pytest.MonkeyPatch.context() as patch:
        for call in CALLS:
            patch.setattr(os, call, disk.failing(call))
        patch.setattr(os, "write", disk.write)
        patch.setattr(builtins, "open", disk.opening(open))
        patch.setattr(io, "open", disk.opening(io.open))
        yield disk


def every_call_fails(edition: Edition, tmp_path: Path, each: int, *kept: Path) -> int:
    """Builds again and again from what is there, one call failing; how many calls there were.

    ``each`` says how many of them are passed over; ``kept`` are files changed by hand.
    """
    old = state(edition.out) if edition.out.exists() else {}
    before, out = tmp_path / "before", edition.out
    if old:
        shutil.copytree(out, before, symlinks=True)
    theirs = {path: path.read_bytes() for path in kept}
    assert edition.build().exit_code == 0
    new = state(out)
    edition.build()
    later = state(out)  # the report tells once of what was removed
    for fails in range(1, 5000, each):
        shutil.rmtree(out)
        if old:
            shutil.copytree(before, out, symlinks=True)
        with failing(out, fails, FAULTS[fails // each % len(FAULTS)]) as disk:
            answer = run("build", edition.pages, "-o", out)
        told = f"call {fails}, {disk.failed}: {answer.output}"
        if not disk.failed:
            assert disk.calls < fails, told
            return disk.calls
        errors = [line for line in answer.stderr.split("\n") if ": error: " in line]
        assert (answer.exit_code, len(errors)) in ((2, 1), (1, 1), (0, 0)), told
        is_whole(out, old, new, told)
        if not disk.failed.startswith("unlink"):
            assert not left_beside(out), told
        assert {path: path.read_bytes() for path in kept} == theirs, told
        assert run("build", edition.pages, "-o", out).exit_code == 0, told
        there = state(out)
        assert not differing(there, new) or not differing(there, later), told
        assert not (out / JOURNAL).exists(), told
    raise AssertionError("the build never ended")


def is_whole(
    out: Path, old: Mapping[str, bytes | None], new: Mapping[str, bytes | None], told: str
) -> None:
    """Every file is as it was before or as it will be; what builds leave for each other aside."""
    for name, data in state(out).items() if out.exists() else ():
        if data is not None and not name.startswith(".converter/") and ".new" not in name:
            whole = (old.get(name, b"-"), new.get(name, b"-"))
            assert data in whole or name in PARTIAL, f"{name} is torn; {told}"


# Reports of a build that met a fault tell of it.
PARTIAL = frozenset(("report.json", "report.txt", "manifest.json"))


def test_a_full_disk_ends_the_build_at_once_and_in_one_message(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    with failing(edition.out, 30, errno.ENOSPC) as disk:
        answer = edition.build()
    assert answer.exit_code == 2
    told = "error: nothing more can be written here: No space left on device [cannot-write-more]"
    assert answer.stderr.count(told) == answer.stderr.count("error: ") == 1
    assert disk.calls < 40


def test_a_disk_with_no_room_for_the_tables_of_a_build_ends_it_in_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition, has_table = Edition(tmp_path), Shelf.table

    def full(shelf: Shelf, *forms: Any) -> Any:
        shelf.run("PRAGMA max_page_count = 5")
        return has_table(shelf, *forms)

    with monkeypatch.context() as patch:
        patch.setattr(Shelf, "table", full)
        answer = edition.build()
    assert answer.exit_code == 2
    told = "error: nothing more can be written here: No space left on device [cannot-write-more]"
    assert answer.stderr.count(told) == answer.stderr.count("error: ") == 1
    assert not left_beside(edition.out)
    assert edition.build().exit_code == 0


def test_a_first_build_in_which_any_write_fails_is_made_whole_by_the_next(tmp_path: Path) -> None:
    assert every_call_fails(Edition(tmp_path), tmp_path, 3) > 100


def test_a_build_of_a_changed_page_in_which_any_write_fails_is_made_whole_by_the_next(
    tmp_path: Path,
) -> None:
    edition = Edition(tmp_path)
    edition.build()
    edition.change("two", "sold")
    assert every_call_fails(edition, tmp_path, 1) > 40


def test_a_build_without_a_page_in_which_any_removal_fails_is_made_whole_by_the_next(
    tmp_path: Path,
) -> None:
    edition = Edition(tmp_path)
    edition.build()
    (edition.pages / "two.txt").unlink()
    assert every_call_fails(edition, tmp_path, 2) > 40


def test_no_fault_costs_a_file_that_was_changed_by_hand(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    edition.build()
    edition.edit("two", "was saved", "was drowned")
    edition.change("two", "sold")
    assert every_call_fails(edition, tmp_path, 1, edition.tei["two"]) > 10
