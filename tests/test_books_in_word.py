"""converter book --to docx: a Word document whose notes are footnotes, made by pandoc."""

import importlib.util
import subprocess
from pathlib import Path

import pytest
from book_reading import (
    NS,
    WORDPROCESSOR,
    files,
    footnote_references,
    in_order,
    words,
    words_in_word,
    words_of_text_edition,
)
from calling import documents_of, run
from calling import files as files_in
from lxml import etree

from converter.books.word import pandoc

DIARY, LETTERS = "the-aldersen-diaries-volume-1", "letters-of-p-a-ozerov-volume-2"
LETTER = f"{LETTERS}/1938-04-03-p-a-ozerov-to-t-e-aldersen"
ENTRY = f"{DIARY}/1938-03-12"
STRANGE = Path(__file__).parent / "tei" / "strange-book.xml"


def document_of(tei: Path, folder: Path) -> bytes:
    file = folder / "book.docx"
    answer = run("book", tei, "--to", "docx", "-o", file)
    assert answer.exit_code == 0, answer.stderr
    return file.read_bytes()


def footnotes(*tei: Path) -> int:
    """How many notes of these documents are footnotes."""
    return sum(
        note.get("place") != "inline"
        for path in tei
        for note in etree.parse(path, etree.XMLParser(collect_ids=False)).iterfind(
            ".//{*}body//{*}note"
        )
    )


def core(document: bytes) -> dict[str, str]:
    root = etree.fromstring(files(document)["docProps/core.xml"])
    return {etree.QName(each).localname: str(each.text or "") for each in root}


@pytest.fixture(scope="module")
def letters(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The letters of the examples as a Word document."""
    return document_of(built_site / "tei" / LETTERS, tmp_path_factory.mktemp("letters"))


def test_every_note_of_a_volume_is_a_footnote_of_the_word_processor(
    built_site: Path, letters: bytes
) -> None:
    wanted = footnotes(*(each for each in documents_of(built_site) if each.parent.name == LETTERS))
    assert wanted > 5
    assert footnote_references(letters) == wanted


def test_all_words_of_a_document_are_there_its_notes_in_the_footnotes(
    built_site: Path, tmp_path: Path
) -> None:
    document = document_of(built_site / "tei" / f"{ENTRY}.xml", tmp_path)
    text = (built_site / "text" / "reading" / f"{ENTRY}.txt").read_text("utf-8")
    body, _, notes = text.partition("\nNotes\n")
    joined = words_of_text_edition(body)
    assert joined.count("compartment") == 2
    joined[len(joined) - 1 - joined[::-1].index("compartment")] = "ment"  # cut by its page mark
    assert in_order(joined, words_in_word(document, "document"))
    noted = [word for word in words_in_word(document, "footnotes") if word != "641"]
    assert noted == words_of_text_edition(f"\n\n{notes}")


def test_printed_pages_stand_in_brackets_in_their_places(letters: bytes) -> None:
    text = etree.fromstring(files(letters)["word/document.xml"])
    assert "[118] The result" in "".join(str(t.text) for t in text.iterfind(".//w:t", NS))


def test_headings_and_languages_are_marked(letters: bytes) -> None:
    text = etree.fromstring(files(letters)["word/document.xml"])
    headings = text.findall(".//w:pStyle[@w:val='Heading1']", NS)
    assert len(headings) == 7  # six letters, and how the texts were made

    def spoken(words: str) -> set[str | None]:
        said = (
            run
            for run in text.iter(f"{WORDPROCESSOR}r")
            if words in "".join(map(str, run.itertext()))
        )
        return {
            lang.get(f"{WORDPROCESSOR}val")
            for run in said
            for lang in run.iterfind(".//w:lang", NS)
        }

    assert spoken("Милая моя Вера") == {"ru"}
    assert spoken("Herrn Kapitän") == {"de"}
    assert spoken("Transcription") == spoken("My dear Vera") == {"en"}


def test_commentary_is_set_apart_by_its_style(built_site: Path, tmp_path: Path) -> None:
    document = document_of(built_site / "tei" / f"{ENTRY}.xml", tmp_path)
    text = etree.fromstring(files(document)["word/document.xml"])
    apart = [
        "".join(str(t.text) for t in p.iterfind(".//w:t", NS))
        for p in text.iterfind(".//w:p", NS)
        if p.find("w:pPr/w:pStyle[@w:val='BlockText']", NS) is not None
    ]
    assert len(apart) == 3
    assert apart[0].startswith("Aldersen’s telegram reached Harnsund")


def test_what_the_page_says_of_rights_stands_in_the_document(letters: bytes) -> None:
    stated = words("The page it was made from states: Copyright 2018 Merrow University.")
    assert in_order(stated * 7, words_in_word(letters, "document"))  # in front, and six times


def test_the_properties_name_title_authors_language_and_a_day_that_is_no_clocks(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    said = core(document_of(built_site / "tei" / LETTERS, tmp_path))
    assert said["title"] == "Letters of P. A. Ozerov: Volume 2"
    assert "Ozerov, Pavel Andreevich (Lotsman)" in said["creator"]
    assert said["language"] == "en"
    assert {said["created"], said["modified"]} == {"2030-03-17T00:00:00Z"}


def test_the_same_documents_give_the_same_bytes(
    built_site: Path, tmp_path: Path, letters: bytes
) -> None:
    assert document_of(built_site / "tei" / LETTERS, tmp_path) == letters


def test_strange_texts_become_a_document_with_all_their_notes(tmp_path: Path) -> None:
    document = document_of(STRANGE, tmp_path)
    assert footnote_references(document) == footnotes(STRANGE) == 5
    noted = words_in_word(document, "footnotes")
    assert in_order(
        words("First paragraph Its second one two A verse at the back Примечание"), noted
    )
    assert in_order(
        words("herrings It says little Слово другое"), words_in_word(document, "document")
    )


@pytest.mark.parametrize("name", [LETTER, ENTRY])
def test_pandoc_makes_footnotes_of_a_page_of_the_site(
    built_site: Path, tmp_path: Path, name: str
) -> None:
    page, out = built_site / "html" / f"{name}.html", tmp_path / "page.docx"
    subprocess.run([pandoc(), "--from=html", page, "--output", out], check=True)
    document = out.read_bytes()
    assert footnote_references(document) == footnotes(built_site / "tei" / f"{name}.xml") > 1
    text = (built_site / "text" / "reading" / f"{name}.txt").read_text("utf-8")
    body, _, notes = text.partition("\nNotes\n")
    plain = [word for word in words_of_text_edition(body) if word != "compartment"]
    assert in_order(plain, words_in_word(document, "document"))
    translated = notes.partition("\nTranscription\n")[0]
    assert in_order(
        words_of_text_edition(f"\n\n{translated}"), words_in_word(document, "footnotes")
    )


def test_without_pandoc_the_message_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    answer = run("book", STRANGE, "--to", "docx", "-o", tmp_path / "a.docx")
    assert answer.exit_code == 2
    assert "[book-needs-pandoc]" in answer.stderr
    assert "pip install 'edition-converter[books]'" in answer.stderr
    assert files_in(tmp_path) == {}


def test_a_pandoc_that_fails_costs_the_book_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pandoc"
    program.write_text("#!/bin/sh\necho out of paper >&2\nexit 3\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("converter.books.making.pandoc", lambda: str(program))
    answer = run("book", STRANGE, "--to", "docx", "-o", tmp_path / "a.docx")
    assert answer.exit_code == 2
    assert "[book-refused]" in answer.stderr
    assert "out of paper" in answer.stderr
