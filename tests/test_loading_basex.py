"""The TEI in BaseX, an XML database: loaded with its own settings, queried, exported again."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import program
from read_by_lxml import (
    canonical,
    documents,
    elements,
    kinds,
    name_of,
    root_of,
    string,
    strings,
    tei_files,
    text_of,
)

# Everything that is asked of a database, in one query: the start of the JVM costs most.
QUERY = """
declare namespace tei = "http://www.tei-c.org/ns/1.0";
declare option output:method "json";
declare option output:indent "no";
map {
  "version": string(db:system()//version),
  "files": map:merge(
    for $file in collection()
    return map { db:path($file): map {
      "kinds": map:merge(
        for $element in $file//tei:*
        group by $kind := normalize-space(local-name($element) || " " || $element/@type)
        return map { $kind: count($element) }
      ),
      "string": string($file),
      "strings": array { $file//*[ancestor-or-self::tei:text] ! string() }
    }}
  )
}
"""


@dataclass(frozen=True, slots=True)
class Database:
    """What BaseX says of the files that it loaded, and the folder it exported them to."""

    version: int
    files: dict[str, Any]
    exported: Path

    def strings(self, name: str) -> list[str]:
        found: list[str] = self.files[name]["strings"]
        return found


@dataclass(frozen=True, slots=True)
class Loaded:
    """An edition in BaseX: once with its own settings, once told to keep all white space."""

    edition: Path
    by_default: Database
    kept: Database


@pytest.fixture(scope="module")
def loaded(any_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """Two databases, made and asked by one process. ``.basexhome`` keeps it out of the home."""
    basex, home = program("basex"), tmp_path_factory.mktemp("basex")
    (home / ".basexhome").touch()
    tei = any_edition / "tei"
    first = ["-c", f"CREATE DB first {tei}", "-o", "first.json", "-q", QUERY, "-c", "EXPORT first"]
    toggled = ["-w", "-c", f"CREATE DB second {tei}", "-o", "second.json", "-q", QUERY]
    export = ["-c", "SET EXPORTER indent=no", "-c", "EXPORT second"]
    call = [str(basex), *first, *toggled, *export]
    answer = subprocess.run(call, cwd=home, capture_output=True, text=True, timeout=300)
    assert answer.returncode == 0, answer.stderr
    one, other = (made(home, name) for name in ("first", "second"))
    # Up to version 9 white space is chopped, and -w keeps it; later it is the other way round.
    return Loaded(any_edition, one, other if one.version < 10 else one)


def made(home: Path, name: str) -> Database:
    said = json.loads((home / f"{name}.json").read_text("utf-8"))
    return Database(int(said["version"].split(".")[0]), said["files"], home / name)


def test_basex_loads_every_file_with_every_element(loaded: Loaded) -> None:
    ours = {
        name_of(file, loaded.edition): dict(kinds(root_of(file)))
        for file in tei_files(loaded.edition)
    }
    assert ours
    assert {name: each["kinds"] for name, each in loaded.by_default.files.items()} == ours


def test_by_default_basex_keeps_every_character_of_the_texts(loaded: Loaded) -> None:
    found = documents(loaded.edition)
    assert found
    for file in found:
        ours = strings(text_of(root_of(file)))
        assert loaded.by_default.strings(name_of(file, loaded.edition)) == ours, file.name


def test_by_default_basex_exports_the_texts_that_were_loaded(loaded: Loaded) -> None:
    for file in documents(loaded.edition):
        exported = root_of(loaded.by_default.exported / name_of(file, loaded.edition))
        assert canonical(text_of(exported)) == canonical(text_of(root_of(file))), file.name


def test_by_default_basex_keeps_every_character_of_headers_and_lists(loaded: Loaded) -> None:
    for file in tei_files(loaded.edition):
        theirs = loaded.by_default.files[name_of(file, loaded.edition)]["string"]
        assert theirs == string(root_of(file)), file.name


def test_told_to_keep_white_space_basex_gives_back_what_was_loaded(loaded: Loaded) -> None:
    for file in tei_files(loaded.edition):
        ours, name = root_of(file), name_of(file, loaded.edition)
        assert loaded.kept.files[name]["string"] == string(ours), name
        exported = root_of(loaded.kept.exported / name)
        assert canonical(exported) == canonical(ours), name
        assert len(elements(exported)) == len(elements(ours))
