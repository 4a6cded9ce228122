"""The folder of an edition: which of its files can be read without leaving it."""

import hashlib
import os
import stat
from pathlib import Path

from converter.problems import Place, Problem, Refused


class Folder:
    """A folder out of which no link is followed; knows the folders below that it has seen."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._top = os.path.realpath(path)
        self._within: dict[str, bool] = {}

    def place(self, name: str) -> Place:
        return Place(str(self.path / name))

    def file(self, name: str) -> Path | None:
        """Where a regular file of this name is; None where nothing is there.

        Raises Refused where a link leads out of the folder, or what is there is no file.
        """
        path = self.path / name
        try:
            if not self._inside(path.parent) or (path.is_symlink() and not self._holds(path)):
                raise Refused(Problem("file-leads-out", self.place(name)))
            mode = path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise self.unreadable(name, error) from error
        if not stat.S_ISREG(mode):
            raise Refused(Problem("file-of-another-kind", self.place(name)))
        return path

    def sha256(self, name: str) -> str:
        """The checksum of a file, read piece by piece; nothing where there is none."""
        path = self.file(name)
        if path is None:
            return ""
        try:
            return checksum(path)
        except OSError as error:
            raise self.unreadable(name, error) from error

    def unreadable(self, name: str, error: OSError) -> Refused:
        facts = {"reason": error.strerror or type(error).__name__}
        return Refused(Problem("cannot-read", self.place(name), "", facts))

    def _inside(self, folder: Path) -> bool:
        known = str(folder)
        if known not in self._within:
            self._within[known] = self._holds(folder)
        return self._within[known]

    def _holds(self, path: Path) -> bool:
        real = os.path.realpath(path)
        return real == self._top or real.startswith(os.path.join(self._top, ""))


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
