"""The settings of the site: addresses, images, colours; those that can be used and those not."""

import re
from pathlib import Path

import pytest
from lxml import etree

from converter.initial import initial_settings
from converter.pages import read
from converter.problems import Refused
from converter.resources import assets
from converter.settings import Settings, read_settings
from converter.site.addresses import filled, origin, page_in
from converter.site.colours import ENOUGH, OURS, contrast, stylesheet, too_faint
from converter.site.facsimiles import images

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def settings_from(folder: Path, *lines: str) -> Settings:
    path = folder / "edition.toml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return read_settings(path)


@pytest.mark.parametrize(
    "line",
    [
        'base_url = "vik.example.org"',
        'base_url = "ftp://vik.example.org"',
        'base_url = "https://vik.example.org/?a=1"',
        'base_url = "https://me:secret@vik.example.org"',
        'page_address = "https://archive.example.org/documents"',
        'page_address = "https://archive.example.org/{number}"',
        'page_address = "archive/{id}"',
        'facsimile = "images/{volume}.jpg"',
        'facsimile = "images/{page}-{leaf}.jpg"',
        'facsimile = "javascript:{page}"',
        'facsimile = "images/{page!r}.jpg"',
        "facsimile = 7",
        "imprint = 7",
        'colours = "red"',
        "colours = { bright = {} }",
        'colours = { light = { accent = "red" } }',
        'colours = { light = { accents = "#112233" } }',
    ],
)
def test_a_setting_of_the_site_that_cannot_be_used_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(Refused) as refused:
        settings_from(tmp_path, 'title = "Lamps"', line)
    problem = refused.value.problem
    assert problem.code == "settings-wrong-value"
    assert (problem.place.line, problem.place.column) == (2, 1)


def test_colours_that_cannot_be_read_are_refused_with_their_contrast(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        settings_from(tmp_path, "[colours]", 'light = { accent = "#d8a0a0" }')
    assert refused.value.problem.code == "colours-too-faint"
    assert ":1:1: error: in light colours, 'accent' on 'mark'" in str(refused.value.problem)


def test_a_key_nearly_right_is_told_the_right_one(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        settings_from(tmp_path, 'base_ulr = "https://vik.example.org"')
    assert "did you mean 'base_url'?" in str(refused.value.problem)


def test_settings_of_the_site_are_read(tmp_path: Path) -> None:
    settings = settings_from(
        tmp_path,
        'base_url = "https://vik.example.org/"',
        'facsimile = "scans/{page}.jpg"',
        'colours = { dark = { accent = "#ffcc99" } }',
        'imprint = "Harbour Society"',
    )
    assert settings.facsimile is not None
    assert settings.facsimile.folder == tmp_path
    assert not settings.facsimile.on_the_web
    assert page_in(settings.base_url, "a/b") == "https://vik.example.org/a/b.html"


def test_every_setting_that_init_writes_as_an_example_can_be_used(tmp_path: Path) -> None:
    page = EXAMPLES / "diary" / "1938-07-17.txt"
    text = initial_settings([read(page.read_bytes(), str(page))])
    shown = dict(re.findall(r"^(?:# )?([a-z_]+) = (.+)$", text, flags=re.M))
    assert set(shown) == set(Settings.__dataclass_fields__)
    shown["publisher"] = '"Harbour Society"'
    settings = settings_from(tmp_path, *(f"{key} = {value}" for key, value in shown.items()))
    assert settings.base_url == "https://your-edition.example.org"


def test_the_colours_of_the_table_are_those_of_the_stylesheet_and_can_be_read() -> None:
    css = assets()["edition.css"].read_text("utf-8")
    for scheme in OURS.values():
        for colour in scheme.values():
            assert colour in css
    assert list(too_faint({})) == []


def test_contrast_is_that_of_the_guidelines() -> None:
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert contrast("#767676", "#ffffff") > ENOUGH


def test_the_stylesheet_of_colours_has_both_schemes_of_what_is_changed() -> None:
    css = stylesheet({"light": {"accent": "#00356b"}})
    assert "--accent: light-dark(#00356b, #e3a27f);" in css
    assert "--paper" not in css


def test_what_goes_into_an_address_is_written_as_addresses_are() -> None:
    pattern = "https://archive.example.org/{shelfmark}?t={title}"
    facts = {"shelfmark": "ф. 12/3", "title": "A & B"}
    assert filled(pattern, facts) == "https://archive.example.org/%D1%84.%2012%2F3?t=A%20%26%20B"
    assert filled(pattern, {"shelfmark": "1"}) == ""


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://IIIF.example.org/a/{page}.jpg", "https://IIIF.example.org"),
        ("https://iiif.example.org;script-src/a.jpg", ""),
        ("facsimiles/108.jpg", ""),
    ],
)
def test_a_policy_names_a_host_and_nothing_else(address: str, host: str) -> None:
    assert origin(address) == host


def test_a_stray_brace_in_a_pattern_is_a_brace(tmp_path: Path) -> None:
    settings = settings_from(tmp_path, 'facsimile = "a}/{page}.jpg"')
    assert settings.facsimile is not None
    root = etree.fromstring(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><pb n="7"/><pb n="../7"/></TEI>'
    )
    (image,) = images(settings.facsimile, "volume/entry", root)
    assert image.file == tmp_path / "a}" / "7.jpg"
    assert image.address == "facsimiles/7.jpg"
