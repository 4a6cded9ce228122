"""The Schematron rules as constraints of an ODD. Used by make_odd.py.

A pattern stays whole, because of two rules in it only the first that fits a node is asked. What to
do about a fault, a diagnostic of its own in edition.sch, follows its message: programs that take
the rules out of an ODD know no diagnostics.
"""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

from converter.markup import element

SCH = "http://purl.oclc.org/dsdl/schematron"
XSL = "http://www.w3.org/1999/XSL/Transform"
TO_DO = "what-to-do"


def constraints(path: Path) -> Iterator[etree._Element]:
    """One constraintSpec with what all rules share, then one a pattern."""
    root = etree.parse(path).getroot()
    hints = {str(each.get("id")): each.text or "" for each in root.iter(f"{{{SCH}}}diagnostic")}
    shared = element(
        "constraintSpec",
        element("desc", "The prefix and the keys that the rules below use."),
        ident="prefix-and-keys",
        scheme="schematron",
        mode="add",
    )
    around = element("constraint")
    for each in root.iter(f"{{{SCH}}}ns", f"{{{XSL}}}key"):
        around.append(alone(each))
    shared.append(around)
    yield shared
    for pattern in root.iter(f"{{{SCH}}}pattern"):
        copy = alone(pattern)
        for test in copy.iter(f"{{{SCH}}}assert"):
            append_hint(test, hints[str(test.attrib.pop("diagnostics"))])
        yield element(
            "constraintSpec",
            element("desc", said_before(pattern)),
            element("constraint", copy),
            ident=str(pattern.get("id")),
            scheme="schematron",
            mode="add",
        )


def alone(node: etree._Element) -> etree._Element:
    copy = deepcopy(node)
    copy.tail = None
    return copy


def append_hint(test: etree._Element, hint: str) -> None:
    """The hint as a part of the message that can be told from it."""
    if len(test):
        test[-1].tail = (test[-1].tail or "") + ": "
    else:
        test.text = (test.text or "") + ": "
    span = etree.SubElement(test, f"{{{SCH}}}span")
    span.set("class", TO_DO)
    span.text = hint


def said_before(pattern: etree._Element) -> str:
    """The comment before a pattern, which says what its rules are about."""
    before = pattern.getprevious()
    assert before is not None
    return (before.text or "").strip(" =\n")
