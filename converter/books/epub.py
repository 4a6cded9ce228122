"""An EPUB 3 of a volume: chapters, title page, contents and colophon in one file.

EPUB 3.3 (W3C), section 4.2: the container is a ZIP file in which ``mimetype`` stands first, and as
it is. Nothing in it comes from a clock: the same documents give the same bytes.
"""

import io
import zipfile
from collections.abc import Iterable

from lxml import etree

from converter.books.chapters import Chapter, as_file
from converter.render import Renderer
from converter.resources import stylesheet

STYLESHEETS = {"chapter": "epub/chapter.xsl", "book": "epub/book.xsl"}
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of which ZIP can speak
CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
Files = Iterable[tuple[str, bytes]]


def epub(book: bytes, chapters: Iterable[Chapter], renderer: Renderer, interface: str) -> bytes:
    """A described book and its chapters → the bytes of the EPUB file."""
    return packed(
        [
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", CONTAINER),
            *((f"book/{name}", data) for name, data in leaves(book, chapters, renderer, interface)),
        ]
    )


def leaves(book: bytes, chapters: Iterable[Chapter], renderer: Renderer, interface: str) -> Files:
    """The files of the book, by their names beside each other."""

    def part(name: str) -> etree._Element:
        made = renderer.made_by("book", book, path="book", interface=interface, part=name)
        return etree.fromstring(made.text.encode())

    package = part("package")
    yield "package.opf", etree.tostring(package, encoding="utf-8", xml_declaration=True)
    yield "title.xhtml", as_file(part("title"))
    yield "contents.xhtml", as_file(part("contents"))
    for chapter in chapters:
        yield chapter.href, as_file(chapter.root)
    if package.find(".//{*}item[@id='colophon']") is not None:
        yield "colophon.xhtml", as_file(part("colophon"))
    yield "book.css", stylesheet("epub/book.css").read_bytes()


def packed(files: Files) -> bytes:
    """A ZIP file, whose bytes follow from its content alone; the first file is not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number, (name, data) in enumerate(files):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 3  # else the system that writes is noted
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(entry, data)
    return made.getvalue()
