"""Indexing: Pagefind at work on the texts of each language, while this process does other things.

Each language has an index of its own, because its words are reduced to their stems in its own way.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from glob import iglob
from pathlib import Path
from tempfile import mkdtemp

# What a page needs to search; Pagefind writes scripts and styles of its own interface beside it.
ENTRY = "pagefind-entry.json"
NEEDED = ("pagefind.js", "pagefind-worker.js", ENTRY, "*.pf_meta", "index/*", "fragment/*")
STARTS = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(1, 9, 0, 0, 0)  # when the parent dies, it is killed
try:
    os.execv(sys.argv[1], sys.argv[1:])
except OSError as error:
    sys.exit(error.strerror)
"""


@dataclass(frozen=True, slots=True, eq=False)
class Bundle(Mapping[str, bytes]):
    """The files of an index of one language, as Pagefind left them; each is read when asked for."""

    folder: Path
    needed: tuple[str, ...]  # patterns of their names

    def __getitem__(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        for pattern in self.needed:
            yield from sorted(name.replace(os.sep, "/") for name in self.matching(pattern))

    def __len__(self) -> int:
        return sum(1 for pattern in self.needed for _ in self.matching(pattern))

    def matching(self, pattern: str) -> Iterator[str]:
        return iglob(pattern, root_dir=self.folder)


Bundles = Mapping[str, Mapping[str, bytes]]  # what is needed of the index of each language


@dataclass(slots=True)
class Indexing:
    """Runs of Pagefind over the folders of the languages, begun and ended with its context.

    A thread starts them one after the other; who leaves early ends the one that is running.
    """

    folder: Path
    languages: Sequence[str]
    program: Path
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    _made: "Future[Bundles]" = field(default_factory=Future)
    _running: list["subprocess.Popen[str]"] = field(default_factory=list)

    def __enter__(self) -> "Indexing":
        self._made = self._thread.submit(self._bundles)
        return self

    def __exit__(self, *_: object) -> None:
        while not self._made.done() and not self._made.cancel():
            for process in self._running:
                process.kill()
            time.sleep(0.01)
        self._thread.shutdown()

    def bundles(self) -> Bundles:
        """The index of each language, when all are made; raises what running Pagefind raises."""
        return self._made.result()

    def _bundles(self) -> Bundles:
        return {
            language: indexed(self.folder / language, self.program, self._running)
            for language in self.languages
        }


def indexed(site: Path, program: Path, running: list["subprocess.Popen[str]"]) -> Bundle:
    """One run → the files that are needed of it; they lie beside the texts, and go with them.

    The process stands in ``running``. Raises OSError, and CalledProcessError with what it said.
    """
    site = site.absolute()
    temporary = mkdtemp(dir=site.parent)
    bundle = Path(temporary, "bundle")
    call = map(str, (program, "--site", site, "--output-path", bundle, "--silent"))
    starting = [*ending_with_us(), *call]
    said = subprocess.PIPE
    with subprocess.Popen(starting, stdout=said, stderr=said, text=True, cwd=temporary) as process:
        running[:] = [process]
        out, errors = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, starting, out, errors)
    stemming = {f"wasm.{stemmer}.pagefind": None for stemmer in stemmers(bundle / ENTRY)}
    return Bundle(bundle, (*NEEDED, *stemming))


def ending_with_us() -> Sequence[str]:
    """What starts a program so that it does not work on when this one was killed (Linux)."""
    if not sys.platform.startswith("linux"):
        return ()
    return (sys.executable, "-I", "-S", "-c", STARTS)


def stemmers(entry: Path) -> list[str]:
    """Which way of reducing words to stems an index uses; for some languages there is none."""
    languages = json.loads(entry.read_bytes())["languages"].values()
    return [language["wasm"] or "unknown" for language in languages]
