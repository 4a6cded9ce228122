"""Golden files: what a pass gave when somebody last looked at it and found it right."""

import difflib
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Golden:
    """Compares a text with a file to the character; writes the file only where that was asked."""

    update: bool
    command: str  # what to type so that this test writes its files

    def __call__(self, path: Path, text: str) -> None:
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            return
        if not path.exists():
            self.fail(f"{path} does not exist yet")
        known = path.read_bytes().decode("utf-8")
        if known != text:
            self.fail(f"{path} says otherwise:\n{difference(known, text)}")

    def fail(self, message: str) -> None:
        pytest.fail(f"{message}\n\nif this is right:  {self.command}", pytrace=False)


def difference(known: str, text: str) -> str:
    """A unified diff, in which ends of lines that differ are seen too."""
    before, after = (part.splitlines(keepends=True) for part in (known, text))
    lines = difflib.unified_diff(before, after, "golden", "now")
    return "\n".join(seen(line) for line in lines)


def seen(line: str) -> str:
    """A line of a diff; a carriage return or a missing line end shows where it is."""
    body = line.removesuffix("\n")
    shown = body.replace("\r", "␍")
    return shown if line.endswith("\n") else f"{shown}␄"


def golden_for(request: pytest.FixtureRequest) -> Golden:
    return Golden(
        update=bool(request.config.getoption("--update-golden")),
        command=f"python -m pytest {shlex.quote(request.node.nodeid)} --update-golden",
    )
