"""Bad input: one message with its place and the next step; the rest of the batch goes on."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import calling
import pytest
from calling import documents_of
from lxml import etree
from page_printer import Division, Document, Paragraph, Section, page_around, saved_page

from converter.languages import languages
from converter.pages import read

PAGE = page_around(["12 March", "The bell was saved."])
NS = {"t": "http://www.tei-c.org/ns/1.0"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call of the program came to."""

    status: int
    results: str
    talk: str

    @property
    def messages(self) -> list[str]:
        """The problems told, each with its indented lines."""
        return re.findall(r"^\S.*?: (?:error|warning|notice): .*(?:\n    .*)*", self.talk, re.M)


def run(*arguments: object) -> Answer:
    answer = calling.run(*arguments)
    return Answer(answer.exit_code, answer.stdout, answer.stderr)


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder: the bytes of files; folders as None."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    return folder


def without(data: bytes, *landmarks: str) -> bytes:
    lines = data.decode().split("\n")
    return "\n".join(line for line in lines if line not in landmarks).encode()


def cut_before(data: bytes, line: str) -> bytes:
    return data[: data.index(f"\n{line}".encode())]


def line_of(data: bytes, words: str) -> int:
    return data[: data.index(words.encode())].count(b"\n") + 1


CUT_IN_TEXT = cut_before(PAGE, "Document Details")
CUT_IN_CONTENTS = cut_before(PAGE, "  • 13 March")
WITHOUT_TEXT = page_around(["", "  \u00a0 "])
LATIN = PAGE.replace(b"The bell", b"Th\xe9 bell")

# The bytes of a page that cannot be used, and the message of which {page} is the path.
UNUSABLE = {
    "nothing at all": (
        b"",
        "{page}: error: the file is empty [empty-file]\n    hint: save the page again",
    ),
    "only white space": (
        b" \n\r\n\t\n",
        "{page}: error: the file is empty [empty-file]\n    hint: save the page again",
    ),
    "another text": (
        b"Ropes and lamps.\nA list.",
        "{page}:2: error: this is not a saved page of the archive: 'Document Details' is missing, "
        "and so are the text sections [not-a-saved-page]\n"
        "    hint: save the whole page of a document in the archive's viewer, as text or as HTML",
    ),
    "cut off in the text": (
        CUT_IN_TEXT,
        f"{{page}}:{line_of(PAGE, 'The bell')}: error: the page breaks off: it ends on this line, "
        "before 'Document Details' [page-cut-off]\n"
        "    hint: save the page again; a copy that was cut off would lose text",
    ),
    "cut off in the contents": (
        CUT_IN_CONTENTS,
        f"{{page}}:{line_of(PAGE, '  • 12 March')}: error: the page breaks off: it ends on this "
        "line, before 'Document Details' [page-cut-off]\n"
        "    hint: save the page again; a copy that was cut off would lose text",
    ),
    "no text sections": (
        without(PAGE, "Translation", "Transcription"),
        "{page}: error: the landmark 'Translation, / N' is missing, so the text cannot be found "
        "[landmark-missing]\n    hint: save the page with its viewer (Translation, Transcription) "
        "and its Document Details",
    ),
    "no title": (
        without(PAGE, "Document Title12 March"),
        "{page}: error: the landmark 'Document Title' is missing, so the text cannot be found "
        "[landmark-missing]\n    hint: save the page with its viewer (Translation, Transcription) "
        "and its Document Details",
    ),
    "no text": (
        WITHOUT_TEXT,
        f"{{page}}:{line_of(WITHOUT_TEXT, 'Translation' + chr(10) + '/ 0')}: error: both text "
        "sections of the page are empty [empty-text]\n    hint: open the document in the viewer "
        "until its text is shown, then save the page again",
    ),
    "a byte of another encoding": (
        LATIN,
        f"{{page}}:{line_of(PAGE, 'The bell')}: error: byte E9 at offset "
        f"{PAGE.index(b'The bell') + 2} does not belong to a text in utf-8 [wrong-encoding]\n"
        "    hint: if the page was saved in another encoding, name it: --encoding cp1252",
    ),
}
every_fault = pytest.mark.parametrize("fault", UNUSABLE)


@every_fault
def test_a_page_alone_that_cannot_be_used_is_one_message_and_status_2(
    pages: Path, fault: str
) -> None:
    data, message = UNUSABLE[fault]
    (pages / "a.txt").write_bytes(data)
    answer = run("convert", pages / "a.txt")
    assert answer == Answer(2, "", message.format(page=pages / "a.txt") + "\n")


@every_fault
def test_in_a_batch_it_costs_only_itself_and_nothing_outside_the_output_is_written(
    tmp_path: Path, pages: Path, fault: str
) -> None:
    data, message = UNUSABLE[fault]
    (pages / "a.txt").write_bytes(data)
    (pages / "b.txt").write_bytes(PAGE)
    before = snapshot(tmp_path)
    answer = run("convert", pages, "-o", tmp_path / "out")
    assert answer.status == 1
    assert message.format(page=pages / "a.txt") in answer.messages
    after = snapshot(tmp_path)
    assert set(after) - set(before) == {"out", "out/b.xml"}
    assert {name: after[name] for name in before} == before


@every_fault
def test_a_build_goes_on_without_it_and_its_report_says_so(
    tmp_path: Path, pages: Path, fault: str
) -> None:
    data, message = UNUSABLE[fault]
    (pages / "a.txt").write_bytes(data)
    (pages / "b.txt").write_bytes(PAGE)
    before = snapshot(tmp_path)
    answer = run("build", pages, "-o", tmp_path / "out")
    assert answer.status == 1
    assert message.format(page=pages / "a.txt") in answer.messages
    assert message.format(page="a.txt") in (tmp_path / "out" / "report.txt").read_text("utf-8")
    after = snapshot(tmp_path)
    assert all(name == "out" or name.startswith("out/") for name in set(after) - set(before))
    assert {name: after[name] for name in before} == before


def test_a_build_of_bad_pages_only_writes_nothing_and_ends_with_2(
    tmp_path: Path, pages: Path
) -> None:
    (pages / "a.txt").write_bytes(b"")
    before = snapshot(tmp_path)
    assert run("build", pages, "-o", tmp_path / "out").status == 2
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("end", range(1, PAGE[: PAGE.index(b"\nTags")].count(b"\n") + 1))
def test_a_page_cut_off_anywhere_before_its_volume_is_refused(pages: Path, end: int) -> None:
    lines = PAGE.split(b"\n")[:end]
    (pages / "a.txt").write_bytes(b"\n".join(lines))
    answer = run("convert", pages / "a.txt")
    assert (answer.status, answer.results, len(answer.messages)) == (2, "", 1)
    known = b"Table of Contents" in lines
    assert f"[{'page-cut-off' if known else 'not-a-saved-page'}]" in answer.talk


# ---------------------------------------------------------------- files and folders


@pytest.mark.parametrize("command", ["convert", "build", "rules", "init"])
def test_a_folder_without_pages_is_named(tmp_path: Path, pages: Path, command: str) -> None:
    (pages / "notes.docx").write_bytes(b"x")
    output = ["-o", tmp_path / "out"] if command in ("convert", "build", "init") else []
    answer = run(command, pages, *output)
    message = (
        f"{pages}: error: there is no saved page here (.txt, .html or .htm) [no-pages]\n"
        "    hint: name the folder that holds the pages, or the pages themselves"
    )
    assert answer.messages == [message]
    assert answer.status == 2
    assert not (tmp_path / "out").exists()


def test_one_pass_can_only_be_printed_of_one_page(pages: Path) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    assert run("inspect", pages) == Answer(
        2,
        "",
        f"{pages}: error: this is a folder; one page is wanted here [one-page-only]\n"
        "    hint: name a page in it\n",
    )


@pytest.mark.parametrize("command", ["convert", "build", "inspect", "validate", "render"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, command: str) -> None:
    options = {"build": f"-o {tmp_path / 'out'}", "render": "--to text"}.get(command, "")
    answer = run(command, tmp_path / "a.txt", *options.split())
    message = (
        f"{tmp_path / 'a.txt'}: error: the file cannot be read: there is no such file "
        "[cannot-read]\n    hint: check the path and who may read the file"
    )
    said = answer.results if command == "validate" else answer.talk
    assert message in said
    assert answer.status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_that_cannot_be_read_costs_only_itself(tmp_path: Path, pages: Path) -> None:
    (pages / "a.txt").symlink_to("a.txt")
    (pages / "b.txt").write_bytes(PAGE)
    answer = run("convert", pages, "-o", tmp_path / "out")
    assert answer.status == 1
    assert answer.messages == [
        f"{pages / 'a.txt'}: error: the file cannot be read: Too many levels of symbolic links "
        "[cannot-read]\n    hint: check the path and who may read the file"
    ]
    assert (tmp_path / "out" / "b.xml").is_file()


def test_a_page_that_may_not_be_read_is_told_and_is_no_traceback(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages / "a.txt").write_bytes(PAGE)

    def deny(path: str, *_: object, **__: object) -> NoReturn:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("converter.sources.FileIO", deny)
    for command in ("inspect", "init", "rules", "convert"):
        answer = run(command, pages / "a.txt")
        assert answer.messages == [
            f"{pages / 'a.txt'}: error: the file cannot be read: Permission denied "
            "[cannot-read]\n    hint: check the path and who may read the file"
        ]
        assert answer.status == 2


@pytest.mark.parametrize("command", ["rules", "init"])
def test_a_table_that_is_made_of_pages_says_which_are_not_in_it(pages: Path, command: str) -> None:
    (pages / "a.txt").write_bytes(LATIN)
    (pages / "b.txt").write_bytes(PAGE)
    some = run(command, pages)
    assert (some.status, len(some.messages)) == (1, 1)
    assert some.messages[0].startswith(f"{pages / 'a.txt'}:")
    assert some.results == run(command, pages / "b.txt").results
    (pages / "b.txt").unlink()
    none = run(command, pages)
    assert (none.status, none.messages) == (2, some.messages)


@pytest.mark.parametrize("other", ["a.html", "a.htm", "A.TXT"])
def test_two_pages_for_one_output_are_both_named_and_neither_is_written(
    tmp_path: Path, pages: Path, other: str
) -> None:
    for name in ("a.txt", other, "b.txt"):
        (pages / name).write_bytes(PAGE)
    if len(list(pages.iterdir())) < 3:
        pytest.skip("this file system does not tell 'a' from 'A'")
    answer = run("convert", pages, "-o", tmp_path / "out")
    assert answer.status == 1
    hint = "[same-output]\n    hint: rename one of them"
    first, second = pages / "a.txt", pages / other
    assert sorted(answer.messages) == sorted(
        f"{one}: error: two pages would both become {one.stem}.xml; the other one is {two} {hint}"
        for one, two in ((first, second), (second, first))
    )
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.xml"]


def test_a_text_saved_twice_is_one_document_and_the_other_page_is_named(
    tmp_path: Path, pages: Path
) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    (pages / "b.txt").write_bytes(PAGE.replace("© 2025".encode(), "© 2026".encode()))
    answer = run("build", pages, "-o", tmp_path / "out")
    assert answer.messages == [
        f"{pages / 'b.txt'}: notice: the same text as in a.txt; it is taken once [same-text]\n"
        "    hint: remove one of the two pages"
    ]
    assert answer.status == 0
    assert len(documents_of(tmp_path / "out")) == 1


def test_the_same_words_of_two_years_are_two_documents(tmp_path: Path, pages: Path) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    (pages / "b.txt").write_bytes(re.sub(rb"\nDate\d{4}", b"\nDate1931", PAGE))
    answer = run("build", pages, "-o", tmp_path / "out")
    assert "same-text" not in answer.talk
    assert len(documents_of(tmp_path / "out")) == 2


@pytest.mark.parametrize("output", ["", "edition", "deep/edition"])
def test_an_edition_is_not_written_among_its_own_sources(pages: Path, output: str) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    before = snapshot(pages)
    answer = run("build", pages, "-o", pages / output)
    assert answer.messages == [
        f"{pages / output}: error: the output folder lies among the pages and would be read as a "
        "source [inside-sources]\n    hint: name another folder with -o"
    ]
    assert answer.status == 2
    assert snapshot(pages) == before


@pytest.mark.parametrize("output", ["a.xml", "."])
def test_a_file_of_somebody_else_is_overwritten_only_where_that_is_asked_for(
    tmp_path: Path, pages: Path, output: str
) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    there = tmp_path / "a.xml"
    there.write_bytes(b"<mine/>")
    answer = run("convert", pages / "a.txt", "-o", tmp_path / output)
    assert answer.messages == [
        f"{there}: error: there is another file of this name; it is kept [already-there]\n"
        "    hint: name another one with -o, or use --overwrite"
    ]
    assert answer.status == 2
    assert there.read_bytes() == b"<mine/>"
    assert run("convert", pages / "a.txt", "-o", tmp_path / output, "--overwrite").status == 0
    assert there.read_bytes() == run("convert", pages / "a.txt").results.encode()
    assert run("convert", pages / "a.txt", "-o", tmp_path / output).status == 0, "it is the same"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_the_output_is_replaced_and_what_it_points_to_is_not(
    tmp_path: Path, pages: Path
) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    mine = tmp_path / "mine.xml"
    mine.write_bytes(b"<mine/>")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.xml").symlink_to(mine)
    assert run("convert", pages, "-o", tmp_path / "out", "--overwrite").status == 0
    assert mine.read_bytes() == b"<mine/>"
    assert not (tmp_path / "out" / "a.xml").is_symlink()


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path, pages: Path) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    (tmp_path / "out").write_bytes(b"a file, no folder")
    answer = run("build", pages, "-o", tmp_path / "out")
    assert answer.status == 2
    assert "[cannot-write]" in answer.talk
    assert (tmp_path / "out").read_bytes() == b"a file, no folder"


# ---------------------------------------------------------------- details that mislead


def test_a_description_may_begin_its_lines_with_labels() -> None:
    told = "A note.\nDate 1931 is the binder's.\nTags of lead hang from it.\nAuthor: a pilot.\nDate"
    data = PAGE.replace(b"\nDescriptionN/A", f"\nDescription{told}".encode())
    for tags in ("Tagslamps, oil", "Tags\n  • lamps\n  • oil"):
        page = read(data.replace(b"\nTags\n", f"\n{tags}\n".encode()), "a.txt")
        assert page.details["Description"] == told
        assert page.details["Date"] == "1937 Mar 12"
        assert page.details["AOC Volume"] == "The Lantern Diaries: Volume 3"
        assert page.tags == ("lamps", "oil")


def test_a_value_that_the_page_breaks_is_one_line_again() -> None:
    data = PAGE.replace(b"\nRepositoryN/A", b"\nRepositoryPort Archive,\n  Harnsund\n\nRoom 4")
    assert read(data, "a.txt").details["Repository"] == "Port Archive, Harnsund"


def test_an_author_who_is_not_available_is_nobody_in_the_byline_too() -> None:
    page = read(PAGE.replace(b"\nView:\n", b"\nView:\n\nBy N/A\n"), "a.txt")
    assert page.details["Author"] == ""
    assert page.details["AOC Volume"] == "The Lantern Diaries: Volume 3"


def test_a_volume_that_is_not_available_is_none_in_the_viewer_too() -> None:
    page = read(PAGE.replace(b"The Lantern Diaries: Volume 3", b"N/A"), "a.txt")
    assert page.details["AOC Volume"] == ""


# ---------------------------------------------------------------- settings


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "editor = []",
            "2:1: error: there is no setting 'editor' [settings-unknown-key]\n"
            "    hint: did you mean 'editors'?",
        ),
        (
            "licenze = 'x'",
            "2:1: error: there is no setting 'licenze' [settings-unknown-key]\n"
            "    hint: did you mean 'licence'?",
        ),
        (
            "xyz = 1",
            "2:1: error: there is no setting 'xyz' [settings-unknown-key]\n"
            "    hint: known keys: title, editors, publisher, licence, licence_url, date, "
            "language, interface_language, base_url, page_address, facsimile, colours, imprint, "
            "documents_begin_before_first_mark",
        ),
        (
            "publisher = 7",
            "2:1: error: the value of the setting 'publisher' cannot be used "
            "[settings-wrong-value]\n    hint: write a text in quotation marks",
        ),
        *(
            (
                f"date = {value}",
                "2:1: error: the value of the setting 'date' cannot be used [settings-wrong-value]"
                '\n    hint: write a day such as "2031-05-28", in quotation marks',
            )
            for value in ("'28 May 2031'", "'2031-02-30'", "'20310528'", "'2031'", "2031-05-28")
        ),
        *(
            (
                f"language = {value}",
                "2:1: error: the value of the setting 'language' cannot be used "
                "[settings-wrong-value]\n    hint: write one of "
                + ", ".join(f'"{code}"' for code in languages()),
            )
            for value in ("'English'", "'xx'", "['en']")
        ),
        (
            "interface_language = 'fr'",
            "2:1: error: the value of the setting 'interface_language' cannot be used "
            '[settings-wrong-value]\n    hint: write one of "en", "de", "ru"',
        ),
        (
            "licence = 'CC BY'",
            "2:1: error: a licence is set, but no publisher who gives it "
            '[licence-without-publisher]\n    hint: add publisher = "…"',
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, pages: Path, line: str, message: str
) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    settings = pages / "edition.toml"
    settings.write_text(f"title = 'Lamps'\n{line}\n", "utf-8")
    answer = run("build", pages, "-o", tmp_path / "out")
    assert answer == Answer(2, "", f"{settings}:{message}\n")
    assert not (tmp_path / "out").exists()


def test_settings_that_are_no_toml_are_named(tmp_path: Path, pages: Path) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    (pages / "edition.toml").write_text("title = Lamps\n", "utf-8")
    answer = run("build", pages, "-o", tmp_path / "out")
    assert answer.status == 2
    assert "[settings-unreadable]" in answer.messages[0]
    assert "line 1" in answer.messages[0]


# ---------------------------------------------------------------- characters


def test_markup_characters_of_the_text_arrive_as_text(pages: Path) -> None:
    said = 'He wrote <b>no</b> & &amp; ]]> <!-- and --> <?left?> "that" it\'s.'
    text = Section("translation", said, (Division((Paragraph((f"And {said}",)),)),))
    document = Document(said, (text,), description="<p>&lt;</p>", tags=("<x/>", "a&b"))
    (pages / "a.txt").write_bytes(saved_page(document))
    answer = run("convert", pages / "a.txt")
    root = etree.fromstring(answer.results.encode())
    assert root.xpath("string(//t:text//t:p)", namespaces=NS) == f"And {said}"
    assert root.xpath("string(//t:titleStmt/t:title)", namespaces=NS) == said
    assert root.xpath("string(//t:abstract/t:p)", namespaces=NS) == "<p>&lt;</p>"
    assert root.xpath("//t:term/text()", namespaces=NS) == ["<x/>", "a&b"]
    assert answer.status == 0


def test_a_character_that_xml_forbids_gets_a_stand_in_and_is_named(pages: Path) -> None:
    page = page_around(["12 March", "The \x07bell\ufffe was saved."])
    (pages / "a.txt").write_bytes(page)
    answer = run("convert", pages / "a.txt")
    line = line_of(page, "The \x07")
    assert answer.messages[:2] == [
        f"{pages / 'a.txt'}:{line}:{column}: warning: the character {code} is not allowed in XML; "
        "a stand-in (U+FFFD) takes its place [forbidden-character]\n"
        f"    The <U+0007>bell<U+FFFE> was saved.\n    {' ' * caret}^\n"
        "    hint: look up in the archive what stands here, and correct the TEI"
        for column, code, caret in ((5, "U+0007", 4), (10, "U+FFFE", 16))
    ]
    assert "The \ufffdbell\ufffd was saved." in answer.results
    assert answer.status == 0
    assert run("convert", pages / "a.txt", "--strict").status == 1


def test_another_encoding_is_read_where_it_is_named(pages: Path) -> None:
    (pages / "a.txt").write_bytes(PAGE.decode().replace("bell", "béll").encode("cp1252"))
    assert "The béll was saved." in run("convert", pages / "a.txt", "--encoding", "cp1252").results


def test_an_encoding_that_does_not_exist_is_an_error_of_the_call(pages: Path) -> None:
    (pages / "a.txt").write_bytes(PAGE)
    answer = run("convert", pages / "a.txt", "--encoding", "cp-lamp")
    assert answer.status == 2
    assert "cp-lamp" in answer.talk


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"\xef\xbb\xbfab\xff", 1, "byte FF at offset 5 does not belong to a text in utf-8 "),
        (b"\xef\xbb\xbfa\r\nb\rc\xff", 3, "byte FF at offset 9 "),
        # In UTF-16 the byte 0A is half of many letters.
        ("\ufeffa\u0a0a\nb".encode("utf-16-le") + b"\0\xdc", 2, "byte 00 DC at offset 10 "),
        ("\ufeffa\u0a0a\nb".encode("utf-16-be") + b"\xdc\0", 2, "byte DC 00 at offset 10 "),
    ],
)
def test_a_byte_that_does_not_belong_is_found_where_it_is_behind_a_byte_order_mark(
    pages: Path, data: bytes, line: int, said: str
) -> None:
    (pages / "a.txt").write_bytes(data)
    (message,) = run("convert", pages / "a.txt").messages
    assert message.startswith(f"{pages / 'a.txt'}:{line}: error: {said}")


@pytest.mark.parametrize("command", ["rules", "init"])
def test_another_encoding_is_read_for_every_table_that_is_made_of_pages(
    pages: Path, command: str
) -> None:
    (pages / "a.txt").write_bytes(PAGE.decode().replace("bell", "béll").encode("cp1252"))
    assert "[wrong-encoding]" in run(command, pages).talk
    answer = run(command, pages, "--encoding", "cp1252")
    assert (answer.status, answer.talk) == (0, "")


# ---------------------------------------------------------------- other people's XML

ENTITY = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret}">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&x;</TEI>'


@pytest.mark.parametrize("command", [["validate"], ["render", "--to", "text"]])
def test_a_file_with_a_document_type_is_refused_and_its_entities_are_not_read(
    tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "secret.txt").write_text("the key is in the sugar bowl", "utf-8")
    file = tmp_path / "a.xml"
    file.write_text(ENTITY.format(secret=(tmp_path / "secret.txt").as_uri()), "utf-8")
    answer = run(*command, file)
    said = answer.results + answer.talk
    assert f"{file}:1: error: the file declares a document type or entities: " in said
    assert "[xml-has-doctype]" in said
    assert "sugar bowl" not in said
    assert answer.status == (1 if command == ["validate"] else 2)


def test_the_program_itself_ends_with_these_messages_and_no_traceback(pages: Path) -> None:
    (pages / "a.txt").write_bytes(b"")
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    program = [sys.executable, "-c", "from converter.cli import main; main()"]
    answer = subprocess.run(
        [*program, "convert", str(pages / "a.txt")],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert answer.returncode == 2
    assert answer.stderr.startswith(f"{pages / 'a.txt'}: error: the file is empty [empty-file]")
    assert "Traceback" not in answer.stderr
