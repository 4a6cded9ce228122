#!/usr/bin/env python3
"""How often each rule is right on documents whose truth is known: the source of its confidence.

usage: measure_rules.py FOLDER      (pages DOC.txt with their truth in DOC.gold.json beside them)

A line is a note, begins a paragraph or goes on with one; the truth says which. A line claimed as a
part of a letter must be that part; where the truth calls it a mere paragraph it is not counted, for
editions differ in what they mark. Prints for each rule how many lines it claimed, and the share of
them that it claimed rightly.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from converter.lines import NOTES, Line, LineKind
from converter.pages import read
from converter.sections import claim_sections

DROPPED = re.compile(r"[\s\[\]-]")
BEGINS, GOES_ON, NOTE = "begins", "goes on", "note"
PARTS = {
    LineKind.DATELINE: {"dateline", "opener"},
    LineKind.SALUTE: {"salute", "opener"},
    LineKind.ADDRESS: {"addrLine", "opener"},
    LineKind.CLOSING: {"closer", "salute"},
    LineKind.SIGNATURE: {"signed", "closer"},
}


def squeezed(text: str) -> str:
    return DROPPED.sub("", text)


def truths(lines: list[Line], gold: dict[str, Any]) -> Iterator[tuple[Line, str, str]]:
    """Each line of text with what it truly is and the kind of its paragraph."""
    notes = Counter(squeezed(part) for note in gold["notes"] for part in note["paras"])
    left = [(len(squeezed(p["text"])), p["kind"]) for p in gold["paragraphs"]]
    left = [(length, kind) for length, kind in left if length]
    at_start = True
    for line in lines:
        text = squeezed(line.text)
        if line.kind in (LineKind.PAGE_MARK, LineKind.HEAD) or not text:
            continue
        if notes[text]:
            notes[text] -= 1
            yield line, NOTE, ""
            continue
        length, kind = left[0] if left else (0, "")
        yield line, BEGINS if at_start else GOES_ON, kind
        at_start = length <= len(text)
        if left:
            left[0] = (length - len(text), kind)
            if at_start:
                left.pop(0)


def rightly(line: Line, truth: str, kind: str) -> bool:
    """The line was claimed as what it is."""
    if line.kind in PARTS:
        return truth == BEGINS and kind in PARTS[line.kind]
    return claimed_as(line) == truth


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
        for line, truth, kind in truths(list(sections[0].claimed.lines), gold):
            if line.kind in PARTS and kind == "p":
                continue
            claimed[line.rule] += 1
            right[line.rule] += rightly(line, truth, kind)
    for rule, count in claimed.most_common():
        print(f"{rule:34} {count:6} {right[rule] / count:6.3f}")


if __name__ == "__main__":
    main()
