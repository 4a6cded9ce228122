"""The attributes that the TEI gives to an element, and by which class: an ODD deletes the others.

Read from the schema of the whole TEI, where each class of attributes is a pattern. Used by
make_odd.py.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from odd_grammar import RNG

LOCAL = ""  # the class of an attribute that belongs to its element alone


@dataclass(frozen=True, slots=True)
class Inherited:
    """For each element its attributes, each with the class that gives it."""

    of: Mapping[str, Mapping[str, str]]

    def unused(self, used: Mapping[str, set[str]]) -> dict[str, set[str]]:
        """Attributes of a class that none of its elements has: deleted once, in the class."""
        given: dict[tuple[str, str], bool] = {}
        for element, attributes in self.of.items():
            for name, group in attributes.items():
                key = (group, name)
                given[key] = given.get(key, False) or name in used[element]
        found: dict[str, set[str]] = {}
        for (group, name), wanted in given.items():
            if group != LOCAL and not wanted:
                found.setdefault(group, set()).add(name)
        return found

    def refused(self, element: str, used: Mapping[str, set[str]]) -> list[str]:
        """Attributes that this element does without, though others of their class have them."""
        unused = self.unused(used)
        return sorted(
            name
            for name, group in self.of[element].items()
            if name not in used[element] and name not in unused.get(group, ())
        )


def inherited(tei_all: Path, elements: set[str]) -> Inherited:
    """What the TEI gives to these elements; KeyError where it has no such element."""
    root = etree.parse(tei_all).getroot()
    patterns = {str(each.get("name")): each for each in root.iter(f"{RNG}define")}
    return Inherited(
        {name: dict(attributes(patterns, patterns[name], LOCAL)) for name in sorted(elements)}
    )


def attributes(
    patterns: Mapping[str, etree._Element], node: etree._Element, group: str
) -> Iterator[tuple[str, str]]:
    for each in node.iter(f"{RNG}attribute", f"{RNG}ref"):
        name = str(each.get("name"))
        if each.tag == f"{RNG}attribute":
            yield name, group
        elif name.startswith("att."):
            owner = name.partition(".attribute")[0]
            yield from attributes(patterns, patterns[name], owner)
