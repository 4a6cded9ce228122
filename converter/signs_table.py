"""The table of signs: why each of them is looked for, and what it weighs."""

import math
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from converter.evidence import ANCHORS, IS_NOTE, SIGNS, WITHOUT_NOTES
from converter.evidence.sequence import NUMBER, READINGS
from converter.evidence.sign import AnchorSign, Sign
from converter.evidence.weights import Row, Table, WeightTable
from converter.lines import Reading

SHOWN = 6  # values of a sign that are printed; some have a hundred
SPECIAL = 1.0  # by so much a note on the title must weigh more than any note to be named
HEADINGS = {
    "line": "Signs of a line and its neighbours",
    "text before": "Signs between a line and the running text before it",
}
LEGEND = (
    "What each value of a sign weighs: + speaks for a note, - for running text. The strongest"
    " values are shown, --format json has all. Words and pairs of words have weights too: {words}."
)
INDENT = 4  # columns that reasons and weights stand in from the left


def as_data(table: WeightTable) -> list[dict[str, Any]]:
    """Every sign with its reason, its examples and what each of its values weighs."""
    return [
        *(sign_data(sign, "line", table.signs) for sign in SIGNS),
        *(sign_data(sign, "text before", table.anchors) for sign in ANCHORS),
    ]


def sign_data(sign: Sign | AnchorSign, seen: str, weights: Table) -> dict[str, Any]:
    return {
        "name": sign.name,
        "of": seen,
        "because": sign.because,
        "values": [value_data(*item) for item in weights.get(sign.name, {}).items()],
        "yes": dict(sign.yes),
        "no": list(sign.no),
    }


def value_data(value: str, row: Row) -> dict[str, Any]:
    reading, weight = leaning(row)
    return {
        "value": value,
        "speaks for": reading.value,
        "weight": round(weight, 2),
        "weights": {each.value: row[NUMBER[each]] for each in READINGS},
    }


def leaning(row: Row) -> tuple[Reading, float]:
    """How much more the weights speak for a note than for running text, and for which note.

    Both readings as running text count, as if a line were as likely to begin as to go on.
    """
    text = [math.exp(row[NUMBER[reading]]) for reading in WITHOUT_NOTES]
    level = math.log(sum(text) / len(text))
    found = {reading: row[NUMBER[reading]] - level for reading in IS_NOTE}
    strongest = max(IS_NOTE, key=lambda reading: abs(found[reading]))
    special = abs(found[strongest]) > abs(found[Reading.NOTE]) + SPECIAL
    reading = strongest if special else Reading.NOTE
    return reading, found[reading]


def print_table(table: WeightTable) -> None:
    """The table on stdout: each sign, its reason and strongest values, folded to the terminal."""
    console = Console(highlight=False)
    print_folded(console, Text(LEGEND.format(words=len(table.words))))
    seen = ""
    for sign in as_data(table):
        if sign["of"] != seen:
            seen = sign["of"]
            print_folded(console, Text(f"\n{HEADINGS[seen]}", style="bold underline"))
        console.print()
        print_folded(console, Text(sign["name"], style="bold"))
        print_folded(console, Text(f"because {sign['because']}"), INDENT)
        print_folded(console, weighed(sign["values"]), INDENT)


def print_folded(console: Console, text: Text, indent: int = 0) -> None:
    for row in text.wrap(console, max(console.width - indent, 1)):
        row.rstrip()
        console.print(Text(" " * indent) + row)


def weighed(values: Sequence[dict[str, Any]]) -> Text:
    """The strongest values of a sign with their weights, in one row."""
    ordered = sorted(values, key=lambda each: -abs(each["weight"]))
    text = Text() if ordered else Text("weighs nothing yet")
    for number, each in enumerate(ordered[:SHOWN]):
        text.append("; " if number else "")
        text.append(f"{each['value']} ")
        weight = round(each["weight"], 1) + 0.0  # never minus nought
        text.append(f"{weight:+.1f}", style="green" if weight > 0 else "red" if weight else "")
        text.append("" if each["speaks for"] == Reading.NOTE else f" ({each['speaks for']})")
    more = len(ordered) - SHOWN
    return text.append(f"; {more} more") if more > 0 else text
