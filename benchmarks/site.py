"""What a site costs beyond its documents: its build against rendering the same documents alone.

usage: site.py [--documents N] [--json FILE]      without --documents: 1,000, invented

Both are measured in one run, in CPU time of this process and of those it starts (the search has an
indexer of its own). The site is all that follows when the last page has become TEI: neighbours,
persons, bibliography, texts, pages, lists, search.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from converter.edition import build
from converter.render import Renderer
from converter.settings import Settings

PROJECT = Path(__file__).resolve().parent.parent
VOLUME = PROJECT / "tools" / "large_volume.py"
AT_MOST = 2.5  # times the rendering alone


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of a volume: its pages to TEI, the site from there, its pages rendered alone."""

    documents: int
    converting: float
    site: float
    rendering: float
    bytes: int  # of the whole output

    @property
    def ratio(self) -> float:
        return self.site / self.rendering


def spent() -> float:
    """CPU seconds until now, those of finished children with them."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measure(pages: Path, output: Path) -> Cost:
    """Builds the edition of the pages, then renders each of its documents by itself."""
    read = began = spent()

    def progress(what: str, done: int, total: int) -> None:
        nonlocal read
        if what == "reading pages":
            read = spent()

    build([pages], output, Settings(), progress=progress)
    built = spent()
    documents = [path for path in sorted((output / "tei").rglob("*.xml")) if is_document(path)]
    sources = [path.read_bytes() for path in documents]
    before = spent()
    renderer = Renderer()
    for source in sources:
        renderer.html(source, path="")
    rendered = spent() - before
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    return Cost(len(documents), read - began, built - read, rendered, size)


def is_document(path: Path) -> bool:
    """Documents lie in the folders of their volumes, what is gathered from all of them above."""
    return path.parent.name != "tei"


def main() -> int:
    """Prints what was measured; exit status 1 where the site costs too much."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=1000, help="how many to invent")
    parser.add_argument("--json", type=Path, help="a file for the same numbers")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        invent = [sys.executable, str(VOLUME), str(pages), "--documents", str(asked.documents)]
        subprocess.run(invent, check=True)
        cost = measure(pages, Path(folder) / "output")
    print(
        f"{cost.documents} documents: {cost.converting:.1f} s to TEI, {cost.site:.1f} s the site,"
        f" {cost.rendering:.1f} s rendering them alone: the site costs {cost.ratio:.2f} times that"
        f" (at most {AT_MOST}); {cost.bytes / 1e6:.1f} MB"
    )
    if asked.json:
        report = {**asdict(cost), "ratio": round(cost.ratio, 2), "at_most": AT_MOST}
        asked.json.write_text(json.dumps(report, indent=2) + "\n", "utf-8")
    return int(cost.ratio > AT_MOST)


if __name__ == "__main__":
    sys.exit(main())
