"""The known program: its fingerprint as an edition keeps it, while nothing touched its files.

Beside the edition lies the fingerprint, and as the time of that file a number of what the system
knew of the program's own files before it was taken. While it is the same, they need not be read.
"""

import contextlib
import os
import time
from dataclasses import dataclass
from pathlib import Path

from converter.fingerprint import program_digest, program_files
from converter.own_folder import OWN, PROGRAM
from converter.problems import Refused
from converter.seal import Stamp, status, touched
from converter.writing import write_whole

SETTLED = 5 * 10**9  # nanoseconds after which another change has another time


@dataclass(frozen=True, slots=True)
class KnownProgram:
    """The fingerprint, and the number by which the next build knows that it still holds."""

    digest: str
    number: int = 0  # of files that were touched just now there is none
    kept: bool = False

    @classmethod
    def of(cls, folder: Path) -> "KnownProgram":
        """As it is kept in the output folder; taken anew where that is of other files."""
        stamp, newest = Stamp(), 0
        for name, file in program_files():
            found = status(file)
            stamp.add(name, found)
            newest = max(newest, touched(found) if found else newest)
        number, mark = stamp.number(), status(str(folder / PROGRAM))
        if mark is not None and mark.st_mtime_ns == number:
            with contextlib.suppress(OSError, ValueError):
                return cls((folder / PROGRAM).read_text("ascii"), number, kept=True)
        settled = newest < time.time_ns() - SETTLED
        return cls(program_digest(), number if settled else 0)

    def keep(self, folder: Path) -> None:
        """For the next build, if there is an edition to build again.

        Where it cannot be kept, that one reads the files again.
        """
        if self.number and not self.kept and (folder / OWN).is_dir():
            with contextlib.suppress(OSError, Refused):
                write_whole(folder / PROGRAM, self.digest.encode())
                os.utime(folder / PROGRAM, ns=(self.number, self.number))
