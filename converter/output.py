"""The output folder: what the last build wrote there, what somebody changed, what is written now.

Nothing of the user's is replaced, and nothing is written through a link.
"""

import contextlib
import json
import os
import stat
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter import __version__
from converter.checksums import Checksums, InOrder
from converter.fingerprint import sha256
from converter.inside import inside, is_inside
from converter.journal import Journal
from converter.json_tables import json_pieces
from converter.own_folder import (
    JOURNAL,
    LOCK,
    OWN,
    SEAL,
    is_fresh,
    refuse_own_links,
    tidy,
)
from converter.problems import Place, Problem, Refused, Stopped
from converter.reading import checksum, contents
from converter.seal import is_sealed, moment, status, touched
from converter.sealing import Sealed
from converter.writing import in_pieces, move, unwritable, write_new, write_whole

if TYPE_CHECKING:
    from converter.shelf import Shelf

__all__ = [
    "JOURNAL", "MANIFEST", "OWN", "Output", "sha256", "write_new", "write_whole",
]  # fmt: skip

MANIFEST = "manifest.json"
MADE_OF = ("build", "search", "datasets")  # what it says of the whole
IN_THE_WAY = frozenset(("not-ours", "link-in-output"))  # until somebody moves it away


@dataclass(slots=True)
class Output:
    """An output folder: the files of the last build by name and checksum, and those of this one.

    ``begun`` are the checksums that builds which did not end noted, ``kept`` the files that were
    somebody else's work when the manifest was written. Where the seal holds, a file that nobody
    touched since ``trusted``, the moment when this build began, is as the manifest has it.
    """

    folder: Path
    journal: Journal
    overwrite: bool = False
    before: Checksums = field(default_factory=Checksums)
    begun: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    trusted: int = 0
    now: MutableMapping[str, str] = field(default_factory=Checksums)
    kept_now: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    fresh: bool = False  # nothing lies there yet
    opened: int = 0  # the moment when this build began, by the clock of the file system
    manifest: Mapping[str, Any] = field(default_factory=dict)
    made_of: Mapping[str, str] = field(default_factory=dict)  # what documents were made of
    shelf: "Shelf | None" = None  # what it keeps beside memory
    _real: set[str] = field(default_factory=set, repr=False)  # folders that are no links

    @classmethod
    def open(cls, folder: Path, overwrite: bool = False) -> "Output":
        """The folder as the last build left it; Refused where its manifest cannot be read."""
        journal, opened = Journal(folder / JOURNAL), moment(folder / LOCK)
        if is_fresh(folder):
            return cls(folder, journal, overwrite, fresh=True, opened=opened).shelved()
        refuse_own_links(folder)
        path = folder / MANIFEST
        if path.is_symlink():
            raise unreadable_manifest(path, "it is a link")
        begun = {name: noted for name, noted in journal.read().items() if is_inside(name)}
        tidy(folder, begun, records=False)
        if not path.exists():
            return cls(folder, journal, overwrite, begun=begun, opened=opened).shelved()
        try:
            written = path.read_bytes()
            manifest = json.loads(written)
            outputs = manifest.pop("outputs")
            before = Checksums({inside(str(n)): str(digest) for n, digest in outputs.items()})
            kept = frozenset(map(str, manifest.get("kept", ())))
            made_of = {str(n): str(d) for n, d in manifest.pop("documents", {}).items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as e:
            raise unreadable_manifest(path, f"{type(e).__name__}: {e}") from None
        sealed = is_sealed(folder / SEAL, folder, sorted(before), path)
        return cls(
            folder, journal, overwrite, before, begun, kept, opened if sealed else 0,
            opened=opened, manifest={n: manifest.get(n) for n in MADE_OF}, made_of=made_of,
        ).shelved()  # fmt: skip

    def shelved(self) -> "Output":
        """The same with its names and checksums on a shelf, because an edition has many."""
        from converter.shelf import Shelf  # what has no edition to write needs no such file
        from converter.shelved_checksums import ShelvedChecksums

        self.shelf = Shelf(self.folder / OWN)
        self.before = ShelvedChecksums(self.shelf, self.before)
        self.now = ShelvedChecksums(self.shelf, self.now)
        return self

    @property
    def tables(self) -> "Shelf":
        """Where there is room for what need not be in memory while the edition is built."""
        assert self.shelf is not None  # it was opened
        return self.shelf

    # ------------------------------------------------------------ what is there

    def changed_by_hand(self, name: str) -> bytes | None:
        """The bytes of a file that is not as a build wrote it; else None, also for a link."""
        there = None if self.overwrite else self.digest_there(name)
        if there is None or self.is_ours(name, there):
            return None
        return self.read(name)

    def digest_there(self, name: str) -> str | None:
        """The checksum of the file that lies there; None where there is no file, or a link."""
        found = None if self.fresh else status(os.path.join(self.folder, name))
        if found is None or not stat.S_ISREG(found.st_mode):
            return None
        return self.before[name] if self.is_trusted(name, found) else self.checksum(name)

    def read(self, name: str) -> bytes:
        """Raises Refused where it cannot be read: so it is not known whose it is."""
        return contents(os.path.join(self.folder, name))

    def checksum(self, name: str) -> str:
        """The same without having it in memory."""
        return checksum(os.path.join(self.folder, name))

    def is_ours(self, name: str, digest: str) -> bool:
        return digest == self.before.get(name) or digest in self.begun.get(name, ())

    def is_trusted(self, name: str, found: os.stat_result) -> bool:
        """The file was not touched since the manifest was written, and was ours then."""
        known = name in self.before and name not in self.kept and name not in self.begun
        return known and touched(found) < self.trusted

    def is_as_written(self, names: Iterable[str] | None = None) -> bool:
        """Whether the files (all, if none are named) are there as the last build left them."""
        named = self.before if names is None else names
        if self.overwrite or not named or not self.kept.isdisjoint(named):
            return False
        return all(self.digest_there(name) == self.before[name] for name in named)

    # ------------------------------------------------------------ writing

    def write(self, name: str, data: bytes) -> None:
        """One file of the edition; what somebody changed or put there is kept, and reported.

        Raises Refused where it cannot be written, Stopped where nothing can.
        """
        self._put(name, sha256(data), lambda path: write_whole(path, data))

    def write_pieces(self, name: str, pieces: Iterable[bytes]) -> None:
        """The same of a file that may be too large for memory."""
        path = self.folder / name
        with in_pieces(self.folder / OWN, pieces, path) as (file, digest):
            self._put(name, digest, lambda path: move(file, path))

    def _put(self, name: str, digest: str, put: Callable[[Path], None]) -> None:
        self.refuse_links(name)
        if self.is_link(name) and not self.overwrite:
            self.leave(name, "link-in-output")
            return
        there = self.digest_there(name)
        if there not in (None, digest) and not (self.overwrite or self.is_ours(name, there or "")):
            self.keep(name)
            return
        if there != digest:
            self.note(name, digest)
            put(self.folder / name)
        self.now[name] = digest

    def is_link(self, name: str) -> bool:
        found = None if self.fresh else status(os.path.join(self.folder, name))
        return found is not None and stat.S_ISLNK(found.st_mode)

    def note(self, name: str, digest: str) -> None:
        try:
            self.journal.note(name, digest)
        except OSError as error:
            raise unwritable(self.folder / name, error) from None

    def refuse_links(self, name: str) -> None:
        """Raises Stopped where a folder on the way is a link: its files lie somewhere else."""
        above = "" if self.fresh else os.path.dirname(name)
        while above and above not in self._real:
            folder = os.path.join(self.folder, above)
            found = status(folder)
            if found is not None and stat.S_ISLNK(found.st_mode):
                raise Stopped(Problem("folder-is-link", Place(folder)))
            if found is not None:
                self._real.add(above)
            above = os.path.dirname(above)

    def keep(self, name: str) -> None:
        """Leaves a file as it is; the manifest goes on naming what the program wrote last."""
        self.leave(name, "hand-edited" if name in self.before else "not-ours")

    def leave(self, name: str, code: str) -> None:
        self.problems.append(Problem(code, Place(str(self.folder / name))))
        if name in self.before:
            self.now[name] = self.before[name]
            self.kept_now.add(name)

    def begin_again(self, without: str = "") -> None:
        """What was written until now, but one file, will be written once more, and is ours."""
        noted = {n: self.begun.get(n, frozenset()) | {self.now[n]} for n in self.now}
        self.begun, self.fresh = {**self.begun, **noted}, False
        self.now.pop(without, "")

    # ------------------------------------------------------------ the end of a build

    def remove_stale(self, still_to_come: Collection[str]) -> list[str]:
        """Removes what only earlier builds wrote, unless it was changed; the names of what is gone.

        Called when all is written but ``still_to_come``, so that a report can tell of it: of all
        that is gone since the last build that ended, whichever removed it.
        """
        removed = []
        known = (name for names in (self.before, self.begun) for name in names)
        for name in sorted({n for n in known if n not in self.now and n not in still_to_come}):
            path = self.folder / name
            found = status(os.fspath(path))
            if found is not None and stat.S_ISREG(found.st_mode):
                self.refuse_links(name)
                if not self.is_ours(name, self.digest_there(name) or ""):
                    self.leave(name, "left-behind")  # the next build tells of it too
                    continue
                try:
                    path.unlink()
                except OSError as error:
                    raise unwritable(path, error) from None
            if name in self.before:
                removed.append(name)
            self.remove_empty(os.path.dirname(name))
        return removed

    def remove_empty(self, name: str) -> None:
        """The folder of a file that is gone, and those around it, where nothing else is in them."""
        with contextlib.suppress(OSError):
            while name:
                os.rmdir(self.folder / name)
                name = os.path.dirname(name)

    def close(self, sources: Mapping[str, Any], **facts: Any) -> None:
        """Writes the manifest, without which the next build would know nothing of this one.

        ``sources`` are in the order of their names.
        """
        data = {
            "converter": __version__,
            **facts,
            "sources": sources,
            "outputs": InOrder(self.now),
            **({"kept": sorted(self.kept_now)} if self.kept_now else {}),
        }
        path = self.folder / MANIFEST
        with in_pieces(self.folder / OWN, json_pieces(data), path) as (file, _):
            move(file, path)
        self.seal()
        self.journal.remove()

    def seal(self) -> None:
        """Sets the seals on the files, if they are as they were written."""
        files = Sealed(self.folder, InOrder(self.now), self.kept_now, self.checksum)
        files.seal(self.folder / MANIFEST, self.opened)

    def seal_again(self) -> None:
        """Where all files are as they were written and only the seals are not: in a copy, say."""
        self.now = self.before
        self.seal()


def unreadable_manifest(path: Path, reason: str) -> Refused:
    return Refused(Problem("manifest-unreadable", Place(str(path)), "", {"reason": reason}))
