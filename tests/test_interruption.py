"""A build that is ended, by a key, by the system or by force: nothing is torn, and it can go on."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from small_edition import Edition, differing, left_beside, page, state

from converter.own_folder import TEXTS

PROJECT = Path(__file__).resolve().parent.parent
KILLS = int(os.environ.get("KILLS", "3"))  # of each sort; a hundred before a release
PROMPT = 2.0  # seconds that an editor waits for the prompt after Ctrl-C
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the folder /proc"),
]
# Twelve pages, of which the words differ enough for their order to be known.
BELLS = tuple(f"1937 {month} {day}" for month in ("Mar", "Apr", "May") for day in (3, 9, 17, 28))


class Bells(Edition):
    """An edition that two processes have something to do with."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        for number, day in enumerate(BELLS):
            text = f"Bell {number} hung in the tower of Port Amsel until the autumn."
            self.save(f"bell-{number}", page(f"On the bell of {day}", text, day))


class Running:
    """A build in a session of its own, with what it says kept in files beside the pages."""

    def __init__(self, edition: Edition, *options: object, before: str = "") -> None:
        code = f"{before}\nfrom converter.cli import main; main()"
        call = [sys.executable, "-c", code, "build", edition.pages, "-o", edition.out, *options]
        self.said = edition.pages.parent / "said"
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(
                [*map(str, call)], cwd=PROJECT, stdout=said, stderr=said, start_new_session=True
            )

    def members(self) -> list[int]:
        """The processes of the session that live."""
        return [
            int(path.name)
            for path in Path("/proc").glob("[0-9]*")
            if is_member(path, self.process.pid)
        ]

    def signal(self, number: signal.Signals, whole: bool = True) -> None:
        """To all processes, as a terminal does, or to the first alone."""
        send = os.killpg if whole else os.kill
        send(self.process.pid, number)

    def all_gone(self, within: float = PROMPT) -> bool:
        end = time.monotonic() + within
        while self.process.poll() is None or self.members():
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def end(self) -> str:
        """Waits for it; what it said."""
        self.process.wait(120)
        return self.said.read_text("utf-8")


def is_member(path: Path, session: int) -> bool:
    try:
        state, _, _, its = (path / "stat").read_text().rpartition(")")[2].split()[:4]
    except OSError:
        return False
    return int(its) == session and state != "Z"


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes | None]:
    """What a build makes that nobody disturbs."""
    edition = Bells(tmp_path_factory.mktemp("undisturbed"))
    assert edition.build().exit_code == 0
    return state(edition.out)


def lasts(undisturbed: object, folder: Path, workers: int) -> float:
    begun = time.monotonic()
    Running(Bells(folder / "measured"), "--workers", workers).end()
    return time.monotonic() - begun


def torn(edition: Edition, undisturbed: Mapping[str, bytes | None]) -> list[str]:
    """Files of a first build that are not as they should be; unfinished ones aside."""
    there = state(edition.out) if edition.out.exists() else {}
    unfinished = {*left_beside(edition.out)} if there else set()
    return [
        name
        for name, data in there.items()
        if not name.startswith(TEXTS) and name not in unfinished and undisturbed.get(name) != data
    ]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("whole", [True, False], ids=["all-processes", "the-first-alone"])
def test_a_build_killed_at_any_moment_tears_nothing_and_the_next_ends_the_same(
    tmp_path: Path, undisturbed: Mapping[str, bytes | None], workers: int, whole: bool
) -> None:
    longest = lasts(undisturbed, tmp_path, workers)
    for seed in range(KILLS):
        edition = Bells(tmp_path / str(seed))
        build = Running(edition, "--workers", workers)
        time.sleep(random.Random(f"{seed} {workers} {whole}").uniform(0.1, 1) * longest)
        build.signal(signal.SIGKILL, whole)
        told = f"seed {seed} of {longest:.1f} s"
        assert build.all_gone(), told
        assert not torn(edition, undisturbed), told
        answer = edition.build("--workers", workers)
        assert answer.exit_code == 0, f"{told}: {answer.output}"
        assert not differing(state(edition.out), undisturbed), told


def test_a_build_that_was_killed_goes_on_with_other_settings_and_keeps_what_was_edited(
    tmp_path: Path,
) -> None:
    settings, expected = 'title = "Bells of Harnsund"\n', Bells(tmp_path / "expected")
    expected.build()
    longest = lasts(None, tmp_path, 2)
    for seed in range(KILLS):
        edition = Bells(tmp_path / str(seed))
        edition.build()
        edited = edition.edit("two", "was saved", "was drowned")
        edition.change("one", "sold")
        build = Running(edition, "--workers", 2)
        time.sleep(random.Random(seed).uniform(0.2, 1) * longest)
        build.signal(signal.SIGKILL)
        assert build.all_gone(), seed
        other = edition.edit("three", "was saved", "was mended")
        (edition.pages / "edition.toml").write_text(settings, "utf-8")
        answer = edition.build()
        assert answer.exit_code == 0, f"{seed}: {answer.output}"
        assert (edition.tei["two"].read_bytes(), edition.tei["three"].read_bytes()) == (
            edited, other
        ), seed  # fmt: skip
        assert answer.stderr.count("[hand-edited]") == 2, f"{seed}: {answer.output}"
        assert "[not-ours]" not in answer.stderr, seed
        assert "Bell one was sold." in edition.html["one"].read_text("utf-8"), seed
        edition.build("--overwrite")
        expected.change("one", "sold")
        (expected.pages / "edition.toml").write_text(settings, "utf-8")
        expected.build()
        assert not differing(state(edition.out), state(expected.out)), seed


# ---------------------------------------------------------------- asked to end

PHASES = {
    "reading pages": ".converter/records/*/*.record",
    "assembling": ".converter/journal",
    "writing the edition": "html/*/*.html",
    "the rest": "html/index.html",
}
# A build that waits before its last step, so that no signal comes when it has ended.
WAITS_AT_THE_END = """
import time, converter.building as building
remember = building.remember
building.remember = lambda *given: (time.sleep(60), remember(*given))
"""


def phase_begins(edition: Edition, pattern: str, build: Running) -> bool:
    end = time.monotonic() + 60
    while time.monotonic() < end and build.process.poll() is None:
        if next(edition.out.glob(pattern), None):
            return True
        time.sleep(0.005)
    return False


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("phase", "number", "status"),
    [
        *((phase, signal.SIGINT, 130) for phase in PHASES),
        ("writing the edition", signal.SIGTERM, 143),
    ],
)
def test_a_build_that_is_asked_to_end_does_so_at_once_and_goes_on_later(
    tmp_path: Path,
    undisturbed: Mapping[str, bytes | None],
    phase: str,
    number: signal.Signals,
    status: int,
    workers: int,
) -> None:
    edition = Bells(tmp_path)
    build = Running(edition, "--workers", workers, before=WAITS_AT_THE_END)
    assert phase_begins(edition, PHASES[phase], build)
    build.signal(number)
    assert build.all_gone()
    said = build.end()
    assert build.process.returncode == status, said
    assert " of 15; what was written is whole, the same command goes on from there" in said
    assert said.endswith("interrupted\n")
    assert "Traceback" not in said
    assert not left_beside(edition.out)
    assert not (edition.out / TEXTS).exists()
    answer = edition.build("--workers", workers)
    assert answer.exit_code == 0, answer.output
    assert not differing(state(edition.out), undisturbed)


@pytest.fixture
def slow_index(tmp_path: Path) -> Path:
    """A program in the place of Pagefind that takes its time."""
    program = tmp_path / "slow"
    program.write_text("#!/bin/sh\nexec sleep 30\n")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("number", "whole", "status"),
    [(signal.SIGINT, True, 130), (signal.SIGTERM, False, 143), (signal.SIGKILL, False, -9)],
)
def test_a_build_that_waits_for_the_index_ends_at_once(
    tmp_path: Path,
    slow_index: Path,
    undisturbed: Mapping[str, bytes | None],
    number: signal.Signals,
    whole: bool,
    status: int,
) -> None:
    edition = Bells(tmp_path)
    instead = (
        "import pathlib, converter.published_search as p\n"
        f"p.pagefind = lambda: pathlib.Path({str(slow_index)!r})"
    )
    build = Running(edition, before=instead)
    assert phase_begins(edition, ".converter/texts/tmp*", build)
    time.sleep(0.2)
    build.signal(number, whole)
    assert build.all_gone()
    assert build.process.returncode == status
    assert not left_beside(edition.out)
    assert edition.build().exit_code == 0
    assert not differing(state(edition.out), undisturbed)


def test_a_build_begun_in_the_background_heeds_what_the_shell_ignores(tmp_path: Path) -> None:
    edition = Bells(tmp_path)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        build = Running(edition, "--workers", 1)
    finally:
        signal.signal(signal.SIGINT, before)
    assert phase_begins(edition, PHASES["reading pages"], build)
    build.signal(signal.SIGINT)
    assert "15 documents" in build.end()
    assert build.process.returncode == 0
