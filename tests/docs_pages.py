"""The pages of the documentation: their blocks, and how a page's commands are run in order."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE  # tables of pandas end in spaces
BUILD = "converter build examples -o output"
FENCE = re.compile(r"^```(\w*)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STATUS = re.compile(r"\s+# exit (\d+)$")
PROGRAM = f"""#!/bin/sh
exec "{sys.executable}" -c "from converter.cli import main; main()" "$@"
"""


@dataclass(frozen=True, slots=True)
class Fence:
    """A block of a page: its language, the file it is to be saved as, its text and its line."""

    language: str
    title: str
    text: str
    line: int

    def commands(self) -> Iterator[tuple[str, int]]:
        """Its command lines, each with the exit status that the page tells; comments left out."""
        for line in self.text.replace("\\\n", " ").splitlines():
            status = STATUS.search(line)
            command = re.sub(r"(^|\s+)#\s.*", "", line).strip()
            if command:
                yield " ".join(command.split()), int(status[1]) if status else 0


def fences(page: Path) -> list[Fence]:
    text = page.read_text("utf-8")
    return [
        Fence(found[1], found[2] or "", found[3], text[: found.start()].count("\n") + 1)
        for found in FENCE.finditer(text)
    ]


@dataclass(frozen=True, slots=True)
class Built:
    """The examples, built once: the folder that holds ``output``, and what the command printed."""

    folder: Path
    said: str


def prepared(folder: Path) -> None:
    """A folder as a reader has it: the examples, and the program by its name."""
    shutil.copytree(PROJECT / "examples", folder / "examples")
    program = folder / ".bin" / "converter"
    program.parent.mkdir()
    program.write_text(PROGRAM, "utf-8")
    program.chmod(0o755)


def called(command: str, folder: Path) -> tuple[str, int]:
    """What a command prints, results and messages as they come, and its exit status."""
    kept = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings = {
        **kept,
        "PATH": f"{folder / '.bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(PROJECT),
        "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode"),  # shared by the pages
        "COLUMNS": "80",
    }
    answer = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=surroundings, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return answer.stdout, answer.returncode


def said_otherwise(page: Path, folder: Path, built: Built) -> Iterator[str]:
    """Everything in which the blocks of a page, run in their order, depart from what it says."""
    said, pristine = None, True
    names: dict[str, object] = {}
    for fence in fences(page):
        at = f"{page.name}:{fence.line}"
        before, said = said, None
        match fence.language:
            case "sh":
                said = ""
                for command, status in fence.commands():
                    printed, ended = answer(command, folder, built, pristine)
                    pristine = False
                    said += printed
                    if ended != status:
                        yield f"{at}: {command}\nended with {ended}, not {status}:\n{printed}"
            case "text" if before is not None:
                if not shows(fence.text, before):
                    yield f"{at}: the page shows\n{fence.text}\nprinted was\n{before}"
            case "pycon":
                yield from (f"{at}: {report}" for report in untrue(fence.text, names, at))
            case _ if fence.title:
                file = folder / fence.title
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(fence.text, "utf-8")
                pristine = False


def answer(command: str, folder: Path, built: Built, pristine: bool) -> tuple[str, int]:
    """The answer to a command; a first build of the untouched examples is copied."""
    if pristine and command == BUILD:
        shutil.copytree(built.folder / "output", folder / "output")
        return built.said, 0
    return called(command, folder)


def shows(page: str, printed: str) -> bool:
    """The page shows what was printed; … stands for any text, alone in a line for any lines."""
    text = re.sub(r"\n…$", "…", page.rstrip().replace("\n…\n", "\n…"))
    parts = (re.escape(part) for part in text.split("…"))
    return re.fullmatch("(?s:.*?)".join(parts), printed.rstrip()) is not None


def untrue(text: str, names: dict[str, object], at: str) -> list[str]:
    """The reports of the examples of a block that are not true; names stay for the next block."""
    test = doctest.DocTestParser().get_doctest(text, names, at, at, 0)
    reports: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=FLAGS)
    runner.run(test, out=reports.append, clear_globs=False)
    names.update(test.globs)
    return ["".join(reports)] if runner.failures else []
