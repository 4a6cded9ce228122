"""The screen of a review: a line in its context, what it may be, and the key for each answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from converter.lines import Line, LineKind
from converter.problems import visible
from converter.review import Question, Review
from converter.rows import wrapped

K = LineKind
BEFORE, AFTER = 3, 2  # visible lines shown around the one in question
ROWS = 5  # rows of the terminal that the line in question may fill
NARROW = 64  # columns; below it the kinds stand above the lines, not beside them
NAMES = {
    K.PARAGRAPH: "begins a paragraph",
    K.CONTINUATION: "goes on with the paragraph",
    K.NOTE: "note",
    K.NOTE_GOES_ON: "more of the note above, which it goes on with",
    K.NOTE_PARAGRAPH: "more of the note above, a paragraph of its own",
    K.TITLE_NOTE: "note on the title",
}
LETTERS = {"p": K.PARAGRAPH, "g": K.CONTINUATION, "n": K.NOTE, "t": K.TITLE_NOTE}

Key = Callable[[], str]  # waits for a key; an empty text where no more will come


@dataclass(frozen=True, slots=True)
class Answers:
    """The kinds that a line may be given, by their keys; the rarer ones in a list of their own."""

    keys: dict[str, LineKind]
    others: tuple[LineKind, ...]

    @classmethod
    def to(cls, question: Question) -> "Answers":
        possible = question.choices
        keys = {key: kind for key, kind in LETTERS.items() if kind in possible}
        if more := question.more_of_the_note:
            keys["m"] = more
        others = tuple(kind for kind in possible if kind not in keys.values())
        return cls(dict(sorted(keys.items(), key=lambda pair: "pgnmt".index(pair[0]))), others)


# ---------------------------------------------------------------- asking


def ask_all(review: Review, console: Console, key: Key) -> None:
    """Asks until nothing is open or the user stops."""
    while question := review.next():
        show(console, review, question)
        if not settle(review, question, console, key):
            return


def settle(review: Review, question: Question, console: Console, key: Key) -> bool:
    """One answer, taken up; False where the user stops."""
    answers = Answers.to(question)
    while pressed := key().lower():
        if pressed == "q":
            return False
        if pressed == "s":
            review.skip(question)
            console.print(Text("  left for later", "dim"))
            return True
        if pressed == "u" and (step := review.undo()):
            console.print(Text(f"  taken back: {place_of(step.question)}", "dim"))
            return True
        kind = answers.keys.get(pressed)
        if pressed in ("\r", "\n", " "):
            kind = question.line.kind
        elif pressed == "o":
            kind = another(answers.others, console, key)
        if kind is not None:
            review.answer(question, kind)
            console.print(Text(f"  {named(kind)}", "green"))
            return True
    return False


def another(kinds: Sequence[LineKind], console: Console, key: Key) -> LineKind | None:
    """A kind from the list of the rarer ones; any other key goes back."""
    for number, kind in enumerate(kinds, start=1):
        console.print(Text(f"    {number} {named(kind)}"))
    console.print(Text("    any other key: back", "dim"))
    pressed = key()
    numbers = {str(number): kind for number, kind in enumerate(kinds, start=1)}
    return numbers.get(pressed)


def named(kind: LineKind) -> str:
    return NAMES.get(kind, kind.value)


# ---------------------------------------------------------------- showing


def show(console: Console, review: Review, question: Question) -> None:
    """The question: its place, the line among its neighbours, the guess, the answers."""
    number, total = review.progress
    console.print()
    console.print(Text(f"{number} of {total} · {place_of(question)}", "bold"))
    console.print()
    for row in context(question, console.width):
        console.print(row, no_wrap=True, overflow="crop")
    console.print()
    console.print(guess(question))
    console.print()
    for row in keys(question, Answers.to(question)):
        console.print(row)


def place_of(question: Question) -> str:
    return visible(f"{question.page.name}:{question.line.number}")


def context(question: Question, columns: int) -> Iterator[Text]:
    """The line with those around it, each with its kind and number in the margin."""
    lines = question.section.claimed.lines
    shown = lines[max(0, question.at - BEFORE) : question.at + AFTER + 1]
    margin = max(len(line.kind.value) for line in shown)
    digits = len(str(shown[-1].number))
    for line in shown:
        here = line is question.line
        style = "bold" if here else ""
        head = Text(f"{'>' if here else ' '} {line.kind.value:{margin}} {line.number:{digits}}  ")
        head.stylize(style or "dim")
        room = columns - cell_len(head.plain)
        if columns < NARROW:
            yield head
            head, room = Text("    "), columns - 4
        rows = wrapped(readable(line), room, ROWS if here else 1)
        yield head + Text(rows[0], style)
        yield from (Text(" " * cell_len(head.plain) + row, style) for row in rows[1:])


def readable(line: Line) -> str:
    """The text of a line, safe for a terminal, its white space folded."""
    return visible(" ".join(line.text.split()))


def guess(question: Question) -> Text:
    """What the converter would do, how surely, why."""
    line = question.line
    otherwise = f", else {line.otherwise.value}" if line.otherwise else ""
    text = Text.assemble(
        "guessed: ", (line.kind.value, "bold"), f" ({line.confidence:.0%} sure){otherwise}"
    )
    return text.append(f"\nbecause {question.because} [{line.rule}]" if question.because else "")


def keys(question: Question, answers: Answers) -> Iterator[Text]:
    """The keys, a kind a row, and those for everything else in a last one."""
    yield Text.assemble(("  Enter  ", "bold"), f"as guessed: {question.line.kind.value}")
    for key, kind in answers.keys.items():
        yield Text.assemble((f"  {key}      ", "bold"), named(kind))
    if answers.others:
        yield Text.assemble(("  o      ", "bold"), "another kind …")
    yield Text("  s skip   u undo the last   q stop", "dim")
