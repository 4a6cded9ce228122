"""Linked elements: those that the lists of an edition read and lead on from, known by their places.

The place of an element is its number among the linked ones of its document, counted from 0. It is
the same in the whole document and in its apparatus, so no tree need be kept to know it again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from converter.markup import TEI
from converter.packed import Packed

LINKED = tuple(f"{{{TEI}}}{name}" for name in ("TEI", "bibl", "person", "persName"))
ROOT = 0  # the place of the TEI element itself


class Link(NamedTuple):
    """An attribute that a list sets on a linked element; without a value it is taken away."""

    place: int
    attribute: str
    value: str | None = None


def by_document(links: Iterable[tuple[str, Link]]) -> Mapping[str, Packed[Sequence[Link]]]:
    """The links of each document, in their order."""
    found: dict[str, list[Link]] = defaultdict(list)
    for document, each in links:
        found[document].append(each)
    return {document: Packed.of(each) for document, each in found.items()}


def linked(root: etree._Element) -> Sequence[etree._Element]:
    """The linked elements in their order."""
    return list(root.iter(*LINKED))


def places(root: etree._Element) -> Mapping[etree._Element, int]:
    """The place of each of them."""
    return {element: place for place, element in enumerate(linked(root))}


def link(root: etree._Element, links: Iterable[Link]) -> None:
    """Sets the attributes in the order of the links, in a whole document or in its apparatus."""
    found = linked(root)
    for place, attribute, value in links:
        attributes = found[place].attrib
        if value is not None:
            attributes[attribute] = value
        elif attribute in attributes:
            del attributes[attribute]
