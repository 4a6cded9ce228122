"""Evidence: signs weighed together tell notes from running text, and where paragraphs begin."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from converter.evidence.anchor import ANCHOR
from converter.evidence.on_title import under_title
from converter.evidence.sequence import NUMBER, READINGS, Weights, probabilities
from converter.evidence.shape import SHAPE
from converter.evidence.sign import AnchorSign, Scene, Sign, Where
from converter.evidence.traits import Traits, dates, traits
from converter.evidence.weights import NONE, WeightTable
from converter.evidence.wording import WORDING
from converter.languages import Language
from converter.lines import Reading, View

R = Reading
Weighed = Sequence[tuple[Callable[[Scene, int, int], str], Mapping[str, Weights]]]
SIGNS: tuple[Sign, ...] = (*WORDING, *SHAPE)
ASKED = tuple(sign.says for sign in SIGNS)
ANCHORS: tuple[AnchorSign, ...] = ANCHOR
IS_NOTE = (R.NOTE, R.NOTE_GOES_ON, R.TITLE_NOTE)
COLUMNS = range(len(READINGS))
NOTE_COLUMNS = tuple(NUMBER[reading] for reading in IS_NOTE)
ON_TITLE, OFF_TITLE = (R.TITLE_NOTE,), (R.NOTE, R.GOES_ON)  # straight under the title or not
WITHOUT_NOTES = (R.BEGINS, R.GOES_ON)
REASONS = 3  # of a decision, told to the user
NEVER = -1e9
LIKELY, SEVERAL = 0.7, 2  # lines so probable, and how many of them, show that a document has notes
GOES_ON_FROM = 0.6  # few notes have a second paragraph
MORE = NUMBER[R.NOTE_GOES_ON]
WORDED = 0.95  # enough for a line whose words alone are those of notes
NO_TEXT = ("notes between", "no text")  # what is shown at the top of a section
NOWHERE: Mapping[str, Weights] = {}
CERTAIN = 0.98  # a decision so sure needs no reasons told


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a line is read, how surely, as what else, and the strongest signs for it."""

    reading: Reading
    probability: float
    otherwise: Reading
    signs: tuple[str, ...] = ()


def scene_of(views: Sequence[View], headed: bool, tongue: Language) -> Scene:
    """The scene of a section from the views of its lines of text, in order."""
    lines = [traits(view.text, tongue) for view in views]
    cuts = sum(
        before.unfinished and before.long and line.closed
        and line.begins != "small letter" and after.begins == "small letter"
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
    )  # fmt: skip
    citing = sum(line.citation >= 3 or line.opens_note for line in lines)
    follows = ["runs on" if line.form == "runs on" else "begins" for line in lines[1:]]
    return Scene(tongue, lines, views, headed, cuts, citing, (*follows, "nothing"))


def shown_signs(scene: Scene, i: int) -> list[tuple[str, str]]:
    """The signs a line shows by itself, with their values."""
    return named(values_shown(scene, i))


def values_shown(scene: Scene, i: int) -> list[str]:
    """What each sign says of a line by itself."""
    return [says(scene, i) for says in ASKED]


def named(values: Sequence[str]) -> list[tuple[str, str]]:
    """The values of the signs that are there, with the names of these."""
    return [(sign.name, value) for sign, value in zip(SIGNS, values, strict=True) if value]


def shown_anchors(scene: Scene, i: int, body: int) -> list[tuple[str, str]]:
    """The signs between a line and the text before it; ``body`` −1 is the top of the section."""
    if body < 0:
        return [NO_TEXT]
    return [(sign.name, value) for sign in ANCHORS if (value := sign.says(scene, i, body))]


def judge(scene: Scene, fixed: Mapping[int, Reading], table: WeightTable) -> list[Verdict]:
    """How each line of the scene is read; ``fixed`` are the readings that are known."""
    count = len(scene.lines)
    own = [table.signs.get(sign.name, NOWHERE) for sign in SIGNS]
    shown = [values_shown(scene, i) for i in range(count)]
    anywhere, under_title, behind_note = (weighed(where, table) for where in Where)
    bases = [
        added(rows_of(values, own) + table.word_rows.rows(line))
        for values, line in zip(shown, scene.lines, strict=True)
    ]
    name, value = NO_TEXT
    no_text = [table.anchors.get(name, NOWHERE).get(value, NONE)]

    @cache
    def scores(line: int, behind: int) -> Weights:
        body = max(line - 1 - behind, -1)
        titled = scene.headed and body == 0
        rows = no_text
        if body >= 0:
            rows = anchor_rows(scene, line, body, anywhere)
            rows += anchor_rows(scene, line, body, under_title) if titled else []
            rows += anchor_rows(scene, line, body, behind_note) if behind else []
        out = added([bases[line], *rows])
        for reading in OFF_TITLE if titled else ON_TITLE:
            out[NUMBER[reading]] = NEVER
        return out

    allowed = {i: (reading,) for i, reading in fixed.items()}
    found = probabilities(count, scores, table.transitions, allowed)
    settled = decided(scene, found, fixed, table)
    again = probabilities(count, scores, table.transitions, settled)
    return verdicts(scene, shown, found, again, fixed, table)


def decided(
    scene: Scene,
    found: Sequence[Sequence[float]],
    fixed: Mapping[int, Reading],
    table: WeightTable,
) -> dict[int, Sequence[Reading]]:
    """The lines that are notes, and the rest, so that paragraphs are judged with them known."""
    noted = list(map(of_a_note, found))
    bars = [
        WORDED if speaks_as_note(line) or surely_under_title(scene, i) else table.sure_from
        for i, line in enumerate(scene.lines)
    ]
    if annotated(noted, bars):
        bars = [table.note_from] * len(noted)
    begun = [probability - row[MORE] for probability, row in zip(noted, found, strict=True)]
    notes = [
        begins >= bar or total >= max(bar, GOES_ON_FROM)
        for begins, total, bar in zip(begun, noted, bars, strict=True)
    ]
    return {
        i: (fixed[i],) if i in fixed else IS_NOTE if note else WITHOUT_NOTES
        for i, note in enumerate(notes)
    }


def of_a_note(row: Sequence[float]) -> float:
    """How probable it is that a line belongs to a note."""
    return sum(map(row.__getitem__, NOTE_COLUMNS))


def annotated(noted: Sequence[float], bars: Sequence[float]) -> bool:
    """One line is surely a note, or several are likely to be: the document has notes."""
    surely = any(probability >= bar for probability, bar in zip(noted, bars, strict=True))
    return surely or sum(probability >= LIKELY for probability in noted) >= SEVERAL


def speaks_as_note(line: Traits) -> bool:
    """By its words alone: it cites, describes a person, or opens as notes do."""
    return line.opens_note or line.life >= 2 or (line.citation >= 4 and not dates(line))


def surely_under_title(scene: Scene, i: int) -> bool:
    return i > 0 and under_title(scene, i, 0) in ("source", "cites")


def rows_of(values: Sequence[str], own: Sequence[Mapping[str, Weights]]) -> list[Weights]:
    """The weights of what the signs say; of each sign the weights are those of its values."""
    return [rows[value] for value, rows in zip(values, own, strict=True) if value and value in rows]


def weighed(where: Where, table: WeightTable) -> Weighed:
    """The anchor signs that can be here, with the weights of their values."""
    signs = (sign for sign in ANCHORS if sign.where is where and sign.name in table.anchors)
    return [(sign.says, table.anchors[sign.name]) for sign in signs]


def anchor_rows(scene: Scene, i: int, body: int, signs: Weighed) -> list[Weights]:
    """The weights of what these signs show between a line and the text before it."""
    return [
        rows[value] for says, rows in signs if (value := says(scene, i, body)) and value in rows
    ]


def added(rows: Sequence[Weights]) -> list[float]:
    return list(map(sum, zip(*rows, strict=True))) if rows else list(NONE)


def verdicts(
    scene: Scene,
    shown: Sequence[Sequence[str]],
    found: Sequence[Sequence[float]],
    again: Sequence[Sequence[float]],
    fixed: Mapping[int, Reading],
    table: WeightTable,
) -> list[Verdict]:
    """What was decided, how probable it was before, and why."""
    out: list[Verdict] = []
    body = -1  # the last line of running text
    for i, (row, settled) in enumerate(zip(found, again, strict=True)):
        reading = fixed.get(i) or READINGS[settled.index(max(settled))]
        if reading is R.BEGINS and i not in fixed and out and out[-1].reading in IS_NOTE:
            begins, goes_on = settled[NUMBER[R.BEGINS]], settled[NUMBER[R.GOES_ON]]
            reading = R.GOES_ON if goes_on and begins < table.begins_from else R.BEGINS
        noted = of_a_note(row)
        note = reading in IS_NOTE
        at = NUMBER[reading]
        otherwise = READINGS[max((n for n in COLUMNS if n != at), key=row.__getitem__)]
        if i in fixed:
            out.append(Verdict(reading, 1.0, otherwise))
        else:
            among = settled[at]
            probability = table.calibrated((noted if note else 1 - noted) * among, note)
            reasons: tuple[str, ...] = ()
            if probability < CERTAIN:
                signs = [*named(shown[i]), *shown_anchors(scene, i, body)]
                reasons = strongest(signs, reading, otherwise, table)
            out.append(Verdict(reading, probability, otherwise, reasons))
        if not note:
            body = i
    return out


def strongest(
    shown: Sequence[tuple[str, str]], reading: Reading, otherwise: Reading, table: WeightTable
) -> tuple[str, ...]:
    """The signs that speak most for a reading and against the next best, in words."""
    a, b = NUMBER[reading], NUMBER[otherwise]
    weighed = []
    for name, value in shown:
        row = table.signs.get(name, table.anchors.get(name, {})).get(value, NONE)
        weighed.append((row[a] - row[b], f"{name}: {value}" if value != "yes" else name))
    best = sorted((pair for pair in weighed if pair[0] > 0), key=lambda pair: -pair[0])
    return tuple(name for _, name in best[:REASONS])
