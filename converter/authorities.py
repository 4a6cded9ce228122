"""The authority file: archives and serials by every form in which notes print them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from converter.authority_forms import folded
from converter.resources import PACKAGE

NAME = "authorities.xml"
KINDS_OF_SERIAL = ("documentCollection", "newspaper", "journal", "debates")


@dataclass(frozen=True, slots=True)
class Repository:
    """An archive or library; ``source`` is where it was checked, empty where nobody did."""

    id: str
    name: str
    forms: tuple[str, ...]
    settlement: str = ""
    country: str = ""
    scheme: str = ""
    classes: tuple[str, ...] = ()
    source: str = ""

    @property
    def kind(self) -> str:
        return "repository"

    @property
    def title(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Serial:
    """A document collection, newspaper, journal or debates; ``kind`` as in bibl/@type."""

    id: str
    kind: str
    title: str
    forms: tuple[str, ...]
    place: str = ""
    source: str = ""


Entry = TypeVar("Entry", Repository, Serial)


@dataclass(frozen=True, slots=True)
class Authorities:
    """Entries in the order of their file, found by any of their forms."""

    repositories: tuple[Repository, ...] = ()
    serials: tuple[Serial, ...] = ()
    _repositories: dict[str, Repository] = field(init=False, repr=False, compare=False)
    _serials: dict[str, Serial] = field(init=False, repr=False, compare=False)
    _classes: dict[str, Repository] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_repositories", by_form(self.repositories))
        object.__setattr__(self, "_serials", by_form(self.serials))
        codes = {folded(code): entry for entry in self.repositories for code in entry.classes}
        object.__setattr__(self, "_classes", codes)

    @property
    def entries(self) -> tuple[Repository | Serial, ...]:
        return (*self.repositories, *self.serials)

    def repository(self, printed: str) -> Repository | None:
        """The archive that a note names so, by siglum or name."""
        return self._repositories.get(folded(printed))

    def serial(self, printed: str) -> Serial | None:
        """The serial that a note names so, by siglum or title, its English article or not."""
        return self._serials.get(folded(printed)) or self._serials.get(folded(f"The {printed}"))

    def of_class(self, code: str) -> Repository | None:
        """The archive whose shelfmarks begin with the code, such as ``FO``."""
        return self._classes.get(folded(code))


def by_form(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Entries by their folded forms; of two with one form the first has it."""
    found: dict[str, Entry] = {}
    for entry in entries:
        for form in entry.forms:
            found.setdefault(folded(form), entry)
    return found


@cache
def shipped() -> Authorities:
    """The archives and serials that the program knows."""
    return read_authorities(PACKAGE / NAME)


def read_authorities(path: Path) -> Authorities:
    """The entries of an authority file. Raises Refused with the place of what cannot be used."""
    from converter.authority_file import read_entries

    return Authorities(*read_entries(path))


def overlaid(base: Authorities, own: Authorities) -> Authorities:
    """Both together; an entry of ``own`` replaces the one of its id, and takes its forms away."""
    return Authorities(
        (*own.repositories, *without_classes(beside(base.repositories, own.repositories), own)),
        (*own.serials, *beside(base.serials, own.serials)),
    )


def beside(base: tuple[Entry, ...], own: tuple[Entry, ...]) -> list[Entry]:
    """What is left of the entries of ``base``: those with a form that ``own`` does not have."""
    ids, taken = {entry.id for entry in own}, by_form(own)
    left = []
    for entry in base:
        forms = tuple(form for form in entry.forms if folded(form) not in taken)
        if forms and entry.id not in ids:
            left.append(replace(entry, forms=forms))
    return left


def without_classes(base: list[Repository], own: Authorities) -> list[Repository]:
    """A class code means the archive of ``own`` that has it."""
    taken = {code for entry in own.repositories for code in entry.classes}
    return [
        replace(entry, classes=tuple(code for code in entry.classes if code not in taken))
        for entry in base
    ]
