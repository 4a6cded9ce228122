"""Documents whose truth is known, line by line: what the weights are learned from.

A folder holds pages DOC.txt, each with its truth in DOC.gold.json beside it: paragraphs, notes with
their anchors, page breaks. Here the truth is laid over the lines of the page.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from converter.classify import Sight, staged
from converter.decode import SourceLine
from converter.languages import Language, detect, language
from converter.learning.examples import Example, example_of
from converter.lines import Reading
from converter.pages import SavedPage, read

R = Reading
DROPPED = re.compile(r"[\s\[\]\u200b\ufeff\u00ad\u2060]")
CLINGS = tuple(",;:.)]”»’?!")


@dataclass(frozen=True, slots=True)
class KnownText:
    """A section whose truth is known: its lines, and the reading of each that has text."""

    path: Path
    volume: str
    title: str
    tongue: Language
    lines: tuple[SourceLine, ...]
    readings: dict[int, Reading]  # by the number of the line
    evidence: dict[int, str]  # how a note can be known, by the number of its line

    def example(self, weight: float = 1.0) -> Example:
        """The text as the signs it shows."""
        sight = Sight(self.lines, self.title, self.tongue)
        text = [i for i in sight.visible if i not in sight.marks]
        scene, fixed = staged(sight, text, {})
        readings = [
            fixed[at] if at in fixed else self.readings.get(self.lines[i].number)
            for at, i in enumerate(text)
        ]
        for at in range(1, len(readings) if scene.headed else 0):  # nothing but notes on the title
            if readings[at] not in (R.NOTE, R.TITLE_NOTE, R.NOTE_GOES_ON):
                break
            readings[at] = R.TITLE_NOTE if readings[at] is R.NOTE else readings[at]
        return example_of(self.volume, scene, readings, fixed, weight)

    def without_notes(self) -> "KnownText":
        """The same text as if nobody had annotated it: its sentences whole, its notes gone."""
        marks = Sight(self.lines, self.title, self.tongue).marks
        out: list[SourceLine] = []
        whole: int | None = None  # where the sentence that a note cut began
        dropped = False
        for i, line in enumerate(self.lines):
            reading = self.readings.get(line.number)
            if i in marks:
                whole = None
            elif reading in (R.NOTE, R.NOTE_GOES_ON, R.TITLE_NOTE):
                dropped = True
                continue
            elif reading is R.GOES_ON and dropped and whole is not None:
                space = "" if line.text.startswith(CLINGS) else " "
                out[whole] = replace(out[whole], text=out[whole].text + space + line.text)
                continue
            elif not line.blank:
                whole, dropped = len(out), False
            out.append(line)
        kept = {line.number for line in out}
        return replace(
            self,
            lines=tuple(out),
            readings={n: r for n, r in self.readings.items() if n in kept},
            evidence={},
        )


def known_texts(folder: Path) -> Iterator[KnownText]:
    """Every text of the folder, in the order of names."""
    for path in sorted(folder.glob("**/*.gold.json")):
        source = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
        gold = json.loads(path.read_text("utf-8"))
        yield known_text(source, gold, read(source.read_bytes(), source.name))


def known_text(path: Path, gold: dict[str, Any], page: SavedPage) -> KnownText:
    """The truth laid over the lines of a page. Raises ValueError where it does not fit."""
    section = page.sections[0]
    tongue = language(detect("\n".join(line.text for line in section.lines))[0])
    title = page.details["Document Title"]
    sight = Sight(section.lines, title, tongue)
    words = [
        section.lines[i]
        for i in sight.visible
        if i not in sight.marks and squeezed(section.lines[i].text)
    ]
    if words and squeezed(words[0].text) == squeezed(gold["title"]):
        words = words[1:]
    truth = list(pieces(gold))
    if [squeezed(line.text) for line in words] != [text for _, text, _ in truth]:
        raise ValueError(f"{path}: the truth is not that of this page")
    return KnownText(
        path=path,
        volume=gold["meta"].get("volume", ""),
        title=title,
        tongue=tongue,
        lines=tuple(section.lines),
        readings={line.number: r for line, (r, _, _) in zip(words, truth, strict=True)},
        evidence={line.number: e for line, (_, _, e) in zip(words, truth, strict=True) if e},
    )


def pieces(gold: dict[str, Any]) -> Iterator[tuple[Reading, str, str]]:
    """What the page prints as lines, in order: reading, text, and how a note can be known."""
    events: dict[int, list[tuple[int, int, int]]] = {}
    for number, note in enumerate(gold["notes"]):
        events.setdefault(note["par"], []).append((note["offset"], note["seq"], number))
    for page in gold["pbs"]:
        if "note" not in page:
            events.setdefault(page["par"], []).append((page["offset"], page["seq"], -1))
    for _, _, number in sorted(events.get(-1, [])):
        if number >= 0:
            yield from pieces_of_note(gold, number)
    for at, paragraph in enumerate(gold["paragraphs"]):
        start, reading = 0, R.BEGINS
        cuts = [*sorted(events.get(at, [])), (len(paragraph["text"]), 0, -1)]
        for offset, _, number in cuts:
            if text := squeezed(paragraph["text"][start:offset]):
                yield reading, text, ""
                reading = R.GOES_ON
            start = offset
            if number >= 0:
                yield from pieces_of_note(gold, number)


def pieces_of_note(gold: dict[str, Any], number: int) -> Iterator[tuple[Reading, str, str]]:
    note = gold["notes"][number]
    reading = R.TITLE_NOTE if note["par"] < 0 else R.NOTE
    for at, text in enumerate(note["paras"]):
        pages = [p["offset"] for p in gold["pbs"]
                 if p.get("note") == number and p["par_in_note"] == at]  # fmt: skip
        cuts: Sequence[int] = sorted({0, len(text), *pages})
        for start, end in pairwise(cuts):
            if piece := squeezed(text[start:end]):
                evidence = note.get("evidence", "content") if reading is not R.NOTE_GOES_ON else ""
                yield reading, piece, evidence
                reading = R.NOTE_GOES_ON


def squeezed(text: str) -> str:
    return DROPPED.sub("", text)
