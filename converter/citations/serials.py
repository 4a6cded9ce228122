"""What appeared in parts: collections of documents, newspapers, debates."""

import re
from collections.abc import Sequence

from converter.citations import fields
from converter.citations.archival_fields import unpublished
from converter.citations.archival_words import PIECES, every
from converter.citations.found import NOTHING, Mark, having
from converter.citations.gaps import past_gap
from converter.citations.imprints import imprint
from converter.citations.letters import UPPER
from converter.citations.names import NO_NAMES
from converter.citations.periodicals import past_brackets
from converter.citations.rule import CitationRule, NoteText
from converter.citations.titled_part import title, with_article
from converter.model import Certainty, CitationKind
from converter.model import FieldKind as K

C = CitationKind
SUBTITLE = re.compile(
    r"\s?[,:]\s?(?:Diplomatic Papers|Series\s[A-D]\b(?=,)|The [A-Z]\w+ [A-Z]\w+(?=,\s\d)"
    r"|Akten zur deutschen auswärtigen Politik)(?=,)"
)
PLACE = re.compile(r"\s?\((?:[A-ZА-Я][\w.-]+\s?){1,3}\)")  # The Times (London)
OF_THE_DAY = re.compile(r"\s(?:of|for|dated|vom|du|от|за)\s(?=\d)")
UNLISTED = re.compile(
    rf"""
    (?P<title> [{UPPER}]{{2,6}} | [{UPPER}][\w’'-]+(?:\s[\w’'-]+){{1,7}} )
    (?= ,\s (?: [IVXL]+(?:/\d)?,\s | vol\.\s\w+,\s | (?:1[89]|20)\d\d,\s | ser(?:ies|\.)\s\w+,\s )
            {{0,4}} (?:nos?|docs?|Nr|№|док)\b )
    """,
    re.VERBOSE,
)
SEGMENT = re.compile(r"(?:\A|[;.:]\s|\b(?:[Ss]ee|in|and|[Сс]м\.)\s)\Z")
NO_COLLECTION = frozenset(every(PIECES)) | {"decree", "order", "law"}


def named(note: NoteText, at: int, kind: CitationKind, title: K) -> Sequence[Mark]:
    """The title of a serial of this kind."""
    end = note.heads.serial(kind, note.text, at)
    return (Mark(title, at, end),) if end else NOTHING


def in_collection(note: NoteText, at: int) -> Sequence[Mark]:
    head = named(note, at, C.COLLECTION, K.BOOK)
    if not head:
        return NOTHING
    readers = (
        fields.series,
        fields.series_and_volume,
        fields.volume,
        fields.document,
        fields.page,
        fields.column,
        imprint,
        fields.dated,
        fields.date,
        fields.series_letter,
        fields.bare_volume,
        unpublished,
    )
    subtitle = SUBTITLE.match(note.text, head[0].end)
    start = subtitle.end() if subtitle else head[0].end
    marks = [*head, *past_brackets(note.text, start, readers, note.stops)]
    return having(marks, K.VOLUME, K.DOCUMENT, K.PAGE, K.SERIES)


def in_unlisted(note: NoteText, at: int) -> Sequence[Mark]:
    """A collection that no authority file has: a title, then the number of a document."""
    found = UNLISTED.match(note.text, at)
    if not found or not SEGMENT.search(note.text, max(0, at - 5), at):
        return NOTHING
    words = found["title"].split()
    if words[0] in NO_NAMES or any(word.lower().rstrip("s") in NO_COLLECTION for word in words):
        return NOTHING
    readers = (
        fields.series,
        fields.volume,
        fields.document,
        fields.page,
        fields.date,
        fields.bare_volume,
    )
    marks = fields.in_turn(note.text, found.end(), readers, note.stops)
    return having([Mark(K.BOOK, at, found.end()), *marks], K.DOCUMENT)


def in_newspaper(note: NoteText, at: int) -> Sequence[Mark]:
    head = named(note, at, C.NEWSPAPER, K.PERIODICAL)
    if not head:
        return NOTHING
    end = head[0].end
    passed = PLACE.match(note.text, end) or OF_THE_DAY.match(note.text, end)
    start = passed.end() if passed else end
    readers = (fields.dated, fields.issue, fields.page, fields.column, title)
    marks = [*head, *fields.in_turn(note.text, start, readers, note.stops)]
    return with_article(note.text, having(marks, K.DATE))


def in_debates(note: NoteText, at: int) -> Sequence[Mark]:
    """Debates under one name or two: ``Hansard, Parl. Deb. HC``."""
    head = named(note, at, C.DEBATES, K.BOOK)
    if not head:
        return NOTHING
    second = named(note, past_gap(note.text, head[0].end), C.DEBATES, K.BOOK)
    whole = Mark(K.BOOK, at, second[0].end if second else head[0].end)
    readers = (
        fields.series,
        fields.volume,
        fields.column,
        fields.page,
        fields.dated,
        fields.bare_volume,
        fields.document,
    )
    marks = [whole, *fields.in_turn(note.text, whole.end, readers, note.stops)]
    return having(marks, K.VOLUME, K.COLUMN, K.DATE, K.PAGE)


RULES = (
    CitationRule(
        "collection",
        C.COLLECTION,
        in_collection,
        because="a printed collection of documents is cited by volume, number or page",
        yes=(
            "See [[DVP, 1937, XX/2, doc. 41]].",
            "[[DBFP, third series, VI, no. 5]].",
            "[[DBFP, 3rd series, V (London, 1952), no. 527]].",
        ),
        no=("DVP was published in Moscow.", "The editors of DVP left it out."),
    ),
    CitationRule(
        "unlisted",
        C.COLLECTION,
        in_unlisted,
        because="a title with the number of a document is a collection, though no authority file"
        " has it",
        yes=("[[Harbour Papers of Amsel, II, no. 15]].", "[[HPA, 1939, nos 3–5]];"),
        no=("Decree of the Harbour Board, no. 15.", "Brandt, Harbours, p. 5"),
        needs=re.compile(r",\s(?:nos?|docs?|Nr|№|док)\b").search,
        certainty=Certainty.MEDIUM,
    ),
    CitationRule(
        "newspaper",
        C.NEWSPAPER,
        in_newspaper,
        because="a newspaper with a day is cited; without one it is only named",
        yes=(
            "[[The Times, 14 June 1938]].",
            "[[Pravda, 5 May]];",
            "[[A. Vik, ‘Fog over Amsel’, The Times, 14 June 1938]].",
        ),
        no=("The Times wrote that nothing had happened.", "Pravda of the same day"),
        needs=re.compile(r"\d").search,
    ),
    CitationRule(
        "debates",
        C.DEBATES,
        in_debates,
        because="the printed debates of a parliament are cited by volume, column or day",
        yes=("[[Parl. Deb. HC, vol. 345, cols 2421–2]].", "See [[Hansard, 5 May 1939]]."),
        no=("Hansard is silent.", "The harbour stood in Hansard."),
    ),
)
