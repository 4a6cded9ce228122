"""docs/mining.md: its R and its Python are run in order, and print what the page says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from calling import run
from conftest import program

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = ("python", "r")


class Block(NamedTuple):
    """Code of the page, and what the page says it prints, if it says so."""

    language: str
    code: str
    printed: str | None


def blocks(project: Path) -> list[Block]:
    found = FENCE.findall((project / "docs/mining.md").read_text("utf-8"))
    after = [*found[1:], ("", "")]
    return [
        Block(language, code, text if follows == "text" else None)
        for (language, code), (follows, text) in zip(found, after, strict=True)
    ]


@pytest.fixture(scope="module")
def built(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first command of the page makes of the examples."""
    folder = tmp_path_factory.mktemp("mined")
    first = next(block.code for block in blocks(project) if block.language == "sh")
    assert first.splitlines()[0] == "converter build examples -o output"
    assert run("build", project / "examples", "-o", folder / "output").exit_code == 0
    return folder / "output"


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A folder that holds the texts and data of the examples, to be worked in."""
    for name in ("text", "data"):
        shutil.copytree(built / name, tmp_path / "output" / name)
    return tmp_path


def printed_by(command: list[object], folder: Path) -> str:
    answer = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


def run_all(language: str, project: Path, folder: Path, command: list[object]) -> None:
    """The blocks of a language as one program; a mark divides what each of them prints."""
    own = [block for block in blocks(project) if block.language == language]
    mark = "---- end of a block ----"
    program = folder / f"page.{language}"
    program.write_text("".join(f"{block.code}\nprint('{mark}')\n" for block in own), "utf-8")
    printed = re.split(rf"^(?:\[1\] ['\"])?{mark}['\"]?$", printed_by(command, folder), flags=re.M)
    assert len(printed) == len(own) + 1 > 3
    told = [(block, text) for block, text in zip(own, printed, strict=False) if block.printed]
    assert told
    for block, text in told:
        assert block.printed is not None
        assert plain(text) == plain(block.printed)


def plain(printed: str) -> list[str]:
    return [line.rstrip() for line in printed.strip("\n").splitlines()]


def test_the_python_of_the_page_prints_what_the_page_says(project: Path, folder: Path) -> None:
    run_all("python", project, folder, [sys.executable, "page.python"])
    assert len(list((folder / "txm-en").glob("*.txt"))) == 20


def test_the_r_of_the_page_runs_with_tm_and_prints_what_the_page_says(
    project: Path, folder: Path
) -> None:
    run_all("r", project, folder, [program("Rscript"), "--vanilla", "page.r"])
    assert all("_" in file.name for file in (folder / "corpus").iterdir())


def test_what_cannot_be_run_is_marked_so(project: Path) -> None:
    text = (project / "docs/mining.md").read_text("utf-8")
    _, *sections = re.split(r"^##+ ", text, flags=re.MULTILINE)
    kinds = {block.language for block in blocks(project)}
    assert kinds == {*RUN, "sh", "text", "console"}
    for section in sections:
        runs = any(f"```{language}\n" in section for language in RUN)
        assert runs or re.search(r"\*[Nn]ot run here", section), section.splitlines()[0]
        assert "```console" not in section or re.search(r"ot run here\.?\*", section)
