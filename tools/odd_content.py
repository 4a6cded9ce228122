"""Patterns of RELAX NG in the words of an ODD: contents, kinds of value. Used by make_odd.py."""

from collections.abc import Iterable, Sequence

from lxml import etree
from odd_grammar import RNG, SENTENCE, Grammar, Node

from converter.markup import element, local

OWN = "edition."  # before the names of our own groups and kinds of value
REPEATED = {  # the least and the most
    "optional": ("0", "1"),
    "zeroOrMore": ("0", "unbounded"),
    "oneOrMore": ("1", "unbounded"),
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
    if name in REPEATED:
        return repeated(together("sequence", written_out(grammar, patterns(node))), *REPEATED[name])
    inside = [one(grammar, each) for each in patterns(node)]
    if name in ("group", "choice"):
        return together({"group": "sequence", "choice": "alternate"}[name], inside)
    raise ValueError(f"no word for {name} in an ODD")


def written_out(grammar: Grammar, nodes: list[Node]) -> list[etree._Element]:
    """Several patterns; a group that stands alone with what is in it, for no group is repeated."""
    names = [str(each.get("name")) for each in nodes if each.tag == f"{RNG}ref"]
    if len(nodes) == 1 and names and grammar.is_content(names[0]):
        return [one(grammar, each) for each in patterns(grammar.patterns[names[0]])]
    return [one(grammar, each) for each in nodes]


def repeated(part: etree._Element, least: str, most: str) -> etree._Element:
    """How often a part may stand; of one that may be repeated already, both together."""
    if part.get("minOccurs", "1") == "0":
        least = "0"
    most = part.get("maxOccurs", most) if most == "1" else most
    for name, value in (("minOccurs", least), ("maxOccurs", most)):
        if value != "1":
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
