"""converter verify: each kind of damage to an edition is found, named, and nothing else is."""

import hashlib
import json
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from calling import files, run
from click.testing import Result
from lxml import etree
from page_printer import Division, Document, Paragraph, Section, saved_page
from random_documents import Grammar

from converter.render import Renderer
from converter.resources import schema, stylesheet
from converter.verification import verify
from converter.verification.interface_words import LANGUAGES, words_of
from converter.verification.reading_text import reading_text
from converter.verification.words import parting

PROJECT = Path(__file__).resolve().parent.parent
PAGES = (
    "diary/1938-03-14.txt",
    "diary/1938-07-17.txt",
    "letters/ozerov-to-ozerova-1936-02-12.txt",
    "letters/telegram-1937-01-17.txt",
)
DIARY = "the-aldersen-diaries-volume-1/1938-03-14"
LETTER = "letters-of-p-a-ozerov-volume-2/1936-02-12-p-a-ozerov-to-v-a-ozerova"
TELEGRAM = "letters-of-p-a-ozerov-volume-2/1937-01-17-telegram-to-the-harbour-board"


class Edition:
    """Four pages and what was built from them, to be damaged."""

    def __init__(self, folder: Path) -> None:
        self.pages, self.out = folder / "pages", folder / "out"
        self.manifest = self.out / "manifest.json"

    def file(self, name: str) -> Path:
        return self.out / name

    def tei(self, document: str) -> Path:
        return self.out / f"tei/{document}.xml"

    def text(self, document: str) -> Path:
        return self.out / f"text/reading/{document}.txt"

    def change(self, path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def noted_anew(self, path: Path) -> None:
        """The manifest made to agree with a file that was changed."""
        with self.table() as table:
            name = path.relative_to(self.out).as_posix()
            table["outputs"][name] = hashlib.sha256(path.read_bytes()).hexdigest()

    def table(self) -> "Table":
        return Table(self.manifest)

    def verify(self, *options: object, pages: bool = True) -> Result:
        return run("verify", self.out, *([self.pages] if pages else []), *options)


class Table:
    """The manifest, to be changed in a with statement."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> dict[str, dict[str, object]]:
        read: dict[str, dict[str, object]] = json.loads(self.path.read_bytes())
        self.data = read
        return read

    def __exit__(self, *_: object) -> None:
        self.path.write_text(json.dumps(self.data), "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages and their edition, built once."""
    folder = tmp_path_factory.mktemp("verified")
    for name in (*PAGES, "edition.toml"):
        (folder / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / "examples" / name, folder / "pages" / name)
    assert run("build", folder / "pages", "-o", folder / "out").exit_code == 0
    return folder


@pytest.fixture
def edition(built: Path, tmp_path: Path) -> Edition:
    shutil.copytree(built, tmp_path / "copy", symlinks=True)
    return Edition(tmp_path / "copy")


def codes(answer: Result) -> list[str]:
    """The codes of the messages, in order."""
    lines = answer.stdout.splitlines()
    return [line.rpartition(" [")[2][:-1] for line in lines if not line.startswith("    ")]


def said(answer: Result) -> str:
    """The last line: what was counted."""
    return answer.stderr.splitlines()[-1]


# ---------------------------------------------------------------- an edition as it was built


def test_an_edition_as_it_was_built_is_fine(edition: Edition) -> None:
    answer = edition.verify()
    number = len(json.loads(edition.manifest.read_bytes())["outputs"])
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert said(answer) == (
        f"{number} files as they were written; 4 documents say what their pages say"
    )


def test_without_pages_only_tei_and_text_are_compared(edition: Edition) -> None:
    answer = edition.verify(pages=False)
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert said(answer).endswith("; 4 texts say what their TEI says")


def test_verifying_changes_nothing(edition: Edition) -> None:
    before = files(edition.out)
    edition.verify()
    assert files(edition.out) == before


@pytest.mark.parametrize("language", ["de", "ru"])
def test_an_edition_in_another_language_of_the_interface_is_fine(
    language: str, edition: Edition
) -> None:
    settings = edition.pages / "edition.toml"
    settings.write_text(f'interface_language = "{language}"\n', "utf-8")
    run("build", edition.pages, "-o", edition.out)
    assert words_of(language)["notes"] in edition.text(LETTER).read_text("utf-8")
    assert edition.verify("--strict").exit_code == 0


def test_pages_in_another_encoding_are_read_with_it(tmp_path: Path) -> None:
    section = Section("translation", "On the café", (Division((Paragraph(("Ole Vik sat.",)),)),))
    page = saved_page(Document("On the café", (section,), volume="Lanterns", date="1937 Mar 12"))
    pages, out = tmp_path / "pages", tmp_path / "out"
    pages.mkdir()
    (pages / "one.txt").write_bytes(page.decode().encode("cp1252"))
    run("build", pages, "-o", out, "--encoding", "cp1252")
    assert run("verify", out, pages, "--encoding", "cp1252").exit_code == 0
    assert codes(run("verify", out, pages)) == ["wrong-encoding"]


# ---------------------------------------------------------------- files


def test_a_byte_that_flipped_in_a_page_is_found(edition: Edition) -> None:
    path = edition.file(f"html/{DIARY}.html")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["file-changed"])
    assert answer.stdout.startswith(f"{path}: error: ")
    assert hashlib.sha256(data).hexdigest()[:12] in answer.stdout
    assert ", 1 changed or missing; 4 documents say" in said(answer)


@pytest.mark.parametrize("name", ["report.txt", f"html/{DIARY}.html", "html/assets/edition.css"])
def test_a_file_that_is_missing_is_named(name: str, edition: Edition) -> None:
    edition.file(name).unlink()
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["file-missing"])
    assert answer.stdout.startswith(f"{edition.file(name)}: error: ")


@pytest.mark.parametrize("form", ["tei/{}.xml", "text/reading/{}.txt"])
def test_a_document_with_a_missing_file_is_told_once_and_does_not_agree(
    form: str, edition: Edition
) -> None:
    edition.file(form.format(DIARY)).unlink()
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["file-missing"])
    assert said(answer).endswith("; 3 of 4 documents say what their pages say")


def test_a_folder_where_a_file_should_be_is_told(edition: Edition) -> None:
    edition.file("report.txt").unlink()
    edition.file("report.txt").mkdir()
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["file-of-another-kind"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_where_a_file_should_be_is_not_waited_for(edition: Edition) -> None:
    for name in ("report.txt", f"tei/{DIARY}.xml"):
        edition.file(name).unlink()
        os.mkfifo(edition.file(name))
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["file-of-another-kind"] * 2)


def test_a_link_out_of_the_folder_is_not_followed(edition: Edition, tmp_path: Path) -> None:
    path, outside = edition.tei(DIARY), tmp_path / "outside.xml"
    path.rename(outside)
    path.symlink_to(outside)
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["file-leads-out"])
    assert said(answer).endswith("; 3 of 4 documents say what their pages say")


def test_a_folder_that_is_a_link_out_of_the_folder_is_not_entered(
    edition: Edition, tmp_path: Path
) -> None:
    edition.file("text").rename(tmp_path / "outside")
    edition.file("text").symlink_to(tmp_path / "outside")
    answer = edition.verify()
    assert answer.exit_code == 1
    assert set(codes(answer)) == {"file-leads-out", "files-not-named"}
    assert said(answer).endswith("; 0 of 4 documents say what their pages say")


def test_a_link_within_the_folder_leads_to_the_file(edition: Edition) -> None:
    path = edition.file("report.txt")
    path.rename(edition.file("kept.txt"))
    path.symlink_to("kept.txt")
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (0, ["files-not-named"])


def test_a_link_in_a_circle_is_told(edition: Edition) -> None:
    edition.file("report.txt").unlink()
    edition.file("report.txt").symlink_to("report.txt")
    assert edition.verify().exit_code == 1


def test_an_edition_whose_folder_is_itself_a_link_is_fine(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(edition.out)
    assert run("verify", tmp_path / "linked", edition.pages).stdout == ""


def test_files_of_others_are_counted_and_told_once(edition: Edition) -> None:
    for name in ("tei/notes.txt", "html/figures.css", "kept/a/b.txt"):
        edition.file(name).parent.mkdir(parents=True, exist_ok=True)
        edition.file(name).write_text("mine", "utf-8")
    answer = edition.verify("--strict")
    assert (answer.exit_code, codes(answer)) == (0, ["files-not-named"])
    assert "3 files, such as html/figures.css" in answer.stdout
    assert ", 3 not named by the manifest;" in said(answer)


@pytest.mark.skipif(os.name == "nt", reason="names are not bytes here")
def test_a_file_whose_name_is_not_utf_8_is_told_in_either_form(edition: Edition) -> None:
    Path(os.fsdecode(os.fsencode(edition.out) + b"/caf\xe9.txt")).write_text("mine", "utf-8")
    for form in ("text", "json"):
        assert "such as caf\ufffd.txt" in edition.verify("--format", form).stdout


def test_a_build_that_did_not_end_is_told(edition: Edition) -> None:
    edition.file(".converter").mkdir(exist_ok=True)
    edition.file(".converter/journal").write_text("", "utf-8")
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (0, ["build-not-ended"])


# ---------------------------------------------------------------- TEI edited by hand


def test_a_tei_file_that_was_edited_and_built_anew_is_no_fault(edition: Edition) -> None:
    edition.change(edition.tei(LETTER), "pound of coffee", "pound of good coffee")
    assert run("build", edition.pages, "-o", edition.out).exit_code == 0
    answer = edition.verify("--strict")
    assert (answer.exit_code, codes(answer)) == (0, ["tei-edited", "tei-edited-from-page"])
    assert "apoundofcoffee" in answer.stdout
    assert "apoundofgoodcoffee" in answer.stdout
    assert ", 1 edited by hand; 3 of 4 documents say" in said(answer)


def test_an_edit_that_keeps_the_words_says_what_the_page_says(edition: Edition) -> None:
    edition.change(edition.tei(LETTER), ' cert="low"', ' cert="high"')
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (0, ["tei-edited"])
    assert said(answer).endswith("; 4 documents say what their pages say")


def test_a_comment_of_the_editor_is_no_part_of_the_words(edition: Edition) -> None:
    edition.change(edition.tei(LETTER), "<p ", "<!-- checked --><p ")
    edition.change(edition.tei(LETTER), "pound of", "pound <?mark?>of")
    assert codes(edition.verify()) == ["tei-edited"]


def test_a_word_lost_by_an_edit_is_told_with_its_line_and_the_text_is_older(
    edition: Edition,
) -> None:
    edition.change(edition.tei(LETTER), "a pound of coffee", "a pound coffee")
    answer = edition.verify()
    assert answer.exit_code == 0
    older = ["text-older-than-tei"] * 2  # the reading text and the author's words
    assert codes(answer) == ["tei-edited", "tei-edited-from-page", *older]
    page = (edition.pages / PAGES[2]).read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(page, start=1) if "a pound of coffee" in line)
    assert f"{edition.pages / PAGES[2]}:{number}: notice: " in answer.stdout
    assert "'you a pound of coffee by the mate' in the text" in answer.stdout
    assert "'you a pound coffee by the mate of' in the TEI" in answer.stdout
    assert edition.verify("--strict").exit_code == 1


def test_an_edited_file_that_cannot_be_read_is_an_error(edition: Edition) -> None:
    edition.change(edition.tei(LETTER), "</p>", "")
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["tei-edited", "xml-not-well-formed"])


def test_a_tei_file_of_somebody_in_the_place_of_ours_is_compared(edition: Edition) -> None:
    with edition.table() as table:
        del table["outputs"][f"tei/{DIARY}.xml"]
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (0, ["files-not-named"])
    assert said(answer).endswith("; 4 documents say what their pages say")


# ---------------------------------------------------------------- words


def lose_a_word(edition: Edition) -> Path:
    edition.change(edition.tei(LETTER), "a pound of coffee", "a pound coffee")
    return edition.tei(LETTER)


def join_two_words(edition: Edition) -> Path:
    edition.change(edition.tei(LETTER), "a pound of coffee", "a poundof coffee")
    return edition.tei(LETTER)


def lose_a_section(edition: Edition) -> Path:
    edition.change(edition.tei(LETTER), 'type="transcription"', 'type="original"')
    return edition.tei(LETTER)


@pytest.mark.parametrize(
    ("damage", "shown"),
    [
        (lose_a_word, "apoundofcoffeebythe"),
        (join_two_words, "white space in 'you a pound of coffee "),
        (lose_a_section, "the TEI has other sections than the page has texts"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_tei_that_departs_from_its_page_unknown_to_the_manifest_is_an_error(
    damage: Callable[[Edition], Path], shown: str, edition: Edition
) -> None:
    edition.noted_anew(damage(edition))
    answer = edition.verify()
    assert answer.exit_code == 1
    assert codes(answer)[0] == "tei-not-the-page"
    assert shown in answer.stdout
    assert said(answer).endswith("; 3 of 4 documents say what their pages say")


TEXTS = [
    ("a pound of coffee", "a pound coffee"),  # a word is lost,
    ("a pound of coffee", "a pound pound of coffee"),  # one is added,
    ("a pound of coffee", "pound a of coffee"),  # two have changed places,
    ("a pound of coffee", "a poundof coffee"),  # or are one;
    ("a pound of coffee", "a pound of c\u043effee"),  # a letter is another one;
    ("widow Hansen", "widow hansen"),
    ("Hansen.[1]", "Hansen."),  # an anchor is gone,
    ("[p. 41] word", "word"),  # or the mark of a page,
    ("Notes\n-----\n", ""),  # or a heading,
    ("12 February 1936\nLetters", "Letters"),  # or a line of the head;
    ("\n[2] ", "\n[3] "),
    ("Translation\n", "Translations\n"),
]


@pytest.mark.parametrize(("old", "new"), TEXTS)
def test_a_text_that_departs_from_its_tei_is_an_error(old: str, new: str, edition: Edition) -> None:
    path = edition.text(LETTER)
    edition.change(path, old, new)
    edition.noted_anew(path)
    for pages in (True, False):
        answer = edition.verify(pages=pages)
        assert (answer.exit_code, codes(answer)) == (1, ["text-not-the-tei"])
    assert said(answer).endswith("; 3 of 4 texts say what their TEI says")


def test_the_first_words_that_differ_are_shown_with_their_place(edition: Edition) -> None:
    path = edition.text(TELEGRAM)
    edition.change(path, "SHIPS CAT ALSO", "SHIPS DOG ALSO")
    edition.noted_anew(path)
    lines = path.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, start=1) if "SHIPS DOG" in line)
    column = lines[number - 1].index("DOG") + 1
    answer = edition.verify()
    assert f"{path}:{number}:{column}: error: " in answer.stdout
    assert "'CUTTER STOP SHIPS DOG ALSO STOP CUTTER LEAKING' in the text" in answer.stdout
    assert "'CUTTER STOP SHIPS CAT ALSO STOP CUTTER LEAKING' in the TEI" in answer.stdout


def test_words_behind_the_end_of_a_text_are_found(edition: Edition) -> None:
    path = edition.text(TELEGRAM)
    path.write_text(path.read_text("utf-8") + "\nWho moved it?\n", "utf-8")
    edition.noted_anew(path)
    assert codes(edition.verify()) == ["text-not-the-tei"]


def test_a_text_that_is_cut_off_is_found(edition: Edition) -> None:
    path = edition.text(TELEGRAM)
    path.write_bytes(b"")
    edition.noted_anew(path)
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["text-not-the-tei"])
    assert "'nothing' in the text" in answer.stdout


def test_a_text_that_is_not_utf_8_is_an_error(edition: Edition) -> None:
    path = edition.text(TELEGRAM)
    path.write_bytes(path.read_bytes() + b"\xff")
    edition.noted_anew(path)
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["cannot-read"])
    assert "byte 0xff at offset" in answer.stdout


def test_more_or_other_white_space_between_words_does_not_count(edition: Edition) -> None:
    path = edition.text(TELEGRAM)
    path.write_text(path.read_text("utf-8").replace("\n", "\r\n\r\n  "), "utf-8", newline="")
    edition.noted_anew(path)
    assert edition.verify("--strict").stdout == ""


def test_a_document_without_a_text_is_told(edition: Edition) -> None:
    edition.text(DIARY).unlink()
    with edition.table() as table:
        del table["outputs"][f"text/reading/{DIARY}.txt"]
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["document-incomplete"])
    assert f"made from {PAGES[0]}" in answer.stdout


# ---------------------------------------------------------------- sources


def test_a_page_that_changed_is_told_and_its_words_are_compared(edition: Edition) -> None:
    edition.change(edition.pages / PAGES[3], "CUTTER LEAKING", "CUTTER SINKING")
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["source-changed", "tei-not-the-page"])
    assert "SINKING" in answer.stdout


def test_a_page_that_changed_around_its_text_says_the_same(edition: Edition) -> None:
    edition.change(edition.pages / PAGES[3], "Search", "Look up")
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (0, ["source-changed"])
    assert said(answer).endswith("; 4 documents say what their pages say")
    assert edition.verify("--strict").exit_code == 1


def test_a_page_that_was_cut_off_is_refused_by_name(edition: Edition) -> None:
    path = edition.pages / PAGES[3]
    path.write_bytes(path.read_bytes().partition(b"Document Details")[0])
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["source-changed", "page-cut-off"])


def test_a_page_that_was_renamed_is_found_by_its_bytes(edition: Edition) -> None:
    (edition.pages / PAGES[3]).rename(edition.pages / "telegram.txt")
    assert edition.verify("--strict").stdout == ""


def test_a_page_that_is_not_there_is_told(edition: Edition) -> None:
    (edition.pages / PAGES[3]).unlink()
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (0, ["source-missing"])
    assert answer.stdout.startswith(f"{PAGES[3]}: warning: ")
    assert said(answer).endswith("; 3 of 4 documents say what their pages say")


def test_pages_that_are_not_in_the_edition_are_told_once(edition: Edition) -> None:
    for name in ("a.txt", "b.txt"):
        (edition.pages / name).write_text("not a page", "utf-8")
    answer = edition.verify("--strict")
    assert (answer.exit_code, codes(answer)) == (0, ["sources-not-in-edition"])
    assert "2 pages, such as a.txt" in answer.stdout


def test_a_folder_of_pages_that_is_not_there_is_told(edition: Edition, tmp_path: Path) -> None:
    answer = run("verify", edition.out, tmp_path / "nowhere")
    assert answer.exit_code == 1
    assert codes(answer) == ["cannot-read", *["source-missing"] * 4]


# ---------------------------------------------------------------- the manifest


def test_a_folder_without_a_manifest_cannot_be_verified(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        answer = run("verify", folder)
        assert (answer.exit_code, answer.stdout) == (2, "")
        assert "[manifest-missing]" in answer.stderr


DAMAGES: dict[str, bytes] = {
    "cut off": b'{"outputs": {"report.txt": "',
    "empty": b"",
    "a list": b"[]",
    "without outputs": b'{"sources": {}}',
    "without sources": b'{"outputs": {}}',
    "outputs a list": b'{"outputs": [], "sources": {}}',
    "a source a word": b'{"outputs": {}, "sources": {"a.txt": "b"}}',
    "no checksum": b'{"outputs": {"report.txt": 12}, "sources": {}}',
    "a short checksum": b'{"outputs": {"report.txt": "12ab"}, "sources": {}}',
    "a source without one": b'{"outputs": {}, "sources": {"a.txt": {"document": "a/b"}}}',
    "not UTF-8": b'{"outputs": {"\xff": "1"}, "sources": {}}',
    "half a character": b'{"outputs": {"\\ud800": "%s"}, "sources": {}}' % (b"a" * 64),
    "a name with a null": b'{"outputs": {"a\\u0000": "%s"}, "sources": {}}' % (b"a" * 64),
    "a name that is empty": b'{"outputs": {"": "%s"}, "sources": {}}' % (b"a" * 64),
    "nested without end": b'{"a":' * 100_000,
    "a long number": b"9" * 100_000,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_manifest_is_one_message(damage: str, edition: Edition) -> None:
    edition.manifest.write_bytes(DAMAGES[damage])
    answer = edition.verify()
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"{edition.manifest}: error: the manifest ")
    assert answer.stderr.count("[manifest-unreadable]") == 1


@pytest.mark.parametrize("name", ["../secret.txt", "tei/../../secret.txt", "/etc/hostname"])
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str, edition: Edition) -> None:
    with edition.table() as table:
        table["outputs"][name] = "0" * 64
    answer = edition.verify()
    assert answer.exit_code == 2
    assert "[manifest-unreadable]" in answer.stderr
    assert "lies outside the folder" in answer.stderr


def test_a_document_that_leads_out_of_the_folder_is_refused(edition: Edition) -> None:
    with edition.table() as table:
        table["sources"][PAGES[0]] = {"sha256": "0" * 64, "document": "../../elsewhere"}
    answer = edition.verify()
    assert answer.exit_code == 2
    assert "lies outside the folder" in answer.stderr


def test_a_name_longer_than_a_file_can_have_is_a_file_that_cannot_be_read(
    edition: Edition,
) -> None:
    with edition.table() as table:
        table["outputs"]["x" * 5000] = "0" * 64
    answer = edition.verify()
    assert (answer.exit_code, codes(answer)) == (1, ["cannot-read"])


def test_what_the_manifest_says_beside_files_and_pages_is_left_alone(edition: Edition) -> None:
    with edition.table() as table:
        table["sources"]["decisions.toml"] = {"sha256": "0" * 64}
        table["settings"] = {"any": 1}
    assert edition.verify("--strict").exit_code == 0


# ---------------------------------------------------------------- for programs, and how far


def test_the_outcome_for_programs_says_the_same(edition: Edition) -> None:
    edition.file("report.txt").unlink()
    edition.file("mine.txt").write_text("mine", "utf-8")
    number = len(json.loads(edition.manifest.read_bytes())["outputs"])
    answer = edition.verify("--format", "json")
    found = json.loads(answer.stdout)
    assert answer.exit_code == 1
    assert found["files"] == {
        "as_written": number - 1,
        "edited": 0,
        "failed": 1,
        "not_named": 1,
    }
    assert found["documents"] == {"compared": 4, "agreeing": 4, "against_pages": True}
    assert [each["code"] for each in found["problems"]] == ["file-missing", "files-not-named"]
    assert found["problems"][0]["path"] == str(edition.file("report.txt"))


def test_one_of_each_is_told_as_one(edition: Edition) -> None:
    with edition.table() as table:
        table["outputs"] = {"report.txt": table["outputs"]["report.txt"]}
        table["sources"] = {PAGES[0]: table["sources"][PAGES[0]]}
    assert said(edition.verify()).startswith("1 file as it was written, ")
    assert said(edition.verify()).endswith("; 1 document says what its page says")
    assert said(edition.verify(pages=False)).endswith("; 1 text says what its TEI says")


def test_the_progress_of_every_part_is_told(edition: Edition) -> None:
    told: list[tuple[str, int, int]] = []
    verify(edition.out, [edition.pages], progress=lambda *step: told.append(step))
    last = {what: (done, total) for what, done, total in told}
    assert list(last) == ["checking files", "reading pages", "comparing documents"]
    assert all(done == total for done, total in last.values())


# ---------------------------------------------------------------- the text, written down twice


def documents_of_every_shape() -> Iterator[bytes]:
    """Documents of all shapes that the grammar allows."""
    grammar, chance = Grammar(schema("edition.rng")), random.Random(1938)
    for number in range(120):
        yield etree.tostring(grammar.document(chance, depth=8 + number % 7))


def test_the_stylesheet_and_the_verifier_write_the_same_words_of_every_shape() -> None:
    renderer, compared = Renderer(), 0
    for number, tei in enumerate(documents_of_every_shape()):
        language = LANGUAGES[number % len(LANGUAGES)]
        text = renderer.text(tei, path="x.xml", strict=True, interface=language).text
        wanted = reading_text(etree.fromstring(tei), words_of(language))
        assert parting(text, wanted) is None, etree.tostring(etree.fromstring(tei)).decode()
        compared += 1
    assert compared == 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_interface_is_read_from_its_stylesheet(language: str) -> None:
    source = stylesheet(f"common/words/{language}.xsl").read_text("utf-8")
    assert len(words_of(language)) == source.count("': ")
    assert set(words_of(language)) == set(words_of("en"))


def test_a_document_nested_as_deeply_as_a_file_may_be_is_read() -> None:
    for name in ("hi", "div", "note", "supplied"):
        nested = f"<{name}>" * 230 + "<p>deep</p>" + f"</{name}>" * 230
        root = etree.fromstring(
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>'
            f"{nested}</div></body></text></TEI>"
        )
        assert "deep" in reading_text(root, words_of("en"))


SHAPES: dict[str, Callable[[int], str]] = {
    "page breaks": lambda n: "<div>" * 20 + '<pb n="1"/>' * n + "<p>x</p>" + "</div>" * 20,
    "notes": lambda n: "<p>" + "x<note>y</note>" * n + "</p>",
    "items": lambda n: "<list>" + '<pb n="1"/><item>x</item>' * n + "</list>",
    "blocks in a line": lambda n: "<hi>" * 20 + "<p>x</p>" * n + "</hi>" * 20,
    "words": lambda n: "<p>" + "x " * n + "</p>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_eight_times_as_long_takes_about_eight_times_as_long(shape: str) -> None:
    def cost(number: int) -> float:
        """CPU seconds, the least of three runs."""
        body = f"<text><body><div>{SHAPES[shape](number)}</div></body></text>"
        root = etree.fromstring(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{body}</TEI>')
        spent = []
        for _ in range(3):
            begun = time.process_time()
            text = reading_text(root, words_of("en"))
            assert parting(text, text) is None
            spent.append(time.process_time() - begun)
        return min(spent)

    cost(500)
    assert cost(8000) < 20 * cost(1000)
