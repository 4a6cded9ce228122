"""The ledger: every character of a page is in the TEI at its place, or is a mark that was encoded.

The texts of page and TEI are both spelled out as one string: the characters in order, a page mark
as ⟦number⟧. The brackets of commentary, insertions and remarks, and the hyphen of a joined word,
are put back where the TEI encodes them. First the characters are compared without white space, then
the gaps between them: inside a line both have one or neither; where a line ends, white space is
free, for it may have become a space, a block, or nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from converter.marks import page_marks
from converter.markup import LANG, TEI, local
from converter.pages import SavedPage, TextSection
from converter.problems import Place, Problem

LINE_END = "\n"
SPACES = " \t\n"
# Elements that hold elements only: white space in them is layout.
HOLDERS = frozenset(("text", "body", "div", "list", "opener", "closer", "postscript", "address"))


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text spelled out; for the page, the line each character stands on."""

    text: str
    lines: tuple[int, ...] = ()


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
    left, right = squeezed(printed.text), squeezed(encoded)
    at = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a[0] != b[0]),
        min(len(left), len(right)),
    )
    if at == len(left) == len(right):
        yield from gaps(path, printed, left, right)
        return
    where = left[at][1] if at < len(left) else len(printed.lines) - 1
    number = printed.lines[where] if printed.lines else 0
    line = next((x.text for x in section.lines if x.number == number), "")
    facts = {
        "page": "".join(c for c, _ in left[max(0, at - 20) : at + 20]) or "nothing",
        "tei": "".join(c for c, _ in right[max(0, at - 20) : at + 20]) or "nothing",
        "language": division.get(LANG, ""),
    }
    yield Problem("ledger-characters", Place(path, number), line, facts)


def gaps(
    path: str, printed: Spelled, left: list[tuple[str, int]], right: list[tuple[str, int]]
) -> Iterator[Problem]:
    """White space inside a line that the TEI lacks, or has where the page has none."""
    for (_, a), (_, b), (_, c), (_, d) in zip(left, left[1:], right, right[1:], strict=False):
        between = printed.text[a + 1 : b]
        if LINE_END in between or beside_outer_bracket(printed.text, a, b):
            continue
        if bool(between) != (d - c > 1):
            yield Problem(
                "ledger-space",
                Place(path, printed.lines[a]),
                "",
                {"text": printed.text[max(0, a - 10) : b + 10]},
            )
            return


def beside_outer_bracket(text: str, a: int, b: int) -> bool:
    """The white space between two characters parts a commentary's bracket from its words."""
    opens = text[a] == "[" and (a == 0 or text[a - 1] == LINE_END)
    closes = text[b] == "]" and text[b + 1 : b + 2] in ("", LINE_END)
    return opens or closes


def squeezed(text: str) -> list[tuple[str, int]]:
    """The characters that are not white space, each with its place."""
    return [(c, i) for i, c in enumerate(text) if c not in SPACES]


# ---------------------------------------------------------------- the page


def spell_page(section: TextSection) -> Spelled:
    """The lines of a section; a page mark as ⟦number⟧."""
    marks = page_marks(section.lines)
    text: list[str] = []
    lines: list[int] = []
    for i, line in enumerate(section.lines):
        if line.blank:
            continue
        spelled = f"⟦{marks[i].number}⟧" if i in marks else line.text
        text.append(spelled + LINE_END)
        lines += [line.number] * (len(spelled) + 1)
    return Spelled("".join(text), tuple(lines))


# ---------------------------------------------------------------- the TEI


def spell_tei(division: etree._Element) -> str:
    """The text of a section with the marks that were encoded put back."""
    return "".join(spelled(division))


def spelled(node: etree._Element) -> Iterator[str]:
    name = local(node)
    if name == "pb":
        if node.get("n"):
            yield ("-" if node.get("break") == "no" else "") + f"⟦{node.get('n')}⟧"
        return
    bracketed = brackets(node)
    yield "[" if bracketed else ""
    if name not in HOLDERS:
        yield node.text or ""
    for child in node:
        if local(child):
            yield from spelled(child)
        if name not in HOLDERS:
            yield child.tail or ""
    yield "]" if bracketed else ""


def brackets(node: etree._Element) -> bool:
    """The element stands for a pair of square brackets on the page."""
    match local(node):
        case "supplied":
            return True
        case "note":
            return node.get("type") == "editorial" and node.get("place") == "inline"
        case "div":
            return node.get("type") == "commentary"
    return False
