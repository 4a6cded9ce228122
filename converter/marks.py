"""Marks: page marks in their running order, and the brackets around editor's commentary."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from converter.decode import SourceLine

PAGE_MARK = re.compile(r"\s*(?:Page|Seite|Стр\.|Страница)\s+(\d{1,5}[a-z]?|[ivxlcdm]{1,8})\s*")
# Pages the running order may skip (plates, a missing leaf); endnotes lie hundreds of pages off.
BRACKET = re.compile(r"[\[\]]")
NEXT_PAGE = 20
REMARK_LENGTH = (
    160  # a bracketed line shorter than this is a remark on the text, not a commentary of its own
)


@dataclass(frozen=True, slots=True)
class PageMark:
    number: str
    in_order: bool  # False: far ahead of the running order, as before an endnote

    def __str__(self) -> str:
        return f"Page {self.number}"


def page_marks(lines: Sequence[SourceLine]) -> dict[int, PageMark]:
    """The page marks of a section by the index of their line.

    The viewer prints them alone between blank lines.
    """
    found = {
        i: m.group(1)
        for i, line in enumerate(lines)
        if (m := PAGE_MARK.fullmatch(line.text)) and alone(lines, i)
    }
    last = last_of_running_order([int(n) for n in found.values() if n.isdigit()])
    return {
        i: PageMark(number, in_order=not number.isdigit() or int(number) <= last)
        for i, number in found.items()
    }


def alone(lines: Sequence[SourceLine], i: int) -> bool:
    return (i == 0 or lines[i - 1].blank) and (i + 1 == len(lines) or lines[i + 1].blank)


def last_of_running_order(numbers: Sequence[int]) -> int:
    """The highest page of the running text; pages beyond it are of endnotes.

    Page numbers that lie near each other belong together. The running text is the lowest such
    group, unless it is so small beside another that it may be a misprint.

    >>> last_of_running_order([548, 970, 549, 971, 550])
    550
    >>> last_of_running_order([5, 549, 550, 551])
    551
    """
    groups: list[list[int]] = []
    for number in sorted(numbers):
        if groups and number - groups[-1][-1] <= NEXT_PAGE:
            groups[-1].append(number)
        else:
            groups.append([number])
    most = max(map(len, groups), default=0)
    return next((group[-1] for group in groups if 2 * len(group) >= most), 0)


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
        text = line.text.rstrip()
        for bracket in BRACKET.finditer(text):
            if bracket.group() == "[":
                opened.append((i, bracket.start()))
            elif opened:
                first, column = opened.pop()
                if column == 0:
                    found[first] = (i, bracket.end() == len(text))
    return found
