"""Marks: page marks in their running order, and the brackets around editor's commentary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from converter.decode import SourceLine

PAGE_MARK = re.compile(r"\s*(?:Page|Seite|Стр\.|Страница)\s+(\d{1,5}[a-z]?|[ivxlcdm]{1,8})\s*")
# Pages the running order may skip (plates, a missing leaf); endnotes lie hundreds of pages off.
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
    certain: bool = True


def commentaries(lines: Sequence[SourceLine]) -> tuple[list[Bracketed], list[int]]:
    """Spans of commentary, and the lines whose opening bracket is never closed (they stay text).

    A commentary begins with the first character of a line and ends with the last of the same or
    a later line; what ends before is an insertion.
    """
    spans: list[Bracketed] = []
    unclosed: list[int] = []
    i = 0
    while i < len(lines):
        if not lines[i].text.startswith("["):
            i += 1
            continue
        end = closing(lines, i)
        if end is None:
            unclosed.append(i)
        elif end > i or speaks_for_itself(lines[i].text):
            spans.append(Bracketed(i, end, certain=end > i))
            i = end
        i += 1
    return spans, unclosed


def closing(lines: Sequence[SourceLine], first: int) -> int | None:
    """The line on which the bracket that opens line ``first`` closes; None where it never does.

    Where it closes before the end of a line it is an insertion's: ``first`` where that is on the
    same line, else None.
    """
    depth = 0
    for i in range(first, len(lines)):
        text = lines[i].text.rstrip()
        for k, character in enumerate(text):
            depth += (character == "[") - (character == "]")
            if depth == 0:
                ends_line = k == len(text) - 1
                return i if ends_line or i == first else None
    return None


def speaks_for_itself(text: str) -> bool:
    """A line in one pair of brackets, too long for a remark on the text, is a commentary."""
    inner = text.rstrip()
    return inner.endswith("]") and depth_zero_only_at_end(inner) and len(inner) >= REMARK_LENGTH


def depth_zero_only_at_end(text: str) -> bool:
    depth = 0
    for k, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if depth == 0 and k < len(text) - 1:
            return False
    return depth == 0
