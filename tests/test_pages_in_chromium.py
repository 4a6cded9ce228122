"""The pages looked at in a browser: nothing overflows, overlaps, fails or asks the network."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from converter.render import Renderer
from converter.resources import assets

SAMPLES = Path(__file__).parent / "tei"
DOCUMENTS = ["diary-entry", "letter", "conversation", "from-elsewhere"]
DOUBTED = "uncertain-places"  # the name of a page that shows its doubts
WIDE, NARROW = 1280, 390

pytestmark = pytest.mark.browser
every_page = pytest.mark.parametrize("name", [*DOCUMENTS, DOUBTED, "contents"])
both_widths = pytest.mark.parametrize("width", [WIDE, NARROW])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples as pages in one folder, beside their stylesheet."""
    folder = tmp_path_factory.mktemp("site")
    renderer = Renderer()
    for name in DOCUMENTS:
        rendered = renderer.html((SAMPLES / f"{name}.xml").read_bytes(), path=name)
        (folder / f"{name}.html").write_text(rendered.text, "utf-8")
    doubted = renderer.html(
        (SAMPLES / "letter.xml").read_bytes(), path=DOUBTED, show_doubt=True, doubts=doubts()
    )
    (folder / f"{DOUBTED}.html").write_text(doubted.text, "utf-8")
    contents = renderer.contents((SAMPLES / "contents" / "edition.xml").read_bytes(), assets="")
    (folder / "contents.html").write_text(contents.text, "utf-8")
    for file in assets().values():
        shutil.copy(file, folder)
    return folder


def doubts() -> str:
    """What might be asked of a letter: of a paragraph two lines, of a note one, of a head one."""
    places = {"p1": ["paragraph", "continuation"], "n1": ["note"], "t-p1": ["paragraph"]}
    asked = [
        f'<ed:place at="{at}" n="{n}">'
        + "".join(
            f'<ed:doubt page="{"harbour-" * 12}.txt" line="{n}{i}" kind="{kind}"'
            ' otherwise="title note" percent="63" rule="line-of-its-own">'
            f'<ed:words lang="en">{"Words of the line " * 4}</ed:words><ed:why>it ends so</ed:why>'
            f'<ed:decision>[[decision]]\nsection = "{"0123456789abcdef" * 4}"\n</ed:decision>'
            "</ed:doubt>"
            for i, kind in enumerate(kinds)
        )
        + "</ed:place>"
        for n, (at, kinds) in enumerate(places.items(), start=1)
    ]
    return f'<ed:doubts xmlns:ed="urn:edition">{"".join(asked)}</ed:doubts>'


def opened(browser: Browser, site: Path, name: str, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((site / f"{name}.html").as_uri())
    return page


@every_page
@both_widths
def test_nothing_is_wider_than_the_window(
    browser: Browser, site: Path, name: str, width: int
) -> None:
    page = opened(browser, site, name, width)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()


@every_page
def test_a_page_loads_without_error_and_asks_for_its_own_files_only(
    browser: Browser, site: Path, name: str
) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / f"{name}.html").as_uri())
    assert said == []
    written = (site / f"{name}.html").read_text("utf-8")
    loaded = {(site / file).as_uri() for file in assets() if f'"{file}"' in written}
    assert (site / "edition.css").as_uri() in loaded
    icon = (site / "icon.svg").as_uri()  # a browser without a window does not show it
    assert sorted({*asked, icon}) == sorted({(site / f"{name}.html").as_uri(), *loaded})
    page.close()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_marks_hang_beside_the_text_on_wide_screens(
    browser: Browser, site: Path, name: str
) -> None:
    page = opened(browser, site, name, WIDE)
    beside = page.evaluate("""
        [...document.querySelectorAll('.page-break:not(.in-line) > .page-mark')].map(mark => {
            const box = mark.getBoundingClientRect();
            const text = mark.closest('.section, .title-page').getBoundingClientRect();
            return box.left >= 0 && box.right <= window.innerWidth && box.width > 0
                && (box.right <= text.left || box.left >= text.right);
        })""")
    assert beside
    assert all(beside)
    page.close()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_marks_stand_in_the_line_on_narrow_screens(
    browser: Browser, site: Path, name: str
) -> None:
    page = opened(browser, site, name, NARROW)
    marks = page.locator(".page-mark")
    assert marks.first.inner_text().startswith("[p. ")
    assert page.evaluate("""
        [...document.querySelectorAll('.page-mark')].every(mark =>
            getComputedStyle(mark).position === 'static')""")
    page.close()


@pytest.mark.parametrize("name", [*DOCUMENTS, DOUBTED])
@both_widths
def test_paragraphs_do_not_overlap(browser: Browser, site: Path, name: str, width: int) -> None:
    page = opened(browser, site, name, width)
    overlaps = page.evaluate("""
        (() => {
            const boxes = [...document.querySelectorAll('main p, li.note, h1, h2, dd, pre, .back')]
                .filter(e => getComputedStyle(e).display !== 'inline')
                .map(e => [e, e.getBoundingClientRect()]);
            return boxes.flatMap(([a, x]) => boxes
                .filter(([b, y]) => a !== b && !a.contains(b) && !b.contains(a)
                    && x.left < y.right - 1 && y.left < x.right - 1
                    && x.top < y.bottom - 1 && y.top < x.bottom - 1)
                .map(([b]) => a.textContent.slice(0, 30) + ' / ' + b.textContent.slice(0, 30)));
        })()""")
    assert overlaps == []
    page.close()


def test_transcription_stands_beside_the_translation_and_its_paragraphs_level(
    browser: Browser, site: Path
) -> None:
    page = opened(browser, site, "letter", WIDE)
    left, right = (page.locator(f"section.{side}").bounding_box() for side in SIDES)
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] < right["x"]
    for number in range(1, 5):
        tops = [page.locator(f"#{side}p{number}").bounding_box() for side in ("", "t-")]
        assert tops[0] is not None
        assert tops[1] is not None
        assert tops[0]["y"] == pytest.approx(tops[1]["y"], abs=1)
    page.close()


SIDES = ("translation", "transcription")


def test_transcription_stands_below_the_translation_on_narrow_screens(
    browser: Browser, site: Path
) -> None:
    page = opened(browser, site, "letter", NARROW)
    above, below = (page.locator(f"section.{side}").bounding_box() for side in SIDES)
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    page.close()


@both_widths
def test_a_key_leads_from_an_uncertain_place_to_its_reason_its_decision_and_back(
    browser: Browser, site: Path, width: int
) -> None:
    page = opened(browser, site, DOUBTED, width)
    mark = page.get_by_role("link", name="Uncertain place 1", exact=True)
    mark.focus()
    assert mark.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    entry = page.locator("#uncertain-1")
    assert page.evaluate("location.hash") == "#uncertain-1"
    assert page.evaluate("document.querySelector('#uncertain-1').matches(':target')")
    assert (
        "Taken for the beginning of a paragraph, 63\N{NO-BREAK SPACE}% sure." in entry.inner_text()
    )
    decision = entry.locator("pre").first
    assert not decision.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert decision.is_visible()
    assert decision.inner_text().startswith('[[decision]]\nsection = "0123456789abcdef')
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    entry.get_by_role("link", name="Back to the text, uncertain place 1", exact=True).press("Enter")
    assert page.evaluate("document.querySelector('#uncertain-1-ref').matches(':target')")
    page.close()


def test_marks_and_reasons_are_printed_and_decisions_are_not(browser: Browser, site: Path) -> None:
    page = opened(browser, site, DOUBTED, WIDE)
    page.emulate_media(media="print")
    assert page.locator("#uncertain-1-ref").is_visible()
    assert page.locator("#uncertain-1 .rule").first.is_visible()
    assert page.locator(".decision:visible").count() == 0
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_page
def test_words_stand_out_from_the_paper(
    browser: Browser, site: Path, name: str, scheme: str
) -> None:
    """The contrast of every colour of text with what is behind it, as WCAG AA asks: 4.5 to 1."""
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.goto((site / f"{name}.html").as_uri())
    faint = page.evaluate("""
        (() => {
            const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
            const light = colour => numbers(colour).slice(0, 3).map(c => c / 255)
                .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = e => {
                const colour = getComputedStyle(e).backgroundColor;
                return numbers(colour)[3] === 0 ? behind(e.parentElement) : colour;
            };
            return [...document.querySelectorAll('body *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .filter(e => {
                    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))];
                    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
                }).map(e => e.outerHTML.slice(0, 80));
        })()""")
    assert faint == []
    page.close()
