"""What stands behind a title: place, publisher and year, editors, volumes, pages."""

import re
from collections.abc import Sequence

from converter.citations import fields
from converter.citations.fields import Reader
from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_bracket, past_gap
from converter.citations.letters import UPPER
from converter.citations.names import people
from converter.citations.stops import Stops
from converter.model import FieldKind as K

PLACE = (
    rf"[{UPPER}][\w.’'-]{{0,40}}"
    rf"(?:\s(?:am|an\sder|on|upon|sur)\s[{UPPER}]\w+|\s[{UPPER}][\w.’'-]{{0,40}}){{0,2}}(?:,\s[A-Z]{{2}})?"
)
PLACES = rf"{PLACE}(?:\s?(?:,|and|&|/|–|-)\s?{PLACE}){{0,2}}?"
PUBLISHER = r"(?P<publisher>[^(),;:\d]{2,60}?)"
YEAR = r"(?:1[89]\d\d|20\d\d)(?:[–-]\d{2,4})?"
EDITION = (
    r"(?:\d(?:st|nd|rd|th)|[Rr]ev(?:ised|\.)?|[Ss]econd|[Tt]hird|[Nn]ew|[Pp]aperback)"
    r"\s(?:edn?\b\.?|edition)"
)
IMPRINT = re.compile(
    rf"\((?:{EDITION},?\s)?(?:(?P<place>{PLACES})(?:\s?[:,]\s{PUBLISHER})?,?\s)?(?P<year>{YEAR})\)"
)
BARE_IMPRINT = re.compile(
    rf"(?P<place>{PLACE}\.?)(?:\s?:\s{PUBLISHER})?,?\s(?P<year>{YEAR})(?!\d)(?!\s?[–-]\d)"
)
DASHES = re.compile("[–-]")
TRANSLATED = re.compile(r"(?:trans(?:l|lated)?\.?|tr\.|übers\.)\s(?:by\s)?(?=[A-Z])")
EDITED_BY = re.compile(
    r"(?:[Ee]d(?:ited|s)?\b\.?|[Hh]rsg\.|[Hh]g\.|под\sред\.|ред\.|oprac\.|a\scura\sdi)"
    r"\s(?:by\s|von\s)?"
)
# The title of a volume of a work: ``vol. 2: The War (London, 1967)``.
VOLUME_TITLE = re.compile(
    rf"[{UPPER}][^();]{{3,100}}(?=\s\((?:[^();]{{2,60}},\s)?(?:1[89]|20)\d\d\))"
)
PASSED_OVER = re.compile(rf"(?:{EDITION}|\d{{1,2}}\svols?\.?)(?=[,\s(])")


def imprint(text: str, at: int) -> Sequence[Mark]:
    """Place, publisher and year in brackets, or the year alone."""
    return from_imprint(IMPRINT.match(text, at))


def bare_imprint(text: str, at: int) -> Sequence[Mark]:
    """Place and year without brackets: ``London, 1987``."""
    return from_imprint(BARE_IMPRINT.match(text, at))


def from_imprint(found: re.Match[str] | None) -> Sequence[Mark]:
    if not found:
        return NOTHING
    kinds = (("place", K.PLACE), ("publisher", K.PUBLISHER))
    marks = [Mark(kind, *found.span(name)) for name, kind in kinds if found[name]]
    first, *last = DASHES.split(found["year"])
    if last:
        end = first[: len(first) - len(last[0])] + last[0]
        return (*marks, Mark(K.DATE, *found.span("year"), first=first, last=end))
    return (*marks, Mark(K.DATE, *found.span("year"), first))


def edited_by(text: str, at: int) -> Sequence[Mark]:
    """``ed. A. Vik``: the name is the field."""
    lead = EDITED_BY.match(text, at)
    return people(text, lead.end(), K.EDITOR)[0] if lead else NOTHING


BOOK_FIELDS: tuple[Reader, ...] = (
    imprint,
    edited_by,
    fields.volume,
    fields.page,
    fields.column,
    fields.document,
    fields.bare_volume,
    bare_imprint,
)


def behind_title(text: str, at: int, stops: Stops) -> list[Mark]:
    """The fields behind a title; words that are no field are passed over where one follows."""
    marks: list[Mark] = []
    while True:
        more = [mark for mark in fields.in_turn(text, at, BOOK_FIELDS, stops) if new(mark, marks)]
        marks += more
        end = more[-1].end if more else at
        if more and more[-1].kind is K.DATE:
            end = past_bracket(text, end)
        start = past_gap(text, end)
        title = VOLUME_TITLE.match(text, start) if marks else None
        after = title.end() if title else passed_over(text, start)
        if after == start and not (more and text[end - 1] == ")"):
            return marks
        at = after


def new(mark: Mark, marks: Sequence[Mark]) -> bool:
    """A field of which there may be several, or of a kind that is not there yet."""
    return mark.kind in (K.PAGE, K.EDITOR) or all(mark.kind is not each.kind for each in marks)


def passed_over(text: str, at: int) -> int:
    """Where words end that are no field but stand among them: translators, editions, volumes."""
    translated = TRANSLATED.match(text, at)
    if translated:
        return people(text, translated.end())[1]
    found = PASSED_OVER.match(text, at)
    return found.end() if found else at
