"""Traits: what a line of text says on its own, found once and asked about by many signs."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from converter import signs
from converter.languages import Language
from converter.line_rules.letter_questions import addresses
from converter.line_rules.questions import dates_a_letter
from converter.signs import FIGURES, POINT, References, begins_with, is_year, references
from converter.wordlists import (
    TOKENS,
    Pieces,
    contains_word,
    in_small_letters,
    small_tokens,
    taken_apart,
    word_list,
    words_of,
)

TAIL = 160  # characters before an anchor that its note may take words from
HALF = 40  # words in which a line has said what it is about
FIRST = 8  # words in which a note repeats the word it explains
CALLED = 160  # characters in which a line says what somebody is
OPENING = 400  # characters in which a line that cites has shown that it does
NUMBER_BEHIND = re.compile(r" \d+(?![\d:])")
NOUN_BEFORE = re.compile(r"\.?(\w+[^\W\d_])(?!\w)")  # read backwards, which needs no search
SENTENCE_ENDS = re.compile(r"[.!?]['’\"”»)]* (?=[A-ZА-ЯЁÀ-ÖØ-Þ«“„»])")
BEGINNINGS = {
    **dict.fromkeys('“"«„‘»', "quotation mark"),
    **dict.fromkeys("([", "bracket"),
    **dict.fromkeys("—–-", "dash"),
}
ENDS = {
    **dict.fromkeys(".!?", "stop"),
    ":": "colon",
    ";": "semicolon",
    ",": "comma",
    **dict.fromkeys("”\"’»“'", "quotation mark"),
    **dict.fromkeys(")]", "bracket"),
}


class Traits(NamedTuple):
    """A line as it reads by itself. ``words`` are its words and numbers in order."""

    text: str
    pieces: Pieces
    words: tuple[str, ...]
    capital_words: int
    capitals: frozenset[str]  # words with a capital that are longer than two letters
    begins: str  # small letter, number, figure, quotation mark, bracket, dash, capital
    ends: str  # stop, colon, semicolon, comma, quotation mark, bracket, figure, open
    unfinished: bool
    closed: bool
    long: bool
    state: str  # how it ends: closed, or open in a long or a short line
    form: str  # runs on, closed, unclosed
    opens_note: bool
    refers: References
    figures: tuple[str, ...]  # its numbers, as they are printed
    year: bool
    citation: int  # how much of a reference it has; 3 and more: it cites
    name: str  # that it begins with
    life: int  # how much of a person's description
    says_i: bool
    pronoun: bool  # it begins with one
    short_words: int  # of the language's commonest
    opening: frozenset[str]  # longer words of its first half, in small letters
    tail: frozenset[str]  # longer words near its end, in small letters
    tail_names: frozenset[str]  # words with a capital near its end
    first: tuple[str, ...]  # its first words without a possessive
    anchor: tuple[str, ...]  # the last words of more than two letters, without a possessive
    title_at_end: bool  # of a person whose name may follow
    witness: int  # words about the document as a thing
    date_line: bool
    addresses: bool  # somebody, as the form of address of a letter
    name_alone: bool


def traits(text: str, tongue: Language) -> Traits:
    """The traits of one line."""
    pieces, opening_pieces = taken_apart_twice(text)
    words, lowered = pieces.words, pieces.lowered
    named = [word for word in words if word[0].isupper()]
    behind_first = named[1:] if named and named[0] is words[0] else named
    capitals = {word for word in behind_first if len(word) > 2}
    if words and len(words[0]) > 3 and words[0] not in tongue.stop_words:
        capitals.add(words[0])
    last = text.rstrip()[-1:]
    near_end = words if len(text) <= TAIL else words_of(text[-TAIL:])
    opening = longer(lowered[:HALF])
    brief = len(text) <= TAIL and len(words) <= HALF
    stop_words = tongue.stop_words
    unfinished, closed, long = signs.unfinished(text, tongue), signs.closed(text), signs.long(text)
    begins = beginning(text)
    figures = tuple(FIGURES.findall(pieces.odd))
    refers = references(text, pieces, tongue)
    name = signs.name_at_start(text, tongue)
    return Traits(
        text=text,
        pieces=pieces,
        words=words,
        capital_words=len(named),
        capitals=frozenset(capitals),
        begins=begins,
        ends=ENDS.get(last) or ("figure" if last.isdigit() else "open"),
        unfinished=unfinished,
        closed=closed,
        long=long,
        state=("open" if long else "short and open") if unfinished else "closed",
        form="runs on" if begins == "small letter" else "closed" if closed else "unclosed",
        opens_note=begins_with(text, tongue.note_openings),
        refers=refers,
        figures=figures,
        year=any(map(is_year, figures)),
        citation=refers.score(len(text)) if opening_pieces is pieces
        else references(text[:OPENING], opening_pieces, tongue).score(OPENING),
        name=name,
        life=signs.described(text, name, tongue),
        says_i=signs.speaks(text, pieces, tongue),
        pronoun=words[:1] != () and words[0] in tongue.pronouns,
        short_words=sum(map(stop_words.__contains__, lowered))
        + sum(map(capitals_only(stop_words).__contains__, named)),
        opening=opening,
        tail=opening if brief else longer(map(str.lower, near_end)),
        tail_names=frozenset([w for w in near_end if len(w) > 2 and w[0].isupper()]),
        first=tuple(map(bare, words[:FIRST])),
        anchor=tuple([bare(word) for word in words[-3:] if len(word) > 2]),
        title_at_end=not as_set(tongue.person_titles).isdisjoint(words[-3:]),
        witness=len(small_letters(tongue.witness_words).intersection(lowered)),
        date_line=dates_a_letter(text, tongue),
        addresses=addresses(text, tongue),
        name_alone=signs.name_like(text),
    )  # fmt: skip


def taken_apart_twice(text: str) -> tuple[Pieces, Pieces]:
    """The pieces of a line, and those of its opening, which are the same in most lines."""
    if len(text) <= OPENING:
        pieces = taken_apart(text)
        return pieces, pieces
    cut = text.rfind(" ", 0, OPENING) + 1
    shared = taken_apart(text[:cut])
    rest, rest_of_opening = taken_apart(text[cut:]), taken_apart(text[cut:OPENING])
    return shared.followed_by(rest), shared.followed_by(rest_of_opening)


def bare(word: str) -> str:
    """The word without a possessive: ``Rostov’s`` is ``Rostov``."""
    return word[:-2] if word.endswith(("’s", "'s")) else word


def beginning(text: str) -> str:
    """What a line begins with, as far as it tells whether it runs on."""
    if signs.runs_on(text):
        return "small letter"
    if POINT.match(text):
        return "number"
    first = text.lstrip()[:1]
    return "figure" if first.isdigit() else BEGINNINGS.get(first, "capital")


def glosses(line: Traits, tongue: Language) -> bool:
    """``French: red herring``: the name of a language, a colon, and a translation."""
    first = line.words[0] if line.words else ""
    return ":" in line.text[: len(first) + 3] and first in tongue.language_names


def points_at_passage(line: Traits, tongue: Language) -> bool:
    """``This sentence was underlined``: the line speaks about the text around it."""
    passages = tokens_of(tongue.passage_words) & line.pieces.small
    if not passages:
        return False
    pointing = tokens_of(tongue.pointing_words) & line.pieces.small
    text = in_small_letters(line.text)
    if not any(f"{first} {second}" in text for first in pointing for second in passages):
        return False
    pattern = passage_pattern(tongue.pointing_words, tongue.passage_words)
    return pattern is not None and pattern.search(line.text) is not None


def longer(words: Iterable[str]) -> frozenset[str]:
    """The words of more than three letters."""
    return frozenset([word for word in words if len(word) > 3])


@cache
def as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


@cache
def capitals_only(words: frozenset[str]) -> frozenset[str]:
    """The words that are in the list as they are, but not in small letters, such as I."""
    return frozenset(word for word in words if word.lower() not in words)


@cache
def small_letters(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


@cache
def tokens_of(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(found.group() for word in words for found in TOKENS.finditer(word.lower()))


@cache
def passage_pattern(pointing: tuple[str, ...], passages: tuple[str, ...]) -> re.Pattern[str] | None:
    if not pointing or not passages:
        return None
    first, second = ("|".join(map(re.escape, words)) for words in (pointing, passages))
    return re.compile(rf"\b(?:{first}) (?:{second})\b", re.IGNORECASE)


def names_calling(line: Traits, tongue: Language) -> bool:
    """The beginning of the line says what somebody is."""
    roles = word_list(tongue.roles)
    if len(line.text) <= CALLED:
        return roles.count(line.text, line.pieces.small) > 0
    beginning = in_small_letters(line.text[:CALLED])
    cut = small_tokens(beginning.rpartition(" ")[2])  # its last word may not be whole
    near = (roles.single & line.pieces.small) | (roles.single & cut)
    if not roles.phrases and not any(map(beginning.__contains__, near)):
        return False
    return contains_word(beginning, tongue.roles) > 0


def numbered_nouns(line: Traits) -> int:
    """``Document 12``, ``telegram 40``: how many things are named with their number."""
    if not line.figures:
        return 0
    text = line.text[:OPENING]
    numbers = (found.start() for found in NUMBER_BEHIND.finditer(text))
    return sum(NOUN_BEFORE.match(text[at - 1 :: -1]) is not None for at in numbers if at)


def share(part: int, whole: int) -> int:
    """In percent; nothing of nothing is nothing."""
    return 100 * part // whole if whole else 0


def dates(line: Traits) -> bool:
    """The line is a date, alone or after a place; a reference with a date is none."""
    return line.date_line and not (line.refers.shelfmark or line.refers.extent)
