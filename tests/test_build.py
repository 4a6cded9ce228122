"""The edition: built from the TEI that is on disk, ours or an editor's."""

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from calling import documents_of, files, run
from lxml import etree
from small_edition import NAMES, Edition, page

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = PROJECT / "examples"


# ---------------------------------------------------------------- what is built


def test_a_build_makes_tei_pages_texts_contents_report_and_manifest(edition: Edition) -> None:
    made = files(edition.out)
    assert {name.split("/")[0] for name in made} == {
        *("tei", "html", "text", "data", "report.json", "report.txt", "manifest.json")
    }
    for name in NAMES:
        assert f"Bell {name} was saved." in edition.html[name].read_text("utf-8")
        assert f"Bell {name} was saved." in edition.text[name].read_text("utf-8")
    index = made["html/index.html"].decode()
    addresses = [index.index(f"lanterns/{edition.stem(name)}.html") for name in NAMES]
    assert addresses == sorted(addresses)


def test_the_manifest_names_every_file_with_its_checksum(edition: Edition) -> None:
    made = files(edition.out)
    manifest = json.loads(made.pop("manifest.json"))
    assert manifest["outputs"] == {name: sha256(data).hexdigest() for name, data in made.items()}
    assert manifest["sources"]["one.txt"]["sha256"] == (
        sha256((edition.pages / "one.txt").read_bytes()).hexdigest()
    )


def test_every_document_leads_to_its_neighbours(edition: Edition) -> None:
    stems = [edition.stem(name) for name in NAMES]
    roots = [etree.parse(str(edition.tei[name])).getroot() for name in NAMES]
    assert [root.get("prev") for root in roots] == [None, f"{stems[0]}.xml", f"{stems[1]}.xml"]
    assert [root.get("next") for root in roots] == [f"{stems[1]}.xml", f"{stems[2]}.xml", None]
    middle = edition.html["two"].read_text("utf-8")
    assert f'href="{stems[0]}.html"' in middle
    assert f'href="{stems[2]}.html"' in middle


def test_the_examples_are_built_without_an_error_and_are_valid(tmp_path: Path) -> None:
    answer = run("build", EXAMPLES, "-o", tmp_path / "out")
    assert answer.exit_code == 0
    assert "error" not in answer.stderr
    assert len(documents_of(tmp_path / "out")) == len(list(EXAMPLES.rglob("*.txt")))
    assert run("validate", tmp_path / "out" / "tei").exit_code == 0


def test_settings_beside_the_pages_are_used(edition: Edition) -> None:
    (edition.pages / "edition.toml").write_text(
        'title = "Bells of Harnsund"\npublisher = "The Bell Press"\n', "utf-8"
    )
    edition.build()
    assert "Bells of Harnsund" in (edition.out / "html/index.html").read_text("utf-8")
    assert "<publisher>The Bell Press</publisher>" in edition.tei["one"].read_text("utf-8")


def test_one_of_each_is_told_as_one(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    for name in NAMES[1:]:
        edition.save(name, b"")
    (edition.pages / "three.txt").unlink()
    (edition.pages / "map.png").write_bytes(b"")
    assert edition.build().exit_code == 1
    edition.html["one"].write_text("mine", "utf-8")
    edition.build()
    assert edition.report().split("\n")[:3] == [
        "1 document, 1 page refused",
        "1 file kept as found",
        "1 file of other kinds passed over",
    ]


# ---------------------------------------------------------------- the same bytes


def test_two_builds_in_different_places_are_the_same_bytes(tmp_path: Path) -> None:
    for place in ("here", "elsewhere/deep"):
        shutil.copytree(EXAMPLES, tmp_path / place / "pages")
        folder = tmp_path / place
        assert run("build", folder / "pages", "-o", folder / "out").exit_code == 0
    assert files(tmp_path / "here/out") == files(tmp_path / "elsewhere/deep/out")


def test_the_order_in_which_sources_are_named_changes_nothing(tmp_path: Path) -> None:
    folders = [EXAMPLES / "diary", EXAMPLES / "letters"]
    run("build", *folders, "-o", tmp_path / "one")
    run("build", *reversed(folders), "-o", tmp_path / "other")
    assert files(tmp_path / "one") == files(tmp_path / "other")


def test_a_second_build_changes_no_file(edition: Edition) -> None:
    before = files(edition.out)
    times = {path: path.stat().st_mtime_ns for path in edition.tei.values()}
    assert edition.build().exit_code == 0
    assert files(edition.out) == before
    assert {path: path.stat().st_mtime_ns for path in edition.tei.values()} == times


# ---------------------------------------------------------------- hands that correct


def test_a_word_changed_by_hand_feeds_the_edition(edition: Edition) -> None:
    edited = edition.edit("two", "was saved", "was drowned")
    answer = edition.build()
    assert answer.exit_code == 0
    assert edition.tei["two"].read_bytes() == edited
    for made in (edition.html["two"], edition.text["two"]):
        assert "Bell two was drowned." in made.read_text("utf-8")
        assert "was saved" not in made.read_text("utf-8")
    notice = (
        f"tei/lanterns/{edition.stem('two')}.xml: notice: the file was changed since the program "
        "wrote it; it is kept, and where it is the TEI of a document, the edition is built from it "
        "[hand-edited]\n"
        "    hint: to have the program's own encoding again, use --overwrite"
    )
    assert notice in answer.stderr
    assert notice in edition.report()


def test_it_goes_on_feeding_the_edition_build_after_build(edition: Edition) -> None:
    edited = edition.edit("two", "was saved", "was drowned")
    edition.build()
    first = files(edition.out)
    edition.build()
    assert files(edition.out) == first
    assert edition.tei["two"].read_bytes() == edited
    assert "[hand-edited]" in edition.report()


def test_a_title_and_a_date_changed_by_hand_reach_the_contents_and_the_order(
    edition: Edition,
) -> None:
    edition.edit("one", "1937-03-01", "1938-03-01")
    edition.edit("two", '<title type="main">On bell two', '<title type="main">On a drowned bell')
    edition.build()
    index = (edition.out / "html/index.html").read_text("utf-8")
    assert "On a drowned bell" in index
    places = [index.index(f"{edition.stem(name)}.html") for name in ("two", "three", "one")]
    assert places == sorted(places)
    assert etree.parse(str(edition.tei["three"])).getroot().get("next") == (
        f"{edition.stem('one')}.xml"
    )


def test_overwriting_is_the_other_wish(edition: Edition) -> None:
    before = files(edition.out)
    edition.edit("two", "was saved", "was drowned")
    edition.build()
    assert edition.build("--overwrite").exit_code == 0
    assert files(edition.out) == before


def test_a_page_of_html_changed_by_hand_is_kept(edition: Edition) -> None:
    edition.html["one"].write_text("mine", "utf-8")
    answer = edition.build()
    assert edition.html["one"].read_text("utf-8") == "mine"
    assert f"html/lanterns/{edition.stem('one')}.html: notice: " in answer.stderr
    assert "[hand-edited]" in answer.stderr


def test_a_file_edited_into_pieces_is_named_and_the_others_are_built(edition: Edition) -> None:
    edited = edition.edit("two", "</p>", "")
    edition.save("four", page("On bell four", "Bell four was saved.", "1937 Mar 4"))
    answer = edition.build()
    assert answer.exit_code == 1
    assert f"{edition.stem('two')}.xml:" in answer.stderr
    assert "[xml-not-well-formed]" in answer.stderr
    assert edition.tei["two"].read_bytes() == edited
    assert (edition.out / "html/lanterns/1937-03-04-on-bell-four.html").is_file()


def test_a_file_edited_beyond_the_stylesheets_is_named_and_the_others_are_built(
    edition: Edition,
) -> None:
    edited = edition.edit("two", "Bell two", "<chime>Bell</chime> two")
    edition.save("one", page("On bell one", "Bell one was heard.", "1937 Mar 1"))
    answer = edition.build()
    assert answer.exit_code == 1
    assert "no stylesheet has a form for the element 'chime', at /TEI" in answer.stderr
    assert edition.tei["two"].read_bytes() == edited
    assert "was heard" in edition.html["one"].read_text("utf-8")


@pytest.mark.skipif(not shutil.which("make"), reason="the program 'make' is not installed")
def test_cleaning_up_leaves_a_file_that_was_corrected_by_hand(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    corrected, made = tmp_path / "output/tei/a.xml", tmp_path / "build/a"
    for path in (corrected, made):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"<mine/>")
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
    assert corrected.read_bytes() == b"<mine/>"
    assert not made.exists()


# ---------------------------------------------------------------- what else lies in the output


def test_what_somebody_else_put_there_stays(edition: Edition) -> None:
    theirs = {"README.md": b"# Mine", "tei/lanterns/mine.xml": b"<mine/>", "html/x.css": b"p {}"}
    for name, data in theirs.items():
        (edition.out / name).write_bytes(data)
    (edition.pages / "one.txt").unlink()
    assert edition.build("--overwrite").exit_code == 0
    assert {name: data for name, data in files(edition.out).items() if name in theirs} == theirs


def test_a_file_of_somebody_else_in_the_way_is_kept_and_named(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    edition.html["one"].parent.mkdir(parents=True)
    edition.html["one"].write_bytes(b"mine")
    answer = edition.build()
    assert answer.exit_code == 0
    assert edition.html["one"].read_bytes() == b"mine"
    assert f"html/lanterns/{edition.stem('one')}.html: warning: the file stands where" in (
        answer.stderr
    )
    assert "[not-ours]" in answer.stderr
    assert run("build", edition.pages, "-o", edition.out, "--strict").exit_code == 1


def test_the_files_of_a_page_that_is_gone_are_removed(edition: Edition) -> None:
    (edition.pages / "two.txt").unlink()
    assert edition.build().exit_code == 0
    assert not [name for name in files(edition.out) if edition.stem("two") in name]
    assert f"removed: tei/lanterns/{edition.stem('two')}.xml" in edition.report()
    assert etree.parse(str(edition.tei["one"])).getroot().get("next") == (
        f"{edition.stem('three')}.xml"
    )


def test_a_file_of_a_page_that_is_gone_is_kept_where_it_was_edited(edition: Edition) -> None:
    edited = edition.edit("two", "was saved", "was drowned")
    (edition.pages / "two.txt").unlink()
    answer = edition.build()
    assert edition.tei["two"].read_bytes() == edited
    assert not edition.html["two"].exists()
    assert f"tei/lanterns/{edition.stem('two')}.xml: warning: the page of this file is gone" in (
        answer.stderr
    )
    assert "[left-behind]" in answer.stderr
    assert f"removed: tei/lanterns/{edition.stem('two')}.xml" not in edition.report()


def test_a_file_that_was_left_behind_stays_known_as_an_edited_one(edition: Edition) -> None:
    edited = edition.edit("two", "was saved", "was drowned")
    data = (edition.pages / "two.txt").read_bytes()
    (edition.pages / "two.txt").unlink()
    edition.build()
    edition.save("two", data)
    edition.build()
    assert edition.tei["two"].read_bytes() == edited
    assert "was drowned" in edition.html["two"].read_text("utf-8")


def test_a_page_refused_for_once_costs_no_edited_file(edition: Edition) -> None:
    edited = edition.edit("two", "was saved", "was drowned")
    edition.save("two", b"")
    assert edition.build().exit_code == 1
    assert edition.tei["two"].read_bytes() == edited


def test_a_manifest_that_cannot_be_read_stops_the_build(edition: Edition) -> None:
    (edition.out / "manifest.json").write_text("{", "utf-8")
    before = files(edition.out)
    answer = edition.build()
    assert answer.exit_code == 2
    assert "[manifest-unreadable]" in answer.stderr
    assert files(edition.out) == before


@pytest.mark.parametrize("name", ["../../outside.txt", "/outside.txt"])
def test_a_manifest_cannot_have_files_outside_the_output_removed(
    tmp_path: Path, edition: Edition, name: str
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"mine")
    listed = str(outside) if name.startswith("/") else "../outside.txt"
    manifest = json.loads((edition.out / "manifest.json").read_bytes())
    manifest["outputs"][listed] = sha256(b"mine").hexdigest()
    (edition.out / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    edition.build()
    assert outside.read_bytes() == b"mine"


# ---------------------------------------------------------------- names


def test_documents_of_one_date_and_title_are_told_apart_and_the_report_says_so(
    edition: Edition,
) -> None:
    edition.save("again", page("On bell one", "Bell one was lost.", "1937 Mar 1"))
    answer = edition.build()
    assert answer.exit_code == 0
    found = sorted((edition.out / "tei/lanterns").glob("1937-03-01-*.xml"))
    assert len(found) == 2
    roots = [etree.parse(str(path)).getroot() for path in found]
    identifiers = [root.get("{http://www.w3.org/XML/1998/namespace}id", "") for root in roots]
    for path, identifier in zip(found, identifiers, strict=True):
        assert path.stem == identifier.split("_", 1)[1].replace("_", "-")
        assert identifier.startswith("lanterns_1937-03-01_on-bell-one_")
        assert f"the id is told apart by the text: {identifier} [same-identifier]" in answer.stderr
    assert len(set(identifiers)) == 2


def test_an_id_does_not_change_when_a_document_of_another_date_is_added(edition: Edition) -> None:
    before = set((edition.out / "tei/lanterns").iterdir())
    edition.save("four", page("On bell one", "Bell one was lost.", "1937 Mar 4"))
    edition.build()
    assert before <= set((edition.out / "tei/lanterns").iterdir())


# ---------------------------------------------------------------- exit status


def test_a_build_with_a_refused_page_ends_with_1_and_strict_counts_warnings(
    edition: Edition,
) -> None:
    edition.save("warned", page("On a bell", "[The bell was saved.", "1937 Mar 9"))
    answer = edition.build()
    assert "[bracket-unclosed]" in answer.stderr
    assert answer.exit_code == 0
    assert edition.build("--strict").exit_code == 1
    edition.save("empty", b"")
    assert edition.build().exit_code == 1
    shutil.rmtree(edition.pages)
    edition.pages.mkdir()
    edition.save("empty", b"")
    assert edition.build().exit_code == 2


def test_a_build_without_a_usable_page_leaves_the_edition_as_it_was(edition: Edition) -> None:
    before = files(edition.out)
    for name in NAMES:
        edition.save(name, b"")
    assert edition.build().exit_code == 2
    assert files(edition.out) == before
