"""Works cited before: ibid., and op. cit. behind a name."""

import re
from collections.abc import Sequence

from converter.citations import fields
from converter.citations.archival import in_repository
from converter.citations.archival_fields import unpublished
from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_gap
from converter.citations.in_short import russian_in_short
from converter.citations.names import people
from converter.citations.rule import CitationRule, NoteText, one_of
from converter.citations.shelfmarks import IN_SHORT, no_class, signature, structured
from converter.model import CitationKind
from converter.model import FieldKind as K

IBID = re.compile(
    r"(?:[Ii]b(?:id(?:em)?|d)\b\.?|[Ii]dem\b\.?|Loc\.\s?cit\.|[Тт]ам\sже\b\.?|[Ee]bd\."
    r"|[Ee]benda\b|[Tt]amże\b)"
)
AGAIN_IN_WORDS = one_of("ibid", "ibd", "idem", "cit.", "там", "ebd.", "ebenda", "tamże")
OP_CIT = re.compile(
    r"(?:[Oo]p\.?\s?cit\.?(?!\w)|[Ll]oc\.?\s?cit\.?(?!\w)|[Уу]каз\.\s?соч\.|a\.\s?a\.\s?O\."
    r"|dz\.\s?cyt\.)"
)


def paper_or_file(text: str, at: int) -> Sequence[Mark]:
    """A paper or a file of the piece or fond that was cited before."""
    found = IN_SHORT.match(text, at)
    if found and found["only"]:
        return (Mark(K.SHELFMARK, *found.span(), inside=(Mark(K.ITEM, *found.span()),)),)
    russian = russian_in_short(text, at)
    return (russian,) if russian else NOTHING


def of_known_form(text: str, at: int) -> Sequence[Mark]:
    """A shelfmark of a known form, such as a decimal file."""
    known = structured(text, at, no_class)
    return (known,) if known else NOTHING


READERS = (
    fields.page,
    fields.document,
    fields.folio,
    fields.column,
    fields.volume,
    fields.dated,
    paper_or_file,
    of_known_form,
    fields.bare_volume,
    unpublished,
    signature,
)


def again(note: NoteText, at: int) -> Sequence[Mark]:
    """Ibid. and what follows it; a siglum of the same letters is an archive."""
    found = IBID.match(note.text, at)
    if not found or in_repository(note, at):
        return NOTHING
    marks = fields.in_turn(note.text, found.end(), READERS, note.stops)
    return [Mark(K.SAME, at, found.end()), *marks]


def work_again(note: NoteText, at: int) -> Sequence[Mark]:
    """A name, op. cit., and what follows it."""
    authors, end = people(note.text, at)
    start = past_gap(note.text, end)
    found = OP_CIT.match(note.text, start) if authors else None
    if not found:
        return NOTHING
    marks = fields.in_turn(note.text, found.end(), READERS, note.stops)
    return [*authors, Mark(K.SAME, start, found.end()), *marks]


AGAIN = CitationRule(
    "ibid",
    CitationKind.OTHER,
    again,
    because="ibid. and its like in other languages repeat the source cited last",
    yes=("[[Ibid., 23 May 1939]].", "See also [[ibid., p. 40]]; and", "[[Там же, л. 7]]."),
    no=("Ibidis was a town.", "They were not the same."),
    needs=AGAIN_IN_WORDS,
)
WORK_AGAIN = CitationRule(
    "op-cit",
    CitationKind.OTHER,
    work_again,
    because="op. cit. behind a name repeats that author's work",
    yes=("See [[Vik, op. cit., pp. 40–1]].", "[[Brandt, a.a.O., S. 12]]; dazu"),
    no=("It is an op. cit. too many.", "Vik, opus 5"),
    needs=one_of("cit", "соч", "o.", "cyt"),
)
