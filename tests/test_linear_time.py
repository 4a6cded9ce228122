"""Time grows with the length of a page, pass by pass, whatever stands on it.

Compared are lengths within one run, so that no machine is too slow for it: four times the length
may take nine times as long, which leaves room for noise and none for a square.
"""

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import pytest
from page_printer import page_around

from converter.annotate import annotate
from converter.authorities import shipped
from converter.check import check
from converter.citations.reader import NoteReader
from converter.ledger import balance
from converter.markup import serialise
from converter.pages import read
from converter.render import Renderer
from converter.sections import claim_sections, gather_sections
from converter.settings import Settings
from converter.tei import encode

pytestmark = pytest.mark.slow
Made = TypeVar("Made")

LONGER, GROWN = 4, 9  # times the length, times the time
UNNOTICED = 0.03  # seconds of a pass: below, it is the clock and the machine that tell
BEFORE, AFTER = (
    "In the evening the company went by boat to hear what was thought of",
    "and went home.",
)
PERSON = "Ole Vik, keeper of the Skarv light from 1919; drowned in March 1940. "

# Of one line: what is repeated, and how often at first.
REPEATED = {
    "opening brackets": ("[", 25_000),
    "closing brackets": ("]", 25_000),
    "pairs of brackets": ("[b]", 2_000),
    "opening parentheses": ("(", 25_000),
    "pairs of parentheses": ("(b) ", 5_000),
    "numbers of points": ("(1) ", 5_000),
    "double quotes": ('"', 25_000),
    "curled quotes": ("“", 25_000),
    "quoted letters": ("‘a’ ", 5_000),
    "apostrophes": ("’", 25_000),
    "digits": ("1", 25_000),
    "numbers": ("1 ", 10_000),
    "numbers and commas": ("12, ", 5_000),
    "fractions": ("1/2", 5_000),
    "ranges": ("12–14, ", 3_000),
    "years": ("1937 ", 5_000),
    "dates": ("12 March 1937, ", 1_000),
    "months": ("March ", 4_000),
    "full stops": (".", 25_000),
    "parted full stops": (". ", 10_000),
    "ellipses": ("…", 25_000),
    "spaces": (" ", 50_000),
    "tabs and no-break spaces": ("\t\u00a0", 25_000),
    "semicolons": (";", 25_000),
    "parted semicolons": ("; ", 10_000),
    "colons": (": ", 10_000),
    "commas": (", ", 10_000),
    "capitals": ("A", 25_000),
    "names": ("Vik ", 5_000),
    "names and commas": ("Vik, Ole, ", 2_000),
    "initials": ("A. ", 5_000),
    "hyphens": ("a-", 12_000),
    "dashes": (" – ", 8_000),
    "small letters": ("a", 25_000),
    "short words": ("a ", 12_000),
    "page marks": ("Page 1 ", 2_500),
    "abbreviations": ("p. 1, pp. 2, vol. ", 400),
    "shelfmarks": ("FO 371 22341, N3012/64/59, ", 250),
    "shelfmarks in short": ("and 24888 R4467/5/67 ", 300),
    "titles": ("Ole Vik, ‘The Boats’, Harbour Review, 3 (1937), p. 4; ", 120),
    "ibidem": ("ibid., p. 3; ", 300),
    "addresses": ("https://a.example/a?b=c ", 1_000),
    "stress marks": ("a\u0301", 12_000),
}  # fmt: skip


def marks(n: int) -> Iterator[str]:
    for page in range(n):
        yield from ("", f"Page {page}", "", "Nobody asked.")


# Of many lines: the lines, and how many at first.
LINES: dict[str, tuple[Callable[[int], Sequence[str]], int]] = {
    "short lines": (lambda n: ["a"] * n, 400),
    "paragraphs": (lambda n: ["The fog lifted at noon."] * n, 200),
    "page marks": (lambda n: [*marks(n)], 150),
    # Hundreds of pages without a word between them are no page of an archive.
    "page marks alone": (
        lambda n: ["Nobody asked.", *(f"\nPage {page}" for page in range(n)), ""],
        50,
    ),
    # Every one of them is a finding, and Schematron counts its way to the place of each.
    "page marks of one number": (lambda n: ["", "Page 7", "", "Nobody asked."] * n, 40),
    "notes in one sentence": (lambda n: [BEFORE, *["Port Archive, log 4, p. 7."] * n, AFTER], 60),
    "notes and halves of sentences": (
        lambda n: [BEFORE, "Ole Vik, pilot; died 1940.", AFTER[:-1] + ","] * n,
        70,
    ),
    "commentaries": (lambda n: ["[The fog lifted.", "Nobody asked.]"] * n, 100),
    "brackets that never close": (lambda n: ["[a"] * n, 200),
    "items": (lambda n: ["We need:", *["• tar"] * n], 200),
    "points": (lambda n: ["(1) Nobody asked."] * n, 200),
    "persons": (lambda n: [BEFORE + " Vik", "Ole Vik, pilot; 1871–1940.", ", and others."] * n, 70),
    "other persons": (
        lambda n: [
            line
            for i in range(n)
            for line in (f"{BEFORE} Vik{i}", f"Ole Vik{i}, pilot; 1871–1940.", ", and others.")
        ],
        70,
    ),
    "hyphens at page breaks": (
        lambda n: [f"the break-\n\n\nPage {i}\n\nwater, and the" for i in range(n)],
        100,
    ),
    "labels": (lambda n: ["Nobody asked.", *["Translation", "/ 1"] * n], 300),
    "bullets like controls": (lambda n: ["  • Cite", "  • Save"] * n, 300),
}


class Passes:
    """The passes one after the other; a warm renderer, as every worker has one."""

    def __init__(self) -> None:
        self.renderer = Renderer()

    def times(self, data: bytes) -> dict[str, float]:
        """Seconds of processor time by pass; garbage is collected when nobody counts."""
        gc.collect()
        gc.disable()
        try:
            return self.counted(data)
        finally:
            gc.enable()

    def counted(self, data: bytes) -> dict[str, float]:
        out: dict[str, float] = {}

        def timed(name: str, run: Callable[[], Made]) -> Made:
            start = time.process_time()
            made = run()
            out[name] = time.process_time() - start
            return made

        page = timed("read", lambda: read(data, "page.txt"))
        claimed, _ = timed("classify", lambda: claim_sections(page, "en"))
        gathered = timed("gather", lambda: gather_sections(claimed))
        document, _ = timed("annotate", lambda: annotate(page, gathered))
        tree = timed("encode", lambda: encode(document, Settings()))
        assert timed("ledger", lambda: balance(page, tree)) == []
        timed("check", lambda: check(page, tree))
        tei = timed("serialise", lambda: serialise(tree))
        timed("text", lambda: self.renderer.text(tei, path=""))
        timed("html", lambda: self.renderer.html(tei, path=""))
        return out


@pytest.fixture(scope="module")
def passes() -> Passes:
    made = Passes()
    made.times(page_around(["12 March", BEFORE, "Port Archive, log 4, p. 7.", AFTER]))
    return made


def grown(passes: Passes, page: Callable[[int], bytes]) -> list[str]:
    """The passes whose time grew more than the length, and how long they took.

    Where one seems to, both lengths are measured twice more, and the middle of three counts.
    """
    runs = [[passes.times(page(factor)) for factor in (1, LONGER)]]
    if too_long(runs):
        runs += [[passes.times(page(factor)) for factor in (1, LONGER)] for _ in range(2)]
    return too_long(runs)


def too_long(runs: list[list[dict[str, float]]]) -> list[str]:
    found: list[str] = []
    for name in runs[0][0]:
        short, long = (statistics.median(run[size][name] for run in runs) for size in (0, 1))
        if long > UNNOTICED and long > GROWN * short:
            found.append(f"{name}: {short:.3f} s, {long:.3f} s")
    return found


@pytest.mark.parametrize("what", REPEATED)
def test_a_paragraph_that_repeats_itself_takes_time_by_its_length(
    passes: Passes, what: str
) -> None:
    text, count = REPEATED[what]
    assert grown(passes, lambda n: page_around(["12 March", "On " + text * (n * count)])) == []


@pytest.mark.parametrize("what", REPEATED)
def test_a_note_that_repeats_itself_takes_time_by_its_length(passes: Passes, what: str) -> None:
    text, count = REPEATED[what]

    def page(n: int) -> bytes:
        return page_around(["12 March", BEFORE, "See " + text * (n * count // 2), AFTER])

    assert grown(passes, page) == []


@pytest.mark.parametrize("what", REPEATED)
def test_citations_of_a_note_are_looked_for_in_time_by_its_length(what: str) -> None:
    text, count = REPEATED[what]
    reader = NoteReader.of(shipped(), "1939")

    def times(n: int) -> dict[str, float]:
        note = PERSON + text * (n * count // 4)
        start = time.process_time()
        reader.read(note)
        return {"citations": time.process_time() - start}

    assert too_long([[times(1), times(LONGER)] for _ in range(3)]) == []


@pytest.mark.parametrize("what", LINES)
def test_many_lines_take_time_by_their_number(passes: Passes, what: str) -> None:
    lines, count = LINES[what]
    assert grown(passes, lambda n: page_around(["12 March", *lines(n * count)])) == []


def test_a_line_of_five_megabytes_takes_time_by_its_length(passes: Passes) -> None:
    word = "the boat came late and "

    def page(n: int) -> bytes:
        return page_around(["12 March", "Once " + word * (n * 1_250_000 // len(word))])

    assert grown(passes, page) == []
