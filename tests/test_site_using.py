"""Using the site: citing a document or a paragraph of it, taking it away, what its head tells."""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from calling import documents_of
from lxml import etree, html
from playwright.sync_api import Browser, Download, Page, expect
from rereading import CslSchema, by_bibtexparser, by_rispy
from saxonche import PySaxonProcessor

from converter.edition import build
from converter.output import Output
from converter.render import Renderer
from converter.resources import stylesheet
from converter.settings import Settings, read_settings
from converter.site.citing import ADDRESS, LOCATOR
from converter.site.facsimiles import Facsimiles

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
ENTRY = "the-aldersen-diaries-volume-1/1938-03-12"
LETTER = "letters-of-p-a-ozerov-volume-2/1936-02-12-p-a-ozerov-to-v-a-ozerova"
VOLUME = "letters-of-p-a-ozerov-volume-2"
LISTS = (
    "index",
    "bibliography",
    "persons",
    "places",
    "the-aldersen-diaries-volume-1/calendar",
    "search",
    "annotations",
)
SAMPLE = Path(__file__).resolve().parent / "tei" / "letter.xml"
BASE = "https://velm.example.org/edition"
SUFFIXES = (".bib", ".ris", ".csl.json", ".cite.txt")


@pytest.fixture(scope="session")
def csl(pytestconfig: pytest.Config) -> CslSchema:
    return CslSchema(pytestconfig.cache.mkdir("csl_schema"))


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the image of page 108, and of no other."""
    folder = tmp_path_factory.mktemp("images")
    (folder / "108.png").write_bytes(small_png())
    return folder


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, images: Path) -> Path:
    """The examples with an address on the web, images of pages, colours and an imprint."""
    folder = tmp_path_factory.mktemp("published")
    settings = replace(
        read_settings(EXAMPLES / "edition.toml"),
        date="2031-05-28",
        base_url=BASE,
        page_address="https://archive.example.org/find?number={shelfmark}",
        facsimile=Facsimiles("{page}.png", images),
        colours={"light": {"accent": "#00356b"}},
        imprint="Harbour Society, Port Amsel",
    )
    build([EXAMPLES], folder, settings)
    return folder


def small_png() -> bytes:
    """A white image of four dots."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    dots = zlib.compress(b"\x00\xff\xff" * 2)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", dots), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def root_of(site: Path, name: str) -> html.HtmlElement:
    return html.fromstring((site / "html" / f"{name}.html").read_bytes())


def every(root: html.HtmlElement, path: str) -> list[Any]:
    """What an XPath selects, where it selects nodes."""
    found: Any = root.xpath(path)
    return list(found)


def metas(root: html.HtmlElement, name: str) -> list[str]:
    return [str(value) for value in root.xpath("//meta[@name = $name]/@content", name=name)]


def documents(site: Path) -> list[Path]:
    """The pages of documents; a calendar is none."""
    tei = documents_of(site)
    return [site / "html" / path.parent.name / f"{path.stem}.html" for path in tei]


# ---------------------------------------------------------------- files beside the page


def test_each_document_page_has_the_files_that_it_offers(built_site: Path) -> None:
    for page in documents(built_site):
        offered = every(html.fromstring(page.read_bytes()), "//p[@class = 'files']//a/@href")
        endings = (*SUFFIXES, ".xml", ".txt")
        beside = {page.name.removesuffix(".html") + ending for ending in endings}
        assert beside <= set(offered)
        assert [name for name in beside if not (page.parent / name).is_file()] == []


def test_the_files_of_a_document_are_read_back_with_its_title(
    built_site: Path, csl: CslSchema
) -> None:
    folder = built_site / "html"
    title = "P. A. Ozerov to V. A. Ozerova, 12 February 1936"
    bibtex = by_bibtexparser((folder / f"{LETTER}.bib").read_text("utf-8"))
    (ris,) = by_rispy((folder / f"{LETTER}.ris").read_bytes().decode())
    (item,) = json.loads((folder / f"{LETTER}.csl.json").read_bytes())
    csl.validate([item])
    assert [fields["title"] for fields in bibtex.values()] == [title]
    assert (ris["title"], ris["type_of_reference"]) == (title, "CHAP")
    assert (item["title"], item["type"]) == (title, "chapter")
    assert item["container-title"] == "Letters of P. A. Ozerov: Volume 2"


def test_a_volume_and_the_bibliography_have_their_references_in_one_file(built_site: Path) -> None:
    folder = built_site / "html"
    letters = by_rispy((folder / f"{VOLUME}.ris").read_bytes().decode())
    assert len(letters) == sum(path.parent.name == VOLUME for path in documents_of(built_site))
    assert by_bibtexparser((folder / "bibliography.bib").read_text("utf-8"))
    offered = root_of(built_site, "index").xpath("//p[@class = 'files']/a/@href")
    assert {f"{VOLUME}{suffix}" for suffix in SUFFIXES} <= set(offered)
    offered = root_of(built_site, "bibliography").xpath("//p[@class = 'files']/a/@href")
    assert {"bibliography.bib", "bibliography.xml"} <= set(offered)


def test_the_tei_beside_the_page_is_the_tei_of_the_edition(built_site: Path) -> None:
    for name in (ENTRY, LETTER, "bibliography"):
        beside = (built_site / "html" / f"{name}.xml").read_bytes()
        assert beside == (built_site / "tei" / f"{name}.xml").read_bytes()


def test_without_script_the_page_shows_its_citation_and_links(built_site: Path) -> None:
    section = root_of(built_site, LETTER).get_element_by_id("cite")
    note = (built_site / "html" / f"{LETTER}.cite.txt").read_text("utf-8")
    assert section.xpath("string(p[@class = 'citation'])") == note.strip()
    assert len(section.xpath("p[@class = 'files']/a")) == len(SUFFIXES)
    assert section.xpath(".//button[not(ancestor::template)]") == []


# ---------------------------------------------------------------- head


def test_zotero_finds_a_part_of_a_book_in_the_head(built_site: Path) -> None:
    head = root_of(built_site, LETTER)
    assert metas(head, "citation_title") == ["P. A. Ozerov to V. A. Ozerova, 12 February 1936"]
    assert metas(head, "citation_author") == ["Ozerov, Pavel Andreevich"]
    assert metas(head, "citation_inbook_title") == ["Letters of P. A. Ozerov: Volume 2"]
    assert metas(head, "citation_lastpage") == ["41"]
    assert metas(head, "citation_publisher") == ["Merrow University Press"]
    assert metas(head, "citation_book_title") == metas(head, "citation_journal_title") == []


def test_the_day_of_writing_is_no_date_of_publication(built_site: Path) -> None:
    assert metas(root_of(built_site, LETTER), "citation_publication_date") == []
    assert linked(built_site, LETTER)["dateCreated"] == "1936-02-12"


def linked(site: Path, name: str) -> dict[str, object]:
    found = root_of(site, name).xpath("//script[@type = 'application/ld+json']/text()")
    assert len(found) == 1
    read: dict[str, object] = json.loads(str(found[0]))
    return read


def test_the_data_for_search_engines_are_json_and_name_the_document(published: Path) -> None:
    for page in documents(published):
        data = linked(published, f"{page.parent.name}/{page.stem}")
        assert data["@context"] == "https://schema.org"
        assert data["url"] == f"{BASE}/{page.parent.name}/{page.name}"
    letter = linked(published, LETTER)
    assert letter["@type"] == "Chapter"
    assert letter["author"] == [
        {
            "@type": "Person",
            "name": "Pavel Andreevich Ozerov",
            "familyName": "Ozerov",
            "givenName": "Pavel Andreevich",
        }
    ]


def test_a_title_cannot_end_the_script_element() -> None:
    hostile = "Dues &lt;/script&gt;&lt;b&gt; &amp; “tolls”"
    tei = re.sub(r'(<title type="main">).*?<', rf"\1{hostile}<", SAMPLE.read_text("utf-8"))
    page = html.fromstring(Renderer().html(tei, path="hostile").text)
    (data,) = every(page, "//script[@type = 'application/ld+json']/text()")
    assert json.loads(str(data))["name"] == "Dues </script><b> & “tolls”"
    assert page.xpath("//head//b") == []


def test_a_card_names_title_edition_and_address(published: Path) -> None:
    head = root_of(published, ENTRY)
    card = {str(e.get("property")): str(e.get("content")) for e in head.xpath("//meta[@property]")}
    assert card["og:title"] == "12 March 1938"
    assert card["og:site_name"] == "Voices of the Velm: Diaries and Letters, 1936–1938"
    assert card["og:url"] == f"{BASE}/{ENTRY}.html"


def test_the_pages_that_are_no_documents_have_their_address_and_card_too(published: Path) -> None:
    for name in LISTS:
        head = root_of(published, name)
        address = f"{BASE}/{name}.html"
        assert head.xpath("//link[@rel = 'canonical']/@href") == [address]
        card = {
            str(e.get("property")): str(e.get("content")) for e in head.xpath("//meta[@property]")
        }
        assert card == {
            "og:type": "website",
            "og:title": head.findtext("head/title"),
            "og:site_name": "Voices of the Velm: Diaries and Letters, 1936–1938",
            "og:url": address,
        }
        assert metas(head, "twitter:card") == ["summary"]


def test_without_a_base_address_nothing_claims_one(built_site: Path) -> None:
    assert not (built_site / "html" / "sitemap.xml").exists()
    for name in (ENTRY, *LISTS):
        assert root_of(built_site, name).xpath("//link[@rel = 'canonical']") == []
    for name in LISTS:
        assert root_of(built_site, name).xpath("//meta[@property]") == []


# ---------------------------------------------------------------- an address on the web


def test_the_sitemap_has_the_canonical_address_of_every_page(published: Path) -> None:
    top = etree.fromstring((published / "html" / "sitemap.xml").read_bytes())
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = [str(loc.text) for loc in top.iterfind("s:url/s:loc", space)]
    pages = (published / "html").rglob("*.html")
    assert sorted(listed) == sorted(
        f"{BASE}/{path.relative_to(published / 'html').as_posix()}" for path in pages
    )
    assert {str(day.text) for day in top.iterfind("s:url/s:lastmod", space)} == {"2031-05-28"}
    for name in (ENTRY, *LISTS):
        canonical = root_of(published, name).xpath("//link[@rel = 'canonical']/@href")
        assert canonical == [f"{BASE}/{name}.html"]


def test_the_sitemap_takes_the_day_of_its_sources_where_the_edition_names_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = EXAMPLES / "diary" / "1938-07-17.txt"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    report = build([page], tmp_path / "dated", LICENSED)
    assert b"<lastmod>2030-03-17</lastmod>" in sitemap(tmp_path / "dated")
    assert "sitemap-without-date" not in {problem.code for problem in report.problems}


def test_a_sitemap_without_any_day_says_1980_and_the_report_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    page = EXAMPLES / "diary" / "1938-07-17.txt"
    report = build([page], tmp_path / "undated", LICENSED)
    assert b"<lastmod>1980-01-01</lastmod>" in sitemap(tmp_path / "undated")
    (said,) = (p for p in report.problems if p.code == "sitemap-without-date")
    assert "1980-01-01" in str(said)


LICENSED = Settings(base_url=BASE, publisher="Harbour Society", licence="CC BY 4.0")


def sitemap(folder: Path) -> bytes:
    return (folder / "html" / "sitemap.xml").read_bytes()


def test_citations_and_the_tei_have_the_address_of_the_edition(published: Path) -> None:
    tei = (published / "tei" / f"{LETTER}.xml").read_text("utf-8")
    assert f'<idno type="URI">{BASE}/{LETTER}.html</idno>' in tei
    shown = "https://archive.example.org/find?number=Ozerov%20papers%2C%204%2F17"
    assert f'<idno type="URI">{shown}</idno>' in tei
    (ris,) = by_rispy((published / "html" / f"{LETTER}.ris").read_bytes().decode())
    assert ris["urls"] == [f"{BASE}/{LETTER}.html"]


def test_without_an_address_of_its_own_a_document_is_cited_by_the_archives(tmp_path: Path) -> None:
    page = EXAMPLES / "letters" / "telegram-1937-01-17.txt"
    build([page], tmp_path, Settings(page_address="https://archive.example.org/{date}"))
    (note,) = (tmp_path / "html").glob("*/*.cite.txt")
    assert "https://archive.example.org/1937-01-17" in note.read_text("utf-8")


def test_the_imprint_stands_at_the_foot_of_every_page(published: Path) -> None:
    for name in (ENTRY, *LISTS):
        (foot,) = root_of(published, name).xpath("//footer")
        assert "Harbour Society, Port Amsel" in foot.text_content()


# ---------------------------------------------------------------- facsimiles


def policy(site: Path, name: str) -> str:
    found = root_of(site, name).xpath("//meta[@http-equiv = 'Content-Security-Policy']/@content")
    return re.sub(r".*img-src ([^;]*);.*", r"\1", str(found[0]))


def test_images_from_files_lie_in_the_site_and_are_linked_from_their_page(
    published: Path, images: Path
) -> None:
    copied = published / "html" / "facsimiles" / "108.png"
    assert copied.read_bytes() == (images / "108.png").read_bytes()
    links = root_of(published, ENTRY).xpath("//a[@data-facsimile]")
    assert {link.get("href") for link in links} == {"../facsimiles/108.png"}
    assert policy(published, ENTRY) == "'self'"


def test_images_that_are_not_there_are_counted_in_one_message(tmp_path: Path, images: Path) -> None:
    page = EXAMPLES / "diary" / "1938-03-12.txt"
    report = build([page], tmp_path, Settings(facsimile=Facsimiles("{page}.png", images)))
    (said,) = (str(p) for p in report.problems if p.code == "facsimile-missing")
    assert "of this document's pages have no image" in said


def test_only_a_page_with_images_of_a_host_allows_that_host(tmp_path: Path) -> None:
    pattern = "https://iiif.example.org/{volume}-{page}/full/1200,/0/default.jpg"
    page = EXAMPLES / "diary" / "1938-03-12.txt"
    build([page], tmp_path, Settings(facsimile=Facsimiles(pattern, tmp_path)))
    assert policy(tmp_path, ENTRY) == "'self' https://iiif.example.org"
    assert policy(tmp_path, "index") == "'self'"
    link = root_of(tmp_path, ENTRY).xpath("//a[@data-facsimile = '108']/@href")[0]
    assert link == (
        "https://iiif.example.org/the-aldersen-diaries-volume-1-108/full/1200,/0/default.jpg"
    )


def test_without_a_pattern_no_page_allows_another_host(built_site: Path) -> None:
    assert {policy(built_site, name) for name in (ENTRY, LETTER, "index")} == {"'self'"}


def test_a_stylesheet_of_ones_own_includes_ours_and_needs_none_of_this(tmp_path: Path) -> None:
    own = tmp_path / "own.xsl"
    own.write_text(
        f"""<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            default-mode="html" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
          <xsl:include href="{stylesheet("html/all.xsl").as_uri()}"/>
          <xsl:template match="pb[@n]" mode="page-mark" priority="20">
            <b><xsl:value-of select="@n"/></b>
          </xsl:template>
        </xsl:stylesheet>""",
        "utf-8",
    )
    with PySaxonProcessor(license=False) as saxon:
        compiled = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(own))
        page = html.fromstring(compiled.transform_to_string(source_file=str(SAMPLE)))
    assert page.xpath("//b/text()")
    assert page.xpath("//*[@id = 'cite' or @id = 'downloads']") == []
    assert metas(page, "citation_inbook_title")


# ---------------------------------------------------------------- in the browser


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """What browsers ask for unbidden is there, and empty."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """A test has nothing to say of its requests."""


@pytest.fixture(scope="module")
def served(built_site: Path) -> Iterator[str]:
    """The address of the site on a server of this machine."""
    handler = partial(Quiet, directory=str(built_site / "html"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert faults == []


def opened(page: Page, site: Path, name: str) -> Page:
    page.goto((site / "html" / f"{name}.html").as_uri())
    return page


def form(page: Page, name: str) -> str:
    return page.locator(f"[data-form='{name}'] pre").inner_text()


def text_of(download: Download) -> str:
    return Path(download.path()).read_bytes().decode()


@pytest.mark.browser
def test_the_document_is_cited_in_four_forms_and_copied_by_one_click(
    page: Page, built_site: Path
) -> None:
    opened(page, built_site, LETTER)
    page.locator(".ways-to-use [data-open-cite]").click()
    dialog = page.locator("dialog[data-cite]")
    expect(dialog).to_be_visible()
    assert dialog.locator("[data-form]").count() == 4
    dialog.locator("[data-form='bibtex'] [data-copy]").click()
    expect(dialog.locator("[data-said]")).to_have_text("Copied")
    copied = by_bibtexparser(form(page, "bibtex"))
    assert [fields["booktitle"] for fields in copied.values()] == [
        "Letters of P. A. Ozerov: Volume 2"
    ]
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(".ways-to-use [data-open-cite]")).to_be_focused()


@pytest.mark.browser
def test_a_followed_paragraph_is_cited_with_its_address_and_page(
    page: Page, published: Path, csl: CslSchema
) -> None:
    opened(page, published, ENTRY)
    paragraph = page.locator("p:has(> .with-facsimile)").first
    name = paragraph.get_attribute("id")
    paragraph.hover()
    paragraph.locator(".permalink").click()
    page.locator("[data-cite-passage]").click()
    note = form(page, "text")
    assert note.strip().endswith(f", 108, {BASE}/{ENTRY}.html#{name}.")
    for which, ending in (("bibtex", ".bib"), ("ris", ".ris"), ("csl-json", ".csl.json")):
        with page.expect_download() as waited:
            page.locator(f"[data-form='{which}'] a[download]").click()
        assert waited.value.suggested_filename == f"1938-03-12-{name}{ending}"
        text = text_of(waited.value)
        assert LOCATOR not in text
        assert ADDRESS not in text
        if which == "bibtex":
            (fields,) = by_bibtexparser(text).values()
            address, said = fields["url"], fields["note"]
        elif which == "ris":
            (fields,) = by_rispy(text)
            address, said = fields["urls"][0], fields["notes"][-1]
        else:
            (item,) = json.loads(text)
            csl.validate([item])
            address, said = item["URL"], item["note"]
        assert address == f"{BASE}/{ENTRY}.html#{name}"
        assert said == "Cited passage: p. 108"


@pytest.mark.browser
def test_selected_words_are_cited_with_the_page_they_stand_on(page: Page, published: Path) -> None:
    opened(page, published, LETTER)
    page.evaluate("""() => {
        const p = document.querySelector('#p3').firstChild;
        document.getSelection().setBaseAndExtent(p, 0, p, 20);
    }""")
    page.locator(".ways-to-use [data-open-cite]").click()
    expect(page.locator("dialog[data-cite] [data-place]")).to_have_text("p. 41, paragraph 3")
    assert " (Merrow University Press), 41; original: " in form(page, "text")
    assert f"{BASE}/{LETTER}.html#p3." in form(page, "text")
    page.locator("dialog[data-cite] input[value='whole']").check()
    assert " (Merrow University Press), to p. 41; original: " in form(page, "text")


@pytest.mark.browser
def test_from_a_file_without_an_address_no_citation_names_the_readers_disk(
    page: Page, built_site: Path
) -> None:
    opened(page, built_site, ENTRY)
    page.evaluate("location.hash = '#p1'")
    page.locator("[data-cite-passage]").click()
    for which in ("text", "bibtex", "ris", "csl-json"):
        assert "file:" not in form(page, which)
        assert ADDRESS not in form(page, which)


@pytest.mark.browser
@pytest.mark.parametrize("ending", [*SUFFIXES, ".xml", ".txt"])
def test_a_link_of_the_page_downloads_its_file(
    page: Page, served: str, built_site: Path, ending: str
) -> None:
    page.goto(f"{served}/{LETTER}.html")
    with page.expect_download() as waited:
        page.locator(f"main .files a[download$='ozerova{ending}']").first.click()
    assert waited.value.suggested_filename == f"{LETTER.rpartition('/')[2]}{ending}"
    beside = built_site / "html" / f"{LETTER}{ending}"
    assert Path(waited.value.path()).read_bytes() == beside.read_bytes()


@pytest.mark.browser
@pytest.mark.parametrize("ending", SUFFIXES)
def test_the_dialog_saves_the_same_files_from_a_disk(
    page: Page, built_site: Path, ending: str
) -> None:
    opened(page, built_site, LETTER)
    page.locator(".ways-to-use [data-open-cite]").click()
    with page.expect_download() as waited:
        page.locator(f"dialog[data-cite] a[download$='ozerova{ending}']").click()
    beside = built_site / "html" / f"{LETTER}{ending}"
    assert Path(waited.value.path()).read_bytes() == beside.read_bytes()


@pytest.mark.browser
def test_sharing_without_a_device_for_it_copies_the_address(page: Page, published: Path) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    opened(page, published, ENTRY)
    page.locator("[data-share]").click()
    expect(page.locator("[data-copied]")).to_have_text("Address copied")


@pytest.mark.browser
def test_the_facsimile_opens_beside_its_page_grows_and_closes(page: Page, published: Path) -> None:
    opened(page, published, ENTRY)
    link = page.locator("a[data-facsimile='108']").first
    link.click()
    frame = page.locator("[data-facsimile-frame]")
    image = frame.locator("img")
    expect(image).to_have_attribute("alt", "Facsimile of p. 108")
    expect(image).to_have_js_property("naturalWidth", 2)
    before = image.bounding_box()
    frame.locator("[data-larger]").click()
    after = image.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"]
    page.keyboard.press("Escape")
    expect(frame).to_be_hidden()
    expect(link).to_be_focused()


@pytest.mark.browser
def test_the_colours_of_an_edition_are_on_its_pages(page: Page, published: Path) -> None:
    opened(page, published, ENTRY)
    colour = "getComputedStyle(document.querySelector('.files a')).color"
    page.emulate_media(color_scheme="light")
    assert page.evaluate(colour) == "rgb(0, 53, 107)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(colour) == "rgb(227, 162, 127)"


def test_a_file_of_the_site_that_was_changed_by_hand_is_kept(tmp_path: Path) -> None:
    page = EXAMPLES / "diary" / "1938-07-17.txt"
    build([page], tmp_path, Settings())
    (note,) = (tmp_path / "html").glob("*/*.cite.txt")
    note.write_text("mine\n", "utf-8")
    build([page], tmp_path, Settings())
    assert note.read_text("utf-8") == "mine\n"
    assert Output.open(tmp_path).before


def test_the_tei_that_is_offered_is_the_editors_where_there_is_one(tmp_path: Path) -> None:
    page = EXAMPLES / "diary" / "1938-07-17.txt"
    build([page], tmp_path, Settings())
    (tei,) = documents_of(tmp_path)
    edited = tei.read_bytes().replace(b"<body>", b"<body><!-- read against the original -->", 1)
    tei.write_bytes(edited)
    build([page], tmp_path, Settings())
    (offered,) = (tmp_path / "html").glob("the-*/*.xml")
    assert tei.read_bytes() == offered.read_bytes() == edited
