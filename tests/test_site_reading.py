"""Reading in a browser: notes, folds, two sections, keys, colours, addresses of places, paper."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import program
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

WIDE, NARROW = 1280, 390
ENTRY = "the-aldersen-diaries-volume-1/1938-03-12"
LETTER = "letters-of-p-a-ozerov-volume-2/1936-02-12-p-a-ozerov-to-v-a-ozerova"

pytestmark = pytest.mark.browser
both_widths = pytest.mark.parametrize("width", [WIDE, NARROW])
Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, built_site: Path) -> Iterator[Opened]:
    """``opened(page, width, …)``: a page of the examples in a browser that remembers nothing."""
    contexts: list[BrowserContext] = []

    def one(name: str, width: int = WIDE, at: str = "", **wishes: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **wishes)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto((built_site / "html" / f"{name}.html").as_uri() + at)
        return page

    yield one
    for context in contexts:
        context.close()


def reference(page: Page, note: str) -> Locator:
    return page.locator(f"#{note}-ref")


def window_of(page: Page) -> Locator:
    return page.locator(".note-window")


def is_inside(page: Page, element: Locator) -> bool:
    """Whether nothing of an element lies beyond the edges of the screen."""
    box, size = element.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size["width"]
        and box["y"] + box["height"] <= size["height"]
    )


# Notes


def test_a_note_opens_by_mouse_beside_its_reference_and_closes_by_a_click_elsewhere(
    opened: Opened,
) -> None:
    page = opened(ENTRY)
    reference(page, "n2").click()
    expect(window_of(page)).to_be_visible()
    expect(window_of(page)).to_have_accessible_name("Note 2")
    expect(window_of(page)).to_contain_text("Leo Slezak, tenor")
    assert "#n2" not in page.url
    page.locator("h1").click()
    expect(window_of(page)).to_be_hidden()


def test_a_note_opens_by_tap_and_stays_until_it_is_closed(opened: Opened) -> None:
    page = opened(ENTRY, NARROW, has_touch=True, is_mobile=True)
    reference(page, "n4").tap()
    expect(window_of(page)).to_contain_text("Skarv papers")
    assert is_inside(page, window_of(page))
    window_of(page).locator(".note-text").tap()
    expect(window_of(page)).to_be_visible()
    window_of(page).get_by_role("button", name="Close").tap()
    expect(window_of(page)).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_note_opens_by_key_and_escape_gives_the_focus_back(opened: Opened, key: str) -> None:
    page = opened(ENTRY)
    reference(page, "n3").focus()
    page.keyboard.press(key)
    expect(window_of(page)).to_be_visible()
    expect(window_of(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(window_of(page)).to_be_hidden()
    expect(reference(page, "n3")).to_be_focused()


def test_the_close_button_gives_the_focus_back(opened: Opened) -> None:
    page = opened(ENTRY)
    reference(page, "n1").click()
    window_of(page).get_by_role("button", name="Close").click()
    expect(window_of(page)).to_be_hidden()
    expect(reference(page, "n1")).to_be_focused()


def test_a_link_inside_a_note_can_be_reached_by_key_and_used(opened: Opened) -> None:
    page = opened(ENTRY)
    reference(page, "n4").press("Enter")
    link = window_of(page).get_by_role("link", name="This source in the bibliography")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/bibliography.html#*")


def test_tab_leaves_a_note_for_what_follows_its_reference(opened: Opened) -> None:
    page = opened(ENTRY)
    reference(page, "n2").press("Enter")
    for _ in range(4):  # the close button, the person, the list of notes, on
        page.keyboard.press("Tab")
    expect(window_of(page)).to_be_hidden()
    expect(page.locator("#p3 > .permalink")).to_be_focused()


def test_shift_and_tab_leave_a_note_for_its_reference(opened: Opened) -> None:
    page = opened(ENTRY)
    reference(page, "n2").press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(window_of(page)).to_be_hidden()
    expect(reference(page, "n2")).to_be_focused()


def test_one_note_is_open_at_a_time_and_a_second_press_closes_it(opened: Opened) -> None:
    page = opened(ENTRY)
    reference(page, "n3").click()
    reference(page, "n6").click()
    expect(window_of(page)).to_have_count(1)
    expect(window_of(page)).to_contain_text("Interview with J. H. Rask")
    reference(page, "n6").click()
    expect(window_of(page)).to_be_hidden()


@both_widths
def test_every_note_stays_on_the_screen_and_beside_its_reference(
    opened: Opened, width: int
) -> None:
    page = opened(ENTRY, width)
    for anchor in page.locator("a[role='doc-noteref']").all():
        anchor.press("Enter")
        expect(window_of(page)).to_be_visible()
        assert is_inside(page, window_of(page))
        called, shown = anchor.bounding_box(), window_of(page).bounding_box()
        assert called is not None
        assert shown is not None
        assert (
            called["y"] + called["height"] <= shown["y"]
            or called["y"] >= shown["y"] + shown["height"]
        )
        page.keyboard.press("Escape")


def test_no_id_stands_twice_while_a_note_is_open(opened: Opened) -> None:
    page = opened(ENTRY)
    reference(page, "n5").click()
    expect(window_of(page)).to_contain_text("[p. 641]")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_a_note_leads_to_its_place_in_the_list(opened: Opened) -> None:
    page = opened(ENTRY)
    reference(page, "n5").click()
    window_of(page).get_by_role("link", name="In the list of notes").click()
    expect(window_of(page)).to_be_hidden()
    expect(page.locator("li#n5")).to_be_in_viewport()
    assert page.url.endswith("#n5")


def test_a_note_is_said_in_its_own_language(opened: Opened) -> None:
    page = opened(LETTER)
    reference(page, "t-n1").click()
    expect(window_of(page).locator(".note-text")).to_have_attribute("lang", "ru")
    expect(window_of(page)).to_have_attribute("lang", "en")


def test_without_script_a_reference_leads_to_the_list_and_back(opened: Opened) -> None:
    page = opened(ENTRY, java_script_enabled=False)
    reference(page, "n2").click()
    assert page.url.endswith("#n2")
    expect(page.locator("li#n2")).to_be_in_viewport()
    page.get_by_role("link", name="Back to the text, note 2").click()
    assert page.url.endswith("#n2-ref")
    expect(page.get_by_role("combobox")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)


# Folds and sections


def test_commentary_is_open_folds_and_stays_folded_on_other_visits(opened: Opened) -> None:
    page = opened(ENTRY)
    words = page.locator("#p5")
    expect(words).to_be_visible()
    page.locator(".commentary summary").click()
    expect(words).to_be_hidden()
    page.reload()
    expect(words).to_be_hidden()
    page.locator(".commentary summary").press("Enter")
    expect(words).to_be_visible()
    page.reload()
    expect(words).to_be_visible()


def test_a_link_into_folded_commentary_unfolds_it(opened: Opened) -> None:
    page = opened(ENTRY)
    page.locator(".commentary summary").click()
    expect(page.locator("#p7")).to_be_hidden()
    page.goto(f"{page.url}#p7")
    expect(page.locator("#p7")).to_be_in_viewport()
    page.evaluate("location.hash = ''")
    page.reload()
    expect(page.locator("#p7")).to_be_hidden()


def test_paragraphs_of_both_sections_stand_level(opened: Opened) -> None:
    page = opened(LETTER)
    for number in range(1, 5):
        left, right = (page.locator(f"#{side}p{number}").bounding_box() for side in ("", "t-"))
        assert left is not None
        assert right is not None
        assert left["y"] == pytest.approx(right["y"], abs=1)
        assert left["x"] + left["width"] < right["x"]


@both_widths
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_one_section_can_be_read_alone_with_its_notes(
    opened: Opened, width: int, script: bool
) -> None:
    page = opened(LETTER, width, java_script_enabled=script)
    translation, transcription = page.locator("#p2"), page.locator("#t-p2")
    expect(translation).to_be_visible()
    expect(transcription).to_be_visible()
    page.get_by_label("Translation", exact=True).check()
    expect(transcription).to_be_hidden()
    expect(page.locator("#t-n1")).to_be_hidden()
    expect(page.locator("#n1")).to_be_visible()
    page.get_by_label("Transcription", exact=True).check()
    expect(translation).to_be_hidden()
    expect(page.locator("#n1")).to_be_hidden()
    expect(page.locator("#t-n1")).to_be_visible()
    box = transcription.bounding_box()
    assert box is not None
    assert abs(box["x"] + box["width"] / 2 - width / 2) < 12


def test_the_choice_of_a_section_is_remembered_and_a_link_to_the_other_shows_both(
    opened: Opened,
) -> None:
    page = opened(LETTER)
    page.get_by_label("Translation", exact=True).check()
    page.reload()
    expect(page.locator("#t-p2")).to_be_hidden()
    expect(page.get_by_label("Translation", exact=True)).to_be_checked()
    page.goto(f"{page.url}#t-p2")
    expect(page.locator("#t-p2")).to_be_in_viewport()
    expect(page.get_by_label("Both")).to_be_checked()


def test_on_a_narrow_screen_each_section_is_followed_by_its_notes(opened: Opened) -> None:
    page = opened(LETTER, NARROW)
    tops = [page.locator(at).bounding_box() for at in ("#p2", "#n1", "#t-p2", "#t-n1")]
    heights = [box["y"] for box in tops if box]
    assert len(heights) == 4
    assert heights == sorted(heights)


# Keys and colours


def test_arrow_keys_lead_to_the_next_document_and_back(opened: Opened) -> None:
    page = opened(ENTRY)
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/1938-03-14.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/1938-03-12.html")


@pytest.mark.parametrize("key", ["Control+ArrowRight", "Shift+ArrowRight", "Control+Shift+?"])
def test_a_key_with_another_is_left_to_the_browser(opened: Opened, key: str) -> None:
    page = opened(ENTRY)
    page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("performance.getEntriesByType('navigation').length") == 1
    assert page.url.endswith("1938-03-12.html")


def test_no_key_is_taken_from_who_writes_chooses_or_reads_a_note(opened: Opened) -> None:
    page = opened(ENTRY)
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("textarea").press_sequentially("ab?")
    page.locator("textarea").press("ArrowRight")
    expect(page.locator("textarea")).to_have_value("ab?")
    page.locator("[data-colours] select").press("ArrowRight")
    reference(page, "n1").press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_hidden()
    expect(window_of(page)).to_be_visible()
    assert page.url.endswith("1938-03-12.html")


def test_a_question_mark_opens_the_list_of_keys_and_escape_closes_it(opened: Opened) -> None:
    page = opened(ENTRY)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    rows = dialog.locator("dl > div").all_inner_texts()
    said = [" ".join(row.split()) for row in rows]
    assert {"← Previous", "→ Next", "? Keys"} <= set(said)
    assert said[-1] == "Esc Closes a note or this window"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
    expect(dialog).to_be_visible()
    assert [" ".join(row.split()) for row in dialog.locator("dl > div").all_inner_texts()] == said


def test_keys_can_be_turned_off_for_all_pages(opened: Opened) -> None:
    page = opened(ENTRY)
    page.keyboard.press("?")
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_label("Use these keys")).not_to_be_checked()


PAPER = "getComputedStyle(document.body).backgroundColor"


def brightness(page: Page) -> int:
    return sum(int(number) for number in re.findall(r"\d+", page.evaluate(PAPER))[:3])


@pytest.mark.parametrize("device", ["light", "dark"])
def test_colours_follow_the_device_until_the_reader_chooses(opened: Opened, device: str) -> None:
    page = opened(ENTRY, color_scheme=device)
    assert (brightness(page) > 400) == (device == "light")
    other = "dark" if device == "light" else "light"
    page.get_by_label("Colours").select_option(other)
    assert (brightness(page) > 400) == (other == "light")
    page.keyboard.press("Tab")
    page.reload()
    assert (brightness(page) > 400) == (other == "light")
    expect(page.get_by_label("Colours")).to_have_value(other)
    page.get_by_label("Colours").select_option("auto")
    assert (brightness(page) > 400) == (device == "light")


# Addresses of places


def test_each_paragraph_note_and_page_has_an_address_to_press(opened: Opened) -> None:
    page = opened(ENTRY)
    without = page.evaluate("""
        [...document.querySelectorAll('.section .p[id], li.note[id], .page-break[id]')]
            .filter(e => !e.querySelector(`a[href="#${e.id}"]`)).map(e => e.id)""")
    assert page.locator(".permalink").count() >= 13
    assert without == []


@pytest.mark.parametrize(
    ("place", "link"),
    [
        ("p2", "#p2 > .permalink"),
        ("n4", "#n4 > .permalink"),
        ("pb-109", "#pb-109 > .page-mark"),
    ],
)
def test_an_address_that_is_pressed_is_copied_whole(opened: Opened, place: str, link: str) -> None:
    page = opened(ENTRY, permissions=["clipboard-read", "clipboard-write"])
    page.locator(link).focus()
    expect(page.locator(link)).to_be_visible()
    page.locator(link).press("Enter")
    expect(page.locator("p.spoken")).to_have_text("Address copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert copied.startswith("file:///")
    assert copied.endswith(f".html#{place}")
    expect(page.locator("p.spoken")).to_be_empty()


# The setting of the text


def test_a_line_of_the_text_has_sixty_to_seventy_characters(opened: Opened) -> None:
    page = opened(ENTRY)
    lengths = page.locator("#p2").evaluate("""e => {
        const lines = new Map();
        const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            for (let i = 0; i < walker.currentNode.length; i += 1) {
                const range = document.createRange();
                range.setStart(walker.currentNode, i);
                range.setEnd(walker.currentNode, i + 1);
                const top = Math.round(range.getBoundingClientRect().top / 10);
                lines.set(top, (lines.get(top) || 0) + 1);
            }
        }
        return [...lines.values()].slice(0, -1);
    }""")
    assert len(lengths) > 5
    assert 58 <= sum(lengths) / len(lengths) <= 72


def test_several_values_of_a_label_stand_close_together(opened: Opened) -> None:
    """However many lines the label takes: it is made a long one here."""
    page = opened(ENTRY)
    gaps = page.locator(".details dl").evaluate("""list => {
        const row = [...list.children].find(row => row.querySelectorAll('dd').length > 1);
        row.querySelector('dt').textContent = 'A label that runs over more than two lines of it';
        const boxes = [...row.querySelectorAll('dd')].map(e => e.getBoundingClientRect());
        return boxes.slice(1).map((box, i) => box.top - boxes[i].bottom);
    }""")
    assert gaps
    assert all(abs(gap) < 1 for gap in gaps)


# Paper


def on_paper(page: Page, tmp_path: Path) -> str:
    """What a reader finds printed, in the order of the paper."""
    file = tmp_path / "printed.pdf"
    page.pdf(path=file, format="A4", prefer_css_page_size=True)
    run = [str(program("pdftotext")), "-layout", str(file), "-"]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    return " ".join(said.split())


def test_paper_has_the_pages_and_the_notes_and_the_folded_commentary(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened(ENTRY, color_scheme="dark")
    page.locator(".commentary summary").click()
    printed = on_paper(page, tmp_path)
    for mark in ("[p. 108]", "[p. 109]", "[p. 111]"):
        assert mark in printed
    assert "Editor’s commentary".upper() in printed
    assert "tenor of the Vienna opera" in printed
    assert printed.index("full of young men with skis") < printed.index("2. Leo Slezak")
    for button in ("Colours", "Previous", "Read on", "¶", "↩"):
        assert button not in printed
    assert page.locator(".commentary details").get_attribute("open") is None


def test_paper_has_the_notes_of_each_section_behind_it(opened: Opened, tmp_path: Path) -> None:
    printed = on_paper(opened(LETTER), tmp_path)
    order = ["My dear Vera", "Marta Hansen, landlady", "Милая моя Вера", "Марта Хансен, хозяйка"]
    assert [printed.index(words) for words in order] == sorted(map(printed.index, order))


def test_paper_bears_the_published_address_at_its_foot(opened: Opened, tmp_path: Path) -> None:
    page = opened(ENTRY, java_script_enabled=True)
    page.evaluate("""
        document.head.insertAdjacentHTML('beforeend',
            '<link rel="canonical" href="https://ed.example/1938-03-12.html">');
        const again = document.createElement('script');
        again.src = '../assets/address.js';
        document.head.append(again);
        new Promise(done => again.addEventListener('load', done))""")
    assert "https://ed.example/1938-03-12.html" in on_paper(page, tmp_path)
