"""The words of a block of TEI as one line: for readers, or the author's alone."""

import re
from dataclasses import dataclass, field

from lxml import etree

from converter.markup import local

SPACE = re.compile(r"[ \t\r\n]+")  # a no-break space is a character like others
WORD = re.compile(r"\w+(?:['’-]\w+)*")
PRINTED = ("sic", "orig", "abbr")  # of two readings in choice, what was printed


@dataclass(slots=True)
class Line:
    """Words as they are gathered, and the notes with their places among them."""

    text: str = ""
    notes: list[tuple[etree._Element, int]] = field(default_factory=list)

    def add(self, words: str | None) -> None:
        """More words; white space is one space, and none at the beginning."""
        more = SPACE.sub(" ", words or "")
        blank = not self.text or self.text.endswith(" ")
        self.text += more.lstrip(" ") if blank else more

    def finish(self) -> "Line":
        """Without white space at the end; no note stands behind the end."""
        self.text = self.text.rstrip(" ")
        self.notes = [(note, min(at, len(self.text))) for note, at in self.notes]
        return self


def line_of(block: etree._Element) -> Line:
    """A block for readers: insertions in square brackets, no notes, remarks and page marks."""
    line = Line()
    gather(block, line, authors=False)
    return line.finish()


def authors_line(block: etree._Element) -> str:
    """The author's words alone: no notes, insertions, page marks, and no number of a point."""
    line = Line()
    gather(block, line, authors=True)
    text = line.finish().text
    return without_number(text, block.get("n", ""))


def without_number(text: str, number: str) -> str:
    """A point without the number that its text begins with, however that is printed.

    >>> without_number("(3) Having heard", "3"), without_number("3.) Having heard", "3")
    ('Having heard', 'Having heard')
    >>> without_number("30 boats", "3")
    '30 boats'
    """
    printed = rf"[(\[]?{re.escape(number)}(?!\w)[.):\]]*\s*" if number else ""
    return text[found.end() :] if (found := re.match(printed, text)) else text


def gather(node: etree._Element, line: Line, authors: bool) -> None:
    """The words of an element and all below it, in order."""
    line.add(node.text)
    for child in node:
        match local(child):
            case "note":
                line.notes.append((child, len(line.text)))
            case "supplied":
                bracketed(child, line, authors)
            case "gap":
                line.add("" if authors else "[…]")
            case "lb" | "pb":
                cut = child.get("break") == "no" or line.text.endswith("-")
                line.add("" if cut else " ")
            case "choice":
                printed = [each for each in child if local(each) in PRINTED]
                for each in printed or list(child)[:1]:
                    gather(each, line, authors)
            case "":
                pass
            case _:
                gather(child, line, authors)
        line.add(child.tail)


def bracketed(insertion: etree._Element, line: Line, authors: bool) -> None:
    """What the editor put in: in the brackets that are printed around it, or not at all."""
    if not authors:
        line.add("[")
        gather(insertion, line, authors)
        line.add("]")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text: letters and digits, with apostrophes and hyphens between them.

    >>> words_of("Vera’s boat-hook, 12 feet")
    ('Vera’s', 'boat-hook', '12', 'feet')
    """
    return tuple(WORD.findall(text))
