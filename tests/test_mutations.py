"""Pages spoiled in every way of ``tools/mutations.py``, and that what it looks for can be found."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from calling import run
from command_call import Answer
from foreign_markup import unsafe
from lxml import etree
from mutation_draw import Draw
from mutation_kinds import SPOILINGS
from mutations import Judge, Mutant, mutants
from mutations import run as spoil
from mutations_of_bytes import CUTS
from outside_reading import difference, read_outside
from page_printer import Document, Section, saved_page

from converter.pipeline import convert

PROJECT = Path(__file__).resolve().parent.parent
PAGES = [path.read_bytes() for path in sorted((PROJECT / "examples").rglob("*.txt"))]
BY_NAME = {spoiling.name: spoiling for spoiling in SPOILINGS}
SEED = 5
TEI = "{http://www.tei-c.org/ns/1.0}"
PAGE = next(page for page in PAGES if b"\nTranscription\n/ 1" in page)


# ---------------------------------------------------------------- the pages


def test_no_spoiled_page_is_lost_garbled_or_silently_cut() -> None:
    judge = spoil(PAGES, 12 * len(SPOILINGS), SEED)
    assert [finding for tally in judge.tallies.values() for finding in tally.findings] == []
    assert set(judge.tallies) == set(BY_NAME)
    assert all(tally.refused + tally.told + tally.silent == 12 for tally in judge.tallies.values())


def test_an_edition_is_built_from_spoiled_pages_and_is_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for mutant in mutants(PAGES, 2 * len(SPOILINGS), SEED + 1):
        (folder / mutant.file).write_bytes(mutant.data)
    answer = run("build", folder, "-o", tmp_path / "out")
    assert answer.exit_code == 1, answer.stderr
    assert all(c.isprintable() or c == "\n" for c in answer.output)
    checked = run("verify", tmp_path / "out", folder)
    assert checked.exit_code == 0, checked.output
    for page in (tmp_path / "out" / "html").glob("*/*.html"):
        assert [*unsafe(page.read_text("utf-8"))] == []


def test_a_page_cut_off_at_each_fiftieth_is_refused_while_anything_of_it_is_missing(
    tmp_path: Path,
) -> None:
    for turn in range(1, CUTS):
        cut = BY_NAME["cut-off"].how(Draw(PAGE, PAGE, Random(0), turn))
        (tmp_path / f"{turn}.txt").write_bytes(cut)
    out = tmp_path.parent / "out"
    answer = run("convert", tmp_path, "-o", out)
    assert answer.exit_code == 1
    whole = list(out.glob("*.xml"))
    assert answer.stderr.count(": error: ") == CUTS - 1 - len(whole) > CUTS / 2
    page = read_outside(PAGE)
    assert page is not None
    assert [difference(page, etree.parse(str(path)).getroot()) for path in whole] == [""] * len(
        whole
    )


# ---------------------------------------------------------------- the table


def test_every_way_has_a_name_of_its_own_and_a_reason() -> None:
    assert len(BY_NAME) == len(SPOILINGS) == 24
    assert all(spoiling.because for spoiling in SPOILINGS)


@pytest.mark.parametrize("name", BY_NAME)
def test_the_same_chance_spoils_a_page_alike_and_another_otherwise(name: str) -> None:
    def made(seed: int) -> list[bytes]:
        return [each.data for each in mutants(PAGES[:3], 8, seed, [BY_NAME[name]])]

    assert made(1) == made(1)
    assert made(1) != made(2) or name in ("cut-off", "other-files", "other-encodings")
    assert all(data not in PAGES for data in made(1)[1:]) or name in CHANGE_LITTLE


# What may fall on chrome, or on nothing: two equal lines in each other's place are the same page.
CHANGE_LITTLE = ("exchanged-lines", "chrome", "line-ends", "exchanged-sections", "empty-sections")


# ---------------------------------------------------------------- what is looked for is found


def products() -> tuple[bytes, etree._Element]:
    return PAGE, etree.fromstring(convert(PAGE, "page.txt").xml)


def in_text(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return next(root.iter(f"{TEI}text")).iter(f"{TEI}{name}")


def paragraph(root: etree._Element) -> etree._Element:
    """The first paragraph that begins with words."""
    return next(p for p in in_text(root, "p") if len((p.text or "").split()) > 5)


def lose_a_word(root: etree._Element) -> None:
    found = paragraph(root)
    found.text = " ".join((found.text or "").split()[1:])


def lose_a_letter(root: etree._Element) -> None:
    found = paragraph(root)
    found.text = (found.text or "")[1:]


def add_a_word(root: etree._Element) -> None:
    found = paragraph(root)
    found.text = "Suddenly " + (found.text or "")


def join_two_words(root: etree._Element) -> None:
    found = paragraph(root)
    found.text = (found.text or "").replace(" ", "", 1)


def move_a_paragraph(root: etree._Element) -> None:
    found = paragraph(root)
    around = found.getparent()
    assert around is not None
    around.append(found)


def lose_a_note(root: etree._Element) -> None:
    found = next(in_text(root, "note"))
    around = found.getparent()
    assert around is not None
    around.remove(found)


def lose_a_page_mark(root: etree._Element) -> None:
    next(pb for pb in in_text(root, "pb") if pb.get("n")).set("n", "9999")


def lose_a_section(root: etree._Element) -> None:
    body = next(in_text(root, "body"))
    body.remove(body[-1])


FAULTS = (
    lose_a_word, lose_a_letter, add_a_word, join_two_words, move_a_paragraph, lose_a_note,
    lose_a_page_mark, lose_a_section,
)  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_the_reader_outside_finds_every_fault(fault: Callable[[etree._Element], None]) -> None:
    data, root = products()
    page = read_outside(data)
    assert page is not None
    assert page.clear
    assert difference(page, root) == ""
    fault(root)
    assert difference(page, root) != ""


def test_the_reader_outside_sees_what_was_printed() -> None:
    text = Section("translation", "12 March", ())
    printed = Document("12 March", (text,))
    page = read_outside(saved_page(printed))
    assert page is not None
    assert page.clear
    assert page.sections == {"translation": ("12 March",)}


def test_a_page_whose_landmarks_stand_twice_leaves_a_choice() -> None:
    page = read_outside(PAGE.replace(b"Translation\n/ ", b"Translation\n/ 7\nTranslation\n/ ", 1))
    assert page is not None
    assert not page.clear


@pytest.mark.parametrize(
    "markup",
    [
        "<script>x()</script>",
        '<script src="https://a.example/a.js"></script>',
        "<p onclick='x()'>a</p>",
        "<p style='a'>a</p>",
        "<a href='javascript:x()'>a</a>",
        "<a href='data:text/html,a'>a</a>",
        "<img src='a.png'>",
        "<iframe></iframe>",
        "<form></form>",
        "<base href='https://a.example/'>",
    ],
)
def test_markup_that_is_not_ours_is_found(markup: str) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="">'
    page = "<html><head>{}<title>a</title></head><body><p>a</p>{}</body></html>"
    assert [*unsafe(page.format(policy, ""))] == []
    assert [*unsafe(page.format(policy, markup))] != []
    assert [*unsafe(page.format("", ""))] != []


def test_a_call_that_says_something_raw_or_takes_too_long_is_found(tmp_path: Path) -> None:
    mutant = Mutant(BY_NAME["markup"], 1, PAGE)
    judge = Judge()
    fine = Answer(2, "page.txt: error: …\n", "", 0.1)
    assert judge.call_fault(fine, [mutant], tmp_path) == ""
    for status, talk, seconds in ((0, "", 0.1), (3, "", 0.1), (2, "\x1b[31m", 0.1), (2, "", 99.0)):
        assert judge.call_fault(Answer(status, talk, "", seconds), [mutant], tmp_path) != ""


def test_a_page_refused_without_a_message_is_found(tmp_path: Path) -> None:
    judge, mutant = Judge(), Mutant(BY_NAME["markup"], 1, PAGE)
    judge.look_at(mutant, Answer(2, "", "", 0.1), tmp_path / "none.xml")
    assert judge.tallies["markup"].findings == ["markup 1: refused with no message"]
