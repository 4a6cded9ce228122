"""The details of a page: labels with their values glued to them, below the texts."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from converter.decode import SourceLine

ABSENT = "N/A"
BULLET = re.compile(r"\s*•\s*(.*)")
LABELS = (
    "Document Title",
    "Author",
    "Recipient",
    "Repository",
    "ID #",
    "Description",
    "Date",
    "AOC Volume",
    "Tags",
    "Annotations",
    "Bookmarks",
)
DATE_VALUE = re.compile(r"Date(?:\s*$|N/A|.*\d)")


def stated(value: str) -> str:
    """A value as the page gives it; nothing where it says that there is none."""
    return "" if value.strip() == ABSENT else value.strip()


def labelled(lines: Sequence[SourceLine]) -> Iterator[tuple[str, str]]:
    """Labels of the details with their values, which are glued to them.

    Only a description has paragraphs and only tags stand below each other; any other value that
    the page breaks is one line again.
    """
    for (label, at), (_, stop) in pairwise([*label_places(lines), ("", len(lines))]):
        if label in ("Annotations", "Bookmarks"):
            continue
        values = [lines[at].text[len(label) :], *(line.text for line in lines[at + 1 : stop])]
        if label != "Description":
            values = [values[0], *takewhile(str.strip, values[1:])]
        joint = "\n" if label in ("Description", "Tags") else " "
        yield label, stated(joint.join(text.strip() for text in values if text.strip()))


def label_places(lines: Sequence[SourceLine]) -> list[tuple[str, int]]:
    """The labels and their lines, in the order in which labels always stand.

    Labels as far as the description stand at their first place after the one before, all others at
    their last place before the one after: a description may begin its lines with any of them.
    """
    last = LABELS.index("Description") + 1
    found: list[tuple[str, int]] = []
    start, stop = 0, len(lines)
    for label in LABELS[:last]:
        at = next((i for i in range(start, stop) if opens(lines[i].text, label)), None)
        if at is not None:
            found.append((label, at))
            start = at + 1
    below: list[tuple[str, int]] = []
    for label in reversed(LABELS[last:]):
        at = next((i for i in range(stop - 1, start - 1, -1) if opens(lines[i].text, label)), None)
        if at is not None:
            below.append((label, at))
            stop = at
    return found + below[::-1]


def opens(text: str, label: str) -> bool:
    if label == "Date":
        return DATE_VALUE.match(text) is not None
    if label in ("Annotations", "Bookmarks"):
        return text.strip() == label
    return text.startswith(label)


def bullet(text: str) -> str:
    found = BULLET.fullmatch(text)
    return found.group(1).strip() if found else ""


def tags(value: str) -> tuple[str, ...]:
    """Tags: one a line or bullet, else parted by semicolons, else by commas."""
    lines = [bullet(line) or line for line in value.split("\n") if line]
    if len(lines) != 1:
        return tuple(lines)
    separator = ";" if ";" in value else ","
    return tuple(tag.strip() for tag in (bullet(value) or value).split(separator) if tag.strip())
