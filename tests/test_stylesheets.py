"""Stylesheets held to their rules: what they refuse, what they cannot do, how they are written."""

import re
from pathlib import Path

import pytest
from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor
from test_render import SAMPLES, TEI, document, found, parsed

from converter.problems import Refused
from converter.render import Renderer
from converter.resources import assets, folder
from converter.settings import INTERFACES


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


# ---------------------------------------------------------------- other people's TEI, wrong TEI


def test_tei_from_elsewhere_is_rendered_and_the_unknown_named(renderer: Renderer) -> None:
    tei = (SAMPLES / "from-elsewhere.xml").read_bytes()
    rendered = renderer.html(tei, path="from-elsewhere.xml")
    assert [p.facts["name"] for p in rendered.unhandled] == [
        "table",
        "row",
        "cell",
        "cell",
        "stamp",
    ]
    assert {p.code for p in rendered.unhandled} == {"element-marked"}
    assert {p.place.line for p in rendered.unhandled} == {19, 21}
    root = parsed(rendered.text)
    assert [e.text_content() for e in root.find_class("unhandled")][-1] == "seal"
    assert [h.text_content() for h in found(root, "//h1")] == ["Two pages of a ledger"]
    assert "with a seal upon it" in renderer.text(tei, path="from-elsewhere.xml").text


@pytest.mark.parametrize("output", ["html", "text"])
def test_an_unknown_element_is_refused_by_name_and_place(renderer: Renderer, output: str) -> None:
    tei = document("<p>a</p>\n<p>b <stamp>c</stamp></p>")
    with pytest.raises(Refused) as refused:
        getattr(renderer, output)(tei, path="sample.xml", strict=True)
    problem = refused.value.problem
    assert problem.code == "element-not-handled"
    assert problem.place.line == 2
    assert "'stamp', at /TEI[1]/text[1]/body[1]/p[2]/stamp[1]" in problem.message


def test_the_stylesheet_by_itself_ends_at_an_unknown_element(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = renderer._run
    monkeypatch.setattr(
        renderer, "_run", lambda name, source, given: run(name, source, {"on-unhandled": "fail"})
    )
    with pytest.raises(Refused) as refused:
        renderer.html(document("<p><stamp>c</stamp></p>"), path="sample.xml")
    assert refused.value.problem.code == "stylesheet-failed"
    assert "no template for stamp" in refused.value.problem.message


@pytest.mark.parametrize(
    ("tei", "code"),
    [
        ("<TEI", "xml-not-well-formed"),
        (b"<TEI>\xff</TEI>", "xml-not-well-formed"),
        ("<!DOCTYPE TEI><TEI/>", "xml-has-doctype"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>', "xml-has-doctype"),
        ("<TEI/>", "render-not-tei"),
        (f'<teiCorpus xmlns="{TEI[1:-1]}"/>', "render-not-tei"),
        (document("<hi>" * 300 + "</hi>" * 300), "xml-not-well-formed"),
    ],
)
def test_what_cannot_be_rendered_is_refused(
    renderer: Renderer, tei: str | bytes, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        renderer.html(tei, path="sample.xml")
    assert refused.value.problem.code == code
    assert str(refused.value.problem).startswith("sample.xml")


def test_deep_elements_are_rendered(renderer: Renderer) -> None:
    tei = document("<p>" + "<seg>" * 200 + "deep" + "</seg>" * 200 + "</p>")
    assert "deep" in renderer.html(tei, path="x", strict=True).text
    assert "deep" in renderer.text(tei, path="x", strict=True).text


def test_a_declaration_no_longer_speaks_for_decoded_text(renderer: Renderer) -> None:
    tei = '<?xml version="1.0" encoding="windows-1251"?>' + document("<p>Пристань</p>")
    assert "Пристань" in renderer.html(tei, path="x").text
    assert "Пристань" in renderer.html(tei.encode("windows-1251"), path="x").text


def test_a_stylesheet_cannot_read_a_file(renderer: Renderer) -> None:
    saxon = renderer._saxon.new_xslt30_processor()
    hostile = (
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:template match="/"><xsl:value-of select="unparsed-text(\'file:///etc/hosts\')"/>'
        "</xsl:template></xsl:stylesheet>"
    )
    run = saxon.compile_stylesheet(stylesheet_text=hostile)
    node = renderer._saxon.parse_xml(xml_text="<a/>")
    with pytest.raises(PySaxonApiError, match="prohibited"):
        run.transform_to_string(xdm_node=node)


# ---------------------------------------------------------------- contents


def test_the_contents_list_every_document_with_its_full_date(renderer: Renderer) -> None:
    tei = (SAMPLES / "contents" / "edition.xml").read_bytes()
    root = parsed(renderer.contents(tei).text)
    entries = [" ".join(e.text_content().split()) for e in root.find_class("entry")]
    assert entries == [
        "31 December 1926 Diary entry",
        "9 October 1927 Diary entry",
        "11 October 1927 Conversation with Brandt on 11 October 1927 Record of a conversation",
        "2 March 1931 Letter to Halvard Minde on the school at Lower Weir "
        "Oren, Lidia Pavlovna to Minde, Halvard Letter",
        "April 1931 Answer from Chandlers’ Row Minde, Halvard to Oren, Lidia Pavlovna Letter",
        "Undated List of books for the school Oren, Lidia Pavlovna",
    ]
    ids = found(root, "//@id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in found(root, "//@href") if h.startswith("#")} <= set(ids)


# ---------------------------------------------------------------- the stylesheets themselves

XSL = "{http://www.w3.org/1999/XSL/Transform}"
STYLESHEETS = sorted(folder("xslt").rglob("*.xsl"))
every_stylesheet = pytest.mark.parametrize(
    "file", STYLESHEETS, ids=lambda file: file.relative_to(folder("xslt")).as_posix()
)


@every_stylesheet
def test_everything_in_a_stylesheet_has_a_type(file: Path) -> None:
    typed = (
        f"{XSL}{name}" for name in ("template", "function", "param", "variable", "accumulator")
    )
    found = etree.parse(file).iter(*typed)
    assert [(e.sourceline, e.tag) for e in found if not e.get("as")] == []


@every_stylesheet
def test_a_stylesheet_opens_by_saying_what_it_is_for(file: Path) -> None:
    before = etree.parse(file).getroot().getprevious()
    assert before is not None
    assert len((before.text or "").split()) > 4


# ---------------------------------------------------------------- words and assets

WORDS = sorted((folder("xslt") / "common" / "words").glob("*.xsl"))
COUNTED = ("-one", "-few", "-many")


def words_of(file: Path) -> dict[str, str]:
    """The keys and words of one language, in the order of the file."""
    return dict(re.findall(r"^ {4}'([a-z0-9-]+)': '(.+)',?$", file.read_text("utf-8"), flags=re.M))


def asked_for() -> set[str]:
    """The keys that are written out in the stylesheets; others are put together from the TEI."""
    said = re.compile(r"ed:(say|row|count)\('([a-z-]+)'[,)]")
    found = {f for file in STYLESHEETS for f in said.findall(file.read_text("utf-8"))}
    forms = {key + ending for name, key in found for ending in COUNTED if name == "count"}
    return forms | {key for name, key in found if name != "count"}


def test_every_word_of_the_interface_that_is_asked_for_is_written_down() -> None:
    assert "commentary" in asked_for()
    assert asked_for() <= words_of(folder("xslt") / "common" / "words" / "en.xsl").keys()


def test_the_languages_of_the_interface_are_those_of_the_settings() -> None:
    assert {file.stem for file in WORDS} == set(INTERFACES)


@pytest.mark.parametrize("file", WORDS, ids=lambda file: file.stem)
def test_each_language_has_the_same_words_in_the_order_of_the_alphabet(file: Path) -> None:
    words = words_of(file)
    assert [*words] == sorted(words_of(WORDS[0]))
    lines = [line for line in file.read_text("utf-8").split("\n") if line.startswith("    '")]
    assert len(lines) == len(words)


@pytest.mark.parametrize("file", WORDS, ids=lambda file: file.stem)
def test_a_phrase_has_the_same_gaps_in_each_language(file: Path) -> None:
    gaps = {key: set(re.findall(r"\{\w+\}", phrase)) for key, phrase in words_of(file).items()}
    english = words_of(folder("xslt") / "common" / "words" / "en.xsl")
    assert gaps == {key: set(re.findall(r"\{\w+\}", said)) for key, said in english.items()}


WITHOUT_WORDS = [file for file in STYLESHEETS if file not in WORDS]
SHOWN = ("aria-label", "title", "placeholder", "alt")  # attributes that a reader reads


@pytest.mark.parametrize(
    "file", WITHOUT_WORDS, ids=lambda file: file.relative_to(folder("xslt")).as_posix()
)
def test_no_stylesheet_has_a_word_of_its_own(file: Path) -> None:
    """Text outside braces is what a page would say in every language."""
    own = []
    for e in etree.parse(file).iter(etree.Element):
        written = [*(e.get(name, "") for name in SHOWN), e.text or ""]
        written += [child.tail or "" for child in e]
        if e.tag == f"{XSL}message":
            continue
        own += [text for text in written if re.search(r"[^\W\d_]{2}", without_braces(text))]
    assert own == []


def without_braces(text: str) -> str:
    """What stands outside of {…}, however deep."""
    while (shorter := re.sub(r"\{[^{}]*\}", "", text)) != text:
        text = shorter
    return text


HARNESS = """
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ed="urn:edition">
  <xsl:import href="{address}"/>
  <xsl:param name="interface" as="xs:string" select="'{interface}'"/>
  <xsl:variable name="assets" as="xs:string" select="'../assets/'"/>
  {more}
  <xsl:output method="html" html-version="5.0" omit-xml-declaration="yes"/>
  <xsl:template match="/">{body}</xsl:template>
</xsl:stylesheet>"""


def said(module: str, body: str, interface: str = "en", more: str = "") -> str:
    """What a small stylesheet writes that has this module of ours."""
    address = (folder("xslt") / module).as_uri()
    text = HARNESS.format(address=address, interface=interface, more=more, body=body)
    with PySaxonProcessor(license=False) as saxon:
        run = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)
        return str(run.transform_to_string(xdm_node=saxon.parse_xml(xml_text="<a/>"))).strip()


@pytest.mark.parametrize(
    ("interface", "days"),
    [
        ("en", "12 March 1938; 1 May 1938; May 1938; 1938; spring"),
        ("de", "12. März 1938; 1. Mai 1938; Mai 1938; 1938; spring"),
        ("ru", "12 марта 1938; 1 мая 1938; май 1938; 1938; spring"),
        ("fr", "12 March 1938; 1 May 1938; May 1938; 1938; spring"),
    ],
)
def test_a_day_is_said_in_the_language_of_the_interface(interface: str, days: str) -> None:
    asked = "'1938-03-12', '1938-05-01', '1938-05', '1938', 'spring'"
    body = f"{{string-join(({asked}) ! ed:day(.), '; ')}}"
    assert said("common/words.xsl", body, interface) == days


@pytest.mark.parametrize(
    ("interface", "forms"),
    [
        ("en", "one many many many many many many"),
        ("de", "one many many many many many many"),
        ("ru", "one few many many one few many"),
    ],
)
def test_a_number_takes_the_form_that_its_language_asks_for(interface: str, forms: str) -> None:
    body = f"{{(1, 2, 5, 11, 21, 22, 112) ! ed:form(., '{interface}')}}"
    assert said("common/words.xsl", body, interface) == forms


def test_what_is_put_into_a_phrase_is_not_read_as_a_gap() -> None:
    body = "{ed:say('by-author', map { 'name': 'K. {name} $1' })}"
    assert said("common/words.xsl", body) == "By K. {name} $1"


def test_every_asset_is_on_the_list_that_all_pages_share() -> None:
    files = [*assets()]
    for ending, name in ((".css", "$ed:stylesheets"), (".js", "$ed:scripts, $ed:later")):
        listed = said("html/modules/assets.xsl", f"{{{name}}}").split()
        assert sorted(listed) == [file for file in files if file.endswith(ending)]


FOR_A_DOCUMENT = """<xsl:with-param name="for" select="'document'"/>"""


def test_a_page_loads_what_its_kind_needs_and_nothing_else() -> None:
    def loaded(kind: str) -> str:
        param = f"""<xsl:with-param name="for" select="'{kind}'"/>"""
        body = f'<xsl:call-template name="ed:assets">{param}</xsl:call-template>'
        return said("html/modules/assets.xsl", body)

    assert "search.js" in loaded("search")
    assert "notes.js" not in loaded("search")
    assert "notes.js" in loaded("document")
    assert "search.js" not in loaded("document")
    assert all("edition.css" in loaded(kind) for kind in ("list", "contents", "annotations"))


def test_a_script_of_the_list_is_a_classic_one_that_waits_for_the_page() -> None:
    more = """<xsl:variable name="ed:scripts" as="xs:string*" select="'a.js', 'b.js'"/>"""
    body = f'<xsl:call-template name="ed:assets">{FOR_A_DOCUMENT}</xsl:call-template>'
    assert said("html/modules/assets.xsl", body, more=more).endswith(
        '<script src="../assets/a.js" defer></script><script src="../assets/b.js" defer></script>'
    )
