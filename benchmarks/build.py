"""What a whole build costs: scale, workers, what is made again and what is not; as ratios.

usage: build.py [--documents N] [--large N] [--json FILE]      invented documents: 1,000 and 10,000

Every build runs in a process of its own. CPU time is that of all its processes; where two builds
are compared by the clock (workers), nothing else should run. A ratio above its bound is marked, and
makes the exit status 1.
"""

import argparse
import hashlib
import json
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from lxml import etree
from rich.console import Console
from rich.table import Table

PROJECT = Path(__file__).resolve().parent.parent
ONE_BUILD = PROJECT / "benchmarks" / "one_build.py"
VOLUME = PROJECT / "tools" / "large_volume.py"
ROUNDS = 5  # of what takes less than a second
PAIRS = 3  # of builds that are compared by the clock, in turns


@dataclass(frozen=True, slots=True)
class Ratio:
    """One line of the table: what, against what, and how much it may be."""

    what: str
    value: float
    bound: float
    told: str
    at_least: bool = False

    @property
    def holds(self) -> bool:
        return self.value >= self.bound if self.at_least else self.value <= self.bound


def built(source: Path, output: Path, workers: int = 0) -> dict[str, Any]:
    """One build, as ``one_build.py`` tells of it."""
    call = [sys.executable, str(ONE_BUILD), str(source), str(output), "--workers", str(workers)]
    said = subprocess.run(call, check=True, capture_output=True, text=True, cwd=PROJECT)
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def cpu_of(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """CPU seconds of a piece of work in this process, the median of several."""

    def once() -> float:
        before = time.process_time()
        work()
        return time.process_time() - before

    return median(once() for _ in range(rounds))


def floor(pages: list[Path], documents: list[Path], folder: Path) -> float:
    """CPU seconds of the least that can be done: read, parse, serialise and write each document."""
    folder.mkdir()

    def work() -> None:
        for page, document in zip(pages, documents, strict=True):
            page.read_bytes()
            data = etree.tostring(etree.fromstring(document.read_bytes()))
            (folder / document.name).write_bytes(data)

    return cpu_of(work, 3)


def hashing(pages: list[Path]) -> float:
    return cpu_of(lambda: [hashlib.sha256(page.read_bytes()).digest() for page in pages])


def starting(*call: str) -> float:
    """Wall seconds of a command that does next to nothing, the median of many."""

    def once() -> float:
        before = time.perf_counter()
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - before

    return median(once() for _ in range(11))


def invented(folder: Path, documents: int) -> Path:
    call = [sys.executable, str(VOLUME), str(folder), "--documents", str(documents)]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    return folder


def changed(pages: Path) -> None:
    """One word more in one page."""
    page = sorted(pages.glob("*.txt"))[0]
    before, found, after = page.read_text("utf-8").rpartition(" the ")
    assert found
    page.write_text(f"{before} the old {after}", "utf-8")


def long_pages(folder: Path, page: Path, size: int, count: int = 1) -> Path:
    """Pages whose texts are so many bytes long: a document's own line, over and over."""
    folder.mkdir()
    lines = page.read_text("utf-8").split("\n")
    longest = max(range(len(lines)), key=lambda number: len(lines[number]))
    times = max(1, size // (len(lines[longest]) + 1))
    for number in range(count):
        text = [f"{number} {lines[longest]}", *[lines[longest]] * times]
        whole = "\n".join([*lines[:longest], *text, *lines[longest + 1 :]])
        (folder / f"{number}.txt").write_text(whole, "utf-8")
    return folder


def ratios(folder: Path, documents: int, large: int) -> Iterator[Ratio]:
    small = invented(folder / "small", documents)
    pages = sorted(small.glob("*.txt"))
    one, two = built(small, folder / "one", 1), built(small, folder / "two", 2)
    faster = [one["wall"] / two["wall"]]
    for number in range(PAIRS - 1):
        again = [built(small, folder / f"{number}-{count}", count)["wall"] for count in (1, 2)]
        faster.append(again[0] / again[1])
    tei = sorted((folder / "one" / "tei").glob("*/*.xml"))
    made = [path for path in tei if path.name != "corpus.xml"]
    least = floor(pages, made, folder / "floor")
    yield Ratio(
        "whole build, against reading, parsing and writing each document once",
        one["cpu"] / least, 40, f"{one['cpu']:.1f} s to {least:.2f} s",
    )  # fmt: skip
    yield Ratio(
        "1 worker, against 2, by the clock",
        median(faster), 1.6, f"median of {', '.join(f'{ratio:.2f}' for ratio in faster)}", True,
    )  # fmt: skip
    yield unchanged(small, folder / "one")
    changed(small)
    after = built(small, folder / "one", 1)
    yield Ratio(
        "one page changed, against the whole build",
        after["cpu"] / one["cpu"], 1, f"{after['cpu']:.1f} s to {one['cpu']:.1f} s",
    )  # fmt: skip
    million = long_pages(folder / "million", pages[0], 1_000_000)
    twenty = long_pages(folder / "twenty", pages[0], 20_000, 50)
    single, many = built(million, folder / "m", 1), built(twenty, folder / "t", 1)
    yield Ratio(
        "one page of 1 MB, against 50 of 20 KB",
        single["cpu"] / many["cpu"], 1.5, f"{single['cpu']:.1f} s to {many['cpu']:.1f} s",
    )  # fmt: skip
    yield from at_scale(folder, documents, large, two)
    helped, clicked = (
        starting("converter", "--help"),
        starting(sys.executable, "-c", "import click"),
    )
    yield Ratio("--help, against import click", helped / clicked, 2,
                f"{helped * 1000:.0f} ms to {clicked * 1000:.0f} ms")  # fmt: skip


def unchanged(source: Path, output: Path) -> Ratio:
    """A build that has nothing to do, without the start of the program."""
    pages = sorted(source.glob("*.txt"))
    again = median(built(source, output)["cpu_of_the_build"] for _ in range(ROUNDS))
    hashed = hashing(pages)
    return Ratio(
        f"unchanged rebuild of {len(pages):,}, against reading and hashing the pages",
        again / hashed, 3, f"{again * 1000:.0f} ms to {hashed * 1000:.0f} ms",
    )  # fmt: skip


def at_scale(folder: Path, documents: int, large: int, two: dict[str, Any]) -> Iterator[Ratio]:
    """Ten times the documents: what each costs, in time and in memory."""
    big = built(invented(folder / "large", large), folder / "big", 2)
    yield unchanged(folder / "large", folder / "big")
    each, before = big["cpu"] / large, two["cpu"] / documents
    yield Ratio(
        f"time a document, {large:,} documents against {documents:,}",
        each / before, 1.1, f"{each * 1000:.1f} ms to {before * 1000:.1f} ms",
    )  # fmt: skip
    yield Ratio(
        f"peak memory of the first process, {large:,} documents against {documents:,}",
        big["memory"] / two["memory"], 1.1, f"{big['memory']:.0f} MiB to {two['memory']:.0f} MiB",
    )  # fmt: skip


def main() -> int:
    """Prints the table; exit status 1 where a bound is not met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--large", type=int, default=10_000)
    parser.add_argument("--json", type=Path, help="a file for the same numbers")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = list(ratios(Path(folder), asked.documents, asked.large))
    table = Table("ratio", "", "bound", "measured", title=f"builds, on {platform.machine()}")
    for ratio in found:
        bound = f"{'≥' if ratio.at_least else '≤'} {ratio.bound:g}"
        mark = "" if ratio.holds else " not met"
        table.add_row(ratio.what, f"{ratio.value:.2f}", bound + mark, ratio.told)
    Console(width=110).print(table)
    if asked.json:
        rows = [
            {"ratio": r.what, "value": round(r.value, 3), "bound": r.bound, "holds": r.holds}
            for r in found
        ]
        asked.json.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    return int(not all(ratio.holds for ratio in found))


if __name__ == "__main__":
    sys.exit(main())
