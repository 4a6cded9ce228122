"""What the page of a reader's annotations must know: the documents of the edition."""

from collections.abc import Iterable

from lxml import etree

from converter.markup import element, serialise
from converter.settings import Settings
from converter.summary import Summary


def annotations_page(documents: Iterable[tuple[str, Summary]], settings: Settings) -> bytes:
    """Names and summaries in order → the TEI that ``xslt/annotations/all.xsl`` describes."""
    title = [element("title", settings.title)] if settings.title else []
    items = [
        element("item", element("ref", *dated(summary), element("title", summary.title),
                                target=f"{name}.xml"))
        for name, summary in documents
    ]  # fmt: skip
    return serialise(
        element(
            "TEI",
            element("teiHeader", element("fileDesc", element("titleStmt", *title))),
            element("text", element("body", element("list", *items))),
        )
    )


def dated(summary: Summary) -> list[etree._Element]:
    return [element("date", summary.when, when=summary.when)] if summary.when else []
