"""References → CSL-JSON: the data of the Citation Style Language, which Zotero and pandoc read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from converter.exports.reference import OPEN, Creator, Date, Kind, Reference, Role, remarks

TYPES = {
    Kind.DOCUMENT: "chapter",
    Kind.ARCHIVAL: "manuscript",
    Kind.COLLECTION: "book",
    Kind.NEWSPAPER: "periodical",
    Kind.REPORT: "article-newspaper",
    Kind.JOURNAL: "article-journal",
    Kind.BOOK: "book",
    Kind.CHAPTER: "chapter",
    Kind.THESIS: "thesis",
    Kind.DEBATES: "book",  # "hearing" has no volume
    Kind.WEB: "webpage",
    Kind.OTHER: "document",
}


def write(references: Iterable[Reference]) -> str:
    """One list of items."""
    return "".join(pieces(references))


def pieces(references: Iterable[Reference]) -> Iterator[str]:
    """The same, item by item."""
    opened = False
    for each in references:
        yield ",\n " if opened else "[\n "
        opened = True
        yield json.dumps(item(each), ensure_ascii=False, indent=1).replace("\n", "\n ")
    yield "\n]\n" if opened else "[]\n"


def item(reference: Reference) -> dict[str, Any]:
    return {name: value for name, value in variables(reference) if value}


def variables(reference: Reference) -> Iterator[tuple[str, Any]]:
    yield "id", reference.key
    yield "type", "manuscript" if reference.unpublished else TYPES[reference.kind]
    for role in Role:
        yield role, [name(creator) for creator in reference.by(role)]
    yield "title", reference.heading
    yield "container-title", reference.container
    yield "collection-title", reference.series
    yield "volume", reference.volume
    yield "issue", reference.issue
    yield "page", reference.pages
    yield "issued", date(reference.date)
    yield "original-date", date(reference.original_date)
    yield "publisher", reference.publisher
    yield "publisher-place", reference.place
    yield "archive", reference.archive
    yield "archive-place", reference.archive_place
    yield "archive_collection", reference.archive_collection
    yield "archive_location", reference.shelfmark
    yield "source", reference.database
    yield "URL", reference.url
    yield "language", reference.language
    yield "note", "\n".join(remarks(reference))


def name(creator: Creator) -> dict[str, str]:
    if creator.literal:
        return {"literal": creator.literal}
    parts = {"family": creator.family, "given": creator.given_names}
    return {part: value for part, value in parts.items() if value}


def date(found: Date) -> dict[str, Any]:
    """Year, month and day as far as known, twice for a period; else EDTF or the printed words."""
    dates = [each for each in (found.begin, found.end) if each]
    if not dates or OPEN in dates:
        words = found.edtf or found.printed
        return {"literal": words} if words else {}
    parts = [[int(part) for part in each.split("-")] for each in dates]
    return {"date-parts": parts} | ({"circa": True} if found.estimated else {})
