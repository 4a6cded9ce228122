"""The ledger: every character of a page is in the TEI at its place, or is a mark that was encoded.

The texts of page and TEI are both spelled out, then compared line by line of the page: inside a
line both have white space in the same places; where a line ends, it is free, for it may have become
a space, a block, or nothing. Only where that fails are single characters looked at, to say which
was lost, added or moved.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from converter.markup import LANG, TEI
from converter.pages import SavedPage, TextSection
from converter.problems import Place, Problem
from converter.spelling import LINE_END, SpelledLine, spell_page, spell_tei

SPACES = " \t\n"
Characters = list[tuple[str, int]]


def balance(page: SavedPage, root: etree._Element) -> list[Problem]:
    """Nothing where the texts agree; else, of each section, the first place where they part."""
    sections = [section for section in page.sections if not section.empty]
    divisions = root.findall(f"{{{TEI}}}text/{{{TEI}}}body/{{{TEI}}}div")
    if [s.kind.value for s in sections] != [d.get("type") for d in divisions]:
        return [Problem("ledger-section", Place(page.path))]
    return [
        problem
        for pair in zip(sections, divisions, strict=True)
        for problem in compare(page.path, *pair)
    ]


def compare(path: str, section: TextSection, division: etree._Element) -> Iterator[Problem]:
    """The first character of a section that is lost, added or moved; else the first such gap."""
    printed, encoded = spell_page(section), spell_tei(division)
    if agree(printed, encoded):
        return
    text = "".join(line.text + LINE_END for line in printed)
    lines = [line.number for line in printed for _ in line.text + LINE_END]
    left, right = squeezed(text), squeezed(encoded)
    at = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a[0] != b[0]),
        min(len(left), len(right)),
    )
    if at == len(left) == len(right):
        yield from gaps(path, text, lines, left, right)
        return
    where = left[at][1] if at < len(left) else len(lines) - 1
    number = lines[where] if lines else 0
    line = next((x.text for x in section.lines if x.number == number), "")
    facts = {
        "page": "".join(c for c, _ in left[max(0, at - 20) : at + 20]) or "nothing",
        "tei": "".join(c for c, _ in right[max(0, at - 20) : at + 20]) or "nothing",
        "language": division.get(LANG, ""),
    }
    yield Problem("ledger-characters", Place(path, number), line, facts)


def agree(printed: Sequence[SpelledLine], encoded: str) -> bool:
    """The lines stand in the encoded text one after the other, whatever is between two of them.

    This needs no look at single characters, and nearly every page passes it. What does not may
    still be a commentary whose brackets have white space inside.
    """
    rest, at = one_spaced(encoded), 0
    for line in printed:
        words = one_spaced(line.text)
        if not rest.startswith(words, at):
            return False
        at += len(words)
        at += rest.startswith(" ", at)
    return at == len(rest)


def one_spaced(text: str) -> str:
    """The text without white space at its ends, a run of it as one space."""
    text = text.replace("\t", " ").replace(LINE_END, " ").strip(" ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def gaps(
    path: str, text: str, lines: Sequence[int], left: Characters, right: Characters
) -> Iterator[Problem]:
    """White space inside a line that the TEI lacks, or has where the page has none."""
    for (_, a), (_, b), (_, c), (_, d) in zip(left, left[1:], right, right[1:], strict=False):
        between = text[a + 1 : b]
        if LINE_END in between or beside_outer_bracket(text, a, b):
            continue
        if bool(between) != (d - c > 1):
            facts = {"text": text[max(0, a - 10) : b + 10]}
            yield Problem("ledger-space", Place(path, lines[a]), "", facts)
            return


def beside_outer_bracket(text: str, a: int, b: int) -> bool:
    """The white space between two characters parts a commentary's bracket from its words."""
    opens = text[a] == "[" and (a == 0 or text[a - 1] == LINE_END)
    closes = text[b] == "]" and text[b + 1 : b + 2] in ("", LINE_END)
    return opens or closes


def squeezed(text: str) -> Characters:
    """The characters that are not white space, each with its place."""
    return [(c, i) for i, c in enumerate(text) if c not in SPACES]
