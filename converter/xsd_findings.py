"""What a W3C schema finds in a document, in an editor's words instead of xmlschema's."""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

import xmlschema
from lxml import etree
from xmlschema import XMLSchema
from xmlschema.validators import (
    XMLSchemaChildrenValidationError,
    XMLSchemaValidationError,
    XsdAttribute,
    XsdComplexType,
    XsdElement,
    XsdGroup,
)

from converter.findings import (
    MOST_FINDINGS,
    Finding,
    and_more,
    around,
    attribute_name,
    element_name,
    loose_text,
    misplaced,
    wrong_root,
)

DATES = {"date", "gYear", "gYearMonth", "dateTime", "when", "from", "to", "notBefore", "notAfter"}
FORMS = {
    "ID": "a letter, then letters, figures, hyphens, dots or underscores, without a space",
    "language": "the code of a language, such as en, ru or de-AT",
    "nonNegativeInteger": "a whole number",
    "NCName": "a name without a space",
}
FEW = 24  # more names than these nobody reads


def xsd_findings(tree: etree._ElementTree, schema: XMLSchema) -> list[Finding]:
    """Why the schema refuses the tree; RecursionError where the elements are nested too deeply."""
    resource = xmlschema.XMLResource(tree, allow="none", defuse="never")
    found: dict[tuple[Any, ...], Finding] = {}
    known = cache(lambda: every_name(schema))
    for number, error in enumerate(schema.iter_errors(resource)):
        if number == MOST_FINDINGS:
            return [*found.values(), and_more(tree)]
        finding = translated(error, schema, tree.getroot(), known)
        # A value of several types is complained of once for each of them.
        key = (finding.code, finding.element, finding.facts.get("attribute"))
        found.setdefault(key, finding)
    return list(found.values())


def translated(
    error: XMLSchemaValidationError,
    schema: XMLSchema,
    root: etree._Element,
    known: Callable[[], set[str]],
) -> Finding:
    place: Any = error.elem  # typed as an element of the standard library
    element = place if isinstance(place, etree._Element) else root
    reason = error.reason or str(error)
    if isinstance(error, XMLSchemaChildrenValidationError):
        return about_children(error, schema, element, known)
    if reason.startswith("character data between"):
        return loose_text(element)
    if reason.endswith("is not an element of the schema"):
        return wrong_root(element, expected_root(schema, element))
    return about_attributes(reason, schema, element)


# What stands where.


def about_children(
    error: XMLSchemaChildrenValidationError,
    schema: XMLSchema,
    parent: etree._Element,
    known: Callable[[], set[str]],
) -> Finding:
    expected = list(names_of(each for each in error.expected or () if isinstance(each, XsdElement)))
    child = error.invalid_child
    if not isinstance(child, etree._Element):
        return Finding("element-missing", parent, {"remedy": f"add {one_of(expected)}"})
    name = local_name(child)
    allowed = holdable(schema, parent)
    if name in allowed and child.tag != f"{{{etree.QName(parent).namespace}}}{name}":
        return misplaced(
            child, "put it into the namespace of the elements around it: delete its xmlns"
        )
    if name in allowed:
        order = f"{element_name(parent)} holds, in this order: {listed(allowed)}"
        others = [other for other in expected if other != name]
        remedy = f"expected here: {listed(others)}" if 0 < len(others) <= FEW else order
        return misplaced(child, remedy)
    code = "element-not-allowed" if name in known() else "element-unknown"
    remedy = f"{element_name(parent)} can hold: {listed(allowed)}" if allowed else "take it away"
    if code == "element-unknown" and (close := get_close_matches(name, allowed, n=1, cutoff=0.7)):
        remedy = f"did you mean <{close[0]}>? {remedy}"
    return Finding(code, child, {**around(child), "remedy": remedy})


def holdable(schema: XMLSchema, element: etree._Element) -> list[str]:
    """The names of the elements that the element can hold, in the order of the schema."""
    return list(dict.fromkeys(names_of(contents(declaration(schema, element)))))


def declaration(schema: XMLSchema, element: etree._Element) -> XsdElement | None:
    """What the schema says about the element at its place: names mean different things there."""
    parent = element.getparent()
    if parent is None:
        return schema.maps.elements.get(element.tag)
    inside = contents(declaration(schema, parent))
    return next((each for each in inside if each.name == element.tag), None)


def contents(declared: XsdElement | None) -> Iterator[XsdElement]:
    """The elements that an element can hold."""
    if declared is None or not isinstance(declared.type, XsdComplexType):
        return
    if isinstance(content := declared.type.content, XsdGroup):
        yield from (each for each in content.iter_elements() if isinstance(each, XsdElement))


def every_name(schema: XMLSchema) -> set[str]:
    every = schema.iter_components(XsdElement)
    return set(names_of(each for each in every if isinstance(each, XsdElement)))


def expected_root(schema: XMLSchema, root: etree._Element) -> str:
    """The element of that name in another namespace, else the first the schema can begin with."""
    roots = [element.local_name for element in schema.root_elements]
    name = local_name(root)
    return name if name in roots else (roots or [""])[0] or "another element"


# Attributes and their values.


def about_attributes(reason: str, schema: XMLSchema, element: etree._Element) -> Finding:
    if found := re.match(r"missing required attribute '(.+)'", reason):
        name = attribute_name(found[1])
        declared = attribute(schema, element, found[1])
        return Finding(
            "attribute-missing", element, {"attribute": name, "meaning": offer(declared)}
        )
    if found := re.match(r"'(.+)' attribute not allowed", reason):
        facts = {"attribute": attribute_name(found[1]), "allowed": carried(schema, element)}
        return Finding("attribute-not-allowed", element, facts)
    if found := re.match(r"(?s)attribute (\S+?)='(.*?)': (.*)", reason):
        return about_value(
            found[1], found[2], found[3], attribute(schema, element, found[1]), element
        )
    return Finding("schema-not-met", element, {"reason": reason})


def about_value(
    key: str, value: str, reason: str, declared: XsdAttribute | None, element: etree._Element
) -> Finding:
    facts = {"attribute": attribute_name(key), "value": value}
    if "duplicated xs:ID" in reason:
        return Finding("identifier-twice", element, facts)
    if declared is not None and declared.type.enumeration:
        allowed = listed([str(each) for each in declared.type.enumeration])
        return Finding("attribute-has-other-values", element, {**facts, "allowed": allowed})
    if key in DATES and local_name(element) in ("date", "change"):
        return Finding("date-not-in-figures", element, facts)
    remedy = wanted(declared) or f"the schema says: {reason}"
    return Finding("attribute-value-malformed", element, {**facts, "remedy": remedy})


def wanted(declared: XsdAttribute | None) -> str:
    """What values of this type look like."""
    if declared is None:
        return ""
    form = FORMS.get(declared.type.local_name or "") or documented(declared.type)
    return f"what stands here: {form[0].lower()}{form[1:].rstrip('.')}" if form else ""


def attribute(schema: XMLSchema, element: etree._Element, key: str) -> XsdAttribute | None:
    declared = declaration(schema, element)
    found = declared.attributes.get(key) if declared is not None else None
    return found if isinstance(found, XsdAttribute) else None


def offer(declared: XsdAttribute | None) -> str:
    """What to write in an attribute that is missing."""
    if declared is None:
        return ""
    if values := declared.type.enumeration:
        return f": {one_of([str(value) for value in values])}"
    return ""


def carried(schema: XMLSchema, element: etree._Element) -> str:
    declared = declaration(schema, element)
    names = [attribute_name(str(name)) for name in declared.attributes] if declared else []
    return listed(names) or "no attribute"


def documented(component: Any) -> str:
    """The sentence that the schema says about one of its parts."""
    return str(component.annotation or "").strip()


# Lists of names.


def names_of(declared: Iterable[XsdElement]) -> Iterator[str]:
    return (each.local_name for each in declared if each.local_name)


def local_name(element: etree._Element) -> str:
    return etree.QName(element).localname


def listed(names: list[str]) -> str:
    return ", ".join(names[:FEW]) + (" …" if len(names) > FEW else "")


def one_of(names: list[str]) -> str:
    return f"one of: {listed(names)}" if len(names) > 1 else (names or ["what is missing"])[0]
