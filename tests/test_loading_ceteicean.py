"""The TEI in CETEIcean, which shows it in a browser without any stylesheet of ours."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, Route
from read_by_lxml import NOTE, TEI, name_of, root_of, tei_files, text_of
from site_checks import fetched

pytestmark = pytest.mark.browser

HOST = "http://edition.test/"
PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>TEI</title>
<div id="TEI"></div>
<script src="/CETEI.js"></script>
<script>
new CETEI().getHTML5("/{file}", data => {{
  document.getElementById("TEI").append(data);
  document.body.dataset.shown = "yes";
}});
</script>
</html>
"""
# CETEIcean keeps what it shows in another form a second time, hidden.
IN_SIGHT = "not(cetei-original *)"


@dataclass(frozen=True, slots=True)
class Shown:
    """A TEI file as CETEIcean shows it: its words, its page breaks, what the browser said."""

    file: Path
    words: list[str]
    breaks: Counter[tuple[str, str]]
    notes: int
    complaints: list[str]


@pytest.fixture(scope="module")
def shown(any_edition: Path, browser: Browser, pytestconfig: pytest.Config) -> list[Shown]:
    """Every TEI file of an edition that is one document, shown in the browser."""
    script = fetched(pytestconfig.cache.mkdir("site_judges")).ceteicean
    complaints: list[str] = []

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(HOST)
        if name == "CETEI.js":
            route.fulfill(path=script, content_type="text/javascript")
        elif name.endswith(".html"):
            page_of = PAGE.format(file=name.removesuffix(".html"))
            route.fulfill(body=page_of, content_type="text/html")
        elif (any_edition / "tei" / name).is_file():
            route.fulfill(path=any_edition / "tei" / name, content_type="application/xml")
        else:
            complaints.append(f"asked for {route.request.url}")
            route.abort()

    context = browser.new_context()
    context.route("**/*", answer)
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    found = []
    for file in tei_files(any_edition):
        if root_of(file).tag == f"{TEI}TEI":
            page.goto(f"{HOST}{name_of(file, any_edition)}.html")
            page.wait_for_selector("body[data-shown]", state="attached")  # a list shows nothing
            found.append(seen(file, page, list(complaints)))
            complaints.clear()
    context.close()
    assert found
    return found


def seen(file: Path, page: Page, complaints: list[str]) -> Shown:
    breaks = page.eval_on_selector_all(
        f"tei-pb:{IN_SIGHT}", "found => found.map(each => [each.id, each.getAttribute('n') || ''])"
    )
    return Shown(
        file=file,
        words=page.inner_text("body").split(),
        breaks=Counter((place, number) for place, number in breaks),
        notes=page.locator(f"tei-text tei-note:{IN_SIGHT}").count(),
        complaints=complaints,
    )


def printed(text: etree._Element) -> list[str]:
    """The words of a text as CETEIcean prints it.

    A note stands where its anchor was, in parentheses; a note from the back of the volume leaves
    its number there and stands at the end.
    """
    at_the_end: list[etree._Element] = []

    def pieces(element: etree._Element) -> Iterator[str]:
        if element.tag != NOTE:
            yield from content(element)
        elif element.get("place") == "end":
            at_the_end.append(element)
            yield str(len(at_the_end))
        else:
            yield from ("(", *content(element), ")")

    def content(element: etree._Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from (*pieces(child), child.tail or "")

    words = "".join(pieces(text)).split()
    return words + [word for note in at_the_end for word in "".join(content(note)).split()]


def test_ceteicean_shows_every_file_without_a_word_of_complaint(shown: list[Shown]) -> None:
    assert {each.file.name: each.complaints for each in shown if each.complaints} == {}


def test_ceteicean_shows_every_word_of_the_text_in_order_and_none_of_the_header(
    shown: list[Shown],
) -> None:
    for each in shown:
        assert each.words == printed(text_of(root_of(each.file))), each.file.name


def test_in_ceteicean_every_page_break_is_a_place_with_its_number(shown: list[Shown]) -> None:
    for each in shown:
        breaks = text_of(root_of(each.file)).iter(f"{TEI}pb")
        ours = Counter((id_of(mark), mark.get("n", "")) for mark in breaks)
        assert each.breaks == ours, each.file.name
    assert any(each.breaks for each in shown)


def id_of(element: etree._Element) -> str:
    return element.get("{http://www.w3.org/XML/1998/namespace}id", "")


def test_in_ceteicean_every_note_is_a_note(shown: list[Shown]) -> None:
    for each in shown:
        ours = text_of(root_of(each.file)).iter(NOTE)
        assert each.notes == len(list(ours)), each.file.name
    assert any(each.notes for each in shown)
