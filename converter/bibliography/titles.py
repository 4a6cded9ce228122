"""Titles of works: their significant words, and whether one can stand for another."""

import re
from dataclasses import dataclass

from converter.identifiers import slug

# Words that short titles leave out; a title that has no others keeps them.
SLIGHT = frozenset(
    re.findall(
        r"\w+",
        "the a an of in on and to for from by with at as into his her its their "
        "der die das den dem des ein eine und von vom zu zur im am aus "
        "le la les l un une des du de d et en au aux sur il lo gli e di del della dei delle "
        "i v na o ob s k iz po do ot za w z",
    )
)
WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
QUOTES = ("‘’", "“”", "„“", "«»", '""', "''")
# Where a subtitle begins: behind a colon or dash, or behind the full stop of a whole word.
SUBTITLE = re.compile(r":\s+|\s+[–—-]\s+|(?<=[^\W\d_]{4})\.\s+")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed and by its significant words, those of the subtitle apart."""

    printed: str
    main: tuple[str, ...]
    sub: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return self.main + self.sub

    def is_same(self, other: "Title") -> bool:
        """The same title; a subtitle may be left out, but not be another.

        >>> title("The Bells: A History").is_same(title("‘Bells’"))
        True
        >>> title("Bells: 1936").is_same(title("Bells: 1937"))
        False
        """
        if self.words == other.words:
            return True
        return self.main == other.main and not (self.sub and other.sub)

    def shortens(self, other: "Title") -> bool:
        """Its words stand in the other in the same order, with others between.

        >>> title("Pilot Diaries").shortens(title("The Pilot’s Diaries of Ole Vik"))
        False
        >>> title("Pilot Diaries").shortens(title("Pilot and Harbour Diaries of Ole Vik"))
        True
        """
        left = iter(other.words)
        return all(word in left for word in self.words)

    def is_within(self, other: "Title") -> bool:
        """Its words stand in the other one after the other."""
        return f" {' '.join(self.words)} " in f" {' '.join(other.words)} "


def title(printed: str) -> Title:
    """A title from its printed words.

    >>> title("‘The Light at Amsel: a Chronicle’").main
    ('light', 'amsel')
    """
    plain = unquoted(" ".join(printed.split()).strip(" ,"))
    first, *rest = SUBTITLE.split(plain, maxsplit=1)
    main, sub = significant(first), significant(rest[0]) if rest else ()
    return Title(plain, main or sub, sub if main else ())


def unquoted(text: str) -> str:
    """Without the quotation marks around the whole; those within it stay.

    >>> unquoted("‘“Full ahead”: the pilots of 1936’"), unquoted("“Full ahead”: the “pilots”")
    ('“Full ahead”: the pilots of 1936', '“Full ahead”: the “pilots”')
    """
    pairs = (pair for pair in QUOTES if len(text) > 2 and text[0] + text[-1] == pair)
    for pair in pairs:
        inside = text[1:-1]
        two = re.search(rf"{pair[1]}(?!\w).*{pair[0]}", inside)  # one quotation, then another
        return text if two else inside
    return text


def significant(text: str) -> tuple[str, ...]:
    words = [slug(word) for word in WORDS.findall(text)]
    kept = tuple(word for word in words if word and word not in SLIGHT)
    return kept or tuple(filter(None, words))
