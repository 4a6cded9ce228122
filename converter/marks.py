"""Marks: page marks in their running order, and the brackets around editor's commentary."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from converter.decode import SourceLine

PAGE_MARK = re.compile(r"\s*Page\s+(\d{1,5}[a-z]?|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})\s*")
LAYOUT = " \t"  # a no-break space behind a bracket is text: the bracket does not end the line
BRACKET = re.compile(r"[\[\]]")
NEXT_PAGE = 20  # pages a running text may skip (plates, a missing leaf); endnotes lie far beyond
# A line in brackets is a remark on the text where it is shorter: of 48 bracketed lines in editions
# the longest such remark has 145 characters.
REMARK_LENGTH = 160


@dataclass(frozen=True, slots=True)
class PageMark:
    number: str
    in_order: bool  # False: far ahead of the running order, as before an endnote

    def __str__(self) -> str:
        return f"Page {self.number}"


def page_marks(
    lines: Sequence[SourceLine], is_page_of_a_note: Callable[[int], bool] = lambda i: False
) -> dict[int, PageMark]:
    """The page marks of a section by the index of their line: alone between blank lines.

    Page numbers that lie near each other belong together. A group whose marks stand before notes
    (``is_page_of_a_note``, three in four of them) is of the endnotes; of the other groups the
    running text is the lowest, unless it is so small beside another that it may be a misprint,
    and what lies beyond the running text is of the endnotes too.
    """
    found = {i: number for i, line in enumerate(lines) if (number := mark_of(lines, i))}
    groups = near_each_other({i: int(n) for i, n in found.items() if n.isdigit()})
    running = [group for group in groups if not three_in_four(map(is_page_of_a_note, group), group)]
    most = max(map(len, running), default=0)
    text = next((group for group in running if 2 * len(group) >= most), [])
    last = max((int(found[i]) for i in text), default=0)
    return {
        i: PageMark(number, in_order=not number.isdigit() or int(number) <= last)
        for i, number in found.items()
    }


def three_in_four(found: Iterable[bool], group: Sequence[int]) -> bool:
    """What is looked for is found at three in four of a group; no more are looked at than needed.

    >>> three_in_four(iter((True, False, True, True)), (0, 1, 2, 3))
    True
    """
    may_fail = len(group) // 4
    failed = (here for here in found if not here)
    return sum(1 for _ in islice(failed, may_fail + 1)) <= may_fail


def near_each_other(numbers: Mapping[int, int]) -> list[list[int]]:
    """The marks in groups of near page numbers, the lowest group first.

    >>> near_each_other({0: 48, 1: 370, 2: 49, 3: 371})
    [[0, 2], [1, 3]]
    """
    groups: list[list[int]] = []
    before = 0
    for i, number in sorted(numbers.items(), key=lambda item: item[1]):
        if groups and number - before <= NEXT_PAGE:
            groups[-1].append(i)
        else:
            groups.append([i])
        before = number
    return groups


def mark_of(lines: Sequence[SourceLine], i: int) -> str:
    """The number of the page mark that this line is; empty where it is none."""
    found = PAGE_MARK.fullmatch(lines[i].text)
    return found.group(1) if found and alone(lines, i) else ""


def alone(lines: Sequence[SourceLine], i: int) -> bool:
    return (i == 0 or lines[i - 1].blank) and (i + 1 == len(lines) or lines[i + 1].blank)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Editor's commentary: the lines of its opening and its closing bracket."""

    first: int
    last: int


def commentaries(lines: Sequence[SourceLine]) -> tuple[list[Bracketed], list[int]]:
    """Spans of commentary, and the lines whose opening bracket is never closed (they stay text).

    A commentary begins with the first character of a line and ends with the last of the same or
    a later line; what ends before is an insertion.
    """
    spans: list[Bracketed] = []
    unclosed: list[int] = []
    closed = closings(lines)
    inside = -1
    for i, line in enumerate(lines):
        if i <= inside or not line.text.startswith("["):
            continue
        end, ends_line = closed.get(i, (-1, False))
        if end < 0 or (end > i and not (ends_line and says_something(lines[i : end + 1]))):
            unclosed.append(i)
        elif end > i or (ends_line and len(line.text) >= REMARK_LENGTH):
            spans.append(Bracketed(i, end))
            inside = end
    return spans, unclosed


def says_something(lines: Iterable[SourceLine]) -> bool:
    return any(line.text.strip(" \t[]") for line in lines)


def closings(lines: Sequence[SourceLine]) -> dict[int, tuple[int, bool]]:
    """For each line that opens with a bracket: the line on which that closes, and if it ends it.

    Lines whose bracket never closes are left out.
    """
    found: dict[int, tuple[int, bool]] = {}
    opened: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        if "[" not in line.text and "]" not in line.text:
            continue
        text = line.text.rstrip(LAYOUT)
        for bracket in BRACKET.finditer(text):
            if bracket.group() == "[":
                opened.append((i, bracket.start()))
            elif opened:
                first, column = opened.pop()
                if column == 0:
                    found[first] = (i, bracket.end() == len(text))
    return found
