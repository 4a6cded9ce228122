#!/usr/bin/env python3
"""How often each rule is right on documents whose truth is known: the source of its confidence.

usage: measure_rules.py FOLDER      (pages DOC.txt with their truth in DOC.gold.json beside them)

A line is a note, begins a paragraph or goes on with one; the truth says which. Prints for each rule
how many lines it claimed, and the share of them that it claimed rightly.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from converter.lines import NOTES, Line, LineKind
from converter.pages import read
from converter.sections import claim_sections

DROPPED = re.compile(r"[\s\[\]-]")
BEGINS, GOES_ON, NOTE = "begins", "goes on", "note"


def squeezed(text: str) -> str:
    return DROPPED.sub("", text)


def truths(lines: list[Line], gold: dict[str, list[dict[str, str]]]) -> Iterator[tuple[Line, str]]:
    """Each line of text with what it truly is, by walking through the true paragraphs."""
    notes = Counter(squeezed(part) for note in gold["notes"] for part in note["paras"])
    lengths = [len(squeezed(paragraph["text"])) for paragraph in gold["paragraphs"]]
    left = [length for length in lengths if length]
    at_start = True
    for line in lines:
        text = squeezed(line.text)
        if line.kind in (LineKind.PAGE_MARK, LineKind.HEAD) or not text:
            continue
        if notes[text]:
            notes[text] -= 1
            yield line, NOTE
            continue
        yield line, BEGINS if at_start else GOES_ON
        rest = (left[0] if left else 0) - len(text)
        at_start = rest <= 0
        if left:
            left[0] = rest
            if at_start:
                left.pop(0)


def claimed_as(line: Line) -> str:
    if line.kind in NOTES:
        return NOTE
    return GOES_ON if line.kind is LineKind.CONTINUATION else BEGINS


def main() -> None:
    claimed: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for path in sorted(Path(sys.argv[1]).glob("**/*.gold.json")):
        source = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
        sections = claim_sections(read(source.read_bytes(), source.name))[0]
        gold = json.loads(path.read_text("utf-8"))
        for line, truth in truths(list(sections[0].claimed.lines), gold):
            claimed[line.rule] += 1
            right[line.rule] += claimed_as(line) == truth
    for rule, count in claimed.most_common():
        print(f"{rule:34} {count:6} {right[rule] / count:6.3f}")


if __name__ == "__main__":
    main()
