"""Books: an author and a title, a title cited before, a title alone."""

import re
from collections.abc import Sequence

from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_gap
from converter.citations.imprints import behind_title
from converter.citations.letters import UPPER
from converter.citations.names import TURNED, people, surnames
from converter.citations.numbers import numbered
from converter.citations.rule import CitationRule, NoteText
from converter.citations.titles import titled
from converter.model import Certainty, CitationKind
from converter.model import FieldKind as K

BOOK = CitationKind.BOOK
DOTTED = re.compile(
    rf"""
    (?P<author>{TURNED}) \s? (?P<title>[{UPPER}][^.;]{{3,160}}) \.\s
    (?P<place>М|Л|СПб|Пг|М\.;?\s?Л|[{UPPER}]\w{{2,20}}) \.?,\s (?P<year>(?:1[5-9]|20)\d\d)
    (?: \.\s (?P<pages>[СсSp]\.\s?) (?=\d) )?
    """,
    re.VERBOSE,
)
NAME_WORD = re.compile(rf"[{UPPER}][\w’'-]+")
WORD = re.compile(r"[\w’'-]+")
SHORT_TITLE = re.compile(r"[^,;.(]{3,90}(?=\s*[,;.(]|\Z)")
UNSIGNED = re.compile(  # at the beginning of a word alone: else a long one would be asked often
    rf"(?<!\w)(?:(?:The|An?|Die|Der|Das|Le|La|Les)\s[{UPPER}]"
    rf"|[{UPPER}]\w+\s(?:of|and|und|et)\s(?:the\s)?[{UPPER}])"
)
SEGMENT = re.compile(
    r"(?:\A|[;(]\s?|(?<![A-ZА-Я])[.]\s|\b(?:[Ss]ee|[Qq]uoted in|[Cc]f\.|in|also)\s)\Z"
)
YEAR_TITLE = re.compile(r"(?:1[6-9]|20)\d\d(?=\s?,\s?(?:pp?\.|S\.|с\.))")
LONGEST_UNSIGNED = 90
SHORT_WORD = 3  # letters; words so short are small in a title in capitals


def dotted(note: NoteText, at: int) -> Sequence[Mark]:
    """A book as Russian bibliographies print it, with stops between its parts."""
    found = DOTTED.match(note.text, at)
    if not found:
        return NOTHING
    kinds = (("author", K.AUTHOR), ("title", K.BOOK), ("place", K.PLACE))
    starts = [(kind, found.start(name), found[name]) for name, kind in kinds]
    marks = [Mark(kind, start, start + len(printed.rstrip())) for kind, start, printed in starts]
    year = Mark(K.DATE, *found.span("year"), found["year"])
    pages = found["pages"] and numbered(note.text, found.start("pages"), found.end(), K.PAGE)
    return [*marks, year, *(pages or ())]


def book(note: NoteText, at: int) -> Sequence[Mark]:
    """Authors, or surnames alone, and a title."""
    if note.heads.serial(CitationKind.JOURNAL.value, note.text, at):
        return NOTHING
    for authors, end in (surnames(note.text, at), people(note.text, at)):
        start = past_gap(note.text, end)
        title = titled(note, start) if authors and start > end else NOTHING
        if title:
            return [*authors, *title]
    return NOTHING


def year_title(note: NoteText, at: int) -> Sequence[Mark]:
    """A book whose title, or what is left of it, is a year: one surname before it, pages behind."""
    authors, end = people(note.text, at)
    start = past_gap(note.text, end)
    title = YEAR_TITLE.match(note.text, start) if len(authors) == 1 and start > end else None
    several = " " in note.text[at:end] and "." not in note.text[at:end]
    if not title or several or not SEGMENT.search(note.text, max(0, at - 12), at):
        return NOTHING
    behind = behind_title(note.text, title.end(), note.stops)
    return [*authors, Mark(K.BOOK, start, title.end()), *behind]


def short_title(note: NoteText, at: int) -> Sequence[Mark]:
    """A book cited in full before needs nothing behind its title."""
    if not note.cited:
        return NOTHING
    authors, end = people(note.text, at)
    start = past_gap(note.text, end)
    word = WORD.match(note.text, start) if authors else None
    if not word:
        return NOTHING
    names = NAME_WORD.findall(note.text, at, authors[0].end)
    title = SHORT_TITLE.match(note.text, start)
    if not title or not names or (names[-1], word[0]) not in note.cited:
        return NOTHING
    return [*authors, Mark(K.BOOK, start, title.end())]


def unsigned(note: NoteText, at: int) -> Sequence[Mark]:
    """A book by its title alone, in capitals."""
    if not UNSIGNED.match(note.text, at) or not SEGMENT.search(note.text, max(0, at - 12), at):
        return NOTHING
    marks = titled(note, at)
    title = note.text[at : marks[0].end] if marks else ""
    small = any(word[0].islower() for word in title.split() if len(word) > SHORT_WORD)
    return NOTHING if small or len(title) > LONGEST_UNSIGNED else marks


DOTTED_BOOK = CitationRule(
    "dotted",
    BOOK,
    dotted,
    because="Russian bibliographies put the surname first and stops between the parts",
    yes=(
        "[[Вик О.П. Гавань Амзель. М., 1967. С. 45–46]].",
        "См. [[Брандт А.К. Лоцманы. СПб., 1999]].",
    ),
    no=("Вик О.П. жил в Амзеле.", "Вик О.П. Гавань Амзель."),
    needs=re.compile(r",\s(?:1[5-9]|20)\d\d").search,
)
RULES = (
    CitationRule(
        "book",
        BOOK,
        book,
        because="an author and a title, proved by a page or an imprint",
        yes=(
            "See [[Vik, The Harbour of Amsel, pp. 12–15]].",
            "[[A. Vik, The Harbour (London, 1987)]].",
            "[[Vik, Brandt and Ozerov, Harbours, p. 5]].",
            "[[Ole B. Vik, The Harbour (London, 1987), p. 5]].",
        ),
        no=("Vik, the pilot, stayed.", "Vik, Minister of Harbours (1931–35)."),
    ),
    CitationRule(
        "year-title",
        BOOK,
        year_title,
        because="a year behind a surname, with pages, is the short title of a book on that year",
        yes=(
            "Quoted in [[Dahl, 1939, pp. 139–40]].",
            "[[A. Vik, 1931, p. 5]]; [[Brandt, 1932, p. 7]].",
        ),
        no=(
            "Documents on Harbours, 1961, pp. 384–91.",
            "Harbour Yearbook, 1966, p. 5",
            "Dahl, 1939.",
        ),
        needs=YEAR_TITLE.search,
    ),
    CitationRule(
        "short-title",
        BOOK,
        short_title,
        because="an author and a title that were cited in full before need no page",
        yes=(
            "[[A. Vik, The Harbour (London, 1987)]]. | Cf. [[Vik, The Harbour]].",
            "[[Brandt, Pilots, p. 5]]. | So also [[Brandt, Pilots]]; others disagree.",
        ),
        no=("Vik, The Harbour, is lost.", "Brandt, Pilots."),
    ),
    CitationRule(
        "unsigned",
        BOOK,
        unsigned,
        because="a title in capitals with a page or an imprint is a book, though nobody is named",
        yes=(
            "[[The Diaries of Ole Vik, IV, p. 435]].",
            "Quoted in [[Pilots and Pirates (London, 1987), p. 4]].",
        ),
        no=("The Harbour Board of Amsel met on p. 5.", "The pilots of Amsel, p. 5, were old."),
        needs=UNSIGNED.search,
        certainty=Certainty.MEDIUM,
    ),
)
