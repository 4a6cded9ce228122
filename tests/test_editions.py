"""The example volumes whole: what holds for every document, and what each pass gave when looked at.

The golden files of a page stand in tests/editions/<volume>/<page>: its lines, its TEI, its text.
"""

from collections import Counter
from pathlib import Path

import pytest
import xmlschema
from golden import Golden
from lxml import etree

from converter.authorities import overlaid, read_authorities, shipped
from converter.languages import WORD
from converter.markup import ID
from converter.pages import SavedPage
from converter.pipeline import STAGES, Products, convert
from converter.render import Renderer
from converter.schemas import edition_schemas
from converter.settings import Settings, read_settings
from converter.validate import validate_tree

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = PROJECT / "examples"
GOLDEN = Path(__file__).resolve().parent / "editions"
PAGES = sorted(EXAMPLES.glob("*/*.txt"))
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(EXAMPLES / "edition.toml")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def products(page: Path, settings: Settings) -> Products:
    return converted(page, settings)


def converted(page: Path, settings: Settings) -> Products:
    """The page with the settings and the archives of the examples."""
    known = overlaid(shipped(), read_authorities(EXAMPLES / "authorities.xml"))
    name = f"{page.parent.name}/{page.name}"
    return convert(page.read_bytes(), name, settings, authorities=known)


def words_of_page(page: SavedPage) -> Counter[str]:
    """The words of the two text sections; the words of page marks are left out."""
    lines = [line.text for section in page.sections for line in section.lines]
    return Counter(w for text in lines if not text.startswith("Page ") for w in WORD.findall(text))


def missing_words(products: Products, text: str) -> Counter[str]:
    """The words of the page that a rendering lacks; the halves of joined words are expected."""
    lacking = words_of_page(products.page) - Counter(WORD.findall(text))
    for page_break in products.tree.iter("{*}pb"):
        if page_break.get("break") == "no":
            around = products.tree.xpath("string()")
            lacking = Counter({w: n for w, n in lacking.items() if not halves(w, str(around))})
    return lacking


def halves(word: str, text: str) -> bool:
    """The word is a part of a longer word of the text, and no word of its own."""
    return any(word in longer and word != longer for longer in WORD.findall(text))


@every_page
def test_every_word_of_a_page_is_in_its_text_edition(
    products: Products, renderer: Renderer
) -> None:
    text = renderer.text(products.xml, path="page.xml", strict=True).text
    assert missing_words(products, text.replace("[p. ", "[")) == Counter()


@every_page
def test_every_word_of_a_page_is_in_its_html(products: Products, renderer: Renderer) -> None:
    html = renderer.html(products.xml, path="page.xml", strict=True).text
    body = etree.HTML(html).find("body")
    assert body is not None
    assert missing_words(products, " ".join(map(str, body.itertext()))) == Counter()


@every_page
def test_a_document_has_unique_ids_and_says_where_it_was_made(products: Products) -> None:
    ids = [node.get(ID) for node in products.tree.iter() if node.get(ID)]
    assert len(ids) == len(set(ids))
    assert products.tree.get(ID) == products.document.identifier


@every_page
def test_a_document_is_valid_against_the_schemas_of_the_project(products: Products) -> None:
    tree = etree.ElementTree(etree.fromstring(products.xml))
    assert [str(problem) for problem in validate_tree(tree, "page.xml", edition_schemas())] == []


@every_page
@pytest.mark.slow
def test_a_document_is_valid_against_the_whole_of_tei(
    products: Products, tei_all_rng: etree.RelaxNG, tei_all_xsd: xmlschema.XMLSchema
) -> None:
    tree = etree.ElementTree(etree.fromstring(products.xml))
    assert tei_all_rng.validate(tree), tei_all_rng.error_log
    assert [str(error.reason) for error in tei_all_xsd.iter_errors(tree)] == []


@every_page
def test_the_same_page_gives_the_same_bytes(
    page: Path, products: Products, settings: Settings
) -> None:
    again = converted(page, settings)
    assert again.xml == products.xml


@every_page
def test_a_pass_gives_what_it_gave_when_looked_at(
    page: Path, products: Products, renderer: Renderer, golden: Golden
) -> None:
    folder = GOLDEN / page.parent.name
    text = renderer.text(products.xml, path="page.xml", strict=True).text
    assert missing_words(products, text) == Counter(), "nothing is written that has lost a word"
    lines = next(stage for stage in STAGES if stage.name == "lines")
    golden(folder / f"{page.stem}.lines.txt", "\n".join(lines.dump(products)) + "\n")
    golden(folder / f"{page.stem}.xml", products.xml.decode())
    golden(folder / f"{page.stem}.reading.txt", text)


def test_the_examples_show_two_volumes_of_fourteen_documents_and_more() -> None:
    assert len(PAGES) >= 14
    assert {page.parent.name for page in PAGES} == {"diary", "letters"}
