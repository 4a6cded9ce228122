"""The rules by which capitals in a note are taken for the siglum of an archive or a collection.

A siglum stands where a citation may begin (``BEFORE``), something like a shelfmark or a volume
follows (``AFTER``), and nothing tells otherwise (``LEFT_ALONE``). In an example braces mark it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from converter.authorities import Authorities

CAPITAL = "[A-ZÀ-ÖØ-ÞĄĆČĎĘĚŁŃŇŐŘŚŠŤŮŰŹŻŽА-ЯЁІЇЄҐЈ]"
WORD = rf"(?:Ts|Kh|Zh|Sh|Ia|Iu)?(?:{CAPITAL}\.?){{2,8}}(?:[a-zäöü]{{2,4}})?(?!\w)"
SIGLUM = re.compile(rf"(?<![\w.&/-]){WORD}")
SECOND = re.compile(rf"[ -]{WORD}")  # АВП РФ, PA-AA


@dataclass(frozen=True, slots=True)
class Sighting:
    """Capitals in a note with some of the text before and after, and what is known already."""

    siglum: str
    before: str
    after: str
    known: Authorities


@dataclass(frozen=True, slots=True)
class SiglumRule:
    """What a rule says of capitals in a note, when and why, with its examples."""

    name: str
    when: Callable[[Sighting], bool]
    because: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


def ends(pattern: str) -> Callable[[Sighting], bool]:
    """Whether the text before the siglum ends so."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda seen: bool(compiled.search(seen.before))


def begins(pattern: str) -> Callable[[Sighting], bool]:
    """Whether the text after the siglum begins so."""
    compiled = re.compile(pattern)
    return lambda seen: bool(compiled.match(seen.after))


# ---------------------------------------------------------------- where a citation may begin

LEADING = (
    r"see|also|in|from|and|cf\.?|e\.g\.|quoted|cited|printed|by"
    r"|см\.|также|в|из|и|по|siehe|vgl\.|auch|und|voir|aussi|dans|et|zob\.|por\.|także|vedi|anche"
)
BEFORE: tuple[SiglumRule, ...] = (
    SiglumRule(
        "begins-the-note",
        ends(r"\A[\s\[(‘“'\"*\d]{0,9}\Z"),
        "a note of sources alone begins with its first source",
        ("{PAH}, f. 4", "[{PAH}, f. 4]"),
        ("The {PAH}, f. 4",),
    ),
    SiglumRule(
        "after-a-stop",
        ends(r"[;.:(\[—–][\s(‘“'\"]{0,3}\Z"),
        "sources are parted by semicolons, sentences, dashes and brackets",
        ("Vik’s log; {PAH}, f. 4", "He left. {PAH}, f. 4", "the dues ({PAH}, f. 4)"),
        ("the harbour {PAH}, f. 4",),
    ),
    SiglumRule(
        "after-a-leading-word",
        ends(rf"(?<!\w)(?:{LEADING})[:,]?\s{{1,3}}\Z"),
        "see, in, from and the like lead to a source, in the languages of editions",
        ("see also {PAH}, f. 4", "Minutes in {PAH}, f. 4", "см. {ПАХ}, ф. 4", "vgl. {PAH} 5/31"),
        ("the pilots of {PAH}, f. 4",),
    ),
    SiglumRule(
        "after-a-comma",
        ends(r",\s{1,3}\Z"),
        "what a source is goes before its archive, and a second source may follow a first",
        ("Harbour Board to Vik, 3 June 1937, {PAH}, f. 4",),
        ("the Harbour Board {PAH}, f. 4",),
    ),
)

# ---------------------------------------------------------------- what follows a siglum

AFTER: tuple[SiglumRule, ...] = (
    SiglumRule(
        "fond",
        begins(r",? ?(?:[fFфФ]\.|[Ff]ond|[Фф]онд|[Zz]esp\.|zespół|[Ss]ygn\.) ?\d"),
        "archives of the east count by fond, inventory and file",
        ("{PAH}, f. 17", "{PAH} ф.05", "{PAH}, sygn. 12"),
        ("{PAH}, for 17 days",),
    ),
    SiglumRule(
        "named-unit",
        begins(
            r",? (?:RG|MSS?\.?|Add\.|[Ff]ile|[Bb]ox|[Ff]older|[Rr]eel|[Cc]arton|[Dd]ossier|Bd\."
            r"|[Bb]usta|b\.|fasc\.|inv\.|[Tt]eczka) ?№?\d"
        ),
        "files, boxes and reels are counted and called by name",
        ("{PAH}, RG 59", "{PAH} box 4", "{PAH}, Bd. 12", "{PAH}, busta 3"),
        ("{PAH} boxed his 4 sons in",),
    ),
    SiglumRule(
        "class-and-number",
        begins(rf",? {CAPITAL}{{1,4}} ?-?\d+(?:[/.,:;)]|\Z)"),
        "a class of records has a code of capitals and a number",
        ("{PAH} PB 371/21345", "{PAH}, R 29687, p. 4", "{PAH} N 1022/32"),
        ("{PAH} Harbour 4/5",),
    ),
    SiglumRule(
        "number-in-parts",
        begins(r",? \d+[A-Za-z]?[/:.-]\d"),
        "a shelfmark without words is a number in parts",
        ("{PAH} 5/31", "{PAH}, 2/322/0", "{PAH} 12.4"),
        ("{PAH} 39 ships",),
    ),
)
NAMING = rf"(?:{CAPITAL}[\w’'-]+|of|the|for|and|du|des|der|und)"
HOLDING_IN_WORDS = SiglumRule(
    "holding-in-words",
    begins(
        rf", {NAMING}(?: {NAMING})"
        r"{0,4}, (?:(?:1[6-9]|20)\d\d(?:[–-]\d{2,4})?, )?"
        r"(?:(?:vols?|[Bb]ox|[Ff]ile|[Ff]older|[Rr]eel|[Bb]d|no|nos)\b\.? ?\d|\d{1,6}(?:[/,;.]|\Z))"
    ),
    "a holding may be named in words between its archive and a number",
    ("{PAH}, Harbour Minutes, 1938, vol. 1, p. 7", "{PAH}, Ministry of Harbours, box 201"),
    ("{PAH}, the harbour, 12 ships", "{PAH}, Old Ole Vik said"),
)
AFTER = (*AFTER, HOLDING_IN_WORDS)
YEAR = r"(?:\(?\d{4}(?:[–-]\d{2,4})?\)?, )?"
AFTER_A_SERIAL: tuple[SiglumRule, ...] = (
    SiglumRule(
        "volume",
        begins(
            rf",? {YEAR}(?:(?:[Vv]ols?|[Ss]er|[Ss]eries|[Tt]ome?|[Тт]ом|[Тт])\b\.? ?"
            r"(?:[IVXLC]+|[ivxlc]+|[A-Z]|\d+)\b|(?:[IVXLC]+|[ivxlc]{2,})[/,:;. ]"
            r"|\d(?:st|nd|rd|th) ser|\d\.? [Ss][eé]rie)"
        ),
        "collections of documents are counted in volumes and series",
        ("{PAD}, vol. XII", "{PAD}, 1936, XIX/2", "{PAD} II, no. 4", "{PAD}, т. 22"),
        ("{PAD}, voluntary", "{PAD}, in 1940, went", "{PAD}, i.e. the dues"),
    ),
    SiglumRule(
        "document-number",
        begins(rf",? {YEAR}(?:(?:[Nn]os?|[Dd]ocs?|[Dd]ok|[Дд]ок|[Nn]r|[Pp]oz)\b\.?|№) ?\d"),
        "documents of a collection have numbers",
        ("{PAD}, no. 214", "{PAD}, 1939, doc. 12", "{PAD}, № 4"),
        ("{PAD}, not 4",),
    ),
)

# ---------------------------------------------------------------- what is no siglum

ABBREVIATIONS = (
    "USSR USA US UK GB SSSR СССР РСФСР RSFSR MP MPS HMS HMSO HMG SS RAF RN BBC TASS ТАСС NKVD НКВД"
    " NKID НКИД MID МИД OGPU ОГПУ GPU CPSU КПСС CP CPGB VKP ВКП CC ЦК PCF KPD SPD NSDAP OKW OKH AD"
    " BC AM PM GMT PS NB MA BA UN UNO NATO EU ILO ICRC YMCA TUC OUP CUP ISBN ISSN DOI URL HTTP PDF"
    " RG MS MSS ADD NO NOS VOL PP ED EDS"
)
PROSE = frozenset(ABBREVIATIONS.split())
ROMAN = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def is_known(seen: Sighting) -> bool:
    known, siglum = seen.known, seen.siglum
    return bool(known.repository(siglum) or known.serial(siglum) or known.of_class(siglum))


def is_part(seen: Sighting) -> bool:
    """Whether an archive or serial by name or siglum stands before, and a comma between."""
    if not seen.before.endswith(", "):
        return False
    words = seen.before[:-2].split()
    lasts = (" ".join(words[-count:]).lstrip("(;[") for count in range(1, len(words) + 1))
    known = seen.known
    return any(known.repository(x) or known.serial(x) or SIGLUM.fullmatch(x) for x in lasts)


LEFT_ALONE: tuple[SiglumRule, ...] = (
    SiglumRule(
        "known",
        is_known,
        "it is a form or a class code of an entry",
        ("{TNA} 5/31", "{FO} 371/21345", "{DBFP}, vol. II"),
        ("{PAH} 5/31",),
    ),
    SiglumRule(
        "prose",
        lambda seen: seen.siglum.replace(".", "").upper() in PROSE,
        "states, parties, offices and ships are abbreviated too",
        ("{USSR}, vol. II", "{U.S.} 12/4"),
        ("{PAH}, vol. II",),
    ),
    SiglumRule(
        "roman-numeral",
        lambda seen: bool(ROMAN.fullmatch(seen.siglum)),
        "the number of a volume is no name",
        ("{XIV}, no. 4", "Vik’s log, {CIX}, no. 4"),
        ("{PAH}, no. 4",),
    ),
    SiglumRule(
        "part-of-what-stands-before",
        is_part,
        "after an archive and a comma comes its class of records, after debates their house",
        (
            "TNA, {QQ} 5/31",
            "Bodleian Library, {QQ} 5/31",
            "PAH, {QQ} 5/31",
            "Hansard, {HC}, vol. 2",
        ),
        ("the pilot’s papers, {PAH} 5/31",),
    ),
)
RULES = (*BEFORE, *AFTER, *AFTER_A_SERIAL, *LEFT_ALONE)
