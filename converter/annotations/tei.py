"""Annotations as TEI: a document of its own that holds nothing but a list of them."""

import re
from collections.abc import Sequence

from lxml import etree

from converter import __version__
from converter.annotations.model import Annotation, xml_id
from converter.annotations.targets import Documents, Target, escaped_address
from converter.markup import element, fill, indent, serialise
from converter.problems import Problem

# Those of the Web Annotation Vocabulary: TEI has the same.
MOTIVATIONS = (
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
)  # fmt: skip
DATED = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
MIXED = frozenset(("note", "change", "resp", "name", "title", "p", "quote"))


def tei(
    annotations: Sequence[Annotation], documents: Documents | None
) -> tuple[bytes, list[Problem]]:
    """Annotations → a TEI document with a listAnnotation, and what could not be pointed to.

    Without ``documents`` they point to the pages they were made on.
    """
    problems: list[Problem] = []
    made = []
    for annotation in annotations:
        target = target_of(annotation, documents)
        problems += target.problems
        made.append(encode(annotation, target))
    parts = [element("listAnnotation", *made)] if made else []
    root = element("TEI", header(len(annotations)), element("standOff", *parts))
    indent(root, 0, MIXED)
    return serialise(root), problems


def target_of(annotation: Annotation, documents: Documents | None) -> Target:
    if documents is not None:
        return documents.target(annotation)
    return Target((escaped_address(annotation.source),), False)


def header(number: int) -> etree._Element:
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title", "Annotations")),
            element("publicationStmt", element("p", "A reader’s own; not published.")),
            element("sourceDesc", element("p", "Web Annotations (W3C), made by a reader.")),
        ),
        element(
            "encodingDesc",
            element("p", "Where a target has string-range, the passage was found in the document;"
                    " else the annotation points to the document, and the quotation says what was"
                    " meant."),
            element("appInfo", element("application", element("label", "converter"),
                    ident="converter", version=__version__)),
        ),
    )  # fmt: skip


def encode(annotation: Annotation, target: Target) -> etree._Element:
    """One annotation; its quotation is kept whether or not the passage was found."""
    known = [word for word in annotation.motivations if word in MOTIVATIONS]
    made = element(
        "annotation",
        id_=xml_id(annotation),
        motivation=" ".join(known) or None,
        target=" ".join(target.pointers),
    )
    if annotation.creator:
        made.append(element("respStmt", element("resp", "annotated by"),
                            element("name", annotation.creator)))  # fmt: skip
    dates = {"created": annotation.created, "modified": annotation.modified}
    changes = [
        element("change", words, when=when)
        for words, when in dates.items()
        if DATED.fullmatch(when) and (words == "created" or when != annotation.created)
    ]
    if changes:
        made.append(element("revisionDesc", *changes))
    fill(made, quotation(annotation))
    made.extend(element("note", text, type="comment") for text in annotation.comments)
    made.extend(element("note", text, type="tag") for text in annotation.tags)
    return made


def quotation(annotation: Annotation) -> list[etree._Element | str]:
    """The passage, with the words before and after it by which it is found again."""
    quote = annotation.quote
    if quote is None:
        return []
    made = element("note", type="quotation")
    parts = [("before", quote.prefix), ("after", quote.suffix)]
    before, after = ([element("seg", words, type=name)] if words else [] for name, words in parts)
    fill(made, [*before, element("quote", quote.exact), *after])
    return [made]
