"""The weights of the evidence: which are used, what the report says of them, what is refused."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from calling import documents_of, run
from invented_page import page_of

from converter.evidence.sequence import READINGS
from converter.evidence.weights import shipped, text_of
from converter.options import weights_file, weights_of
from converter.weights_in_use import SHIPPED, WeightsInUse, read_in_use

NOTE = "The pilot house of Port Amsel, see Harbour Board, file 12."
TEXT = f"""\
We lay at the pilot house until four and watched the harbour lights go out.
{NOTE}
Ole Vik had seen the ferry come in."""
ROW = [0, 0, 0, 0, 0]
ABOUT = "weights that Anna Brandt made"


def table(**changes: object) -> dict[str, object]:
    """A table by which nearly every line is a note, as JSON has it."""
    readings = [reading.value for reading in READINGS]
    return {
        "about": ABOUT,
        "readings": readings,
        "note from": 0.5,
        "sure from": 0.5,
        "begins from": 0.5,
        "signs": {},
        "anchors": {"notes between": {"0": [0, 0, 9, 0, 9]}},
        "words": {"first: We": [9, 0, 0, 0, 0], "first: Ole": [9, 0, -9, 0, -9]},
        "transitions": dict.fromkeys(readings, ROW),
        "calibration": {"note": [], "text": []},
    } | changes


class Folder:
    """A folder with a saved page, and files of weights."""

    def __init__(self, path: Path) -> None:
        self.path, self.page, self.out = path, path / "3-june.txt", path.parent / "out"
        path.mkdir()
        self.page.write_text(page_of(TEXT), "utf-8")

    def write(self, name: str = "weights.json", data: object = None) -> Path:
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(table() if data is None else data), "utf-8")
        return path

    def reads_a_note(self, *options: object) -> bool:
        """Whether the line that may be a note is claimed as one."""
        answer = run("inspect", self.page, *options)
        (line,) = [line for line in answer.stdout.split("\n") if line.endswith(NOTE)]
        return line.split()[1] == "note"

    def report(self, *options: object) -> dict[str, object]:
        assert run("build", self.path, "-o", self.out, *options).exit_code == 0
        data: dict[str, object] = json.loads((self.out / "report.json").read_bytes())
        return data


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "pages")


# ---------------------------------------------------------------- which are used


def test_the_shipped_weights_can_be_read_back_from_the_text_that_is_written_of_them(
    tmp_path: Path,
) -> None:
    path = tmp_path / "copy.json"
    path.write_text(text_of(shipped()), "utf-8")
    assert text_of(read_in_use(path).table) == text_of(shipped())


@pytest.mark.parametrize("command", ["convert", "inspect", "review", "build"])
def test_every_command_that_reads_lines_takes_the_weights_that_are_named(
    folder: Folder, command: str
) -> None:
    weights = folder.write("elsewhere/mine.json")
    options: dict[str, list[object]] = {
        "build": ["-o", folder.out],
        "review": ["--list", "--below", "1"],
    }
    more = options.get(command, [])
    answer = run(command, folder.page, "--weights", weights, *more)
    plain = run(command, folder.page, *more)
    assert (answer.exit_code, plain.exit_code) == (0, 0)
    if command == "build":
        (tei,) = documents_of(folder.out)
        assert "<note" not in tei.read_text("utf-8")
        run("build", folder.page, "--weights", weights, *more)
        assert "<note" in tei.read_text("utf-8")
    else:
        assert answer.stdout != plain.stdout


def test_weights_beside_the_settings_in_use_are_used(folder: Folder, tmp_path: Path) -> None:
    settings = tmp_path / "settings" / "edition.toml"
    settings.parent.mkdir()
    settings.write_text("")
    folder.write("../settings/weights.json")
    assert not folder.reads_a_note()
    assert folder.reads_a_note("--edition", settings)
    folder.write("weights.json", table(anchors={}))
    assert folder.reads_a_note("--edition", settings)


def test_weights_in_the_folder_of_the_pages_are_used_whether_a_page_or_the_folder_is_named(
    folder: Folder,
) -> None:
    folder.write()
    assert folder.reads_a_note()
    for argument in (folder.path, folder.page):
        assert weights_of(None, None, [argument]).name == "weights.json"


def test_the_weights_named_go_before_those_that_are_found(folder: Folder) -> None:
    folder.write()
    assert not folder.reads_a_note("--weights", folder.write("none.json", table(anchors={})))


def test_of_several_folders_the_one_with_the_settings_has_the_weights(folder: Folder) -> None:
    other = folder.path.parent / "other"
    other.mkdir()
    assert weights_file(None, [folder.path, other]) == folder.path / "weights.json"
    (other / "edition.toml").write_text("")
    assert weights_file(None, [folder.path, other]) == other / "weights.json"


def test_a_review_goes_on_with_the_weights_it_began_with(folder: Folder) -> None:
    from converter.decision_files import find_decisions
    from converter.lines import LineKind
    from converter.pages import read
    from converter.review import Review, ReviewedPage
    from converter.settings import Settings
    from converter.sources import PAGES, find

    files = find_decisions([folder.page], find([folder.page], PAGES).sources)
    page = ReviewedPage("3-june.txt", folder.page, read(folder.page.read_bytes(), "3-june.txt"))
    weights = read_in_use(folder.write()).table
    review = Review([page], files, Settings(), 1.0, table=weights)

    def note() -> LineKind:
        (kind,) = [x.kind for x in review.claims[0][0].claimed.lines if x.text == NOTE]
        return kind

    assert note() is LineKind.NOTE
    other = next(q for q in review.open[0] if q.line.text != NOTE)
    review.answer(other, other.line.kind)
    assert note() is LineKind.NOTE


# ---------------------------------------------------------------- the report


def test_the_report_says_that_the_shipped_weights_were_used(folder: Folder) -> None:
    assert folder.report()["weights"] == {"file": SHIPPED, "about": shipped().about}
    said = (folder.out / "report.txt").read_text("utf-8")
    assert f"weights of the evidence: {WeightsInUse()}\n" in said


def test_the_report_names_the_weights_alike_wherever_they_lie(folder: Folder) -> None:
    path = folder.write("../mine.json")
    assert folder.report("--weights", path)["weights"] == {"file": "mine.json", "about": ABOUT}
    said = (folder.out / "report.txt").read_text("utf-8")
    assert f"weights of the evidence: mine.json ({ABOUT})\n" in said
    folder.write()
    assert folder.report()["weights"] == {"file": "weights.json", "about": ABOUT}


def test_the_manifest_names_the_weights_as_a_source(folder: Folder) -> None:
    folder.report()
    manifest = folder.out / "manifest.json"
    assert "weights.json" not in json.loads(manifest.read_bytes())["sources"]
    digest = sha256(folder.write().read_bytes()).hexdigest()
    folder.report()
    assert json.loads(manifest.read_bytes())["sources"]["weights.json"] == {"sha256": digest}


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("command", ["build", "convert", "inspect", "review", "learn"])
def test_weights_that_are_not_there_are_refused(folder: Folder, command: str) -> None:
    more = ["--list"] if command == "review" else []
    answer = run(command, folder.page, "--weights", folder.path / "none.json", *more)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    path = folder.path / "none.json"
    assert answer.stderr == (
        f"{path}: error: the weights cannot be read: No such file or directory"
        " [weights-unreadable]\n"
        "    hint: make the file anew with converter learn, or take it away: then the converter's"
        " own weights are used\n"
    )


def test_weights_that_are_no_json_are_refused_at_their_place(folder: Folder) -> None:
    (folder.path / "weights.json").write_text('{\n"about": "mine",\n"signs" {}\n}\n')
    answer = run("convert", folder.page)
    assert answer.exit_code == 2
    assert answer.stderr.split("\n")[:3] == [
        f"{folder.path / 'weights.json'}:3:9: error: the weights cannot be read: it is no JSON:"
        " expecting ':' delimiter [weights-unreadable]",
        '    "signs" {}',
        "            ^",
    ]


CHANGES: dict[str, tuple[object, str]] = {
    "another version": (
        table(readings=["begins", "note"]),
        "its readings are not those of this version",
    ),
    "a list": ([], "not a table of weights"),
    "a number": (7, "not a table of weights"),
    "a foreign key": (table(colour="blue"), "not a table of weights"),
    "nothing in it": ({}, "it has no 'readings'"),
    "no words": ({k: v for k, v in table().items() if k != "words"}, "it has no 'words'"),
    "a list of words": (table(words=["We"]), "not a table of weights"),
    "a list of signs": (table(signs=[]), "not a table of weights"),
    "a short row": (table(words={"first: We": [1, 2]}), "a row has 2 weights, not 5"),
    "a word as a weight": (table(words={"first: We": ["a"] * 5}), "could not convert"),
    "half a point": (table(calibration={"note": [[0.5]], "text": []}), "not a table of weights"),
    "points that fall": (
        table(calibration={"note": [[0.5, 0.1], [0.4, 0.2]], "text": []}),
        "the points of a calibration do not rise",
    ),
    "no number": (table(words={"first: We": [float("nan"), 0, 0, 0, 0]}), "NaN is no weight"),
    "an endless weight": (
        table(words={"first: We": [float("-inf"), 0, 0, 0, 0]}),
        "-Infinity is no weight",
    ),
    "a weight too great": (table(words={"first: We": [10**400, 0, 0, 0, 0]}), "is no weight"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_no_table_of_weights_is_refused(folder: Folder, change: str) -> None:
    data, cause = CHANGES[change]
    folder.write(data=data)
    answer = run("build", folder.path, "-o", folder.out)
    assert answer.exit_code == 2
    first, hint, end = answer.stderr.split("\n")
    assert first.startswith(f"{folder.path / 'weights.json'}: error: the weights cannot be read: ")
    assert cause in first
    assert first.endswith("[weights-unreadable]")
    assert "converter learn" in hint
    assert end == ""
    assert not folder.out.exists()


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b"[" * 100_000, b""])
def test_bytes_that_are_no_text_or_no_end_are_refused(folder: Folder, data: bytes) -> None:
    (folder.path / "weights.json").write_bytes(data)
    answer = run("convert", folder.page)
    assert answer.exit_code == 2
    assert answer.stderr.count("[weights-unreadable]") == 1


def test_a_folder_in_the_place_of_the_weights_is_refused(folder: Folder) -> None:
    answer = run("convert", folder.page, "--weights", folder.path)
    assert answer.exit_code == 2
    assert "the weights cannot be read: Is a directory [weights-unreadable]" in answer.stderr
