"""The letters of an edition for the search over all editions of letters, and what it still asks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from converter.counting import plural
from converter.markup import TEI
from converter.problems import Place, Problem
from converter.settings import Settings
from converter.site.sitemap import LONG_AGO, day_of_edition

NAME = "correspondence.xml"
CORRESPONDENCE = f"{{{TEI}}}teiHeader/{{{TEI}}}profileDesc/{{{TEI}}}correspDesc"
# The licences that the format allows, and where their texts are.
FREE = (
    (
        re.compile(r"CC[ -]BY(?: (\d\.\d))?", re.IGNORECASE),
        "https://creativecommons.org/licenses/by/{}/",
    ),
    (
        re.compile(r"CC[ -]?0(?: (\d\.\d))?", re.IGNORECASE),
        "https://creativecommons.org/publicdomain/zero/{}/",
    ),
)
FREE_ADDRESS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/by|publicdomain/zero)/\d\.\d/?.*"
)


@dataclass(frozen=True, slots=True)
class Letters:
    """How many letters an edition has, and what its settings lack for the list of them."""

    number: int = 0
    lacking: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """For the report of a build."""
        if self.number:
            yield f"{plural(self.number, 'letter')} listed in tei/{NAME}"
        if self.lacking:
            yield f"before correspSearch can take it up, edition.toml needs {words(self.lacking)}"


def is_letter(root: etree._Element) -> bool:
    """Whether a document says who wrote to whom."""
    return root.find(CORRESPONDENCE) is not None


def letters_of(number: int, settings: Settings) -> Letters:
    """So many letters, and what the settings lack for the list of them."""
    return Letters(number, lacking(settings) if number else ())


def lacking(settings: Settings) -> tuple[str, ...]:
    """What the list needs and the settings do not say, in words."""
    needed = {
        "an editor": bool(settings.editors),
        "a publisher": bool(settings.publisher),
        "the licence CC BY 4.0 or CC0": bool(free_licence(settings)),
        "a base_url": bool(settings.address),
        f"a date (for want of one, the list says {LONG_AGO})": bool(day_of_edition(settings.date)),
    }
    return tuple(what for what, there in needed.items() if not there)


def free_licence(settings: Settings) -> str:
    """The address of a licence under which the list may be harvested; empty for any other.

    >>> free_licence(Settings(publisher="A", licence="CC BY 4.0"))
    'https://creativecommons.org/licenses/by/4.0/'
    >>> free_licence(Settings(publisher="A", licence="CC BY-NC 4.0"))
    ''
    """
    if settings.licence_url:
        return settings.licence_url if FREE_ADDRESS.fullmatch(settings.licence_url) else ""
    for name, address in FREE:
        if found := name.fullmatch(settings.licence.strip()):
            return address.format(found[1] or ("4.0" if "licenses" in address else "1.0"))
    return ""


def unready(letters: Letters, settings: Settings) -> list[Problem]:
    """Told of an edition that is published with letters, and whose list cannot be harvested."""
    if not letters.lacking or not settings.address:
        return []
    facts = {"lacking": words(letters.lacking)}
    return [Problem("correspondence-not-ready", Place("edition.toml"), "", facts)]


def words(items: Iterable[str]) -> str:
    """A list in words.

    >>> words(["a publisher", "a base_url", "a date"])
    'a publisher, a base_url and a date'
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last
