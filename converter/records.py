"""Records: the files in which conversions are kept; what no page needs any more is removed."""

import contextlib
from collections.abc import Container
from pathlib import Path

from converter.conversion import RECORD


def forget_others(folder: Path, needed: Container[str]) -> bool:
    """Removes the records of pages that are gone or were read otherwise since; whether all went.

    ``needed`` are the paths of the others.
    A record that cannot be removed does no harm: nobody asks for it.
    """
    forgotten = True
    for part in sorted(folder.iterdir()) if folder.is_dir() else ():
        if part.is_symlink() or not part.is_dir():
            continue
        for record in sorted(part.glob(f"*{RECORD}")):
            if str(record) not in needed:
                forgotten &= gone(record)
        with contextlib.suppress(OSError):
            part.rmdir()  # where nothing is left in it
    return forgotten


def gone(record: Path) -> bool:
    try:
        record.unlink()
    except OSError:
        return False
    return True
