"""The edition's own words in each language of the interface, on every page of the examples."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from converter.edition import build
from converter.resources import folder
from converter.settings import INTERFACES, read_settings

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
LETTER = "letters-of-p-a-ozerov-volume-2/1936-02-12-p-a-ozerov-to-v-a-ozerova"
ENTRY = "the-aldersen-diaries-volume-1/1938-03-12"
OTHERS = [language for language in INTERFACES if language != "en"]


def words(language: str) -> dict[str, str]:
    file = folder("xslt") / "common" / "words" / f"{language}.xsl"
    return dict(re.findall(r"^ {4}'([a-z0-9-]+)': '(.+)',?$", file.read_text("utf-8"), flags=re.M))


@pytest.fixture(scope="module", params=OTHERS)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples in another language of the interface; the folder bears its code."""
    made = tmp_path_factory.mktemp("site") / str(request.param)
    settings = read_settings(EXAMPLES / "edition.toml")
    build([EXAMPLES], made, replace(settings, interface_language=str(request.param)))
    return made


def page(site: Path, name: str) -> html.HtmlElement:
    return html.fromstring((site / "html" / f"{name}.html").read_bytes())


def written(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What is written in each element and as its label, and the language it is said to be in."""
    for e in root.iter(etree.Element):
        near = e.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
        for text in (e.text, e.get("aria-label")):
            if text and text.strip():
                yield " ".join(text.split()), str(near)


def test_no_page_has_an_english_word_of_the_interface_left(site: Path) -> None:
    own = set(words(site.name).values())
    english = {word for word in words("en").values() if len(word) > 3} - own
    english -= {word for key, word in words("en").items() if key.startswith("month-")}
    pages = [html.fromstring(path.read_bytes()) for path in (site / "html").rglob("*.html")]
    for div in [div for root in pages for div in root.iter("div") if div.get("class") == "guide"]:
        div.clear()  # the guide to the encoding is in English, whatever the interface
    left = {text for root in pages for text, _ in written(root) if text in english}
    assert len(pages) > 20
    assert left == set()


def test_each_word_of_the_interface_is_said_to_be_in_its_language(site: Path) -> None:
    own = {word for key, word in words(site.name).items() if not key.startswith("month-")}
    said = [
        (text, language)
        for path in (site / "html").rglob("*.html")
        for text, language in written(html.fromstring(path.read_bytes()))
        if text in own
    ]
    assert len(said) > 100
    assert {language for _, language in said} == {site.name}


SAID = {"de": ("12. März 1938", "an"), "ru": ("12 марта 1938", "— адресат:")}


def test_dates_follow_the_interface_and_titles_the_text(site: Path) -> None:
    dated, to = SAID[site.name]
    entry, contents, letter = page(site, ENTRY), page(site, "index"), page(site, LETTER)
    assert entry.xpath("string(//title)") == "12 March 1938 · The Aldersen Diaries: Volume 1"
    assert entry.xpath("string(//p[@class = 'dated'])") == dated
    assert dated in contents.xpath("//span[@class = 'when']/text()")
    assert str(letter.xpath("string(//span[@class = 'to'])")).strip() == to
    volume = entry.xpath("//nav[@class = 'trail']/span[@class = 'step']/@lang")
    assert volume == ["en"]


def test_the_text_edition_speaks_the_language_of_the_interface(site: Path) -> None:
    said = words(site.name)
    entry = (site / "text" / "reading" / f"{ENTRY}.txt").read_text("utf-8")
    letter = (site / "text" / "reading" / f"{LETTER}.txt").read_text("utf-8")
    for key, text in (("commentary", entry), ("notes", entry), ("translation", letter)):
        assert said[key] in text
        assert words("en")[key] not in text
    bibliography = (site / "text" / "bibliography.txt").read_text("utf-8")
    assert bibliography.startswith(said["bibliography"])
    assert said["unnamed-archive"] in bibliography


def test_every_page_of_the_site_finds_its_assets(built_site: Path) -> None:
    pages = sorted((built_site / "html").rglob("*.html"))
    assert pages
    for path in pages:
        root = html.fromstring(path.read_bytes())
        links = [e for e in root.iter("link") if e.get("rel") == "stylesheet"]
        scripts = [e for e in root.iter("script") if e.get("src")]
        loaded = [e.get("href") or e.get("src") for e in (*links, *scripts)]
        assert loaded
        assert [name for name in loaded if not (path.parent / str(name)).is_file()] == []
