"""Persons, places, calendars and contents in a browser: what leads where, by mouse and by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from converter.diary_calendar import Dated, diary_calendar, is_diary, year
from converter.holdings import Holdings
from converter.markup import TEI
from converter.matching import ListedPage, holdings
from converter.render import Renderer
from converter.settings import Settings
from converter.summary import Summary

DIARY = "the-aldersen-diaries-volume-1"
LISTS = ["persons.html", "places.html", "index.html", f"{DIARY}/calendar.html"]
WIDE, NARROW = 1280, 390


def facts(when: str, title: str, kind: str = "diary-entry") -> Summary:
    return Summary(f"diary_{when}", kind, "Harbour Diary", title, when, ("Vik, Ole",), (), 0, "en")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": WIDE, "height": 900})
    yield opened
    opened.close()


def show(page: Page, site: Path, name: str) -> None:
    page.goto((site / "html" / name).as_uri())


# ---------------------------------------------------------------- calendar


@pytest.mark.browser
def test_a_day_of_the_calendar_leads_to_its_entry(page: Page, built_site: Path) -> None:
    show(page, built_site, f"{DIARY}/calendar.html")
    page.get_by_role("link", name="12 March 1938").click()
    expect(page).to_have_url((built_site / "html" / DIARY / "1938-03-12.html").as_uri())


@pytest.mark.browser
def test_the_calendar_is_walked_through_by_keys(page: Page, built_site: Path) -> None:
    show(page, built_site, f"{DIARY}/calendar.html")
    day = page.get_by_role("link", name="2 November 1937")
    page.get_by_role("navigation", name="Years").get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(day).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url((built_site / "html" / DIARY / "1937-11-02.html").as_uri())


@pytest.mark.browser
def test_two_documents_of_one_day_have_a_link_each(page: Page, built_site: Path) -> None:
    show(page, built_site, f"{DIARY}/calendar.html")
    cell = page.get_by_role("cell", name="14 March 1938")
    expect(cell.get_by_role("link")).to_have_count(2)
    cell.get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Conversation with Aebi")


@pytest.mark.browser
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_fits_the_window_and_can_be_read_without_script(
    browser: Browser, built_site: Path, name: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    show(page, built_site, name)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main a:visible").first).to_be_visible()
    boxes = [box for each in page.locator("main, table").all() if (box := each.bounding_box())]
    assert boxes
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
    context.close()


@pytest.fixture(scope="module")
def invented_calendar() -> html.HtmlElement:
    """A month with two documents on one day, a missing day, and what has no day."""
    documents = [
        (facts("1938-02-28", "28 February"), "1938-02-28.html"),
        (facts("1938-02-28", "Talk with Brandt", "conversation"), "talk.html"),
        (facts("1938-03", "A walk", "document"), "walk.html"),
        (facts("", "Loose leaf", "document"), "leaf.html"),
    ]
    held = Holdings(
        "Harbour Diary",
        missing=("1 February", "Some time in spring"),
        missing_days=("1938-02-01", ""),
    )
    tei = diary_calendar(documents, held, Settings())
    return html.fromstring(Renderer().html(tei, path="calendar", strict=True).text)


def test_a_month_begins_on_its_weekday_and_has_all_its_days(
    invented_calendar: html.HtmlElement,
) -> None:
    (table,) = invented_calendar.iter("table")
    assert table.findtext("caption") == "February 1938"
    rows = [[cell.text_content().split(",")[0] for cell in row] for row in table.find("tbody")]
    assert rows[0][date(1938, 2, 1).weekday()].startswith("1")
    assert [len(row) for row in rows] == [7] * 5
    days = [cell.split()[0] for row in rows for cell in row if cell.strip()]
    assert days == [str(day) for day in range(1, 29)]


def test_a_missing_day_says_so_in_a_word_and_is_no_link(
    invented_calendar: html.HtmlElement,
) -> None:
    (table,) = invented_calendar.iter("table")
    missing = table.xpath(".//td[span[@class='lacks']]")
    assert [cell.text_content() for cell in missing] == ["1, not here yet"]
    assert missing[0].find(".//a") is None


def test_what_has_no_day_stands_below_its_year_or_behind_all(
    invented_calendar: html.HtmlElement,
) -> None:
    by_year, undated = invented_calendar.find_class("no-day")
    assert [a.get("href") for a in by_year.iter("a")] == ["walk.html"]
    assert [a.get("href") for a in undated.iter("a")] == ["leaf.html"]
    assert "Some time in spring not here yet" in " ".join(undated.text_content().split())


def test_a_volume_of_letters_has_no_calendar() -> None:
    assert is_diary([(facts("1938-02-28", "28 February"), "x")])
    assert not is_diary([(facts("1938-02-28", "To Brandt", "letter"), "x")])
    assert not is_diary([(facts("1938", "A year"), "x")])


def test_a_date_that_no_calendar_has_stands_among_what_has_no_day() -> None:
    made = year("1938", [Dated("1938-02-30", "30 February", "diary-entry", "x.html")])
    assert [div.get("type") for div in made.iter(f"{{{TEI}}}div")] == ["year", "no-day"]


def test_the_days_of_missing_entries_are_counted_from_the_documents_here() -> None:
    listed = ("30 December", "31 December", "2 January")
    page = ListedPage("diary/1937-12-30", "Diary", "30 December", "1937-12-30", "Diary", listed)
    found, _ = holdings("Diary", [page])
    assert found.missing == ("31 December", "2 January")
    assert found.missing_days == ("1937-12-31", "1938-01-02")


# ---------------------------------------------------------------- persons and places


@pytest.mark.browser
def test_a_name_in_the_text_leads_to_the_person_and_back(page: Page, built_site: Path) -> None:
    show(page, built_site, f"{DIARY}/1938-03-12.html")
    page.locator("main .p").get_by_role("link", name="Slezak").first.click()
    expect(page).to_have_url((built_site / "html/persons.html").as_uri() + "#slezak-leo")
    person = page.locator("#slezak-leo")
    expect(person).to_contain_text("Slezak, Leo")
    expect(person).to_contain_text("tenor of the Vienna opera")
    person.get_by_role("link", name="12 March 1938").last.click()
    expect(page.locator(":target")).to_contain_text("Slezak")


@pytest.mark.browser
def test_a_correspondent_has_the_letters_written_and_received(page: Page, built_site: Path) -> None:
    show(page, built_site, "persons.html")
    person = page.locator("#ozerov-pavel-andreevich")
    written, received = person.locator(".places").all()
    expect(written).to_contain_text("Letters written")
    expect(written.get_by_role("link")).to_have_count(5)
    expect(received.get_by_role("link")).to_have_count(1)
    received.get_by_role("link", name="30 April 1937").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hallier")


@pytest.mark.browser
def test_the_alphabet_leads_to_a_letter_by_keys(page: Page, built_site: Path) -> None:
    show(page, built_site, "persons.html")
    page.get_by_role("navigation", name="Letters of the alphabet").get_by_role(
        "link", name="O"
    ).focus()
    page.keyboard.press("Enter")
    expect(page.locator("h2:target")).to_have_text("O")


@pytest.mark.browser
def test_a_place_leads_to_the_letters_that_were_written_there(page: Page, built_site: Path) -> None:
    show(page, built_site, "places.html")
    page.locator("#place-skarv").get_by_role("link", name="17 January 1937").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Telegram")


@pytest.mark.browser
def test_contents_and_lists_lead_to_each_other(page: Page, built_site: Path) -> None:
    show(page, built_site, "index.html")
    page.get_by_role("link", name="Persons").click()
    page.get_by_role("link", name="Places").click()
    page.get_by_role("link", name="Bibliography").click()
    page.get_by_role("link", name="Persons").click()
    page.get_by_role("link", name="Contents").click()
    page.get_by_role("link", name="Calendar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Calendar")
    page.get_by_role("link", name="Places").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Places")


@pytest.mark.parametrize("name", LISTS)
def test_every_link_of_a_list_leads_somewhere(built_site: Path, name: str) -> None:
    file = built_site / "html" / name
    links = [a.get("href", "") for a in parsed(file).iter("a") if a.get("href")]
    assert links
    for link in links:
        path, _, fragment = link.partition("#")
        if path.startswith("http"):
            continue
        target = (file.parent / path).resolve() if path else file
        assert target.is_file(), link
        assert not fragment or parsed(target).xpath("//*[@id = $id]", id=fragment), link


def test_a_volume_is_listed_with_its_years_and_how_much_of_it_is_here(built_site: Path) -> None:
    (volumes,) = parsed(built_site / "html/index.html").find_class("volumes")
    assert [" ".join(item.text_content().split()) for item in volumes] == [
        "Letters of P. A. Ozerov: Volume 2 1936–1938, 6 documents",
        "The Aldersen Diaries: Volume 1 1937–1938, 15 documents",
    ]


def parsed(file: Path) -> html.HtmlElement:
    found = html.fromstring(file.read_bytes())
    assert isinstance(found, html.HtmlElement)
    return found
