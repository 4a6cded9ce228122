"""The table of weights: how much each sign speaks for each reading, as a readable JSON file."""

import json
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from converter.evidence.sequence import READINGS, Weights
from converter.evidence.words import WordRows
from converter.problems import Place, Problem, Refused

SHIPPED = Path(__file__).resolve().parent.parent / "weights.json"
KEYS = (
    "about",
    "readings",
    "note from",
    "sure from",
    "begins from",
    "signs",
    "anchors",
    "words",
    "transitions",
    "calibration",
)
NEXT = ",\n"
NONE = (0.0,) * len(READINGS)

Row = tuple[float, ...]
Table = Mapping[str, Mapping[str, Row]]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Points between which a computed probability becomes the share that is truly right."""

    computed: tuple[float, ...] = ()
    right: tuple[float, ...] = ()

    def __call__(self, probability: float) -> float:
        if not self.computed:
            return probability
        at = bisect(self.computed, probability)
        if at == 0:
            return self.right[0]
        if at == len(self.computed):
            return self.right[-1]
        x1, x2 = self.computed[at - 1 : at + 1]
        y1, y2 = self.right[at - 1 : at + 1]
        return y1 + (y2 - y1) * (probability - x1) / (x2 - x1)


@dataclass(frozen=True, slots=True)
class WeightTable:
    """What was learned: weights of signs, anchor signs and words, and what makes them decisions.

    A line is a note where the probability reaches ``note_from``; in a document without any line
    that reaches ``sure_from``, only what reaches that is. Behind a note a paragraph begins where
    the probability reaches ``begins_from``; else the one that was interrupted goes on.
    """

    about: str
    signs: Table
    anchors: Table
    words: Mapping[str, Row]
    transitions: tuple[Row, ...]
    note_from: float = 0.5
    sure_from: float = 0.5
    begins_from: float = 0.5
    calibration: Mapping[str, Calibration] = field(default_factory=dict)
    word_rows: WordRows = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "word_rows", WordRows.of(self.words))

    def calibrated(self, probability: float, note: bool) -> float:
        """The share of decisions of this probability that are right, on pages never seen."""
        kind = "note" if note else "text"
        return self.calibration[kind](probability) if kind in self.calibration else probability


@cache
def shipped() -> WeightTable:
    """The weights that travel with the program."""
    return read_weights(SHIPPED)


def read_weights(path: Path) -> WeightTable:
    """The table in a file. Raises Refused where it cannot be read or is no such table."""
    try:
        return table_of(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise Refused(
            Problem("weights-unreadable", Place(str(path)), "", {"cause": error.strerror or ""})
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(
            Problem("weights-unreadable", Place(str(path)), "", {"cause": str(error)})
        ) from error


def table_of(data: Any) -> WeightTable:
    """The table as JSON gives it. Raises ValueError, KeyError or TypeError where it is none."""
    if not isinstance(data, dict) or set(data) - set(KEYS):
        raise ValueError("not a table of weights")
    if data["readings"] != [reading.value for reading in READINGS]:
        raise ValueError("its readings are not those of this version")
    return WeightTable(
        about=str(data["about"]),
        signs=rows_of(data["signs"]),
        anchors=rows_of(data["anchors"]),
        words={word: row_of(row) for word, row in data["words"].items()},
        transitions=tuple(row_of(data["transitions"][reading.value]) for reading in READINGS),
        note_from=float(data["note from"]),
        sure_from=float(data["sure from"]),
        begins_from=float(data["begins from"]),
        calibration={kind: calibration_of(data["calibration"][kind]) for kind in ("note", "text")},
    )


def rows_of(data: Mapping[str, Mapping[str, Sequence[float]]]) -> Table:
    return {
        name: {value: row_of(row) for value, row in values.items()} for name, values in data.items()
    }


def row_of(row: Sequence[float]) -> Row:
    if len(row) != len(READINGS):
        raise ValueError(f"a row has {len(row)} weights, not {len(READINGS)}")
    return tuple(map(float, row))


def calibration_of(points: Sequence[Sequence[float]]) -> Calibration:
    if any(before[0] >= after[0] for before, after in pairwise(points)):
        raise ValueError("the points of a calibration do not rise")
    return Calibration(
        tuple(float(point[0]) for point in points), tuple(float(point[1]) for point in points)
    )


def text_of(table: WeightTable) -> str:
    """The table as it is written to a file: a sign, a value or a word a line."""
    head = {
        "about": table.about,
        "readings": [reading.value for reading in READINGS],
        "note from": table.note_from,
        "sure from": table.sure_from,
        "begins from": table.begins_from,
    }
    blocks = {
        "signs": sign_lines(table.signs),
        "anchors": sign_lines(table.anchors),
        "words": [f"  {compact(word)}: {weights(row)}" for word, row in table.words.items()],
        "transitions": [
            f"  {compact(reading.value)}: {weights(row)}"
            for reading, row in zip(READINGS, table.transitions, strict=True)
        ],
        "calibration": [
            f"  {compact(kind)}: {compact(points(line))}"
            for kind, line in table.calibration.items()
        ],
    }
    parts = [f"{compact(key)}: {compact(value)}" for key, value in head.items()]
    parts += [
        f"{compact(name)}: {{" + "\n" + NEXT.join(lines) + "\n}" for name, lines in blocks.items()
    ]
    return "{\n" + NEXT.join(parts) + "\n}\n"


def sign_lines(table: Table) -> list[str]:
    out = []
    for name, values in table.items():
        rows = NEXT.join(f"    {compact(value)}: {weights(row)}" for value, row in values.items())
        out.append(f"  {compact(name)}: {{\n{rows}\n  }}")
    return out


def weights(row: Iterable[float]) -> str:
    return "[" + ", ".join(f"{value:.2f}" for value in row) + "]"


def points(line: Calibration) -> list[list[float]]:
    return [[round(x, 4), round(y, 4)] for x, y in zip(line.computed, line.right, strict=True)]


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


__all__ = ["Calibration", "Row", "Table", "WeightTable", "Weights", "read_weights", "shipped",
           "table_of", "text_of"]  # fmt: skip
