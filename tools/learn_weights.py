#!/usr/bin/env python3
"""Learns the weights of the evidence, and measures them on volumes they were not learned from.

usage: learn_weights.py FOLDER [-o FILE] [--held-out FOLDER] [--reliability FILE] [--volume PART]…
       learn_weights.py FOLDER --tables FOLDER [--reliability FILE]

FOLDER holds pages with their truth (see known_texts.py). For each volume the weights are learned
from all others and tried on it; from those trials come the calibration and every figure printed.
Then all volumes together teach the table that is written to FILE. ``--held-out`` keeps the tables
of the trials, ``--reliability`` writes the table of reliability for the documentation. With
``--tables`` nothing is learned: the trials use the tables that ``--held-out`` kept.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from invented_texts import invented_texts
from known_texts import KnownText, known_texts

from converter.classify import Sight, staged
from converter.evidence import IS_NOTE, Verdict, judge
from converter.evidence.weights import Calibration, WeightTable, read_weights, text_of
from converter.learning.training import expectations, train
from converter.lines import Reading

INVENTED = Path(__file__).resolve().parent / "known"
OURS = "invented"
ABOUT = "weights of the signs for each reading of a line, learned by tools/learn_weights.py"
NOTE_FROM, SURE_FROM, BEGINS_FROM = 0.4, 0.98, 0.65
UNANNOTATED = 0.6  # how much a text counts from which the notes were taken
LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)


HEAD = """\
# How sure is sure

Made by `make reliability`. The weights were learned
from all volumes but one, and tried on that one: every line here was read by weights that had not
seen its volume. Lines that the page itself settles (the head, page marks, brackets of a commentary)
are not counted.

| volume | note F1, by lines | found inside a sentence | found by wording | found on the title | \
begins or goes on, rightly |
|---|---|---|---|---|---|"""
SURE = """\
A decision says how probable it is that it is right. In the TEI `@cert` is left out where that is at
least 95 in 100 (high), and says `medium` or `low` below.
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """A decision on a line of a volume that the weights had not seen."""

    volume: str
    verdict: Verdict
    truth: Reading
    evidence: str

    @property
    def note(self) -> bool:
        return self.verdict.reading in IS_NOTE

    @property
    def right(self) -> bool:
        return self.verdict.reading is self.truth or (
            {self.verdict.reading, self.truth} <= {Reading.NOTE, Reading.TITLE_NOTE}
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--held-out", type=Path)
    parser.add_argument("--reliability", type=Path)
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--volume", action="append", help="try only volumes with this in the name")
    asked = parser.parse_args()
    printed, invented = list(known_texts(asked.folder)), list(invented_texts(INVENTED))
    texts = [*printed, *invented]
    volumes = [*sorted({text.volume for text in printed}), OURS]
    examples = {} if asked.tables else {
        text.path: (text.example(), text.without_notes().example(UNANNOTATED)) for text in texts
    }  # fmt: skip
    trials: list[Trial] = []  # on printed volumes: what we wrote ourselves proves less
    ours: list[Trial] = []
    tables: dict[str, WeightTable] = {}
    false = 0
    for volume in volumes:
        if asked.volume and not any(part in volume for part in asked.volume):
            continue
        start = time.process_time()
        if asked.tables:
            file = asked.tables / f"without-{volumes.index(volume) + 1}.json"
            table = replace(read_weights(file), calibration={})
        else:
            others = [e for t in texts if held_with(t) != volume for e in examples[t.path]]
            table = named(train(others, expectations()))
        tables[volume] = table
        held = [text for text in texts if held_with(text) == volume]
        found = [trial for text in held for trial in tried(text, table)]
        if volume != OURS:
            false += sum(t.note for text in held for t in tried(text.without_notes(), table))
            trials += found
        else:
            ours += found
        print(f"{volume[-50:]:50} {figures(found)}  {time.process_time() - start:.0f} s",
              flush=True)  # fmt: skip
    unannotated = f"False notes in {len(printed)} texts without notes: {false}."
    for language in sorted({trial.volume for trial in ours}):
        print(f"{language:50} {figures([t for t in ours if t.volume == language])}")
    print(f"{'all':50} {figures(trials)}\n{unannotated}\n{reliability(calibrated_apart(trials))}")
    if asked.reliability:
        asked.reliability.write_text(page([*trials, *ours], trials, unannotated), encoding="utf-8")
    if asked.held_out:
        asked.held_out.mkdir(parents=True, exist_ok=True)
        for number, volume in enumerate(v for v in volumes if v in tables):
            apart = calibration([t for t in trials if t.volume != volume])
            file = asked.held_out / f"without-{number + 1}.json"
            file.write_text(text_of(replace(tables[volume], calibration=apart)), encoding="utf-8")
    if asked.output:
        everything = [e for text in texts for e in examples[text.path]]
        table = replace(named(train(everything, expectations())), calibration=calibration(trials))
        asked.output.write_text(text_of(table), encoding="utf-8")
    return 0


def held_with(text: KnownText) -> str:
    """The volume; our own texts are held out together, for they are of one mind."""
    return OURS if text.path.parent == INVENTED else text.volume


def named(table: WeightTable) -> WeightTable:
    return replace(
        table, about=ABOUT, note_from=NOTE_FROM, sure_from=SURE_FROM, begins_from=BEGINS_FROM
    )


def tried(text: KnownText, table: WeightTable) -> list[Trial]:
    """What the table makes of the lines of a text that the page itself leaves open."""
    sight = Sight(text.lines, text.title, text.tongue)
    lines = [i for i in sight.visible if i not in sight.marks]
    scene, fixed = staged(sight, lines, {})
    out = []
    for at, verdict in enumerate(judge(scene, fixed, table)):
        number = text.lines[lines[at]].number
        if at not in fixed and number in text.readings:
            evidence = text.evidence.get(number, "")
            out.append(Trial(text.volume, verdict, text.readings[number], evidence))
    return out


def figures(trials: Sequence[Trial]) -> str:
    """Note F1 by lines, recall by what a note is known by, the share of paragraphs read right."""
    true = sum(t.note and t.truth in IS_NOTE for t in trials)
    claimed, wanted = sum(t.note for t in trials), sum(t.truth in IS_NOTE for t in trials)
    parts = [f"F {2 * true / (claimed + wanted):.3f}  false {claimed - true:3} of {claimed:4}"]
    for evidence in ("sandwich", "content", "title"):
        known = [t for t in trials if t.evidence == evidence]
        if known:
            parts.append(f"{evidence} {sum(t.note for t in known) / len(known):.3f}")
    text = [t for t in trials if not t.note and t.truth not in IS_NOTE]
    parts.append(f"text {sum(t.right for t in text) / len(text):.3f}")
    return "  ".join(parts)


# ---------------------------------------------------------------- calibration


def calibration(trials: Sequence[Trial]) -> dict[str, Calibration]:
    """From computed to true probability: never falling (pool adjacent violators)."""
    return {
        kind: monotone([t for t in trials if t.note == (kind == "note")])
        for kind in ("note", "text")
    }


def monotone(trials: Sequence[Trial], least: int = 60) -> Calibration:
    ordered = sorted(trials, key=lambda t: t.verdict.probability)
    groups: list[list[float]] = []  # sum of probabilities, number right, number
    for at in range(0, len(ordered), least):
        part = ordered[at : at + least]
        groups.append([sum(t.verdict.probability for t in part), float(sum(t.right for t in part)),
                       float(len(part))])  # fmt: skip
        while len(groups) > 1 and groups[-2][1] / groups[-2][2] >= groups[-1][1] / groups[-1][2]:
            last = groups.pop()
            groups[-1] = [a + b for a, b in zip(groups[-1], last, strict=True)]
    points = {
        round(total / count, 4): round((right + 0.5) / (count + 1), 4)
        for total, right, count in groups
    }
    return Calibration(tuple(points), tuple(points.values()))


def calibrated_apart(trials: Sequence[Trial]) -> list[tuple[Trial, float]]:
    """Each trial with its probability, calibrated on the other volumes alone."""
    by_volume: defaultdict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        by_volume[trial.volume].append(trial)
    out = []
    for volume, held in by_volume.items():
        apart = calibration([t for t in trials if t.volume != volume] or held)
        out += [(t, apart["note" if t.note else "text"](t.verdict.probability)) for t in held]
    return out


def page(every: Sequence[Trial], trials: Sequence[Trial], unannotated: str) -> str:
    """The page of the documentation: how sure is sure, measured on volumes never seen."""
    parts = [HEAD]
    for volume in sorted({trial.volume for trial in every}):
        parts.append(f"| {volume} | {cells([t for t in every if t.volume == volume])} |")
    parts.append(f"| **all that were printed** | {cells(trials)} |")
    return "\n".join([*parts, "", unannotated, "", SURE, reliability(calibrated_apart(trials)), ""])


def cells(trials: Sequence[Trial]) -> str:
    true = sum(t.note and t.truth in IS_NOTE for t in trials)
    claimed, wanted = sum(t.note for t in trials), sum(t.truth in IS_NOTE for t in trials)
    found = [f"{2 * true / (claimed + wanted):.3f}"]
    for evidence in ("sandwich", "content", "title"):
        known = [t for t in trials if t.evidence == evidence]
        found.append(f"{sum(t.note for t in known) / len(known):.3f}" if known else "–")
    text = [t for t in trials if not t.note and t.truth not in IS_NOTE]
    return " | ".join([*found, f"{sum(t.right for t in text) / len(text):.3f}"])


def reliability(rated: Sequence[tuple[Trial, float]]) -> str:
    """The table of reliability, and where the wrong decisions are."""
    rows = ["| probability said | decisions | of 100 right |", "|---|---|---|"]
    for low, high in pairwise(LEVELS):
        part = [t for t, p in rated if low <= p < high or (high == 1.0 and p == 1.0)]
        if part:
            share = 100 * sum(t.right for t in part) / len(part)
            rows.append(f"| {low:.2f} to {high:.2f} | {len(part)} | {share:.1f} |")
    ordered = sorted(rated, key=lambda pair: pair[1])
    wrong = np.array([not t.right for t, _ in ordered])
    tenth = wrong[: len(wrong) // 10].sum() / max(1, wrong.sum())
    high_ones = [t for t, p in rated if p >= 0.95]
    right = sum(t.right for t in high_ones) / max(1, len(high_ones))
    rows.append("")
    rows.append(f"Of {len(high_ones)} decisions called high, {100 * right:.1f} in 100 are right.")
    rows.append(f"Of {wrong.sum()} wrong decisions, {100 * tenth:.1f} in 100 are among the least "
                "certain tenth.")  # fmt: skip
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
