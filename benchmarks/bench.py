"""What the passes cost, as ratios to parsing the same document; all measured in one run.

usage: bench.py [--rounds N] [--json FILE] [PAGES…]      without pages: examples/

A ratio survives a change of machine where seconds do not. The steps take turns in every round, so
that a busy moment of the machine falls on all of them, and what counts is CPU time.
"""

import argparse
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from rich.console import Console
from rich.table import Table

from converter import resources
from converter.authorities import shipped
from converter.citations.grammar import RULES
from converter.citations.reader import NoteReader
from converter.pipeline import convert
from converter.render import Renderer

PROJECT = Path(__file__).resolve().parent.parent
BRACKETS = re.compile(r"\[\[|\]\]")
Step = Callable[[], object]

# What is measured, against what, in the words of the table.
RATIOS = (
    ("page to TEI", "convert", "parse and serialise"),
    ("RELAX NG validation", "validate", "parse"),
    ("TEI to HTML", "render html", "parse"),
    ("TEI to plain text", "render text", "parse"),
    # The same notes one, four and sixteen times as one text: 4 and 16 where time grows with length.
    ("citations, 4 × the notes", "citations 4", "citations 1"),
    ("citations, 16 × the notes", "citations 16", "citations 1"),
)


def steps(pages: list[Path]) -> dict[str, Step]:
    """Each step as one call that does it for all documents."""
    sources = [(path.name, path.read_bytes()) for path in pages]
    texts = [convert(data, name).xml for name, data in sources]
    trees = [etree.fromstring(text) for text in texts]
    renderer = Renderer()
    schema = etree.RelaxNG(file=str(resources.schema("edition.rng")))
    return {
        "convert": lambda: [convert(data, name).xml for name, data in sources],
        "parse": lambda: [etree.fromstring(text) for text in texts],
        "parse and serialise": lambda: [etree.tostring(etree.fromstring(text)) for text in texts],
        "validate": lambda: [schema.validate(tree) for tree in trees],
        "render html": lambda: [renderer.html(text, path="") for text in texts],
        "render text": lambda: [renderer.text(text, path="") for text in texts],
        **{f"citations {times}": citations(times) for times in (1, 4, 16)},
    }


def citations(times: int) -> Step:
    """The examples of the grammar's rules, so many times, read as one note."""
    examples = (text for rule in RULES for text in (*rule.yes, *rule.no))
    note = "; ".join(BRACKETS.sub("", text) for text in examples) + "; "
    return lambda: NoteReader.of(shipped(), "1939").read(note * times)


def measure(work: dict[str, Step], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of each step in each round; a first round that warms everything is not kept."""
    spent: dict[str, list[float]] = {name: [] for name in work}
    for name in list(work) * (rounds + 1):
        spent[name].append(cpu_seconds(work[name]))
    return {name: seconds[1:] for name, seconds in spent.items()}


def cpu_seconds(step: Step) -> float:
    """Short steps are repeated until a tenth of a second has gone into them."""
    start, times = time.process_time(), 0
    while (spent := time.process_time() - start) < 0.1 or not times:
        step()
        times += 1
    return spent / times


def main() -> int:
    """Prints the table of ratios and writes it as JSON where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pages", nargs="*", type=Path, help="saved pages; the examples if none")
    parser.add_argument("--rounds", type=int, default=5, help="how often each step is measured")
    parser.add_argument("--json", type=Path, help="a file for the same numbers")
    asked = parser.parse_args()
    pages = asked.pages or sorted((PROJECT / "examples").rglob("*.txt"))
    spent = measure(steps(pages), asked.rounds)
    rows = [
        {
            "step": title,
            "against": base,
            "ratio": round(statistics.median(map(float.__truediv__, spent[step], spent[base])), 2),
            "milliseconds_per_document": round(min(spent[step]) * 1000 / len(pages), 3),
        }
        for title, step, base in RATIOS
    ]
    table = Table("step", "ratio", "to", "ms a document", title=f"{len(pages)} documents")
    for row in rows:
        ratio, cost = f"{row['ratio']:.2f}", f"{row['milliseconds_per_document']:.3f}"
        table.add_row(str(row["step"]), ratio, str(row["against"]), cost)
    Console().print(table)
    if asked.json:
        report = {"documents": len(pages), "rounds": asked.rounds, "ratios": rows}
        asked.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
