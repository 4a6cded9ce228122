"""What of a document goes into the index of the search: whose words, which page and place."""

from pathlib import Path

import pytest
from lxml import etree

from converter.markup import TEI
from converter.site.indexing import Indexing
from converter.site.pagefind import pagefind
from converter.site.records import Record, read_records
from converter.site.search import Searched, languages_of, search_index, write_records
from converter.summary import summarise


def records(body: str, language: str = "en") -> list[Record]:
    return read_records(document(body, language))


def document(body: str, language: str = "en") -> etree._Element:
    return etree.fromstring(
        f'<TEI xmlns="{TEI}" xml:lang="{language}"><teiHeader/>'
        f'<text xml:space="preserve"><body>{body}</body></text></TEI>'
    )


def said(record: Record) -> str:
    """The body of the record, a paragraph a line."""
    return record.html.partition("<body>")[2].partition("</body>")[0].strip()


def test_author_notes_and_commentary_are_records_of_their_own() -> None:
    found = records(
        '<div type="text"><p xml:id="p1">The pilot slept.'
        '<note xml:id="n1" n="1">Ole Vik, pilot.</note> It rained.</p></div>'
        '<div type="commentary"><p xml:id="p2">He slept at the light.</p></div>'
    )
    assert [record.voice.words for record in found] == ["author", "notes", "commentary"]
    assert [said(record) for record in found] == [
        '<p id="at:p1">The pilot slept. It rained.</p>',
        '<i id="note:1"></i><p id="at:n1">Ole Vik, pilot.</p>',
        '<p id="at:p2">He slept at the light.</p>',
    ]


def test_words_after_a_page_break_stand_on_its_page() -> None:
    (found,) = records('<p xml:id="p1">one <pb n="7"/>two</p><pb n="8"/><p xml:id="p2">three</p>')
    assert said(found) == (
        '<p id="at:p1">one <i id="page:7"></i>two</p>\n<p id="at:p2"><i id="page:8"></i>three</p>'
    )


def test_a_word_that_a_page_break_cuts_stays_one_word() -> None:
    (found,) = records('<p xml:id="p1">the har<pb n="7" break="no"/>bour froze</p>')
    assert said(found) == '<p id="at:p1">the harbour<i id="page:7"></i> froze</p>'


def test_words_on_both_sides_of_a_page_break_without_white_space_are_two() -> None:
    (found,) = records('<p xml:id="p1">asleep.<pb n="7"/>Morning</p>')
    assert said(found) == '<p id="at:p1">asleep. <i id="page:7"></i>Morning</p>'


def test_a_page_break_inside_a_note_is_the_page_of_that_note_alone() -> None:
    author, notes = records(
        '<p xml:id="p1"><pb n="7"/>one<note xml:id="n1"><pb n="90"/>first</note> two'
        '<note xml:id="n2">second</note></p>'
    )
    assert said(author) == '<p id="at:p1"><i id="page:7"></i>one two</p>'
    assert '<p id="at:n1"><i id="page:90"></i>first</p>' in said(notes)
    assert '<p id="at:n2"><i id="page:7"></i>second</p>' in said(notes)


def test_the_paragraphs_of_a_note_are_one_place() -> None:
    _, notes = records(
        '<p xml:id="p1">one<note xml:id="n1" n="1"><p xml:id="n1-p1">first</p>'
        '<p xml:id="n1-p2">second</p></note></p>'
    )
    assert said(notes) == '<i id="note:1"></i><p id="at:n1">first second</p>'


def test_the_pages_of_a_translation_are_not_those_of_the_transcription() -> None:
    translation, transcription = records(
        '<div type="translation" xml:lang="en"><pb n="7"/><p xml:id="p1">pilot</p></div>'
        '<div type="transcription" xml:lang="ru"><p xml:id="t-p1">лоцман</p></div>'
    )
    assert (translation.voice.language, translation.voice.section) == ("en", "translation")
    assert (transcription.voice.language, transcription.voice.section) == ("ru", "transcription")
    assert said(transcription) == '<p id="at:t-p1">лоцман</p>'
    assert '<html lang="ru">' in transcription.html


def test_what_has_no_address_of_its_own_is_found_at_the_last_one_before_it() -> None:
    (found,) = records(
        '<head>Dues</head><p xml:id="p1">It was moved:</p><list><item>a buoy</item></list>'
    )
    assert said(found).splitlines() == [
        '<p id="at:">Dues</p>',
        '<p id="at:p1">It was moved:</p>',
        '<p id="at:p1">a buoy</p>',
    ]


def test_a_remark_is_the_editors_and_not_the_authors() -> None:
    author, notes = records(
        '<p xml:id="p1">one <note xml:id="r1" type="editorial" place="inline">torn</note> two</p>'
    )
    assert "torn" not in said(author)
    assert said(notes) == '<i id="note:"></i><p id="at:r1">torn</p>'


def test_markup_characters_of_the_text_stay_text() -> None:
    (found,) = records('<p xml:id="p1">Vik &amp; Sons &lt;sic></p>')
    assert said(found) == '<p id="at:p1">Vik &amp; Sons &lt;sic&gt;</p>'


def test_comments_say_nothing_and_cost_nothing() -> None:
    (found,) = records('<p xml:id="p1">one <!-- not this --><?nor this?>two</p>')
    assert said(found) == '<p id="at:p1">one two</p>'


def test_a_document_without_words_has_no_record() -> None:
    assert records("<div><p/></div>") == []


def test_the_same_documents_give_the_same_index(tmp_path: Path) -> None:
    program = pagefind()
    if program is None:
        pytest.skip("Pagefind is not installed")
    documents = []
    for day in range(1, 20):
        for language, word in (("en", "pilots"), ("ru", "лоцманы"), ("cs", "lodivodi")):
            root = document(
                f'<p xml:id="p1">{word} {day}<note n="1">pilot {day}</note></p>', language
            )
            name = f"diary-{language}/1938-03-{day:02}"
            texts = write_records(tmp_path, name, root)
            documents.append(Searched(name, summarise(root), texts))
    indexes = []
    for _ in range(2):
        with Indexing(tmp_path, languages_of(documents), program) as indexing:
            indexes.append(search_index(documents, indexing.bundles()))
    first, second = indexes
    assert first == second
    assert {name.partition("/")[0] for name in first} == {"cs", "en", "ru", "documents.js"}
    assert not [name for name in first if "ui" in name or name.endswith(".css")]
