"""Annotations as W3C Web Annotation JSON-LD: one collection with one page."""

import uuid
from collections.abc import Sequence
from typing import Any

from converter.annotations.model import Annotation
from converter.json_tables import json_bytes

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def jsonld(annotations: Sequence[Annotation]) -> bytes:
    """The same annotations give the same bytes: the collection's id is made from theirs."""
    names = "\n".join(annotation.identifier for annotation in annotations)
    collection = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, names)}"
    data: dict[str, Any] = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "total": len(annotations),
        "first": {
            "id": f"{collection}#page-1",
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": [as_data(annotation) for annotation in annotations],
        },
    }
    return json_bytes(data)


def as_data(annotation: Annotation) -> dict[str, Any]:
    bodies = [("commenting", text) for text in annotation.comments]
    bodies += [("tagging", text) for text in annotation.tags]
    data: dict[str, Any] = {
        "id": annotation.identifier,
        "type": "Annotation",
        "motivation": [*annotation.motivations],
        "created": annotation.created,
        "modified": annotation.modified,
        "creator": {"type": "Person", "name": annotation.creator} if annotation.creator else None,
        "body": [
            {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}
            for purpose, text in bodies
        ],
        "target": {"source": annotation.source, "selector": selectors(annotation)},
    }
    if not data["target"]["selector"]:
        data["target"] = annotation.source
    return {key: value for key, value in data.items() if value}


def selectors(annotation: Annotation) -> list[dict[str, Any]]:
    """Quotation and position: some tools take only what has both."""
    found: list[dict[str, Any]] = []
    if annotation.quote is not None:
        quote = annotation.quote
        words = {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}
        found.append({"type": "TextQuoteSelector", **words})
    if annotation.position is not None:
        start, end = annotation.position
        found.append({"type": "TextPositionSelector", "start": start, "end": end})
    return found
