"""Stylesheets held to their rules: what they refuse, what they cannot do, how they are written."""

import re
from pathlib import Path

import pytest
from lxml import etree
from saxonche import PySaxonApiError
from test_render import SAMPLES, TEI, document, found, parsed

from converter.problems import Refused
from converter.render import Renderer
from converter.resources import folder


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


def test_every_word_of_the_interface_that_is_asked_for_is_written_down() -> None:
    words = (folder("xslt") / "common" / "words.xsl").read_text("utf-8")
    known = set(re.findall(r"^ {6}'([a-z-]+)':", words, flags=re.M))
    asked = {
        key
        for file in STYLESHEETS
        for key in re.findall(r"ed:(?:say|row)\('([a-z-]+)'[,)]", file.read_text("utf-8"))
    }
    assert "commentary" in asked
    assert asked <= known
