"""text/metadata.csv: what is known of each file of the author's words, one row a file."""

from collections.abc import Iterator
from functools import partial

from lxml import etree

from converter.datasets import Gathered
from converter.datasets.spots import WORD
from converter.datasets.tables import Row, TableFile
from converter.markup import TEI
from converter.settings import Settings
from converter.site.addresses import page_in
from converter.verification.author_words import author_words
from converter.word_files import WordFile, sections, word_files

FILE = "text/metadata.csv"
FOLDER = "text/"  # in which it lies: its paths begin there
COLUMNS = (
    "file", "id", "date", "year", "author", "recipient", "title", "volume", "language", "section",
    "kind", "words", "paragraphs", "pages", "reading", "url",
)  # fmt: skip


def metadata(settings: Settings) -> TableFile:
    return TableFile(FILE, COLUMNS, partial(rows, settings=settings))


def rows(document: Gathered, settings: Settings) -> Iterator[Row]:
    """The files of a document in the order of its sections."""
    known = document.summary
    for file in word_files(document.root):
        text = author_words(document.root, file.places)
        if not text:
            continue  # there is no such file
        yield {
            "file": file.name(document.name).removeprefix(FOLDER),
            "id": known.identifier,
            "date": known.when,
            "year": known.year if known.year.isdigit() else "",
            "author": "; ".join(known.authors),
            "recipient": "; ".join(known.recipients),
            "title": known.title,
            "volume": known.volume,
            "language": file.language,
            "section": file.kind,
            "kind": known.kind,
            "words": len(WORD.findall(text)),
            "paragraphs": text.count("\n"),
            "pages": page_marks(document.root, file),
            "reading": f"reading/{document.name}.txt",
            "url": page_in(settings.address, document.name),
        }


def page_marks(root: etree._Element, file: WordFile) -> int:
    """The page breaks with a number in the sections of a file, those of endnotes too."""
    return sum(
        bool(page.get("n"))
        for place, section in enumerate(sections(root), start=1)
        if place in file.places
        for page in section.iter(f"{{{TEI}}}pb")
    )
