"""The program's fingerprint is kept while nothing touched its files, and taken anew after that."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter import known_program
from converter.fingerprint import program_digest, program_files
from converter.known_program import KnownProgram
from converter.own_folder import OWN, PROGRAM

LONG_AGO = 1_000_000_000


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one file, and an output folder beside it."""
    file = tmp_path / "bell.py"
    file.write_text("toll = 1\n", "utf-8")
    (tmp_path / OWN).mkdir()

    def files() -> Iterator[tuple[str, str]]:
        yield "bell.py", str(file)

    monkeypatch.setattr(known_program, "program_files", files)
    monkeypatch.setattr(known_program, "program_digest", lambda: file.read_text("utf-8"))
    monkeypatch.setattr(known_program, "SETTLED", -(10**10))  # however new the file is
    return file


def test_the_fingerprint_is_read_from_beside_the_edition_while_the_program_is_the_same(
    module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = KnownProgram.of(tmp_path)
    first.keep(tmp_path)
    monkeypatch.delattr(known_program, "program_digest")  # it is not asked for
    again = KnownProgram.of(tmp_path)
    assert (first.digest, first.kept) == ("toll = 1\n", False)
    assert (again.digest, again.kept) == ("toll = 1\n", True)


@pytest.mark.parametrize("text", ["toll = 12\n", "toll = 2\n"])
def test_after_a_change_of_the_program_its_fingerprint_is_another_one(
    module: Path, tmp_path: Path, text: str
) -> None:
    KnownProgram.of(tmp_path).keep(tmp_path)
    before = os.stat(module)
    module.write_text(text, "utf-8")
    os.utime(module, ns=(before.st_atime_ns, before.st_mtime_ns))  # as some tools leave it
    assert KnownProgram.of(tmp_path).digest == text


def test_a_fingerprint_that_was_copied_from_elsewhere_counts_for_nothing(
    module: Path, tmp_path: Path
) -> None:
    (tmp_path / PROGRAM).write_text("another", "utf-8")
    os.utime(tmp_path / PROGRAM, ns=(LONG_AGO, LONG_AGO))
    assert KnownProgram.of(tmp_path).digest == "toll = 1\n"


def test_of_a_program_that_was_changed_just_now_nothing_is_kept(
    module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_program, "SETTLED", 10**12)
    KnownProgram.of(tmp_path).keep(tmp_path)
    assert not (tmp_path / PROGRAM).exists()


def test_the_fingerprint_counts_every_module_schema_stylesheet_and_table() -> None:
    names = {name for name, _ in program_files()}
    assert {
        *("converter/fingerprint.py", "converter/authorities.xml", "converter/weights.json"),
        *("schemas/edition.rng", "xslt/html/edition.xsl", "converter/languages/de.toml"),
    } <= names
    assert not [name for name in names if "__pycache__" in name]
    assert len(program_digest()) == 64
