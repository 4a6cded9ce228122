"""A volume of a thousand documents: it is built, and each of its ships is found where it lies."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from converter.edition import build
from converter.settings import Settings
from converter.site.serving import serving

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

from large_volume import ship, write

DOCUMENTS = 1000

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("large")
    write(folder / "pages", DOCUMENTS, in_volume=DOCUMENTS)
    report = build([folder / "pages"], folder / "out", Settings(title="The Amsel Harbour Log"))
    assert report.documents == DOCUMENTS
    with serving(folder / "out" / "html", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/search.html")
        yield page
        page.close()
        server.shutdown()


@pytest.mark.parametrize("number", [0, 499, DOCUMENTS - 1])
def test_each_document_of_a_thousand_is_found_by_what_only_it_names(
    searched: Page, number: int
) -> None:
    box = searched.get_by_role("searchbox")
    box.fill(ship(number))
    box.press("Enter")
    hits = searched.locator("main a[href*='#']")
    expect(hits.first).to_be_visible()
    with searched.context.expect_page() as opened:
        hits.first.click(modifiers=["Control"])
    there = opened.value
    expect(there.locator(":target")).to_contain_text(ship(number))
    there.close()
