"""docs/tools.md: what it tells people to run in other tools runs, and prints what it says."""

import doctest
import os
import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import PROJECT, program
from playwright.sync_api import Browser, Route
from site_checks import fetched

PAGE = PROJECT / "docs" / "tools.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`([\w.-]+\.\w+)`[^`]*\Z")
ENTRY = "output/tei/the-aldersen-diaries-volume-1/1937-11-02.xml"


@dataclass(frozen=True, slots=True)
class Block:
    """A fence of a page: its language, what stands in it, the file that it is to be saved as."""

    language: str
    content: str
    name: str


def blocks(section: str) -> list[Block]:
    """The fences below the heading ``section``, in order."""
    (text,) = re.findall(rf"^## {section}\n(.*?)(?=^## |\Z)", PAGE.read_text("utf-8"), re.M | re.S)
    found = []
    for each in FENCE.finditer(text):
        named = NAMED.search(text, 0, each.start())
        found.append(Block(each[1], each[2], named[1] if named else ""))
    return found


@pytest.fixture
def desk(built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where the examples have been built into ``output``, as the page has it."""
    (tmp_path / "output").symlink_to(built_site)
    (tmp_path / ".basexhome").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("section", "tool"), [("BaseX", "basex"), ("R", "Rscript")])
def test_a_script_of_the_page_prints_what_the_page_says(
    section: str, tool: str, desk: Path
) -> None:
    program(tool)
    script, command, printed = blocks(section)
    (desk / script.name).write_text(script.content, "utf-8")
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8"}
    answer = subprocess.run(
        shlex.split(command.content), capture_output=True, encoding="utf-8", env=surroundings
    )
    assert answer.returncode == 0, answer.stderr
    lines = [line.rstrip() for line in answer.stdout.strip().splitlines()]
    assert lines == printed.content.strip().splitlines()


@pytest.mark.parametrize("section", ["delb", "acdh-tei-pyutils", "standoffconverter"])
@pytest.mark.usefixtures("desk")
def test_a_session_of_python_goes_as_the_page_shows_it(section: str) -> None:
    (session,) = blocks(section)
    assert session.language == "pycon"
    test = doctest.DocTestParser().get_doctest(session.content, {}, section, str(PAGE), 0)
    said: list[str] = []
    outcome = doctest.DocTestRunner().run(test, out=said.append)
    assert outcome.attempted
    assert not outcome.failed, "".join(said)


@pytest.mark.browser
def test_the_page_for_ceteicean_shows_an_entry_with_its_page_numbers(
    desk: Path, browser: Browser, pytestconfig: pytest.Config
) -> None:
    (html, _) = blocks("CETEIcean")
    assert html.name == "read.html"
    (desk / html.name).write_text(html.content, "utf-8")
    script = fetched(pytestconfig.cache.mkdir("site_judges")).ceteicean

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix("http://edition.test/")
        route.fulfill(path=script if name == "CETEI.js" else desk / name)

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto(f"http://edition.test/{html.name}")
    page.wait_for_selector("tei-text")
    form = "found => found.map(each => getComputedStyle(each, '::before').content)"
    numbers = [each.replace('" "', "") for each in page.eval_on_selector_all("tei-pb[n]", form)]
    assert numbers == ['"[p. 4] "']
    assert page.inner_text("body").split()[:4] == ["2", "November(The", "first", "entry"]
    page.close()


def test_every_block_of_the_page_is_run_or_cannot_be() -> None:
    text = PAGE.read_text("utf-8")
    run = [
        block
        for section in re.findall(r"^## (.+)$", text, re.M)
        for block in blocks(re.escape(section))
    ]
    rest = [each for each in FENCE.finditer(text) if each[1] == "sh"]
    assert len(run) + len(rest) == len(FENCE.findall(text))
    console = [each.content for each in run if each.language == "console"]
    assert len(console) == 3
    assert "python3 -m http.server\n" in console
