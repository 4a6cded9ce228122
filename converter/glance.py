"""A glance at an edition that stands: whether anything was done to what people work on.

The seal asks the system about every file. This asks about pages, TEI and texts alone; of what is
made from those and lies beside them (copies, citations, the index of the search) it asks whether
any came, went or was replaced, which the times of their folders tell. It is enough to do nothing;
before anything is written, the seal is asked. The names stand in a file, whose time is a number, as
that of the seal.
"""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG

from converter.own_folder import GLANCE, JOURNAL, OWN, TOLD
from converter.problems import Refused
from converter.seal import Stamp, status, touched
from converter.writing import write_whole

SITE = "html/"
PAGES = (".html", ".js", ".css", ".svg")  # of the site


def is_watched(name: str) -> bool:
    """Whether a file of the edition is one that people work on."""
    return not name.startswith(SITE) or name.endswith(PAGES)


def set_glance(folder: Path, files: Iterable[str], manifest: Path, end: int) -> None:
    """Keeps what the system knows now of an edition of which no file is an editor's.

    Nothing is kept where something was touched since ``end``, the moment when the seal was set, nor
    where it cannot be written: then the next build asks about all files.
    """
    watched, above = [], set()
    for name in files:
        above.add(os.path.dirname(name))
        if is_watched(name):
            watched.append(name)
    watched = [*sorted(watched), *sorted(above - {""})]
    stamp = Stamp()
    stamp.add_all(str(folder), watched)
    for name in watched:
        found = status(os.path.join(folder, name))
        if found is None or touched(found) >= end:
            return
    with contextlib.suppress(OSError, Refused):
        number = stamp.number(manifest)
        write_whole(folder / GLANCE, "\n".join(watched).encode())
        os.utime(folder / GLANCE, ns=(number, number))


def holds(folder: Path, manifest: str) -> bool:
    """Whether the edition is as it was then, and the build that made it came to its end."""
    top = os.path.join(folder, "")
    kept = [status(top + name) for name in (GLANCE, TOLD, manifest)]
    if os.path.islink(top + OWN) or not all(each and S_ISREG(each.st_mode) for each in kept):
        return False
    if status(top + JOURNAL) is not None:
        return False
    try:
        names = (folder / GLANCE).read_bytes().decode().split("\n")
        stamp, mark = Stamp(), kept[0]
        stamp.add_all(top, names)
        return mark is not None and stamp.number(folder / manifest) == mark.st_mtime_ns
    except (OSError, ValueError):
        return False
