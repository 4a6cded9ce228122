"""Facsimiles: the image of each printed page of a document, from files or from an image server."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path

from lxml import etree

from converter.markup import TEI
from converter.site.addresses import filled, is_web, named

FOLDER = "facsimiles"  # beside the volumes
NUMBER = re.compile(r"\w[\w.-]*")


@dataclass(frozen=True, slots=True)
class Facsimiles:
    """A pattern of images, and the folder from which those that are files are named."""

    pattern: str
    folder: Path

    @property
    def on_the_web(self) -> bool:
        return is_web(self.pattern)


@dataclass(frozen=True, slots=True)
class Image:
    """The image of a page: where it is, and where it is to be read from, if it is a file."""

    page: str
    address: str  # of the web, or below the folder of the site
    file: Path | None = None


def images(found: Facsimiles, name: str, root: etree._Element) -> Iterator[Image]:
    """The images of a document's pages, once each, in the order of its page breaks."""
    volume, _, document = name.partition("/")
    for page in dict.fromkeys(pb.get("n", "") for pb in root.iter(f"{{{TEI}}}pb")):
        if not NUMBER.fullmatch(page):
            continue  # the page on which the document begins has no number
        facts = {"page": page, "volume": volume, "document": document}
        if found.on_the_web:
            yield Image(page, filled(found.pattern, facts))
        else:
            address = f"{FOLDER}/{named(below(found.pattern), facts)}"
            yield Image(page, address, found.folder / named(found.pattern, facts))


def below(pattern: str) -> str:
    """The part of a pattern that tells images apart: no folder of the editor's disk is in it.

    >>> below("../scans/{volume}/{page}.jpg")
    '{volume}/{page}.jpg'
    """
    parts = Path(pattern).parts
    return "/".join(dropwhile(lambda part: "{" not in part, parts))
