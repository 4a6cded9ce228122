"""Adapting: the weights taught by an edition's own pages and by what its editor decided.

What the page or the editor settled is known, and so are the lines that are certain with the weights
of the start; all other lines are left open (self-training; the weights are held to the start, which
hundreds of annotated documents taught).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from converter.evidence import IS_NOTE, Verdict
from converter.evidence.weights import WeightTable
from converter.learning.examples import Example, Key, example_of
from converter.learning.lessons import Lesson
from converter.lines import Reading
from converter.problems import Place, Problem, Refused

R = Reading
LIBRARIES = ("numpy", "scipy")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Method:
    """How strongly a table is adapted; docs/measures.md has the figures behind it.

    A note as probable as ``certain_note`` is taken as known, running text from ``certain_text``:
    notes are rarer, and with one bar for both the weights would learn to find fewer and fewer of
    them. What such lines teach counts ``of_certain`` times what an annotated document would, what
    an editor decided ``of_decided`` times. ``pull`` holds the weights to the start; words are
    learned that stand in so many ``documents``. Where there are decisions, a second of the
    ``rounds`` opens lines again that were certain until one like them was decided.
    """

    certain_note: float = 0.7
    certain_text: float = 0.98
    of_certain: float = 0.3
    of_decided: float = 4.0
    pull: float = 12.0
    pull_of_words: float = 2.0
    documents: int = 2
    rounds: int = 2
    steps: int = 30

    def certain(self, verdict: Verdict) -> bool:
        bar = self.certain_note if verdict.reading in IS_NOTE else self.certain_text
        return verdict.probability >= bar


METHOD = Method()


@dataclass(frozen=True, slots=True)
class Change:
    """A line that is read otherwise than before."""

    page: str
    line: int
    text: str
    before: Reading
    after: Reading

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.before}, now {self.after}: {self.text}"


def adapted(
    lessons: Sequence[Lesson],
    start: WeightTable,
    method: Method = METHOD,
    progress: Progress = lambda what, done, total: None,
) -> tuple[WeightTable, list[Change]]:
    """The table adapted to the lessons, and the lines that are read otherwise with it.

    The calibration stays that of the start, which was measured on pages never seen. Raises Refused
    where the libraries for learning are not installed.
    """
    refuse_without_libraries()
    from converter.learning.training import Pull, train

    if not lessons:
        return start, []
    keys: dict[Key, Key] = {}
    shown: list[Example] = []
    before: list[list[Verdict]] = []
    for number, lesson in enumerate(lessons, start=1):
        shown.append(sharing(unread(lesson), keys))
        before.append(lesson.judged(start))
        progress("reading lines", number, len(lessons))
    pull = Pull(method.pull, method.pull_of_words)
    verdicts, table = before, start
    rounds = method.rounds if any(lesson.decided for lesson in lessons) else 1
    for number in range(rounds):
        progress("learning", number, rounds)
        known = zip(shown, lessons, verdicts, strict=True)
        examples = [each for one in known for each in examples_of(*one, method)]
        table = train(examples, start, pull, method.steps, method.documents)
        verdicts = [lesson.judged(table) for lesson in lessons]
        progress("learning", number + 1, rounds)
    compared = zip(lessons, before, verdicts, strict=True)
    changes = [change for one in compared for change in changed(*one)]
    return replace(table, calibration=start.calibration), changes


def refuse_without_libraries() -> None:
    """Learning alone needs numpy and scipy: nobody else has to install them."""
    try:
        import numpy  # noqa: F401
        import scipy  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        facts = {"library": error.name}
        place = Place("converter learn")
        raise Refused(Problem("learning-not-installed", place, "", facts)) from None


def unread(lesson: Lesson) -> Example:
    """The signs of a section of which nothing is known yet."""
    return example_of(lesson.name, lesson.scene, [None] * len(lesson.numbers), lesson.fixed)


def examples_of(
    shown: Example, lesson: Lesson, verdicts: Sequence[Verdict], method: Method
) -> Iterator[Example]:
    """A section as it is known by now, and once more with nothing known but the decisions on it.

    Only there do they count as much as they should: among lines that are known, they say little.
    """
    readings = [verdict.reading if method.certain(verdict) else None for verdict in verdicts]
    taught = teachable(lesson, verdicts)
    for at in lesson.decided:
        readings[at] = taught.get(at)
    yield replace(shown, readings=tuple(readings), weight=method.of_certain)
    if taught:
        last = max((at for at, reading in taught.items() if reading is R.TITLE_NOTE), default=0)
        above = {at: verdicts[at].reading for at in range(1, last)}  # it hangs on the title by them
        alone = {**above, **lesson.fixed, **taught}
        decided = tuple(alone.get(at) for at in range(len(verdicts)))
        yield replace(shown, readings=decided, weight=method.of_decided)


def teachable(lesson: Lesson, verdicts: Sequence[Verdict]) -> dict[int, Reading]:
    """The decisions from which something can be learned, as the weights see them.

    A note straight under the title is one on the title, and nothing goes on there. A decision that
    says otherwise is followed all the same, but no weights would explain it.
    """
    notes = takewhile(lambda verdict: verdict.reading in IS_NOTE, verdicts[1:])
    under_title = range(1, 2 + sum(1 for _ in notes) if lesson.scene.headed else 1)
    taught = {}
    for at, reading in lesson.decided.items():
        if at in lesson.fixed:
            continue
        if at in under_title and reading is R.NOTE:
            taught[at] = R.TITLE_NOTE
        elif reading is not (R.GOES_ON if at in under_title else R.TITLE_NOTE):
            taught[at] = reading
    return taught


def sharing(example: Example, known: dict[Key, Key]) -> Example:
    """The same example with its keys in order, equal ones being one object.

    In order, because sums depend on it in their last digits; one object, because the keys of a big
    edition would fill gigabytes.
    """

    def ordered(row: Iterable[Key]) -> tuple[Key, ...]:
        return tuple(known.setdefault(key, key) for key in sorted(row))

    return replace(
        example,
        lines=tuple(map(ordered, example.lines)),
        anchors=tuple(tuple(map(ordered, rows)) for rows in example.anchors),
    )


def changed(
    lesson: Lesson, before: Sequence[Verdict], after: Sequence[Verdict]
) -> Iterator[Change]:
    """The lines of a section that are read otherwise than before."""
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old.reading is not new.reading:
            text = lesson.scene.views[at].text
            yield Change(lesson.name, lesson.numbers[at], text, old.reading, new.reading)
