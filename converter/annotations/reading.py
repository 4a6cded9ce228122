"""Read: a file of W3C Web Annotations, ours or another tool's → annotations, and what is wrong."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from converter.annotations.anchoring import Letters, Quote
from converter.annotations.model import Annotation
from converter.decode import FORBIDDEN, STAND_IN
from converter.identifiers import short_hash
from converter.problems import Place, Problem, Refused

Item = Mapping[str, Any]
TEXT = ("TextualBody", "cnt:ContentAsText", "")


def read_annotations(data: bytes, path: str) -> tuple[list[Annotation], list[Problem]]:
    """The bytes of a file → its annotations. Raises Refused where it has none at all."""
    text, parsed = parse(data, path)
    annotations: list[Annotation] = []
    problems: list[Problem] = []
    for number, item in enumerate(items_of(parsed, path), start=1):
        place, printed = where(item, text, path)
        reading = Reading(place, printed, number)
        annotation = reading.annotation(item)
        if annotation is not None:
            annotations.append(annotation)
        problems += reading.problems
    return annotations, problems


def parse(data: bytes, path: str) -> tuple[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        return text, json.loads(text)
    except UnicodeDecodeError as error:
        facts = {"reason": f"byte {error.start + 1} is not UTF-8"}
        raise Refused(Problem("annotations-unreadable", Place(path), "", facts)) from None
    except json.JSONDecodeError as error:
        printed = error.doc.split("\n")[error.lineno - 1]
        place = Place(path, error.lineno, error.colno)
        facts = {"reason": error.msg[:1].lower() + error.msg[1:]}
        raise Refused(Problem("annotations-unreadable", place, printed, facts)) from None
    except (RecursionError, ValueError):  # too deep; or a number too long for Python
        facts = {"reason": "it is nested too deeply, or has a number of thousands of digits"}
        raise Refused(Problem("annotations-unreadable", Place(path), "", facts)) from None


def items_of(parsed: Any, path: str) -> Sequence[Any]:
    """The annotations of a collection, of a page of one, of a list, or the one there is."""
    found = parsed
    for key in ("first", "items"):
        if isinstance(found, Mapping) and key in found:
            found = found[key]
    if isinstance(found, Mapping) and "target" in found:
        return [found]
    if isinstance(found, list) and found:
        return found
    reason = "it is no collection, page or annotation"
    if isinstance(found, str):
        reason = "its pages lie elsewhere"
    elif isinstance(found, list):
        reason = "the list is empty"
    raise Refused(Problem("no-annotations", Place(path), "", {"reason": reason}))


def where(item: Any, text: str, path: str) -> tuple[Place, str]:
    """The line on which an annotation has its id, else its quotation."""
    quote = next((selector.get("exact") for selector in selectors_of(item)), None)
    for words in (item.get("id") if isinstance(item, Mapping) else None, quote):
        for ascii_only in (False, True):
            if not isinstance(words, str) or not words:
                continue
            at = text.find(json.dumps(words, ensure_ascii=ascii_only))
            if at >= 0:
                line = text.count("\n", 0, at)
                return Place(path, line + 1), text.split("\n")[line]
    return Place(path), ""


def selectors_of(item: Any) -> Iterator[Item]:
    """The quotations of an annotation's target, in whatever depth they stand."""
    yield from (each for _, each in selectors(item) if each.get("type") == "TextQuoteSelector")


def selectors(item: Any) -> Iterator[tuple[Item, Item]]:
    """Each target of an annotation that names its source, with each of its selectors."""
    for target in listed(item.get("target")) if isinstance(item, Mapping) else ():
        if isinstance(target, Mapping):
            pending = listed(target.get("selector"))
            while pending:
                selector = pending.pop(0)
                if isinstance(selector, Mapping):
                    yield target, selector
                    pending += listed(selector.get("refinedBy"))


class Reading:
    """One annotation being read; keeps what had to be left out."""

    def __init__(self, place: Place, printed: str, number: int) -> None:
        self.place, self.printed, self.number = place, printed, number
        self.problems: list[Problem] = []

    def remark(self, code: str, reason: str = "") -> None:
        facts = {"number": self.number, "reason": reason}
        self.problems.append(Problem(code, self.place, self.printed, facts))

    def annotation(self, item: Any) -> Annotation | None:
        """An object of the file as an annotation; None where it is none."""
        if not isinstance(item, Mapping):
            self.remark("annotation-unusable", "it is no object")
            return None
        source = source_of(item)
        if not source:
            self.remark("annotation-unusable", "it names no document as the source of its target")
            return None
        quote = next(map(as_quote, selectors_of(item)), None)
        if quote is None or not Letters(quote.exact).only:
            quote = None
            self.remark("annotation-without-quotation")
        if len(listed(item.get("target"))) > 1:
            self.remark("annotation-part-left-out", "it has several targets; the first is taken")
        bodies = [*self.bodies(item)]
        said = dict(item).get("id") or dict(item).get("@id")
        made = Annotation(
            identifier=words(said),
            source=source,
            quote=quote,
            motivations=tuple(motivations(item)),
            comments=tuple(text for purpose, text in bodies if purpose != "tagging"),
            tags=tuple(dict.fromkeys(text for purpose, text in bodies if purpose == "tagging")),
            creator=creator(item.get("creator")),
            created=words(item.get("created")),
            modified=words(item.get("modified")),
            position=position(item),
            place=self.place,
        )
        if made.identifier:
            return made
        return replace(made, identifier=f"urn:annotation:{short_hash(repr(made.content))}")

    def bodies(self, item: Item) -> Iterator[tuple[str, str]]:
        """Notes and tags: purpose and words."""
        if words(item.get("bodyValue")):
            yield "commenting", words(item["bodyValue"])
        for body in listed(item.get("body")):
            if isinstance(body, str):
                self.remark("annotation-part-left-out", f"it refers to {body}")
            elif isinstance(body, Mapping) and body.get("type", "") in TEXT:
                text = words(body.get("value") or body.get("chars"))
                if text:
                    yield words(body.get("purpose")) or "commenting", text
            elif isinstance(body, Mapping):
                self.remark("annotation-part-left-out", f"a body of type {body.get('type')}")


def as_quote(selector: Item) -> Quote:
    return Quote(*(words(selector.get(key), folded=False) for key in ("exact", "prefix", "suffix")))


def source_of(item: Item) -> str:
    for target in listed(item.get("target")):
        source = target.get("source", target.get("id")) if isinstance(target, Mapping) else target
        if isinstance(source, Mapping):
            source = source.get("id")
        if words(source):
            return words(source)
    return ""


def position(item: Item) -> tuple[int, int] | None:
    for _, selector in selectors(item):
        start, end = selector.get("start"), selector.get("end")
        if selector.get("type") == "TextPositionSelector" and type(start) is type(end) is int:
            return (start, end)
    return None


def motivations(item: Item) -> Iterator[str]:
    for motivation in listed(item.get("motivation")):
        if words(motivation):
            yield words(motivation).removeprefix("oa:")


def creator(value: Any) -> str:
    for one in listed(value):
        if isinstance(one, Mapping):
            return words(one.get("name")) or words(one.get("id"))
        return words(one)
    return ""


def words(value: Any, folded: bool = True) -> str:
    """A string that XML too can hold; anything else is nothing."""
    if not isinstance(value, str):
        return ""
    text = FORBIDDEN.sub(STAND_IN, value)
    return text.strip() if folded else text


def listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return [*value] if isinstance(value, list) else [value]
