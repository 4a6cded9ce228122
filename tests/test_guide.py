"""The guide to the encoding: made from the ODD, whole, and a page of every edition."""

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import unquote

import make_guide
import pytest
from lxml import etree, html
from odd_compiled import TEI, kept
from site_checks import SitePage, dead_links, dead_references, pages
from test_render import parsed

from converter.encoding_guide import BODY, encoding_page, with_body
from converter.fingerprint import READ
from converter.render import Renderer
from converter.resources import schema
from converter.settings import INTERFACES, Settings

PROJECT = Path(__file__).resolve().parent.parent
TEIX = "{http://www.tei-c.org/ns/Examples}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def odd() -> etree._Element:
    return etree.parse(schema("edition.odd")).getroot()


@pytest.fixture(scope="module")
def guide(built_site: Path) -> SitePage:
    """The page of the guide in the examples' site."""
    return SitePage(built_site / "html" / "encoding.html", built_site / "html")


def test_the_packaged_guide_and_that_of_the_documentation_are_up_to_date() -> None:
    for name, text in make_guide.files().items():
        assert (PROJECT / name).read_text("utf-8") == text, "run tools/make_guide.py"


# ---------------------------------------------------------------- what is in it


def test_every_chapter_element_attribute_and_rule_has_a_place_of_its_own(
    guide: SitePage, odd: etree._Element
) -> None:
    expected = {str(e.get(ID)) for e in odd.iterfind(f"{TEI}text/{TEI}body/{TEI}div")}
    for spec in odd.iter(f"{TEI}elementSpec"):
        expected.add(f"element-{spec.get('ident')}")
        expected |= {f"attribute-{e.get('ident')}".replace(":", "-") for e in kept(spec)}
    expected |= {f"rule-{e.get('id')}" for e in odd.iter(f"{SCH}assert")}
    assert {"notes", "element-note", "attribute-xml-id", "rule-page-numbers-rise"} <= expected
    assert expected <= guide.ids


def test_the_contents_lead_to_every_chapter_and_part(guide: SitePage) -> None:
    (contents,) = guide.root.find_class("guide-contents")
    led = [str(each).removeprefix("#") for each in contents.xpath(".//@href")]
    assert led == [str(each) for each in guide.root.xpath("//div[@class='guide-text']/section/@id")]


def test_a_section_says_where_an_element_stands_and_what_it_contains(guide: SitePage) -> None:
    said = rows(guide, "element-postscript")
    assert said["Stands in"] == "div"
    assert said["Contains"] == "p pb"
    assert said["In this order"] == "pb*, p, (p | pb)*"
    assert said["Chapters"] == "The parts of a letter"
    assert said["Rules"] == "… stands in the commentary"
    root = rows(guide, "element-TEI")
    assert root["Stands in"] == "nothing: it is the whole file"
    assert root["Contains"] == "teiHeader text"


def test_a_section_tells_an_attribute_with_its_values(guide: SitePage) -> None:
    said = rows(guide, "element-pb")["Attributes"]
    assert "@n The number of the page; none where it is not known. word" in said
    assert "@break Whether a word goes on over the page break.no The word goes on." in said
    assert "@type* required Which of the two it is." in rows(guide, "element-correspAction")[
        "Attributes"
    ]  # fmt: skip


def test_an_element_with_several_meanings_is_told_by_place(guide: SitePage) -> None:
    said = rows(guide, "element-note")["By place"]
    assert said == (
        "everywhere else – A note, at the place to which it belongs. @xml:id* @type* @resp*"
        "person – What a note says about the person."
    )


def rows(guide: SitePage, section: str) -> dict[str, str]:
    (found,) = guide.root.xpath(f"//section[@id='{section}']")
    labels = [words(each) for each in found.xpath("./dl/dt")]
    return dict(zip(labels, map(words, found.xpath("./dl/dd")), strict=True))


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_an_example_is_shown_as_it_is_written_to_the_last_space(
    guide: SitePage, odd: etree._Element
) -> None:
    shown = [str(each.text_content()) for each in guide.root.xpath("//pre/code")]
    written = list(odd.iter(f"{TEIX}egXML"))
    assert len(shown) == len(written) > 100
    for text, example in zip(shown, written, strict=True):
        source = etree.tostring(example[0], encoding="unicode", with_tail=False)
        source = source.replace(f'"{example.get(ID)}.', '"').replace(f"#{example.get(ID)}.", "#")
        plain = re.sub(r' xmlns="[^"]*"', "", source)
        assert etree.canonicalize(text) == etree.canonicalize(plain)


def test_no_example_is_coloured_by_anything_but_classes(guide: SitePage) -> None:
    inside = guide.root.xpath("//pre//*")
    assert {each.tag for each in inside} == {"code", "span"}
    classes = {each.get("class") for each in inside if each.tag == "span"}
    assert classes == {"x-tag", "x-att", "x-val", "x-out"}


# ---------------------------------------------------------------- the page


def test_every_page_of_a_site_leads_to_the_guide_but_itself(built_site: Path) -> None:
    found = pages(built_site / "html")
    assert len(found) > 25
    title = "How this edition is encoded"
    for page in found:
        links = page.root.xpath("//footer[@class='imprint']//a[text()=$title]", title=title)
        led = [(page.path.parent / unquote(each.get("href", ""))).resolve() for each in links]
        itself = page.path.name == "encoding.html"
        expected = [] if itself else [(page.site / "encoding.html").resolve()]
        assert led == expected, page.name


def test_the_guide_is_in_english_and_says_so_in_any_interface() -> None:
    titles = set()
    for interface in INTERFACES:
        made = Renderer().encoding(encoding_page(Settings()), interface=interface)
        page = with_body(made.text)
        root = parsed(page)
        titles.add(words(root.findall(".//h1")[0]))
        assert root.get("lang") == interface
        (body,) = root.findall(".//main/div")
        assert (body.get("class"), body.get("lang")) == ("guide", "en")
    assert len(titles) == len(INTERFACES)


def test_a_page_without_a_place_for_the_guide_is_a_fault() -> None:
    with pytest.raises(ValueError, match="no place"):
        with_body("<main></main>")


def test_another_guide_is_another_program_so_that_the_next_build_takes_it() -> None:
    assert Path(BODY).suffix in READ


def test_a_page_that_is_rendered_alone_leads_to_no_guide(built_site: Path) -> None:
    path = next(iter(sorted((built_site / "tei").glob("*/*.xml"))))
    assert "encoding.html" not in Renderer().html(path.read_bytes(), path=str(path)).text


# ---------------------------------------------------------------- in the documentation


def test_in_the_documentation_the_guide_stands_alone(guide: SitePage) -> None:
    page = SitePage(PROJECT / "docs" / "encoding.html", PROJECT / "docs")
    assert list(dead_links([page])) == []
    assert list(dead_references(page)) == []
    assert page.assets == []
    (style,) = page.root.xpath("//style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    policy = page.root.xpath("string(//meta[@http-equiv]/@content)")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'"
    assert words(page.root.find_class("guide")[0]) == words(guide.root.find_class("guide")[0])
