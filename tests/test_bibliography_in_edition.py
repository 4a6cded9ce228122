"""bibliography.xml, its page and text, and the pointers to it in the documents of an edition."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from calling import files, run
from citing_documents import IMPRINT, PAGE, entry, ibid, notes, op_cit, piece, times, vik
from lxml import etree
from lying_documents import as_published
from playwright.sync_api import Browser
from settled_lists import Settled, settled

from converter.authorities import shipped
from converter.bibliography.in_edition import draft_bibliography
from converter.entries import Entry, Volumes
from converter.markup import ID, TEI, serialise
from converter.output import Output
from converter.publish import Publisher
from converter.published_lists import publish_lists
from converter.render import Renderer
from converter.resources import assets
from converter.schemas import edition_schemas
from converter.settings import Settings
from converter.validate import validate_tree

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BIBL = f"{{{TEI}}}bibl"
PAPERS = (
    '<bibl type="archival"><name type="collection">Skarv papers</name>, <title level="u">log'
    '</title>, <idno type="shelfmark">SKV 3/12</idno>, <date when="1938-03-12">12 March</date>'
    "</bibl>"
)
ARTICLE = (
    '<bibl type="journal"><author>T. Brandt</author> and <author>A. Minde</author>, <title '
    'level="a">‘“Full ahead”: the bells’</title>, <title level="j">Harbour Studies</title>, '
    '<biblScope unit="volume">iv</biblScope> (<date when="1961">1961</date>), <biblScope '
    'unit="page" from="3" to="9">pp. 3–9</biblScope></bibl>'
)
CHAPTER = (
    '<bibl type="chapter"><author>T. Brandt</author>, <title level="a">‘Ice’</title>, in <editor>'
    'A. Minde</editor> (ed.), <title level="m">The Quay</title> (<pubPlace>Amsel</pubPlace>: '
    '<publisher>Harbour Press</publisher>, <date when="1970">1970</date>)</bibl>'
)
COLLECTION = (
    '<bibl type="documentCollection"><title level="m">DBFP</title>, <citedRange unit="document" '
    'n="4">no. 4</citedRange></bibl>'
)
WEB = '<bibl type="web"><ref type="url" target="https://amsel.example/log">the log</ref></bibl>'
ALL = notes(
    f"{vik(IMPRINT)}; {piece('22341')}.", ibid(), f"{ARTICLE}; {CHAPTER}; {COLLECTION}.",
    f"{PAPERS}; {times()}; {WEB}.", op_cit("Nobody"),
)  # fmt: skip


def volumes(*entries: Entry) -> Volumes:
    return {"diary": entries}


def assembled(folder: Path, *entries: Entry, title: str = "Voices of Amsel") -> Settled:
    output, cited = Output.open(folder), volumes(*entries)
    draft = draft_bibliography(cited, folder, Settings(title=title), shipped())
    return settled(draft, cited, output)


def tree(made: Settled) -> etree._ElementTree:
    assert made.tei is not None
    return etree.ElementTree(etree.fromstring(made.tei))


def pointers(one: Entry) -> list[str]:
    return [bibl.get("corresp", "") for bibl in as_published(one).iter(BIBL)]


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


# ---------------------------------------------------------------- the file


def test_the_bibliography_is_valid_against_its_own_schema(tmp_path: Path) -> None:
    made = assembled(tmp_path, entry(ALL, "1938-03-14"))
    assert validate_tree(tree(made), "bibliography.xml", edition_schemas()) == []


def test_the_schema_of_the_bibliography_finds_what_does_not_belong_there(tmp_path: Path) -> None:
    found = tree(assembled(tmp_path, entry(ALL, "1938-03-14")))
    next(found.iter(BIBL)).set("type", "pamphlet")
    assert [p.place.line for p in validate_tree(found, "b.xml", edition_schemas())] != []


@pytest.mark.slow
def test_the_bibliography_is_valid_against_the_whole_of_tei(
    tmp_path: Path, tei_all_rng: etree.RelaxNG
) -> None:
    found = tree(assembled(tmp_path, entry(ALL, "1938-03-14")))
    assert tei_all_rng.validate(found), tei_all_rng.error_log


def test_entries_are_written_in_the_fullest_form_that_is_cited(tmp_path: Path) -> None:
    later = entry(notes(vik(PAGE, name="Ole Vik")), "1938-03-15")
    made = tree(assembled(tmp_path, entry(ALL, "1938-03-14"), later))
    for note in made.iter(f"{{{TEI}}}note"):
        note.clear()
    assert {bibl.get(ID): said(bibl) for bibl in made.iter(BIBL)} == {
        "a-tna-fo-371-22341": "TNA, FO 371 22341",
        "a-skv-3-12": "Skarv papers, SKV 3/12",
        "c-dbfp": "Documents on British Foreign Policy (London)",
        "n-times": "The Times (London)",
        "w-brandt-full-ahead": "Brandt, T.; Minde, A., ‘“Full ahead”: the bells’, Harbour Studies, "
        "iv (1961), pp. 3–9",
        "w-brandt-ice": "Brandt, T., ‘Ice’, in The Quay, ed. Minde, A. "
        "(Amsel: Harbour Press, 1970)",
        "w-amsel-example-log": "https://amsel.example/log",
        "w-vik-pilot-diaries": "Ole Vik, Pilot Diaries (Amsel, 1952)",
    }


def test_an_editor_cited_short_as_if_the_author_stays_the_editor(tmp_path: Path) -> None:
    full = vik(IMPRINT).replace("author>", "editor>")
    made = tree(assembled(tmp_path, entry(notes(full, vik(name="Vik")), "1938-03-14")))
    (bibl,) = made.iter(BIBL)
    assert [len(list(bibl.iter(f"{{{TEI}}}{role}"))) for role in ("author", "editor")] == [0, 1]


def test_places_lead_to_notes_and_name_documents_of_one_day_by_their_titles(
    tmp_path: Path,
) -> None:
    one, two = entry(notes(vik()), "1938-03-14"), entry(notes(vik()), "1938-03-14", title="Night")
    two.name = "diary/night"
    found = tree(assembled(tmp_path, one, two, entry(notes(times(), vik()), "1938-03-15")))
    work = next(bibl for bibl in found.iter(BIBL) if bibl.get(ID) == "w-vik-pilot-diaries")
    refs = list(work.iter(f"{{{TEI}}}ref"))
    assert [ref.get("target") for ref in refs] == [
        "diary/1938-03-14.xml#n1",
        "diary/night.xml#n1",
        "diary/1938-03-15.xml#n2",
    ]
    assert [ref.xpath("string()") for ref in refs] == [
        "1938-03-14, An entry, n. 1",
        "1938-03-14, Night, n. 1",
        "1938-03-15, n. 2",
    ]


def test_where_nothing_is_cited_there_is_no_bibliography(tmp_path: Path) -> None:
    assert assembled(tmp_path, entry(notes("A pilot."), "1938-03-14")).tei is None
    assert not (tmp_path / "tei").exists()


def test_ids_are_of_a_closed_alphabet(tmp_path: Path) -> None:
    cyrillic = vik(IMPRINT, "Дневник лоцмана", "О. А. Вик")
    made = tree(assembled(tmp_path, entry(notes(cyrillic, PAPERS), "1938-03-14")))
    ids = [node.get(ID, "") for node in made.iter() if node.get(ID)]
    assert "w-vik-dnevnik-lotsmana" in ids
    assert all(re.fullmatch("[A-Za-z0-9-]+", each) for each in ids)


# ---------------------------------------------------------------- documents


def test_citations_point_into_the_bibliography(tmp_path: Path) -> None:
    one = entry(notes(f"{vik()}; {times()}.", ibid()), "1938-03-14")
    assembled(tmp_path, one)
    start = "../bibliography.xml#"
    assert pointers(one) == [f"{start}w-vik-pilot-diaries", *[f"{start}n-times"] * 2]
    bibls = list(as_published(one).iter(BIBL))
    assert [bibl.get("type") for bibl in bibls] == ["book", "newspaper", "newspaper"]
    assert [bibl.get("cert") for bibl in bibls] == [None, None, "medium"]


def test_what_cannot_be_traced_is_told_with_its_line_and_not_pointed(tmp_path: Path) -> None:
    one = entry(notes(vik(), times(), op_cit("Nobody")), "1938-03-14")
    (problem,) = assembled(tmp_path, one).problems
    lines = serialise(as_published(one)).decode().split("\n")
    assert problem.code == "author-not-cited-before"
    assert "Nobody" in lines[problem.place.line - 1]
    assert problem.message.startswith("'Nobody, op. cit., p. 40' in note 3 means a work of Nobody")
    assert pointers(one)[-1] == ""


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (notes(ibid()), "ibid-without-source"),
        (notes(ibid(), ibid()), "ibid-of-untraced"),
        (notes(f"{vik()}; log 7, f. 2; {ibid()}"), "ibid-of-unread"),
        (
            notes(vik(IMPRINT, "Quay Days"), vik(IMPRINT, "Light Days"), vik(title="Days")),
            "short-title-ambiguous",
        ),
        (
            notes(vik(IMPRINT), vik(IMPRINT, "Ice"), op_cit("Vik").replace("ibid", "internal")),
            "author-of-several",
        ),
        (notes(piece("7", "", "").replace('<idno type="class"></idno> ', "")),
         "shelfmark-not-completed"),
        (notes(f'<bibl type="archival">{PAGE}</bibl>'), "citation-names-nothing"),
    ],
)  # fmt: skip
def test_every_reason_for_which_a_citation_is_not_traced_can_be_said(
    tmp_path: Path, body: str, code: str
) -> None:
    problem = assembled(tmp_path, entry(body, "1938-03-14")).problems[-1]
    assert problem.code == code
    assert problem.message
    assert problem.hint


def test_a_pointer_of_an_editor_is_followed(tmp_path: Path) -> None:
    target = "../bibliography.xml#w-vik-pilot-diaries"
    body = notes(vik(), op_cit("Nobody").replace("<bibl", f'<bibl corresp="{target}"'))
    edited = entry(body, "1938-03-14", ours=False)
    made = assembled(tmp_path, edited)
    assert made.problems == ()
    assert len(list(tree(made).iter(f"{{{TEI}}}ref"))) == 2


def test_a_pointer_of_an_editor_that_leads_nowhere_is_reported(tmp_path: Path) -> None:
    body = notes(vik().replace("<bibl", '<bibl corresp="../bibliography.xml#w-nobody"'))
    made = assembled(tmp_path, entry(body, "1938-03-14", ours=False))
    (problem,) = made.problems
    assert problem.code == "corresp-without-entry"
    assert problem.place.line == 2
    assert "'../bibliography.xml#w-nobody'" in problem.message


def test_a_bibliography_changed_by_hand_is_kept_and_what_it_lacks_reported(tmp_path: Path) -> None:
    one, two = entry(notes(vik()), "1938-03-14"), entry(notes(times()), "1938-03-15")
    assembled(tmp_path, one)
    path = tmp_path / "tei" / "bibliography.xml"
    path.write_text(path.read_text("utf-8").replace("Pilot Diaries", "Diaries"), "utf-8")
    changed = path.read_bytes()
    made = assembled(tmp_path, one, two)
    assert path.read_bytes() == changed == made.tei
    (problem,) = made.problems
    assert problem.code == "bibliography-lacks"
    assert problem.message.endswith("has no entry 'n-times', cited in 1 note")


def test_a_bibliography_that_cannot_be_read_any_more_is_reported(tmp_path: Path) -> None:
    one = entry(notes(vik()), "1938-03-14")
    assembled(tmp_path, one)
    (tmp_path / "tei" / "bibliography.xml").write_text("<TEI", "utf-8")
    made = assembled(tmp_path, one)
    assert [problem.code for problem in made.problems] == ["xml-not-well-formed"]
    assert made.tei is not None


# ---------------------------------------------------------------- page and text


def test_the_page_has_every_entry_and_links_to_the_notes_that_cite_it(
    tmp_path: Path, renderer: Renderer
) -> None:
    made = assembled(tmp_path, entry(ALL, "1938-03-14"))
    assert made.tei is not None
    page = etree.HTML(renderer.html(made.tei, path="b", strict=True).text)
    ids = [str(each) for each in xpath(page, "//@id")]
    assert len(ids) == len(set(ids))
    assert {bibl.get(ID) for bibl in tree(made).iter(BIBL)} <= set(ids)
    work = xpath(page, "//li[@id = 'w-vik-pilot-diaries']")[0]
    assert xpath(work, ".//a/@href") == ["diary/1938-03-14.html#n1"]
    assert said(work) == "Vik, O., Pilot Diaries (Amsel, 1952) Cited in 14 March 1938, n. 1"
    assert "The National Archives, Kew" in [said(each) for each in xpath(page, "//h3")]
    untraced = xpath(page, "//section[@id = 'untraced']//li")
    assert [said(each) for each in untraced] == ["14 March 1938, n. 5: Nobody, op. cit., p. 40"]


def test_what_nobody_checked_is_said_on_the_page(tmp_path: Path, renderer: Renderer) -> None:
    made = assembled(tmp_path, entry(ALL, "1938-03-14"))
    assert made.tei is not None
    doubted = made.tei.replace(b'<org xml:id="org-TNA"', b'<org cert="low" xml:id="org-TNA"')
    page = etree.HTML(renderer.html(doubted, path="b", strict=True).text)
    assert said(xpath(page, "//h3[@id = 'TNA']")[0]).endswith("name not checked")
    text = renderer.text(doubted, path="b", strict=True).text
    assert "The National Archives, Kew [name not checked]" in text


def test_the_text_has_a_source_a_line_and_who_cites_it_below(
    tmp_path: Path, renderer: Renderer
) -> None:
    more = entry(notes(vik(), vik(), first=7), "1938-03-15")
    made = assembled(tmp_path, entry(ALL, "1938-03-14"), more)
    assert made.tei is not None
    text = renderer.text(made.tei, path="b", strict=True).text
    assert (
        "Vik, O., Pilot Diaries (Amsel, 1952)\n"
        "    Cited in 14 March 1938, n. 1; 15 March 1938, n. 7, 8\n"
    ) in text
    assert (
        "Archival sources\n----------------\n\nThe National Archives, Kew\n\nFO 371 22341" in text
    )


def test_what_an_editor_added_to_the_bibliography_is_shown_or_named(
    tmp_path: Path, renderer: Renderer
) -> None:
    made = assembled(tmp_path, entry(ALL, "1938-03-14"))
    assert made.tei is not None
    added = b'<div type="maps"><head>Maps</head><p>A <stamp>chart</stamp> of Amsel.</p></div>'
    tei = made.tei.replace(b"</body>", added + b"</body>")
    for to in ("html", "text"):
        rendered = getattr(renderer, to)(tei, path="b")
        assert "chart" in rendered.text
        assert [p.facts["name"] for p in rendered.unhandled] == ["stamp"] * (to == "html")


def test_a_citation_on_the_page_of_a_document_leads_to_its_source(
    tmp_path: Path, renderer: Renderer
) -> None:
    one = entry(notes(vik(), op_cit("Nobody")), "1938-03-14")
    assembled(tmp_path, one)
    page = etree.HTML(renderer.html(serialise(as_published(one)), path="d", strict=True).text)
    (link,) = xpath(page, "//li[@class = 'note source']//a[@class = 'to-bibliography']")
    assert link.get("href") == "../bibliography.html#w-vik-pilot-diaries"
    assert link.get("aria-label") == "This source in the bibliography"


def test_every_link_between_the_examples_and_their_bibliography_leads_somewhere(
    tmp_path: Path,
) -> None:
    assert run("build", EXAMPLES, "-o", tmp_path / "out").exit_code == 0
    pages = {
        path.relative_to(tmp_path / "out/html").as_posix(): etree.HTML(path.read_text("utf-8"))
        for path in (tmp_path / "out/html").rglob("*.html")
    }
    ids = {name: set(map(str, xpath(page, "//@id"))) for name, page in pages.items()}
    for link in xpath(pages["bibliography.html"], "//li//a/@href"):
        name, _, anchor = str(link).partition("#")
        assert anchor in ids[name] or str(link).startswith("https:"), link
    to_sources = [
        str(link)
        for name, page in pages.items()
        for link in xpath(page, "//a[@class = 'to-bibliography']/@href")
    ]
    assert to_sources
    assert {link.removeprefix("../bibliography.html#") for link in to_sources} <= (
        ids["bibliography.html"]
    )
    assert "bibliography.html" in xpath(pages["index.html"], "//nav[@class = 'pages']/a/@href")
    again = run("build", EXAMPLES, "-o", tmp_path / "again")
    assert again.exit_code == 0
    for name in ("tei/bibliography.xml", "html/bibliography.html", "text/bibliography.txt"):
        assert files(tmp_path / "again")[name] == files(tmp_path / "out")[name]
    assert run("validate", tmp_path / "out" / "tei").exit_code == 0


def test_a_bibliography_that_is_no_tei_any_more_costs_only_its_own_page(tmp_path: Path) -> None:
    publisher = Publisher(Output.open(tmp_path), "en")
    problems = publish_lists(publisher, {"bibliography": b"<list/>"})
    assert [problem.code for problem in problems] == ["render-not-tei"]
    assert not (tmp_path / "html").exists()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, renderer: Renderer) -> Path:
    """A page with long titles, many places and every part."""
    folder = tmp_path_factory.mktemp("site")
    long = vik(IMPRINT, "The Collected Diaries, Letters, Logs and Reports of a Pilot " * 3)
    entries = [entry(ALL + notes(long, long, first=8), f"1938-03-{day}") for day in range(10, 29)]
    made = assembled(folder, *entries)
    assert made.tei is not None
    rendered = renderer.html(made.tei, path="b", strict=True, assets="")
    (folder / "b.html").write_text(rendered.text, "utf-8")
    for file in assets().values():
        shutil.copy(file, folder)
    return folder / "b.html"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_fits_the_window_and_loads_without_error(
    browser: Browser, many: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(many.as_uri() + "#w-vik-pilot-diaries")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("document.querySelector('#w-vik-pilot-diaries').matches(':target')")
    assert told == []
    page.close()


def xpath(node: etree._Element, path: str) -> list[Any]:
    """Elements, or the values of attributes."""
    found = node.xpath(path)
    assert isinstance(found, list)
    return found


def said(node: etree._Element) -> str:
    return " ".join(str(node.xpath("string()")).split())
