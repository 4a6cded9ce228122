"""The command called in this process, for speed; a call that hangs is ended."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from click.testing import CliRunner

from converter.cli import main as converter

STUCK = 120  # seconds after which a call is taken to hang


class TookTooLong(BaseException):
    """A call that did not come back; no program catches it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call of the program came to."""

    status: int
    talk: str
    raised: str
    seconds: float


def call(*arguments: object) -> Answer:
    with not_for_ever():
        start = time.process_time()
        result = CliRunner().invoke(converter, [str(argument) for argument in arguments])
        seconds = time.process_time() - start
    raised = result.exception
    known = raised is None or isinstance(raised, SystemExit)
    said = "" if known else f"{type(raised).__name__}: {raised}"
    return Answer(result.exit_code, result.stderr, said, seconds)


@contextmanager
def not_for_ever() -> Iterator[None]:
    """A call that hangs is ended, where the system has a clock for that."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise TookTooLong

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(STUCK)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
