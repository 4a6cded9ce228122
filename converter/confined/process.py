"""A confined process as its parent has it: started when needed, asked, stopped at its limits."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from converter.confined.frames import SAID_ALL, Frame, Garbled, receive, send
from converter.resources import PACKAGE

BEGIN = "import sys; sys.path[:] = sys.argv[1:]; import converter.confined.child as c; c.main()"
NEEDED = ("SYSTEMROOT",)  # without it Windows starts no Python
MEMORY = 2 << 30
SECONDS = 120
# The limit is on the processor's time; where many share it, a clock may run this much longer.
PATIENCE = 4
HEARD = 1 << 22  # of what it says on standard error, the rest is thrown away
NO_MEMORY = (b"OutOfMemory", b"out of memory", b"MemoryError", b"Cannot allocate", b"bad_alloc")


class Halted(Exception):
    """The process was stopped, or ended: the code of the problem, and what it said before."""

    def __init__(self, code: str, said: str) -> None:
        super().__init__(code)
        self.code, self.said = code, said


@dataclass(slots=True)
class Process:
    """A process that does one kind of work; it is started, and told ``begin``, when it is asked."""

    work: str
    begin: Frame
    readable: Sequence[Path] = ()
    seconds: int = SECONDS
    memory: int = MEMORY
    _running: "Running | None" = field(default=None, init=False)

    def start(self) -> Frame:
        """A new process, and what it answers to its beginning. Raises Halted."""
        self.end()
        self._running = Running(self.seconds)
        limits = {"seconds": self.seconds, "memory": self.memory}
        readable = [str(path) for path in self.readable]
        self._running.tell({"work": self.work, "readable": readable, **limits})
        return self._ask(self.begin)

    def ask(self, header: dict[str, Any], payload: bytes) -> Frame:
        """What it answers; one that was stopped before is started anew. Raises Halted."""
        if self._running is None:
            self.start()
        return self._ask((header, payload))

    def heard(self) -> str:
        """What it said on standard error since it was asked last."""
        return self._running.heard() if self._running else ""

    def end(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None

    def _ask(self, frame: Frame) -> Frame:
        assert self._running is not None
        try:
            return self._running.ask(*frame)
        except Halted:
            self._running = None
            raise


class Running:
    """The process itself, with a thread at each of the pipes it speaks through."""

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", BEGIN, str(PACKAGE.parent), *libraries()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: os.environ[name] for name in NEEDED if name in os.environ},
            cwd=os.sep,
            start_new_session=True,  # Ctrl-C is for the parent, which then ends it
        )
        self._answers: queue.Queue[Frame | None] = queue.Queue()
        self._heard = bytearray()
        self._all_heard = threading.Event()
        self._listening = [
            threading.Thread(target=listen, daemon=True)
            for listen in (self._listen, self._overhear)
        ]
        for thread in self._listening:
            thread.start()

    def tell(self, header: dict[str, Any], payload: bytes = b"") -> None:
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, header, payload)
        except OSError:
            raise self._stopped() from None

    def ask(self, header: dict[str, Any], payload: bytes) -> Frame:
        self._heard.clear()
        self._all_heard.clear()
        self.tell(header, payload)
        try:
            answer = self._answers.get(timeout=self._seconds * PATIENCE)
        except queue.Empty:
            self.end()
            raise Halted("confined-too-long", self.heard()) from None
        if answer is None:
            raise self._stopped()
        self._all_heard.wait(timeout=2)
        return answer

    def heard(self) -> str:
        return bytes(self._heard).decode("utf-8", "replace")

    def end(self) -> None:
        """Kill it, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        for thread in self._listening:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert pipe is not None
            try:
                pipe.close()
            except BrokenPipeError:
                continue  # a question that it did not live to read

    def _stopped(self) -> Halted:
        """Why it ended by itself."""
        try:
            ended = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            ended = 0
        self.end()
        if -ended == getattr(signal, "SIGXCPU", None):
            return Halted("confined-too-long", self.heard())
        if any(words in self._heard for words in NO_MEMORY):
            return Halted("confined-too-much-memory", self.heard())
        return Halted("confined-ended", self.heard())

    def _listen(self) -> None:
        assert self._process.stdout is not None
        try:
            while (frame := receive(self._process.stdout)) is not None:
                self._answers.put(frame)
        except Garbled:
            pass
        self._answers.put(None)

    def _overhear(self) -> None:
        assert self._process.stderr is not None
        while said := os.read(self._process.stderr.fileno(), 1 << 16):
            self._heard += said[: max(0, HEARD - len(self._heard))]
            if said.endswith(SAID_ALL):
                self._all_heard.set()


def expected(answer: dict[str, Any], **kinds: type) -> dict[str, Any]:
    """The answer, found to be of the form that was agreed upon. Raises Halted."""
    if all(isinstance(answer.get(name), kind) for name, kind in kinds.items()):
        return answer
    raise Halted("confined-ended", "")


def libraries() -> list[str]:
    """Where this process imports from; not from the folder that it happens to be called in."""
    return [place for place in sys.path if place and os.path.isabs(place)]
