"""Signs: small questions about a line of text that several rules ask."""

import re
from functools import cache
from typing import NamedTuple

from converter.languages import Language
from converter.wordlists import Pieces, taken_apart, word_list
from converter.wordlists import contains_word as contains_word

SENTENCE_MARKS = tuple(".!?…:;")
MARKS_BEHIND = "'’\"”»)]"  # what may stand between such a mark and the end
CLOSED = (*SENTENCE_MARKS, *MARKS_BEHIND)
LAST_ABBREVIATION = re.compile(r"\w+(?=\.\s*\Z)")
OPENING_MARKS = " \t([«\"“„‘'’—–-…"
CLOSING_MARKS = ",;:.!?)»”]"
POINT = re.compile(
    r"""\s* (?: \((\d{1,3}|[a-z])\)              # (3), (b)
            | (\d{1,3}) (?: \.?\) | [.:](?=\s) )  # 3), 3.), 3. and 3:
            | ([a-z]) \. (?=\ [A-ZА-ЯЁÀ-ÖØ-Þ])     # b. before a capital
            ) \s*""",
    re.VERBOSE,
)
LIST_BULLET = re.compile(r"\s*[•·*▪◦]\s+")
LONG = 60  # a line shorter than this may be a heading, a dateline or a signature
LONGEST_NAME = 50  # a line shorter than this may be a name alone

CAPITAL = r"(?:[A-ZА-ЯЁÀ-ÖØ-Þ][\w’'-]*\.?|(?:[A-ZА-ЯЁ]\.){2,3})"
LIFE_DATES = re.compile(
    r"\(\s*(?:b\. |born |c\. ?|geb\. |р\. )?1[5-9]\d\d\s*"
    r"(?:[–—-]\s*(?:c\. ?)?(?:1[5-9]\d\d|20\d\d)?)?\s*\)"
)
LIFE_SPAN = re.compile(r"[;,(] ?(?:c\. ?)?1[5-9]\d\d ?[–—-] ?(?:1[5-9]\d\d|20\d\d)\)?\.?\s*\Z")
FULL_DATE = re.compile(rf"\b\d{{1,2}}\.? {CAPITAL} 1[89]\d\d|\b[а-я\d]+ [а-я]+ 1[89]\d\d")
DATE_IN_FIGURES = re.compile(
    r"(?<![\w./])\d{1,2}[./] ?(?:\d{1,2}|[IVX]{1,4})[./]? ?(?:1[5-9])?\d\d(?!\d)"
)
NUMBERED_PART = re.compile(r"(?<![\w.])\d+/[\dIVX]+")
SLASHED = re.compile(r"\d/\d")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")
FIGURES = re.compile(r"\d+")
CENTURIES = ("15", "16", "17", "18", "19", "20")  # what a year begins with

# The edge of a word is looked for behind its first character: nothing but capitals is tried, or
# figures, or stops.
#
# An archive's reference: letters of a class and a number with slashes, a fond, a piece of a series.
# With each form goes the mark without which there is none.
SHELFMARKS = (
    ("/", re.compile(r"[A-Z](?<!\w.)[A-Z]{0,2} ?\d+(?:/\d+)+\b")),  # N3012/6/59
    (" ", re.compile(r"[A-Z](?<!\w.)[A-Z]{1,3} \d{2,4}[ /]\d+")),  # FO 371 24839, CAB 65/4
    (".", re.compile(r"\d(?<!\w.)\d\d[A-Z]?\.\d+[./-]\S*\d")),  # 611.61/3-1461
    # 741.HB Vik Islands/3–1437
    ("/", re.compile(r"\d(?<!\w.)\d\d[A-Z]?\.[\dA-Z]+(?: [A-Z]\w+)?/[\d–-]+\d")),
    # f.17 op.2
    (".", re.compile(r"\.(?:(?<=\b[fdlфдл].)|(?<=\b(?:op|ll|оп|лл).)) ?\d+"
                     r".{0,6}\b(?:op|d|ll?|оп|д|лл?)\. ?\d+")),
)  # fmt: skip
SIGLUM = re.compile(r"[A-ZА-ЯЁ](?<!\w.)[A-ZА-ЯЁ]{1,5}(?=[ ,:;/])")
NEWSPAPER_DATE = re.compile(
    rf"\A(?:(?:The|Le|La|Die|Der|Das|Il) )?{CAPITAL}(?: {CAPITAL}){{0,4}},?"
    rf" \(?\d{{1,2}}\.? {CAPITAL} 1[89]\d\d"
)
# A name has some letters: without a limit, nothing but capitals would be tried from each of them.
QUOTED_TITLE = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’-]{1,40}, [‘“«„\"][^’”»\"]{8}")
EXTENT = re.compile(r"\b(?:pp?|ll?|cols?|ff?|S|Bl|с|л|лл|стр)\. ?\d+")
EXTENT_WORDS = frozenset(
    ("p", "pp", "l", "ll", "col", "cols", "f", "ff", "s", "bl", "с", "л", "лл", "стр")
)
NAME_ENDS = re.compile(r"[,(:;]| [–—-] ")
NAME_WORD = re.compile(CAPITAL)


def has_shelfmark(text: str) -> bool:
    """An archive's reference by its shape."""
    return any(mark in text and form.search(text) for mark, form in SHELFMARKS)


def has_slashed(text: str) -> bool:
    """A figure, a stroke, a figure."""
    return "/" in text and SLASHED.search(text) is not None


def ends_sentence(text: str) -> bool:
    """The text ends with the mark of a sentence, others perhaps behind it, or with a bracket."""
    bare = text.rstrip()
    return bare.endswith("]") or bare.rstrip(" –—").rstrip(MARKS_BEHIND).endswith(SENTENCE_MARKS)


def unfinished(text: str, tongue: Language) -> bool:
    """The text ends inside a sentence: without a closing mark, or with an abbreviation."""
    if not text.strip():
        return False
    if not ends_sentence(text):
        return True
    return long(text) and ends_abbreviated(text, tongue)


def ends_abbreviated(text: str, tongue: Language) -> bool:
    last = LAST_ABBREVIATION.search(text[-20:])
    return last is not None and last.group() in tongue.abbreviations


def runs_on(text: str) -> bool:
    """The text begins inside a sentence: with a small letter, or a mark that closes something."""
    if POINT.match(text) or text.strip() == "]":
        return False
    bare = text.lstrip(OPENING_MARKS + "&")
    return bare[:1].islower() or text.lstrip()[:1] in tuple(CLOSING_MARKS)


def closed(text: str) -> bool:
    """The text ends as notes do: with a mark, a bracket or a quotation mark."""
    return text.rstrip().endswith(CLOSED)


def name_like(text: str) -> bool:
    """One to four words, each a capital or an initial: a signature, a form of address."""
    if len(text) >= LONGEST_NAME:
        return False
    words = text.strip(" ,!.").split()
    if text.rstrip().endswith(".") and words and len(words[-1].split(".")[-1]) > 2:
        return False  # a sentence of one word, not an initial
    return 0 < len(words) <= 4 and all(word[:1].isupper() for word in words)


def long(text: str) -> bool:
    return len(text) >= LONG


def begins_with(text: str, phrases: tuple[str, ...]) -> bool:
    """The text begins with one of the phrases as whole words."""
    return text.startswith(phrases) and any(
        text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalnum()
        for phrase in phrases
    )


def first_person(text: str, tongue: Language) -> bool:
    """Somebody says I or we; the Roman numeral of a volume (``I, no. 4``) is none."""
    return speaks(text, taken_apart(text), tongue)


def speaks(text: str, pieces: Pieces, tongue: Language) -> bool:
    """The same, of a text that is taken apart."""
    patterns = speaker_patterns(tongue.first_person)
    return any(
        small in pieces.small and word in text and pattern.search(text)
        for word, small, pattern in patterns
    )


@cache
def speaker_patterns(words: tuple[str, ...]) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each word, also in small letters, with a pattern that looks for its edge when it is met."""
    return tuple(
        (word, word.lower(), re.compile(rf"{found}(?<!\w{found})(?=[’' ]+[^\W\dA-ZА-Я]|[?!])"))
        for word, found in zip(words, map(re.escape, words), strict=True)
    )


def is_year(figures: str) -> bool:
    return len(figures) == 4 and figures[:2] in CENTURIES


class References(NamedTuple):
    """What of a reference to a source a text has."""

    shelfmark: bool
    newspaper: bool  # with its date
    extent: bool
    quoted_title: bool
    siglum: bool
    full_date: bool
    numbered_part: bool
    words: int  # of references

    def score(self, length: int) -> int:
        """How much of a reference that is, in a text of this length."""
        return (
            3 * self.shelfmark
            + 3 * self.newspaper
            + 2 * self.extent
            + self.quoted_title
            + min(self.words, 2)
            + self.siglum
            + (self.full_date and length < 200)
            + self.numbered_part
        )


def references(text: str, pieces: Pieces, tongue: Language) -> References:
    """The parts of a reference. Most need figures, and are not looked for where none stand."""
    figures = FIGURES.findall(pieces.odd)
    dated = any(figure[:2] in ("18", "19") and len(figure) >= 4 for figure in figures)
    paged = bool(figures) and not EXTENT_WORDS.isdisjoint(pieces.small)
    return References(
        shelfmark=len(figures) > 1 and has_shelfmark(text),
        newspaper=dated and NEWSPAPER_DATE.search(text) is not None,
        extent=paged and EXTENT.search(text) is not None,
        quoted_title=QUOTED_TITLE.search(text) is not None,
        siglum=SIGLUM.search(text) is not None,
        full_date=dated and FULL_DATE.search(text) is not None,
        numbered_part=bool(figures) and "/" in text and NUMBERED_PART.search(text) is not None,
        words=word_list(tongue.reference_words).count(text, pieces.small),
    )


def citation_signs(text: str, tongue: Language) -> int:
    """How much of a reference to a source the text has; from 3 on it is a note that only cites."""
    return references(text, taken_apart(text), tongue).score(len(text))


def life_signs(text: str, tongue: Language) -> int:
    """How much of a person's description the text has: a name, then dates of life, a calling."""
    return described(text, name_at_start(text, tongue), tongue)


def described(text: str, name: str, tongue: Language) -> int:
    """The same, of a text whose name is known."""
    if not name:
        return 0
    rest = text[len(name) :]
    opening = rest[:160].lower()
    score = 2 if LIFE_DATES.match(rest.lstrip(" ,")) or LIFE_SPAN.search(rest) else 0
    score += 1 if contains_word(opening, tongue.roles) else 0
    score += 1 if contains_word(rest.lower(), tongue.life_words) and YEAR.search(rest) else 0
    score += 1 if contains_word(opening, tongue.role_openers) else 0
    return score if rest.lstrip()[:1] in (",", "(", "–", "—", "-", ":") else 0


def name_at_start(text: str, tongue: Language) -> str:
    """The name a text begins with, up to its first comma, bracket or dash; empty where it is none.

    A name has two to six words, each a capital, an initial or a particle; titles count as capitals.
    """
    end = NAME_ENDS.search(text[:90])
    if end is None:
        return ""
    name = text[: end.start()].rstrip()
    words = name.split()
    if not 2 <= len(words) <= 6 or any(any(c.isdigit() for c in word) for word in words):
        return ""
    if words[0] in tongue.sentence_openers or not NAME_WORD.fullmatch(words[0]):
        return ""
    fits = all(word in tongue.name_particles or NAME_WORD.fullmatch(word) for word in words)
    return name if fits else ""


def last_words(text: str, count: int) -> list[str]:
    return re.findall(r"[^\W\d_][\w’'-]*", text)[-count:]


def repeats_the_anchor(before: str, text: str) -> str:
    """The last word with a capital before the anchor that the text begins by repeating; or empty.

    Three words before the anchor are looked at. A possessive is the same word: ``Rostov’s``
    repeats ``Rostov``.
    """
    first = {re.sub(r"[’']s?\Z", "", word) for word in re.findall(r"[^\W\d_][\w’'-]*", text[:90])}
    for word in reversed(last_words(before, 3)):
        bare = re.sub(r"[’']s?\Z", "", word)
        if bare[:1].isupper() and len(bare) > 2 and bare in first:
            return bare
    return ""
