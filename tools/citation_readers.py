"""The program as the measure of citations takes it: dated texts of notes in, encoded notes out."""

from collections.abc import Sequence

from lxml import etree

from converter.authorities import shipped
from converter.bibliography.cited import CitingDocument
from converter.bibliography.gathered import gather, pointers
from converter.citations.marking import with_citations
from converter.citations.reader import NoteReader
from converter.linked import link
from converter.markup import element
from converter.model import Text
from converter.tei import encode_inlines


def read_document(date: str, notes: Sequence[str]) -> list[etree._Element]:
    """The notes of one document, read by themselves; ``date`` is the document's (ISO)."""
    reader = NoteReader.of(shipped(), date)
    read = [with_citations((Text(text),), reader.read(text)) for text in notes]
    return [
        element("note", *encode_inlines(note), id_=f"n{n}", n=str(n))
        for n, note in enumerate(read, start=1)
    ]


def read_volume(documents: Sequence[tuple[str, Sequence[str]]]) -> list[list[etree._Element]]:
    """The notes of all documents in their order, with what they repeat traced over the volume."""
    read = [read_document(date, notes) for date, notes in documents]
    divisions = [
        element("div", *notes, type="document", n=date)
        for (date, _), notes in zip(documents, read, strict=True)
    ]
    citing = {f"volume/{n}": div for n, div in enumerate(divisions)}
    gathered = gather((CitingDocument(name, div) for name, div in citing.items()), shipped())
    for name, made in pointers(gathered, "#"):
        link(citing[name], [made])
    return read
