"""The output folder: one build at a time, links not followed, what an editor did always noticed."""

from pathlib import Path

import pytest
from small_edition import Edition, state

from converter.lock import locked
from converter.output import MANIFEST
from converter.own_folder import GLANCE, JOURNAL, LOCK, OWN, RECORDS, SEAL, TOLD

pytestmark = pytest.mark.usefixtures("quick")


# ---------------------------------------------------------------- one build at a time


def test_a_second_build_at_the_same_time_says_so_and_writes_nothing(edition: Edition) -> None:
    edition.change("two", "sold")
    before = state(edition.out)
    with locked(edition.out / LOCK, edition.out):
        answer = edition.build()
    assert answer.exit_code == 2
    assert answer.stderr.startswith(
        f"{edition.out}: error: another build is writing in this folder [output-in-use]"
    )
    assert answer.stderr.count("error") == 1
    assert state(edition.out) == before
    assert edition.build().exit_code == 0


@pytest.mark.parametrize("in_the_way", ["file", "dangling link"])
def test_an_output_that_is_no_folder_is_refused_in_one_line(
    tmp_path: Path, in_the_way: str
) -> None:
    edition = Edition(tmp_path)
    if in_the_way == "file":
        edition.out.write_bytes(b"mine")
    else:
        edition.out.symlink_to(tmp_path / "nowhere")
    answer = edition.build()
    assert answer.exit_code == 2
    assert answer.stderr.count(": error: ") == 1
    assert not (tmp_path / "nowhere").exists()


# ---------------------------------------------------------------- links


def elsewhere(edition: Edition, name: str) -> Path:
    """Moves a file or folder of the output to another place and leaves a link to it."""
    place, there = edition.out / name, edition.out.parent / "elsewhere"
    place.rename(there)
    place.symlink_to(there)
    return there


def bytes_in(path: Path) -> object:
    return state(path) if path.is_dir() else path.read_bytes()


@pytest.mark.parametrize("name", ["tei", "html", "tei/lanterns", "html/assets", OWN, RECORDS])
def test_a_folder_that_is_a_link_is_not_written_into(edition: Edition, name: str) -> None:
    there = elsewhere(edition, name)
    before = bytes_in(there)
    (edition.pages / "edition.toml").write_text('title = "Bells of Harnsund"\n', "utf-8")
    edition.change("two", "sold")
    answer = edition.build("--overwrite")
    assert answer.exit_code == 2
    assert answer.stderr.count("[folder-is-link]") == answer.stderr.count(": error: ") == 1
    assert bytes_in(there) == before
    assert (edition.out / name).is_symlink()


@pytest.mark.parametrize("name", [LOCK, JOURNAL])
def test_a_link_in_the_place_of_a_file_of_our_own_is_not_followed(
    tmp_path: Path, name: str
) -> None:
    edition, there = Edition(tmp_path), tmp_path / "elsewhere"
    (edition.out / OWN).mkdir(parents=True)
    (edition.out / name).symlink_to(there)
    assert edition.build().exit_code == 2
    assert not there.exists()
    assert (edition.out / name).is_symlink()


@pytest.mark.parametrize("name", [SEAL, GLANCE, TOLD])
def test_what_a_link_of_our_own_leads_to_is_left_alone(edition: Edition, name: str) -> None:
    there = elsewhere(edition, name)
    before = there.read_bytes()
    edition.change("two", "sold")
    assert edition.build().exit_code == 0
    assert there.read_bytes() == before


def test_a_manifest_that_is_a_link_stops_the_build(edition: Edition) -> None:
    there = elsewhere(edition, MANIFEST)
    before = there.read_bytes()
    edition.change("two", "sold")
    answer = edition.build("--overwrite")
    assert answer.exit_code == 2
    assert "[manifest-unreadable]" in answer.stderr
    assert there.read_bytes() == before


@pytest.mark.parametrize("kind", ["tei", "html", "text"])
@pytest.mark.parametrize("dangling", [True, False], ids=["dangling", "to-a-file"])
def test_a_file_that_is_a_link_is_left_alone_until_it_is_to_be_overwritten(
    edition: Edition, kind: str, dangling: bool
) -> None:
    path: Path = getattr(edition, kind)["two"]
    there = elsewhere(edition, path.relative_to(edition.out).as_posix())
    before = there.read_bytes()
    if dangling:
        there.unlink()
    edition.change("two", "sold")
    answer = edition.build()
    assert answer.exit_code == 0
    assert f"{path}: warning: a link stands where the program would write" in answer.stderr
    assert path.is_symlink()
    assert "[link-in-output]" in edition.build().stderr
    assert edition.build("--overwrite").exit_code == 0
    assert not path.is_symlink()
    assert b"Bell two was sold." in path.read_bytes()
    assert not there.exists() if dangling else there.read_bytes() == before


def test_when_a_link_is_gone_the_file_is_made(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    edition.html["two"].parent.mkdir(parents=True)
    edition.html["two"].symlink_to(tmp_path / "elsewhere")
    assert "[link-in-output]" in edition.build().stderr
    edition.html["two"].unlink()
    edition.build()
    assert "Bell two was saved." in edition.html["two"].read_text("utf-8")


def test_the_output_itself_may_be_a_link_for_the_user_named_it(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    there = tmp_path / "disk"
    there.mkdir()
    edition.out.symlink_to(there)
    assert edition.build().exit_code == 0
    assert edition.build().stderr.count("nothing has changed") == 1
    assert edition.out.is_symlink()
    assert "Bell one was saved." in edition.text["one"].read_text("utf-8")
