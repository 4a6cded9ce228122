"""The search in Chromium, over http: to the paragraph, narrowed, by keyboard, in every language."""

import random
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page, expect

from converter import published_search
from converter.edition import build
from converter.markup import TEI
from converter.render import Renderer
from converter.report import Report
from converter.resources import folder
from converter.settings import Settings
from converter.site import search
from converter.site.indexing import Indexing
from converter.site.pagefind import pagefind
from converter.site.serving import serving, site_of
from converter.summary import Summary

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
INTERFACES = {"de": "In 2 Dokumenten gefunden", "ru": "Найдено в 2 документах"}
DIARY = "the-aldersen-diaries-volume-1"
LETTERS = "letters-of-p-a-ozerov-volume-2"

in_browser = pytest.mark.browser


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder while it is served."""
    with serving(site, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def address(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the examples' site, with its search page in other languages beside it."""
    site = tmp_path_factory.mktemp("served") / "html"
    shutil.copytree(site_of(built_site), site)
    contents = (Path(__file__).parent / "tei" / "contents" / "edition.xml").read_bytes()
    renderer = Renderer()
    for language in INTERFACES:
        page = renderer.search(contents, interface=language)
        (site / f"search-{language}.html").write_text(page.text, "utf-8")
    with served(site) as here:
        yield here


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the served site, which may complain of nothing and ask nobody else."""
    opened = browser.new_page(base_url=address)
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    opened.close()
    assert said == []
    assert [url for url in asked if not url.startswith(address)] == []


def looked_for(page: Page, words: str) -> None:
    page.goto("search.html")
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="Search").click()


def status(page: Page) -> str:
    """What is said of the search when it is done."""
    said = page.locator("main").get_by_role("status")
    expect(said).to_have_text(re.compile(r"\.$|\d"))
    return said.inner_text()


def results(page: Page) -> list[str]:
    """The headings of the documents that were found."""
    return page.locator("[data-search-results] h2").all_inner_texts()


def places(page: Page) -> list[str]:
    """What is said of each place: its page, and whose words."""
    return page.locator(".search-place a").all_inner_texts()


@in_browser
def test_a_word_is_found_in_its_paragraph_with_page_and_date(page: Page) -> None:
    looked_for(page, "chimney")
    assert status(page) == "Found in 1 document"
    assert results(page) == ["12 March 1938"]
    assert places(page) == ["p. 108 · Author’s text", "p. 110 · Editor’s commentary"]
    marks = page.locator(".search-place").first.locator("mark")
    assert marks.all_inner_texts() == ["chimney", "chimneys"]
    page.locator(".search-place a").first.click()
    expect(page).to_have_url(re.compile(rf"/{DIARY}/1938-03-12\.html#p3$"))
    assert "counted five chimneys" in page.locator(":target").inner_text()


@in_browser
def test_a_note_is_found_at_its_number_and_on_its_own_page(page: Page) -> None:
    looked_for(page, "brigade log")
    assert status(page)
    assert "p. 641 · Editor’s note 5" in places(page)
    page.get_by_role("link", name="p. 641 · Editor’s note 5").click()
    expect(page).to_have_url(re.compile(r"#n5$"))
    assert "fire brigade" in page.locator("#n5").inner_text()


@in_browser
def test_every_place_that_is_found_leads_to_something(page: Page, built_site: Path) -> None:
    looked_for(page, "the")
    assert status(page)
    links = page.locator("[data-search-results] a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert len(links) > 50
    for link in links:
        name, _, fragment = link.partition("#")
        written = (built_site / "html" / name).read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in written, link


@in_browser
def test_words_in_quotation_marks_are_found_as_they_stand(page: Page) -> None:
    looked_for(page, "“counted five chimneys”")
    assert status(page) == "Found in 1 document"
    looked_for(page, "“chimneys five counted”")
    assert status(page) == "Nothing was found."


@in_browser
def test_russian_words_are_found_in_their_other_forms(page: Page) -> None:
    looked_for(page, "лоцманы")
    assert status(page) == "Found in 2 documents"
    assert "p. 312 · Transcription, Author’s text" in places(page)
    excerpt = page.locator(".search-place p", has_text="выйдут лоцманы")
    assert excerpt.get_attribute("lang") == "ru"
    assert excerpt.locator("mark").all_inner_texts() == ["Лоцманом", "лоцманы"]


@in_browser
def test_a_search_is_narrowed_by_volume_year_author_and_whose_words(page: Page) -> None:
    looked_for(page, "buoy")
    everywhere = results(page) if status(page) else []
    page.get_by_label("Year").select_option("1938")
    assert status(page)
    expect(page).to_have_url(re.compile("year=1938"))
    of_the_year = results(page)
    assert 0 < len(of_the_year) < len(everywhere)
    assert all("1938" in heading for heading in of_the_year)
    page.get_by_label("Volume").select_option("The Aldersen Diaries: Volume 1")
    expect(page.locator("[data-search-results] h2")).to_have_count(1)
    assert results(page) == ["Memorandum on the pilot dues, 9 June 1938"]
    page.get_by_label("Author", exact=True).select_option("Ozerov, Pavel Andreevich (Lotsman)")
    expect(page.locator("main").get_by_role("status")).to_have_text("Nothing was found.")


@in_browser
def test_the_notes_alone_are_searched(page: Page) -> None:
    looked_for(page, "harbour")
    assert status(page)
    page.get_by_label("Author’s text").uncheck()
    page.get_by_label("Editor’s commentary").uncheck()
    expect(page).to_have_url(re.compile("words=notes"))
    expect(page.locator(".search-place a").first).to_contain_text("Editor’s note")
    assert status(page)
    assert places(page)
    assert all("Editor’s note" in place for place in places(page))


@in_browser
def test_documents_are_put_in_the_order_of_their_dates(page: Page) -> None:
    page.goto("search.html?q=pilot&order=date")
    assert status(page)
    years = [re.findall(r"\b19\d\d\b", heading)[-1] for heading in results(page)]
    assert len(set(years)) > 1
    assert years == sorted(years)


@in_browser
def test_a_search_is_made_and_followed_by_keys_alone(page: Page) -> None:
    page.goto("search.html")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("chimneys")
    page.keyboard.press("Enter")
    assert status(page) == "Found in 1 document"
    reached = "document.activeElement.closest('.search-place') !== null"
    for _ in range(15):
        page.keyboard.press("Tab")
        if page.evaluate(reached):
            break
    assert page.evaluate(reached)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"1938-03-12\.html#p3$"))
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("chimneys")
    assert status(page) == "Found in 1 document"


@in_browser
def test_more_places_of_a_document_are_folded_and_more_documents_asked_for(page: Page) -> None:
    looked_for(page, "the")
    found = int(re.sub(r"\D", "", status(page)))
    assert 10 < found <= 20
    assert len(results(page)) == 10
    page.get_by_role("button", name="More documents").press("Enter")
    expect(page.locator("[data-search-results] h2")).to_have_count(found)
    expect(page.get_by_role("button", name="More documents")).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.search-document') !== null")
    folded = page.locator("[data-search-results] details").first
    assert re.fullmatch(r"\d+ more places?", folded.locator("summary").inner_text())
    assert not folded.locator("li").first.is_visible()
    folded.locator("summary").press("Enter")
    assert folded.locator("li").first.is_visible()


@in_browser
@pytest.mark.parametrize("language", INTERFACES)
def test_the_search_speaks_the_language_of_the_interface(page: Page, language: str) -> None:
    page.goto(f"search-{language}.html?q=лоцманы")
    expect(page.locator("main").get_by_role("status")).to_have_text(INTERFACES[language])


@in_browser
@pytest.mark.parametrize("width", [1280, 390])
def test_the_results_are_no_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    looked_for(page, "harbour")
    assert status(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@in_browser
def test_an_index_that_is_gone_is_told(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.route("**/search/documents.js", lambda route: route.abort())
    looked_for(page, "pilot")
    expect(page.get_by_role("alert")).to_contain_text("Build the edition again")
    page.close()


@in_browser
def test_a_page_opened_as_a_file_names_the_command_that_serves_it(
    browser: Browser, built_site: Path
) -> None:
    page = browser.new_page()
    page.goto((built_site / "html" / "search.html").as_uri())
    expect(page.get_by_text("converter serve")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.close()


@in_browser
def test_a_page_whose_scripts_are_off_says_that_search_needs_one(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search.html")
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("allow this page to run its script")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    context.close()


# ---------------------------------------------------------------- a large volume


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose index holds a thousand documents, made of the words of the examples."""
    site = tmp_path_factory.mktemp("large")
    chance = random.Random(1938)
    words = " ".join(path.read_text("utf-8") for path in EXAMPLES.rglob("*.txt")).split()
    documents = []
    for number in range(1000):
        paragraphs = "".join(
            f'<p xml:id="p{place}">{escape(" ".join(chance.choices(words, k=70)))}'
            f'<note xml:id="n{place}" n="{place}">Narwhal {number}, {place}.</note></p>'
            for place in range(1, 8)
        )
        root = etree.fromstring(
            f'<TEI xmlns="{TEI}" xml:lang="en"><text><body>{paragraphs}</body></text></TEI>'
        )
        summary = Summary("", "diary-entry", "Logs", f"Watch {number}", "1938", (), (), 0)
        name = f"logs/{number:04}"
        texts = search.write_records(site / "texts", name, root)
        documents.append(search.Searched(name, summary, texts))
    program = pagefind()
    assert program is not None
    with Indexing(site / "texts", search.languages_of(documents), program) as indexing:
        for name, data in search.search_index(documents, indexing.bundles()).items():
            path = site / "search" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    contents = (Path(__file__).parent / "tei" / "contents" / "edition.xml").read_bytes()
    (site / "search.html").write_text(Renderer().search(contents).text, "utf-8")
    shutil.copytree(folder("xslt") / "html" / "assets", site / "assets")
    return site


@in_browser
@pytest.mark.slow
def test_one_document_of_a_thousand_is_found_without_loading_the_others(
    browser: Browser, large: Path
) -> None:
    with served(large) as address:
        page = browser.new_page(base_url=address)
        loaded: list[int] = []
        page.on("response", lambda response: loaded.append(len(response.body())))
        page.goto("search.html?q=narwhal+734")
        assert status(page) == "Found in 1 document"
        assert results(page) == ["Watch 734, 1938"]
        assert places(page)[0] == "first page · Editor’s note 1"
        page.goto("search.html?q=narwhal")
        assert status(page) == "Found in 1000 documents"
        page.close()
    assert sum(loaded) < 3_000_000


# ---------------------------------------------------------------- the build


def built(output: Path) -> Report:
    return build([EXAMPLES / "letters"], output, Settings())


@pytest.mark.parametrize("name", ["index", "bibliography", f"{DIARY}/1938-03-12"])
def test_every_kind_of_page_leads_to_the_search(built_site: Path, name: str) -> None:
    page = html.parse(str(built_site / "html" / f"{name}.html"))
    (link,) = page.xpath("//a[. = 'Search']")
    assert (built_site / "html" / name).parent.joinpath(link.get("href")).resolve() == (
        built_site / "html" / "search.html"
    )


def test_two_builds_write_the_same_index(tmp_path: Path) -> None:
    for name in ("first", "second"):
        built(tmp_path / name)
    first, second = (
        {path.relative_to(top): path.read_bytes() for path in top.rglob("*") if path.is_file()}
        for top in (tmp_path / "first/html/search", tmp_path / "second/html/search")
    )
    assert first
    assert first == second


def test_without_pagefind_the_site_has_no_search_and_the_build_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(published_search, "pagefind", lambda: None)
    report = built(tmp_path)
    assert [p.code for p in report.problems].count("search-not-built") == 1
    assert not (tmp_path / "html/search.html").exists()
    assert "search.html" not in (tmp_path / "html/index.html").read_text("utf-8")


def test_a_pagefind_that_fails_costs_the_search_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho no memory >&2\nexit 3\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(published_search, "pagefind", lambda: broken)
    report = built(tmp_path / "output")
    (failure,) = (p for p in report.problems if p.code == "search-failed")
    assert failure.facts["reason"] == "no memory"
    assert (tmp_path / "output/html/index.html").exists()
    assert not (tmp_path / "output/html/search.html").exists()
