"""The journal: what a build is about to write, so that after an interruption its files are known.

A line a file, its checksum and its name, noted before the file is there. It is removed when the
manifest is written; one that is found tells of a build that did not end.
"""

import contextlib
import errno
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from converter.problems import Place, Problem, Refused

HEX = frozenset("0123456789abcdef")


@dataclass(slots=True)
class Journal:
    """The journal at a path, to which several processes may add lines."""

    path: Path
    _descriptor: int = -1

    def __reduce__(self) -> tuple[type["Journal"], tuple[Path]]:
        """Another process opens it for itself."""
        return Journal, (self.path,)

    def note(self, name: str, digest: str) -> None:
        """One line, whole: the system appends so short a text in one piece. Raises OSError.

        It begins on a line of its own, also where the one before was cut short.
        """
        if self._descriptor < 0:
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(self.path, flags, 0o666)
        line = f"\n{digest} {name}\n".encode()
        if os.write(self._descriptor, line) < len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def remove(self) -> None:
        """The build has ended, and the manifest knows everything.

        Where it cannot be removed, the next build reads what it need not, and removes it.
        """
        self.close()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def read(self) -> Mapping[str, frozenset[str]]:
        """The checksums that were noted for each name; a line that was cut short is left out.

        Raises Refused where it cannot be read.
        """
        try:
            text = self.path.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return {}
        except OSError as error:
            reason = {"reason": error.strerror or str(error)}
            raise Refused(Problem("cannot-read", Place(str(self.path)), "", reason)) from None
        found: dict[str, set[str]] = defaultdict(set)
        for line in text.split("\n")[:-1]:
            digest, _, name = line.partition(" ")
            if name and len(digest) == 64 and HEX.issuperset(digest):
                found[name].add(digest)
        return {name: frozenset(digests) for name, digests in found.items()}
