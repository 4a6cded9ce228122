"""A second build: it makes what a first would make, and writes no more than what has changed."""

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import files, run
from click.testing import Result
from small_edition import NAMES, Edition, differing, page, state

from converter import converting, document_pages, published_datasets, published_search, standing
from converter.known_program import KnownProgram

Change = Callable[[Edition], None]

pytestmark = pytest.mark.usefixtures("quick")


def anew(edition: Edition, folder: Path, *options: object) -> dict[str, bytes | None]:
    """What a first build makes of the same pages."""
    answer = run("build", edition.pages, "-o", folder, *options)
    assert answer.exit_code in (0, 1), answer.output
    return dict(state(folder))


def written(edition: Edition, change: Change) -> set[str]:
    """The files that the next build writes."""
    before = {path: path.stat() for path in edition.out.rglob("*") if path.is_file()}
    change(edition)
    assert edition.build().exit_code == 0
    return {
        path.relative_to(edition.out).as_posix()
        for path in edition.out.rglob("*")
        if path.is_file()
        and (path not in before or path.stat().st_mtime_ns != before[path].st_mtime_ns)
    }


# ---------------------------------------------------------------- the same as a first build


def settings(text: str) -> Change:
    return lambda edition: beside("edition.toml", text)(edition)


def beside(name: str, text: str) -> Change:
    def change(edition: Edition) -> None:
        (edition.pages / name).write_text(text, "utf-8")

    return change


def renamed(edition: Edition) -> None:
    (edition.pages / "two.txt").rename(edition.pages / "second.txt")


def moved(edition: Edition) -> None:
    (edition.pages / "bells").mkdir()
    (edition.pages / "two.txt").rename(edition.pages / "bells/two.txt")


DOUBTFUL = page("On a doubtful bell", "[The bell was saved.", "1937 Mar 9")
PERSONS = """<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="anna-brandt">
<persName><forename>Anna</forename> <surname>Brandt</surname></persName></person></listPerson>
"""
CHANGES: dict[str, Change] = {
    "a page changed": lambda edition: edition.change("two", "sold"),
    "a page added": lambda edition: edition.save(
        "four", page("On bell four", "Bell four was saved.", "1937 Mar 4")
    ),
    "a page of the same name added": lambda edition: edition.save(
        "again", page("On bell one", "Bell one was lost.", "1937 Mar 1")
    ),
    "a page saved twice": lambda edition: edition.save(
        "zwei", (edition.pages / "two.txt").read_bytes()
    ),
    "a page refused": lambda edition: edition.save("two", b""),
    "a page of another volume": lambda edition: edition.save(
        "two", (edition.pages / "two.txt").read_bytes().replace(b"Lanterns", b"Buoys")
    ),
    "a page renamed": renamed,
    "a page moved": moved,
    "another date": lambda edition: edition.save(
        "one", page("On bell one", "Bell one was saved.", "1938 Mar 1")
    ),
    "another title": settings('title = "Bells of Harnsund"\n'),
    "another address": settings(
        'base_url = "https://bells.example.org/"\ndate = "2024-05-01"\n'
        'publisher = "Harbour Society"\nlicence = "CC BY 4.0"\n'
    ),
    "an address without a licence": settings('base_url = "https://bells.example.org/"\n'),
    "another language": settings('language = "de"\n'),
    "another interface": settings('interface_language = "de"\n'),
    "other colours": settings('[colours.light]\naccent = "#204060"\n'),
    "persons": beside("persons.xml", PERSONS),
    "a file of another kind": beside("map.png", "not a picture"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_edition_is_that_of_a_first_build(
    edition: Edition, tmp_path: Path, name: str
) -> None:
    CHANGES[name](edition)
    first = edition.build()
    assert first.exit_code in (0, 1)
    edition.build()  # the report of the first tells of files that were removed
    assert not differing(state(edition.out), anew(edition, tmp_path / "anew"))


@pytest.mark.parametrize("options", [("--show-doubt",), ("--encoding", "latin-1")])
def test_after_another_wish_the_edition_is_that_of_a_first_build(
    edition: Edition, tmp_path: Path, options: tuple[str, ...]
) -> None:
    edition.build(*options)
    assert not differing(state(edition.out), anew(edition, tmp_path / "anew", *options))
    edition.build()
    edition.build()  # the report of the first tells of files that were removed
    assert not differing(state(edition.out), anew(edition, tmp_path / "before"))


def test_with_another_program_the_edition_is_that_of_a_first_build(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (converting, document_pages, published_search, published_datasets):
        monkeypatch.setattr(module, "program_digest", lambda: "another")
    monkeypatch.setattr(KnownProgram, "of", lambda folder: KnownProgram("another", 1))
    assert "nothing has changed" not in edition.build().stderr
    assert not differing(state(edition.out), anew(edition, tmp_path / "anew"))


def out_of_memory(*_: object) -> None:
    raise OSError(errno.ENOMEM, "Cannot allocate memory")


def test_a_build_of_which_the_index_failed_is_made_whole_by_the_next(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition.change("two", "sold")
    with monkeypatch.context() as patch:
        patch.setattr(published_search, "search_index", out_of_memory)
        answer = edition.build()
    assert "[search-failed]" in answer.stderr
    assert "[hand-edited]" not in answer.stderr
    assert "search.html" not in edition.html["two"].read_text("utf-8")
    assert edition.build().exit_code == 0
    edition.build()
    assert not differing(state(edition.out), anew(edition, tmp_path / "anew"))


def test_what_was_met_in_a_site_that_is_made_again_without_its_index_is_told_once(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = edition.out / "html/index.html"
    contents.write_text("mine", "utf-8")
    edition.change("two", "sold")
    with monkeypatch.context() as patch:
        patch.setattr(published_search, "search_index", out_of_memory)
        answer = edition.build()
    assert answer.stderr.count("[search-failed]") == 1
    assert answer.stderr.count("[hand-edited]") == 1
    assert contents.read_text("utf-8") == "mine"
    assert not (edition.out / "html/search.html").exists()


def test_a_decision_of_one_line_makes_the_edition_of_a_first_build(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    examples = Path(__file__).resolve().parent.parent / "examples/diary"
    for path in sorted(examples.rglob("*.txt"))[:4]:
        edition.save(path.stem, path.read_bytes())
    edition.build()
    told = edition.build("--format", "json").stdout
    decided = json.loads(told)["decisions"][0]["decision"]
    (edition.pages / "decisions.toml").write_text(decided, "utf-8")
    answer = edition.build()
    assert "1 decision of the editor applied" in answer.stderr
    assert not differing(state(edition.out), anew(edition, tmp_path / "anew"))


def test_files_that_were_deleted_are_made_again(edition: Edition) -> None:
    before = state(edition.out)
    for name in (edition.tei["one"], edition.html["two"], edition.out / "html/index.html"):
        name.unlink()
    assert edition.build().exit_code == 0
    assert not differing(state(edition.out), before)


# ---------------------------------------------------------------- no more than has changed


def always(edition: Edition) -> set[str]:
    """What tells of the build itself."""
    own = {f".converter/{name}" for name in ("lock", "seal", "glance", "program", "report.json")}
    return {"manifest.json", *own}


def test_a_changed_word_writes_the_page_and_what_is_searched(edition: Edition) -> None:
    made = written(edition, lambda edition: edition.change("two", "sold")) - always(edition)
    stem = edition.stem("two")
    own = {name for name in made if stem in name}
    assert own == {
        f"tei/lanterns/{stem}.xml",
        *(f"html/lanterns/{stem}.{ending}" for ending in ("html", "xml", "txt")),
        f"text/reading/lanterns/{stem}.txt",
        f"text/words/en/lanterns/{stem}.txt",
    }
    rest = {name for name in made - own if not name.startswith(("html/search/", ".converter/"))}
    assert rest == {"tei/lanterns/corpus.xml"}
    assert sum(name.startswith(".converter/records/") for name in made) == 1


def test_a_changed_title_writes_the_pages_that_show_it(edition: Edition) -> None:
    def entitled(edition: Edition) -> None:
        edition.save("two", page("On a bell that sank", "Bell two was saved.", "1937 Mar 2"))

    made = written(edition, entitled) - always(edition)
    assert "html/index.html" in made
    assert {name for name in made if edition.stem("one") in name} == {
        f"tei/lanterns/{edition.stem('one')}.xml",
        f"html/lanterns/{edition.stem('one')}.html",
        f"html/lanterns/{edition.stem('one')}.xml",
    }
    assert not {name for name in made if "assets" in name}


def test_datasets_are_not_gathered_again_from_the_same_documents(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(edition.out)
    edition.html["two"].unlink()
    with monkeypatch.context() as patch:
        patch.delattr(published_datasets, "gather")  # nobody asks for it
        assert edition.build().exit_code == 0
    assert not differing(state(edition.out), before)


def test_nothing_is_written_when_nothing_has_changed(edition: Edition) -> None:
    assert written(edition, lambda edition: None) <= {".converter/lock"}


# ---------------------------------------------------------------- nothing has changed


def said(answer: Result) -> tuple[int, str, str]:
    return answer.exit_code, answer.stdout, answer.stderr.replace("nothing has changed, ", "")


LOADING = """
import sys
from pathlib import Path
from converter.edition import build
from converter.settings import Settings
report = build([Path(sys.argv[1])], Path(sys.argv[2]), Settings())
print(report.unchanged, "converter.building" in sys.modules, "converter.pipeline" in sys.modules)
"""


def test_a_build_that_has_nothing_to_do_loads_nothing_that_makes_documents(
    edition: Edition, tmp_path: Path
) -> None:
    call = [sys.executable, "-c", LOADING, str(edition.pages), str(tmp_path / "other")]
    said = [
        subprocess.run(call, check=True, capture_output=True, text=True).stdout.split()
        for _ in range(2)
    ]
    assert said == [["False", "True", "True"], ["True", "False", "False"]]


@pytest.mark.parametrize("options", [(), ("--strict",), ("--format", "json"), ("--show-doubt",)])
@pytest.mark.parametrize("name", ["a warning", "a refused page", "an own list", "examples"])
def test_an_unchanged_edition_is_told_of_in_the_same_words_and_with_the_same_status(
    tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    edition = Edition(tmp_path)
    if name == "a refused page":
        edition.save("empty", b"")
    if name == "an own list":
        beside("persons.xml", PERSONS.replace(' xml:id="anna-brandt"', ""))(edition)
    if name == "examples":
        edition.pages = Path(__file__).resolve().parent.parent / "examples/letters"
    edition.save("doubtful", DOUBTFUL) if name != "examples" else None
    first, second = edition.build(*options), edition.build(*options)
    assert "nothing has changed" not in first.stderr
    assert "nothing has changed" in second.stderr
    assert said(first) == said(second)


def test_a_report_of_what_was_removed_is_told_once(edition: Edition) -> None:
    (edition.pages / "two.txt").unlink()
    edition.build()
    assert "removed: " in edition.report()
    edition.build()
    assert "removed: " not in edition.report()
    assert "nothing has changed" in edition.build().stderr
    assert not [
        path for path in edition.out.rglob("*") if path.is_dir() and not any(path.iterdir())
    ]


def test_what_was_edited_keeps_the_edition_from_being_called_unchanged(edition: Edition) -> None:
    edition.edit("one", "was saved", "was drowned")
    edition.html["two"].write_text("mine", "utf-8")
    for _ in range(2):
        answer = edition.build()
        assert answer.stderr.count("[hand-edited]") == 2
        assert "nothing has changed" not in answer.stderr
    assert edition.html["two"].read_text("utf-8") == "mine"


def test_a_page_that_was_changed_while_it_was_read_is_read_again(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, told = state(edition.out), (edition.pages / "two.txt").read_bytes()
    checksums = standing.checksums

    def changing(sources: object) -> object:
        found = checksums(sources)  # type: ignore[arg-type]
        edition.change("two", "sold")
        return found

    edition.html["one"].unlink()
    with monkeypatch.context() as patch:
        patch.setattr("converter.edition.checksums", changing)
        edition.build()
    assert "was sold" in edition.html["two"].read_text("utf-8")
    edition.save("two", told)
    edition.build()
    assert not differing(state(edition.out), before)
    assert {name: data for name, data in files(edition.out).items() if name in NAMES} == {}
