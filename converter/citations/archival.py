"""Archival sources, by the heads with which they begin: a siglum, a class, a fond, papers."""

import re
from collections.abc import Sequence

from converter.citations import archival_words as words
from converter.citations.archival_fields import (
    DIARY,
    behind,
    collection,
    holder,
    holding,
    repository,
    shelfmark,
    siglum,
)
from converter.citations.found import NOTHING, Mark, having
from converter.citations.gaps import past_gap
from converter.citations.names import people
from converter.citations.rule import CitationRule, NoteText, Read, one_of
from converter.citations.shelfmark_forms import CODE, FOND_NUMBER, FORM
from converter.citations.shelfmarks import signature, structured
from converter.model import CitationKind
from converter.model import FieldKind as K

ARCHIVAL = CitationKind.ARCHIVAL
PAPERS_CODE = re.compile(r"[A-Z]{2,6}(?=[ /]\d)")
FOND = re.compile(FOND_NUMBER)


def in_repository(note: NoteText, at: int) -> Sequence[Mark]:
    """An archive by its name or siglum, with what is kept there."""
    head = repository(note, at)
    if not head:
        return NOTHING
    by_class = note.heads.numbers_by_class(note.text[at : head[0].end])

    def is_class(code: str) -> bool:
        return code not in note.heads.coded if by_class else code in note.heads.classed

    readers = (collection, shelfmark(is_class), holding)
    marks = [*head, *behind(note, head[0].end, *readers, is_class=is_class)]
    return having(marks, K.SHELFMARK, K.COLLECTION, K.UNPUBLISHED)


def by_form(form: str) -> Read:
    """A shelfmark of this form with a piece or a delo; a siglum before it may be unlisted."""

    def read(note: NoteText, at: int) -> Sequence[Mark]:
        for before, start in ((NOTHING, at), unlisted(note.text, at)):
            if FORM[form].pattern.match(note.text, start):
                head = structured(note.text, start, note.heads.classed.__contains__)
                if head and having(head.inside, K.PIECE, K.DELO):
                    return [*before, head, *behind(note, head.end)]
        return NOTHING

    return read


def unlisted(text: str, at: int) -> tuple[Sequence[Mark], int]:
    """A siglum that no authority file has, and where what follows it begins."""
    found = siglum(text, at)
    return (found, past_gap(text, found[0].end)) if found else (NOTHING, at)


def in_decimal_file(note: NoteText, at: int) -> Sequence[Mark]:
    return by_form("decimal-file")(note, at) if siglum(note.text, at) else NOTHING


def of_code(note: NoteText, at: int) -> Sequence[Mark]:
    """The code of a person's papers with their number: ``AMEL 3/12``."""
    code = PAPERS_CODE.match(note.text, at)
    if not code or code[0] not in note.heads.coded:
        return NOTHING
    head = signature(note.text, at)
    if not head or "/" not in note.text[at : head[0].end]:
        return NOTHING
    return [*head, *behind(note, head[0].end)]


def in_papers(note: NoteText, at: int) -> Sequence[Mark]:
    """A collection of papers; what keeps them may stand before it."""
    text = note.text
    keeper = holder(text, at) or siglum(text, at)
    head = collection(text, past_gap(text, keeper[0].end)) if keeper else NOTHING
    if not head:
        keeper, head = NOTHING, collection(text, at)
    if not head:
        return NOTHING
    marks = [*keeper, *head, *behind(note, head[0].end)]
    if not keeper:
        marks += keeper_behind(note, marks[-1].end)
    return having(marks, K.SHELFMARK, K.DATE, K.UNPUBLISHED, K.FOLIO)


def in_diary(note: NoteText, at: int) -> Sequence[Mark]:
    """An unpublished diary by its writer's name, with a date."""
    writers, end = people(note.text, at)
    start = past_gap(note.text, end)
    diary = DIARY.match(note.text, start) if writers else None
    if not diary:
        return NOTHING
    head = [*writers, Mark(K.UNPUBLISHED, start, diary.end())]
    marks = [*head, *behind(note, diary.end())]
    return having([*marks, *keeper_behind(note, marks[-1].end)], K.DATE, K.SHELFMARK)


def keeper_behind(note: NoteText, at: int) -> Sequence[Mark]:
    """The archive that keeps papers, and their number there, behind a comma."""
    start = past_gap(note.text, at)
    return in_repository(note, start) if note.text[at:start] == ", " else NOTHING


REPOSITORY = CitationRule(
    "repository",
    ARCHIVAL,
    in_repository,
    because="an archive's siglum with a number, papers or a described piece is a source there",
    yes=(
        "See [[TNA FO 371 11111 C22/33/44, 5 May 1939]].",
        "[[РГАСПИ, ф. 17, оп. 162, д. 24, л. 7]].",
        "[[PA-AA, R 29687, Brandt to Vik, 7 May 1939]].",
    ),
    no=("The TNA keeps the files.", "TNA, 5 May 1939."),
)
RULES = (
    REPOSITORY,
    CitationRule(
        "record-group",
        ARCHIVAL,
        by_form("record-group"),
        because="record groups are those of the National Archives of the United States",
        yes=("[[RG 59, 641.56/214]].", "Brandt's file is in [[RG 84, box 12]]."),
        no=("RG 59 is a number.", "R.G. Vik, the pilot"),
        needs=one_of("rg"),
    ),
    CitationRule(
        "class-code",
        ARCHIVAL,
        by_form("class-piece-item"),
        because="the codes of record classes are known and stand for their archive",
        yes=("Minutes in [[CAB 23/99, 5 May 1939]].", "[[FO 371/22341, N3012/64/59]]; the Board"),
        no=("He was born in CAB 23.", "XYZ 23/99", "FO 371 1939 was a good class."),
        needs=re.compile(CODE).search,
    ),
    CitationRule(
        "papers-code",
        ARCHIVAL,
        of_code,
        because="the codes of personal papers are known and stand for their archive",
        yes=("[[AMEL 3/12]]; see also", "Vik to Brandt, in [[CHAR 2/240]]."),
        no=("AMEL 7 was lost.", "VIK 7/39"),
        needs=PAPERS_CODE.search,
    ),
    CitationRule(
        "fond",
        ARCHIVAL,
        by_form("fond-opis-delo"),
        because="fond, opis and delo together number a file of a Russian archive, named or not",
        yes=("and [[f. 17, op. 162, d. 24, ll. 7–9]].", "См. [[ф. 06, оп. 1, п. 5, д. 35]]."),
        no=("f. 17 is a page", "ф. 17, оп. 162"),
        needs=FOND.search,
    ),
    CitationRule(
        "decimal-file",
        ARCHIVAL,
        in_decimal_file,
        because="the Department of State numbered its files in decimals;"
        " a siglum before one is an archive's",
        yes=(
            "[[HBA, 760d.61/1255, Vik to Brandt, 7 March 1940]].",
            "See [[DS 641.56/214]].",
        ),
        no=("760.5 tons of herring", "It weighed 760.51 tons."),
        needs=re.compile(r"\d{3}[A-Za-z]?\.\d\d").search,
    ),
    CitationRule(
        "papers",
        ARCHIVAL,
        in_papers,
        because="a person's papers with a number, a date or a leaf are a source; "
        "their name alone is not",
        yes=(
            "[[Vik papers, diary, ABCD 7/39, 19 May 1939]].",
            "[[Amsel Town Library, Brandt papers, box 3]]; see also",
        ),
        no=("He left the Vik papers to the town.", "The papers, 5 May 1939, were lost."),
        needs=one_of(*words.IN_PAPERS),
    ),
    CitationRule(
        "diary",
        ARCHIVAL,
        in_diary,
        because="a diary named by its writer and dated is an unpublished source",
        yes=(
            "[[Brandt diary, 5 May 1939]].",
            "[[Vik, diary, 5 May 1939]]",
            "[[Vik diary, 5 May 1939, CHAC, ACAD 1/8]]; and",
        ),
        no=("In his diary, 5 May 1939, he wrote", "The diary of Vik, begun in 1936, is lost."),
        needs=one_of(*map(str.lower, words.every(words.DIARIES))),
    ),
)
