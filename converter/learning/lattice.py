"""The lattice: expected readings of many sections at once, the sums of ``sequence`` in arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from converter.evidence.sequence import (
    MOST,
    NUMBER,
    READING_OF,
    READINGS,
    STATES,
    STEPS,
    TEXT,
)
from converter.learning.examples import Example, Key
from converter.lines import Reading

Array = np.ndarray[Any, np.dtype[Any]]
SPAN, WIDTH, SIZE = MOST + 1, len(READINGS), len(STATES)
NEVER = -1e9
GOES_ON, NOTE = NUMBER[Reading.GOES_ON], NUMBER[Reading.NOTE]
TITLE = NUMBER[Reading.TITLE_NOTE]
STEP = np.array([(b, a, STATES[b][1], r) for b, steps in enumerate(STEPS) for a, r in steps])
OPEN = np.full((SIZE, SIZE), False)
OPEN[STEP[:, 0], STEP[:, 1]] = True
BEHIND = np.array([behind for _, behind in STATES])
OF = np.array(READING_OF)
# From pairs of states to what is counted: (lines behind, reading), (reading, reading after it).
TO_LINE = np.zeros((SIZE * SIZE, SPAN * WIDTH))
TO_TURN = np.zeros((SIZE * SIZE, WIDTH * WIDTH))
TO_LINE[STEP[:, 0] * SIZE + STEP[:, 1], STEP[:, 2] * WIDTH + STEP[:, 3]] = 1
TO_TURN[STEP[:, 0] * SIZE + STEP[:, 1], OF[STEP[:, 0]] * WIDTH + STEP[:, 3]] = 1
FIRST = np.zeros((SIZE, WIDTH))
FIRST[np.arange(SIZE), OF] = 1


class Lattice:
    """All lines of all examples in arrays, the longest example first."""

    def __init__(
        self, examples: Sequence[Example], lines: dict[Key, int], anchors: dict[Key, int]
    ) -> None:
        self.examples = sorted(examples, key=lambda example: -len(example.lines))
        self.sizes = [len(example.lines) for example in self.examples]
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)]).astype(int)
        self.shown = matrix([row for e in self.examples for row in e.lines], lines)
        self.related = matrix([row for e in self.examples for r in e.anchors for row in r], anchors)
        self.active = [sum(size > t for size in self.sizes) for t in range(max(self.sizes))]
        self.mass = np.array([example.weight for example in self.examples])
        self.per_line = np.repeat(self.mass, self.sizes)
        self.never = np.zeros((int(self.starts[-1]), SPAN, WIDTH))
        self.never[:, :, TITLE] = NEVER
        for start, example in zip(self.starts, self.examples, strict=False):
            for i in range(1, min(len(example.lines), SPAN + 1) if example.headed else 0):
                self.never[start + i, i - 1, TITLE] = 0.0
                self.never[start + i, i - 1, [NOTE, GOES_ON]] = NEVER

    def limited(self, known: bool) -> Array:
        """The readings that are out of question: by the page alone, or by all that is known."""
        out = self.never.copy()
        rows = (
            (int(start) + i, reading)
            for start, example in zip(self.starts, self.examples, strict=False)
            for i, reading in enumerate(example.readings)
            if reading is not None and (known or example.fixed[i])
        )
        for row, reading in rows:
            keep = out[row, :, NUMBER[reading]].copy()
            out[row] = NEVER
            out[row, :, NUMBER[reading]] = keep if reading is not Reading.TITLE_NOTE else 0.0
        return out

    def counted(self) -> tuple[Array, Array] | None:
        """How often each reading and turn is there, where the readings of all lines are known."""
        lines = np.zeros((int(self.starts[-1]), SPAN, WIDTH))
        turned = np.zeros((WIDTH, WIDTH))
        for start, example in zip(self.starts, self.examples, strict=False):
            behind, before = 0, None
            for i, reading in enumerate(example.readings):
                if reading is None:
                    return None
                lines[start + i, behind, NUMBER[reading]] = example.weight
                if before is not None:
                    turned[NUMBER[before], NUMBER[reading]] += example.weight
                behind = 0 if reading in TEXT else min(behind + 1, MOST)
                before = reading
        return lines, turned

    def expected(self, scores: Array, turns: Array) -> tuple[float, Array, Array]:
        """The logarithm of all sequences' mass, and how often each reading and turn is expected."""
        base = np.where(OPEN, turns[np.ix_(OF, OF)], NEVER)
        count = len(self.examples)
        forward = np.zeros((len(self.active), count, SIZE))
        steps: list[Array] = []
        for t, live in enumerate(self.active):
            at = scores[self.starts[:live] + t]
            if t == 0:
                forward[0, :live] = np.where(OPEN[0], at[:, 0][:, OF], NEVER)
                steps.append(np.zeros(0))
                continue
            step = at[:, BEHIND][:, :, OF] + base
            steps.append(step)
            forward[t, :live] = summed(forward[t - 1, :live][:, :, None] + step, 1)
        ends = forward[np.array(self.sizes) - 1, np.arange(count)]
        total = summed(ends[:, :, None], 1)[:, 0]
        lines = np.zeros((len(scores), SPAN * WIDTH))
        turned = np.zeros(WIDTH * WIDTH)
        backward = np.zeros((count, SIZE))
        for t in range(len(self.active) - 1, -1, -1):
            live = self.active[t]
            rows = self.starts[:live] + t
            if t == 0:
                mass = np.exp(forward[0, :live] + backward[:live] - total[:live, None])
                lines[rows, :WIDTH] += mass @ FIRST * self.mass[:live, None]
                continue
            on = steps[t] + backward[:live][:, None, :]
            mass = np.exp(forward[t - 1, :live][:, :, None] + on - total[:live, None, None])
            pairs = mass.reshape(live, SIZE * SIZE) * self.mass[:live, None]
            lines[rows] += pairs @ TO_LINE
            turned += pairs.sum(0) @ TO_TURN
            backward[:live] = summed(on, 2)
        value = float((total * self.mass).sum())
        return value, lines.reshape(-1, SPAN, WIDTH), turned.reshape(WIDTH, WIDTH)


def summed(logs: Array, axis: int) -> Array:
    greatest = logs.max(axis)
    spread = np.exp(logs - np.expand_dims(greatest, axis)).sum(axis)
    return np.asarray(greatest + np.log(spread))


def matrix(rows: Sequence[Sequence[Key]], numbers: dict[Key, int]) -> csr_matrix:
    """Which row shows which sign."""
    ends, found = [0], []
    for row in rows:
        found += [numbers[key] for key in row if key in numbers]
        ends.append(len(found))
    return csr_matrix((np.ones(len(found)), found, ends), shape=(len(rows), len(numbers)))
