"""The apparatus of a document: its TEI without running text, from which the lists are gathered.

Header, notes, citations, names, the opening of a letter and every element around them stay, in
their order; so an element is the same one here and in the whole document: the third ``bibl`` there
is the third here. It is sooner read than the whole.
"""

from collections.abc import Collection

from lxml import etree

from converter.bibliography.cited import BIBL, holder
from converter.linked import LINKED
from converter.markup import TEI, local

# What is kept with all that stands in it.
WHOLE = frozenset((*LINKED, *(f"{{{TEI}}}{name}" for name in ("note", "opener", "closer"))))
TEXT = f"{{{TEI}}}text"
# What the header says of the encoding is the same everywhere.
UNREAD = tuple(f"{{{TEI}}}{name}" for name in ("encodingDesc", "revisionDesc"))
# These hold elements alone: the white space between them says nothing, and takes room.
STRUCTURE = """
    teiHeader fileDesc titleStmt respStmt publicationStmt sourceDesc biblStruct analytic monogr
    imprint msDesc msIdentifier profileDesc langUsage particDesc listPerson person correspDesc
    correspAction textClass keywords
"""
NO_WORDS = tuple(f"{{{TEI}}}{name}" for name in STRUCTURE.split())


def prune(root: etree._Element) -> etree._Element:
    """Takes the running text out of a TEI element, which is changed and returned."""
    for text in root.iterchildren(TEXT):
        # The words before a citation tell what it is, in a paragraph as in a note.
        citing = {holder(bibl) for bibl in text.iter(BIBL)}
        if text not in citing:
            strip(text, citing)
    for part in list(root.iter(*UNREAD)):
        parent = part.getparent()
        if parent is not None and next(part.iter(*LINKED), None) is None:
            parent.remove(part)
    for holder_of_elements in root.iter(*NO_WORDS):
        holder_of_elements.text = None
        for child in holder_of_elements:
            child.tail = None
    return root


def strip(element: etree._Element, citing: Collection[etree._Element]) -> bool:
    """Whether anything is left in the element that is kept; it loses its own words."""
    element.text = None
    kept = False
    for child in list(element):
        child.tail = None
        if child.tag in WHOLE or child in citing or (local(child) and strip(child, citing)):
            kept = True
        else:
            element.remove(child)
    return kept
