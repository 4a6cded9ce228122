"""Word lists: a text taken apart once, and which words and phrases of a list stand in it."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
TOKENS = re.compile(r"\w+")
SHORT = 1000  # characters; a text beyond is taken apart each time, so that memory has a bound
ENDING_MARKS = frozenset(",.;:")
# Letters that a pattern without regard to case takes for others than their small letter is.
UNLIKE_THEIR_CAPITALS = {"ı": "i", "İ": "i", "ſ": "s"}
AS_PATTERNS_READ = str.maketrans(UNLIKE_THEIR_CAPITALS)


class Pieces(NamedTuple):
    """A text taken apart. ``odd`` are its pieces that are more than a word and a mark behind it.

    ``words`` are words and figures in order, ``lowered`` the same in small letters. ``small`` is
    what stands between the edges of words, as patterns see them, in small letters: ``K22/3`` has
    the words K, 22 and 3, but the tokens k22 and 3.
    """

    words: tuple[str, ...]
    lowered: tuple[str, ...]
    small: AbstractSet[str]
    odd: str

    def followed_by(self, others: "Pieces") -> "Pieces":
        """The pieces of this text and of one that goes on with it."""
        return Pieces(
            self.words + others.words,
            self.lowered + others.lowered,
            self.small | others.small,
            f"{self.odd} {others.odd}".strip(),
        )


def words_of(text: str, odd: list[str] | None = None) -> list[str]:
    """The words and figures of a text; ``odd`` takes the pieces that are more than one word.

    Most of what stands between white space is nothing but letters, and needs no pattern.
    """
    words: list[str] = []
    for piece in text.split():
        if piece.isalpha():
            words.append(piece)
        elif piece[-1] in ENDING_MARKS and (bare := piece[:-1]).isalpha():
            words.append(bare)
        else:
            words += WORDS.findall(piece)
            if odd is not None:
                odd.append(piece)
    return words


def taken_apart(text: str) -> Pieces:
    """The pieces of a text; those of a short one are remembered, for notes are lines first."""
    return remembered(text) if len(text) <= SHORT else pieces_of(text)


@lru_cache(maxsize=128)
def remembered(text: str) -> Pieces:
    return pieces_of(text)


def pieces_of(text: str) -> Pieces:
    pieces: list[str] = []
    words = words_of(text, pieces)
    odd = " ".join(pieces)
    lowered = tuple(map(str.lower, words))
    tokens = TOKENS.findall(odd.lower())
    if all(token.isalpha() or token.isdigit() for token in tokens) and not unusual(text):
        return Pieces(tuple(words), lowered, {*lowered, *tokens}, odd)
    return Pieces(tuple(words), lowered, small_tokens(text), odd)


def small_tokens(text: str) -> AbstractSet[str]:
    """What stands between the edges of words, in small letters."""
    return set(TOKENS.findall(in_small_letters(text)))


def in_small_letters(text: str) -> str:
    """The text as a pattern without regard to case sees it."""
    return (text.translate(AS_PATTERNS_READ) if unusual(text) else text).lower()


def unusual(text: str) -> bool:
    return any(map(text.__contains__, UNLIKE_THEIR_CAPITALS))


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of a list that are one token, in small letters; the rest with a pattern each."""

    single: frozenset[str]
    phrases: tuple[tuple[str, str, re.Pattern[str]], ...]  # first token, small letters, pattern

    def count(self, text: str, small: AbstractSet[str]) -> int:
        """How many of the words stand in a text with these tokens, without regard to case."""
        found = len(self.single & small)
        for first, phrase, pattern in self.phrases:
            if (first in small or not first) and phrase in text.lower():
                found += pattern.search(text) is not None
        return found


@cache
def word_list(words: tuple[str, ...]) -> WordList:
    """The list made ready to be looked for."""
    single: set[str] = set()
    phrases = []
    for word in words:
        small = word.lower()
        if TOKENS.fullmatch(small):
            single.add(small)
        else:
            first = TOKENS.search(small)
            pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
            phrases.append((first.group() if first else "", small, pattern))
    return WordList(frozenset(single), tuple(phrases))


def contains_word(text: str, words: tuple[str, ...]) -> int:
    """How many of the words stand in the text, each counted once, without regard to case."""
    return word_list(words).count(text, small_tokens(text))
