"""The program that makes the index works beside the build, and ends with it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from converter.site.indexing import Indexing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")


def program(folder: Path, script: str) -> Path:
    """What stands in the place of Pagefind."""
    made = folder / "program"
    made.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    made.chmod(0o755)
    return made


def test_a_program_that_still_works_is_ended_by_who_leaves_early(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    slow = program(tmp_path, f"echo $$ > {begun}; exec sleep 60")
    start = time.monotonic()
    with Indexing(tmp_path, ["en", "ru"], slow):
        while not begun.exists() or not begun.read_text("ascii").strip():
            assert time.monotonic() < start + 20
            time.sleep(0.01)
    number = begun.read_text("ascii").strip()
    assert time.monotonic() < start + 30
    assert not Path(f"/proc/{number}").exists()


def test_texts_of_no_language_need_no_index(tmp_path: Path) -> None:
    with Indexing(tmp_path, [], program(tmp_path, "exit 1")) as indexing:
        assert indexing.bundles() == {}


def test_what_the_program_said_when_it_failed_is_known(tmp_path: Path) -> None:
    failing = program(tmp_path, "echo no memory >&2; exit 3")
    with (
        Indexing(tmp_path, ["en"], failing) as indexing,
        pytest.raises(subprocess.CalledProcessError) as failed,
    ):
        indexing.bundles()
    assert (failed.value.returncode, failed.value.stderr) == (3, "no memory\n")


def test_a_program_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with (
        Indexing(tmp_path, ["en"], tmp_path / "nowhere") as indexing,
        pytest.raises((OSError, subprocess.CalledProcessError)),
    ):
        indexing.bundles()
