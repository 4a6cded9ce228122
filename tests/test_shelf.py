"""The shelf: tables of a build that lie in a file instead of in memory."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from converter.checksums import Checksums, InOrder
from converter.fingerprint import sha256
from converter.guesses import Guess
from converter.many_guesses import Guesses, packed
from converter.problems import Stopped
from converter.shelf import AT_ONCE, BYTES, NAMES, NUMBERS, OBJECTS, Shelf
from converter.shelved_checksums import ShelvedChecksums

MANY = 2 * AT_ONCE + 1  # read in three goes
NAMED = ("html/log/1938.html", "html/log/1938.bib", "html/log/1938-03.html", "html/log/1938", "a.b")


def test_what_is_put_on_the_shelf_is_read_again_in_the_order_of_its_keys(tmp_path: Path) -> None:
    table = Shelf(tmp_path).table(NUMBERS, OBJECTS)
    for number in reversed(range(MANY)):
        table[number] = (f"page {number}", [number])
    assert len(table) == MANY
    assert list(table) == list(range(MANY))
    assert list(table.items()) == [(n, (f"page {n}", [n])) for n in range(MANY)]
    assert [value[1][0] for value in table.values()] == list(range(MANY))


def test_names_stand_in_the_order_of_their_signs_also_where_they_are_no_text(
    tmp_path: Path,
) -> None:
    names = ["ä", "z", "\udcff", "𝔄", "Z", "a/b", "a.b"]
    table = Shelf(tmp_path).table(NAMES, BYTES)
    for name in names:
        table[name] = b""
    assert list(table) == sorted(names)
    assert list(table.between("Z", "b")) == ["Z", "a.b", "a/b"]


def test_a_row_is_changed_and_taken_out_while_the_table_is_gone_through(tmp_path: Path) -> None:
    table = Shelf(tmp_path).table(NUMBERS, OBJECTS)
    table.update((n, n) for n in range(MANY))
    for number, value in table.items():
        if number % 2:
            del table[number]
        else:
            table[number] = -value
    assert list(table.items()) == [(n, -n) for n in range(0, MANY, 2)]
    assert 1 not in table
    with pytest.raises(KeyError):
        table[1]
    with pytest.raises(KeyError):
        del table[1]
    table.clear()
    assert not table


def test_two_tables_of_a_shelf_know_nothing_of_each_other(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    one, other = shelf.table(NAMES, OBJECTS), shelf.table(NAMES, OBJECTS)
    one["a"] = 1
    assert "a" not in other


def test_a_shelf_leaves_nothing_in_its_folder(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "own")
    shelf.table(NAMES, OBJECTS)["a"] = 1
    if os.name == "posix":
        assert list((tmp_path / "own").iterdir()) == []  # while it is open, too
    shelf.close()
    assert list((tmp_path / "own").iterdir()) == []


def test_a_full_disk_stops_whoever_writes_on_the_shelf(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    table = shelf.table(NUMBERS, BYTES)
    shelf.run("PRAGMA max_page_count = 20")
    with pytest.raises(Stopped) as stopped:
        table.update((n, bytes(1000)) for n in range(MANY))
    problem = stopped.value.problem
    assert problem.code == "cannot-write-more"
    assert problem.place.path == str(tmp_path)
    assert problem.facts["reason"] == os.strerror(errno.ENOSPC)


def test_a_shelf_for_which_there_is_no_room_is_told_as_any_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(sqlite3, "connect", fails)
    with pytest.raises(Stopped) as stopped:
        Shelf(tmp_path)
    assert stopped.value.problem.facts["reason"] == os.strerror(errno.EIO)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Exception, match="file"):
        Shelf(tmp_path / "file")


def test_checksums_are_the_same_on_the_shelf_and_in_memory(tmp_path: Path) -> None:
    given = {name: sha256(name.encode()) for name in NAMED}
    given |= {f"like-{n}": chr(n) + "=" * 31 for n in range(64)} | {
        "no checksum": "",
        "x": "A" * 64,
    }
    given |= {f"{n}.txt": sha256(str(n).encode()) for n in range(300)}  # some begin like a text
    held, shelved = Checksums(given), ShelvedChecksums(Shelf(tmp_path), given)
    assert dict(held) == dict(shelved) == given
    assert list(InOrder(held).items()) == list(InOrder(shelved).items()) == sorted(given.items())
    for each in (held, shelved):
        assert set(each.named("html/log", "1938")) == {*NAMED[:2], "html/log/1938"}
        assert set(each.folders()) == {"html/log", ""}
        del each["a.b"]
        assert "a.b" not in each
        number: object = 3
        assert number not in each


def test_guesses_of_many_pages_are_put_in_order_on_the_shelf(tmp_path: Path) -> None:
    facts = [
        (0.5, "b.txt", 2),
        (0.25, "b.txt", 10),
        (0.25, "b.txt", 9),
        (0.25, "b", 11),
        (1, "a", 1),
    ]
    many = [guess(*each) for each in facts] * 2
    pages = [packed(many[:3]), packed(many[3:]), packed([])]
    found = Guesses.least_certain_first(pages, Shelf(tmp_path))
    assert [(g.confidence, g.path, g.line) for g in found] == sorted(facts * 2)


def guess(confidence: float, path: str, line: int) -> Guess:
    return Guess(path, line, f"line {line}", "rule", "note", "", confidence)
