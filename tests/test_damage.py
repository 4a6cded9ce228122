"""What builds leave for each other may be damaged: it is made anew, and costs the user nothing."""

import json
import shutil

import pytest
from small_edition import Edition, state

from converter.output import MANIFEST
from converter.own_folder import JOURNAL, RECORDS, TOLD

pytestmark = pytest.mark.usefixtures("quick")


def damage(edition: Edition, name: str, data: bytes) -> None:
    for path in sorted(edition.out.glob(name)):
        path.write_bytes(data if data else path.read_bytes()[:-200])


@pytest.mark.parametrize("data", [b"", b"\0\xff", b"[" * 100_000, b"{}"])
def test_a_damaged_record_is_made_anew(edition: Edition, data: bytes) -> None:
    before = state(edition.out)
    damage(edition, f"{RECORDS}/*/*", data)
    (edition.out / MANIFEST).touch()
    assert edition.build().exit_code == 0
    edition.html["one"].unlink()
    assert edition.build().exit_code == 0
    assert state(edition.out) == before


def test_a_record_in_the_place_of_another_is_made_anew(edition: Edition) -> None:
    before = state(edition.out)
    first, second, *_ = sorted(edition.out.glob(f"{RECORDS}/*/*"))
    shutil.copy(first, second)
    edition.html["one"].unlink()
    assert edition.build().exit_code == 0
    assert state(edition.out) == before


def test_a_report_that_was_kept_and_is_damaged_is_made_anew(edition: Edition) -> None:
    before = state(edition.out)
    damage(edition, TOLD, b"[" * 100_000)
    assert "nothing has changed" not in edition.build().stderr
    assert state(edition.out) == before


GARBAGE = b"\0\xff\n" + b"0" * 64 + b" ../../outside\n" + b"1" * 64 + b" \n" + b"a" * 64


@pytest.mark.parametrize("data", [b"", GARBAGE, b"\n" * 1000])
def test_a_journal_of_garbage_harms_nothing(edition: Edition, data: bytes) -> None:
    before = state(edition.out)
    edited = edition.edit("two", "was saved", "was drowned")
    (edition.out / JOURNAL).write_bytes(data)
    outside = edition.out.parent.parent / ".outside.1.new"
    outside.write_bytes(b"mine")
    assert edition.build().exit_code == 0
    assert edition.tei["two"].read_bytes() == edited
    assert outside.read_bytes() == b"mine"
    edition.build("--overwrite")
    assert state(edition.out) == before


WRONG: dict[str, list[object]] = {
    "outputs": [[], "x", 5, None, {"../x": "0"}, {"a\0b": "0"}, {"\ud800": "0"}],
    "documents": [[], "x", 5],
    "kept": [5],
}


@pytest.mark.parametrize(("key", "value"), [(k, v) for k, vs in WRONG.items() for v in vs])
def test_a_manifest_of_other_types_is_refused(edition: Edition, key: str, value: object) -> None:
    manifest = json.loads((edition.out / MANIFEST).read_bytes())
    (edition.out / MANIFEST).write_text(json.dumps({**manifest, key: value}), "utf-8")
    before = state(edition.out)
    answer = edition.build()
    assert answer.exit_code == 2
    assert "[manifest-unreadable]" in answer.stderr
    assert state(edition.out) == before


def test_a_manifest_nested_beyond_measure_is_refused(edition: Edition) -> None:
    (edition.out / MANIFEST).write_bytes(b"[" * 200_000)
    assert "[manifest-unreadable]" in edition.build().stderr


def test_what_a_newer_program_wrote_in_the_manifest_does_not_matter(edition: Edition) -> None:
    before = state(edition.out)
    manifest = json.loads((edition.out / MANIFEST).read_bytes())
    newer = {**manifest, "converter": "99.0", "moons": ["waxing"], "build": {"of": "cheese"}}
    (edition.out / MANIFEST).write_text(json.dumps(newer), "utf-8")
    assert edition.build().exit_code == 0
    assert state(edition.out) == before
