"""A reader's annotations in a browser: made, kept, found again, exported, imported, by any hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from calling import documents_of
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_annotations import passages

from converter.annotations.anchoring import Letters, Missing, find, quoted
from converter.annotations.passages import Passages
from converter.xml_files import read_xml

ENTRY = "the-aldersen-diaries-volume-1/1938-03-12"
OTHER = "the-aldersen-diaries-volume-1/1938-03-14"
PASSAGE = "I asked him to lunch."

pytestmark = pytest.mark.browser

SELECT = """(words) => {
    const walker = document.createTreeWalker(
        document.querySelector('main article'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at >= 0) {
            node.parentElement.scrollIntoView({ block: 'center' });
            document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
            return;
        }
    }
    throw new Error('not on this page: ' + words);
}"""
DRAWN = """(kind) => [...(CSS.highlights.get('annotation-' + kind) || [])].map(String).join('|')"""


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile: nothing is kept in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def opened(reader: BrowserContext, site: Path, name: str = ENTRY) -> Page:
    page = reader.new_page()
    page.goto((site / "html" / f"{name}.html").as_uri())
    return page


def wanted(page: Page) -> None:
    """Has the scripts of annotations fetched, as a reader does who comes to a paragraph."""
    page.locator("main article a").first.focus()
    # The last of them puts the panel there; to wait for an expression, the policy forbids.
    page.locator("main > [data-annotations-panel]").wait_for()


def chosen(page: Page, words: str) -> None:
    """Selects words of the text and waits for the toolbar."""
    page.evaluate(SELECT, words)
    expect(toolbar(page)).to_be_visible()


def toolbar(page: Page) -> Any:
    return page.get_by_role("group", name="Annotate what is selected")


def highlight(page: Page, words: str, act: str = "Highlight") -> None:
    chosen(page, words)
    toolbar(page).get_by_role("button", name=act).click()


def note(page: Page, words: str, said: str, tags: str = "") -> None:
    highlight(page, words, "Note")
    page.get_by_role("dialog").get_by_label("Note").fill(said)
    page.get_by_role("dialog").get_by_label("Tags").fill(tags)
    page.get_by_role("dialog").get_by_role("button", name="Save").click()


def entries(page: Page) -> Any:
    return page.locator(".annotation-entry")


def exported(page: Page, folder: Path) -> dict[str, Any]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export").click()
    waiting.value.save_as(folder / "annotations.jsonld")
    data: dict[str, Any] = json.loads((folder / "annotations.jsonld").read_bytes())
    return data


# ---------------------------------------------------------------- making and keeping


def test_a_highlight_stays_when_the_page_is_loaded_again(
    reader: BrowserContext, built_site: Path
) -> None:
    page = opened(reader, built_site)
    highlight(page, PASSAGE)
    expect(entries(page)).to_have_count(1)
    assert page.evaluate(DRAWN, "highlight") == PASSAGE
    page.reload()
    assert page.evaluate(DRAWN, "highlight") == PASSAGE
    expect(entries(page).locator(".passage")).to_have_text(PASSAGE)
    expect(page.get_by_role("link", name="Your annotations (1)")).to_be_visible()


def test_a_note_with_tags_is_written_changed_and_deleted(
    reader: BrowserContext, built_site: Path
) -> None:
    page = opened(reader, built_site)
    note(page, PASSAGE, "Where?", "lunch, Wessely")
    expect(entries(page).locator(".notes-of-reader")).to_have_text("Where?")
    expect(entries(page).locator(".tags li")).to_have_text(["lunch", "Wessely"])
    entries(page).get_by_role("button", name="Change").click()
    page.get_by_role("dialog").get_by_label("Note").fill("At the Schweizerhof?")
    page.keyboard.press("Control+Enter")
    expect(entries(page).locator(".notes-of-reader")).to_have_text("At the Schweizerhof?")
    page.on("dialog", lambda dialog: dialog.accept())
    entries(page).get_by_role("button", name="Delete").click()
    expect(entries(page)).to_have_count(0)
    page.reload()
    expect(entries(page)).to_have_count(0)


def test_a_click_on_an_annotated_passage_opens_its_note_and_a_link_in_it_stays_a_link(
    reader: BrowserContext, built_site: Path
) -> None:
    page = opened(reader, built_site)
    note(page, "What does one do? I asked him to lunch. He ate", "A question")
    box = page.evaluate("""() => {
        const [range] = CSS.highlights.get('annotation-note');
        const { x, y, height } = range.getBoundingClientRect();
        return { x: x + 20, y: y + height / 2 };
    }""")
    page.evaluate("document.getSelection().removeAllRanges()")
    page.mouse.click(box["x"], box["y"])
    expect(page.get_by_role("dialog").get_by_label("Note")).to_have_value("A question")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator("#pb-108 a").click()
    assert page.url.endswith("#pb-108")


def test_what_the_page_adds_is_no_part_of_a_passage(
    reader: BrowserContext, built_site: Path, tmp_path: Path
) -> None:
    page = opened(reader, built_site)
    page.evaluate("""() => {
        const range = document.createRange();
        range.selectNodeContents(document.getElementById('p3'));
        document.getSelection().removeAllRanges();
        document.getSelection().addRange(range);
    }""")
    expect(toolbar(page)).to_be_visible()
    toolbar(page).get_by_role("button", name="Bookmark").click()
    (item,) = exported(page, tmp_path)["first"]["items"]
    exact = item["target"]["selector"][0]["exact"]
    assert exact.startswith("What does one do? I asked")
    assert "about Slezak, kissed" in exact
    assert exact.endswith("It might have been winter.")
    assert item["motivation"] == ["bookmarking"]


# ---------------------------------------------------------------- by keyboard, by touch


def test_the_keyboard_alone_annotates_a_paragraph(reader: BrowserContext, built_site: Path) -> None:
    page = opened(reader, built_site)
    page.locator("#p4 .permalink").focus()
    expect(page.get_by_role("button", name="Annotate", exact=True)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Annotate", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(toolbar(page).get_by_role("button", name="Highlight")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("Much moved")
    page.keyboard.press("Control+Enter")
    expect(entries(page).locator(".notes-of-reader")).to_have_text("Much moved")
    assert page.evaluate(DRAWN, "note").startswith("Telegraphed to Harnsund")
    expect(page.get_by_role("button", name="Annotate", exact=True)).to_be_focused()


def test_tab_leads_from_a_selection_to_the_toolbar_and_escape_closes_it(
    reader: BrowserContext, built_site: Path
) -> None:
    page = opened(reader, built_site)
    chosen(page, PASSAGE)
    page.keyboard.press("Tab")
    expect(toolbar(page).get_by_role("button", name="Highlight")).to_be_focused()
    page.keyboard.press("Escape")
    expect(toolbar(page)).to_be_hidden()
    expect(entries(page)).to_have_count(0)


def test_a_finger_annotates_at_the_foot_of_the_window(browser: Browser, built_site: Path) -> None:
    phone = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    page = opened(phone, built_site)
    chosen(page, PASSAGE)
    box = toolbar(page).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(800, abs=2)
    toolbar(page).get_by_role("button", name="Highlight").tap()
    expect(entries(page)).to_have_count(1)
    assert page.evaluate(DRAWN, "highlight") == PASSAGE
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    phone.close()


# ---------------------------------------------------------------- all documents


def test_the_page_of_all_annotations_finds_filters_and_leads_to_the_passage(
    reader: BrowserContext, built_site: Path
) -> None:
    note(opened(reader, built_site), PASSAGE, "Where?", "lunch")
    page = opened(reader, built_site, OTHER)
    note(page, page.evaluate("document.getElementById('p1').firstChild.data.slice(0, 20)"),
         "Unsure", "weather")  # fmt: skip
    page.goto((built_site / "html" / "annotations.html").as_uri())
    expect(entries(page)).to_have_count(2)
    page.get_by_role("searchbox", name="Search").fill("where")
    expect(entries(page)).to_have_count(1)
    page.get_by_role("searchbox", name="Search").fill("")
    page.get_by_role("combobox", name="Tag").select_option("weather")
    expect(entries(page)).to_have_count(1)
    page.get_by_role("combobox", name="Tag").select_option("")
    entries(page).first.locator(".passage").click()
    expect(page.locator("#p3")).to_be_focused()
    assert page.evaluate(DRAWN, "place") == PASSAGE


def test_a_link_to_a_passage_unfolds_the_commentary_around_it(
    reader: BrowserContext, built_site: Path
) -> None:
    page = opened(reader, built_site)
    highlight(page, "Brandis wished to protest at once")
    page.evaluate("document.querySelectorAll('article details').forEach(e => { e.open = false; })")
    entries(page).locator(".passage").click()
    expect(page.locator("#p5")).to_be_focused()
    expect(page.locator("#p5")).to_be_in_viewport()


def test_what_is_exported_can_be_imported_in_another_browser_and_once_only(
    browser: Browser, reader: BrowserContext, built_site: Path, tmp_path: Path
) -> None:
    page = opened(reader, built_site)
    note(page, PASSAGE, "Where?", "lunch")
    highlight(page, "five chimneys")
    page.goto((built_site / "html" / "annotations.html").as_uri())
    page.get_by_label("Your name in exports").fill("Ida Holm")
    page.get_by_label("Your name in exports").blur()
    data = exported(page, tmp_path)
    assert data["type"] == "AnnotationCollection"
    assert data["total"] == 2
    first = data["first"]["items"][0]
    assert first["creator"] == {"type": "Person", "name": "Ida Holm"}
    assert first["target"]["source"] == f"{ENTRY}.html"
    assert [body["purpose"] for body in first["body"]] == ["commenting", "tagging"]
    elsewhere = browser.new_context()
    page = opened(elsewhere, built_site, "annotations")
    for said in ("Taken in: 2. Already here: 0.", "Taken in: 0. Already here: 2."):
        page.get_by_label("Import").set_input_files(tmp_path / "annotations.jsonld")
        expect(page.locator("main").get_by_role("status")).to_contain_text(said)
    expect(entries(page)).to_have_count(2)
    entries(page).first.locator(".passage").click()
    expect(page.locator("#p3")).to_be_focused()
    assert page.evaluate(DRAWN, "highlight") == "five chimneys"
    page.goto((built_site / "html" / "annotations.html").as_uri())
    (tmp_path / "no.json").write_text("{}", "utf-8")
    page.get_by_label("Import").set_input_files(tmp_path / "no.json")
    expect(page.locator("main").get_by_role("status")).to_contain_text(
        "This file has no annotations"
    )
    elsewhere.close()


def test_an_address_on_the_web_becomes_the_source_where_the_page_names_it(
    reader: BrowserContext, built_site: Path, tmp_path: Path
) -> None:
    page = opened(reader, built_site)
    highlight(page, PASSAGE)
    page.evaluate("""() => {
        document.querySelector('link[rel=canonical]')?.remove();
        const link = document.createElement('link');
        link.rel = 'canonical';
        link.href = 'https://amsel.example/diaries/the-aldersen-diaries-volume-1/1938-03-12.html';
        document.head.append(link);
    }""")
    (item,) = exported(page, tmp_path)["first"]["items"]
    assert item["target"]["source"] == f"https://amsel.example/diaries/{ENTRY}.html"
    quote, position = item["target"]["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert position["type"] == "TextPositionSelector"
    assert position["end"] - position["start"] == len(PASSAGE)


# ---------------------------------------------------------------- texts that changed


def changed_site(site: Path, folder: Path, old: str, new: str) -> Path:
    """One page of the site with other words in it, at an address of the same edition."""
    text = (site / "html" / f"{ENTRY}.html").read_text("utf-8")
    assert old in text
    place = folder / "html" / f"{ENTRY}.html"
    place.parent.mkdir(parents=True)
    place.write_text(text.replace(old, new), "utf-8")
    (folder / "html" / "assets").symlink_to(site / "html" / "assets")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "drawn", "state"),
    [
        ("A spring day", "It was a spring day", PASSAGE, ""),
        ("I asked him to lunch.", "I askd him to lunch.", "I askd him to lunch", "changed since"),
        ("I asked him to lunch.", "We went for a walk together.", "", "Not found"),
    ],
)
def test_in_a_text_that_changed_a_passage_is_found_or_reported(
    reader: BrowserContext, built_site: Path, tmp_path: Path, old: str, new: str, drawn: str,
    state: str,
) -> None:  # fmt: skip
    highlight(opened(reader, built_site), PASSAGE)
    page = opened(reader, changed_site(built_site, tmp_path, old, new))
    expect(entries(page)).to_have_count(1)
    assert page.evaluate(DRAWN, "highlight") == drawn
    shown = entries(page).locator(".state")
    if state:
        expect(shown).to_contain_text(state)
    else:
        expect(shown).to_be_hidden()


# ---------------------------------------------------------------- browsers that can less


def test_without_storage_annotations_last_as_long_as_the_page_and_it_says_so(
    reader: BrowserContext, built_site: Path
) -> None:
    reader.add_init_script("""Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('denied', 'SecurityError'); } });""")
    page = opened(reader, built_site)
    highlight(page, PASSAGE)
    expect(entries(page)).to_have_count(1)
    expect(page.get_by_text("This browser keeps nothing for this page")).to_be_visible()
    page.reload()
    expect(entries(page)).to_have_count(0)


def test_without_the_highlight_api_marks_are_put_around_the_words_and_the_text_stays(
    reader: BrowserContext, built_site: Path
) -> None:
    plain = opened(reader, built_site).locator("main article").inner_text()
    reader.add_init_script("delete window.Highlight;")
    page = opened(reader, built_site)
    highlight(page, "two stories about")
    highlight(page, "kissed Cecilie’s hand")
    expect(page.locator("mark.annotated")).to_have_text(
        ["two stories about", "kissed Cecilie’s hand"]
    )
    assert page.locator("main article").inner_text() == plain
    page.locator("#p3 .note-ref a").click()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("mark.annotated")).to_have_count(2)
    entries(page).first.get_by_role("button", name="Delete").click()
    expect(page.locator("mark.annotated")).to_have_text(["kissed Cecilie’s hand"])


def test_without_script_nothing_of_it_is_shown(browser: Browser, built_site: Path) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = opened(plain, built_site)
    expect(page.locator(".annotations")).to_have_count(0)
    page.goto((built_site / "html" / "annotations.html").as_uri())
    expect(page.get_by_text("Annotations need the script of this page")).to_be_visible()
    plain.close()


def test_two_windows_do_not_write_over_each_other(reader: BrowserContext, built_site: Path) -> None:
    one, two = opened(reader, built_site), opened(reader, built_site)
    highlight(one, PASSAGE)
    highlight(two, "five chimneys")
    expect(entries(one)).to_have_count(2)
    expect(entries(two)).to_have_count(2)


def test_annotating_asks_the_network_for_nothing(reader: BrowserContext, built_site: Path) -> None:
    page = opened(reader, built_site)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    note(page, PASSAGE, "Where?", "lunch")
    expect(entries(page)).to_have_count(1)
    # The browser asks for the page's icon when it likes.
    own = ("/html/assets/annotations", "/html/assets/icon.svg")
    assert [address for address in asked if not any(part in address for part in own)] == []
    assert all(address.startswith(built_site.as_uri()) for address in asked)
    assert said == []


# ---------------------------------------------------------------- one algorithm, written twice

READ = "window.edition.passages.read(document.querySelector('main article')).letters.only"


def test_a_page_and_its_tei_have_the_same_text(reader: BrowserContext, built_site: Path) -> None:
    page = reader.new_page()
    documents = documents_of(built_site)
    assert len(documents) > 20
    for path in documents:
        name = path.relative_to(built_site / "tei").with_suffix(".html")
        page.goto((built_site / "html" / name).as_uri())
        wanted(page)
        assert page.evaluate(READ) == Passages(read_xml(path).getroot()).letters.only, name


BOTH = """([text, start, end, changed]) => {
    const { letters, quoted, find } = window.edition.anchoring;
    const quote = quoted(letters(text), start, end);
    return [quote, find(letters(changed), quote)];
}"""


@pytest.fixture(scope="module")
def script(browser: Browser, built_site: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((built_site / "html" / f"{ENTRY}.html").as_uri())
    wanted(page)
    yield page
    page.close()


@given(passages(), passages())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_page_and_the_program_find_the_same_place(
    script: Page, passage: tuple[str, int, int], other: tuple[str, int, int]
) -> None:
    text, start, end = passage
    cut, first, last = other
    changed = text[: first % (len(text) + 1)] + cut[first:last] + text[first % (len(text) + 1) :]
    quote, there = script.evaluate(BOTH, [text, start, end, changed])
    mine = quoted(Letters(text), start, end)
    assert quote == {"exact": mine.exact, "prefix": mine.prefix, "suffix": mine.suffix}
    here = find(Letters(changed), mine)
    if isinstance(here, Missing):
        assert there == {"missing": here.value}
    else:
        assert there == {"start": here.start, "end": here.end, "changed": here.changed}


def test_a_character_of_two_units_is_one_position(script: Page) -> None:
    count = "(text) => window.edition.anchoring.codePoints(text, text.indexOf('mole'))"
    assert script.evaluate(count, "\N{PARTY POPPER}\N{PARTY POPPER} The mole") == 7
