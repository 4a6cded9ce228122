"""Where annotations point in the TEI documents of an edition, and which passages are not there."""

import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import quote as escaped

from converter.annotations.anchoring import Missing, find
from converter.annotations.model import Annotation
from converter.annotations.passages import Passages
from converter.problems import Problem, Refused
from converter.xml_files import read_xml

SHOWN = 60  # characters of a passage that a message quotes
CODES = {Missing.GONE: "passage-gone", Missing.SEVERAL: "passage-several-times"}


@dataclass(frozen=True, slots=True)
class Target:
    """What ``@target`` says, and whether it is the passage itself."""

    pointers: tuple[str, ...]
    exact: bool
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Documents:
    """The TEI documents in a folder, read as annotations ask for them."""

    folder: Path
    seen_from: Path  # the folder of the file that will point to them
    known: dict[Path, Passages | Problem] = field(default_factory=dict)

    def target(self, annotation: Annotation) -> Target:
        """The passage in its document; the document alone where the passage is not sure."""
        path = self.path_of(annotation)
        told = partial(problem, annotation, str(path or ""))
        if path is None:
            facts = {"document": annotation.document, "folder": str(self.folder)}
            missing = Problem("annotated-document-missing", annotation.place, "", facts)
            return Target((escaped_address(annotation.source),), False, (missing,))
        address = escaped(Path(os.path.relpath(path, self.seen_from)).as_posix())
        passages = self.passages(path)
        if isinstance(passages, Problem):
            return Target((address,), False, (passages,))
        if annotation.quote is None:
            return Target((address,), False)
        span = find(passages.letters, annotation.quote)
        if isinstance(span, Missing):
            return Target((address,), False, (told(CODES[span]),))
        pointers = tuple(f"{address}#{pointer}" for pointer in passages.pointers(span))
        if not pointers:
            return Target((address,), False, (told("passage-without-id"),))
        return Target(pointers, True, (told("passage-changed"),) if span.changed else ())

    def path_of(self, annotation: Annotation) -> Path | None:
        """The file of the document; None where the folder has none, or the name leads out of it."""
        path = self.folder / f"{annotation.document}.xml"
        inside = path.resolve().is_relative_to(self.folder.resolve())
        return path if inside and path.is_file() else None

    def passages(self, path: Path) -> Passages | Problem:
        if path not in self.known:
            try:
                self.known[path] = Passages(read_xml(path).getroot())
            except Refused as refused:
                self.known[path] = refused.problem
        return self.known[path]


def problem(annotation: Annotation, path: str, code: str) -> Problem:
    exact = annotation.quote.exact if annotation.quote else ""
    words = " ".join(exact.split())
    shown = words if len(words) <= SHOWN else words[:SHOWN] + "…"
    return Problem(code, annotation.place, "", {"words": shown, "document": path})


def escaped_address(source: str) -> str:
    """An address as an attribute of TEI can have it: without white space."""
    return "".join(escaped(sign) if sign.isspace() else sign for sign in source)
