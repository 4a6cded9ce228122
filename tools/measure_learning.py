#!/usr/bin/env python3
"""Measures what an editor's decisions and ``converter learn`` are worth, volume by volume.

usage: measure_learning.py FOLDER HELD_OUT [--share 0.1]

FOLDER holds pages with their truth (see known_texts.py), HELD_OUT the tables that learn_weights.py
learned without one volume each. Every volume is read with the table that does not know it: as it
is, after learning from its pages alone, with the least certain lines answered by the truth in the
order in which ``converter review`` asks, and after learning from these answers too. Prints a table
for the documentation: F1 of notes by lines, and of decisions called high how many are wrong.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from known_texts import KnownText, known_texts

from converter.classify import Sight, staged
from converter.evidence import IS_NOTE, Verdict
from converter.evidence.weights import WeightTable, read_weights
from converter.learning.adapting import adapted
from converter.learning.lessons import Lesson
from converter.lines import Reading

HIGH = 0.95
Readings = Mapping[int, Reading]  # by the place of the line among those of text


@dataclass(frozen=True, slots=True)
class Measured:
    """Counts of lines: notes found, called and true; decisions called high, and wrong of these."""

    found: int = 0
    called: int = 0
    true: int = 0
    high: int = 0
    wrong: int = 0

    def __add__(self, other: "Measured") -> "Measured":
        return Measured(
            self.found + other.found,
            self.called + other.called,
            self.true + other.true,
            self.high + other.high,
            self.wrong + other.wrong,
        )

    @property
    def f1(self) -> float:
        return 2 * self.found / max(1, self.called + self.true)


@dataclass(frozen=True, slots=True)
class Page:
    """A text with the truth of the lines that the page itself leaves open."""

    lesson: Lesson
    truth: Readings

    @classmethod
    def of(cls, text: KnownText) -> "Page":
        sight = Sight(text.lines, text.title, text.tongue)
        lines = [i for i in sight.visible if i not in sight.marks]
        numbers = [text.lines[i].number for i in lines]
        scene, fixed = staged(sight, lines, {})
        truth = {
            at: text.readings[number]
            for at, number in enumerate(numbers)
            if at not in fixed and number in text.readings
        }
        for at in range(1, len(lines) if scene.headed else 0):  # nothing but notes on the title
            if truth.get(at) not in IS_NOTE:
                break
            if truth[at] is Reading.NOTE:
                truth[at] = Reading.TITLE_NOTE
        return cls(Lesson(str(text.path), numbers, scene, fixed, {}), truth)

    def answered(self, answers: Readings) -> Lesson:
        return replace(self.lesson, decided=answers)

    def measured(self, table: WeightTable, answers: Readings) -> Measured:
        verdicts = self.answered(answers).judged(table)
        called = {at for at in self.truth if verdicts[at].reading in IS_NOTE}
        true = {at for at, reading in self.truth.items() if reading in IS_NOTE}
        high = [
            right(verdicts[at], reading)
            for at, reading in self.truth.items()
            if at not in answers and verdicts[at].probability >= HIGH
        ]
        return Measured(
            len(called & true), len(called), len(true), len(high), len(high) - sum(high)
        )


def right(verdict: Verdict, truth: Reading) -> bool:
    on_title = {Reading.NOTE, Reading.TITLE_NOTE}
    return verdict.reading is truth or {verdict.reading, truth} <= on_title


def reviewed(pages: Sequence[Page], table: WeightTable, share: float) -> list[dict[int, Reading]]:
    """The answers to so many questions, the least certain line first; each is followed at once."""
    answers: list[dict[int, Reading]] = [{} for _ in pages]
    doubts = [dict(doubts_of(page, table, {})) for page in pages]
    for _ in range(round(share * sum(len(page.truth) for page in pages))):
        _, number, at = min(
            (doubt, number, at) for number, each in enumerate(doubts) for at, doubt in each.items()
        )
        answers[number][at] = pages[number].truth[at]
        doubts[number] = dict(doubts_of(pages[number], table, answers[number]))
    return answers


def doubts_of(page: Page, table: WeightTable, answers: Readings) -> Iterator[tuple[int, float]]:
    verdicts = page.answered(answers).judged(table)
    for at in page.truth:
        if at not in answers:
            yield at, verdicts[at].probability


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("held_out", type=Path)
    parser.add_argument("--share", type=float, default=0.1, help="of the lines, to be answered")
    asked = parser.parse_args()
    texts = list(known_texts(asked.folder))
    print("| volume | as is | learned | answered | answered, learned |")
    print("|---|---|---|---|---|", flush=True)
    sums = [Measured()] * 4
    for number, volume in enumerate(sorted({text.volume for text in texts}), start=1):
        table = read_weights(asked.held_out / f"without-{number}.json")
        pages = [Page.of(text) for text in texts if text.volume == volume]
        parts = list(measures(pages, table, asked.share))
        sums = [before + part for before, part in zip(sums, parts, strict=True)]
        print(row(volume[-60:], [f"{part.f1:.3f}" for part in parts]), flush=True)
    print(row("**all**", [f"**{part.f1:.3f}**" for part in sums]))
    print(row("called high", [str(part.high) for part in sums]))
    print(row("of these wrong", [str(part.wrong) for part in sums]))
    return 0


def measures(pages: Sequence[Page], table: WeightTable, share: float) -> Iterator[Measured]:
    """The volume as is, learned, answered, answered and learned."""
    answers = reviewed(pages, table, share)
    nothing: Sequence[Readings] = [{} for _ in pages]
    for given in (nothing, answers):
        lessons = [page.answered(each) for page, each in zip(pages, given, strict=True)]
        yield total(pages, table, given)
        yield total(pages, adapted(lessons, table)[0], given)


def total(pages: Iterable[Page], table: WeightTable, given: Iterable[Readings]) -> Measured:
    parts = (page.measured(table, each) for page, each in zip(pages, given, strict=True))
    return sum(parts, Measured())


def row(name: str, cells: Iterable[str]) -> str:
    return f"| {name} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
