"""Making XML: TEI elements, mixed content, and the one place that knows lxml's text and tail."""

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
ID, LANG, SPACE = f"{{{XML}}}id", f"{{{XML}}}lang", f"{{{XML}}}space"
# The TEI namespace without a prefix; lxml's type stubs know only prefixes that are text.
NAMESPACES: Mapping[Any, str] = {None: TEI}


def element(name: str, *content: etree._Element | str, **attributes: str | None) -> etree._Element:
    """A TEI element with its content in order.

    ``id_`` and ``lang`` become xml:id and xml:lang; an attribute that is None is left out.
    """
    made = etree.Element(f"{{{TEI}}}{name}", nsmap=NAMESPACES)
    special = {"id_": ID, "lang": LANG, "from_": "from", "type_": "type"}
    for key, value in attributes.items():
        if value is not None:
            made.set(special.get(key, key), value)
    fill(made, content)
    return made


def fill(parent: etree._Element, content: Iterable[etree._Element | str]) -> None:
    """Appends elements and text in order."""
    for item in content:
        if isinstance(item, str):
            append_text(parent, item)
        else:
            parent.append(item)


def append_text(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def local(node: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and processing instructions."""
    tag: object = node.tag  # a function, where the node is a comment or the like
    return etree.QName(tag).localname if isinstance(tag, str) else ""


def indent(parent: etree._Element, level: int, deepest: frozenset[str]) -> None:
    """White space around children, one a line, down to the elements that hold text."""
    if local(parent) in deepest or not len(parent):
        return
    pad = "\n" + "  " * (level + 1)
    parent.text = pad
    for child in parent:
        indent(child, level + 1, deepest)
        child.tail = pad
    parent[-1].tail = "\n" + "  " * level


def serialise(root: etree._Element) -> bytes:
    """The document as UTF-8 with a declaration and a newline at its end."""
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="utf-8") + b"\n"
    )
