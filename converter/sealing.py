"""Sealing: at the end of a build, what the system knows of its files is kept for the next one."""

import contextlib
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from converter.glance import set_glance
from converter.own_folder import LOCK, SEAL, TOLD
from converter.problems import Refused
from converter.seal import Stamp, moment_after, set_seal, status, touched


@dataclass(frozen=True, slots=True)
class Sealed:
    """The files of an edition with their checksums, in the order of their names.

    Those that were ``kept`` are somebody else's work. ``checksum`` is that of a file as it is now.
    """

    folder: Path
    files: Mapping[str, str]
    kept: Collection[str]
    checksum: Callable[[str], str]

    def seal(self, manifest: Path, opened: int) -> None:
        """Sets the seal on the files as they are now, if they are as they were written.

        What was touched since ``opened``, when the build began, is read for that: an editor may not
        have waited for its end. Whatever is done to a file from now on is later than what the seal
        knows of it.
        """
        stamp, end = Stamp(), moment_after(self.folder / LOCK, self.folder / TOLD)
        for name, digest in self.files.items():
            found = status(os.path.join(self.folder, name))
            if found is None or touched(found) >= end:
                return
            if touched(found) >= opened and not self.is_still(name, digest):
                return
            stamp.add(name, found)
        with contextlib.suppress(OSError):
            if set_seal(self.folder / SEAL, stamp.number(manifest)) and not self.kept:
                set_glance(self.folder, self.files, manifest, end)

    def is_still(self, name: str, digest: str) -> bool:
        try:
            return name in self.kept or self.checksum(name) == digest
        except Refused:
            return False
