"""Whereabouts: which element of the TEI each doubtful line of a page went to, for its HTML.

The TEI says of an element only how certain it is. What the page asks about the line (as what it was
taken, why, what decides it) stands in a small document of its own, which goes to the stylesheet
beside the TEI and is kept nowhere.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from converter.decisions import first_words, folded
from converter.decode import FORBIDDEN, STAND_IN
from converter.guesses import Guess
from converter.lines import Line
from converter.markup import ID, TEI, local
from converter.sections import SectionLines

DOUBTS = "urn:edition"
HOLDERS = frozenset(("addrLine", "dateline", "head", "item", "note", "p", "salute", "signed"))
# White space may change between page and TEI; brackets and the hyphen of a joined word go.
NOT_COUNTED = re.compile("[\\s\\[\\]\u00ad\u2010-]+")


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A page's lines as they were claimed, and those of them that were guessed."""

    sections: tuple[SectionLines, ...]
    guesses: tuple[Guess, ...]

    def placed(self, root: etree._Element) -> str:
        """The guesses as XML, by the elements of the document that hold the lines, in their order.

        The document is the one that was made of these lines.
        """
        tongues: dict[int, str] = {}
        holders: dict[int, etree._Element] = {}
        divisions = root.findall(f"{{{TEI}}}text/{{{TEI}}}body/{{{TEI}}}div")
        for section, division in zip(self.sections, divisions, strict=True):
            lines = [line for line in section.claimed.lines if line.mark is None]
            holders.update(zip(numbers(lines), holders_of(lines, division), strict=True))
            tongues.update(dict.fromkeys(numbers(lines), section.tongue.code))
        doubts = etree.Element(f"{{{DOUBTS}}}doubts", nsmap={"ed": DOUBTS})
        places: dict[str, etree._Element] = {}
        for guess in sorted(self.guesses, key=lambda guess: guess.line):
            at = pointer(holders[guess.line])
            if at not in places:
                places[at] = added(doubts, "place", at=at, n=str(len(places) + 1))
            add_doubt(places[at], guess, tongues[guess.line])
        return etree.tostring(doubts, encoding="unicode")


def numbers(lines: Sequence[Line]) -> list[int]:
    return [line.number for line in lines]


# ---------------------------------------------------------------- lines and elements


def holders_of(lines: Sequence[Line], division: etree._Element) -> Iterator[etree._Element]:
    """The element that each line's first character went to.

    No character of a page is lost and none moves, so the characters before a line, counted, lead to
    its place in the division.
    """
    pieces = [piece for piece in words_of(division, division) if counted(piece[0])]
    pieces = pieces or [("", division)]  # a dash is all the text there is
    ends = [*accumulate(counted(text) for text, _ in pieces)]
    starts = accumulate((counted(line.text) for line in lines), initial=0)
    for _, start in zip(lines, starts, strict=False):
        at = min(bisect_right(ends, start), len(pieces) - 1)
        yield pieces[at][1]


def counted(text: str) -> int:
    return len(NOT_COUNTED.sub("", text))


def words_of(node: etree._Element, holder: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The text inside an element, piece by piece, each with the block or footnote that holds it."""
    if holds(node, holder):
        holder = node
    yield node.text or "", holder
    for child in node:
        yield from words_of(child, holder)
        yield child.tail or "", holder


def holds(node: etree._Element, outer: etree._Element) -> bool:
    """A remark is words of its paragraph, and so is the paragraph of a note words of the note."""
    remark = node.get("place") == "inline"
    return local(node) in HOLDERS and not remark and local(outer) != "note"


def pointer(node: etree._Element) -> str:
    """The id of an element; where it has none, its child sequence as in XPointer: ``/1/2/1/1``."""
    if identifier := node.get(ID):
        return identifier
    path = (node, *node.iterancestors())
    steps = (sum(1 for _ in step.itersiblings("*", preceding=True)) + 1 for step in path)
    return "".join(f"/{step}" for step in reversed([*steps]))


# ---------------------------------------------------------------- what is said


def add_doubt(place: etree._Element, guess: Guess, tongue: str) -> None:
    """One guess, its facts as attributes and its texts as elements."""
    doubt = added(
        place,
        "doubt",
        page=guess.path,
        line=str(guess.line),
        kind=guess.choice,
        otherwise=guess.otherwise,
        percent=f"{guess.confidence * 100:.0f}",
        rule=guess.rule,
    )
    words = first_words(guess.text)
    whole = words == folded(guess.text)
    added(doubt, "words", words if whole else f"{words}\N{NO-BREAK SPACE}…", lang=tongue)
    added(doubt, "why", guess.why)
    added(doubt, "decision", guess.decision)


def added(parent: etree._Element, name: str, text: str = "", **facts: str) -> etree._Element:
    """A child of the parent; what XML forbids in the name of a file gives way to a stand-in."""
    made = etree.SubElement(parent, f"{{{DOUBTS}}}{name}")
    made.text = fit(text)
    for key, value in facts.items():
        made.set(key, fit(value))
    return made


def fit(text: str) -> str:
    return FORBIDDEN.sub(STAND_IN, text)
