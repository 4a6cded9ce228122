"""The grammar of the edition as data: its elements, attributes, values, each with its sentence.

Read from the RELAX NG that trang derives from the compact schema: there the sentences after ``##``
stand as elements of their own. Used by make_odd.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from converter.markup import local

RNG = "{http://relaxng.org/ns/structure/1.0}"
SENTENCE = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
XML = "{http://www.w3.org/XML/1998/namespace}"
VALUES = (f"{RNG}data", f"{RNG}value")

Node = etree._Element


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a closed list."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of one element; ``kind`` is the pattern of its value where no list closes it."""

    name: str
    sentence: str
    required: bool
    values: tuple[Value, ...]
    kind: Node


@dataclass(frozen=True, slots=True)
class Definition:
    """One pattern that defines an element: an element may have several, each for other places."""

    pattern: str
    element: str
    sentence: str
    attributes: tuple[Attribute, ...]
    content: tuple[Node, ...]


class Grammar:
    """The named patterns that can be reached from the start, by what they stand for."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(path).getroot()
        self.patterns = {str(each.get("name")): each for each in root.iter(f"{RNG}define")}
        self.start = str(root.find(f"{RNG}start/{RNG}ref").get("name"))  # type: ignore[union-attr]

    def is_element(self, name: str) -> bool:
        return self.patterns[name].find(f"{RNG}element") is not None

    def is_attribute(self, name: str) -> bool:
        found = list(self.patterns[name].iter(f"{RNG}attribute"))
        return bool(found) and not self.is_element(name)

    def is_value(self, name: str) -> bool:
        """Whether it is a kind of value, such as a date."""
        body = [each for each in self.patterns[name] if each.tag != SENTENCE]
        if len(body) == 1 and body[0].tag == f"{RNG}choice":
            body = list(body[0])
        return all(each.tag in VALUES for each in body)

    def is_content(self, name: str) -> bool:
        """Whether it is a group of what can stand inside an element."""
        return not (self.is_element(name) or self.is_attribute(name) or self.is_value(name))

    def definitions(self) -> list[Definition]:
        """Every definition of an element, in the order of the schema."""
        return [self.definition(name) for name in self.patterns if self.is_element(name)]

    def definition(self, name: str) -> Definition:
        pattern = self.patterns[name]
        element = pattern.find(f"{RNG}element")
        assert element is not None
        inside = [each for each in element if local(each)]
        content = tuple(each for each in inside if not self.only_attributes(each))
        attributes = tuple(
            attribute
            for each in inside
            if self.only_attributes(each)
            for attribute in self.attributes(each, required=True)
        )
        element_name = str(element.get("name"))
        return Definition(name, element_name, sentence(pattern), attributes, content)

    def only_attributes(self, node: Node) -> bool:
        if node.tag == f"{RNG}ref":
            return self.is_attribute(str(node.get("name")))
        if node.tag == f"{RNG}attribute":
            return True
        inside = [each for each in node if local(each)]
        return bool(inside) and all(self.only_attributes(each) for each in inside)

    def attributes(self, node: Node, *, required: bool, said: str = "") -> Iterator[Attribute]:
        """The attributes below a node; one that stands alone in its pattern has its sentence."""
        if node.tag == f"{RNG}attribute":
            yield self.attribute(node, required, sentence(node) or said)
        elif node.tag == f"{RNG}ref":
            pattern = self.patterns[str(node.get("name"))]
            for each in pattern:
                yield from self.attributes(each, required=required, said=sentence(pattern))
        elif local(node) and node.tag != SENTENCE:
            for each in node:
                needed = required and node.tag != f"{RNG}optional"
                yield from self.attributes(each, required=needed, said=said)

    def attribute(self, node: Node, required: bool, said: str) -> Attribute:
        values = tuple(Value(each.text or "", following(each)) for each in node.iter(f"{RNG}value"))
        return Attribute(str(node.get("name")), said, required, values, node)


def sentence(node: Node) -> str:
    """What is said of a pattern."""
    return " ".join((node.findtext(SENTENCE) or "").split())


def following(value: Node) -> str:
    """What is said of a value; it stands behind it."""
    after = value.getnext()
    if after is None or after.tag != SENTENCE:
        return ""
    return " ".join((after.text or "").split())
