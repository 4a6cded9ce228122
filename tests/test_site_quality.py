"""The whole site judged: by axe, by vnu, by its links, its weight, its requests, script off."""

import shutil
import threading
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page
from site_checks import (
    Judges,
    SitePage,
    dead_links,
    dead_references,
    fetched,
    html_errors,
    kinds,
    loaded_from_outside,
    pages,
    policy,
    violations,
    written_in_the_page,
)

from converter.edition import build
from converter.settings import read_settings
from converter.site.serving import serving

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
FIRST_VISIT = 100_000  # bytes of a page with its styles and scripts, as they lie there
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
ABOUT_SCRIPT = ("annotations.html", "search.html")  # what they do is done by script alone

in_browser = pytest.mark.browser
both_widths = pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def found(built_site: Path) -> list[SitePage]:
    """Every page of the examples' site."""
    return pages(built_site / "html")


@pytest.fixture(scope="module")
def judges(pytestconfig: pytest.Config) -> Judges:
    """axe and vnu, fetched once and kept in pytest's cache."""
    return fetched(pytestconfig.cache.mkdir("site_judges"))


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    """The site over http, as converter serve hands it out."""
    with serving(built_site / "html", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


# ---------------------------------------------------------------- the files


def test_no_link_leads_nowhere(found: list[SitePage]) -> None:
    faults = list(dead_links(found))
    assert not faults, "\n".join(faults)


def test_what_an_attribute_names_is_on_the_page_and_once(found: list[SitePage]) -> None:
    faults = [fault for page in found for fault in dead_references(page)]
    assert not faults, "\n".join(faults)


def test_no_page_loads_anything_from_outside(found: list[SitePage]) -> None:
    faults = [fault for page in found for fault in loaded_from_outside(page)]
    assert not faults, "\n".join(faults)


def test_no_page_has_a_script_or_style_of_its_own(found: list[SitePage]) -> None:
    faults = [fault for page in found for fault in written_in_the_page(page)]
    assert not faults, "\n".join(faults)


def test_the_head_of_every_page_begins_with_the_policy(found: list[SitePage]) -> None:
    # The examples have no images: no host is asked for any.
    assert {page.name: policy(page) for page in found if policy(page) != POLICY} == {}


def test_every_page_has_one_heading_a_language_and_a_title_of_its_own(
    found: list[SitePage],
) -> None:
    for page in found:
        assert len(page.root.xpath("//h1")) == 1, page.name
        assert len(page.root.xpath("//main")) == 1, page.name
        assert page.root.get("lang"), page.name
    titles = [str(page.root.findtext("head/title")) for page in found]
    assert sorted(titles) == sorted(set(titles))


def test_a_first_visit_to_a_document_loads_less_than_100_kilobytes(found: list[SitePage]) -> None:
    weights = {page.name: page.weight for page in found if "/" in page.name}
    assert weights
    assert {name: weight for name, weight in weights.items() if weight >= FIRST_VISIT} == {}


def test_two_builds_give_the_same_files(built_site: Path, tmp_path: Path) -> None:
    build([EXAMPLES], tmp_path, read_settings(EXAMPLES / "edition.toml"))
    first, second = contents(built_site), contents(tmp_path)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def java() -> Path:
    """The program that runs vnu."""
    found = shutil.which("java")
    if not found:
        pytest.skip("the program 'java' is not installed")
    return Path(found)


def test_vnu_finds_no_fault_in_any_page(
    judges: Judges, found: list[SitePage], address: str
) -> None:
    faults = html_errors(judges, [address + page.name for page in found], java())
    assert not faults, "\n".join(faults)


# ---------------------------------------------------------------- in the browser


@in_browser
@both_schemes
@both_widths
def test_axe_finds_no_fault_on_any_kind_of_page(
    browser: Browser, judges: Judges, found: list[SitePage], scheme: str, window: dict[str, int]
) -> None:
    context = opened(browser, scheme, window)
    page = context.new_page()
    faults = []
    for each in kinds(found):
        page.goto(each.path.as_uri())
        faults += [f"{each.name}: {fault}" for fault in violations(judges, page)]
    context.close()
    assert not faults, "\n".join(faults)


@in_browser
@both_schemes
@both_widths
def test_axe_finds_no_fault_in_anything_that_a_page_opens(
    browser: Browser, judges: Judges, found: list[SitePage], scheme: str, window: dict[str, int]
) -> None:
    context = opened(browser, scheme, window)
    page = context.new_page()
    most = max(found, key=lambda each: (len(each.root.xpath("//button")), each.name))
    faults, number = [], 0
    while number < opening(page, most).count():
        opening(page, most).nth(number).click()
        faults += [f"{most.name}, {number}: {fault}" for fault in violations(judges, page)]
        number += 1
    context.close()
    assert number
    assert not faults, "\n".join(faults)


def opening(page: Page, each: SitePage) -> Locator:
    """What opens something on a page that is freshly loaded."""
    page.goto(each.path.as_uri())
    first_note = "a[role=doc-noteref] >> nth=0"
    return page.locator("button:visible, summary:visible").or_(page.locator(first_note))


def opened(browser: Browser, scheme: str, window: dict[str, int]) -> BrowserContext:
    return browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": window["width"], "height": window["height"]},
    )


@in_browser
@both_widths
def test_nothing_is_wider_than_the_window_and_nothing_lies_over_the_text(
    browser: Browser, found: list[SitePage], window: dict[str, int]
) -> None:
    context = opened(browser, "light", window)
    page = context.new_page()
    faults = []
    for each in found:
        page.goto(each.path.as_uri())
        faults += [f"{each.name}: {fault}" for fault in page.evaluate(OUT_OF_PLACE)]
    context.close()
    assert not faults, "\n".join(faults)


OUT_OF_PLACE = """() => {
    const wide = document.documentElement.scrollWidth > window.innerWidth
        ? [`${document.documentElement.scrollWidth} pixels wide`] : [];
    const seen = e => e.checkVisibility() && e.innerText.trim()
        && e.getBoundingClientRect().right > 0 && e.getBoundingClientRect().bottom > 0;
    const over = [...document.querySelectorAll('body *')]
        .filter(e => getComputedStyle(e).position === 'fixed' && seen(e))
        .map(e => `lies over the page: ${e.outerHTML.slice(0, 120)}`);
    return [...wide, ...over];
}"""


@in_browser
def test_from_a_file_every_page_opens_without_complaint_and_asks_for_its_own_files(
    browser: Browser, found: list[SitePage], built_site: Path
) -> None:
    faults = visited(
        browser, [page.path.as_uri() for page in found], (built_site / "html").as_uri() + "/"
    )
    assert not faults, "\n".join(faults)


@in_browser
def test_over_http_every_kind_of_page_opens_without_complaint_and_asks_nobody_else(
    browser: Browser, found: list[SitePage], address: str
) -> None:
    faults = visited(browser, [address + page.name for page in kinds(found)], address)
    assert not faults, "\n".join(faults)


def visited(browser: Browser, addresses: Sequence[str], home: str) -> list[str]:
    """What pages complained of, and what they asked for that does not lie below ``home``."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    context.on(
        "request",
        lambda asked: None if asked.url.startswith(home) else faults.append(asked.url),
    )
    for each in addresses:
        page.goto(each, wait_until="load")
    context.close()
    return faults


@in_browser
def test_without_script_every_page_says_what_it_says_with_it(
    browser: Browser, found: list[SitePage]
) -> None:
    """All but what is written hidden in the page, or in a template, for the script to show."""
    with_script = browser.new_context().new_page()
    without = browser.new_context(java_script_enabled=False).new_page()
    faults = []
    for each in found:
        if each.name not in ABOUT_SCRIPT:
            said, more = read(without, each), read(with_script, each)
            assert len(said) > 20, each.name
            faults += [
                f"{each.name}: {fault}" for fault in differences(said, more, each.for_script)
            ]
    with_script.context.close()
    without.context.close()
    assert not faults, "\n".join(faults)


def read(page: Page, each: SitePage) -> list[str]:
    """The words of the page's main part that can be seen."""
    page.goto(each.path.as_uri())
    return page.locator("main").inner_text().split()


def differences(without: list[str], with_script: list[str], added: frozenset[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, without, with_script, autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal" and without[i:j]:
            yield f"only without script: {' '.join(without[i:j])[:120]!r}"
        if what != "equal" and {word.lower() for word in with_script[k:m]} - added:
            yield f"only with script: {' '.join(with_script[k:m])[:120]!r}"


@in_browser
def test_nothing_that_is_clicked_is_printed(browser: Browser, found: list[SitePage]) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    printed = {}
    for each in kinds(found):
        page.goto(each.path.as_uri())
        shown = page.locator(":is(button, select, input, textarea, .permalink, .skip):visible")
        if names := shown.evaluate_all("found => found.map(e => e.outerHTML.slice(0, 100))"):
            printed[each.name] = names[:5]
    page.close()
    assert printed == {}


# ---------------------------------------------------------------- the judges themselves

FAULTY = """<!DOCTYPE html><html><head><title>Tide table</title>
<meta http-equiv="Content-Security-Policy" content="default-src *">
<link rel="stylesheet" href="https://harbour.example/tide.css"></head>
<body onload="ring()"><h1 id="quay">Tides</h1><p id="quay" style="color: red">High water
<a href="#mole">at the mole</a>, <a href="gone.html">at the buoy</a>,
<a href="quay.html#bell">under the bell</a>, <a href="../../log.txt">by the log</a>.</p>
<label for="depth">Depth</label><img src="gauge.png"><center>Low water</center>
</body></html>"""


@pytest.fixture
def faulty(tmp_path: Path) -> SitePage:
    """A page with one fault of each sort, in a site of its own, under a file it should not name."""
    site = tmp_path / "harbour" / "site"
    site.mkdir(parents=True)
    (tmp_path / "log.txt").write_text("The log", "utf-8")
    (site / "quay.html").write_text("<title>Quay</title><p>The quay</p>", "utf-8")
    (site / "tides.html").write_text(FAULTY, "utf-8")
    return next(page for page in pages(site) if page.name == "tides.html")


def test_links_that_lead_nowhere_are_found(faulty: SitePage) -> None:
    assert list(dead_links(pages(faulty.site))) == [
        "tides.html: #mole leads to no place",
        "tides.html: gone.html leads to no file",
        "tides.html: quay.html#bell leads to no place",
        "tides.html: ../../log.txt leads out of the site",
        "tides.html: gauge.png leads to no file",
    ]


def test_attributes_that_name_nothing_and_ids_given_twice_are_found(faulty: SitePage) -> None:
    assert list(dead_references(faulty)) == [
        'tides.html: for="depth" names no element',
        'tides.html: two elements have id="quay"',
    ]


def test_what_is_loaded_from_outside_or_written_in_the_page_is_found(faulty: SitePage) -> None:
    assert list(loaded_from_outside(faulty)) == [
        "tides.html: link https://harbour.example/tide.css"
    ]
    assert list(written_in_the_page(faulty)) == [
        "tides.html: onload=ring()",
        "tides.html: style=color: red",
    ]


def test_pages_are_chosen_that_show_everything_there_is(found: list[SitePage]) -> None:
    chosen = kinds(found)
    shown = frozenset[str]().union(*(page.shows for page in chosen))
    assert shown == frozenset[str]().union(*(page.shows for page in found))
    assert len(chosen) < len(found)


@in_browser
def test_axe_and_vnu_find_what_is_wrong_with_a_page(
    browser: Browser, judges: Judges, faulty: SitePage
) -> None:
    page = browser.new_page()
    page.goto(faulty.path.as_uri())
    rules = {fault.partition(":")[0] for fault in violations(judges, page)}
    page.close()
    assert {"html-has-lang", "image-alt", "landmark-one-main"} <= rules
    assert any("center" in fault for fault in html_errors(judges, [str(faulty.path)], java()))
