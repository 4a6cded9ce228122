"""GraphML: a network as Gephi, networkx and igraph read it (http://graphml.graphdrawing.org)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NAMESPACES: Mapping[Any, str] = {None: NAMESPACE}  # the stubs know no prefix that is None
Facts = Mapping[str, str | int]
TYPES = {str: "string", int: "int"}


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges in their order, each with the same facts; a number is an ``int``."""

    name: str
    directed: bool
    nodes: Mapping[str, Facts]
    edges: Mapping[tuple[str, str], Facts]


def graphml(graph: Graph) -> bytes:
    """The file in UTF-8. What is not known of a node or an edge is left out."""
    root = etree.Element(tag("graphml"), nsmap=dict(NAMESPACES))
    keys: dict[tuple[str, str], str] = {}
    owners: dict[str, Iterable[Facts]] = {
        "node": graph.nodes.values(),
        "edge": graph.edges.values(),
    }
    for owner, every in owners.items():
        for name, kind in types(every).items():
            keys[owner, name] = f"{owner}-{name}"
            facts = {"for": owner, "attr.name": name, "attr.type": kind}
            etree.SubElement(root, tag("key"), {"id": keys[owner, name], **facts})
    default = "directed" if graph.directed else "undirected"
    holder = etree.SubElement(root, tag("graph"), id=graph.name, edgedefault=default)
    for key, known in graph.nodes.items():
        add(etree.SubElement(holder, tag("node"), id=key), "node", known, keys)
    for (source, target), known in graph.edges.items():
        edge = etree.SubElement(holder, tag("edge"), source=source, target=target)
        add(edge, "edge", known, keys)
    etree.indent(root)
    made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return made + b"\n"


def types(every: Iterable[Facts]) -> dict[str, str]:
    """The names of facts with their types, in the order in which they are met."""
    return {name: TYPES[type(value)] for facts in every for name, value in facts.items()}


def add(
    element: etree._Element, owner: str, facts: Facts, keys: Mapping[tuple[str, str], str]
) -> None:
    for name, value in facts.items():
        if value != "":
            etree.SubElement(element, tag("data"), key=keys[owner, name]).text = str(value)


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
