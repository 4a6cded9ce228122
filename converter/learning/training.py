"""Training: the weights under which what is known of the examples is most probable."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from converter.evidence import ANCHORS, SIGNS
from converter.evidence.sequence import NUMBER, READINGS
from converter.evidence.sign import AnchorSign, Sign
from converter.evidence.weights import NONE, Row, Table, WeightTable
from converter.evidence.wording import WORDING
from converter.learning.examples import ANCHOR, SIGN, WORD, Example, Key
from converter.learning.lattice import SPAN, WIDTH, Array, Lattice
from converter.lines import Reading

R = Reading
OF_WORDING = frozenset(sign.name for sign in WORDING)
SEEN = 3  # times that a value or word must be seen to be learned
PLACES = 2  # sources that a word must be seen in: one edition's names teach nothing
PULL, PULL_OF_WORDS = 1.0, 4.0  # towards the expected weight, which keeps rare signs small
ROUNDS = 100
LEAST = 0.1  # a word that weighs less than this for every reading is not worth its line


@dataclass(frozen=True, slots=True)
class Pull:
    """How strongly weights are held where they were expected: of signs, and of words."""

    signs: float = PULL
    words: float = PULL_OF_WORDS


def train(
    examples: Sequence[Example],
    start: WeightTable,
    pull: Pull | None = None,
    rounds: int = ROUNDS,
    sources: int = PLACES,
    least: float = LEAST,
) -> WeightTable:
    """The table learned from examples, held towards ``start`` (maximum a posteriori).

    Lines whose reading is None are summed over, so that what surrounds them still teaches.
    """  # fmt: skip
    pull = pull or Pull()
    lines, anchors = numbered(examples, start, sources)
    lattice = Lattice(examples, lines, anchors)
    centre = np.concatenate(
        [centred(lines, start), centred(anchors, start), np.array(start.transitions)]
    )
    tied = np.array([n for key, n in lines.items() if key[0] == WORD or key[1] in OF_WORDING])
    centre = apart(centre, tied)
    strength = np.full(centre.shape, pull.signs)
    for key, number in lines.items():
        if key[0] == WORD:
            strength[number] = pull.words
    free, known = lattice.limited(known=False), lattice.limited(known=True)
    counts = lattice.counted()
    shown, related = lattice.shown.T.tocsr(), lattice.related.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        table = flat.reshape(centre.shape)
        scores, turns = scored(lattice, together(table, tied), len(lines))
        all_mass, expected, turned = lattice.expected(scores + free, turns)
        if counts is not None:
            right, right_turns = counts
            right_mass = float((right * scores).sum() + (right_turns * turns).sum())
        else:
            right_mass, right, right_turns = lattice.expected(scores + known, turns)
        surplus = expected - right
        gradient = np.concatenate(
            [shown @ surplus.sum(1), related @ surplus.reshape(-1, WIDTH), turned - right_turns]
        )
        gradient[tied, NUMBER[R.NOTE]] += gradient[tied, NUMBER[R.TITLE_NOTE]]
        away = table - centre
        value = all_mass - right_mass + 0.5 * float((strength * away * away).sum())
        return value, (gradient + strength * away).ravel()

    found = minimize(
        loss, centre.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8}
    )
    return table_of(together(found.x.reshape(centre.shape), tied), lines, anchors, start, least)


def together(table: Array, tied: Array) -> Array:
    """The weights as they count: what words say for a note, they say for one on the title."""
    out = table.copy()
    out[tied, NUMBER[R.TITLE_NOTE]] += table[tied, NUMBER[R.NOTE]]
    return out


def apart(table: Array, tied: Array) -> Array:
    """The weights as they are learned: for a note on the title, what differs from other notes."""
    out = table.copy()
    out[tied, NUMBER[R.TITLE_NOTE]] -= table[tied, NUMBER[R.NOTE]]
    return out


def scored(lattice: Lattice, table: Array, lines: int) -> tuple[Array, Array]:
    """What each line weighs for each reading, by the lines of notes before it; and the turns."""
    anchors = len(table) - lines - WIDTH
    base = lattice.shown @ table[:lines]
    near = (lattice.related @ table[lines : lines + anchors]).reshape(-1, SPAN, WIDTH)
    return base[:, None, :] + near, table[lines + anchors :]


def numbered(
    examples: Iterable[Example], start: WeightTable, sources: int
) -> tuple[dict[Key, int], dict[Key, int]]:
    """The values and words that are worth learning, each with its row."""
    seen: Counter[Key] = Counter()
    places: defaultdict[Key, set[str]] = defaultdict(set)
    for example in examples:
        for row in example.lines:
            seen.update(row)
            for key in row:
                places[key].add(example.source)
        for rows in example.anchors:
            seen.update(key for row in rows for key in row)
    keep = sorted(
        key for key, times in seen.items()
        if times >= SEEN
        and (key[0] != WORD or len(places[key]) >= sources or key[1] in start.words)
    )  # fmt: skip
    lines = [key for key in keep if key[0] != ANCHOR]
    anchors = [key for key in keep if key[0] == ANCHOR]
    return ({key: n for n, key in enumerate(lines)}, {key: n for n, key in enumerate(anchors)})


def centred(keys: Mapping[Key, int], start: WeightTable) -> Array:
    """Where each weight is expected to be: as in the table, else as its sign's row says."""
    return np.array([weight_in(start, key) for key in keys]).reshape(-1, WIDTH)


def weight_in(table: WeightTable, key: Key) -> Row:
    kind, name, value = key
    if kind == WORD:
        return table.words.get(name, NONE)
    rows = (table.signs if kind == SIGN else table.anchors).get(name, {})
    return rows.get(value, NONE)


def expectations() -> WeightTable:
    """The table before anything is learned: what the rows of the signs expect."""
    return WeightTable("", expected_table(SIGNS), expected_table(ANCHORS), {}, (NONE,) * WIDTH)


def expected_table(signs: Iterable[Sign | AnchorSign]) -> Table:
    return {s.name: dict(expected_rows(s.name, s.expected)) for s in signs if s.expected}


def table_of(
    learned: Array,
    lines: Mapping[Key, int],
    anchors: Mapping[Key, int],
    start: WeightTable,
    least: float,
) -> WeightTable:
    """The learned array as a table; what was not seen keeps the weights of ``start``."""
    rows = [tuple(round(float(w), 2) + 0.0 for w in row) for row in learned]
    signs = {name: dict(values) for name, values in start.signs.items()}
    near = {name: dict(values) for name, values in start.anchors.items()}
    words = dict(start.words)
    for (kind, name, value), number in lines.items():
        if kind == SIGN:
            signs.setdefault(name, {})[value] = rows[number]
        elif max(map(abs, rows[number])) >= least or name in start.words:
            words[name] = rows[number]
    for (_, name, value), number in anchors.items():
        near.setdefault(name, {})[value] = rows[len(lines) + number]
    names = [sign.name for sign in SIGNS] + [sign.name for sign in ANCHORS]
    order = {name: number for number, name in enumerate(names)}
    return replace(
        start,
        signs={name: signs[name] for name in sorted(signs, key=lambda n: order.get(n, 0))},
        anchors={name: near[name] for name in sorted(near, key=lambda n: order.get(n, 0))},
        words=dict(sorted(words.items())),
        transitions=tuple(rows[-WIDTH:]),
    )


def expected_rows(
    name: str, expected: Mapping[str, Mapping[Reading, float]]
) -> Iterable[tuple[str, Row]]:
    for value, weights in expected.items():
        row = [0.0] * len(READINGS)
        for reading, weight in weights.items():
            row[NUMBER[reading]] = weight
        if name in OF_WORDING and R.TITLE_NOTE not in weights:
            row[NUMBER[R.TITLE_NOTE]] = row[NUMBER[R.NOTE]]
        yield value, tuple(row)
