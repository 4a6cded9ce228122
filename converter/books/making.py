"""Making a book: volume → chapters → description → the file of a form."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from converter.books.chapters import Chapter, chapters
from converter.books.description import PUBLICATION, Day, described, texts
from converter.books.documents import Volume
from converter.books.epub import STYLESHEETS as EPUB
from converter.books.epub import epub
from converter.books.word import STYLESHEETS as WORD
from converter.books.word import pandoc, word
from converter.problems import Place, Problem
from converter.render import Renderer
from converter.settings import Settings, is_day
from converter.site.sitemap import LONG_AGO, day_of_edition

FORMS = {"epub": ".epub", "docx": ".docx"}
Write = Callable[[bytes, list[Chapter], Renderer, str], bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """A book: the bytes of its file, and how many documents are in it; none, no book."""

    data: bytes
    chapters: int


class Maker:
    """Makes books of one form, one after the other; raises Refused where pandoc is missing."""

    def __init__(self, form: str, settings: Settings) -> None:
        self._settings, self._interface = settings, settings.interface_language or "en"
        self._write: Write
        if form == "docx":
            program = pandoc()
            self._renderer = Renderer(WORD)
            self._write = partial(word, program)
        else:
            self._renderer, self._write = Renderer(EPUB), epub

    def make(self, volume: Volume, file: Path, problems: list[Problem]) -> Made:
        """The book of a volume; what is to be told of it and its documents goes to ``problems``."""
        made, unfit = chapters(volume.documents, self._renderer, self._interface)
        problems += unfit
        if not made:
            return Made(b"", 0)
        day, undated = day_of_book(volume, self._settings, file)
        problems += undated
        book = described(volume, made, day)
        return Made(self._write(book, made, self._renderer, self._interface), len(made))


def day_of_book(volume: Volume, settings: Settings, file: Path) -> tuple[Day, tuple[Problem, ...]]:
    """The day the formats demand: the settings', the one in the documents, else of their sources.

    Where there is none, the first day of which a ZIP file can speak, and a notice that says so.
    """
    dates = texts((each.root for each in volume.documents), f"{PUBLICATION}/t:date")
    stated = settings.date or max(filter(is_day, dates), default="")
    if day := day_of_edition(stated):
        return Day(day, stated=bool(stated)), ()
    problem = Problem("book-without-date", Place(str(file)), facts={"day": LONG_AGO})
    return Day(LONG_AGO, stated=False), (problem,)
