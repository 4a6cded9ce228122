"""How the generated part of an ODD is laid out: a line for each element, none inside words."""

from lxml import etree

from converter.markup import local

STEP = "  "
KEPT = ("desc", "pattern", "exemplum", "remarks")  # what stands in them stays as it is


def laid_out(element: etree._Element, level: int = 4) -> None:
    """White space between the children of an element and of all that have no words in them."""
    if not len(element):
        return
    element.text = "\n" + STEP * (level + 1)
    for child in element:
        if local(child) and local(child) not in KEPT:
            laid_out(child, level + 1)
        child.tail = "\n" + STEP * (level + 1)
    element[-1].tail = "\n" + STEP * level
