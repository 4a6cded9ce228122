"""An annotation as a reader made it: which passage of which document, and what was noted on it."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from converter.annotations.anchoring import Letters, Quote
from converter.problems import Place

NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation; what nobody said is empty."""

    identifier: str
    source: str  # the address of the document's page, as it was written
    quote: Quote | None
    motivations: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    creator: str = ""
    created: str = ""
    modified: str = ""
    position: tuple[int, int] | None = None  # in the text of the page, in code points
    place: Place = NOWHERE

    @property
    def document(self) -> str:
        """The document by its name in the edition, ``volume/1938-03-14``, wherever that lies."""
        path = PurePosixPath(unquote(urlsplit(self.source).path))
        stem = path.stem if path.suffix in (".html", ".htm", ".xml") else path.name
        return f"{path.parent.name}/{stem}" if path.parent.name else stem

    @property
    def content(self) -> tuple[object, ...]:
        """What two annotations have in common that say the same of the same passage."""
        words = self.quote or Quote("")
        quote = tuple(Letters(part).only for part in (words.prefix, words.exact, words.suffix))
        noted = (frozenset(self.motivations), self.comments, frozenset(self.tags), self.creator)
        return (self.document, quote, *noted)


def merged(annotations: list[Annotation]) -> list[Annotation]:
    """Each annotation once, as it was changed last, in the order of documents and passages."""
    latest: dict[str, Annotation] = {}
    for annotation in annotations:
        known = latest.setdefault(annotation.identifier, annotation)
        if (annotation.modified or annotation.created) > (known.modified or known.created):
            latest[annotation.identifier] = annotation
    once: dict[tuple[object, ...], Annotation] = {}
    for annotation in latest.values():
        once.setdefault(annotation.content, annotation)
    return sorted(once.values(), key=in_order)


def in_order(annotation: Annotation) -> tuple[object, ...]:
    position = annotation.position or (0, 0)
    return (annotation.document, position, annotation.created, annotation.identifier)


def xml_id(annotation: Annotation) -> str:
    """An id for XML: that of a UUID, else a checksum of whatever the annotation is called."""
    name = annotation.identifier.removeprefix("urn:uuid:")
    if name.replace("-", "").isalnum() and name.isascii():
        return f"a-{name}"
    return f"a-{hashlib.sha256(annotation.identifier.encode()).hexdigest()[:12]}"
