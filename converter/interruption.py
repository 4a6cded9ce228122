"""Interruption: Ctrl-C and TERM end a command in order, with the exit status that shells expect."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn


class Interrupted(KeyboardInterrupt):
    """The user or the system asks to end; ``status`` is the exit status for it."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.status = 128 + number


def interrupt(number: int, _: FrameType | None) -> NoReturn:
    """Once: what is tidied up after it is not interrupted again."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    raise Interrupted(number)


@contextmanager
def interruptible() -> Iterator[None]:
    """In here either signal raises Interrupted; afterwards they are handled as before.

    One that the caller wished ignored, as a shell does for work in the background, stays ignored.
    """
    before: dict[signal.Signals, Any] = {}
    try:
        for each in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(each) != signal.SIG_IGN:
                before[each] = signal.signal(each, interrupt)
    except ValueError:  # not in the first thread, where signals never arrive
        yield
        return
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
