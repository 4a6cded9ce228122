"""Parts of something: an author, a title in quotation marks, and what it appeared in."""

import re
from collections.abc import Sequence

from converter.citations import fields
from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_gap
from converter.citations.letters import LOWER, UPPER
from converter.citations.names import people
from converter.citations.periodicals import behind_periodical
from converter.citations.quotation import OPENING, quoted
from converter.citations.rule import CitationRule, NoteText, one_of
from converter.citations.titles import titled
from converter.model import CitationKind
from converter.model import FieldKind as K

C = CitationKind
CAPITAL = re.compile(rf"[{UPPER}{OPENING}\d]")
TITLE = re.compile(rf"[{OPENING}]{CAPITAL.pattern}")  # how one in quotation marks begins
TITLE_GOES_ON = re.compile(rf"\s?:\s[{UPPER}]|\s[{LOWER}]{{2,}}(?!\w)(?<!\sin)(?<!\sand)(?<!\ssee)")
IN = re.compile(r"\s?,?\s(?:in|в|w)\s|\s?,?\sin:\s|\s?//\s|\s?,\s")
IN_WORD = re.compile(r"\b(?:in|w)\b|//")
JOURNAL_TITLE = re.compile(
    rf"[{UPPER}][^‘“«»”’;()\d]{{2,90}}?"
    r"(?=\s?,?\s(?:vol\.|[Bb]d\.|no\.|\d|\(|[ivxlc]+\b|[IVXLC]+\b|No\.|№)|,\s)"
)
MOST_WORDS = 9  # of a journal's title
THESIS = re.compile(
    r"\(?(?:unpublished\s|unpubl\.\s)?"
    r"(?:Ph\.?\s?D\.?|D\.?\s?Phil\.?|M\.?\s?A\.?|M\.?\s?Litt\.?|doctoral|phil\.)?,?\s?"
    r"(?:thesis|dissertation|diss\.|Diss\.|Dissertation)(?!\w)"
)
UNIVERSITY = re.compile(r"[^,;()]{3,60}?(?=,\s?(?:1[89]|20)\d\d|\s\((?:1[89]|20)\d\d)")
BRACKET = re.compile(r"\s?[()]")
ENDS = re.compile(r"\s*(?:[.;:)]|\Z|,?\s(?:and|see|in)\b)")


def head(note: NoteText, at: int) -> list[Mark]:
    """Authors and a title in quotation marks, as one with a capital that ends where they do."""
    authors, end = people(note.text, at)
    start = past_gap(note.text, end)
    closes = quoted(note.text, start) if authors else 0
    if (
        not closes
        or not CAPITAL.match(note.text, start + 1)
        or TITLE_GOES_ON.match(note.text, closes)
    ):
        return []
    return [*authors, Mark(K.ARTICLE, start, closes)]


def thesis(note: NoteText, at: int) -> Sequence[Mark]:
    """The title is one of something unpublished; its sort and university are no fields."""
    text = note.text
    if not (before := head(note, at)):
        return NOTHING
    *authors, title = before
    found = THESIS.match(text, past_gap(text, title.end))
    if not found:
        return NOTHING
    university = UNIVERSITY.match(text, past_gap(text, found.end()))
    start = past_any_bracket(text, university.end() if university else found.end())
    marks = fields.in_turn(text, start, (fields.date, fields.page), note.stops)
    if not marks:
        return NOTHING
    marks += fields.in_turn(text, past_any_bracket(text, marks[-1].end), (fields.page,))
    return [*authors, Mark(K.UNPUBLISHED, title.start, title.end), *marks]


def past_any_bracket(text: str, at: int) -> int:
    found = BRACKET.match(text, at)
    return found.end() if found else at


def in_journal(note: NoteText, at: int) -> Sequence[Mark]:
    """A journal known by its name, or a title with a volume and a year."""
    if not (before := head(note, at)):
        return NOTHING
    end = before[-1].end
    lead = IN.match(note.text, end)
    start = lead.end() if lead else end
    known = note.heads.serial("journal", note.text, start)
    if known:
        marks = behind_periodical(note.text, known, note.stops)
        return [*before, Mark(K.PERIODICAL, start, known), *marks] if marks else NOTHING
    if lead and IN_WORD.search(lead[0]) and "//" not in lead[0]:
        return NOTHING
    return [*before, *found] if (found := unlisted_journal(note, start)) else NOTHING


def unlisted_journal(note: NoteText, at: int) -> Sequence[Mark]:
    """A journal that no authority file has, proved by its year and a volume, issue or extent."""
    found = JOURNAL_TITLE.match(note.text, at)
    if not found or len(found[0].split()) > MOST_WORDS or note.stops.between(at, found.end()):
        return NOTHING
    marks = behind_periodical(note.text, found.end(), note.stops)
    kinds = {mark.kind for mark in marks}
    proven = K.DATE in kinds and kinds & {K.VOLUME, K.ISSUE, K.EXTENT}
    return [Mark(K.PERIODICAL, at, found.end()), *marks] if proven else NOTHING


def in_book(note: NoteText, at: int) -> Sequence[Mark]:
    """A chapter: in, perhaps editors, then the book."""
    if not (before := head(note, at)):
        return NOTHING
    lead = IN.match(note.text, before[-1].end)
    if not lead or not IN_WORD.search(lead[0]):
        return NOTHING
    names, end = people(note.text, lead.end())
    editors: list[Mark] = []
    book: Sequence[Mark] = NOTHING
    if names and (names[0].kind is K.EDITOR or note.text.startswith(", ", end)):
        editors = [Mark(K.EDITOR, name.start, name.end) for name in names]
        book = titled(note, past_gap(note.text, end))
    if not book and not (names and names[0].kind is K.EDITOR):
        editors, book = [], titled(note, lead.end())
    return [*before, *editors, *map(filled, book)] if book else NOTHING


def filled(mark: Mark) -> Mark:
    """A range of pages behind a chapter is what it fills."""
    if mark.kind is K.PAGE and mark.last:
        return Mark(K.EXTENT, mark.start, mark.end, first=mark.first, last=mark.last)
    return mark


def alone(note: NoteText, at: int) -> Sequence[Mark]:
    """Nothing says where it appeared."""
    if not (before := head(note, at)):
        return NOTHING
    readers = (fields.page, fields.dated, fields.column)
    marks = fields.in_turn(note.text, before[-1].end, readers, note.stops)
    return [*before, *marks] if marks or ENDS.match(note.text, before[-1].end) else NOTHING


RULES = (
    CitationRule(
        "thesis",
        C.THESIS,
        thesis,
        because="behind the title of a thesis stand its sort, the university and a year",
        yes=(
            "[[A. Vik, ‘The Harbour of Amsel’, PhD thesis, University of Amsel, 1987]].",
            "[[B. Brandt, ‘Pilots’ (unpublished dissertation, Amsel, 1991), p. 5]].",
        ),
        no=("A. Vik, ‘The Harbour’, a thesis of his", "His thesis, Amsel, 1987, was lost."),
        needs=one_of("thesis", "diss"),
    ),
    CitationRule(
        "journal",
        C.JOURNAL,
        in_journal,
        because="behind the title of an article stands a journal with volume, year or pages",
        yes=(
            "See [[A. Vik, ‘The Harbour of Amsel’, Historical Journal, 22/3 (1987), 211–19]].",
            "[[A. Vik, ‘Fog’, Amsel Review, 5 (1987), 12–15]].",
        ),
        no=("Vik, ‘the pilot’, went on.", "A. Vik, ‘Fog’, Amsel Review.", "‘Fog’, 5 (1987)"),
        needs=TITLE.search,
    ),
    CitationRule(
        "chapter",
        C.CHAPTER,
        in_book,
        because="behind the title of a chapter stand in, perhaps editors, and a book",
        yes=(
            "[[A. Vik, ‘Fog’, in B. Brandt (ed.), Harbours (London, 1987), pp. 5–20]].",
            "[[A. Vik, ‘Fog’, in Harbours of the North (London, 1987)]].",
        ),
        no=("A. Vik, ‘Fog’, in May 1939.", "A. Vik, ‘Fog’, in Harbours."),
        needs=TITLE.search,
    ),
    CitationRule(
        "article",
        C.OTHER,
        alone,
        because="an author and a title in quotation marks are cited, wherever it appeared",
        yes=("See [[Vik, ‘The Harbour’, p. 5]].", "[[A. Vik, ‘Fog and Ice’]]; see also"),
        no=("Vik, ‘the pilot’, went on.", "He said: ‘The harbour is closed.’"),
        needs=TITLE.search,
    ),
)
