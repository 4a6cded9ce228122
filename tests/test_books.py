"""converter book: what a volume or a document becomes as an EPUB, and how the command answers."""

import zipfile
from pathlib import Path

import pytest
from book_reading import (
    NS,
    chapters,
    files,
    in_order,
    leaf,
    own_words,
    words,
    words_of_text_edition,
)
from calling import files as files_in
from calling import run
from lxml import etree

from converter.site.sitemap import LONG_AGO

DIARY, LETTERS = "the-aldersen-diaries-volume-1", "letters-of-p-a-ozerov-volume-2"
LETTER = f"{LETTERS}/1938-04-03-p-a-ozerov-to-t-e-aldersen"
ENTRY = f"{DIARY}/1938-03-12"
XML = "http://www.w3.org/XML/1998/namespace"
SAMPLES = Path(__file__).parent / "tei"
STRANGE = SAMPLES / "strange-book.xml"
ALL = "//h:nav[@epub:type = '{}']//h:a"


@pytest.fixture(scope="module")
def diary(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The diary of the examples as an EPUB."""
    return book_of(built_site / "tei" / DIARY, tmp_path_factory.mktemp("diary"))


@pytest.fixture(scope="module")
def letters(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The letters of the examples as an EPUB."""
    return book_of(built_site / "tei" / LETTERS, tmp_path_factory.mktemp("letters"))


def book_of(tei: Path, folder: Path, *more: object) -> bytes:
    file = folder / "book.epub"
    answer = run("book", tei, "--to", "epub", "-o", file, *more)
    assert answer.exit_code in (0, 1), answer.stderr
    return file.read_bytes()


def found(root: etree._Element, path: str) -> list[etree._Element]:
    result = root.xpath(path, namespaces=NS)
    assert isinstance(result, list)
    return [each for each in result if isinstance(each, etree._Element)]


def said(root: etree._Element, path: str) -> list[str]:
    return ["".join(map(str, each.itertext())).strip() for each in found(root, path)]


# ---------------------------------------------------------------- the words


@pytest.mark.parametrize("volume", [DIARY, LETTERS])
def test_every_word_of_the_text_edition_stands_in_its_chapter_in_order(
    built_site: Path, volume: str, request: pytest.FixtureRequest
) -> None:
    book = request.getfixturevalue("diary" if volume == DIARY else "letters")
    texts = {path.stem: path for path in (built_site / "text" / "reading" / volume).glob("*.txt")}
    made = chapters(book)
    assert {href.removesuffix(".xhtml") for href in made} == texts.keys()
    for href, chapter in made.items():
        text = texts[href.removesuffix(".xhtml")].read_text("utf-8")
        assert own_words(chapter) == words_of_text_edition(text), href


def test_every_note_stands_in_the_chapter_once_and_is_called_once(
    built_site: Path, diary: bytes
) -> None:
    for href, chapter in chapters(diary).items():
        tei = etree.parse(built_site / "tei" / DIARY / href.replace(".xhtml", ".xml"))
        notes = tei.iterfind(".//{*}text//{*}note")
        ids = [str(note.get(f"{{{XML}}}id")) for note in notes if note.get("place") != "inline"]
        asides = found(chapter, "//h:aside[@epub:type = 'footnote'][@role = 'doc-footnote']")
        calls = found(chapter, "//h:a[@epub:type = 'noteref'][@role = 'doc-noteref']")
        assert sorted(str(each.get("id")) for each in asides) == sorted(ids)
        assert [f"#{each.get('id')}" for each in asides] == [each.get("href") for each in calls]
        back = found(chapter, "//h:aside/h:a[@role = 'doc-backlink']")
        assert [each.get("href") for each in back] == [f"#{each.get('id')}" for each in calls]


def test_a_remark_stays_in_its_line_in_brackets(letters: bytes) -> None:
    chapter = chapters(letters)[f"{Path(LETTER).name}.xhtml"]
    assert said(chapter, "//h:span[@class = 'remark']") == ["[illegible]", "[неразборчиво]"]


def test_the_transcription_stands_behind_the_translation_in_its_own_language(
    letters: bytes,
) -> None:
    chapter = chapters(letters)[f"{Path(LETTER).name}.xhtml"]
    sections = found(chapter, "//h:section[h:h2[@class = 'section-label']]")
    assert [(each.get("lang"), each.get(f"{{{XML}}}lang")) for each in sections] == [
        ("en", "en"),
        ("ru", "ru"),
    ]
    assert said(chapter, "//h:h2[@class = 'section-label']") == [
        "Translation · English",
        "Transcription · Russian",
    ]


def test_commentary_is_set_apart_under_a_heading(diary: bytes) -> None:
    chapter = chapters(diary)["1938-03-12.xhtml"]
    assert said(chapter, "//h:section[@class = 'commentary']/h:h2") == ["Editor’s commentary"]
    assert "telegram" in said(chapter, "//h:section[@class = 'commentary']")[0]
    assert "telegram" not in said(chapter, "//h:div[@class = 'text']")[0]


def test_what_the_page_says_of_rights_stands_in_each_chapter_and_on_the_title_page(
    diary: bytes, tmp_path: Path
) -> None:
    stated = "The page it was made from states: Copyright 2018 Merrow University."
    for chapter in chapters(diary).values():
        details = "".join(said(chapter, "//h:section[@class = 'details']"))
        assert stated in details
        assert "CC BY 4.0" in details
    assert stated in said(leaf(diary, "title.xhtml"), "//h:p")
    assert stated in said(leaf(diary, "package.opf"), "//dc:rights")
    strange = book_of(STRANGE, tmp_path)
    assert said(leaf(strange, "package.opf"), "//dc:rights") == ["Nobody publishes <this>."]
    assert b"CC BY" not in b"".join(files(strange).values())


# ---------------------------------------------------------------- finding one's way


def test_the_contents_lead_by_year_to_every_document_in_the_order_of_the_edition(
    built_site: Path, diary: bytes
) -> None:
    nav = leaf(diary, "contents.xhtml")
    assert said(nav, "//h:nav[@epub:type = 'toc']//h:span") == ["1937", "1938"]
    listed = [each.get("href") for each in found(nav, ALL.format("toc"))]
    assert listed == ["title.xhtml", *chapters(diary), "colophon.xhtml"]
    entry = etree.parse(built_site / "tei" / f"{ENTRY}.xml").getroot()
    assert str(entry.get("next")).replace(".xml", ".xhtml") == listed[listed.index(
        "1938-03-12.xhtml") + 1]  # fmt: skip
    assert "Conversation with Aebi on 14 March 1938" in said(nav, ALL.format("toc"))


def test_the_page_list_leads_to_every_printed_page_by_its_number(diary: bytes) -> None:
    nav, made = leaf(diary, "contents.xhtml"), chapters(diary)
    listed = {str(each.text): str(each.get("href")) for each in found(nav, ALL.format("page-list"))}
    marks = {
        str(mark.text).strip(" []"): f"{href}#{mark.get('id')}"
        for href, chapter in reversed(made.items())
        for mark in reversed(found(chapter, "//h:span[@epub:type = 'pagebreak']"))
    }
    assert listed == marks
    assert {"108", "109", "641"} <= listed.keys()


def test_a_page_of_the_transcription_is_told_from_one_of_the_translation(letters: bytes) -> None:
    listed = said(leaf(letters, "contents.xhtml"), ALL.format("page-list"))
    assert {"118", "402 · Transcription"} <= set(listed)


def test_a_page_mark_has_words_a_role_and_a_label(diary: bytes) -> None:
    marks = found(chapters(diary)["1938-03-12.xhtml"], "//h:span[@role = 'doc-pagebreak']")
    assert [(mark.text, mark.get("aria-label")) for mark in marks] == [
        ("[108] ", "p. 108"), ("[109] ", "p. 109"), ("[110] ", "p. 110"),
        ("[111]", "p. 111"), ("[641] ", "p. 641"),
    ]  # fmt: skip


def test_landmarks_lead_to_title_contents_and_text(diary: bytes) -> None:
    marks = found(leaf(diary, "contents.xhtml"), ALL.format("landmarks"))
    kind = f"{{{NS['epub']}}}type"
    assert [(mark.get(kind), mark.get("href")) for mark in marks] == [
        ("titlepage", "title.xhtml"), ("toc", "contents.xhtml#toc"),
        ("bodymatter", "1937-11-02.xhtml"), ("colophon", "colophon.xhtml"),
    ]  # fmt: skip


def test_how_the_texts_were_made_is_said_once(diary: bytes) -> None:
    colophon = said(leaf(diary, "colophon.xhtml"), "//h:section")[0]
    assert colophon.count("Square brackets of the editor are encoded") == 1
    assert b"Square brackets of the editor" not in files(diary)["book/1938-03-12.xhtml"]


# ---------------------------------------------------------------- what is told of the book


def test_libraries_are_told_title_authors_languages_source_and_access(letters: bytes) -> None:
    package = leaf(letters, "package.opf")
    assert said(package, "//dc:title") == ["Letters of P. A. Ozerov: Volume 2"]
    assert said(package, "//dc:language") == ["en", "ru", "de"]
    assert "Hallier, Ernst" in said(package, "//dc:creator")
    assert said(package, "//dc:source")[0] == (
        "Letters of P. A. Ozerov: Volume 2, Merrow University Press"
    )
    meta = {(str(m.get("property")), str(m.text)) for m in package.iter("{*}meta")}
    for name, value in (
        ("schema:accessMode", "textual"), ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "pageBreakMarkers"),
        ("schema:accessibilityFeature", "pageNavigation"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "readingOrder"), ("schema:accessibilityHazard", "none"),
        ("pageBreakSource", said(package, "//dc:source")[0]),
    ):  # fmt: skip
        assert (name, value) in meta
    assert [text for name, text in meta if name == "schema:accessibilitySummary"]


def test_a_book_without_page_numbers_promises_none(tmp_path: Path) -> None:
    tei = tmp_path / "a.xml"
    text = (SAMPLES / "from-elsewhere.xml").read_text("utf-8").replace('<pb n="2"/>', "")
    tei.write_text(text, "utf-8")
    book = book_of(tei, tmp_path)
    assert b"pageBreak" not in files(book)["book/package.opf"]
    assert b"pageNavigation" not in files(book)["book/package.opf"]
    assert found(leaf(book, "contents.xhtml"), ALL.format("page-list")) == []


def test_the_identifier_stays_when_the_text_is_corrected(built_site: Path, tmp_path: Path) -> None:
    tei = tmp_path / "tei" / "1938-03-12.xml"
    tei.parent.mkdir()
    tei.write_bytes((built_site / "tei" / f"{ENTRY}.xml").read_bytes())
    first = book_of(tei, tmp_path)
    tei.write_text(tei.read_text("utf-8").replace("milkman", "postman"), "utf-8")
    second = book_of(tei, tmp_path, "--overwrite")
    assert first != second
    one, other = (said(leaf(book, "package.opf"), "//dc:identifier") for book in (first, second))
    assert one == other
    assert one[0].startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("epoch", "toml", "day"),
    [
        ("", "", LONG_AGO),
        ("1900000000", "", "2030-03-17"),
        ("1900000000", 'date = "2031-05-28"\n', "2031-05-28"),
    ],
)
def test_a_book_takes_its_day_from_the_edition_else_from_its_sources_never_from_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, toml: str, day: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    (tmp_path / "edition.toml").write_text(toml, "utf-8")
    out = tmp_path / "a.epub"
    settings = ("--edition", tmp_path / "edition.toml")
    answer = run("book", STRANGE, "--to", "epub", "-o", out, *settings)
    package = leaf(out.read_bytes(), "package.opf")
    moments = [m.text for m in package.iter("{*}meta") if m.get("property") == "dcterms:modified"]
    assert moments == [f"{day}T00:00:00Z"]
    assert ("[book-without-date]" in answer.stderr) == (day == LONG_AGO)
    assert said(package, "//dc:date") == ([day] if toml else [])


def test_the_words_of_the_book_are_in_the_language_of_the_interface(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('interface_language = "de"\n', "utf-8")
    book = book_of(STRANGE, tmp_path, "--edition", tmp_path / "edition.toml")
    assert said(leaf(book, "contents.xhtml"), "//h:h1") == ["Inhalt"]
    headings = said(leaf(book, "1931-05-strange.xhtml"), "//h:section[@epub:type]/h:h2")
    assert headings == ["Anmerkungen · Übersetzung", "Anmerkungen · Transkription"]


# ---------------------------------------------------------------- the file


def test_the_same_documents_give_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    first = book_of(built_site / "tei" / LETTERS, tmp_path / "a")
    assert book_of(built_site / "tei" / LETTERS, tmp_path / "b") == first


def test_the_type_of_the_file_stands_first_and_as_it_is(diary: bytes, tmp_path: Path) -> None:
    assert diary[30:58] == b"mimetypeapplication/epub+zip"
    (tmp_path / "a.epub").write_bytes(diary)
    with zipfile.ZipFile(tmp_path / "a.epub") as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_leaf_loads_anything_that_is_not_in_the_book(diary: bytes) -> None:
    held = {name.removeprefix("book/") for name in files(diary)}
    for name, data in files(diary).items():
        if name.endswith(".xhtml"):
            root = etree.fromstring(data)
            assert found(root, "//h:script | //h:style | //*[@style] | //h:img") == []
            assert {each.get("href") for each in found(root, "//h:link")} <= held
    assert b"url(" not in files(diary)["book/book.css"]


# ---------------------------------------------------------------- strange texts


def test_links_lead_to_the_book_or_to_the_web_and_never_nowhere(tmp_path: Path) -> None:
    chapter = leaf(book_of(STRANGE, tmp_path), "1931-05-strange.xhtml")
    links = {str(a.text): a.get("href") for a in found(chapter, "//h:a[contains(@class, 'ref')]")}
    assert links == {
        "Here": "#p1",
        "in this file": "1931-05-strange.xhtml#n1",
        "a good one": "https://example.org/ok?x=1&y=2#z",
    }
    for gone in ("nowhere", "elsewhere", "a broken address", "another", "a script", "no mail"):
        assert gone in said(chapter, "//h:span[contains(@class, 'ref')]")


def test_a_link_between_documents_leads_from_chapter_to_chapter(
    built_site: Path, tmp_path: Path
) -> None:
    for name in ("1938-03-12", "1938-03-14"):
        text = (built_site / "tei" / DIARY / f"{name}.xml").read_text("utf-8")
        refs = '<ref target="1938-03-14.xml#p2">see</ref> <ref target="1938-07-17.xml">no</ref> '
        begin = '<p xml:id="p1">'
        assert begin in text
        (tmp_path / f"{name}.xml").write_text(text.replace(begin, begin + refs), "utf-8")
    book = book_of(tmp_path, tmp_path)
    links = found(leaf(book, "1938-03-12.xhtml"), "//h:a[@class = 'ref']")
    assert {each.get("href") for each in links} == {"1938-03-14.xhtml#p2"}


def test_signs_that_html_forbids_are_shown_as_stand_ins_and_others_stay(tmp_path: Path) -> None:
    text = "".join(said(leaf(book_of(STRANGE, tmp_path), "1931-05-strange.xhtml"), "//h:main"))
    assert "Signs: \ufffd \ufffd \ufffd \ufffd ␀ ␛" in text
    assert "\u202eturned\u202c" in text
    assert "שלום עולם" in text


def test_an_element_that_no_stylesheet_knows_keeps_its_words_and_is_named(tmp_path: Path) -> None:
    out = tmp_path / "a.epub"
    answer = run("book", SAMPLES / "from-elsewhere.xml", "--to", "epub", "-o", out)
    assert answer.exit_code == 1
    assert "[element-marked]" in answer.stderr
    chapter = next(iter(chapters(out.read_bytes()).values()))
    assert in_order(words("Received eels 12 Carried forward with a seal"), own_words(chapter))


# ---------------------------------------------------------------- the command


def test_each_volume_becomes_a_book_named_after_it(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("book", built_site / "tei", "--to", "epub")
    assert answer.exit_code == 0
    assert [*files_in(tmp_path)] == [f"{LETTERS}.epub", f"{DIARY}.epub"]
    assert "15 documents in the-aldersen-diaries-volume-1.epub\n" in answer.stderr
    assert answer.stdout == ""


def test_a_document_alone_is_a_book_with_its_own_title(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("book", built_site / "tei" / f"{ENTRY}.xml", "--to", "epub")
    name = f"{DIARY}-1938-03-12.epub"
    assert [*files_in(tmp_path)] == [name]
    package = leaf((tmp_path / name).read_bytes(), "package.opf")
    assert said(package, "//dc:title") == ["12 March · The Aldersen Diaries: Volume 1"]


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "a.epub"
    out.write_bytes(b"mine")
    answer = run("book", STRANGE, "--to", "epub", "-o", out)
    assert answer.exit_code == 2
    assert "[already-there]" in answer.stderr
    assert out.read_bytes() == b"mine"
    assert run("book", STRANGE, "--to", "epub", "-o", out, "--overwrite").exit_code == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_broken_document_costs_only_itself(built_site: Path, tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "a.xml").write_bytes((built_site / "tei" / f"{ENTRY}.xml").read_bytes())
    (tmp_path / "tei" / "b.xml").write_text("<TEI>", "utf-8")
    answer = run("book", tmp_path / "tei", "--to", "epub", "-o", tmp_path / "a.epub")
    assert answer.exit_code == 1
    assert "b.xml:1" in answer.stderr
    assert [*chapters((tmp_path / "a.epub").read_bytes())] == ["1938-03-12.xhtml"]


@pytest.mark.parametrize("text", ["<TEI>", "<!DOCTYPE a><a/>", "<a/>"])
def test_where_nothing_can_be_used_there_is_no_book(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.xml").write_text(text, "utf-8")
    answer = run("book", tmp_path / "a.xml", "--to", "epub", "-o", tmp_path / "a.epub")
    assert answer.exit_code == 2
    assert len([line for line in answer.stderr.splitlines() if line.startswith(str(tmp_path))]) == 1
    assert [*files_in(tmp_path)] == ["a.xml"]


def test_a_list_that_is_named_itself_is_no_document(built_site: Path, tmp_path: Path) -> None:
    persons = built_site / "tei" / "persons.xml"
    answer = run("book", persons, "--to", "epub", "-o", tmp_path / "a.epub")
    assert answer.exit_code == 2
    assert "[book-no-document]" in answer.stderr


def test_two_volumes_cannot_be_written_into_one_file(built_site: Path, tmp_path: Path) -> None:
    answer = run("book", built_site / "tei", "--to", "epub", "-o", tmp_path / "a.epub")
    assert answer.exit_code == 2
    assert "2 volumes" in answer.stderr
    assert files_in(tmp_path) == {}
