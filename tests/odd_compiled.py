"""An ODD compiled to RELAX NG, as far as ours goes: what it lets stand where, and with what.

Our ODD gives each element its whole content and its whole list of attributes, so that nothing has
to be looked up in the TEI. TEI P5, chapter TD.
"""

from collections.abc import Iterator

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
RNG = "http://relaxng.org/ns/structure/1.0"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
OFTEN = {
    ("0", "1"): "optional",
    ("0", "unbounded"): "zeroOrMore",
    ("1", "unbounded"): "oneOrMore",
}
WORDS = {"sequence": "group", "alternate": "choice", "textNode": "text", "empty": "empty"}


def compiled(odd: etree._Element) -> etree.RelaxNG:
    """The schema that the specification describes."""
    (spec,) = odd.iter(f"{TEI}schemaSpec")
    grammar = etree.Element(
        f"{{{RNG}}}grammar",
        {"ns": TEI[1:-1], "datatypeLibrary": XSD},
        nsmap={None: RNG},  # type: ignore[dict-item]
    )
    ref(add(grammar, "start"), f"element-{spec.get('start')}")
    for each in spec.iter(f"{TEI}macroSpec", f"{TEI}dataSpec"):
        define(grammar, str(each.get("ident")), each.find(f"{TEI}content"))
    for each in spec.iter(f"{TEI}elementSpec"):
        name = str(each.get("ident"))
        made = add(add(grammar, "define", name=f"element-{name}"), "element", name=name)
        for attribute in kept(each):
            attach(made, attribute)
        fill(made, each.find(f"{TEI}content"))
    return etree.RelaxNG(grammar)


def kept(spec: etree._Element) -> Iterator[etree._Element]:
    """The attributes that an element has; those that are deleted are not among them."""
    for each in spec.iterfind(f"{TEI}attList/{TEI}attDef"):
        if each.get("mode") != "delete":
            yield each


def attach(parent: etree._Element, attribute: etree._Element) -> None:
    around = parent if attribute.get("usage") == "req" else add(parent, "optional")
    made = add(around, "attribute", name=str(attribute.get("ident")))
    values = [str(each.get("ident")) for each in attribute.iter(f"{TEI}valItem")]
    if values:
        choice = add(made, "choice")
        for value in values:
            add(choice, "value").text = value
    datatype = attribute.find(f"{TEI}datatype")
    if datatype is not None:
        fill(made, datatype)


def define(grammar: etree._Element, name: str, content: etree._Element | None) -> None:
    fill(add(grammar, "define", name=name), content)


def fill(parent: etree._Element, content: etree._Element | None) -> None:
    assert content is not None
    for each in content:
        one(parent, each)


def one(parent: etree._Element, node: etree._Element) -> None:
    """One part of a content, with how often it may stand."""
    often = (node.get("minOccurs", "1"), node.get("maxOccurs", "1"))
    around = add(parent, OFTEN[often]) if often in OFTEN else parent
    name = etree.QName(node).localname
    if name == "elementRef":
        ref(around, f"element-{node.get('key')}")
    elif name == "macroRef" or (name == "dataRef" and node.get("key")):
        ref(around, str(node.get("key")))
    elif name == "dataRef":
        data = add(around, "data", type=str(node.get("name")))
        for facet in node:
            add(data, "param", name=str(facet.get("name"))).text = facet.get("value")
    else:
        fill(add(around, WORDS[name]), node)


def ref(parent: etree._Element, name: str) -> None:
    add(parent, "ref", name=name)


def add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{RNG}}}{tag}")
    for name, value in attributes.items():
        made.set(name, value)
    return made
