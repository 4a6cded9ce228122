"""The interface for Python: it says what the commands write, loads late and is typed."""

import doctest
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import run
from lxml import etree

import converter
from converter import api
from converter.markup import LANG, TEI

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = PROJECT / "examples"
PAGES = sorted(EXAMPLES.rglob("*.txt"))
LETTER = EXAMPLES / "letters" / "ozerov-to-ozerova-1936-02-12.txt"
LINES = ("p", "item", "dateline", "salute", "signed", "addrLine")
BODY = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>
<text><body><div type="translation" xml:lang="en"><pb xml:id="pb-first"/>
<head>12 March<note xml:id="n0" type="source" n="1">On the title.</note></head>
<div type="text">{}</div></div></body></text></TEI>"""


@pytest.fixture(scope="module")
def edition(built_site: Path) -> tuple[converter.Document, ...]:
    return converter.read_edition(built_site)


def test_words_are_those_of_the_files_for_counting(
    edition: tuple[converter.Document, ...], built_site: Path
) -> None:
    folder, found = built_site / "text" / "words", {}
    for each in edition:
        volume, _, rest = each.id.partition("_")
        for language in each.languages:
            file = folder / language / volume / f"{rest.replace('_', '-')}.txt"
            found[file] = each.words(language)
            words = re.findall(r"\w+(?:['’-]\w+)*", file.read_text("utf-8"))
            assert list(found[file]) == words, file.name
    assert {*found} == {*folder.rglob("*.txt")}


def document(markup: str, folder: Path) -> converter.Document:
    """A TEI document with this as the author's text."""
    (folder / "a.xml").write_text(BODY.format(markup), "utf-8")
    return converter.read(folder / "a.xml").convert()


# ---------------------------------------------------------------- the names


def test_every_public_name_has_words_and_an_example_that_is_run() -> None:
    finder = doctest.DocTestFinder()
    for name in set(converter.__all__) - {"__version__"}:
        value = getattr(converter, name)
        assert value is getattr(api, name)
        assert value.__doc__, name
        [found] = [test for test in finder.find(value, name) if test.name == name]
        assert found.examples, f"converter.{name} has no example"


def test_every_public_method_of_a_page_and_a_document_has_an_example() -> None:
    finder = doctest.DocTestFinder(exclude_empty=False)
    for value in (converter.SavedPage, converter.Document, converter.Citation):
        tests = {test.name: test.examples for test in finder.find(value, value.__name__)}
        methods = {n for n, v in vars(value).items() if callable(v) and not n.startswith("_")}
        assert {n for n in methods if not tests.get(f"{value.__name__}.{n}")} == set()


def test_the_package_lists_what_it_offers_and_refuses_other_names() -> None:
    assert set(converter.__all__) <= set(dir(converter))
    assert set(api.__all__) == set(converter.__all__) - {"__version__"}
    with pytest.raises(AttributeError, match="'reed'"):
        _ = converter.reed  # type: ignore[attr-defined]


def test_nothing_of_the_interface_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, converter; print(*(m for m in sys.modules if m.startswith('converter')))"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == ["converter"]


# ---------------------------------------------------------------- pages and documents


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
def test_a_page_becomes_the_tei_that_the_command_writes(page: Path) -> None:
    saved = converter.read(page)
    assert isinstance(saved, converter.SavedPage)
    made = saved.convert(edition=EXAMPLES / "edition.toml")
    command = run("convert", page, "--edition", EXAMPLES / "edition.toml")
    assert made.to_tei() == command.stdout_bytes


def test_a_decision_beside_the_page_is_followed(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    shutil.copy(EXAMPLES / "diary" / "28 September, night.txt", page)
    read = converter.read(page)
    before = read.convert()
    [guess] = [each for each in before.guesses if each.choice == "note"]
    decided = guess.decision.replace('kind = "note"', 'kind = "paragraph"')
    (tmp_path / "decisions.toml").write_text(decided, "utf-8")
    after = read.convert()
    assert (len(before.notes), len(after.notes)) == (1, 0)


def test_a_document_that_is_read_again_is_the_one_that_was_converted(tmp_path: Path) -> None:
    made = converter.read(LETTER).convert()
    (tmp_path / "a.xml").write_bytes(made.to_tei())
    again = converter.read(tmp_path / "a.xml").convert()
    assert again.to_tei() == made.to_tei()
    for name in ("id", "title", "date", "kind", "volume", "author", "recipient", "languages",
                 "paragraphs", "notes", "citations", "persons", "pages", "lines"):  # fmt: skip
        assert getattr(again, name) == getattr(made, name), name


def test_an_edition_is_read_in_its_order_and_without_its_lists(
    edition: tuple[converter.Document, ...],
) -> None:
    assert len(edition) == len(PAGES)
    volumes = [document.volume for document in edition]
    assert volumes == sorted(volumes)  # each volume whole
    dates = [document.date for document in edition if document.volume.startswith("The Ald")]
    assert dates == sorted(dates)
    assert dates[0] == "1937-11-02"


def test_a_document_goes_to_another_process_and_comes_back_equal() -> None:
    made = converter.read(LETTER).convert()
    assert pickle.loads(pickle.dumps(made)) == made
    assert len({made, made.convert()}) == 1


def test_every_document_of_the_examples_is_valid_and_says_what_is_not(
    edition: tuple[converter.Document, ...], tmp_path: Path
) -> None:
    assert [document.validate() for document in edition] == [()] * len(edition)
    spoiled = document("<p>Without an id.</p>", tmp_path)
    assert spoiled.validate()


# ---------------------------------------------------------------- words


def reckoned(tei: bytes, language: str) -> list[str]:
    """The author's words counted in another way: what is not his is cut out of the tree."""
    root = etree.fromstring(tei)
    for node in [*root.iter(f"{{{TEI}}}note", f"{{{TEI}}}supplied", f"{{{TEI}}}head")]:
        cut(node)
    kinds = [f"{{{TEI}}}{name}" for name in LINES]
    lines = [
        ("".join(map(str, node.itertext())).strip(), node.get("n", ""))
        for section in root.iterfind(f".//{{{TEI}}}body/{{{TEI}}}div")
        for division in section
        if section.get(LANG) == language and division.get("type") == "text"
        for node in division.iter(*kinds)
    ]
    bare = [text.removeprefix(f"({n})") if n else text for text, n in lines]
    return [word for line in bare for word in re.findall(r"\w+(?:['’-]\w+)*", line)]


def cut(node: etree._Element) -> None:
    """Removes an element and keeps what stands behind it."""
    before, parent = node.getprevious(), node.getparent()
    assert parent is not None
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "")
    else:
        parent.text = (parent.text or "") + (node.tail or "")
    parent.remove(node)


def test_the_authors_words_are_those_that_another_way_of_counting_finds(
    edition: tuple[converter.Document, ...],
) -> None:
    for each in edition:
        for language in each.languages:
            assert [*each.words(language)] == reckoned(each.to_tei(), language), each.id
    assert sum(len(each.words()) for each in edition) > 4000


def test_notes_commentary_insertions_heads_and_numbers_are_not_the_authors_words(
    tmp_path: Path,
) -> None:
    read = document(
        '<opener><dateline>Harnsund</dateline></opener><p xml:id="p1" n="3">(3) Tar<note '
        'xml:id="n1" type="explanatory" resp="#editor">A pitch.</note> and <pb xml:id="pb-2" '
        'n="2"/>r<supplied resp="#editor">ope</supplied>, <choice><sic>teh</sic><corr>the</corr>'
        '</choice> 3<note xml:id="r" type="editorial" place="inline" resp="#editor">torn</note>'
        '</p></div><div type="commentary" resp="#editor"><p xml:id="p2">The editor speaks.</p>',
        tmp_path,
    )
    assert read.text() == "Harnsund\nTar and r, teh 3"
    assert read.words() == ("Harnsund", "Tar", "and", "r", "teh", "3")
    assert [(each.text, each.page, each.by_author) for each in read.paragraphs] == [
        ("Harnsund", "", True),
        ("(3) Tar and r[ope], teh 3", "", True),
        ("The editor speaks.", "2", False),
    ]


def test_a_word_that_a_page_cuts_is_one_word_and_a_page_between_words_joins_none(
    tmp_path: Path,
) -> None:
    read = document(
        '<p xml:id="p1">break<pb xml:id="pb-2" n="2" break="no"/>water and\n<pb xml:id="pb-3"'
        ' n="3"/> mole</p><p xml:id="p2"><pb xml:id="pb-4" n="4"/>Next.</p>',
        tmp_path,
    )
    assert read.words() == ("breakwater", "and", "mole", "Next")
    assert [each.page for each in read.paragraphs] == ["", "4"]
    assert [page.number for page in read.pages] == ["", "2", "3", "4"]


def anchors(edition: tuple[converter.Document, ...]) -> Iterator[tuple[str, str]]:
    for each in edition:
        for note in each.notes:
            if note.paragraph and note.kind != "editorial":
                yield note.id, each.paragraph(note.paragraph).text[: note.offset][-1:]


def test_notes_know_their_places(edition: tuple[converter.Document, ...], tmp_path: Path) -> None:
    assert all(before and before != " " for _, before in anchors(edition))
    assert len([*anchors(edition)]) > 30
    read = document('<p xml:id="p1">Tar <note xml:id="n1" type="source" n="2">I.</note></p>',
                    tmp_path)  # fmt: skip
    assert [(each.id, each.paragraph, each.within, each.offset) for each in read.notes] == [
        ("n0", "", "head", 8),
        ("n1", "p1", "p", 3),
    ]


# ---------------------------------------------------------------- refusals


def refused(path: Path) -> converter.Problem:
    with pytest.raises(converter.Refused) as caught:
        converter.read(path).convert()
    return caught.value.problem


def test_what_cannot_be_read_is_refused_with_its_place(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.txt").code == "cannot-read"
    assert refused(tmp_path / "gone.xml").code == "file-not-readable"
    (tmp_path / "a.xml").write_text("<TEI>", "utf-8")
    assert refused(tmp_path / "a.xml").place.line == 1
    (tmp_path / "b.xml").write_text("<listPerson/>", "utf-8")
    problem = refused(tmp_path / "b.xml")
    assert (problem.code, problem.place.path) == ("no-document", str(tmp_path / "b.xml"))


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    codes = []
    for text in (None, "<listPerson/>"):
        if text:
            (tmp_path / "persons.xml").write_text(text, "utf-8")
        with pytest.raises(converter.Refused) as caught:
            converter.read_edition(tmp_path)
        codes.append(caught.value.problem.code)
    assert codes == ["no-tei", "no-document"]
