"""What all pages of the site share: the ways between them, one icon, a header of two rows."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from calling import documents_of
from lxml import html
from playwright.sync_api import Browser, Page, expect
from site_checks import SitePage, pages
from test_render import found, parsed

from converter.diary_calendar import place, places_in_calendar
from converter.edition import build
from converter.output import Output
from converter.publish import Publisher
from converter.published_lists import publish_lists
from converter.render import Renderer
from converter.settings import read_settings
from converter.site.serving import serving
from converter.summary import Summary

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DIARY, LETTERS = "the-aldersen-diaries-volume-1", "letters-of-p-a-ozerov-volume-2"
ENTRY = f"{DIARY}/1938-03-12.html"
NARROW = {"width": 390, "height": 844}
WAYS = ["Contents", "Bibliography", "Persons", "Places", "Search", "Your annotations"]
ROWS = """ways => new Set([...ways.querySelectorAll('a, .step, .tools > :not([hidden])')]
    .filter(e => e.checkVisibility())
    .map(e => { const box = e.getBoundingClientRect(); return Math.round(box.top / 16); })).size"""

in_browser = pytest.mark.browser


@pytest.fixture(scope="module")
def lists(built_site: Path) -> list[SitePage]:
    """Every page of the examples' site that is no document."""
    documents = {path.stem for path in documents_of(built_site)}
    return [page for page in pages(built_site / "html") if page.path.stem not in documents]


@pytest.fixture(scope="module", params=["en", "de", "ru"])
def site_in(
    request: pytest.FixtureRequest, built_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The examples' site in each language of the interface."""
    if request.param == "en":
        return built_site / "html"
    folder = tmp_path_factory.mktemp(request.param)
    settings = read_settings(EXAMPLES / "edition.toml")
    build([EXAMPLES], folder, replace(settings, interface_language=request.param))
    return folder / "html"


# ---------------------------------------------------------------- the ways


def ways(page: SitePage) -> list[html.HtmlElement]:
    return list(page.root.xpath("//header[@class = 'ways']/nav[@class = 'pages']/a"))


def test_every_page_that_is_no_document_leads_to_all_others_in_one_order(
    lists: list[SitePage],
) -> None:
    names = {page.path.stem for page in lists}
    assert names == {
        "index", "bibliography", "persons", "places", "calendar", "search", "annotations",
        "encoding",
    }  # fmt: skip
    of_their_own = {"Calendar", "Encoding"}  # named only where one is
    for page in lists:
        said = [a.text_content() for a in ways(page) if a.text_content() not in of_their_own]
        assert said == WAYS, page.name


def test_the_page_itself_is_marked_among_them(lists: list[SitePage]) -> None:
    for page in lists:
        (here,) = [a for a in ways(page) if a.get("aria-current")]
        assert here.get("aria-current") == "page"
        assert (page.path.parent / unquote(here.get("href", ""))).resolve() == page.path.resolve()


def test_every_such_page_offers_the_choice_of_colours(lists: list[SitePage]) -> None:
    assert [page.name for page in lists if not page.root.xpath("//header//*[@data-colours]")] == []


def test_no_list_leads_to_one_that_could_not_be_made(built_site: Path, tmp_path: Path) -> None:
    tei = {name: (built_site / f"tei/{name}.xml").read_bytes() for name in ("persons", "places")}
    publisher = Publisher(Output.open(tmp_path), "en")
    problems = publish_lists(publisher, {"bibliography": b"<list/>", **tei})
    assert [problem.code for problem in problems] == ["render-not-tei"]
    for name in tei:
        page = SitePage(tmp_path / f"html/{name}.html", tmp_path / "html")
        shown = [a.get("href") for a in ways(page)]
        assert shown == ["index.html", "persons.html", "places.html", "annotations.html"]
    assert publisher.there() == "persons places annotations"


def test_a_list_that_stands_alone_leads_nowhere_and_has_its_colours(built_site: Path) -> None:
    tei = (built_site / "tei/persons.xml").read_bytes()
    root = parsed(Renderer().html(tei, path="persons.xml", home="").text)
    assert found(root, "//header[@class = 'ways']//a") == []
    assert len(found(root, "//header[@class = 'ways']//select")) == 1


# ---------------------------------------------------------------- the calendar


@in_browser
def test_an_entry_leads_to_its_own_day_in_the_calendar(browser: Browser, built_site: Path) -> None:
    page = browser.new_page()
    page.goto((built_site / "html" / ENTRY).as_uri())
    page.get_by_role("banner").get_by_role("link", name="Calendar").click()
    expect(page).to_have_url(
        (built_site / f"html/{DIARY}/calendar.html").as_uri() + "#d-1938-03-12"
    )
    page.locator("td:target").get_by_role("link").click()
    expect(page).to_have_url((built_site / "html" / ENTRY).as_uri())
    page.close()


def test_every_document_of_a_diary_has_a_place_in_its_calendar_and_no_letter(
    built_site: Path,
) -> None:
    calendar = SitePage(built_site / f"html/{DIARY}/calendar.html", built_site / "html")
    for tei in documents_of(built_site):
        page = built_site / "html" / tei.parent.name / f"{tei.stem}.html"
        root = parsed(page.read_text("utf-8"))
        led = found(root, "//a[starts-with(@href, 'calendar.html#')]/@href")
        assert len(led) == (tei.parent.name == DIARY), page.name
        assert {str(each).partition("#")[2] for each in led} <= calendar.ids


@pytest.mark.parametrize(
    ("when", "identifier"),
    [
        ("1938-03-12", "d-1938-03-12"),
        ("1938-03", "y-1938"),
        ("1938-02-30", "y-1938"),
        ("1938", "y-1938"),
        ("", "undated"),
    ],
)
def test_what_has_no_day_is_found_below_its_year_or_among_the_undated(
    when: str, identifier: str
) -> None:
    assert place(when) == identifier


def test_a_volume_without_an_entry_has_no_places_in_a_calendar() -> None:
    letter = Summary("x", "letter", "Letters", "To Brandt", "1938-03-12", (), (), 0, "en")
    entry = replace(letter, kind="diary-entry")
    assert places_in_calendar([letter, letter]) == ["", ""]
    assert places_in_calendar([entry, replace(letter, when="1938")]) == [
        "calendar.html#d-1938-03-12",
        "calendar.html#y-1938",
    ]


def test_the_calendar_says_what_each_look_of_a_day_means(lists: list[SitePage]) -> None:
    (calendar,) = [page for page in lists if page.path.stem == "calendar"]
    (legend,) = calendar.root.find_class("legend")
    assert [" ".join(item.text_content().split()) for item in legend] == [
        "17 a document of this day",
        "17 in the archive’s table of contents, and not here yet",
    ]


@in_browser
def test_a_day_in_the_legend_looks_as_such_a_day_does(browser: Browser, built_site: Path) -> None:
    page = browser.new_page()
    page.goto((built_site / f"html/{DIARY}/calendar.html").as_uri())
    looks = "e => { const s = getComputedStyle(e); return [s.backgroundColor, s.borderTopStyle,"
    looks += " s.textDecorationLine]; }"
    for told, day in ((".legend .has", ".month .has > a"), (".legend .lacks", ".month .lacks")):
        told_of, shown = (page.locator(each).first.evaluate(looks) for each in (told, day))
        assert told_of == shown
        assert "line-through" not in shown
    page.close()


# ---------------------------------------------------------------- narrow


@in_browser
@pytest.mark.parametrize("name", [ENTRY, f"{LETTERS}/1938-04-03-p-a-ozerov-to-t-e-aldersen.html"])
def test_on_a_phone_the_header_of_a_document_has_two_rows(
    browser: Browser, site_in: Path, name: str
) -> None:
    page = browser.new_page(viewport={"width": NARROW["width"], "height": NARROW["height"]})
    page.goto((site_in / name).as_uri())
    header = page.locator("header.ways")
    expect(header.locator(".annotations-way")).to_be_visible()
    assert header.evaluate("e => e.getBoundingClientRect().height") < 80
    assert header.evaluate(ROWS) == 2
    page.close()


@in_browser
def test_the_way_to_the_annotations_stays_in_its_place_when_they_are_in_use(
    browser: Browser, built_site: Path
) -> None:
    page = browser.new_page()
    page.goto((built_site / "html" / ENTRY).as_uri())
    ways = page.get_by_role("navigation", name="Pages of the edition").get_by_role("link")
    expect(ways).to_have_text(["Calendar", "Search", "Your annotations"])
    page.locator("main .p").first.get_by_role("link").first.focus()
    page.locator(".annotations").wait_for()  # their scripts have been fetched and have run
    expect(ways).to_have_text(["Calendar", "Search", "Your annotations"])
    page.close()


@in_browser
def test_where_signs_stand_for_words_colours_are_chosen_and_keys_shown_all_the_same(
    browser: Browser, built_site: Path
) -> None:
    page = browser.new_page(viewport={"width": NARROW["width"], "height": NARROW["height"]})
    page.goto((built_site / "html" / ENTRY).as_uri())
    colours = page.get_by_role("combobox", name="Colours")
    colours.focus()
    around = page.locator(".colours")
    assert around.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    colours.select_option("dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.get_by_role("button", name="Keys", exact=True).click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.close()


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """The site over http."""
    with serving(built_site / "html", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def searching(browser: Browser, address: str, width: int, query: str) -> Page:
    page = browser.new_page(viewport={"width": width, "height": NARROW["height"]})
    page.goto(f"{address}search.html?{query}")
    page.locator(".search-place").first.wait_for()
    return page


@in_browser
def test_on_a_phone_what_is_found_is_seen_without_scrolling(browser: Browser, address: str) -> None:
    page = searching(browser, address, NARROW["width"], "q=chimney")
    expect(page.locator(".search-place").first).to_be_in_viewport()
    expect(page.get_by_label("Year")).to_be_hidden()
    page.get_by_text("Narrow the search").press("Enter")
    page.get_by_label("Year").select_option("1938")
    expect(page.locator("[data-search-results] h2")).to_have_count(1)
    page.close()


@in_browser
def test_a_search_that_is_narrowed_shows_by_what(browser: Browser, address: str) -> None:
    page = searching(browser, address, NARROW["width"], "q=chimney&year=1938")
    expect(page.get_by_label("Year")).to_be_visible()
    page.close()


@in_browser
def test_where_there_is_room_the_choices_of_the_search_are_not_folded(
    browser: Browser, address: str
) -> None:
    page = searching(browser, address, NARROW["width"], "q=chimney")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.get_by_label("Year")).to_be_visible()
    expect(page.get_by_text("Narrow the search")).to_be_hidden()
    page.close()


# ---------------------------------------------------------------- the icon


def test_every_page_has_the_icon_of_the_edition(built_site: Path) -> None:
    for page in pages(built_site / "html"):
        (icon,) = page.root.xpath("//link[@rel = 'icon']/@href")
        assert (page.path.parent / str(icon)).resolve() == built_site / "html/assets/icon.svg"


@in_browser
def test_the_policy_of_a_page_lets_the_icon_be_shown(
    browser: Browser, built_site: Path, address: str
) -> None:
    page = browser.new_page()
    for top in (address, (built_site / "html").as_uri() + "/"):
        page.goto(top + ENTRY)
        width = page.evaluate("""async () => {
            const image = new Image();
            image.src = document.querySelector('link[rel=icon]').href;
            await image.decode();
            return image.width;
        }""")
        assert width > 0, top
    answer = page.request.get(address + "assets/icon.svg")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    page.close()


# ---------------------------------------------------------------- languages


def languages_of(page: str, words: str) -> set[str]:
    """The languages in which a page says what begins with these words."""
    return {
        str(each.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"))
        for each in found(parsed(page), "//p | //dd")
        if each.text_content().startswith(words)
    }


def test_sentences_of_our_headers_are_english_whatever_the_page_speaks(site_in: Path) -> None:
    page = (site_in / LETTERS / "1938-04-03-p-a-ozerov-to-t-e-aldersen.html").read_text("utf-8")
    for words in ("The characters of the saved page", "notes and commentary:", "The page it was"):
        assert languages_of(page, words) == {"en"}


def test_a_sentence_of_a_header_is_in_the_language_that_it_declares() -> None:
    tei = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="ru"><teiHeader><fileDesc>
        <titleStmt><title>Письмо</title></titleStmt>
        <publicationStmt><p xml:lang="fr">Tiré à part.</p></publicationStmt></fileDesc>
        <encodingDesc><editorialDecl><p>Орфография сохранена.</p></editorialDecl></encodingDesc>
        </teiHeader><text><body><p>Лоцман ушёл.</p></body></text></TEI>"""
    page = Renderer().html(tei, path="x.xml", strict=True).text
    assert languages_of(page, "Tiré") == {"fr"}
    assert languages_of(page, "Орфография") == {"ru"}


def test_a_volume_that_nobody_named_is_not_called_by_our_english_words() -> None:
    tei = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc>
        <titleStmt><title type="main">Brief</title></titleStmt>
        <publicationStmt><p/></publicationStmt>
        <sourceDesc><biblStruct><monogr><title level="m">Volume not named</title><imprint/></monogr>
        </biblStruct></sourceDesc></fileDesc></teiHeader>
        <text><body><p>Der Lotse ging.</p></body></text></TEI>"""
    page = Renderer().html(tei, path="x.xml", strict=True, interface="de").text
    assert "Volume not named" not in page


def test_a_sentence_about_the_publication_is_english_on_the_contents_page(tmp_path: Path) -> None:
    settings = replace(read_settings(EXAMPLES / "edition.toml"), publisher="")
    settings = replace(settings, interface_language="de")
    build([EXAMPLES / "diary"], tmp_path, settings)
    page = (tmp_path / "html/index.html").read_text("utf-8")
    assert languages_of(page, "Unpublished encoding") == {"en"}
