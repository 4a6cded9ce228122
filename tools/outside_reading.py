"""A saved page and its TEI read without the converter: does the one still say what the other says?

The page is read by its landmark lines alone. White space at line ends is free, and so are square
brackets; every other character has to be there, in its order. A page mark is its words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from lxml import etree

LABELS = ("Translation", "Transcription")
CONTROLS = frozenset((*LABELS, "Print", "Save", "Share", "Cite"))
COUNTER = re.compile(r"/\s*\d+")
PAGE = re.compile(r"\s*Page\s+(?:\d{1,5}[a-z]?|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})\s*")
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Not of XML 1.0: a stand-in takes their place.
OUTSIDE_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NO_BREAK = "\N{NO-BREAK SPACE}"
STAND_IN = "\ufffd"
TEI = "{http://www.tei-c.org/ns/1.0}"
AROUND = 30  # characters that a finding shows on either side
BLOCKS = frozenset(("p", "div", "br", "li", "body", "html", "head", "title", "tr", "pre"))


@dataclass(frozen=True, slots=True)
class Outside:
    """The lines of each section by its name; ``clear`` where the landmarks leave no choice.

    In ``html`` a no-break space may be all that keeps a line empty, and counts for nothing.
    """

    sections: dict[str, tuple[str, ...]]
    clear: bool
    html: bool


def read_outside(data: bytes, ending: str = ".txt") -> Outside | None:
    """What anybody sees on a page; nothing where it is no text or has no landmarks."""
    text = decoded(data)
    if text is None:
        return None
    if ending == ".html":
        text = text_of_html(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = [OUTSIDE_XML.sub(STAND_IN, line) for line in lines]
    lines = [" ".join(line.split()) if alone(lines, i) else line for i, line in enumerate(lines)]
    bare = [line.strip() for line in lines]
    starts = [
        i for i in range(len(bare) - 1) if bare[i] in LABELS and COUNTER.fullmatch(bare[i + 1])
    ]
    ends = [i for i, line in enumerate(bare) if line == "Document Details"]
    above = [i for i in starts if ends and i < ends[-1]]
    if not above:
        return None
    titled = bare[ends[-1] + 1 : ends[-1] + 2]
    once = len({bare[i] for i in starts}) == len(starts) and len(ends) == 1
    clear = once and above == starts and "".join(titled).startswith("Document Title")
    spans = list(pairwise([*above, ends[-1]]))
    controls = CONTROLS | alike([bare[start + 2 : stop] for start, stop in spans])
    found: dict[str, list[str]] = {}
    for start, stop in spans:
        first = below_controls(bare, start + 2, controls)
        found.setdefault(bare[start], []).extend(lines[first:stop])
    if ending == ".html":
        found = {name: [line.replace(NO_BREAK, " ") for line in found[name]] for name in found}
    kept = {name.lower(): tuple(lines) for name, lines in found.items() if says_something(lines)}
    return Outside(kept, clear, ending == ".html")


def decoded(data: bytes) -> str | None:
    """The characters of a page in UTF-8, or in what its byte-order mark says."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def text_of_html(text: str) -> str:
    """The lines of an HTML page that say something; a block begins and ends a line."""
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8")
    root = etree.fromstring(text.encode(), parser) if text.strip() else None
    if root is None:
        return ""
    out: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end")):
        words = node.text if event == "start" else node.tail
        out += ["\n"] * (node.tag in BLOCKS) + [(words or "").replace("\n", " ")]
    return "\n".join(line for line in "".join(out).split("\n") if line.strip())


def alone(lines: Sequence[str], i: int) -> bool:
    """The mark of a page, between empty lines: white space in it is layout."""
    around = [*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2]]
    return PAGE.fullmatch(lines[i]) is not None and not any(map(str.strip, around))


def alike(spans: Sequence[Sequence[str]]) -> frozenset[str]:
    """Items of lists with which both sections begin: controls, of whatever viewer."""
    rows = takewhile(lambda row: len(set(row)) == 1, zip(*spans, strict=False))
    return frozenset(row[0][1:].strip() for row in rows if len(row) > 1 and row[0].startswith("•"))


def below_controls(bare: Sequence[str], at: int, controls: frozenset[str]) -> int:
    while at < len(bare) and bare[at].startswith("•") and bare[at][1:].strip() in controls:
        at += 1
    return at


def says_something(lines: Sequence[str]) -> bool:
    return any(line.strip() and not alone(lines, i) for i, line in enumerate(lines))


# ---------------------------------------------------------------- TEI


def sections_of(root: etree._Element) -> dict[str, str]:
    """The text of each section; a page break as the words that stood there."""
    divisions = root.iterfind(f"{TEI}text/{TEI}body/{TEI}div")
    return {division.get("type", ""): "".join(spelled(division)) for division in divisions}


def spelled(node: etree._Element) -> Iterator[str]:
    if node.tag == f"{TEI}pb" and (number := node.get("n")):
        yield "-" * (node.get("break") == "no") + f"\nPage {number}\n"
    yield node.text or ""
    for child in node:
        yield from spelled(child)
        yield child.tail or ""


# ---------------------------------------------------------------- the one against the other


def difference(page: Outside, root: etree._Element) -> str:
    """The first place where a character is lost, added or moved; nothing where there is none."""
    encoded = sections_of(root)
    if page.html:
        encoded = {name: text.replace(NO_BREAK, " ") for name, text in encoded.items()}
    if not page.clear:
        return unclear(page, "\n".join(encoded.values()))
    if list(page.sections) != list(encoded):
        return f"sections: {', '.join(page.sections)} on the page, {', '.join(encoded)} in the TEI"
    found = (parting(lines, encoded[name]) for name, lines in page.sections.items())
    return next(filter(None, found), "")


def parting(lines: Sequence[str], encoded: str) -> str:
    here, there = squeezed("\n".join(filter(str.strip, lines))), squeezed(encoded)
    left, right = here.text, there.text
    if left != right:
        at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), -1)
        at = at if at >= 0 else min(len(left), len(right))
        near = slice(max(0, at - AROUND), at + AROUND)
        return f"{left[near]!r} on the page, {right[near]!r} in the TEI"
    inside = here.spaces ^ there.spaces
    inside -= here.line_starts | here.beside_brackets | there.beside_brackets
    if inside:
        at = min(inside)
        near = slice(max(0, at - AROUND), at + AROUND)
        return f"white space in {left[near]!r}"
    return ""


def unclear(page: Outside, encoded: str) -> str:
    """Where landmarks are in doubt, each line still has to be somewhere, in the order of lines."""
    text, at = squeezed(encoded).text, 0
    for line in (line for lines in page.sections.values() for line in lines if line.strip()):
        wanted = squeezed(line).text
        if line.strip() in (*LABELS, "Document Details") or COUNTER.fullmatch(line.strip()):
            continue
        found = text.find(wanted, at)
        if found < 0:
            return f"the line {line.strip()[: 2 * AROUND]!r}"
        at = found + len(wanted)
    return ""


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without white space and square brackets, and where these stood."""

    text: str
    spaces: frozenset[int]
    line_starts: frozenset[int]
    beside_brackets: frozenset[int]


def squeezed(text: str) -> Squeezed:
    kept: list[str] = []
    spaces, starts, brackets = set(), {0}, set()
    for character in text:
        if character in "[]":
            brackets.add(len(kept))
        elif character == "\n":
            spaces.add(len(kept))
            starts.add(len(kept))
        elif character in " \t\r":
            spaces.add(len(kept))
        else:
            kept.append(character)
    starts.add(len(kept))
    found = (spaces, starts, brackets)
    return Squeezed("".join(kept), *map(frozenset, found))
