"""Workers: the same work on many tasks, here or in processes; one that dies costs its task alone.

A process is started anew (spawn), keeps what it has warmed from task to task, and answers each task
by itself: so it is known which one it had when it died.
"""

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import get_spawning_popen
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic, Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[Task], Result]

AT_ONCE = 8  # tasks handed over together
WORTH_A_PROCESS = 48  # tasks for which starting processes pays
MOST = 8  # processes, however many cores there are
STILLBORN = 3  # processes that died before they said they live; then no more are started
SPAWN = multiprocessing.get_context("spawn")


class Progress(Protocol):
    """Hears what is done, how far it is, of how much, and how many problems were met until now."""

    def __call__(self, what: str, done: int, total: int, problems: int = 0) -> None: ...


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task with which two processes died, one after the other."""

    task: Task


def workers_for(tasks: int, wished: int = 0) -> int:
    """How many processes to use: as wished, else as many as there are cores, else none but this."""
    if wished:
        return wished
    if tasks < WORTH_A_PROCESS:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, MOST)


def serve(connection: Connection, held: object) -> None:
    """What a process does: takes a work, then lists of tasks, and answers each; until it is left.

    Its first answer says that it lives. An interrupt at the terminal reaches it too; it is the
    first process that says when to end. ``held`` keeps the output folder locked while it lives.
    """
    from converter.confined.locks import end_with_parent  # for these processes alone

    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work: Work[Any, Any] | None = None
    try:
        while True:
            said = connection.recv()
            if isinstance(said, list):
                assert work is not None
                for task in said:
                    connection.send(work(task))
            else:
                if work is None:
                    connection.send(None)
                work = said
    except (EOFError, ConnectionError):
        return  # nobody listens any more
    except MemoryError:
        return  # the first process tells which task it was


@dataclass(slots=True)
class Worker:
    """A process, our end of its connection, and the tasks it has not answered (by number)."""

    process: BaseProcess
    connection: Connection
    lives: bool = False  # it has said so
    open: deque[int] = field(default_factory=deque)

    @classmethod
    def start(cls, held: int) -> "Worker":
        """Raises OSError where there is no room for another process, or no handle left."""
        ours, theirs = SPAWN.Pipe()
        try:
            process = SPAWN.Process(target=serve, args=(theirs, Held(held)), daemon=True)
            process.start()
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()
        return cls(process, ours)

    def hear(self, said: bytes | memoryview) -> bool:
        """Whether it could be told what was ``packed``."""
        try:
            self.connection.send_bytes(said)
        except OSError:
            return False
        return True

    def end(self) -> None:
        self.process.kill()
        self.connection.close()
        self.process.join()


@dataclass(frozen=True, slots=True)
class Held:
    """A file that a process shall hold open as long as it lives: given to it when it is started."""

    descriptor: int

    def __reduce__(self) -> tuple[type["Held"], tuple[int]]:
        handed = self.descriptor
        started = get_spawning_popen()
        if handed >= 0 and started is not None and sys.platform != "win32":
            handed = started.duplicate_for_child(handed)
        return Held, (handed,)


@dataclass(slots=True)
class Workers:
    """So many processes, or this one; closed with its context, whatever happened in it.

    ``held`` is the descriptor of a lock that lasts while any of them lives.
    """

    count: int = 1
    held: int = -1
    deaths: int = 0
    _stillborn: int = 0
    _running: list[Worker] = field(default_factory=list)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._running:
            worker.end()
        self._running.clear()

    def each(
        self,
        work: Work[Task, Result],
        tasks: Sequence[Task],
        done: Callable[[int, Result | Lost[Task]], None] = lambda number, answer: None,
    ) -> list[Result | Lost[Task]]:
        """The results in the order of their tasks; ``done`` hears how many there are, and each.

        What ``done`` raises ends it all.
        """
        answers: dict[int, Result | Lost[Task]] = {}
        for number, answer in self.answered(work, tasks):
            answers[number] = answer
            done(len(answers), answer)
        return [answers[number] for number in range(len(tasks))]

    def in_order(
        self, work: Work[Task, Result], tasks: Sequence[Task]
    ) -> Iterator[Result | Lost[Task]]:
        """The results in the order of their tasks; few are held, those that came too early."""
        early: dict[int, Result | Lost[Task]] = {}
        awaited = 0
        for number, answer in self.answered(work, tasks):
            early[number] = answer
            while awaited in early:
                yield early.pop(awaited)
                awaited += 1

    def answered(
        self, work: Work[Task, Result], tasks: Sequence[Task]
    ) -> Iterator[tuple[int, Result | Lost[Task]]]:
        """Each task's number and result, as they come."""
        waiting, retried = deque(range(len(tasks))), set[int]()
        if self.count < 2 or (len(tasks) < 2 and not self._running):
            yield from here(work, tasks, waiting)
            return
        for worker in [each for each in self._running if each.open]:
            self._running.remove(worker)  # somebody left before its answers came
            worker.end()
        told, batches = packed(work), Batches(tasks, waiting)
        for worker in self._running:
            worker.hear(told)
        while waiting or batches.ready or any(worker.open for worker in self._running):
            self.start(told, len(waiting) + len(batches.ready))
            if not self._running:
                batches.give_back()
                yield from here(work, tasks, waiting)
                return
            for worker in self._running:
                batches.hand_over(worker, len(self._running))
            batches.make_ready(len(self._running))
            busy = {worker.connection: worker for worker in self._running if worker.open}
            for connection in wait([*busy]):
                assert isinstance(connection, Connection)
                worker = busy[connection]
                try:
                    answer = connection.recv()
                except (EOFError, OSError):
                    yield from self.died(worker, waiting, retried, tasks)
                    continue
                if worker.lives:
                    yield worker.open.popleft(), answer
                worker.lives = True

    def start(self, told: bytes | memoryview, waiting: int) -> None:
        """As many processes as there is work for; where none can live, this one does it all."""
        try:
            while len(self._running) < min(self.count, waiting) and self._stillborn < STILLBORN:
                self._running.append(Worker.start(self.held))
                self._running[-1].hear(told)
        except OSError:
            self._stillborn = STILLBORN

    def died(
        self,
        worker: Worker,
        waiting: deque[int],
        retried: set[int],
        tasks: Sequence[Task],
    ) -> Iterator[tuple[int, Lost[Task]]]:
        """The task it had is tried once more; those it had not begun go to the others."""
        self._running.remove(worker)
        worker.end()
        self.deaths += 1
        if not worker.lives:  # none of its tasks was begun
            self._stillborn += 1
            waiting.extendleft(reversed(worker.open))
            return
        had, *others = worker.open
        waiting.extendleft(reversed(others))
        if had in retried:
            yield had, Lost(tasks[had])
        else:
            retried.add(had)
            waiting.appendleft(had)


def here(
    work: Work[Task, Result], tasks: Sequence[Task], waiting: deque[int]
) -> Iterator[tuple[int, Result]]:
    """Those that wait, done in this process."""
    while waiting:
        number = waiting.popleft()
        yield number, work(tasks[number])


@dataclass(slots=True)
class Batches(Generic[Task]):
    """Tasks that wait, by their numbers; some are made ready while the workers are at others."""

    tasks: Sequence[Task]
    waiting: deque[int]
    ready: list[int] = field(default_factory=list)
    _packed: bytes | memoryview = b""

    def make_ready(self, among: int) -> None:
        """Few of them towards the end, so that all workers end together."""
        if self.ready or not self.waiting:
            return
        share = min(AT_ONCE, max(1, len(self.waiting) // (2 * among)), len(self.waiting))
        self.ready = [self.waiting.popleft() for _ in range(share)]
        self._packed = packed([self.tasks[number] for number in self.ready])

    def hand_over(self, worker: Worker, among: int) -> None:
        """The next ones for a worker that has none."""
        if worker.open:
            return
        self.make_ready(among)
        if not self.ready:
            return
        worker.open.extend(self.ready)
        self.ready = []
        if not worker.hear(self._packed):
            worker.lives = False  # and begins none of them

    def give_back(self) -> None:
        """What was made ready waits again."""
        self.waiting.extendleft(reversed(self.ready))
        self.ready = []


def packed(said: object) -> bytes | memoryview:
    """As ``Connection.recv`` reads it."""
    return ForkingPickler.dumps(said)
