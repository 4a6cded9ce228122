"""Random documents, printed as pages and converted back; and pages no archive ever printed."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from invented_documents import DATES, chromes, documents
from lxml import etree
from outside_reading import difference, read_outside
from page_printer import (
    Block,
    Chrome,
    Document,
    Inserted,
    LetterPart,
    Mark,
    Note,
    Paragraph,
    Piece,
    outline,
    page_around,
    saved_page,
    section_lines,
)
from reading_back import TEI, WORD, identifiers, references, sections, text_of, words

from converter.decisions import Beginnings, Decision, Decisions, by_section
from converter.kinds import KINDS
from converter.ledger import balance
from converter.lines import LineKind
from converter.pages import SavedPage, read
from converter.pipeline import Products, convert, passes
from converter.problems import Refused, Severity
from converter.render import Renderer
from converter.schemas import edition_schemas
from converter.settings import Settings
from converter.validate import validate_tree
from converter.verification.interface_words import words_of
from converter.verification.reading_text import reading_text
from converter.verification.words import parting

MARK = re.compile(r"Page \d+")
PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((PROJECT / "examples").rglob("*.txt"))
NS = {"t": "http://www.tei-c.org/ns/1.0"}
# What the program says of itself, not of the page: to no page may it come to that.
OWN_MISTAKES = {code for code, kind in KINDS.items() if "mistake of the program" in kind.hint}


def converted(document: Document, chrome: Chrome) -> Products:
    return convert(saved_page(document, chrome), "page.txt")


def read_again(products: Products) -> etree._Element:
    """The document as anybody reads it: from its bytes."""
    return etree.fromstring(products.xml)


# ---------------------------------------------------------------- documents and their pages


@settings(max_examples=40)
@given(documents(), chromes)
def test_a_document_comes_back_from_its_page_as_it_was(document: Document, chrome: Chrome) -> None:
    """What the lines are is told, for sentences drawn by lot say nothing that evidence could weigh;
    all that is made of them is not.
    """
    page = saved_page(document, chrome)
    told = Decisions(by_section=by_section(told_kinds(read(page, "page.txt"), document)))
    found = sections(read_again(convert(page, "page.txt", decisions=told)))
    assert outline(found) == outline(document.sections)


def told_kinds(page: SavedPage, document: Document) -> Iterator[Decision]:
    """What the printed lines are, as decisions; parts of letters and points tell by themselves."""
    for found, section in zip(page.sections, document.sections, strict=False):
        kinds = [None, *(kind for d in section.divisions for b in d.blocks for kind in roles(b))]
        beginnings = Beginnings.of(found)
        lines = [line for line in found.lines if line.text.strip(" \t")]
        printed = [line for line in lines if not MARK.fullmatch(line.text.strip())]
        printed = [line for line in printed if line.text.strip() != "]"]
        for line, kind in zip(printed, kinds, strict=True):
            if kind is not None:
                yield beginnings.decision("page.txt", line.number, line.text, kind)


def roles(block: Block) -> Iterator[LineKind | None]:
    """The kind of each line that a block is printed as."""
    if isinstance(block, LetterPart):
        yield from (None for _ in block.lines)
    elif isinstance(block, Paragraph):
        begins = None if block.label else LineKind.PARAGRAPH
        yield from roles_of(block.pieces, begins, LineKind.CONTINUATION)


def roles_of(
    pieces: Sequence[Piece], begins: LineKind | None, goes_on: LineKind
) -> Iterator[LineKind | None]:
    kind, under_way = begins, False
    for piece in [*pieces, Mark(0)]:
        if isinstance(piece, str | Inserted):
            under_way = True
            continue
        if under_way:
            yield kind
            kind, under_way = goes_on, False
        if isinstance(piece, Note):
            yield from roles_of(piece.pieces, LineKind.NOTE, LineKind.NOTE_GOES_ON)


@settings(max_examples=30)
@given(documents(), chromes)
def test_every_word_of_a_document_arrives_once_and_in_its_order(
    document: Document, chrome: Chrome
) -> None:
    products = converted(document, chrome)
    divisions = read_again(products).findall("t:text/t:body/t:div", NS)
    assert balance(products.page, products.tree) == []
    for section, division in zip(document.sections, divisions, strict=True):
        printed = [line for line in section_lines(section, chrome) if not line.startswith("Page ")]
        assert words(division) == WORD.findall("\n".join(printed))


@settings(max_examples=30)
@given(documents(), chromes)
def test_every_page_number_is_encoded_once_and_nothing_is_named_twice_or_not_at_all(
    document: Document, chrome: Chrome
) -> None:
    root = read_again(converted(document, chrome))
    for section, division in zip(
        document.sections, root.iterfind("t:text/t:body/t:div", NS), strict=True
    ):
        printed = [line[5:] for line in section_lines(section, chrome) if line.startswith("Page ")]
        assert [page.get("n") for page in division.iter(f"{TEI}pb")] == [None, *printed]
    names = identifiers(root)
    assert len(set(names)) == len(names)
    assert references(root) <= set(names)


@settings(max_examples=20)
@given(documents(), chromes)
def test_the_same_page_gives_the_same_bytes_and_they_are_valid(
    document: Document, chrome: Chrome
) -> None:
    first, second = converted(document, chrome), converted(document, chrome)
    assert first.xml == second.xml
    found = validate_tree(
        etree.ElementTree(read_again(first)), "page.xml", edition_schemas(thorough=False)
    )
    assert [str(problem) for problem in found if problem.severity is Severity.ERROR] == []


@settings(max_examples=30)
@given(documents(), chromes)
def test_what_the_details_say_comes_back_from_the_header(
    document: Document, chrome: Chrome
) -> None:
    root = read_again(converted(document, chrome))

    def said(path: str) -> list[str]:
        return [text_of(node) for node in root.iterfind(f"t:teiHeader//{path}", NS)]

    authors = document.author.split("; ") if document.author else []
    recipients = document.recipient.split("; ") if document.recipient else []
    assert said("t:titleStmt/t:title[@type='main']") == [document.title]
    assert said("t:titleStmt/t:title[@type='sub']") == [document.volume]
    assert said("t:titleStmt/t:author") == authors
    assert said("t:correspAction[@type='received']/*") == recipients
    assert said("t:abstract/t:p") == [document.description] * bool(document.description)
    assert said("t:msIdentifier/t:repository") == [document.repository] * bool(document.repository)
    assert said("t:msIdentifier/t:idno") == [document.shelfmark] * bool(document.shelfmark)
    assert said("t:keywords/t:term") == list(document.tags)
    assert said("t:creation/t:date") == [document.date]
    assert root.xpath("string(//t:creation/t:date/@when)", namespaces=NS) == DATES[document.date]
    stated = f" The page it was made from states: {chrome.copyright}." if chrome.copyright else ""
    assert said("t:publicationStmt/t:p") == ["Unpublished encoding." + stated]
    assert "Another volume" not in text_of(root)


@cache
def renderer() -> Renderer:
    return Renderer()


@settings(max_examples=40)
@given(documents(), chromes, st.sampled_from(("", "The Lantern Diaries: Volume 3")))
def test_the_page_is_in_its_tei_and_the_tei_in_its_text_edition_for_readers_of_another_make(
    document: Document, chrome: Chrome, volume: str
) -> None:
    data = saved_page(replace(document, volume=volume), chrome)
    tei = convert(data, "page.txt").xml
    root, page = etree.fromstring(tei), read_outside(data)
    assert page is not None
    assert page.clear
    assert difference(page, root) == ""
    text = renderer().text(tei, path="page.xml").text
    assert parting(text, reading_text(root, words_of("en"))) is None


# ---------------------------------------------------------------- what no archive ever printed

PECULIAR = (
    *("[", "]", "[]", "][", "[a", "a]", "[a] b", "a [b", "[[a] b]", "[a]]", " [a]"),
    *("[ ]", "[\u00a0]", "{curly}", "%s", "\\"),
    *("Page 12", "Page 13", "Page 970", "Page xii", "Page 00", " Page 7 ", "Page 12a", "Стр. 5"),
    *("Translation", "Transcription", "/ 3", "Document Details", "Table of Contents", "View:"),
    *("Document Title", "AuthorAnonymous", "DateN/A", "Date1937 Mar 12", "Tagsa, b", "Annotations"),
    *("<b>", "&amp;", "]]>", "<!--", "<?x?>", "<![CDATA[", '"'),
    *("(1) a", "(1)", "1.", "1. a", "(a) b", "• a", "  • a", "– b", "- b", "—"),
    *("Dear Ida,", "Ida,", "Harnsund, 12 March 1937", "Yours,", "Ida Vik", "P.S. a", "P.S."),
    *("See p. 3.", "Ole Vik, pilot; 1871–1940.", "HRO MB 12 104, p. 4.", "Ibid.", "Source: a."),
    "In the evening the company went by boat to hear what was thought of it by Ole Vik",
    *("and so on,", ", and", ".", "…", "Vik", "Vik’s", "12 March", "12 March 1937"),
    *("lamp-", "light", "lamplight", "\u2028", "\x85", "\x0b", "\x0c", "\x1c"),
    *("\t", "a\tb", "\u00a0", "a\u00a0b", "\u3000", "a  b"),
    *("\x00", "\x1b[31m", "\ufffe", "\ufeff", "\u202e", "\u00ad", "a\u00ad", "\u0301", "\r", "𝔸"),
    *("[" * 60, "]" * 60, "a" * 3000, "[a" * 50 + "]" * 50, " " * 500 + "a", "« a »", "“a”"),
)  # fmt: skip
lines = st.one_of(
    st.sampled_from(PECULIAR),
    st.lists(st.sampled_from(PECULIAR), min_size=2, max_size=5).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.just(""),
)


def outcome(data: bytes, path: str = "page.txt") -> Products | None:
    """The products of a page, or None where it is refused for a fault of the page."""
    refusal: Refused | None = None
    try:
        products = convert(data, path)
    except Refused as refused:
        refusal = refused
    if refusal:
        assert refusal.problem.code in KINDS
        assert refusal.problem.code not in OWN_MISTAKES, str(refusal)
        assert str(refusal).startswith(path)
        return None
    assert balance(products.page, products.tree) == []
    return products


@settings(max_examples=200)
@given(st.lists(lines, max_size=25))
@example([])
@example(["", "Page xii", ""])
@example(["[", "]"])
@example(["Nobody asked.", "[" + " " * 200 + "]"])
def test_whatever_stands_in_the_text_is_converted_or_refused_by_name(text: list[str]) -> None:
    products = outcome(page_around(["12 March", *text]))
    if products is not None:
        assert read_again(products).find("t:text", NS) is not None


@settings(max_examples=60)
@given(lines, st.lists(lines, min_size=9, max_size=9))
def test_whatever_the_details_say_the_page_is_converted_or_refused_by_name(
    title: str, said: list[str]
) -> None:
    volume, date, author, recipient, repository, shelfmark, description, *tags = said
    document = Document(
        title, (), volume, date, author, recipient, repository, shelfmark, description, tuple(tags)
    )
    data = saved_page(document, Chrome(contents_title=said[0], contents=tuple(said)))
    text = b"Translation\n/ 0\n12 March\nThe bell was saved.\nDocument Details\n"
    products = outcome(data.replace(b"Document Details\n", text, 1))
    if products is not None:
        assert "The bell was saved." in text_of(read_again(products).find("t:text", NS))


# ---------------------------------------------------------------- pages that were damaged


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """An example page with lines lost, doubled, exchanged, cut or put in, and bytes cut off."""
    data = draw(st.sampled_from(EXAMPLES)).read_bytes()
    lines = data.split(b"\n")
    # Around the text stand hundreds of lines of chrome: nearly all the damage is done to the rest.
    first = next(i for i, line in enumerate(lines) if line == b"View:")
    for _ in range(draw(st.integers(1, 6))):
        lowest = draw(st.sampled_from([0, *[first] * 9]))
        at = draw(st.integers(lowest, len(lines) - 1))
        match draw(st.sampled_from(("lose", "double", "exchange", "cut", "put in", "peculiar"))):
            case "lose" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "exchange":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case "put in":
                place = draw(st.integers(0, len(lines[at])))
                odd = draw(st.characters(exclude_categories=["Cs"])).encode()
                lines[at] = lines[at][:place] + odd + lines[at][place:]
            case _:
                lines.insert(at, draw(st.sampled_from(PECULIAR)).encode())
        first = min(first, len(lines) - 1)
    whole = b"\n".join(lines)
    return whole[: draw(st.just(len(whole)) | st.integers(0, len(whole)))]


@settings(max_examples=200)
@given(damaged())
@example(page_around(["12 March", "Nobody asked."]) + b"Document Details\n")
def test_a_damaged_page_is_converted_or_refused_by_name(data: bytes) -> None:
    products = outcome(data)
    assert products is None or products.xml.startswith(b"<?xml")


# ---------------------------------------------------------------- pages that are too much


def many_marks(number: int) -> Iterator[str]:
    for page in range(1, number + 1):
        yield from ("", f"Page {page}", "", "The fog lifted at noon.")


SENTENCE = "In the evening the company went by boat to hear what was thought of it by Brandis"
LONG_LINES = (
    "a " + "[" * 400_000,
    "a " + "]" * 100_000,
    "a " + "[b]" * 5_000,
    "a" + " " * 200_000 + "b" + " " * 200_000,
    "a" + "\t\u00a0" * 100_000,
    "a" * 300_000,
    "A" * 10_000,
    "Ole Vik, " * 10_000,
    "a-b’" * 20_000,
    "a." + "’" * 100_000 + "b",
    "A1/2" * 20_000,
    "12 March 1937, " * 5_000,
)
MANY_LINES: dict[str, Callable[[int], Iterable[str]]] = {
    "paragraphs": lambda n: ["The fog lifted at noon."] * n,
    "brackets that never close": lambda n: ["[a"] * n,
    "remarks": lambda n: ["[a]"] * n,
    "insertions": lambda n: ["[a] b"] * n,
    "commentaries": lambda n: ["[The fog lifted at noon.", "Nobody asked.]"] * n,
    "page marks": many_marks,
    "page marks of one number": lambda n: ["", "Page 7", "", "Nobody asked."] * n,
    "page marks without text": lambda n: ["Nobody asked.", *["", "Page 7"] * n],
    "notes": lambda n: [SENTENCE, *["See the other page."] * n],
    "persons": lambda n: [SENTENCE, "Jonas Brandis, merchant; 1871–1940.", "and so on."] * n,
    "points": lambda n: ["(1) Nobody asked."] * n,
    "items": lambda n: ["We need:", *["• tar"] * n],
    "address lines": lambda n: [*["Quay"] * n, "Dear Ida,"],
    "signatures": lambda n: ["Nobody asked.", "Yours sincerely,", *["Ida"] * n],
    "labels of sections": lambda n: ["Nobody asked.", *["Translation", "/ 1"] * n],
    "labels of details": lambda n: ["Nobody asked.", *["Document Details"] * n],
}


def steps(data: bytes) -> int:
    """How many lines of the converter are run for a page: what it costs, on any machine."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        nonlocal count
        count += event == "line"
        return trace if frame.f_globals.get("__name__", "").startswith("converter") else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        products = passes(data, "page.txt", Settings())
        balance(products.page, products.tree)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("what", MANY_LINES)
def test_the_work_grows_with_the_number_of_lines_and_not_with_its_square(what: str) -> None:
    few, many = (page_around(["12 March", *MANY_LINES[what](n)]) for n in (150, 600))
    steps(few)  # what is read once is read
    assert steps(many) < 4.4 * steps(few)


LIMIT = 30  # seconds for what takes two or three; the square of these lengths takes minutes
CONVERT = """
import sys
from converter.pipeline import convert
convert(sys.stdin.buffer.read(), "page.txt")
"""


def convert_in_time(data: bytes) -> subprocess.CompletedProcess[bytes]:
    """In a process of its own, because nothing else can stop a regular expression."""
    command = [sys.executable, "-c", CONVERT]
    return subprocess.run(command, input=data, cwd=PROJECT, capture_output=True, timeout=LIMIT)


def test_very_long_lines_are_converted_in_time() -> None:
    assert convert_in_time(page_around(["12 March", *LONG_LINES])).returncode == 0


def test_a_thousand_pages_are_converted_in_time() -> None:
    data = page_around(["12 March", *many_marks(1_000)])
    assert convert_in_time(data).returncode == 0


@pytest.mark.parametrize("depth", [10, 200, 300, 5000])
def test_brackets_in_brackets_are_converted_or_refused_however_deep(depth: int) -> None:
    products = outcome(page_around(["12 March", "Nobody " + "[" * depth + "asked" + "]" * depth]))
    assert products is None or "asked" in text_of(read_again(products))
