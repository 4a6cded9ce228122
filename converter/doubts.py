"""What a page leaves open: dates, brackets, hyphens, page marks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.blocks import Gathered
from converter.dates import detail_date
from converter.layout import cut_at
from converter.lines import Line
from converter.pages import SavedPage
from converter.problems import Place, Problem
from converter.sections import SectionLines


def doubts(page: SavedPage, gathered: Sequence[tuple[SectionLines, Gathered]]) -> Iterator[Problem]:
    """What a page leaves open: dates, brackets, hyphens, page marks."""
    path = page.path
    printed_date = page.details.get("Date", "")
    if not (date := detail_date(printed_date)).whole:
        facts = {"date": printed_date, "known": date.iso or "undated"}
        yield Problem("date-unreadable", Place(path), "", facts)
    for lines, blocks in gathered:
        printed = {line.number: line.text for line in lines.section.lines}
        if width := cut_at(list(printed.values())):
            first = lines.claimed.lines[0]
            cut = {"width": width, "section": lines.section.kind.value}
            yield Problem("lines-cut", Place(path, first.number), first.text, cut)
        for line in lines.claimed.unclosed:
            yield Problem("bracket-unclosed", Place(path, line.number, 1), line.text)
        for number, word in blocks.kept_hyphens:
            yield Problem(
                "hyphen-kept", Place(path, number), printed.get(number, ""), {"word": word}
            )
        marks = [line for line in lines.claimed.lines if line.mark]
        if len(marks) != lines.section.page_marks and (marks or lines.section.page_marks > 1):
            counted = {
                "found": len(marks),
                "counted": lines.section.page_marks,
                "section": lines.section.kind.value,
            }
            place = Place(path, lines.section.lines[0].number)
            yield Problem("page-marks-miscounted", place, "", counted)
        yield from jumps(path, marks)


def jumps(path: str, marks: Sequence[Line]) -> Iterator[Problem]:
    """Places where the running order leaves pages out."""
    running = [
        (line, line.mark.number)
        for line in marks
        if line.mark and line.mark.in_order and line.mark.number.isdigit()
    ]
    for (_, before), (line, after) in pairwise(running):
        if int(after) != int(before) + 1:
            facts = {"before": before, "after": after}
            yield Problem("page-number-jumps", Place(path, line.number, 1), line.text, facts)
