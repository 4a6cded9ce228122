"""data/pages.csv: where each page of the printed volume begins, and its image if one is known."""

from collections.abc import Iterator, Mapping
from functools import partial

from converter.datasets import Gathered
from converter.datasets.spots import inside_text, spot
from converter.datasets.tables import Row, TableFile
from converter.markup import ID
from converter.settings import Settings
from converter.site.facsimiles import Image, images

FILE = "data/pages.csv"
COLUMNS = (
    "document", "date", "language", "page", "id", "number", "paragraph", "note", "within",
    "cuts_word", "facsimile",
)  # fmt: skip


def pages(settings: Settings) -> TableFile:
    return TableFile(FILE, COLUMNS, partial(rows, settings=settings))


def rows(document: Gathered, settings: Settings) -> Iterator[Row]:
    """The page breaks of a document in its order, counted from 1."""
    shown = facsimiles(document, settings)
    for number, page in enumerate(inside_text(document.root, "pb"), start=1):
        at = spot(page)
        yield {
            "document": document.summary.identifier,
            "date": document.summary.when,
            "language": at.language,
            "page": page.get("n", ""),
            "id": page.get(ID, ""),
            "number": number,
            "paragraph": at.paragraph,
            "note": at.note,
            "within": at.within,
            "cuts_word": "yes" if page.get("break") == "no" else "",
            "facsimile": shown.get(page.get("n", ""), ""),
        }


def facsimiles(document: Gathered, settings: Settings) -> Mapping[str, str]:
    """The images that the document's page shows: addresses of the web, or files of the edition."""
    if settings.facsimile is None:
        return {}
    found = images(settings.facsimile, document.name, document.root)
    return {image.page: address(image) for image in found if is_there(image)}


def is_there(image: Image) -> bool:
    return image.file is None or image.file.is_file()


def address(image: Image) -> str:
    return image.address if image.file is None else f"html/{image.address}"
