"""The forms of shelfmarks: how archives number what they keep, one row a form."""

import re
from dataclasses import dataclass

from converter.citations.month_names import any_month

# A number is no piece where it is the day of a date.
NO_DATE = rf"(?!(?i:\d{{1,2}}\.?(?:\s?[-–/]\s?\d{{1,2}}\.?)?\s(?:{any_month()})\b))"
CODE = r"[A-Z]{1,5}\.?\s?\d{1,4}"  # FO 371
# N3012/64/59, H/XV/155
ITEM = (
    r"(?:[A-Z]{1,3}\s?\d{1,6}(?:/[A-Z]?\d{1,6}){1,3}(?:/[A-Z]\d{0,3})?"
    r"|[A-Z]{1,3}/[IVXLC]{1,6}/\d{1,4})"
)
PAPER = r"(?:[A-Z]\.?){1,5}\s?(?:\d{1,4}\s?)?\(\d{2}\)\s?\d{0,4}(?:st|nd|rd|th)?"  # EP (34) 12
FOND_NUMBER = r"(?:[Ff](?:ond)?|[Фф](?:онд)?)\.?\s?[РPR]?-?\d"  # f. 17, as far as its first figure
CONCLUSION = r"\d{1,3}\s?\(\d{2}\)\s?\d{0,3}"  # 23(33)4
A_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of building a shelfmark; named groups are its parts."""

    name: str
    pattern: re.Pattern[str]
    because: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


def form(name: str, pattern: str, because: str, yes: tuple[str, ...], no: tuple[str, ...]) -> Form:
    return Form(name, re.compile(pattern, re.VERBOSE), because, yes, no)


FORMS = (
    form(
        "record-group",
        r"""
        (?P<class> RG \s? \d{1,3} ) (?!\w)
        (?: \s*,?\s* (?: M\d{2,4}\s*,?\s* )?
            (?P<piece> \d{3}[A-Z]?\.\d{2,4}[\w.]*(?:\s?/\s?\d[\w-]*)?
                     | (?: (?:[Bb]ox|[Ee]ntry|[Ff]ile)\s\d+ ,?\s? )+ ) )?
        """,
        "the National Archives of the United States number record groups, then decimal files or"
        " boxes",
        yes=("RG 59, 641.56/214", "RG 84, box 12", "RG 43"),
        no=("R.G. Vik", "RGASPI 17", "RG 59, Vik to Brandt"),
    ),
    form(
        "class-piece-item",
        rf"""
        (?: {PAPER} \s in \s )?
        (?P<class> {CODE} ) (?: \s?/\s? | \s*,*\s+ ) {NO_DATE}
        (?P<piece> \d{{1,6}} (?: [A-Z] (?![\w]) )? ) (?! [\w(] | -\d )
        (?: (?: (?:\s*,)+\s* | \s+ | / )
            (?P<item> {ITEM} | {PAPER} | {CONCLUSION} | (?<=/)\d{{1,4}} ) (?!\w) )? (?!/\d)
        """,
        "British departments number the piece within a class of records, and papers within a piece",
        yes=(
            "FO 371 22341 N3012/64/59",
            "CAB 23/99",
            "EP (34) 12 in FO 371 22341, N3012/64/59",
        ),
        no=("19 May 1939", "FO 371", "FO 371, 19 May", "CAB 23/99/1/2"),
    ),
    form(
        "fond-opis-delo",
        r"""
        (?P<fond> (?: [Ff](?:ond)?\.? | [Фф](?:онд)?\.? ) \s? [РPR]?-?\d{1,6}[а-яa-z]? \.? ) (?!\w)
        (?: \s*[,.]?\s* (?P<opis> (?: [Oo]p(?:is)?\.? | [Оо]п(?:ись)?\.? )
            \s? \d{1,5}[а-яa-z]?(?:/\d+)? \.? ) (?!\w) )?
        (?: \s*[,.]?\s* (?: [Pp](?:apka)?\.? | [Pp]or\. | [Пп](?:апка)?\.? | [Пп]ор\. )
            \s? \d{1,5}[а-яa-z]? \.? (?!\w) )?
        (?: \s*[,.]?\s* (?P<delo>
            (?: [Dd](?:elo)?\.? | [Дд](?:ело)?\.? | ed\.\s?khr\. | ед\.\s?хр\. )
            \s? \d{1,6}[а-яa-z]? \.? ) (?!\w) )?
        """,
        "Russian archives number fond, opis and delo; that of foreign policy also a papka",
        yes=(
            "f.1408 op.2. d.57",
            "f. R-5446, op. 82, d. 56",
            "ф. 06, оп. 1, п. 5, д. 35",
            "f. 17",
        ),
        no=("f. and o. are letters", "d. 1953", "op. 3, d. 112"),
    ),
    form(
        "decimal-file",
        r"""
        (?P<piece> \d{3}[A-Za-z]?\.\d{2,4}[A-Za-z0-9.]*
            (?: \s?/\s? (?: \d[\w½–-]*\w | \d½? ) )? ) (?!\w)
        """,
        "the Department of State filed its papers by subject in decimal numbers",
        yes=("641.56/214", "861.00/11705", "760d.61/1255", "641.002/5–1207"),
        no=("12.5.1939", "3.50", "741"),
    ),
    form(
        "carton",
        r"(?P<piece> \d{1,2} \s? [A-Z]{1,2} \s? \d{1,5} ) (?!\w)",
        "the French army's archives number cartons within a series of a department",
        yes=("7 N 2815", "5N 579"),
        no=("19 May 1939", "N 1301"),
    ),
    form(
        "holding-and-volume",
        r"""
        (?P<class> (?: RM | RW | RH | RL | NS | NL | N | R ) \s \d{1,5} (?: \s [IVX]+ )? ) \s?/\s?
        (?P<piece> \d{1,6} ) (?!\w)
        """,
        "the German federal archives number a holding and the volume in it",
        yes=("RM 7/1093", "R 43 II/1432", "N 1301/9"),
        no=("N. Vik", "R 29687"),
    ),
    form(
        "numbered-volume",
        r"(?P<piece> R \s? \d{3,6} ) (?! \w | /\d )",
        "the German foreign ministry numbers its volumes through",
        yes=("R 29687", "R29687"),
        no=("R 43 II/1432", "RM 7/1093"),
    ),
)
FORM = {each.name: each for each in FORMS}
