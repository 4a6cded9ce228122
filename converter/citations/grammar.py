"""The grammar: from the text of a note to the citations in it, strong heads first.

Citations with a strong head (an archive, a serial, an address, ibid.) are found wherever they
stand. Works by an author need more: a place where a citation may begin, and proof behind the title.
What begins with no head is prose.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from converter.citations import archival, articles, books, files, repeated, serials, web
from converter.citations.found import Cited
from converter.citations.in_short import with_short
from converter.citations.leads import led_to
from converter.citations.letters import UPPER
from converter.citations.names import HAS_INITIALS, people
from converter.citations.rule import CitationRule, NoteText
from converter.citations.stops import Stops

STRONG: tuple[CitationRule, ...] = (
    *files.RULES,
    *archival.RULES,
    *serials.RULES,
    *web.RULES,
    repeated.AGAIN,
)
BY_AUTHOR: tuple[CitationRule, ...] = (
    repeated.WORK_AGAIN,
    books.DOTTED_BOOK,
    *articles.RULES,
    *books.RULES,
)
RULES = (*STRONG, *BY_AUTHOR)
# Those whose head is a name: what is cited before ends where one of them begins.
NAMED = (archival.REPOSITORY, *serials.RULES, *web.RULES, repeated.AGAIN)
STRONG_START = re.compile(rf"(?<![\w’'])(?:[{UPPER}]|[fhiewфт]|(?<=\s)\d|\d(?=\d\d))")
NAME_START = re.compile(
    rf"(?<![\w’'.-])(?=[{UPPER}]|(?:von|van|de|di|du)\s[{UPPER}])|(?<=\.\s)(?=[{UPPER}])"
)


def citations(note: NoteText) -> list[Cited]:
    """The citations of a note in their order; all that stands between them is prose."""
    note = replace(note, stops=Stops(tuple(named_heads(note))))
    strong = list(in_span(0, len(note.text), note, STRONG, strong_starts))
    note = replace(note, stops=Stops(tuple(cited.start for cited in strong)))
    every: list[Cited] = []
    at = 0
    for cited in strong:
        every += [*in_span(at, cited.start, note, BY_AUTHOR, author_starts), cited]
        at = cited.end
    every += in_span(at, len(note.text), note, BY_AUTHOR, author_starts)
    return with_short(note, every)


def named_heads(note: NoteText) -> Iterator[int]:
    """Where citations begin with the name of an archive or a serial, or with ibid."""
    for start in strong_starts(note.text, 0, len(note.text)):
        if first(NAMED, note, start):
            yield start


def strong_starts(text: str, at: int, end: int) -> Iterator[int]:
    """Where a strong head may begin: a capital, a figure, the small letter of ibid., fond, http."""
    return (found.start() for found in STRONG_START.finditer(text, at, end))


def author_starts(text: str, at: int, end: int) -> Iterator[int]:
    """Where an author may begin: a capital where a citation may begin, or one with initials."""
    starts = (found.start() for found in NAME_START.finditer(text, at, end))
    return (start for start in starts if led_to(text, start) or initials(text, start))


def initials(text: str, at: int) -> bool:
    """A name with initials, or any name behind a comma."""
    names, end = people(text, at)
    if not names or not text[at - 1].isspace():
        return False
    return text[at - 2] == "," or HAS_INITIALS.match(text[at:end]) is not None


def in_span(
    at: int,
    end: int,
    note: NoteText,
    rules: Sequence[CitationRule],
    starts: Callable[[str, int, int], Iterator[int]],
) -> Iterator[Cited]:
    """The citations by these rules between two places, from left to right, without overlap."""
    for start in starts(note.text, at, end):
        cited = first(rules, note, start) if start >= at else None
        if cited and cited.end <= end:
            cited = with_bracket(note.text, cited)
            yield cited
            at = max(cited.end, start + 1)


def first(rules: Sequence[CitationRule], note: NoteText, at: int) -> Cited | None:
    """What the first rule finds that finds something here."""
    return next((cited for rule in rules if (cited := rule.citation(note, at))), None)


def with_bracket(text: str, cited: Cited) -> Cited:
    """The citation with its last bracket, where it was opened in it."""
    inside = text[cited.start : cited.end]
    opened = inside.count("(") > inside.count(")") and text.startswith(")", cited.end)
    return replace(cited, bracket=opened)
