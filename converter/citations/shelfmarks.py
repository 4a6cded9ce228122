"""Shelfmarks in a text: of a known form with its parts, else capitals and figures."""

import re
from collections.abc import Callable, Sequence

from converter.citations.archival_words import every
from converter.citations.found import NOTHING, Mark
from converter.citations.letters import UPPER
from converter.citations.shelfmark_forms import A_YEAR, CODE, FORMS, ITEM, NO_DATE
from converter.model import FieldKind
from converter.model import FieldKind as K

IsClass = Callable[[str], bool]  # of a code: a class of records
BOXES = {
    "en": (
        r"[Bb]ox [Ff]iles? [Ff]olders? [Cc]arton [Rr]eel [Ff]rames? [Pp]art [Vv]ol\. [Nn]o\."
        r" Add\. MSS?\.?"
    ),
    "de": r"[Bb]d\. [Dd]ep\. [Ss]ig\. karton",
    "it": r"[Bb]usta [Bb]\. [Ff]asc\.",
    "pl": r"[Zz]esp\. [Ss]ygn\. [Tt]eczka t\.",
    "fr": r"[Dd]ossier [Ss]érie",
    "ru": r"№ inv\.",
}
LABEL = f"(?:{'|'.join(every(BOXES))})"
WORD = rf"""
    (?: MSS?\.?\s (?:[A-Za-z][a-z]+\.?\s){{1,4}} (?:[a-z]\.\s)? \d+       # MSS. Eng. hist. c. 12
      | (?:{LABEL}\s?)+ [A-Z]?\.?\d[\w./\\()-]*                           # box 12
      | {LABEL}\s? (?=[A-Z]{{2,}}|[IVX]+) [A-Z0-9/\\.-]+                  # busta XII
      | [A-Z]{{1,6}}[/\\.][\w./\\()-]*\d[\w./\\()-]*                      # NC7/11/32
      | [A-Z]{{1,6}}\d[\w./\\()-]*
      | \d+[/\\][\w./\\()-]*\d                                            # 7/39
      | [A-Z]{{2,6}}(?=\s\d|\s[A-Z]\.?\s?\d) | [A-Z]\.?(?=\s\d) | \d{{1,6}}[A-Z]? )"""
ANY = re.compile(
    rf"{WORD} (?: (?:\s | \s?,\s | ,) {NO_DATE} (?!(?:1[6-9]|20)\d\d\b) {WORD} ){{0,6}} (?!\w)",
    re.VERBOSE,
)
HAS_FIGURE = re.compile(r"\d")
# A stop that ends a sentence; the next field of a Russian citation may be a capital too.
CLOSING_STOP = re.compile(rf"\.(?=\s*\Z|\s+(?!(?:Ф|Оп|П|Д|Л|С)\.?\s?\d)[{UPPER}])")
ENDS = ".\\/-(, "
SHORTEST = 3  # figures, where they stand alone
# Printed in short: piece and paper, or one of them, of a class that stands before.
IN_SHORT = re.compile(
    rf"(?P<class>{CODE}[ /](?=\d{{3,6}}\b))?(?P<piece>\d{{3,6}})(?:,?\s(?P<item>{ITEM}))?(?![\w/])"
    rf"|(?P<only>{ITEM})(?!\w)|(?P<slashed>\d{{1,3}}/\d{{1,5}}[A-Z]?)(?![\w/])",
)


def structured(text: str, at: int, is_class: IsClass) -> Mark | None:
    """The shelfmark of a known form that begins here."""
    for form in FORMS:
        found = form.pattern.match(text, at)
        if found and sufficient(form.name, found, is_class):
            return mark(found)
    return None


def sufficient(name: str, found: re.Match[str], is_class: IsClass) -> bool:
    """A class must be known as one; of a Russian shelfmark the fond alone says too little."""
    if name == "fond-opis-delo":
        return bool(found["opis"] or found["delo"])
    if name != "class-piece-item":
        return True
    year = A_YEAR.fullmatch(found["piece"]) and not found["item"] and "/" not in found[0]
    return not year and is_class("".join(filter(str.isalpha, found["class"])))


def mark(found: re.Match[str]) -> Mark:
    """The shelfmark that a form found, with its parts."""
    inside = tuple(
        Mark(FieldKind(name), *trimmed(found, name))
        for name, printed in found.groupdict().items()
        if printed is not None
    )
    return Mark(K.SHELFMARK, *trimmed(found, 0), inside=inside)


def trimmed(found: re.Match[str], group: str | int) -> tuple[int, int]:
    """A part without the white space and comma at its end, and without a sentence's full stop."""
    start = found.start(group)
    end = start + len(found[group].rstrip(" ,"))
    return start, end - (CLOSING_STOP.match(found.string, end - 1) is not None)


def no_class(_: str) -> bool:
    return False


BEGINS_WITH_A_YEAR = re.compile(rf"(?:{A_YEAR.pattern})(?![\w/.])")


def signature(text: str, at: int, is_class: IsClass = no_class) -> Sequence[Mark]:
    """Any shelfmark: of a known form, or capitals and figures."""
    known = structured(text, at, is_class)
    if known:
        return (known,)
    found = ANY.match(text, at)
    if not found or not HAS_FIGURE.search(found[0]):
        return NOTHING
    printed = unended(found[0])
    if BEGINS_WITH_A_YEAR.match(printed) or (printed.isdigit() and len(printed) < SHORTEST):
        return NOTHING
    return (Mark(K.SHELFMARK, at, at + len(printed)),)


def unended(printed: str) -> str:
    """Without the punctuation behind it, and without a bracket that is not opened in it."""
    kept = printed.rstrip(ENDS)
    while kept.endswith(")") and kept.count(")") > kept.count("("):
        kept = kept[:-1].rstrip(ENDS)
    return kept
