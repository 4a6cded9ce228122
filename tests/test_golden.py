"""Golden files and cases are written only when that is asked for, and say how to ask."""

from pathlib import Path

import pytest
from cases_format import Case, MalformedCase, read_case
from golden import Golden

COMMAND = "python -m pytest tests/test_bells.py --update-golden"


def test_a_golden_file_that_says_the_same_passes(tmp_path: Path) -> None:
    (tmp_path / "bell.txt").write_bytes("a bell\r\nа́".encode())
    Golden(update=False, command=COMMAND)(tmp_path / "bell.txt", "a bell\r\nа́")


def test_a_difference_shows_both_and_the_command_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "bell.txt"
    file.write_text("one bell\ntwo\n", "utf-8")
    with pytest.raises(pytest.fail.Exception) as failure:
        Golden(update=False, command=COMMAND)(file, "one bell\nthree\n")
    said = str(failure.value)
    assert "-two\n+three" in said
    assert said.endswith(COMMAND)
    assert file.read_text("utf-8") == "one bell\ntwo\n"


def test_a_difference_only_in_line_ends_is_visible(tmp_path: Path) -> None:
    file = tmp_path / "bell.txt"
    file.write_bytes(b"one\ntwo\n")
    with pytest.raises(pytest.fail.Exception, match=r"\+one␍\n(.|\n)*\+two␄"):
        Golden(update=False, command=COMMAND)(file, "one\r\ntwo")


def test_a_golden_file_that_is_missing_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="does not exist yet"):
        Golden(update=False, command=COMMAND)(tmp_path / "bell.txt", "a bell\n")
    assert not list(tmp_path.iterdir())


def test_an_update_writes_the_file_with_its_folders_to_the_character(tmp_path: Path) -> None:
    file = tmp_path / "diary" / "bell.txt"
    Golden(update=True, command=COMMAND)(file, "a\r\nbell\u2028")
    assert file.read_bytes() == "a\r\nbell\u2028".encode()


CASE = "A bell is rung\nonce.\n---\nDing.\n\nPage 3\n---\nstage: lines\n1 text\n3 page mark\n"


def case(folder: Path, text: str) -> Case:
    (folder / "bell-is-rung.txt").write_text(text, "utf-8", newline="")
    return read_case(folder / "bell-is-rung.txt")


def test_a_case_has_a_requirement_lines_a_stage_and_a_dump(tmp_path: Path) -> None:
    bell = case(tmp_path, CASE)
    assert bell.name == "bell-is-rung"
    assert bell.requirement == "A bell is rung\nonce."
    assert bell.section == "Ding.\n\nPage 3"
    assert (bell.stage, bell.expected) == ("lines", "1 text\n3 page mark\n")


def test_a_case_is_written_as_it_was_read_but_for_its_dump(tmp_path: Path) -> None:
    bell = case(tmp_path, CASE)
    assert bell.written(bell.expected) == CASE
    assert bell.written("1 head") == CASE.partition("1 text")[0] + "1 head\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Only words.\n", "1 parts"),
        (CASE + "---\nmore\n", "4 parts"),
        (CASE.replace("stage: lines", "lines"), "begins with 'lines'"),
        (CASE.replace("A bell is rung\nonce.", " "), "nothing says what is required"),
    ],
)
def test_a_malformed_case_is_named_with_its_fault(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(MalformedCase, match=complaint):
        case(tmp_path, text)
