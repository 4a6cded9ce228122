"""What a site costs beyond its documents: its build against rendering the same documents alone.

usage: site.py [--documents N] [--json FILE]      without --documents: 1,000, invented

Both are measured in one run, in CPU time of this process and of those it starts (the search has an
indexer of its own). The site is all that follows when the last page has become TEI: neighbours,
persons, bibliography, pages, texts, lists, citations, search. Rendering alone is what two calls of
``converter render`` cost, one that makes pages of the same TEI, one that makes texts.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from converter.edition import build
from converter.settings import Settings
from converter.wishes import Wishes

PROJECT = Path(__file__).resolve().parent.parent
VOLUME = PROJECT / "tools" / "large_volume.py"
AT_MOST = 2.5  # times the rendering alone


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of a volume: to TEI, the site from there, its pages and texts rendered alone."""

    documents: int
    converting: float
    site: float
    pages: float
    texts: float
    bytes: int  # of the whole output

    @property
    def ratio(self) -> float:
        return self.site / (self.pages + self.texts)


def spent() -> float:
    """CPU seconds until now, those of finished children with them."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measure(pages: Path, output: Path) -> Cost:
    """Builds the edition of the pages, then renders each of its documents by itself."""
    read = began = spent()

    def progress(what: str, done: int, total: int, problems: int = 0) -> None:
        nonlocal read
        if what == "reading pages":
            read = spent()

    build([pages], output, Settings(), Wishes(workers=1), progress)
    built = spent()
    documents = [path for path in sorted((output / "tei").rglob("*.xml")) if is_document(path)]
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    alone = output.with_name("alone")
    pages_alone = rendering("html", documents, alone / "pages")
    texts_alone = rendering("text", documents, alone / "texts")
    return Cost(len(documents), read - began, built - read, pages_alone, texts_alone, size)


def rendering(form: str, documents: Sequence[Path], folder: Path) -> float:
    """CPU seconds of the command that makes one form of the documents and nothing else."""
    before = spent()
    volumes = sorted({path.parent for path in documents})
    call = ["converter", "render", *map(str, volumes), "--to", form, "-o", str(folder)]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    return spent() - before


def is_document(path: Path) -> bool:
    """Documents lie in the folders of their volumes, what is gathered from all of them above."""
    return path.parent.name != "tei" and path.name != "corpus.xml"


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
        f"{cost.documents} documents, {cost.bytes / 1e6:.1f} MB, CPU seconds:"
        f" {cost.converting:.1f} to TEI, {cost.site:.1f} the site;"
        f" alone {cost.pages:.1f} the pages, {cost.texts:.1f} the texts.\n"
        f"The site costs {cost.ratio:.2f} times rendering alone (at most {AT_MOST});"
        f" {cost.site / cost.pages:.2f} times the pages without their texts."
    )
    if asked.json:
        report = {**asdict(cost), "ratio": round(cost.ratio, 2), "at_most": AT_MOST}
        asked.json.write_text(json.dumps(report, indent=2) + "\n", "utf-8")
    return int(cost.ratio > AT_MOST)


if __name__ == "__main__":
    sys.exit(main())
