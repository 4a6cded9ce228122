"""The fields of archival sources: repository, papers, shelfmark, what the piece is."""

import re
from collections.abc import Sequence

from converter.citations import archival_words as words
from converter.citations import fields
from converter.citations.fields import Reader
from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_gap
from converter.citations.letters import LOWER, UPPER
from converter.citations.names import NO_NAMES
from converter.citations.rule import NoteText
from converter.citations.shelfmarks import IsClass, signature
from converter.model import Certainty
from converter.model import FieldKind as K

CAPITAL = rf"[{UPPER}][\w’'.-]{{0,40}}"  # bounded: a long run is no word
PIECE_WORD = f"(?:{'|'.join(words.every(words.PIECES))})"
COLLECTION = re.compile(
    rf"""
    (?:{CAPITAL}\s){{1,4}} (?:[Ff]amily\s|[Pp]rivate\s)? (?:{words.PAPERS_AFTER})
    | (?:{words.PAPERS_BEFORE}) \s (?:(?:von|de|d’|d'|di)\s?)?
      {CAPITAL} (?:\s{CAPITAL}){{0,3}} (?!\S|\s\d)
    """,
    re.VERBOSE,
)
SIGLUM = re.compile(rf"[{UPPER}]{{2,6}}(?:[\s-][{UPPER}]{{2,6}})?(?=\s?,?\s)")
HOLDER = re.compile(
    rf"(?:{CAPITAL}\s){{1,4}}(?:of\s)?(?:{CAPITAL}\s){{0,2}}?(?:{words.HOLDERS})(?=\s?,\s)"
)
HOLDING = re.compile(
    rf"{CAPITAL}(?:\s(?:{CAPITAL}|[{LOWER}’']+|\d{{4}}(?:[–-]\d{{2,4}})?)){{0,7}}(?=\s?,)"
)
SHORT_NUMBER = re.compile(r"\d{1,3}(?=\s?[,;.]|\s?\Z)")
DIARY = re.compile(
    rf"(?:(?:unpublished|typescript|manuscript)\s)?"
    rf"(?:{'|'.join(words.every(words.DIARIES))})(?!\w)",
    re.IGNORECASE,
)
PIECE = re.compile(
    rf"""
    (?!(?:{words.NO_PIECE})\b) (?= (?:[^\s,;]+\s){{0,4}} {PIECE_WORD}s?\b )
    [^;,\n]{{3,110}}? (?: ,\s(?![^,;]*\d)[^;,\n]{{3,50}}? )? (?=\s?,\s)
    """,
    re.VERBOSE | re.IGNORECASE,
)
LAST_PIECE = re.compile(rf"(?:[{LOWER}]+\s){{0,2}}{PIECE_WORD}s?(?=\s*(?:[.;]|\Z))")
CORRESPONDENTS = re.compile(
    rf"(?=[{UPPER}])[^,;:\n]{{2,60}}?\s(?:to|an|à|a)\s[^,;:\n]{{2,50}}?(?=\s?,\s)"
)
SENTENCE_END = re.compile(rf"[{LOWER})\d]{{2}}\.\s+[{UPPER}]")
BEHIND_A_PIECE = (fields.dated, fields.folio, fields.page, fields.document, signature)
MOST_HOLDINGS = 3  # one in another, before their number


def repository(note: NoteText, at: int) -> Sequence[Mark]:
    """An archive that the authority file has."""
    end = note.heads.repositories.end(note.text, at)
    return (Mark(K.REPOSITORY, at, end),) if end else NOTHING


def holder(text: str, at: int) -> Sequence[Mark]:
    """An archive or library that no authority file has, by what its name says it is."""
    return guessed(HOLDER.match(text, at))


def siglum(text: str, at: int) -> Sequence[Mark]:
    """A siglum that no authority file has."""
    return guessed(SIGLUM.match(text, at))


def guessed(found: re.Match[str] | None) -> Sequence[Mark]:
    if not found:
        return NOTHING
    return (Mark(K.REPOSITORY, *found.span(), certainty=Certainty.MEDIUM),)


def collection(text: str, at: int) -> Sequence[Mark]:
    """The papers of a person or a body: ``Vik papers``, ``Nachlass Brandt``."""
    found = COLLECTION.match(text, at)
    if not found or found[0].split()[0] in NO_NAMES:
        return NOTHING
    return (Mark(K.COLLECTION, at, found.end()),)


def holding(text: str, at: int) -> Sequence[Mark]:
    """A number with the holding named in words before it: ``Europe, URSS, 1033``."""
    start = at
    for _ in range(MOST_HOLDINGS):
        found = HOLDING.match(text, start)
        if not found or found[0].split()[0] in NO_NAMES - {"Foreign"}:
            return NOTHING
        start = past_gap(text, found.end())
        if fields.dated(text, start):
            return NOTHING
        number = signature(text, start)
        short = SHORT_NUMBER.match(text, start)
        if number or short:
            end = number[0].end if number else short.end() if short else start
            return (Mark(K.SHELFMARK, at, end),)
    return NOTHING


def unpublished(text: str, at: int) -> Sequence[Mark]:
    """What the piece is: a diary by its name alone; else words before a date, a number, a leaf."""
    found = DIARY.match(text, at) or described(text, at) or LAST_PIECE.match(text, at)
    return (Mark(K.UNPUBLISHED, at, found.end()),) if found else NOTHING


def described(text: str, at: int) -> re.Match[str] | None:
    """``Record of the meeting of the Board``, ``Vik to Brandt``, with its date or number behind."""
    for pattern in (PIECE, CORRESPONDENTS):
        found = pattern.match(text, at)
        if found and not SENTENCE_END.search(found[0]):
            start = past_gap(text, found.end())
            if any(reader(text, start) for reader in BEHIND_A_PIECE):
                return found
    return None


def shelfmark(is_class: IsClass) -> Reader:
    """A reader of shelfmarks where these codes are those of classes."""
    return lambda text, at: signature(text, at, is_class)


def behind(note: NoteText, at: int, *before: Reader, is_class: IsClass | None = None) -> list[Mark]:
    """The fields of an archival source that follow its head; ``before`` are tried first."""
    readers = (
        *before,
        collection,
        unpublished,
        fields.dated,
        fields.folio,
        fields.page,
        fields.document,
        shelfmark(is_class or note.heads.classed.__contains__),
        fields.date,
        lambda _, start: repository(note, start),
        holder,
    )
    return fields.in_turn(note.text, at, readers, note.stops)
