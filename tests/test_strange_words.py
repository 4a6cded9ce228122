"""Words that mean something to a terminal or a browser: shown in messages, text in the pages."""

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from calling import documents_of, run
from foreign_markup import unsafe
from lxml import html
from page_printer import Chrome, page_around, saved_page
from page_printer import Document as Printed

PROJECT = Path(__file__).resolve().parent.parent
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
STRANGE = "\x1b[31m\x07\x08\x9b2J\u202e\u2066\u200f\u2028\x85"
# A file name can hold nearly all of it, where the system lets it.
FILE = f"a{STRANGE}.txt"
MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\"onmouseover=\"alert(1)\" x='",
    "'><svg onload=alert(1)>",
    "<!--", "-->", "]]>", "&lt;script&gt;", "<style>*{display:none}</style>",
    "data:text/html,<script>alert(1)</script>",
    "<a href='javascript:alert(1)'>https://a.example/\"onclick=\"x()</a>",
)  # fmt: skip


def raw(text: str) -> list[str]:
    """The characters of an answer that a terminal would not print, but do."""
    return sorted({f"U+{ord(c):04X}" for c in text if c != "\n" and not c.isprintable()})


def page(words: Sequence[str], title: str = "12 March") -> bytes:
    """A page that says these words everywhere: in its text and notes, its head and its details."""
    shown = " ".join(words)
    document = Printed(
        title, (), f"Volume {shown}", f"1937 Mar {shown}", f"Vik, {shown}", f"Ida {shown}",
        f"R {shown}", f"S {shown}", shown, (shown,),
    )  # fmt: skip
    made = saved_page(document, Chrome(contents_title=shown, contents=(shown,)))
    text = [
        *("Translation", "/ 3", title, f"He said {shown} to the men of the northern channel and"),
        *(f"Ole Vik, pilot, {shown}; died 1940. See {shown}, p. 3.", "went home."),
        *(f"[A remark {shown}]", f"[{shown} and", f"{shown}]", f"• {shown}", f"[{shown}", ""),
        *("Document Details", ""),
    ]
    return made.replace(b"Document Details\n", "\n".join(text).encode()[:-1] + b"\n", 1)


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A folder with a page that is full of them, one that is refused, settings and decisions."""
    folder = tmp_path / "pages"
    folder.mkdir()
    name = FILE if sys.platform != "win32" else "a.txt"
    (folder / name).write_bytes(page([STRANGE, "\x00"], f"12 March {STRANGE}"))
    (folder / f"b{name}").write_bytes(page_around([STRANGE])[:-900])
    (folder / "c.txt").write_bytes(page([STRANGE, "\x00"], f"12 March {STRANGE} 1938"))
    (folder / "decisions.toml").write_text(
        f'[[decision]]\npage = "c.txt"\nsection = "{"0" * 64}"\nline = "a\u202e\u0085"\n'
        'kind = "note\u202e"\n',
        "utf-8",
    )
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        "build PAGES -o OUT",
        "convert PAGES -o OUT",
        "rules PAGES",
        "rules PAGES --format json",
        "review PAGES --list",
        "review PAGES --list --format json",
        "review PAGES",
        "inspect PAGE --stage page",
        "inspect PAGE --stage lines",
        "inspect PAGE --stage blocks",
        "inspect PAGE --stage document",
        "inspect PAGE --stage tei",
        "init PAGES",
        "authorities PAGES",
        "authorities PAGES --list",
        "learn PAGES",
        "build PAGES -o OUT --format json",
        "build PAGES -o OUT --edition SETTINGS",
        "convert PAGES -o OUT --decisions SETTINGS",
        "convert PAGES -o OUT --weights SETTINGS",
        "convert PAGES -o OUT --authorities SETTINGS",
        "convert PAGES -o OUT --encoding a\u202e",
        "convert PAGES/no\x1b[31m.txt",
        "inspect PAGE --stage a\x1b[31m",
        "a\x1b[31m",
        "--a\x1b[31m",
    ],
)
def test_no_command_hands_a_terminal_what_a_page_or_a_file_name_says_to_it(
    tmp_path: Path, strange: Path, arguments: str
) -> None:
    settings = tmp_path / f"settings{STRANGE}.toml"
    settings.write_text(f'titel\u202e = 1\ntitle = "{STRANGE[8:10]}"\n', "utf-8")
    places = {"PAGES": strange, "PAGE": strange / "c.txt", "OUT": tmp_path / "out"}
    places["SETTINGS"] = settings
    words = [str(places.get(word, word)) for word in arguments.split(" ")]
    answer = run(*(word.replace("PAGES/", f"{strange}/") for word in words))
    assert answer.exit_code in (0, 1, 2)
    assert raw(answer.stdout + answer.stderr) == []


@pytest.mark.parametrize(
    "arguments",
    [
        "validate TEI",
        "validate OUT/tei",
        "validate OUT/tei --format json",
        "validate BROKEN",
        "validate OUT/tei --schema BROKEN",
        "render BROKEN --to html -o OUT",
        "verify OUT PAGES",
        "verify OUT",
        "cite BROKEN --as text",
        "book BROKEN --to epub -o OUT",
        "book OUT/tei --to epub -o OUT",
        "annotations BROKEN --to tei",
    ],
)
def test_no_command_hands_a_terminal_what_a_tei_file_says_to_it(
    tmp_path: Path, strange: Path, arguments: str
) -> None:
    out = tmp_path / "out"
    run("build", strange, "-o", out)
    broken = tmp_path / f"broken{STRANGE}.xml"
    broken.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p n="a\u202e\u009b">\u202e\u0085</p>'
        "<p\u00b7 xml:id='\u202e'/></TEI>",
        "utf-8",
    )
    tei = documents_of(out)[0]
    text = tei.read_text("utf-8").replace("<p ", f'<p rend="{STRANGE[-7:]}" ', 1)
    (tmp_path / "tei.xml").write_text(text, "utf-8")
    places = {"TEI": tmp_path / "tei.xml", "OUT": out, "OUT/tei": out / "tei"}
    places |= {"BROKEN": broken, "PAGES": strange}
    answer = run(*(str(places.get(word, word)) for word in arguments.split(" ")))
    assert answer.exit_code in (0, 1, 2)
    assert raw(answer.stdout + answer.stderr) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
@pytest.mark.parametrize("command", ["render TEI --to text", "convert PAGE", "init PAGE"])
def test_a_result_that_is_a_file_goes_to_a_pipe_as_it_is_and_to_a_terminal_to_be_read(
    tmp_path: Path, strange: Path, command: str
) -> None:
    import pty

    tei = tmp_path / "a.xml"
    tei.write_bytes(run("convert", strange / "c.txt").stdout_bytes)
    places = {"TEI": tei, "PAGE": strange / "c.txt"}
    words = [str(places.get(word, word)) for word in command.split(" ")]
    program = [sys.executable, "-c", "from converter.cli import main; main()", *words]
    piped = subprocess.run(program, capture_output=True, cwd=PROJECT).stdout.decode()
    ours, theirs = pty.openpty()
    with subprocess.Popen(program, stdout=theirs, stderr=subprocess.DEVNULL, cwd=PROJECT) as child:
        os.close(theirs)
        shown = b"".join(iter(partial(read_from, ours), b"")).decode().replace("\r\n", "\n")
    os.close(ours)
    assert child.returncode in (0, 1)
    assert raw(shown) == []
    assert shown.replace("<U+202E>", "\u202e") != shown or "&#x202E;" in shown or "\\U" in shown
    assert "Vol" in piped
    assert ("\u202e" in piped) == command.startswith("render")


def read_from(terminal: int) -> bytes:
    """What has been written to a terminal; nothing where nobody writes any more."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_a_report_to_be_read_shows_them_too(tmp_path: Path, strange: Path) -> None:
    run("build", strange, "-o", tmp_path / "out")
    assert raw((tmp_path / "out" / "report.txt").read_text("utf-8")) == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition whose pages and settings are full of markup."""
    folder = tmp_path_factory.mktemp("markup")
    (folder / "pages").mkdir()
    for number, words in enumerate(MARKUP):
        data = page([words, *MARKUP], f"12 March {words}")
        (folder / "pages" / f"{number}.txt").write_bytes(data)
    quoted = " ".join(MARKUP).replace('"', '\\"')
    (folder / "edition.toml").write_text(
        f'title = "{quoted}"\npublisher = "{quoted}"\nlicence = "{quoted}"\n'
        f'editors = [{{ name = "{quoted}" }}]\n',
        "utf-8",
    )
    answer = run(
        *("build", folder / "pages", "-o", folder / "out", "--show-doubt"),
        *("--edition", folder / "edition.toml"),
    )
    assert answer.exit_code in (0, 1), answer.stderr
    return folder / "out" / "html"


def test_what_a_page_says_is_text_on_every_page_of_the_site(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(MARKUP)
    faults = {
        str(path.relative_to(site)): found
        for path in pages
        if (found := [*unsafe(path.read_text("utf-8"), own_forms=True)])
    }
    assert faults == {}


def test_every_kind_of_page_begins_with_its_policy(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        first = html.document_fromstring(path.read_text("utf-8")).xpath("head/*[1]")
        assert isinstance(first, list)
        (meta,) = first
        assert isinstance(meta, html.HtmlElement)
        assert meta.get("http-equiv") == "Content-Security-Policy", path
        assert (meta.get("content") or "").startswith(POLICY), path
