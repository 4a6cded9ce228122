"""What an editor changed is noticed: however fast, in a copy of the folder, with other times."""

import builtins
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_edition import Edition, differing, state

from converter.output import Output

pytestmark = pytest.mark.usefixtures("quick")


def copied(old: Path, new: Path) -> None:
    shutil.copytree(old, new, copy_function=shutil.copyfile)  # as cp -r, or git clone


def preserved(old: Path, new: Path) -> None:
    shutil.copytree(old, new, copy_function=shutil.copy2)  # as cp -a, or an archive


def moved(old: Path, new: Path) -> None:
    old.rename(new)


@pytest.mark.parametrize("place", [copied, preserved, moved])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_hand_is_noticed_in_a_folder_that_was_copied_or_moved(
    edition: Edition, place: Callable[[Path, Path], None], when: str
) -> None:
    before = state(edition.out)
    if when == "before":
        edited = edition.edit("two", "was saved", "was drowned")
        os.utime(edition.tei["two"], ns=(0, 0))
    place(edition.out, edition.out.parent / "new")
    shutil.rmtree(edition.out, ignore_errors=True)
    (edition.out.parent / "new").rename(edition.out)
    if when == "after":
        edited = edition.edit("two", "was saved", "was drowned")
    answer = edition.build()
    assert edition.tei["two"].read_bytes() == edited
    assert "[hand-edited]" in answer.stderr
    assert "Bell two was drowned." in edition.html["two"].read_text("utf-8")
    edition.build("--overwrite")
    assert not differing(state(edition.out), before)
    assert "nothing has changed" in edition.build().stderr


def reading_text(edition: Edition) -> Path:
    return edition.text["two"]


def page(edition: Edition) -> Path:
    return edition.html["two"]


def tei(edition: Edition) -> Path:
    return edition.tei["two"]


def style(edition: Edition) -> Path:
    return min((edition.out / "html/assets").glob("*.*"))


@pytest.mark.parametrize("file", [reading_text, page, tei, style])
def test_a_hand_that_writes_into_a_file_is_noticed_though_no_page_has_changed(
    edition: Edition, file: Callable[[Edition], Path]
) -> None:
    assert "nothing has changed" in edition.build().stderr
    with open(file(edition), "ab") as written:
        written.write(b" ")
    answer = edition.build()
    assert "[hand-edited]" in answer.stderr
    assert "nothing has changed" not in answer.stderr
    assert file(edition).read_bytes().endswith(b" ")


def test_a_hand_in_what_lies_beside_a_page_is_left_and_noticed_before_anything_is_written(
    edition: Edition,
) -> None:
    copy = edition.html["two"].with_suffix(".xml")
    with open(copy, "ab") as written:
        written.write(b" ")
    assert "nothing has changed" in edition.build().stderr
    edition.change("two", "sold")
    answer = edition.build()
    assert "[hand-edited]" in answer.stderr
    assert copy.read_bytes().endswith(b"> ") or copy.read_bytes().endswith(b"\n ")
    assert b"was saved" in copy.read_bytes()


def test_what_lies_beside_a_page_is_made_again_when_it_is_gone(edition: Edition) -> None:
    before = state(edition.out)
    edition.html["two"].with_suffix(".xml").unlink()
    assert "nothing has changed" not in edition.build().stderr
    assert not differing(state(edition.out), before)


def test_a_file_of_another_beside_the_pages_changes_nothing(edition: Edition) -> None:
    mine = edition.html["two"].with_name("mine.png")
    mine.write_bytes(b"not a picture")
    for _ in range(2):
        assert "nothing has changed" in edition.build().stderr
    assert mine.read_bytes() == b"not a picture"


def test_a_hand_is_noticed_that_sets_the_times_back_as_they_were(edition: Edition) -> None:
    found = edition.tei["two"].stat()
    edited = edition.edit("two", "was saved", "was drown")
    os.utime(edition.tei["two"], ns=(found.st_atime_ns, found.st_mtime_ns))
    assert "[hand-edited]" in edition.build().stderr
    assert edition.tei["two"].read_bytes() == edited


def test_a_hand_is_noticed_that_was_faster_than_the_end_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = Edition(tmp_path)
    close = Output.close

    def closed(output: Output, *arguments: object, **facts: object) -> None:
        edition.edit("two", "was saved", "was drown")
        close(output, *arguments, **facts)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Output, "close", closed)
        edition.build()
    assert "[hand-edited]" in edition.build().stderr
    assert "was drown" in edition.tei["two"].read_text("utf-8")


def test_a_hand_is_noticed_at_the_very_moment_after_a_build(edition: Edition) -> None:
    for turn in range(20):
        edition.build("--overwrite")
        edition.tei["two"].write_bytes(edition.tei["two"].read_bytes().replace(b"saved", b"taken"))
        assert "[hand-edited]" in edition.build().stderr, turn


def test_a_file_that_cannot_be_read_is_named_and_left(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = edition.edit("two", "was saved", "was drowned")
    edition.change("two", "sold")
    opens = open

    def refuses(path: Any, *others: Any, **named: Any) -> Any:
        if Path(path) == edition.tei["two"]:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opens(path, *others, **named)

    with monkeypatch.context() as patch:
        patch.setattr(builtins, "open", refuses)
        answer = edition.build()
    assert answer.exit_code == 2
    assert f"{edition.tei['two']}: error: the file cannot be read" in answer.stderr
    assert edition.tei["two"].read_bytes() == edited
