"""The same pages make the same bytes, whatever the circumstances of the build."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from small_edition import Edition, differing, page, state

PROJECT = Path(__file__).resolve().parent.parent
LISTED = """<listPerson xmlns="http://www.tei-c.org/ns/1.0">
<person><persName><surname>Brandt</surname></persName></person>
</listPerson>
"""
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Circumstance:
    """What is otherwise: the environment, the interpreter, what is done before, the place."""

    environment: Mapping[str, str | None] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    before: str = ""
    flags: tuple[str, ...] = ()
    folder: str = "edition"
    shell: str = ""
    relative: bool = False


SHUFFLED = """
import os, random
turn = random.Random(5)
def shuffled(does):
    def listed(*given):
        found = list(does(*given))
        turn.shuffle(found)
        return found
    return listed
def walked(top, does=os.walk, **named):
    for at, folders, files in does(top, **named):
        turn.shuffle(folders), turn.shuffle(files)
        yield at, folders, files
os.listdir, os.walk = shuffled(os.listdir), walked
"""
LATER = """
import os, pathlib
for path in pathlib.Path("pages").rglob("*"):
    os.utime(path, (2_000_000_000, 2_000_000_000))
"""
CIRCUMSTANCES = {
    "the day": Circumstance({"SOURCE_DATE_EPOCH": "2000000000"}),
    "the clock": Circumstance(before="import time\ntime.time = lambda: 99.0"),
    "the zone": Circumstance({"TZ": "Pacific/Chatham"}),
    "no locale": Circumstance({"LC_ALL": "C"}),
    "a German locale": Circumstance({"LC_ALL": "de_DE.UTF-8"}),
    "a Turkish locale": Circumstance({"LC_ALL": "tr_TR.UTF-8"}),
    "the umask": Circumstance(before="import os; os.umask(0o077)"),
    "one hash seed": Circumstance({"PYTHONHASHSEED": "1"}),
    "another hash seed": Circumstance({"PYTHONHASHSEED": "4294967295"}),
    "a deep folder": Circumstance(folder="a b/Ärger über Ωμέγα/" + "/".join("deeper") + "/x"),
    "the order of files": Circumstance(before=SHUFFLED),
    "the age of the pages": Circumstance(before=LATER),
    "two processes": Circumstance(options=("--workers", "2")),
    "three processes": Circumstance(options=("--workers", "3"), environment={"TZ": "Asia/Tokyo"}),
    "without assertions": Circumstance(flags=("-O",)),
    "no home": Circumstance({"HOME": None, "XDG_CACHE_HOME": None}),
    "no UTF-8": Circumstance({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "no output": Circumstance(shell=">&- 2>&-"),
    "a pipe": Circumstance(shell="2>&1 | cat"),
    "a narrow terminal": Circumstance({"COLUMNS": "20", "TERM": "dumb"}),
    "a relative path": Circumstance(relative=True),
}


def edition_in(folder: Path) -> Edition:
    """Pages with names in other letters, letters with citations, a list with something wrong."""
    edition = Edition(folder)
    for path in sorted((PROJECT / "examples/letters").glob("*.txt")):
        edition.save(path.stem, path.read_bytes())
    settings = (PROJECT / "examples/edition.toml").read_text("utf-8")
    # The list of letters must have a day; without one it would be that of SOURCE_DATE_EPOCH.
    (edition.pages / "edition.toml").write_text(f'{settings}date = "2031-05-28"\n', "utf-8")
    edition.save("Größe", page("On a doubtful bell", "[The bell was saved.", "1937 Mar 9"))
    edition.save("Ж", page("On bell one", "Bell one was lost.", "1937 Mar 1"))
    (edition.pages / "persons.xml").write_text(LISTED, "utf-8")
    (edition.pages / "empty").mkdir()
    return edition


def built(edition: Edition, given: Circumstance) -> Mapping[str, bytes | None]:
    folder = edition.pages.parent
    code = f"{given.before}\nfrom converter.cli import main; main()"
    named = [Path(p.name) if given.relative else p for p in (edition.pages, edition.out)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), **given.environment}
    call = [sys.executable, *given.flags, "-c", code, "build", "-o", *named[::-1], *given.options]
    if given.shell:
        call = ["sh", "-c", f'"$@" {given.shell}', "sh", *call]
    answer = subprocess.run(
        [*map(str, call)], cwd=folder, capture_output=True, check=False,
        env={name: value for name, value in environment.items() if value is not None},
    )  # fmt: skip
    assert b"Traceback" not in answer.stderr + answer.stdout, answer.stderr.decode()
    assert answer.returncode == 0, answer.stderr.decode()
    return state(edition.out)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes | None]:
    return built(edition_in(tmp_path_factory.mktemp("expected")), Circumstance())


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_the_bytes_are_the_same_whatever_else_is_not(
    tmp_path: Path, expected: Mapping[str, bytes | None], name: str
) -> None:
    given = CIRCUMSTANCES[name]
    made = built(edition_in(tmp_path / given.folder), given)
    assert not differing(made, expected)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_page_whose_name_is_no_text_is_built_and_named(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    name = os.fsdecode(b"caf\xe9.txt")
    (edition.pages / name).write_bytes(page("On a bell", "[The bell was saved.", "1937 Mar 9"))
    answer = edition.build("--format", "json")
    assert answer.exit_code == 0
    assert "caf<U+DCE9>.txt:" in answer.stderr
    for report in ("report.txt", "report.json", "manifest.json"):
        assert "caf" in (edition.out / report).read_text("utf-8")
    assert "nothing has changed" in edition.build().stderr


def test_nothing_tells_where_the_edition_was_built(
    tmp_path: Path, expected: Mapping[str, bytes | None]
) -> None:
    place = os.fsencode(tmp_path.parent.parent)
    assert not [name for name, data in expected.items() if data and place in data]
