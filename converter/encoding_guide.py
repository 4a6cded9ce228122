"""The guide to the encoding: what its page must know, and its body, which is packaged ready.

The body is rendered from ``schemas/edition.odd`` when the schemas change, by tools/make_guide.py:
it is the same for every edition. It is put into the page as it is. To read it as a tree and write
it again would cost each build more than the page around it does.
"""

from converter.markup import element, serialise
from converter.resources import schema
from converter.settings import Settings

BODY = "guide.html"
PLACE = '<div id="guide-body"></div>'  # as xslt/guide/modules/page.xsl leaves it


def encoding_page(settings: Settings) -> bytes:
    """The edition's title → the TEI that ``xslt/guide/all.xsl`` describes."""
    title = [element("title", settings.title)] if settings.title else []
    return serialise(
        element("TEI", element("teiHeader", element("fileDesc", element("titleStmt", *title))))
    )


def with_body(page: str) -> str:
    """The page with the body in its place; ValueError where the stylesheet left none."""
    before, place, after = page.partition(PLACE)
    if not place:
        raise ValueError("the page has no place for the guide")
    return before + schema(BODY).read_text("utf-8").strip() + after
