"""Where in a document something stands: section, whose words, paragraph, note; how sure it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from converter.markup import ID, TEI, local
from converter.word_files import language_of

WORD = re.compile(r"\w+(?:['’-]\w+)*")
CERTAINTIES = ("high", "medium", "low")  # the first is not written in the TEI
TEXT, NOTE = f"{{{TEI}}}text", f"{{{TEI}}}note"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a text, by the ids around it.

    ``within`` is "head", "text" or "commentary": the part of the section in which the place, or the
    note around it, stands.
    """

    language: str
    within: str
    paragraph: str  # the paragraph of the text, also of what stands in a note on it
    note: str


def spot(node: etree._Element) -> Spot:
    """Where an element below ``text`` stands."""
    paragraph = note = within = ""
    for around in node.iterancestors():
        name = local(around)
        if name == "note":
            note, paragraph = around.get(ID, ""), ""
        elif name == "p" and not paragraph:
            paragraph = around.get(ID, "")
        elif name == "head" and not within and is_title(around):
            within = "head"
        elif name == "div" and not within and around.get("type") in ("text", "commentary"):
            within = around.get("type", "")
        elif name == "text":
            break
    return Spot(language_of(node), within, paragraph, note)


def is_title(head: etree._Element) -> bool:
    """The head is that of a section; one of a list belongs to the text around it."""
    parent = head.getparent()
    return parent is not None and local(parent) == "div"


def inside_text(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name in the text of a document; nothing of its header."""
    for text in root.iterchildren(TEXT):
        yield from text.iter(f"{{{TEI}}}{name}")


def weakest(elements: Iterable[etree._Element]) -> str:
    """The least certain of what is said of elements; "high" where nothing is said."""
    said = {element.get("cert", CERTAINTIES[0]) for element in elements}
    return next((each for each in reversed(CERTAINTIES) if each in said), CERTAINTIES[0])


def notes_around(node: etree._Element) -> Iterator[etree._Element]:
    yield from node.iterancestors(NOTE)


def plain(node: etree._Element) -> str:
    """The words of an element without those of notes in it; white space as single spaces."""
    return " ".join("".join(words(node)).split())


def words(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        name = local(child)
        apart = name == "p" or (name in ("pb", "lb") and child.get("break") != "no")
        yield " " if apart else ""
        if name and name != "note":
            yield from words(child)
        yield " " if apart else ""
        yield child.tail or ""
