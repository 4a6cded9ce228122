"""Documents of an edition that lie in files of their own, as the lists of an edition read them."""

import atexit
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from converter.entries import Entry, tei_of
from converter.linked import link
from converter.markup import serialise
from converter.summary import summarise

FOLDER = TemporaryDirectory()
atexit.register(FOLDER.cleanup)
NUMBERS = count()


def lying(name: str, root: etree._Element, ours: bool = True) -> Entry:
    """A document, with its TEI in a file: written by us, or as an editor left it."""
    file = Path(FOLDER.name, f"{next(NUMBERS)}.xml")
    file.write_bytes(serialise(root) if ours else etree.tostring(root, encoding="utf-8"))
    return Entry(name, summarise(root), ours, file)


def as_published(entry: Entry) -> etree._Element:
    """The whole document with what the lists set in it."""
    root = etree.fromstring(tei_of(entry.file))
    link(root, entry.every_link())
    return root
