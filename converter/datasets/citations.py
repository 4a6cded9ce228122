"""data/citations.csv: every source that is cited in the texts, as printed and in its parts."""

from collections.abc import Iterator

from lxml import etree

from converter.datasets import Gathered
from converter.datasets.spots import inside_text, notes_around, plain, spot, weakest
from converter.datasets.tables import Row, TableFile
from converter.markup import TEI, local

FILE = "data/citations.csv"
COLUMNS = (
    "document", "date", "language", "number", "note", "paragraph", "within", "type", "text",
    "author", "editor", "title", "container", "repository", "collection", "shelfmark",
    "shelfmark_full", "cited_date", "volume", "issue", "pages", "folios", "columns", "numbers",
    "ibid", "work", "certainty",
)  # fmt: skip
OWN = ("a", "u")  # levels of titles that stand in another: an article, something unpublished
RANGES = {"pages": "page", "folios": "folio", "columns": "column", "numbers": "document"}
SCOPES = ("volume", "issue")


def citations() -> TableFile:
    return TableFile(FILE, COLUMNS, rows)


def rows(document: Gathered) -> Iterator[Row]:
    """The citations of a document in its order, counted from 1."""
    for number, bibl in enumerate(inside_text(document.root, "bibl"), start=1):
        at = spot(bibl)
        yield {
            "document": document.summary.identifier,
            "date": document.summary.when,
            "language": at.language,
            "number": number,
            "note": at.note,
            "paragraph": at.paragraph,
            "within": at.within,
            "type": bibl.get("type", ""),
            "text": plain(bibl),
            **parts(bibl),
            "work": bibl.get("corresp", "").rpartition("#")[2],
            "certainty": weakest([*bibl.iter("*"), *notes_around(bibl)]),
        }


def parts(bibl: etree._Element) -> dict[str, str]:
    """The fields of a citation as they were printed; several of a kind with semicolons."""
    marks = [each for each in bibl.iterchildren(tag("idno")) if each.get("type") == "shelfmark"]
    ranges = {column: joined(bibl, "citedRange", unit=unit) for column, unit in RANGES.items()}
    return {
        "author": joined(bibl, "author"),
        "editor": joined(bibl, "editor"),
        **titles(bibl),
        "repository": joined(bibl, "orgName", type="repository"),
        "collection": joined(bibl, "name", type="collection"),
        "shelfmark": "; ".join(map(plain, marks)),
        "shelfmark_full": "; ".join(each.get("n") or plain(each) for each in marks),
        "cited_date": "; ".join(day(date) for date in bibl.iter(tag("date"))),
        **{unit: joined(bibl, "biblScope", unit=unit) for unit in SCOPES},
        **ranges,
        "ibid": joined(bibl, "ref", type="ibid"),
    }


def titles(bibl: etree._Element) -> dict[str, str]:
    """The title of the source itself, and of the journal or volume in which it stands."""
    found = [title for title in bibl.iter(tag("title")) if local(title)]
    own = [title for title in found if title.get("level") in OWN]
    around = [title for title in found if title.get("level") not in OWN]
    if not own:
        own, around = around[:1], around[1:]
    return {"title": "; ".join(map(plain, own)), "container": "; ".join(map(plain, around))}


def joined(bibl: etree._Element, name: str, **attributes: str) -> str:
    found = bibl.iter(tag(name))
    return "; ".join(
        plain(each)
        for each in found
        if all(each.get(key) == value for key, value in attributes.items())
    )


def day(date: etree._Element) -> str:
    """A date as ISO 8601 writes it, a period with a slash; as printed where that is not known."""
    if when := date.get("when"):
        return when
    ends = (date.get("from", ""), date.get("to", ""))
    return "/".join(ends) if any(ends) else plain(date)


def tag(name: str) -> str:
    return f"{{{TEI}}}{name}"
