"""Rendering: every word of the TEI is in the page and in the text, every link leads somewhere."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from converter.render import Renderer

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SAMPLES = Path(__file__).parent / "tei"
OURS = ["diary-entry", "letter", "conversation"]
every_sample = pytest.mark.parametrize("name", [*OURS, "gold-diary", "gold-conversation"])
GOLD = {
    "gold-diary": "1939-05-23.xml",
    "gold-conversation": "1940-03-27-conversation-with-halifax.xml",
}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def tei(name: str, request: pytest.FixtureRequest) -> bytes:
    """The TEI of a sample; the gold files lie outside the project."""
    if name in GOLD:
        shared: Path = request.getfixturevalue("shared")
        return (shared / "gold" / GOLD[name]).read_bytes()
    return (SAMPLES / f"{name}.xml").read_bytes()


def document(body: str) -> str:
    """A small document around a body of TEI."""
    return (
        f'<TEI xmlns="{TEI[1:-1]}" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        "<title>A sample</title></titleStmt></fileDesc></teiHeader>"
        f'<text xml:space="preserve"><body>{body}</body></text></TEI>'
    )


def page(renderer: Renderer, tei: str | bytes, show_doubt: bool = False) -> html.HtmlElement:
    rendered = renderer.html(tei, path="sample.xml", strict=True, show_doubt=show_doubt)
    return parsed(rendered.text)


def parsed(text: str) -> html.HtmlElement:
    root = html.document_fromstring(text)
    assert isinstance(root, html.HtmlElement)
    return root


def found(node: etree._Element, path: str) -> list[Any]:
    """What an XPath finds, for a type checker that cannot know."""
    result = node.xpath(path)
    assert isinstance(result, list)
    return result


def squeezed(text: str) -> str:
    """Text without white space and without square brackets, which outputs add or give back."""
    return re.sub(r"[\s\[\]]", "", text)


def words_of_tei(node: etree._Element, *, notes: bool = False) -> str:
    """The text of an element without its footnotes; or, of its footnotes, one after the other."""
    footnotes = [n for n in node.iter(f"{TEI}note") if n.get("place") != "inline"]
    if notes:
        return "".join(words_of_tei(note) for note in footnotes)
    nested = {text for note in footnotes if note is not node for text in own_texts(note)}
    said = [str(t) for t in found(node, ".//text()") if (t.getparent(), t.is_tail) not in nested]
    return "".join(said)


def own_texts(note: etree._Element) -> set[tuple[etree._Element, bool]]:
    """Where the texts inside a note stand: as (element, whether after it)."""
    return {(text.getparent(), text.is_tail) for text in found(note, ".//text()")}


def dropped(root: html.HtmlElement, *classes: str) -> html.HtmlElement:
    """The page without what it adds to the text."""
    for name in classes:
        for element in root.find_class(name):
            element.drop_tree()
    return root


SHOWN = "//h1 | //*[contains(@class, 'section ')]"
ADDED = ("page-break", "note-ref", "permalink", "label", "section-label", "kind", "back", "gap")


@every_sample
def test_every_word_of_the_text_is_in_the_page_in_order(renderer: Renderer, tei: bytes) -> None:
    root = dropped(page(renderer, tei), *ADDED)
    shown = "".join(
        e.text_content() for e in found(root, "//h1 | //*[contains(@class,'section ')]")
    )
    text = etree.fromstring(tei).find(f"{TEI}text")
    assert text is not None
    assert squeezed(shown) == squeezed(words_of_tei(text))


@every_sample
def test_every_word_of_the_notes_is_in_the_lists_in_order(renderer: Renderer, tei: bytes) -> None:
    root = dropped(page(renderer, tei), *ADDED)
    shown = "".join(li.text_content() for li in found(root, "//*[@role='doc-endnotes']/ol/li"))
    text = etree.fromstring(tei).find(f"{TEI}text")
    assert text is not None
    assert squeezed(shown) == squeezed(words_of_tei(text, notes=True))


@every_sample
def test_the_text_edition_says_what_the_tei_says_in_order(renderer: Renderer, tei: bytes) -> None:
    said = renderer.text(tei, path="sample.xml", strict=True).text
    headline, _, rest = said.partition("\n")
    rest = rest.partition("\n\n")[2]
    rest = re.sub(r"^(Translation|Transcription|Notes)\n-+$", "", rest, flags=re.M)
    rest = re.sub(r"^\[(Editor’s commentary|End of commentary)\]$", "", rest, flags=re.M)
    rest = re.sub(r"\[p\. [^\]]+\]|\[\d+\]|\[…\]|^– ", "", headline + "\n" + rest, flags=re.M)
    rest = re.sub(r"\[\d+\]", "", rest)
    sections = etree.fromstring(tei).iterfind(f"{TEI}text/{TEI}body/{TEI}div")
    expected = "".join(words_of_tei(s) + words_of_tei(s, notes=True) for s in sections)
    assert squeezed(rest) == squeezed(expected)


@every_sample
def test_ids_are_unique_and_every_link_within_the_page_has_its_target(
    renderer: Renderer, tei: bytes
) -> None:
    root = page(renderer, tei)
    ids = found(root, "//@id")
    assert len(ids) == len(set(ids))
    links = [href[1:] for href in found(root, "//@href") if href.startswith("#")]
    assert links
    assert set(links) <= set(ids)


@every_sample
def test_every_id_of_the_text_is_an_address_of_the_page(renderer: Renderer, tei: bytes) -> None:
    text = etree.fromstring(tei).find(f"{TEI}text")
    assert text is not None
    wanted = {e.get(XML_ID) for e in text.iter() if e.get(XML_ID)}
    assert wanted <= set(found(page(renderer, tei), "//@id"))


@every_sample
def test_every_note_has_an_anchor_and_a_way_back(renderer: Renderer, tei: bytes) -> None:
    root = page(renderer, tei)
    for item in found(root, "//*[@role='doc-endnotes']/ol/li"):
        (anchor,) = found(root, f"//a[@role='doc-noteref'][@href='#{item.get('id')}']")
        (back,) = found(item, ".//a[@role='doc-backlink']")
        assert back.get("href") == f"#{anchor.get('id')}"
        assert item.get("value") == anchor.text_content()


def test_the_policy_comes_first_in_the_head(renderer: Renderer) -> None:
    first = page(renderer, document("<p>Word.</p>")).head[0]
    assert first.get("http-equiv") == "Content-Security-Policy"
    assert first.get("content", "").startswith("default-src 'none'; style-src 'self'")


def test_two_runs_give_the_same_page_and_parameters_do_not_stick(renderer: Renderer) -> None:
    tei = (SAMPLES / "letter.xml").read_bytes()
    first = renderer.html(tei, path="letter.xml")
    other = renderer.html(tei, path="letter.xml", assets="../assets/", home="")
    assert 'href="../assets/edition.css"' in other.text
    assert "index.html" not in other.text
    assert renderer.html(tei, path="letter.xml") == first


def test_the_year_is_shown_where_the_title_lacks_it(renderer: Renderer) -> None:
    root = page(renderer, (SAMPLES / "diary-entry.xml").read_bytes())
    assert root.xpath("string(//title)").startswith("9 October 1927")
    assert root.xpath("string(//*[@class='dated'])") == "9 October 1927"


def test_the_neighbours_are_links_to_pages(renderer: Renderer) -> None:
    root = page(renderer, (SAMPLES / "diary-entry.xml").read_bytes())
    assert found(root, "//header//a[@rel='prev']/@href") == ["1927-10-04.html"]
    assert found(root, "//header//a[@rel='next']/@href") == [
        "1927-10-11-conversation-with-brandt.html"
    ]


def test_a_word_joined_over_a_page_break_stays_one_word(renderer: Renderer) -> None:
    tei = document('<p>pro<pb xml:id="pb-2" n="2" break="no"/>mised</p>')
    (mark,) = page(renderer, tei).find_class("page-break")
    assert mark.getparent().text_content().startswith("pro[p. 2]mised")
    assert "pro[p. 2]mised" in renderer.text(tei, path="x").text


def test_a_page_break_between_paragraphs_opens_the_paragraph_after_it(renderer: Renderer) -> None:
    tei = document('<div type="text"><p>One.</p>\n<pb xml:id="pb-2" n="2"/>\n<p>Two.</p></div>')
    (mark,) = page(renderer, tei).find_class("page-break")
    assert mark.getparent().text_content() == "[p. 2]Two."
    assert "One.\n\n[p. 2] Two.\n" in renderer.text(tei, path="x").text


def test_a_page_break_before_a_postscript_is_shown_in_it(renderer: Renderer) -> None:
    mark = '<p>One.</p><pb n="2"/><postscript><p>P.S.</p></postscript><pb n="3"/>'
    tei = document(f'<div type="text">{mark}</div>')
    assert "One.\n\n[p. 2] P.S.\n\n[p. 3]\n" in renderer.text(tei, path="x").text
    assert len(page(renderer, tei).find_class("page-break")) == 2


def test_the_first_page_is_an_address_and_not_a_mark(renderer: Renderer) -> None:
    root = page(renderer, document('<pb xml:id="pb-first"/><head>Title</head><p>Text.</p>'))
    (address,) = found(root, "//*[@id='pb-first']")
    assert address.text_content() == ""
    assert root.find_class("page-mark") == []


def test_notes_without_ids_and_numbers_are_counted(renderer: Renderer) -> None:
    root = page(renderer, document("<p>a<note>one</note> b<note>two</note></p>"))
    assert [a.text for a in found(root, "//a[@role='doc-noteref']")] == ["1", "2"]
    assert len(set(found(root, "//li/@id"))) == 2


def test_a_note_of_several_paragraphs_is_one_entry(renderer: Renderer) -> None:
    tei = document('<p>a<note xml:id="n1"><p>One.</p><pb n="9"/><p>Two.</p></note></p>')
    assert len(found(page(renderer, tei), "//*[@role='doc-endnotes']/ol/li")) == 1
    assert "[1] One.\n[p. 9] Two.\n" in renderer.text(tei, path="x").text


def test_a_list_in_a_paragraph_is_not_torn_out_of_it(renderer: Renderer) -> None:
    root = page(renderer, document("<p>Bring <list><item>rope</item></list> and tar.</p>"))
    (paragraph,) = root.find_class("p")
    assert paragraph.tag == "div"
    assert squeezed(paragraph.text_content()) == "Bringropeandtar."


def test_an_uncertain_place_says_so_where_that_is_asked_for(renderer: Renderer) -> None:
    unsure = document('<p cert="low">Word.</p>')
    assert not page(renderer, unsure).find_class("uncertain")
    (found,) = page(renderer, unsure, show_doubt=True).find_class("uncertain")
    assert found.get("title")


def test_paragraphs_that_point_at_each_other_share_a_row(renderer: Renderer) -> None:
    tei = document(
        '<div type="translation"><p xml:id="p1">A.</p><p xml:id="p2">B.</p>'
        '<p xml:id="p3" corresp="#t-p1">C.</p></div>'
        '<div type="transcription" xml:lang="ru"><p xml:id="t-p1">Ц.</p></div>'
    )
    (right,) = page(renderer, tei).find_class("transcription")
    kinds = [e.get("class") for e in right]
    assert kinds == ["section-label", "filler", "filler", "p"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//elsewhere"])
def test_an_address_that_could_run_a_script_is_no_link(renderer: Renderer, address: str) -> None:
    root = page(renderer, document(f'<p><ref target="{address}">words</ref></p>'))
    assert address not in found(root, "//@href")
    assert "words" in root.text_content()


def test_characters_that_html_forbids_are_shown_as_stand_ins(renderer: Renderer) -> None:
    shown = renderer.html(document("<p>a\x7f\x85\x9f\ufdd0\U0001ffffb</p>"), path="x").text
    assert "a�����b" in shown
