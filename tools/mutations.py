#!/usr/bin/env python3
"""Spoils saved pages in many ways and looks whether the converter does with each what it may.

usage: mutations.py PAGES… [--count 5000] [--seed 1] [--kinds NAME,…] [--numbers N,…]
                    [--keep FOLDER]

PAGES are files and folders. Each spoiled page is converted by the command itself; it must be
refused with a message or become TEI that is well-formed, valid, and says what the page says, as
does its text edition; no message may reach a terminal raw, no text become markup; and time is
bounded by length. Prints a table by kind, and every finding with the number that repeats it
(--kinds NAME --numbers N, with the same pages and seed). --keep writes the pages of findings.
"""

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from command_call import STUCK, Answer, TookTooLong, call
from foreign_markup import unsafe
from lxml import etree
from mutation_draw import Draw
from mutation_kinds import SPOILINGS, Spoiling
from outside_reading import TEI, difference, read_outside

from converter.problems import Refused
from converter.render import Renderer
from converter.resources import schema
from converter.verification.interface_words import words_of
from converter.verification.reading_text import reading_text
from converter.verification.words import parting

BATCH = 40  # pages in one call of the command
LEAST, EACH_KB = 2.0, 0.05  # seconds that a page may take, and for each KB more
TALK = re.compile(r"(\d{5})-[a-z-]+\.\w+(?::\d+)*: (error|warning|notice): ")
STATUSES = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoiled page: its kind and its number among those of that kind."""

    kind: Spoiling
    number: int
    data: bytes

    @property
    def name(self) -> str:
        return f"{self.number:05}-{self.kind.name}"

    @property
    def file(self) -> str:
        return self.name + self.kind.ending


@dataclass(slots=True)
class Tally:
    """What became of the pages of one kind."""

    refused: int = 0
    told: int = 0
    silent: int = 0
    findings: list[str] = field(default_factory=list)


def mutants(
    pages: Sequence[bytes],
    count: int,
    seed: int,
    kinds: Sequence[Spoiling] = SPOILINGS,
    numbers: Iterable[int] = (),
) -> Iterator[Mutant]:
    """So many spoiled pages, the same of each kind; those of a number are always the same."""
    for number in numbers or range((count + len(kinds) - 1) // len(kinds)):
        for kind in kinds:
            chance = Random(f"{seed} {kind.name} {number}")
            draw = Draw(chance.choice(pages), chance.choice(pages), chance, number)
            yield Mutant(kind, number, kind.how(draw))


# ---------------------------------------------------------------- a batch through the command


class Judge:
    """Holds what the converter made of spoiled pages against what it may make of them."""

    def __init__(self) -> None:
        self.grammar = etree.RelaxNG(file=str(schema("edition.rng")))
        self.renderer = Renderer()
        self.tallies: dict[str, Tally] = {}
        self.found: list[Mutant] = []

    def judge(self, batch: Sequence[Mutant]) -> None:
        """One call for all; where it fails as a whole, one for each."""
        with tempfile.TemporaryDirectory() as folder:
            pages, out = Path(folder, "pages"), Path(folder, "out")
            pages.mkdir()
            for mutant in batch:
                (pages / mutant.file).write_bytes(mutant.data)
            fault, answer = "", None
            try:
                answer = call("convert", pages, "-o", out)
                fault = answer.raised or self.call_fault(answer, batch, out)
            except TookTooLong:
                fault = f"hangs for {STUCK} s"
            if fault and len(batch) > 1:
                for mutant in batch:
                    self.judge([mutant])
            elif fault or answer is None:
                self.note(batch[0], fault)
            else:
                for mutant in batch:
                    self.look_at(mutant, answer, out / f"{mutant.name}.xml")

    def call_fault(self, answer: Answer, batch: Sequence[Mutant], out: Path) -> str:
        """What is wrong with a call as a whole: its status, its time, what it says."""
        made = sum((out / f"{mutant.name}.xml").is_file() for mutant in batch)
        allowed = sum(LEAST / len(batch) + EACH_KB * len(m.data) / 1024 for m in batch)
        if answer.seconds > allowed:
            return f"{answer.seconds:.1f} s for {sum(len(m.data) for m in batch)} bytes"
        if answer.status not in STATUSES or (answer.status == 2) != (made == 0):
            return f"status {answer.status} with {made} of {len(batch)} pages converted"
        if raw := next((c for c in answer.talk if c != "\n" and not c.isprintable()), ""):
            return f"U+{ord(raw):04X} raw in a message"
        return ""

    def look_at(self, mutant: Mutant, answer: Answer, tei: Path) -> None:
        """One page: what became of it, and whether that may be."""
        own = re.escape(mutant.file)
        said = re.findall(rf"{own}(?::\d+)*: (error|warning|notice): ", answer.talk)
        tally = self.tally(mutant)
        if not tei.is_file():
            tally.refused += 1
            if said != ["error"]:
                self.note(mutant, f"refused with {said or 'no message'}", counted=True)
            mistake = re.search(rf"{own}.*\n(?:    .*\n)*    hint: this is a mistake", answer.talk)
            if mistake:
                self.note(mutant, mistake.group(), counted=True)
            return
        tally.told += bool(said)
        tally.silent += not said
        for fault in self.faults(mutant, tei.read_bytes(), bool(said)):
            self.note(mutant, fault, counted=True)

    def faults(self, mutant: Mutant, tei: bytes, told: bool) -> Iterator[str]:
        """What is wrong with the TEI of a page, and with what is made from that."""
        try:
            root = etree.fromstring(tei, etree.XMLParser(huge_tree=True))
        except etree.XMLSyntaxError as error:
            yield f"not well-formed: {error}"
            return
        if not self.grammar.validate(root):
            yield f"not valid: {self.grammar.error_log[0].message}"
        page = read_outside(mutant.data, mutant.kind.ending)
        if page is None:
            yield "converted, though without landmarks or of another encoding" * (not told)
        elif (lost := difference(page, root)) and (page.clear or not told):
            yield f"lost, added or moved: {lost}"
        try:
            text = self.renderer.text(tei, path=mutant.file).text
            shown = self.renderer.html(tei, path=mutant.file).text
        except Refused as refused:
            yield f"not rendered: {refused}"
            return
        if parted := parting(text, reading_text(root, words_of("en"))):
            yield f"text edition: {parted.found!r} for {parted.wanted!r}"
        if lacking := letters(root) - Counter(text):
            yield f"text edition: letters are missing: {sorted(lacking)[:5]}"
        yield from unsafe(shown)

    def note(self, mutant: Mutant, fault: str, counted: bool = False) -> None:
        if fault:
            self.tally(mutant).findings.append(f"{mutant.kind.name} {mutant.number}: {fault}")
            self.found.append(mutant)

    def tally(self, mutant: Mutant) -> Tally:
        return self.tallies.setdefault(mutant.kind.name, Tally())


def letters(root: etree._Element) -> Counter[str]:
    """How often each letter stands in the text of a document."""
    words = (str(words) for node in root.iter(f"{TEI}text") for words in node.itertext())
    return Counter(letter for text in words for letter in text if letter.isalpha())


# ---------------------------------------------------------------- the whole


def run(
    pages: Sequence[bytes],
    count: int,
    seed: int,
    kinds: Sequence[Spoiling] = SPOILINGS,
    numbers: Sequence[int] = (),
) -> Judge:
    """Spoils, converts and judges; the tallies of the judge are the result."""
    judge, batch = Judge(), list[Mutant]()
    for mutant in mutants(pages, count, seed, kinds, numbers):
        batch.append(mutant)
        if len(batch) == BATCH:
            judge.judge(batch)
            batch = []
            if sys.stderr.isatty():
                print(f"\r{sum_of(judge)} pages", end="", file=sys.stderr)
    if batch:
        judge.judge(batch)
    return judge


def sum_of(judge: Judge) -> int:
    return sum(tally.refused + tally.told + tally.silent for tally in judge.tallies.values())


def table(judge: Judge) -> Iterator[str]:
    yield " ".join(
        ("kind".ljust(20), " pages", " refused", " with message", " silently", " findings")
    )
    columns = Counter[str]()
    for name, tally in judge.tallies.items():
        row = {"r": tally.refused, "t": tally.told, "s": tally.silent, "f": len(tally.findings)}
        columns.update(row)
        yield formatted(name, row)
    yield formatted("all", columns)


def formatted(name: str, row: dict[str, int]) -> str:
    total = row["r"] + row["t"] + row["s"]
    return f"{name:20} {total:6} {row['r']:8} {row['t']:13} {row['s']:9} {row['f']:9}"


def pages_in(places: Iterable[Path]) -> list[bytes]:
    """The pages that are named, as text in UTF-8."""
    files = [f for place in places for f in ([place] if place.is_file() else place.rglob("*.txt"))]
    return [path.read_bytes() for path in sorted(files)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help="names with commas between them")
    parser.add_argument("--numbers", default="", help="of a kind, with commas between them")
    parser.add_argument("--keep", type=Path, help="a folder for the pages of findings")
    asked = parser.parse_args()
    names = asked.kinds.split(",") if asked.kinds else [kind.name for kind in SPOILINGS]
    kinds = [kind for kind in SPOILINGS if kind.name in names]
    numbers = [int(number) for number in asked.numbers.split(",") if number]
    judge = run(pages_in(asked.pages), asked.count, asked.seed, kinds, numbers)
    print(*table(judge), sep="\n")
    for tally in judge.tallies.values():
        for finding in tally.findings:
            print(finding)
    for mutant in judge.found if asked.keep else ():
        asked.keep.mkdir(parents=True, exist_ok=True)
        (asked.keep / mutant.file).write_bytes(mutant.data)
    sys.exit(any(tally.findings for tally in judge.tallies.values()))


if __name__ == "__main__":
    main()
