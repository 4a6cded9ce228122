"""data/notes.csv: every note of the editor, with its text and the place of its anchor."""

from collections.abc import Iterator

from converter.datasets import Gathered
from converter.datasets.spots import WORD, inside_text, plain, spot, weakest
from converter.datasets.tables import Row, TableFile
from converter.markup import ID

FILE = "data/notes.csv"
COLUMNS = (
    "document", "date", "language", "id", "number", "type", "place", "paragraph", "within", "words",
    "certainty", "text",
)  # fmt: skip


def notes() -> TableFile:
    return TableFile(FILE, COLUMNS, rows)


def rows(document: Gathered) -> Iterator[Row]:
    """The notes of a document in its order, remarks in the line among them."""
    for note in inside_text(document.root, "note"):
        at, text = spot(note), plain(note)
        yield {
            "document": document.summary.identifier,
            "date": document.summary.when,
            "language": at.language,
            "id": note.get(ID, ""),
            "number": note.get("n", ""),
            "type": note.get("type", ""),
            "place": note.get("place", "foot"),
            "paragraph": at.paragraph,
            "within": at.within,
            "words": len(WORD.findall(text)),
            "certainty": weakest([note]),
            "text": text,
        }
