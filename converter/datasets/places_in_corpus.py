"""Places in a corpus: ids of a document made unique in its volume, and references that follow.

A document's ids take the id of the document and a full stop before them: ``p4`` becomes
``log_1938-03-14.p4``. What pointed to them, from the same document or from another of the volume,
points to them still (TEI P5, 17.1.1: a pointer is a URI, ``#p4`` or ``1938-03-14.xml#p4``).
"""

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lxml import etree

from converter.markup import ID, LANG, SPACE, XML

TOKEN = re.compile(r"\S+")
# The schemes of TEI P5, 17.2.4, which have ids of the document between their parentheses.
SCHEME = re.compile(r"#(?:left|right|range|string-range|string-index|match)\(")
NAME = re.compile(r"(?<=[(,])[^\W\d][\w.-]*(?=[,)])")
NO_POINTERS = frozenset(
    (ID, LANG, SPACE, f"{{{XML}}}base", "n", "key", "rend", "style", "type", "subtype")
)
PART = "."  # between the id of a document and one in it; ids of documents have none


@dataclass(frozen=True, slots=True)
class Placed:
    """A document in its corpus: the id it has there, and the one of its own file."""

    id: str
    own: str

    def address(self, fragment: str) -> str:
        """The reference to a place of the document: ``p4`` → ``#log_1938-03-14.p4``."""
        return f"#{self.id}" if fragment in ("", self.own) else f"#{self.id}{PART}{fragment}"


def place(name: str, own: str, taken: Collection[str]) -> Placed:
    """Where a document stands: under its own id, else under one made of the name of its file.

    ``own`` is empty, has a full stop or is ``taken`` only where an editor wrote it so.

    >>> place("log/1938-03-14", "log_1938-03-14", ()).id
    'log_1938-03-14'
    >>> place("log/1938-03-14-talk", "log_1938-03-14", ("log_1938-03-14",)).id
    'log_1938-03-14-talk'
    """
    wanted = own if own and PART not in own else name.replace("/", "_")
    if wanted in taken:
        wanted = name.replace("/", "_")
    made, number = wanted, 1
    while made in taken:
        number += 1
        made = f"{wanted}-{number}"
    return Placed(made, own)


def moved(root: etree._Element, name: str, placed: Mapping[str, Placed]) -> etree._Element:
    """The TEI of a document as it stands in the corpus; the tree is changed and returned.

    ``placed`` has every document of the volume by its name, ``log/1938-03-14``.
    """
    here = placed[name]
    ids = {node.get(ID) for node in root.iter("*")} - {None}
    for node in root.iter("*"):
        for attribute, value in node.attrib.items():
            if attribute == ID:
                node.set(ID, here.address(str(value)).removeprefix("#"))
            elif attribute not in NO_POINTERS and ("#" in value or ".xml" in value):
                node.set(attribute, TOKEN.sub(lambda m: led(m[0], name, placed, ids), str(value)))
    root.set(ID, here.id)
    return root


def led(token: str, name: str, placed: Mapping[str, Placed], ids: Collection[str | None]) -> str:
    """One reference as it is in the corpus; one that leads out of the volume stays as it is."""
    here = placed[name]
    path, sharp, fragment = token.partition("#")
    if path:
        other = placed.get(document_of(path, name))
        return other.address(fragment) if other else token
    if fragment in ids:
        return here.address(fragment)
    if SCHEME.match(token):
        return NAME.sub(lambda m: here.address(m[0])[1:] if m[0] in ids else m[0], token)
    return sharp + fragment


def document_of(path: str, name: str) -> str:
    """The name of the document to which the path of a file leads from that of another.

    >>> document_of("1938-03-15.xml", "log/1938-03-14"), document_of("../persons.xml", "log/a")
    ('log/1938-03-15', 'persons')
    """
    if not path.endswith(".xml") or ":" in path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path)).removesuffix(".xml")
