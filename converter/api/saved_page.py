"""A saved page of an archive as a value: what it says, and how it becomes a document."""

from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from converter import pages
from converter.api.document import Document, document_of
from converter.authorities_in_use import authorities_of
from converter.decision_files import find_decisions, sections_of
from converter.guesses import guesses, in_order
from converter.options import settings_of, weights_of
from converter.problems import Problem
from converter.sources import Source

AnyPath = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that could be read, not converted yet; empty is what the page does not say.

    ``date`` is as printed; ``problems`` are what was noticed in reading.

    >>> import converter
    >>> page = converter.read("examples/diary/1938-12-24.txt")
    >>> page
    SavedPage(path='examples/diary/1938-12-24.txt', title='24 December', date='1938 Dec 24')
    >>> page.author, page.recipient, page.volume
    ('Aldersen, Tobias Emanuel', '', 'The Aldersen Diaries: Volume 1')
    """

    path: str
    title: str
    date: str
    author: str = field(repr=False)
    recipient: str = field(repr=False)
    volume: str = field(repr=False)
    problems: tuple[Problem, ...] = field(repr=False)
    data: bytes = field(repr=False)
    encoding: str = field(repr=False)

    def convert(
        self,
        edition: AnyPath | None = None,
        decisions: AnyPath | None = None,
        weights: AnyPath | None = None,
        authorities: AnyPath | None = None,
    ) -> Document:
        """The page as a document, as ``converter convert`` makes it, by the same files.

        ``edition`` is an ``edition.toml``; what lies beside it (``weights.json``,
        ``authorities.xml``) is used, and the ``decisions.toml`` beside the page. The others name
        such files elsewhere. Raises Refused where the page cannot be converted without loss, or
        one of the files cannot be used.

        >>> import converter
        >>> page = converter.read("examples/diary/1937-11-09.txt")
        >>> entry = page.convert(edition="examples/edition.toml")
        >>> entry.title, entry.date, len(entry.words())
        ('9 November', '1937-11-09', 295)
        >>> [problem.code for problem in entry.problems]
        ['hyphen-kept']
        >>> least = entry.guesses[0]
        >>> least.choice, least.otherwise, least.confidence < 0.95
        ('continuation', 'paragraph', True)
        """
        from converter.pipeline import convert  # slow to load

        path = Path(self.path)
        named = [None if each is None else Path(each) for each in (edition, weights, authorities)]
        source = Source(str(path), path.name)
        files = find_decisions([path], [source], None if decisions is None else Path(decisions))
        made = convert(
            self.data,
            self.path,
            settings_of(named[0]),
            self.encoding,
            files.for_page(path),
            weights_of(named[1], named[0], [path]).table,
            authorities_of(named[2], named[0], [path]),
        )
        unmet = files.unmet({path: sections_of(made.page)})
        doubts = in_order(guesses(source.name, path, made.lines))
        return document_of(made.xml, self.path, (*files.problems, *made.problems, *unmet), doubts)


def saved_page(path: Path, encoding: str) -> SavedPage:
    """The file as a saved page. Raises Refused where it cannot be read or is none."""
    data = Source(str(path), path.name).data()
    read = pages.read(data, str(path), encoding)
    said = read.details.get
    return SavedPage(
        path=str(path),
        title=said("Document Title", ""),
        date=said("Date", ""),
        author=said("Author", ""),
        recipient=said("Recipient", ""),
        volume=said("AOC Volume", ""),
        problems=read.problems,
        data=data,
        encoding=encoding,
    )
