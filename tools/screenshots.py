"""Pictures of a built site: each kind of page wide and narrow, light and dark.

usage: screenshots.py [SITE] [-o FOLDER] [--docs]      without SITE: output/html; into screenshots/

They are made to be looked at. With --docs the three pictures of the README are made anew as well.
The site is served on this computer's loopback, so that its search works.
"""

import argparse
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from converter.site.serving import serving

PROJECT = Path(__file__).resolve().parent.parent
DIARY, LETTERS = "the-aldersen-diaries-volume-1", "letters-of-p-a-ozerov-volume-2"
WINDOWS = {"wide": (1280, 900), "narrow": (390, 844)}
SCHEMES = ("light", "dark")


def as_it_is(page: Page) -> None:
    """Nothing is clicked."""


def a_note_opened(page: Page) -> None:
    page.locator("a[role=doc-noteref]").first.click()


def searched(page: Page) -> None:
    page.get_by_role("searchbox").fill("chimney")
    page.get_by_role("searchbox").press("Enter")
    page.locator(".search-place").first.wait_for()
    page.locator("[data-search-status]").evaluate("said => said.scrollIntoView()")


@dataclass(frozen=True, slots=True)
class View:
    """A page to be photographed, after something was done on it."""

    name: str
    address: str
    prepare: Callable[[Page], None] = as_it_is


VIEWS = (
    View("contents", "index.html"),
    View("diary-entry", f"{DIARY}/1938-03-12.html", a_note_opened),
    View("letter", f"{LETTERS}/1938-04-03-p-a-ozerov-to-t-e-aldersen.html"),
    View("conversation", f"{DIARY}/1938-03-14-conversation-with-aebi.html"),
    View("calendar", f"{DIARY}/calendar.html"),
    View("persons", "persons.html"),
    View("places", "places.html"),
    View("bibliography", "bibliography.html"),
    View("search", "search.html", searched),
    View("annotations", "annotations.html"),
)
# For the README: which view in which window and colours, and what it is called there.
IN_README = {
    ("diary-entry", "wide", "light"): "diary-entry.png",
    ("letter", "wide", "dark"): "letter-dark.png",
    ("search", "narrow", "light"): "search-narrow.png",
}


def pictures(browser: Browser, address: str, folder: Path) -> Iterator[tuple[View, str, str, Path]]:
    """Every view in every window and scheme, as a file; a page that is not there is passed over."""
    for scheme in SCHEMES:
        for window, (width, height) in WINDOWS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                base_url=address,
                reduced_motion="reduce",
            )
            for view in VIEWS:
                page = context.new_page()
                answer = page.goto(view.address)
                if answer and answer.ok:
                    view.prepare(page)
                    file = folder / f"{view.name}-{window}-{scheme}.png"
                    page.screenshot(path=file)
                    yield view, window, scheme, file
                page.close()
            context.close()


def main() -> int:
    """Makes the pictures, and says of which pages; exit status 2 where there is no site."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", nargs="?", type=Path, default=PROJECT / "output" / "html")
    parser.add_argument("-o", "--output", type=Path, default=PROJECT / "screenshots")
    parser.add_argument("--docs", action="store_true", help="the pictures of the README as well")
    asked = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not (asked.site / "index.html").is_file() or not chromium:
        print(f"no site in {asked.site}, or no Chromium", file=sys.stderr)
        return 2
    asked.output.mkdir(parents=True, exist_ok=True)
    with serving(asked.site, 0) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever).start()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        address = f"http://127.0.0.1:{server.server_port}/"
        try:
            for view, window, scheme, file in pictures(browser, address, asked.output):
                print(file)
                name = IN_README.get((view.name, window, scheme))
                if asked.docs and name:
                    shutil.copy(file, PROJECT / "docs" / name)
        finally:
            browser.close()
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
