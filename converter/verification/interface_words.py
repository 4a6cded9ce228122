"""The words that the text edition adds of its own, read from where the stylesheets have them."""

import re
from collections.abc import Mapping
from functools import cache

from converter.resources import stylesheet

LANGUAGES = ("en", "de", "ru")
ENTRY = re.compile(r"'([a-z0-9-]+)': '((?:[^']|'')*)'")
ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}
DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The words of the interface in a language, by their keys."""
    text = stylesheet(f"common/words/{language}.xsl").read_text("utf-8")
    return {key: plain(words) for key, words in ENTRY.findall(text)}


def plain(words: str) -> str:
    """What is written for the sake of XPath and XML, as it is said."""
    words = words.replace("''", "'")
    for entity, character in ENTITIES.items():
        words = words.replace(entity, character)
    return words


def day(iso: str, words: Mapping[str, str]) -> str:
    """A date in words; what is no such date stays as it is.

    >>> day("1938-03-04", words_of("en")), day("1938-03", words_of("de")), day("spring", {})
    ('4 March 1938', 'März 1938', 'spring')
    """
    found = DATE.fullmatch(iso)
    if not found or not found[2]:
        return iso
    year, month, number = found.groups()
    if not number:
        return f"{words[f'month-{month}']} {year}"
    said = {"day": str(int(number)), "month": words[f"month-{month}-after-day"], "year": year}
    return re.sub(r"\{([a-z]+)\}", lambda gap: said[gap[1]], words["day-form"])
