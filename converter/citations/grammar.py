"""The grammar: from the text of a note to the citations in it, strong heads first.

Citations with a strong head (an archive, a serial, an address, ibid.) are found wherever they
stand. Works by an author need more: a place where a citation may begin, and proof behind the title.
What begins with no head is prose.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from converter.citations import archival, articles, books, files, repeated, serials, web
from converter.citations.found import Cited
from converter.citations.in_short import with_short
from converter.citations.leads import led_to
from converter.citations.letters import UPPER
from converter.citations.names import HAS_INITIALS, people
from converter.citations.rule import CitationRule, NoteText
from converter.citations.shelfmark_forms import FOND_NUMBER
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
NAMED = frozenset(
    rule.name for rule in (archival.REPOSITORY, *serials.RULES, *web.RULES, repeated.AGAIN)
)
# Besides capitals and figures: the small letter of a fond, of ibid. and its like, of an address.
SMALL_START = rf"{FOND_NUMBER}|ф(?:он|онд)\s|ib|idem|ebd|ebenda|там\s|https?:|www\."
STRONG_START = re.compile(rf"(?<![\w’'])(?:[{UPPER}]|(?={SMALL_START})|(?<=\s)\d|\d(?=\d\d))")
NAME_START = re.compile(
    rf"(?<![\w’'.-])(?=[{UPPER}]|(?:von|van|de|di|du)\s[{UPPER}])|(?<=\.\s)(?=[{UPPER}])"
)


def citations(note: NoteText) -> list[Cited]:
    """The citations of a note in their order; all that stands between them is prose."""
    strong = strong_ones(note)
    note = replace(note, stops=Stops(tuple(cited.start for cited in strong)))
    rules = concerned(BY_AUTHOR, note.text)
    every: list[Cited] = []
    at = 0
    for cited in strong:
        every += [*by_author(at, cited.start, note, rules), cited]
        at = cited.end
    every += by_author(at, len(note.text), note, rules)
    return with_short(note, every)


def concerned(rules: Sequence[CitationRule], text: str) -> list[CitationRule]:
    """The rules that may find something in this text."""
    return [rule for rule in rules if rule.concerns(text)]


def strong_ones(note: NoteText) -> list[Cited]:
    """The citations with a strong head.

    Where a rule of names finds nothing while other heads are not known, it finds nothing later: a
    stop only makes a citation shorter.
    """
    rules = concerned(STRONG, note.text)
    by_name = [rule for rule in rules if rule.name in NAMED]
    others = [rule for rule in rules if rule.name not in NAMED]
    starts = [found.start() for found in STRONG_START.finditer(note.text)]
    heads = [start for start in starts if first(by_name, note, start)]
    note = replace(note, stops=Stops(tuple(heads)))
    named = frozenset(heads)
    choices = ((start, rules if start in named else others) for start in starts)
    return list(in_span(0, len(note.text), note, choices))


def by_author(at: int, end: int, note: NoteText, rules: Sequence[CitationRule]) -> Iterator[Cited]:
    """The works by an author between two places."""
    return in_span(at, end, note, ((start, rules) for start in author_starts(note.text, at, end)))


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
    choices: Iterable[tuple[int, Sequence[CitationRule]]],
) -> Iterator[Cited]:
    """The citations between two places, from left to right, without overlap.

    ``choices`` are the places where one may begin, each with the rules that may find it.
    """
    for start, rules in choices:
        cited = first(rules, note, start) if start >= at else None
        if cited and cited.end <= end:
            cited = with_bracket(note.text, cited)
            yield cited
            at = max(cited.end, start + 1)


def first(rules: Sequence[CitationRule], note: NoteText, at: int) -> Cited | None:
    """What the first rule finds that finds something here."""
    for rule in rules:
        if cited := rule.citation(note, at):
            return cited
    return None


def with_bracket(text: str, cited: Cited) -> Cited:
    """The citation with its last bracket, where it was opened in it."""
    inside = text[cited.start : cited.end]
    opened = inside.count("(") > inside.count(")") and text.startswith(")", cited.end)
    return replace(cited, bracket=opened)
