"""The documentation: what it says is so, every command in it runs, every link leads somewhere."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docs_pages import BUILD, PAGES, PROJECT, Built, called, fences, prepared, said_otherwise, shows
from golden import Golden
from lxml import etree
from playwright.sync_api import Browser
from reference_api import api_page
from reference_commands import commands_page
from reference_rules import rules_page
from reference_settings import comments, settings_page

from converter.settings import KINDS

SHELLS = {"", "bash", "shell", "shell-session", "zsh"}  # of commands that would not be run
# What cannot be run here, by the words it begins with.
NOT_RUN = {
    "pip install": "it changes the environment",
    "make": "it makes an environment of its own, or takes an hour",
    "converter review": "it asks in the terminal",
    "converter serve": "it runs until it is ended",
    "python3 -m venv": "it makes an environment",
    ". venv/bin/activate": "it enters an environment",
    "python -m http.server": "it runs until it is ended",
    "python3 -m http.server": "it runs until it is ended",
    "basex": "tests/test_loading_docs.py runs it, where BaseX is",
    "Rscript": "tests/test_loading_docs.py runs it, where R is",
    "pandoc": "tests/test_books_in_word.py has the same done by the pandoc of Python",
    "epubcheck": "tests/test_books_judged.py has it done",
    "bin/mallet": "a program to be fetched",
    "texts <-": "packages of R to be fetched",
    "library(": "packages of R to be fetched",
    "stylo(": "a package of R to be fetched",
    "rsync": "it needs a web server",
    "git": "it needs a repository of one's own",
}  # fmt: skip
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
pages_that_run = pytest.mark.parametrize(
    "page",
    [page for page in PAGES if {each.language for each in fences(page)} & {"sh", "pycon"}],
    ids=lambda page: str(page.stem),
)


@pytest.fixture(scope="session")
def examples_built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("examples")
    prepared(folder)
    said, status = called(BUILD, folder)
    assert status == 0, said
    return Built(folder, said)


# ---------------------------------------------------------------- what is said


@pages_that_run
def test_everything_on_a_page_that_can_be_run_does_what_the_page_says(
    page: Path, tmp_path: Path, examples_built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(tmp_path)
    monkeypatch.chdir(tmp_path)
    if otherwise := [*said_otherwise(page, tmp_path, examples_built)]:
        pytest.fail("\n\n".join(otherwise), pytrace=False)


def test_an_ellipsis_stands_for_any_words_and_alone_for_any_lines() -> None:
    assert shows("21 documents in …\n", "21 documents in output\n")
    assert shows("a\n…\nz\n", "a\nb\nc\nz\n")
    assert shows("a\n…\nz\n", "a\nz\n")
    assert shows("a\n…\n", "a\n")
    assert shows("…\nz\n", "a\nz\n")
    assert not shows("a\n…\n", "b\n")
    assert not shows("a\n", "a\nb\n")


@every_page
def test_every_command_is_run_or_has_a_reason_why_not(page: Path) -> None:
    for fence in fences(page):
        assert fence.language not in SHELLS, f"{page.name}:{fence.line}: sh or console, or text"
        if fence.language == "console":
            for command, _ in fence.commands():
                assert any(command.startswith(known) for known in NOT_RUN), command


@every_page
def test_programs_and_settings_on_a_page_can_be_read(page: Path) -> None:
    readers: dict[str, Callable[[str], object]] = {
        "python": ast.parse,
        "toml": tomllib.loads,
        "json": json.loads,
    }
    for fence in fences(page):
        if fence.language in readers:
            readers[fence.language](fence.text)


@every_page
def test_no_command_stands_outside_the_blocks_that_are_run(page: Path) -> None:
    lines = page.read_text("utf-8").splitlines()
    marks = [line for line in lines if line.lstrip().startswith("```")]
    assert len(marks) == 2 * len(fences(page)), "a fence is indented or never closed"
    stray = [line for line in lines if re.match(r"( {4}|\t)(converter|pip|make|git|python) ", line)]
    assert stray == []


def test_most_pages_that_name_commands_have_some_that_are_run() -> None:
    run = [command for page in PAGES for fence in fences(page) if fence.language == "sh"
           for command in fence.commands()]  # fmt: skip
    assert len(run) >= 40


# ---------------------------------------------------------------- pages made by the program


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("commands", commands_page),
        ("rules", rules_page),
        ("api", api_page),
        ("settings", lambda: settings_page((PROJECT / "examples/edition.toml").read_text("utf-8"))),
    ],
)
def test_a_page_of_reference_says_what_the_program_says(
    name: str, page: object, golden: Golden
) -> None:
    assert callable(page)
    golden(PROJECT / "docs" / f"{name}.md", page())


def test_every_setting_has_words_in_the_first_edition_toml() -> None:
    assert set(comments()) == set(KINDS)
    assert all(words for words, _ in comments().values())


# ---------------------------------------------------------------- the site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    answer = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=PROJECT, capture_output=True, text=True,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return folder


def test_the_site_is_built_without_a_warning_and_every_link_in_it_leads_somewhere(
    site: Path,
) -> None:
    pages = [*site.glob("*.html")]
    assert {page.stem for page in PAGES[1:]} <= {page.stem for page in pages}
    dead = [
        f"{page.name}: {link}" for page in pages for link in links(page) if not leads(page, link)
    ]
    assert dead == []


def links(page: Path) -> Iterator[str]:
    root = etree.HTML(page.read_text("utf-8"))
    for element in root.iter("a", "img", "link", "script"):
        address = element.get("href") or element.get("src") or ""
        if address and not re.match(r"https?:|mailto:|data:", address):
            yield address


def leads(page: Path, link: str) -> bool:
    """The file is there, and the place in it."""
    name, _, place = link.partition("#")
    file = (page.parent / name.partition("?")[0]).resolve() if name else page
    if page.name == "404.html":
        return True  # its addresses are those of a server's root
    file = file / "index.html" if file.is_dir() else file
    return file.is_file() and (
        not place or file.suffix != ".html" or f'id="{place}"' in file.read_text("utf-8")
    )


@pytest.mark.browser
def test_a_page_of_the_site_asks_nothing_of_the_network(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ("index", "commands", "notebook"):
        page.goto((site / f"{name}.html").as_uri())
        page.wait_for_load_state("networkidle")
    page.close()
    assert len(asked) > 6
    assert [
        address for address in asked if not address.startswith(("file:", "data:", "blob:"))
    ] == []


def test_every_page_stands_in_the_contents() -> None:
    contents = (PROJECT / "mkdocs.yml").read_text("utf-8")
    assert [page.name for page in PAGES[1:] if f": {page.name}\n" not in contents] == []


def test_the_readme_links_to_pages_that_are_there() -> None:
    text = (PROJECT / "README.md").read_text("utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)", text)
    assert [each for each in targets if not each.startswith("http")
            and not (PROJECT / each).exists()] == []  # fmt: skip
    assert sum(each.startswith("docs/") for each in targets) >= 10
