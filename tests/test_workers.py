"""Workers: a process that dies costs what it was at; none that live, and this one does it all."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_edition import Edition, differing, state

from converter import workers as workers_module
from converter.lock import locked
from converter.own_folder import LOCK
from converter.problems import Place, Problem, Refused
from converter.workers import STILLBORN, Held, Lost, Worker, Workers, packed, workers_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


@dataclass(frozen=True)
class Doubling:
    """Doubles numbers; with some of them its process is killed, the first time or each time."""

    folder: Path
    once: frozenset[int] = frozenset()
    always: frozenset[int] = frozenset()
    never_ready: bool = False

    def __call__(self, task: int) -> int:
        marked = self.folder / f"met-{task}"
        if task in self.always or (task in self.once and not marked.exists()):
            marked.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * task

    def __setstate__(self, state: dict[str, object]) -> None:
        if state["never_ready"]:
            os.kill(os.getpid(), signal.SIGKILL)
        self.__dict__.update(state)


def test_results_come_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    heard: list[int] = []
    with Workers(2) as workers:
        answers = workers.each(Doubling(tmp_path), range(30), lambda n, _: heard.append(n))
        again = workers.each(Doubling(tmp_path), range(3))
        assert len(workers._running) == 2
    assert answers == [2 * task for task in range(30)]
    assert again == [0, 2, 4]
    assert heard == list(range(1, 31))


def test_a_process_that_is_killed_costs_nothing_when_its_task_goes_well_the_second_time(
    tmp_path: Path,
) -> None:
    with Workers(2) as workers:
        answers = workers.each(Doubling(tmp_path, once=frozenset((0, 7, 8, 29))), range(30))
        assert workers.deaths == 4
    assert answers == [2 * task for task in range(30)]


def test_a_task_with_which_two_processes_died_is_lost_and_no_other(tmp_path: Path) -> None:
    with Workers(2) as workers:
        answers = workers.each(Doubling(tmp_path, always=frozenset((3, 4))), range(30))
    lost = {3: Lost(3), 4: Lost(4)}
    assert answers == [lost.get(task, 2 * task) for task in range(30)]


def test_where_no_process_lives_this_one_does_all_the_work(tmp_path: Path) -> None:
    with Workers(2) as workers:
        answers = workers.each(Doubling(tmp_path, never_ready=True), range(5))
        assert STILLBORN <= workers.deaths < STILLBORN + workers.count
    assert answers == [2 * task for task in range(5)]


def test_where_no_process_can_be_started_this_one_does_all_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(held: int) -> Worker:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(Worker, "start", refuse)
    with Workers(2) as workers:
        assert workers.each(Doubling(tmp_path), range(5)) == [0, 2, 4, 6, 8]


def test_results_are_given_in_order_while_others_are_still_awaited(tmp_path: Path) -> None:
    with Workers(2) as workers:
        work = Doubling(tmp_path, once=frozenset((3,)), always=frozenset((20,)))
        answers = list(workers.in_order(work, range(30)))
    assert answers[20] == Lost(20)
    assert answers[:20] + answers[21:] == [2 * task for task in range(30) if task != 20]


def test_answers_that_nobody_waited_for_are_not_taken_for_those_of_the_next_work(
    tmp_path: Path,
) -> None:
    with Workers(2) as workers:
        left = workers.in_order(Doubling(tmp_path), range(100, 200))
        assert next(left) == 200
        assert workers.each(Doubling(tmp_path), range(30)) == [2 * task for task in range(30)]


def test_what_hears_the_answers_may_end_it_all(tmp_path: Path) -> None:
    heard = []

    def enough(number: int, _: object) -> None:
        heard.append(number)
        if number == 3:
            raise Refused(Problem("worker-died", Place("here")))

    with pytest.raises(Refused), Workers(2) as workers:
        workers.each(Doubling(tmp_path), range(30), enough)
    assert heard == [1, 2, 3]
    assert not workers._running


def test_a_process_that_is_alone_keeps_the_folder_locked_while_it_lives(tmp_path: Path) -> None:
    with locked(tmp_path / LOCK, tmp_path) as held:
        worker = Worker.start(held)
        worker.hear(packed(Doubling(tmp_path)))
        assert worker.connection.recv() is None
    with pytest.raises(Refused) as refused, locked(tmp_path / LOCK, tmp_path):
        raise AssertionError("two have it")
    assert refused.value.problem.code == "output-in-use"
    worker.connection.close()
    worker.process.join(5)
    assert worker.process.exitcode == 0
    with locked(tmp_path / LOCK, tmp_path):
        assert Held(-1).descriptor == -1


@pytest.mark.parametrize(
    ("tasks", "wished", "used"), [(47, 0, 1), (10, 3, 3), (48, 1, 1), (100, 0, 2)]
)
def test_processes_are_used_where_they_pay(
    tasks: int, wished: int, used: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert workers_for(tasks, wished) == used
    assert used <= workers_module.MOST


# ---------------------------------------------------------------- in a build


DEADLY = """
import os, signal
from {module} import {name}
before = {name}.__call__
def deadly(self, task):
    answer = before(self, task)
    if {mark!r} in str({about}) and (not {once} or not os.path.exists({met!r})):
        open({met!r}, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return answer
{name}.__call__ = deadly
"""


def with_deadly(folder: Path, patch: pytest.MonkeyPatch, phase: str, mark: str, once: bool) -> None:
    """Processes that are started from now on are killed when they have dealt with a page."""
    module, name, about = {
        "reading": ("converter.converting", "Converting", "task.source.path"),
        "writing": ("converter.document_pages", "Publishing", "task.name"),
    }[phase]
    facts = {"module": module, "name": name, "about": about, "mark": mark, "once": once}
    path = folder / "deadly/sitecustomize.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(DEADLY.format(**facts, met=str(folder / "met")), "utf-8")
    project = Path(__file__).resolve().parent.parent
    patch.setenv("PYTHONPATH", f"{path.parent}:{project}")


@pytest.mark.parametrize("phase", ["reading", "writing"])
def test_a_build_of_which_one_process_is_killed_ends_with_all_documents(
    tmp_path: Path, phase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition, other = Edition(tmp_path / "one"), Edition(tmp_path / "other")
    other.build()
    with monkeypatch.context() as patch:
        with_deadly(tmp_path, patch, phase, "two", once=True)
        answer = edition.build("--workers", 2)
    assert (tmp_path / "met").exists()
    assert answer.exit_code == 0, answer.output
    assert not differing(state(edition.out), state(other.out))


@pytest.mark.parametrize("phase", ["reading", "writing"])
def test_a_page_that_kills_each_process_costs_itself_by_name(
    tmp_path: Path, phase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition, other = Edition(tmp_path / "one"), Edition(tmp_path / "other")
    edition.build()
    edition.change("two", "sold")
    edition.change("three", "sold")
    with monkeypatch.context() as patch:
        with_deadly(tmp_path, patch, phase, "two", once=False)
        answer = edition.build("--workers", 2)
    named = edition.pages / "two.txt" if phase == "reading" else edition.tei["two"]
    assert answer.exit_code == 1
    assert f"{named}: error: the process that worked on this ended twice" in answer.stderr
    assert "was sold" in edition.html["three"].read_text("utf-8")
    again = edition.build()
    assert again.exit_code == 0
    assert not {"[hand-edited]", "[not-ours]"} & {*again.stderr.split()}
    other.change("two", "sold")
    other.change("three", "sold")
    other.build()
    edition.build()
    assert not differing(state(edition.out), state(other.out))


LIMITS = {"RLIMIT_FSIZE": 4096, "RLIMIT_NOFILE": 24}


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("workers", [1, 2])
def test_a_limit_of_the_system_is_told_in_one_line_and_the_next_build_ends(
    tmp_path: Path, limit: str, workers: int
) -> None:
    edition, other = Edition(tmp_path / "one"), Edition(tmp_path / "other")
    other.build()
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.{limit}, ({LIMITS[limit]}, {LIMITS[limit]}))\n"
        "from converter.cli import main; main()"
    )
    call = (sys.executable, "-c", code, "build", edition.pages, "-o", edition.out)
    answer = subprocess.run(
        [*map(str, call), "--workers", str(workers)],
        cwd=Path(__file__).resolve().parent.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in answer.stderr
    if answer.returncode:
        assert answer.returncode == 2
        assert answer.stderr.count(": error: ") == 1
    assert limit == "RLIMIT_NOFILE" or answer.returncode == 2
    assert edition.build().exit_code == 0
    assert not differing(state(edition.out), state(other.out))
