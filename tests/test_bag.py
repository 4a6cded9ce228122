"""Bags: an edition packed so that an archive can check it without us, the same each time."""

import hashlib
import zipfile
from pathlib import Path

import bagit
import pytest
from calling import files, run
from click.testing import Result
from small_edition import Edition

from converter import __version__
from converter.bagging import packing
from converter.bagging.names import alike, stored_name
from converter.bagging.tags import bag_info, encoded

SETTINGS = """title = "Bells of Amsel"
publisher = "Harbour Society"
licence = "CC BY 4.0"
date = "2031-05-28"
"""


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    edition = Edition(tmp_path)
    (edition.pages / "edition.toml").write_text(SETTINGS, "utf-8")
    edition.build()
    return edition


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return tmp_path / "bag"


def packed(edition: Edition, bag: Path, *options: object) -> Result:
    answer = run("bag", edition.out, edition.pages, "-o", bag, *options)
    assert answer.exit_code == 0, answer.stderr
    return answer


def information(bag: Path) -> dict[str, str]:
    lines = (bag / "bag-info.txt").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


# ---------------------------------------------------------------- what is in it


def test_a_bag_is_one_for_another_reader_of_bags(edition: Edition, bag: Path) -> None:
    answer = packed(edition, bag)
    read = bagit.Bag(str(bag))
    assert read.validate()
    assert read.version_info == (1, 0)
    assert {*read.algorithms} == {"sha256", "sha512"}
    size, number = read.info["Payload-Oxum"].split(".")
    assert len(list(read.payload_files())) == int(number)
    assert answer.stderr == f"{number} files, {size} bytes in {bag}\n"


def test_a_bag_has_the_edition_its_pages_what_was_used_schemas_and_stylesheets(
    edition: Edition, bag: Path
) -> None:
    decisions = edition.pages / "decisions.toml"
    decisions.write_text("", "utf-8")
    edition.build()
    packed(edition, bag)
    held = files(bag / "data")
    assert {name.split("/")[0] for name in held} == {
        *("README.txt", "edition", "pages", "schemas", "xslt")
    }
    assert files(bag / "data/edition") == files(edition.out)
    assert files(bag / "data/pages") == files(edition.pages)
    assert {"schemas/edition.rnc", "schemas/edition.sch", "xslt/html/edition.xsl"} <= held.keys()
    assert b"sha256sum --check" in held["README.txt"]
    assert not [name for name in held if ".converter" in name]


def test_from_a_bag_the_edition_is_verified_and_built_again(
    edition: Edition, bag: Path, tmp_path: Path
) -> None:
    packed(edition, bag)
    assert run("verify", bag / "data/edition", bag / "data/pages", "--strict").exit_code == 0
    assert run("build", bag / "data/pages", "-o", tmp_path / "again").exit_code == 0
    assert files(tmp_path / "again") == files(bag / "data/edition")


def test_what_was_used_from_elsewhere_lies_in_the_bag_where_a_build_finds_it(
    edition: Edition, bag: Path, tmp_path: Path
) -> None:
    (edition.pages / "edition.toml").rename(tmp_path / "mine.toml")
    persons = tmp_path / "people.xml"
    persons.write_text(
        '<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="a"><persName>'
        "<surname>Vik</surname></persName></person></listPerson>",
        "utf-8",
    )
    named = ("--edition", tmp_path / "mine.toml", "--persons", persons)
    edition.build(*named)
    packed(edition, bag, *named)
    assert (bag / "data/pages/edition.toml").read_text("utf-8") == SETTINGS
    assert (bag / "data/pages/persons.xml").read_bytes() == persons.read_bytes()
    assert run("build", bag / "data/pages", "-o", tmp_path / "again").exit_code == 0
    assert files(tmp_path / "again") == files(bag / "data/edition")


def test_a_bag_says_whose_it_is_and_under_which_terms(edition: Edition, bag: Path) -> None:
    packed(edition, bag)
    said = information(bag)
    assert said["Source-Organization"] == "Harbour Society"
    assert said["External-Description"].startswith("Bells of Amsel: a scholarly edition of 3 doc")
    assert said["Bagging-Date"] == "2031-05-28"
    assert said["Bag-Software-Agent"] == f"converter {__version__}"
    assert said["Licence"] == "CC BY 4.0"
    assert said["Rights-Statement"].endswith("(stated by 3 documents)")
    assert "External-Identifier" not in said
    assert "Internal-Sender-Description" not in said
    sizes = [len(data) for data in files(bag / "data").values()]
    assert said["Payload-Oxum"] == f"{sum(sizes)}.{len(sizes)}"


def test_without_the_site_a_bag_has_tei_and_text(edition: Edition, bag: Path) -> None:
    packed(edition, bag, "--without-site")
    assert bagit.Bag(str(bag)).validate()
    held = files(bag / "data/edition")
    assert {name.split("/")[0] for name in held} >= {"tei", "text", "manifest.json"}
    assert not [name for name in held if name.startswith("html/")]
    assert b"edition/html" not in (bag / "data/README.txt").read_bytes()


# ---------------------------------------------------------------- checked by others


def test_the_checksums_are_those_that_the_lines_of_the_manifests_say(
    edition: Edition, bag: Path
) -> None:
    packed(edition, bag)
    for algorithm in ("sha256", "sha512"):
        lines = (bag / f"manifest-{algorithm}.txt").read_text("utf-8").splitlines()
        said = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
        payload = {f"data/{name}": data for name, data in files(bag / "data").items()}
        assert said == {n: hashlib.new(algorithm, data).hexdigest() for n, data in payload.items()}
        assert lines == sorted(lines, key=lambda line: line.split("  ", 1)[1])


@pytest.mark.parametrize("name", ["data/edition/tei/persons.xml", "bag-info.txt", "bagit.txt"])
@pytest.mark.parametrize("how", ["flipped", "gone", "more"])
def test_a_byte_that_changed_is_found(edition: Edition, bag: Path, name: str, how: str) -> None:
    packed(edition, bag)
    path = bag / name
    if not path.exists():
        path = bag / "data/edition/tei/lanterns/1937-03-01-on-bell-one.xml"
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    if how == "flipped":
        path.write_bytes(bytes(data))
    elif how == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(bag)).validate()


NAMES = (
    "14 März.txt",
    "14 марта, ночь.txt",
    "line\nend.txt",
    "two\r\nends.txt",
    "50 % (rest).txt",
    "%0A.txt",
    "a\nb\nc\nd.txt",
    "back\\slash.txt",
)


def test_strange_names_of_pages_are_written_as_the_standard_has_them(
    edition: Edition, bag: Path
) -> None:
    pages = sorted(edition.pages.glob("*.txt"))
    text = pages[0].read_text("utf-8")
    for number, name in enumerate(NAMES):
        other = text.replace("1937 Mar 1", f"1937 Apr {number + 1}")
        other = other.replace("bell one", f"bell {number}")
        (edition.pages / name).write_text(other, "utf-8")
    edition.build()
    answer = packed(edition, bag)
    assert bagit.Bag(str(bag)).validate()
    held = {Path(name).name for name in files(bag / "data/pages")}
    assert set(NAMES[:4]) <= held
    assert not [name for name in held if "%" in name or "\\" in name]
    assert answer.stderr.count("[bag-name-changed]") == 4
    assert len(held) == len(NAMES) + 4
    written = (bag / "manifest-sha256.txt").read_text("utf-8")
    assert "  data/pages/line%0Aend.txt\n" in written
    assert "  data/pages/two%0D%0Aends.txt\n" in written
    assert "  data/pages/14 März.txt\n" in written
    assert run("verify", bag / "data/edition", bag / "data/pages", "--strict").exit_code == 0


def test_a_manifest_encodes_line_ends_and_the_per_cent_sign_and_nothing_else() -> None:
    assert encoded("a%b\r\nc d é\t#.txt") == "a%25b%0D%0Ac d é\t#.txt"


def test_names_that_a_file_system_may_hold_for_one_are_told_apart() -> None:
    first = stored_name("a/März.txt")
    second = stored_name("a/märz.txt", {alike(first)})
    assert alike(first) != alike(second)
    assert second.endswith(".txt")


def test_a_value_of_several_lines_is_one_line_of_the_information() -> None:
    assert bag_info([("Licence", "one\ntwo\r\n"), ("Empty", " ")]) == b"Licence: one two\n"


# ---------------------------------------------------------------- the same each time


def test_two_bags_of_one_edition_have_the_same_bytes(edition: Edition, tmp_path: Path) -> None:
    for name in ("one", "two", "one.zip", "copies/one.zip"):
        packed(edition, tmp_path / name)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "copies/one.zip").read_bytes()


def test_a_zip_unpacks_to_the_bag(edition: Edition, tmp_path: Path) -> None:
    packed(edition, tmp_path / "bag")
    packed(edition, tmp_path / "whole.zip")
    with zipfile.ZipFile(tmp_path / "whole.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2031, 5, 28, 0, 0, 0)}
        archive.extractall(tmp_path / "unpacked")
    assert files(tmp_path / "unpacked/whole") == files(tmp_path / "bag")


def test_a_bag_without_any_day_says_1980_and_that_is_told(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    undated = tmp_path / "undated.toml"
    undated.write_text(SETTINGS.partition("date")[0], "utf-8")
    edition.build("--edition", undated)
    answer = packed(edition, tmp_path / "bag.zip", "--edition", undated)
    assert "1980-01-01, for want of a date [bag-without-date]" in answer.stderr
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    edition.build("--edition", undated)
    assert "bag-without-date" not in packed(edition, tmp_path / "b", "--edition", undated).stderr
    assert information(tmp_path / "b")["Bagging-Date"] == "2030-03-17"


# ---------------------------------------------------------------- what is refused


def test_an_edition_that_is_not_as_it_was_written_is_refused(edition: Edition, bag: Path) -> None:
    edition.html["one"].write_text("sold", "utf-8")
    answer = run("bag", edition.out, edition.pages, "-o", bag)
    assert answer.exit_code == 2
    assert "[file-changed]" in answer.stderr
    assert "1 problem, named above [edition-not-as-written]" in answer.stderr
    assert not bag.exists()
    answer = run("bag", edition.out, edition.pages, "-o", bag, "--anyway")
    assert answer.exit_code == 1
    assert bagit.Bag(str(bag)).validate()
    assert "although the edition was not" in information(bag)["Internal-Sender-Description"]


def test_pages_that_are_not_those_of_the_edition_are_refused(edition: Edition, bag: Path) -> None:
    edition.change("two", "sold")
    answer = run("bag", edition.out, edition.pages, "-o", bag)
    assert answer.exit_code == 2
    assert "[source-changed]" in answer.stderr
    assert not bag.exists()


def test_tei_that_was_edited_by_hand_goes_into_the_bag(edition: Edition, bag: Path) -> None:
    mine = edition.edit("one", "Bell one was saved.", "Bell one was lost.")
    edition.build()
    packed(edition, bag)
    path = bag / "data/edition" / edition.tei["one"].relative_to(edition.out)
    assert path.read_bytes() == mine


def test_without_pages_a_bag_has_the_edition_and_says_so(edition: Edition, bag: Path) -> None:
    answer = run("bag", edition.out, "-o", bag)
    assert answer.exit_code == 0
    assert "[bag-without-pages]" in answer.stderr
    assert bagit.Bag(str(bag)).validate()
    assert not (bag / "data/pages").exists()


@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_a_bag_that_is_there_is_never_replaced(edition: Edition, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    answer = run("bag", edition.out, edition.pages, "-o", tmp_path / name)
    assert answer.exit_code == 2
    assert "[bag-there]" in answer.stderr
    assert (tmp_path / name).read_text("utf-8") == "mine"


@pytest.mark.parametrize("inside", ["out/bag", "pages/deep/bag.zip"])
def test_a_bag_is_not_written_into_what_goes_into_it(
    edition: Edition, tmp_path: Path, inside: str
) -> None:
    before = files(tmp_path)
    answer = run("bag", edition.out, edition.pages, "-o", tmp_path / inside)
    assert answer.exit_code == 2
    assert "[bag-inside]" in answer.stderr
    assert files(tmp_path) == before


def test_a_folder_that_is_no_edition_is_refused(tmp_path: Path) -> None:
    answer = run("bag", tmp_path, "-o", tmp_path.parent / "no-bag")
    assert answer.exit_code == 2
    assert "[manifest-missing]" in answer.stderr


def test_settings_that_are_named_and_not_there_are_refused(edition: Edition, bag: Path) -> None:
    for option in ("--edition", "--persons", "--weights", "--authorities", "--decisions"):
        answer = run("bag", edition.out, edition.pages, "-o", bag, option, bag / "none")
        assert answer.exit_code == 2, option
        assert "none: error:" in answer.stderr
        assert not bag.exists()


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packing, "bag_info", no_room)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_a_bag_for_which_there_is_no_room_leaves_nothing(
    edition: Edition, tmp_path: Path, name: str
) -> None:
    before = files(tmp_path, hidden=True)
    answer = run("bag", edition.out, edition.pages, "-o", tmp_path / name)
    assert answer.exit_code == 2
    assert "[cannot-write-more]" in answer.stderr
    assert files(tmp_path, hidden=True) == before
