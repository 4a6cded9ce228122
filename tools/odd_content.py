"""Patterns of RELAX NG in the words of an ODD: contents, kinds of value. Used by make_odd.py."""

from collections.abc import Iterable, Sequence

from lxml import etree
from odd_grammar import RNG, SENTENCE, Grammar, Node

from converter.markup import TEI, element, local

OWN = "edition."  # before the names of our own groups and kinds of value
REPEATED = {
    "optional": {"minOccurs": "0"},
    "zeroOrMore": {"minOccurs": "0", "maxOccurs": "unbounded"},
    "oneOrMore": {"maxOccurs": "unbounded"},
}


def content(grammar: Grammar, models: Sequence[Sequence[Node]]) -> etree._Element:
    """The content of an element; of one that is defined more than once, any of its contents."""
    found: dict[bytes, etree._Element] = {}
    for model in models:
        made = together("sequence", [one(grammar, each) for each in model])
        found.setdefault(etree.tostring(made), made)
    return element("content", together("alternate", list(found.values())))


def together(name: str, parts: list[etree._Element]) -> etree._Element:
    """Several in one; one alone needs nothing around it, and nothing at all is empty."""
    if not parts:
        return element("empty")
    if len(parts) == 1:
        return parts[0]
    around = element(name)
    around.extend(parts)
    return around


def one(grammar: Grammar, node: Node) -> etree._Element:
    """One pattern inside an element."""
    name = etree.QName(node).localname
    if name == "ref":
        return reference(grammar, str(node.get("name")))
    if name == "text":
        return element("textNode")
    inside = [one(grammar, each) for each in patterns(node)]
    if name in ("group", "choice"):
        return together({"group": "sequence", "choice": "alternate"}[name], inside)
    if name in REPEATED:
        return repeated(together("sequence", inside), REPEATED[name])
    raise ValueError(f"no word for {name} in an ODD")


def repeated(part: etree._Element, how: dict[str, str]) -> etree._Element:
    if part.tag == f"{{{TEI}}}macroRef" or "minOccurs" in part.attrib or "maxOccurs" in part.attrib:
        part = element("sequence", part)
    for name, value in how.items():
        part.set(name, value)
    return part


def reference(grammar: Grammar, name: str) -> etree._Element:
    if grammar.is_element(name):
        return element("elementRef", key=grammar.definition(name).element)
    if grammar.is_content(name):
        return element("macroRef", key=OWN + name)
    raise ValueError(f"'{name}' is nothing that stands inside an element")


def datatype(grammar: Grammar, attribute: Node) -> etree._Element | None:
    """The kind of an attribute's value; none where it is any text."""
    kind = next(iter(patterns(attribute)), None)
    if kind is None:
        return None
    if kind.tag == f"{RNG}ref":
        return element("datatype", element("dataRef", key=OWN + str(kind.get("name"))))
    if kind.tag == f"{RNG}data":
        return element("datatype", data(kind))
    return None


def data(node: Node) -> etree._Element:
    made = element("dataRef")
    made.set("name", str(node.get("type")))
    for each in node.iter(f"{RNG}param"):
        facet = element("dataFacet", value=each.text or "")
        facet.set("name", str(each.get("name")))
        made.append(facet)
    return made


def kind_of_value(pattern: Node) -> etree._Element:
    """What a kind of value consists of."""
    found = [data(each) for each in pattern.iter(f"{RNG}data")]
    return element("content", together("alternate", found))


def patterns(node: Iterable[Node]) -> list[Node]:
    return [each for each in node if local(each) and each.tag != SENTENCE]
