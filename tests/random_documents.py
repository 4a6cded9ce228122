"""Documents made at random from a RELAX NG grammar itself: of every shape it allows."""

import math
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
LOOPS = ("optional", "zeroOrMore", "oneOrMore")
WORDS = (
    "the ferry",
    " was late",
    "; nobody ",
    "asked why",
    " – Он молчал. ",
    "&",
    "<",
    "12 May",
    " ",
)

# Values of each datatype, by its pattern. A new datatype fails here until it has some.
VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("language", ""): ("en", "ru", "de-AT"),
    ("nonNegativeInteger", ""): ("0", "3"),
    ("NCName", ""): ("converter", "hand-work"),
    ("string", ""): ("FO 12 34", "№ 5"),
    ("anyURI", r"\S+"): ("#i1", "https://example.org/a?b=c", "../volume/a.xml"),
    ("anyURI", r"#\S+"): ("#i1", "#i2"),
    ("gYear", "[0-9]{4}"): ("1911",),
    ("gYearMonth", "[0-9]{4}-[0-9]{2}"): ("1911-02",),
    ("date", "[0-9]{4}-[0-9]{2}-[0-9]{2}"): ("1911-02-28", "1912-02-29"),
    ("token", r"[0-9]+(\.[0-9]+){0,2}((a|b|rc)[0-9]+)?"): ("1", "1.20.3", "0.1.0a2", "2rc1"),
    ("token", r"[\p{L}\p{N}\p{P}\p{S}]+"): ("12", "xvi", "12–13a", "№5", "л.7", "a+b"),
}


class Grammar:
    """A grammar that writes; its choices are remembered, those never made come first."""

    def __init__(self, path: Path) -> None:
        self.root = etree.parse(str(path)).getroot()
        self.namespace = self.root.get("ns", "")
        self.defined = {d.get("name", ""): d for d in self.root.iter(f"{RNG}define")}
        self.heights = self.lowest()
        self.made: set[tuple[etree._Element, int]] = set()

    def choices(self) -> set[tuple[etree._Element, int]]:
        """Every element, attribute and way to go that a grammar offers."""
        every = {(node, 0) for node in self.root.iter(f"{RNG}element", f"{RNG}attribute")}
        for node in self.root.iter(f"{RNG}choice"):
            every |= {(node, way) for way, _ in enumerate(parts(node))}
        for node in self.root.iter(*(RNG + name for name in LOOPS)):
            every |= {(node, 0), (node, 1)}
        return every

    def document(self, chance: random.Random, depth: int = 9) -> etree._ElementTree:
        """One document; ``depth`` is where it begins to take the shortest way to the end."""
        holder = etree.Element("holder")
        Writer(self, chance, depth).write(self.root.find(f"{RNG}start"), holder, 0)
        return etree.ElementTree(holder[0])

    def lowest(self) -> dict[etree._Element, float]:
        """How many levels of elements each pattern needs at least."""
        nodes = [node for node in self.root.iter() if isinstance(node.tag, str)]
        heights = dict.fromkeys(nodes, math.inf)
        changed = True
        while changed:
            changed = False
            for node in reversed(nodes):
                if (height := self.height(node, heights)) < heights[node]:
                    heights[node], changed = height, True
        return heights

    def height(self, node: etree._Element, heights: dict[etree._Element, float]) -> float:
        below = [heights[part] for part in parts(node)]
        match etree.QName(node).localname:
            case "element":
                return 1 + max(below, default=0)
            case "choice":
                return min(below)
            case "optional" | "zeroOrMore" | "attribute":
                return 0
            case "ref":
                return heights[self.defined[node.get("name", "")]]
            case _:
                return max(below, default=0)


class Writer:
    """Writes one document."""

    def __init__(self, grammar: Grammar, chance: random.Random, depth: int) -> None:
        self.grammar, self.chance, self.depth = grammar, chance, depth
        self.numbers = count(1)

    def write(self, node: etree._Element | None, into: etree._Element, level: int) -> None:
        assert node is not None
        match etree.QName(node).localname:
            case "element":
                self.grammar.made.add((node, 0))
                child = etree.SubElement(into, f"{{{self.grammar.namespace}}}{node.get('name')}")
                self.write_parts(node, child, level + 1)
            case "attribute":
                self.grammar.made.add((node, 0))
                self.set_attribute(node, into)
            case "ref":
                self.write_parts(self.grammar.defined[node.get("name", "")], into, level)
            case "choice":
                self.write(self.chosen(node, level), into, level)
            case "optional" | "zeroOrMore" | "oneOrMore" as name:
                for _ in range(self.times(node, name, level)):
                    self.write_parts(node, into, level)
            case "text":
                add_text(into, "".join(self.chance.choices(WORDS, k=self.chance.randint(0, 3))))
            case "start" | "group":
                self.write_parts(node, into, level)
            case "empty":
                pass
            case name:
                raise AssertionError(f"the grammar has a pattern not known here: {name}")

    def write_parts(self, node: etree._Element, into: etree._Element, level: int) -> None:
        for part in parts(node):
            self.write(part, into, level)

    def chosen(self, node: etree._Element, level: int) -> etree._Element:
        """A way never taken, else any; near the end, a shortest one."""
        ways = list(enumerate(parts(node)))
        if level >= self.depth:
            lowest = min(self.grammar.heights[part] for _, part in ways)
            ways = [(n, part) for n, part in ways if self.grammar.heights[part] == lowest]
        fresh = [(n, part) for n, part in ways if (node, n) not in self.grammar.made]
        number, part = self.chance.choice(fresh or ways)
        self.grammar.made.add((node, number))
        return part

    def times(self, node: etree._Element, name: str, level: int) -> int:
        least = 1 if name == "oneOrMore" else 0
        needs = max((self.grammar.heights[part] for part in parts(node)), default=0)
        if level >= self.depth and needs > 0:
            often = least
        elif (node, 1) not in self.grammar.made:
            often = least + 1
        elif (node, 0) not in self.grammar.made:
            often = least
        else:
            often = self.chance.randint(0, 1 if name == "optional" else 2) + least
        self.grammar.made.add((node, min(often - least, 1)))
        return often

    def set_attribute(self, node: etree._Element, into: etree._Element) -> None:
        name = (node.get("name") or "").replace("xml:", XML)
        into.set(name, self.value(next(parts(node))))

    def value(self, node: etree._Element) -> str:
        match etree.QName(node).localname:
            case "value":
                return node.text or ""
            case "ref":
                return self.value(next(parts(self.grammar.defined[node.get("name", "")])))
            case "choice":
                return self.value(self.chosen(node, 0))
            case "data" if node.get("type") == "ID":
                return f"i{next(self.numbers)}"
            case "data":
                pattern = node.findtext(f"{RNG}param[@name='pattern']", "")
                return self.chance.choice(VALUES[node.get("type", ""), pattern])
            case name:
                raise AssertionError(f"the grammar has a value not known here: {name}")


def parts(node: etree._Element) -> Iterator[etree._Element]:
    return (child for child in node.iterchildren(f"{RNG}*"))


def add_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def disturbed(tree: etree._ElementTree, chance: random.Random) -> etree._ElementTree:
    """A copy with one thing changed by hand: something taken out, doubled, moved, renamed."""
    copy = etree.ElementTree(etree.fromstring(etree.tostring(tree)))
    every = list(copy.getroot().iterdescendants())
    one, other = chance.choice(every), chance.choice(every)
    around = one.getparent()
    assert around is not None
    match chance.choice(("drop", "double", "swap", "rename", "move", "say", "strip", "lend")):
        case "drop":
            around.remove(one)
        case "double":
            twin = etree.fromstring(etree.tostring(one, with_tail=False))
            for number, named in enumerate(twin.iter(), 1):
                if f"{XML}id" in named.attrib:
                    named.set(f"{XML}id", f"twin{number}")
            one.addnext(twin)
        case "swap":
            if (after := one.getnext()) is not None:
                after.addnext(one)
        case "rename":
            one.tag = other.tag
        case "move":
            if one not in list(other.iterancestors()) and one is not other:
                other.insert(chance.randint(0, len(other)), one)
        case "say":
            add_text(one, "word")
        case "strip":
            if one.attrib:
                del one.attrib[chance.choice(list(one.attrib))]
        case "lend":
            for name, value in other.attrib.items():
                if name not in one.attrib and name != f"{XML}id":
                    one.set(name, value)
    return copy
