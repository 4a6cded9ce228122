"""Reference: what a reader needs to cite one source, between the TEI and every export."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Kind(StrEnum):
    """What is cited: a document of the edition, or one of the sources its notes name."""

    DOCUMENT = "document"
    ARCHIVAL = "archival"
    COLLECTION = "documentCollection"
    NEWSPAPER = "newspaper"
    REPORT = "report"  # an article in a newspaper
    JOURNAL = "journal"
    BOOK = "book"
    CHAPTER = "chapter"
    THESIS = "thesis"
    DEBATES = "debates"
    WEB = "web"
    OTHER = "other"


class Role(StrEnum):
    """What somebody has to do with a source."""

    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Creator:
    """A person by the parts of the name, or a body or a name of one part in ``literal``."""

    role: Role
    family: str = ""
    given: str = ""
    patronymic: str = ""
    pseudonym: str = ""
    literal: str = ""

    @property
    def given_names(self) -> str:
        return " ".join(filter(None, (self.given, self.patronymic)))

    @property
    def natural(self) -> str:
        """The name as it is said: ``Ole Vik``."""
        return self.literal or " ".join(filter(None, (self.given_names, self.family)))


OPEN = ".."  # the end of a period of which only the other is known


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year in ISO, as far as known; an end for a period; else what is printed."""

    begin: str = ""
    end: str = ""
    printed: str = ""
    estimated: bool = False  # some day between begin and end, not all of them

    def __bool__(self) -> bool:
        return bool(self.begin or self.printed)

    @property
    def edtf(self) -> str:
        """ISO 8601-2: ``1938-05``, ``1938-05-03/1938-05-05``, ``../1938``; empty if not known."""
        dates = [date for date in (self.begin, self.end) if date]
        return "/".join(date + "~" * (self.estimated and date != OPEN) for date in dates)

    @property
    def year(self) -> str:
        """The year, where it is one year."""
        years = {date[:4] for date in (self.begin, self.end) if date}
        return years.pop() if len(years) == 1 else ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One source to be cited; what is not known is empty."""

    key: str
    kind: Kind
    title: str = ""
    creators: tuple[Creator, ...] = ()
    container: str = ""  # the volume, book, journal or newspaper it is a part of
    series: str = ""
    volume: str = ""
    issue: str = ""
    first_page: str = ""
    last_page: str = ""
    date: Date = Date()  # of publication; of an unpublished thing, when it was written
    original_date: Date = Date()  # of writing, for what was published later
    place: str = ""
    publisher: str = ""
    archive: str = ""
    archive_place: str = ""
    archive_collection: str = ""
    shelfmark: str = ""
    database: str = ""  # the digital archive that shows it
    url: str = ""
    language: str = ""
    note: str = ""

    def by(self, role: Role) -> tuple[Creator, ...]:
        return tuple(creator for creator in self.creators if creator.role is role)

    @property
    def is_part(self) -> bool:
        """It stands in something larger that has a title of its own."""
        return bool(self.container)

    @property
    def unpublished(self) -> bool:
        return self.kind is Kind.ARCHIVAL or (self.kind is Kind.DOCUMENT and not self.container)

    @property
    def heading(self) -> str:
        """The title; of a record that has none, its collection and shelfmark, as catalogues do."""
        return self.title or self.location

    @property
    def location(self) -> str:
        """Where it lies in its archive: ``Brandt papers, box 3``."""
        return ", ".join(filter(None, (self.archive_collection, self.shelfmark)))

    @property
    def holder(self) -> str:
        """The archive with its place, which is named once: ``Harbour Museum, Port Amsel``."""
        named = self.archive_place and self.archive_place in self.archive
        return ", ".join(filter(None, (self.archive, "" if named else self.archive_place)))

    @property
    def pages(self) -> str:
        """``12–15``; ``–15`` where the first page is not known."""
        if self.first_page and self.last_page in ("", self.first_page):
            return self.first_page
        return f"{self.first_page}–{self.last_page}" if self.last_page else ""


def remarks(reference: Reference) -> Iterator[str]:
    """What most formats have no field for, said in words: pseudonyms, and the note itself."""
    for creator in reference.creators:
        if creator.pseudonym:
            yield f"Pseudonym of {creator.natural}: {creator.pseudonym}"
    if reference.note:
        yield reference.note


def parted(written: Iterable[str], between: str) -> Iterator[str]:
    """References as written in some form, with what stands between two."""
    for number, each in enumerate(written):
        yield f"{between}{each}" if number else each
