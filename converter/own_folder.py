"""The folder ``.converter``: what builds leave there for the next one, and no reader needs."""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from converter.problems import Place, Problem, Stopped
from converter.writing import sweep, unwritable

OWN = ".converter"
LOCK, JOURNAL, SEAL, GLANCE, PROGRAM, RECORDS, TEXTS, TOLD = (
    f"{OWN}/{name}"
    for name in (
        *("lock", "journal", "seal", "glance", "program"),
        *("records", "texts", "report.json"),
    )
)


def is_fresh(folder: Path) -> bool:
    """Nothing lies in the output folder but the lock, which this build has already."""
    try:
        return set(os.listdir(folder)) <= {OWN} and os.listdir(folder / OWN) == [Path(LOCK).name]
    except OSError:
        return not folder.exists()


def leave_nothing(folder: Path, made: bool) -> None:
    """Where nothing was written after all, neither lock nor folder stays, if this build made it."""
    if is_fresh(folder):
        with contextlib.suppress(OSError):
            (folder / LOCK).unlink()
            (folder / OWN).rmdir()
            if made:
                folder.rmdir()


def refuse_own_links(folder: Path) -> None:
    """Raises Stopped where what is left for the next build would lie somewhere else."""
    for name in (OWN, RECORDS, TEXTS, LOCK, JOURNAL, *parts(folder)):
        if (folder / name).is_symlink():
            raise Stopped(Problem("folder-is-link", Place(str(folder / name))))


def parts(folder: Path) -> list[str]:
    """The folders of the records."""
    try:
        return [f"{RECORDS}/{name}" for name in os.listdir(folder / RECORDS)]
    except OSError:
        return []


def tidy(folder: Path, begun: Iterable[str], records: bool = True) -> None:
    """Removes what a build that was ended had not yet moved to its place, among these files too."""
    above = {os.path.dirname(name) for name in begun}
    for name in sorted({"", OWN, *above, *(parts(folder) if records else ())}):
        if not leads_over_link(folder, name):
            sweep(folder / name)
    if not leads_over_link(folder, TEXTS):
        shutil.rmtree(folder / TEXTS, ignore_errors=True)


@contextlib.contextmanager
def in_passing(folder: Path) -> Iterator[Path]:
    """A folder that is there for a while. Raises Refused where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def leads_over_link(folder: Path, name: str) -> bool:
    while name:
        if (folder / name).is_symlink():
            return True
        name = os.path.dirname(name)
    return False
