"""The titles of books, which nothing marks: what stands behind one proves it."""

import re
from collections.abc import Sequence

from converter.citations import fields
from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_bracket
from converter.citations.imprints import behind_title
from converter.citations.letters import LOWER, UPPER
from converter.citations.quotation import OPENING
from converter.citations.rule import NoteText
from converter.model import FieldKind as K

BEGINS = re.compile(rf"[{OPENING}]?[{UPPER}\d]")
NO_TITLE = re.compile(
    r"(?:[PpSС]{1,2}\.|[Vv]ol\.|[Nn]o\.)\s?\d|[IVXLC]+(?=,|\s\()|\d{1,3}(?=,)"
    r"|\d{4}(?:[–-]\d{2,4})?\s?[.,;)]"
)
BREAK = re.compile(rf"\s?,\s|\s?\(|(?<=[{LOWER}\d’”»])\.\s(?=[{UPPER}])|[;\n]|\.\s*\Z|\s[‘“«]|\Z")
SENTENCE = re.compile(r"\.\s|\.\Z|;|\n")
SUBTITLE = re.compile(rf"[{UPPER}][^.;,()]{{3,80}}\s\((?:[^();.]{{2,60}},\s)?(?:1[89]|20)\d\d\)")
CHAPTER = re.compile(r"\s?,\s(?:chs?\.|chapters?|Kap\.|гл\.)\s?(?:\d|[IVX])")
LONGEST = 180
WORDS_BEFORE_A_SUBTITLE = 3  # so few may stand before a stop: ``Amsel. A History``


def titled(note: NoteText, at: int) -> Sequence[Mark]:
    """The title that begins here, as short as may be, and the fields that prove it behind it."""
    text = note.text
    if not BEGINS.match(text, at) or at in note.stops or NO_TITLE.match(text, at):
        return NOTHING
    if fields.dated(text, at):
        return NOTHING
    stop = note.stops.after(at, min(at + LONGEST, len(text)))
    for found in BREAK.finditer(text, at, stop):
        end = found.start()
        if found.end() == stop < len(text) or text.count(")", at, end) > text.count("(", at, end):
            return NOTHING
        marks = behind_title(text, end, note.stops)
        if proven(marks) or CHAPTER.match(
            text, past_bracket(text, marks[-1].end) if marks else end
        ):
            return (Mark(K.BOOK, at, end), *marks)
        if SENTENCE.match(found[0]) and not before_subtitle(text, at, found):
            return NOTHING
    return NOTHING


def proven(marks: Sequence[Mark]) -> bool:
    """A page, or a place or volume with its year: there is a book."""
    kinds = {mark.kind for mark in marks}
    return K.PAGE in kinds or (K.DATE in kinds and bool(kinds & {K.PLACE, K.VOLUME}))


def before_subtitle(text: str, at: int, found: re.Match[str]) -> bool:
    """A stop parts a title from its subtitle: behind a few words, or where an imprint follows."""
    few = text.count(" ", at, found.start()) < WORDS_BEFORE_A_SUBTITLE
    return ". " in found[0] and (few or SUBTITLE.match(text, found.end()) is not None)
