"""Making XML: TEI elements, mixed content, and the one place that knows lxml's text and tail."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
ID, LANG, SPACE = f"{{{XML}}}id", f"{{{XML}}}lang", f"{{{XML}}}space"
# The TEI namespace without a prefix; lxml's type stubs know only prefixes that are text.
NAMESPACES: Mapping[Any, str] = {None: TEI}
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
SPECIAL = {"id_": ID, "lang": LANG, "space": SPACE, "from_": "from", "type_": "type"}


def element(name: str, *content: etree._Element | str, **attributes: str | None) -> etree._Element:
    """A TEI element with its content in order.

    ``id_``, ``lang`` and ``space`` become xml:id, xml:lang and xml:space; an attribute that is
    None is left out.
    """
    given = {SPECIAL.get(key, key): value for key, value in attributes.items() if value is not None}
    made = etree.Element(f"{{{TEI}}}{name}", given, nsmap=NAMESPACES)
    fill(made, content)
    return made


def fill(parent: etree._Element, content: Iterable[etree._Element | str]) -> None:
    """Appends elements and text in order."""
    last = parent[-1] if len(parent) else None
    for item in content:
        if not isinstance(item, str):
            parent.append(item)
            last = item
        elif last is None:
            parent.text = (parent.text or "") + item
        else:
            last.tail = (last.tail or "") + item


def local(node: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and processing instructions."""
    tag: object = node.tag  # a function, where the node is a comment or the like
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def indent(parent: etree._Element, level: int, deepest: frozenset[str]) -> None:
    """White space around children, one a line, down to the elements that hold text."""
    if not len(parent) or local(parent) in deepest:
        return
    pad = "\n" + "  " * (level + 1)
    parent.text = pad
    for child in parent:
        indent(child, level + 1, deepest)
        child.tail = pad
    parent[-1].tail = "\n" + "  " * level


def serialise(root: etree._Element) -> bytes:
    """The document as UTF-8 with a declaration and a newline at its end.

    What a terminal or an editor would obey, and not show, is written as a reference.
    """
    return declared(etree.tostring(root, encoding="utf-8"))


def declared(made: bytes) -> bytes:
    """The same of a document that is in UTF-8 already, without declaration."""
    return DECLARATION + UNSEEN.sub(as_reference, made) + b"\n"


# In UTF-8: U+007F–9F; U+2028 and 2029, line ends to some; U+202A–202E and 2066–2069, which turn
# the direction of what follows.
UNSEEN = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]")


def as_reference(found: re.Match[bytes]) -> bytes:
    return f"&#x{ord(found.group().decode()):X};".encode()
