"""The sequence: how probable each reading of each line is, all lines of a section together.

A state is a reading and how many lines of notes stand since the last line of running text, so that
a line can be weighed against the very text it would go on with. Forward and backward sums over all
sequences of states (a linear-chain conditional random field; Lafferty, McCallum and Pereira 2001).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import mul

from converter.lines import Reading

READINGS = tuple(Reading)
NUMBER = {reading: number for number, reading in enumerate(READINGS)}
TEXT = (Reading.BEGINS, Reading.GOES_ON)
MOST = 4  # lines of notes in a row that are told apart

Weights = Sequence[float]  # one for each reading
Factors = Mapping[int, Weights]
Ways = Mapping[int, Weights]  # of each likely state, how well each reading follows it
State = tuple[Reading, int]
STATES: tuple[State, ...] = (
    *((reading, 0) for reading in TEXT),
    *((Reading.NOTE, behind) for behind in range(1, MOST + 1)),
    *((Reading.NOTE_GOES_ON, behind) for behind in range(2, MOST + 1)),
    *((Reading.TITLE_NOTE, behind) for behind in range(1, MOST + 1)),
)


def next_states(before: State) -> list[tuple[int, int]]:
    """What may follow a state: the number of its state, and its reading."""
    reading, behind = before
    found = []
    for number, (after, since) in enumerate(STATES):
        wanted = 0 if after in TEXT else min(behind + 1, MOST)
        if since == wanted and not (after is Reading.NOTE_GOES_ON and reading in TEXT):
            found.append((number, NUMBER[after]))
    return found


BEHIND = tuple(behind for _, behind in STATES)
STEPS = tuple(tuple(next_states(state)) for state in STATES)
NEGLIGIBLE = 1e-5
TOP = [1.0] + [0.0] * (len(STATES) - 1)  # before the first line, as behind running text
EVEN = [1.0] * len(READINGS)
READING_OF = tuple(NUMBER[reading] for reading, _ in STATES)


def probabilities(
    count: int,
    scores: Callable[[int, int], Weights],
    transitions: Sequence[Weights],
    allowed: Mapping[int, Sequence[Reading]],
) -> list[list[float]]:
    """For each of ``count`` lines the probability of each reading.

    ``scores(line, behind)`` weighs each reading of a line that has so many lines of notes before
    it, ``transitions`` each reading after each; ``allowed`` limits the readings of some lines. What
    is next to impossible is not followed, so that scores are asked for only where they count.
    """
    turns = [[math.exp(weight) for weight in row] for row in transitions]
    ways: list[Ways] = []
    forward: list[list[float]] = []
    for line in range(count):
        before = forward[-1] if forward else TOP
        likely = [state for state, mass in enumerate(before) if mass > NEGLIGIBLE]
        reached = {BEHIND[state] for state in likely}
        rows = {behind: scores(line, behind) for behind in reached}
        factor = potentials(rows, allowed.get(line))
        row = [0.0] * len(STATES)
        on: dict[int, Weights] = {}
        for state in likely:
            mass, turn = before[state], turns[READING_OF[state]] if forward else EVEN
            on[state] = way = list(map(mul, turn, factor[BEHIND[state]]))
            for after, reading in STEPS[state]:
                row[after] += mass * way[reading]
        ways.append(on)
        forward.append(scaled(row))
    backward = [1.0] * len(STATES)
    found = []
    for line in range(count - 1, -1, -1):
        found.append(by_reading(scaled(list(map(mul, forward[line], backward)))))
        backward = led_to(backward, ways[line])
    return found[::-1]


def led_to(backward: Sequence[float], ways: Ways) -> list[float]:
    """How well each state of a line leads to all that follows."""
    row = [0.0] * len(STATES)
    for state, way in ways.items():
        mass = 0.0
        for after, reading in STEPS[state]:
            mass += way[reading] * backward[after]
        row[state] = mass
    return scaled(row)


def potentials(rows: Mapping[int, Weights], allowed: Sequence[Reading] | None) -> Factors:
    """Weights as factors, the greatest of a line one; readings that are not allowed are nought.

    Where weights forbid what alone is allowed, the latter holds: an editor's decision stands.
    """
    greatest = max(map(max, rows.values()))
    factors = {
        behind: [math.exp(weight - greatest) for weight in row] for behind, row in rows.items()
    }
    if allowed is None:
        return factors
    mask = mask_of(tuple(allowed))
    limited = {behind: list(map(mul, row, mask)) for behind, row in factors.items()}
    if any(map(any, limited.values())):
        return limited
    return dict.fromkeys(rows, mask)


@lru_cache(maxsize=64)
def mask_of(allowed: tuple[Reading, ...]) -> Weights:
    """One for each reading that is allowed, nought for the others."""
    return [float(reading in allowed) for reading in READINGS]


def scaled(row: list[float]) -> list[float]:
    total = sum(row)
    return [value / total for value in row] if total > 0.0 else [1.0 / len(row)] * len(row)


def by_reading(weights: Sequence[float]) -> list[float]:
    found = [0.0] * len(READINGS)
    for state, weight in enumerate(weights):
        found[READING_OF[state]] += weight
    return found
