"""What a grammar finds in a document, translated from the words of libxml2 into an editor's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from converter.xml_files import line_of

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

MOST_FINDINGS = 1000  # of one schema in one file: nobody reads more, and finding places takes time


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit: where it is, and the facts for its message."""

    code: str
    element: etree._Element
    facts: dict[str, str] = field(default_factory=dict)
    line: int = 0  # where it differs from the line of the element


def and_more(tree: etree._ElementTree) -> Finding:
    """What stands for all that is not looked at any more."""
    return Finding("and-more", tree.getroot(), {"most": str(MOST_FINDINGS)})


def relaxng_findings(tree: etree._ElementTree, schema: etree.RelaxNG) -> list[Finding]:
    """Why RELAX NG refuses the tree; of several sentences about one element, the first."""
    if schema.validate(tree):
        return []
    found: dict[etree._Element, Finding] = {}
    placed = [entry for entry in schema.error_log if entry.path]
    for entry in placed or schema.error_log:
        finding = translated(entry, element_at(tree, entry.path))
        known = found.get(finding.element)
        if known is None or (vague(known) and not vague(finding)):
            found[finding.element] = finding
    telling = [finding for finding in found.values() if not vague(finding)]
    return telling or list(found.values())


def vague(finding: Finding) -> bool:
    """libxml2 repeats a mistake for the elements around it, without saying what it is."""
    return finding.code == "schema-not-met"


def element_at(tree: etree._ElementTree, path: str | None) -> etree._Element:
    """The element of a path such as /*/*[2]; the root where there is none."""
    prefixes = {
        prefix: uri for each in tree.iter("*") for prefix, uri in each.nsmap.items() if prefix
    }
    found = tree.xpath(path, namespaces=prefixes) if path else []
    node = found[0] if isinstance(found, list) and found else tree.getroot()
    return node if isinstance(node, etree._Element) else tree.getroot()


def translated(entry: etree._LogEntry, element: etree._Element) -> Finding:
    message = entry.message
    if found := re.match(r"Did not expect element (\S+) there", message):
        child = named_child(element, found[1])
        return misplaced(child)
    if found := re.match(r"Expecting element (\S+), got (\S+)", message):
        if element.getparent() is None:
            return wrong_root(element, found[1])
        return misplaced(element, f"expected here: {found[1]}")
    if message.startswith("Expecting an element"):
        return Finding(
            "element-missing",
            element,
            {"remedy": "compare with the schema: its contents end too early"},
        )
    if message.startswith("Did not expect text in element"):
        return loose_text(element)
    if found := re.match(r"Invalid attribute (\S+) for element", message):
        return Finding("attribute-wrong", element, attribute_facts(element, found[1]))
    if found := re.match(r"ID (\S+) redefined", message):
        return Finding("identifier-twice", element, {"value": found[1]})
    if message.startswith("Expecting a namespace") or "has wrong namespace" in message:
        return wrong_root(element, etree.QName(element).localname)
    if message.endswith("failed to validate attributes"):
        return Finding("attributes-wrong", element, {"present": present(element)})
    return Finding("schema-not-met", element, {"reason": message})


def named_child(element: etree._Element, name: str) -> etree._Element:
    """libxml2 gives now the element that surprised it, now the one around it."""
    if etree.QName(element).localname == name:
        return element
    return next((e for e in elements(element) if etree.QName(e).localname == name), element)


def misplaced(child: etree._Element, remedy: str = "move it, or take it away") -> Finding:
    return Finding("element-out-of-place", child, {**around(child), "remedy": remedy})


def around(child: etree._Element) -> dict[str, str]:
    """The element in which something stands that should not, and where that is."""
    parent = child.getparent()
    if parent is None:
        return {"parent": "the file", "named": ""}
    return {"parent": element_name(parent), "named": whereabouts(parent)}


def wrong_root(root: etree._Element, expected: str) -> Finding:
    """``expected`` is the name of the element with which the file should begin."""
    name = etree.QName(root)
    facts = {"element": f"<{name.localname}>", "expected": f"<{expected}>"}
    if name.localname != expected:
        return Finding("root-unexpected", root, facts)
    namespace = f"the namespace {name.namespace}" if name.namespace else "no namespace"
    return Finding("namespace-missing", root, {**facts, "namespace": namespace})


def attribute_facts(element: etree._Element, name: str) -> dict[str, str]:
    key = next((k for k in element.attrib if etree.QName(str(k)).localname == name), name)
    return {"attribute": attribute_name(str(key)), "value": element.get(str(key), "")}


# Names as an editor writes them.


def attribute_name(key: str) -> str:
    return "@" + key.replace(XML, "xml:").replace(TEI, "tei:")


def element_name(element: etree._Element) -> str:
    """<p>; the namespace is said only where it is not the TEI's."""
    name = etree.QName(element)
    foreign = "" if f"{{{name.namespace}}}" == TEI else f" of {name.namespace or 'no namespace'}"
    return f"<{name.localname}>{foreign}"


def whereabouts(element: etree._Element) -> str:
    """The identifier of the element or of the smallest one around it, for people to search for."""
    if own := element.get(f"{XML}id", "") if element.getparent() is not None else "":
        return f" '{own}'"
    named = (e.get(f"{XML}id", "") for e in element.iterancestors() if e.getparent() is not None)
    identifier = next((identifier for identifier in named if identifier), "")
    return f" in '{identifier}'" if identifier else ""


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Its children without comments and processing instructions."""
    return parent.iterchildren("*")


def present(element: etree._Element) -> str:
    return ", ".join(attribute_name(str(key)) for key in element.attrib) or "it has none"


def loose_text(element: etree._Element) -> Finding:
    """The first words that stand directly in the element, with their line."""
    line, words = line_of(element), element.text or ""
    for child in element:
        if words.strip():
            break
        line, words = line_of(child), child.tail or ""
    return Finding("text-out-of-place", element, {"words": shortened(words.strip())}, line)


def shortened(words: str) -> str:
    return words if len(words) <= 40 else words[:40].rsplit(None, 1)[0] + " …"
