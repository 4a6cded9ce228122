"""Ways of saving: HTML in its shapes, copied text, and what is refused with a word on saving."""

from pathlib import Path

import pytest
from browser_text import copied, saved_as_text
from calling import files, run
from html_shapes import SHAPES, as_html, bullets, divs, document
from page_printer import Chrome, page_around

from converter.html_pages import plain_text
from converter.pages import read
from converter.pipeline import convert
from converter.problems import Refused
from converter.settings import Settings

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = PROJECT / "examples"
PAGES = sorted(EXAMPLES.glob("*/*.txt"))
DIARY, LETTER = (
    EXAMPLES / "diary/1938-03-12.txt",
    EXAMPLES / "letters/ozerov-to-ozerova-1936-02-12.txt",
)
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
PAGE = page_around(["12 March", "The bell was saved."])


def tei_of(data: bytes, path: str = "page.txt", encoding: str = "") -> str:
    return convert(data, path, Settings(language="en"), encoding).xml.decode()


def refusal_of(data: bytes, path: str = "page.txt") -> str:
    with pytest.raises(Refused) as refused:
        convert(data, path)
    return str(refused.value)


# ---------------------------------------------------------------- HTML


@every_page
@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_of_html_in_any_shape_is_the_page_of_text(page: Path, shape: str) -> None:
    data = page.read_bytes()
    html = as_html(data, shape)
    shown = [line.strip() for line in plain_text(html).split("\n") if line.strip()]
    assert shown == [line.strip() for line in data.decode().split("\n") if line.strip()]
    assert tei_of(html.encode(), "page.html") == tei_of(data)


def test_controls_and_landmarks_as_paragraphs_do_not_part_a_text_of_breaks() -> None:
    lines = PAGE.decode().split("\n")
    start, end = lines.index("12 March"), lines.index("Document Details")
    body = [*bullets(lines[:start], SHAPES["paragraphs"]), *divs(lines[start:end])]
    html = document([*body, *bullets(lines[end:], SHAPES["paragraphs"])])
    assert tei_of(html.encode(), "page.html") == tei_of(PAGE)


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.txt"])
def test_html_is_known_by_its_beginning_whatever_the_file_is_called(name: str) -> None:
    assert tei_of(as_html(PAGE).encode(), name) == tei_of(PAGE)


def test_text_is_read_as_text_where_the_file_is_called_html() -> None:
    assert tei_of(PAGE, "page.html") == tei_of(PAGE)


SAVED_FROM = "<!-- saved from url=(0033)https://archive.example/doc?id=7 -->\n"


def test_a_complete_page_is_read_and_the_folder_beside_it_is_not(tmp_path: Path) -> None:
    html = document(bullets(DIARY.read_text("utf-8").split("\n"), divs), before=SAVED_FROM)
    beside = tmp_path / "pages" / "12 March_files"
    beside.mkdir(parents=True)
    (beside.parent / "12 March.html").write_text(html, "utf-8")
    (beside / "frame.html").write_text("<html><body>advertisement</body></html>", "utf-8")
    (beside / "viewer.js").write_text("var text;", "utf-8")
    answer = run("convert", tmp_path / "pages", "-o", tmp_path / "out")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert {*files(tmp_path / "out")} == {"12 March.xml"}
    assert (tmp_path / "out/12 March.xml").read_text("utf-8") == tei_of(DIARY.read_bytes())


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("KOI8-U", "koi8-u"),
        ("utf-8", "utf-8"),
        ("utf-16", "utf-8"),
        ("no-such-thing", "utf-8"),
    ],
)
def test_the_encoding_that_a_page_declares_is_used(declared: str, encoding: str) -> None:
    page = page_around(["12 March", "Колокол спасли, а фонарь утонул."])
    html = document(bullets(page.decode().split("\n"), divs), charset=declared)
    data = html.encode(encoding, "xmlcharrefreplace")
    assert tei_of(data, "page.html") == tei_of(page)


def test_what_is_declared_as_latin_1_is_read_as_browsers_do() -> None:
    page = page_around(["12 March", "‘The café – it was saved.’"])
    html = document(bullets(page.decode().split("\n"), divs), charset="iso-8859-1")
    data = html.encode("cp1252", "xmlcharrefreplace")
    assert tei_of(data, "page.html") == tei_of(page)


def test_a_named_encoding_and_a_byte_order_mark_go_before_what_is_declared() -> None:
    page = page_around(["12 March", "Колокол спасли."])
    html = document(bullets(page.decode().split("\n"), divs), charset="koi8-r")
    assert tei_of(html.encode("utf-8-sig"), "page.html") == tei_of(page)
    cp1251 = html.encode("cp1251", "xmlcharrefreplace")
    assert tei_of(cp1251, "page.html", "cp1251") == tei_of(page)


def test_a_byte_that_does_not_belong_to_the_declared_encoding_is_named() -> None:
    html = document(bullets(PAGE.decode().split("\n"), divs), charset="ascii-ish").encode()
    assert "does not belong to a text in utf-8 [wrong-encoding]" in refusal_of(
        html.replace(b"bell", b"b\xe9ll"), "page.html"
    )


@pytest.mark.parametrize("older", [False, True])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [False, True])
def test_line_ends_byte_order_marks_and_older_chrome_change_nothing(
    older: bool, line_end: str, mark: bool
) -> None:
    text = ["12 March", "The bell was", "", "", "Page 108", "", "saved."]
    chrome = Chrome(older_login=older, line_end=line_end, byte_order_mark=mark, layout="\xa0 \xa0")
    assert tei_of(page_around(text, chrome)) == tei_of(page_around(text))


# ---------------------------------------------------------------- copied from the browser


def has_a_list(page: Path) -> bool:
    """Bullets of the text itself are not copied either, and cannot be told from paragraphs then."""
    sections = read(page.read_bytes(), page.name).sections
    return any(line.text.lstrip().startswith("•") for s in sections for line in s.lines)


@pytest.mark.parametrize("blank_lines", [False, True])
@pytest.mark.parametrize("page", [p for p in PAGES if not has_a_list(p)], ids=lambda p: p.stem)
def test_a_page_that_was_copied_whole_is_the_page(page: Path, blank_lines: bool) -> None:
    data = page.read_bytes()
    assert tei_of(copied(data, blank_lines)) == tei_of(data)


def test_lines_of_a_copied_page_are_counted_in_the_file() -> None:
    page = copied(page_around(["12 March", "The bell was saved.", "[It rang."]))
    (problem,) = [p for p in convert(page, "page.txt").problems if p.code == "bracket-unclosed"]
    assert page.decode().split("\n")[problem.place.line - 1] == "[It rang."


# ---------------------------------------------------------------- refused, with a word on saving


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("page", [DIARY, LETTER], ids=lambda path: path.stem)
def test_a_browser_s_own_text_format_is_refused_and_says_what_to_do(
    page: Path, links: bool
) -> None:
    said = refusal_of(saved_as_text(page.read_bytes(), links)).split("\n")
    sign = "links in angle brackets" if links else "stars before the items of lists"
    assert said[0] == (
        f"page.txt:4:{12 if links else 3}: error: this is the text format of a browser, which cuts "
        f"lines, writes {sign} and so hides where paragraphs and notes begin [another-text-layout]"
    )
    assert said[1].startswith("      * Search")
    assert said[2].strip() == "^"
    assert said[3].startswith("    hint: save the page as HTML: 'Web Page, complete' (Firefox)")


def test_stars_and_addresses_of_a_text_are_no_other_layout() -> None:
    text = ["12 March", *(f"* one <https://bell.example/{n}>" for n in range(5))]
    assert "<https" in refusal_free(page_around(text))
    assert "https://bell.example/4" in refusal_free(copied(page_around(text)))


def refusal_free(data: bytes) -> str:
    return tei_of(data).replace("&lt;", "<")


MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://archive.example/\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\r\n'
    b"------\r\nContent-Type: text/html\r\n\r\n<html><body>Document Details</body></html>\r\n"
)
OTHER_FORMS = {
    "page.mhtml": (MHTML, "a page packed into one file (.mhtml)"),
    "page.html": (MHTML, "a page packed into one file (.mhtml)"),
    "page.webarchive": (b"bplist00\xd1\x01\x02", "a web archive (.webarchive)"),
    "page.txt": (b"%PDF-1.7\n\xe2\xe3", "a PDF"),
    "page.docx": (b"PK\x03\x04\x14\x00", "a packed file (such as .docx, .odt or .zip)"),
}


@pytest.mark.parametrize("name", OTHER_FORMS)
def test_a_page_saved_in_another_form_says_how_to_save_it(tmp_path: Path, name: str) -> None:
    data, form = OTHER_FORMS[name]
    (tmp_path / name).write_bytes(data)
    answer = run("convert", tmp_path / name)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert f"{name}: error: this is {form}, not a page saved as HTML or as text" in answer.stderr
    assert "[saved-in-another-form]" in answer.stderr
    assert "hint: open the page again and save it as 'Webpage, Complete'" in answer.stderr


def test_a_page_that_was_saved_anew_beside_it_is_read(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.mhtml").write_bytes(MHTML)
    (pages / "a.html").write_text(as_html(PAGE), "utf-8")
    answer = run("convert", pages, "-o", tmp_path / "out")
    assert answer.exit_code == 1
    assert {*files(tmp_path / "out")} == {"a.xml"}


@pytest.mark.parametrize("name", ["b.mhtml", "b.mht", "b.webarchive"])
def test_in_a_folder_it_is_refused_and_not_passed_over(tmp_path: Path, name: str) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_bytes(PAGE)
    (pages / name).write_bytes(MHTML)
    answer = run("build", pages, "-o", tmp_path / "out")
    assert answer.exit_code == 1
    assert "1 document" in answer.stderr
    assert f"{name}: error: this is a page packed into one file" in answer.stderr
