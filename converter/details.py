"""The details of a page: labels with their values glued to them, below the texts."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from converter.restrictions import restricting

ABSENT = "N/A"
BULLET = "•"
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
# A label that the archive may add one day, its value glued to it: ``Physical FormPaper``.
UNKNOWN = re.compile(r"[A-Z][a-z]{3,}(?: [A-Z#][a-z]*){0,2}(?=[A-Z0-9])")
COPYRIGHT = re.compile(r"\s*(?:•\s*)?((?:Copyright|©)\s.*\d{4}.*)")
Places = Sequence[tuple[str, int]]  # labels, and the lines on which they stand
DATE_VALUE = re.compile(r"Date(?:\s*$|N/A|.*\d)")


def stated(value: str) -> str:
    """A value as the page gives it; nothing where it says that there is none."""
    return "" if value.strip() == ABSENT else value.strip()


def labelled(lines: Sequence[str], places: Places) -> Iterator[tuple[str, str]]:
    """Labels of the details, at their places, with their values, which are glued to them.

    Only a description has paragraphs and only tags stand below each other; any other value that
    the page breaks is one line again.
    """
    for (label, at), (_, stop) in pairwise([*places, ("", len(lines))]):
        if label in ("Annotations", "Bookmarks"):
            continue
        values = [lines[at][len(label) :].removeprefix(":"), *lines[at + 1 : stop]]
        if label == "Tags":
            values = [values[0], *takewhile(str.strip, values[1:])]
        elif label != "Description":
            values = [values[0], *takewhile(goes_on, values[1:])]
        joint = "\n" if label in ("Description", "Tags") else " "
        yield label, stated(joint.join(text.strip() for text in values if text.strip()))


def goes_on(text: str) -> bool:
    """A line goes on with the value above it: it is there, and no label is glued to it."""
    return bool(text.strip()) and not UNKNOWN.match(text)


def unknown_labels(lines: Sequence[str], places: Places) -> Iterator[tuple[int, str]]:
    """The lines of the details that begin with a label which is not known, and these labels.

    In a description nothing can be told from such a label, and nothing is lost.
    """
    for (label, at), (_, stop) in pairwise([*places, ("", len(lines))]):
        if label in ("Description", "Tags", "Annotations", "Bookmarks"):
            continue
        for i, text in enumerate(takewhile(str.strip, lines[at + 1 : stop]), start=at + 1):
            if found := UNKNOWN.match(text):
                yield i, found.group()


def label_places(lines: Sequence[str]) -> Places:
    """The labels and their lines, in the order in which labels always stand.

    Labels as far as the description stand at their first place after the one before, all others at
    their last place before the one after: a description may begin its lines with any of them.
    """
    last = LABELS.index("Description") + 1
    found: list[tuple[str, int]] = []
    start, stop = 0, len(lines)
    for label in LABELS[:last]:
        at = next((i for i in range(start, stop) if opens(lines[i], label)), None)
        if at is not None:
            found.append((label, at))
            start = at + 1
    below: list[tuple[str, int]] = []
    for label in reversed(LABELS[last:]):
        at = next((i for i in range(stop - 1, start - 1, -1) if opens(lines[i], label)), None)
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
    bare = text.lstrip()
    return bare[1:].strip() if bare.startswith(BULLET) else ""


def tags(value: str) -> tuple[str, ...]:
    """Tags: one a line or bullet, else parted by semicolons, else by commas."""
    lines = [bullet(line) or line for line in value.split("\n") if line]
    if len(lines) != 1:
        return tuple(lines)
    separator = ";" if ";" in value else ","
    return tuple(tag.strip() for tag in (bullet(value) or value).split(separator) if tag.strip())


def stated_rights(texts: Sequence[str], below: Sequence[str], places: Places) -> Iterator[str]:
    """The copyright line among the texts, then what else restricts in the lines below the details.

    ``below`` are the lines from the first detail on, at whose ``places`` the labels stand.
    """
    line = next((m.group(1) for text in texts if (m := COPYRIGHT.fullmatch(text))), "")
    if line:
        yield line
    after = places[-1][1] + 1 if places else 0
    for other in restricting(bullet(text) or text.strip() for text in below[after:]):
        if other != line:
            yield other.removesuffix(".")
