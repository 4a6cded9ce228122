"""The sitemap: the addresses of all pages of the edition, for those who search the web."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime

from lxml import etree

from converter.site.addresses import page_in

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
LONG_AGO = "1980-01-01"


def sitemap(base: str, pages: Iterable[str], day: str) -> bytes:
    """Pages by their names without ``.html`` → ``sitemap.xml``."""
    top = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for name in sorted(pages):
        url = etree.SubElement(top, f"{{{NAMESPACE}}}url")
        etree.SubElement(url, f"{{{NAMESPACE}}}loc").text = page_in(base, name)
        etree.SubElement(url, f"{{{NAMESPACE}}}lastmod").text = day
    written: bytes = etree.tostring(top, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def day_of_edition(stated: str) -> str:
    """The day a format demands, never the clock's: the edition's, else of its sources; or none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stated or not epoch.isdigit():
        return stated
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
