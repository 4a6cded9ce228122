"""The confined process: it learns its work, locks itself in, and answers what it is asked."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from converter.confined.frames import SAID_ALL, Frame, receive, send
from converter.confined.locks import limit_time, lock

Worker = Callable[[dict[str, Any], bytes], Frame]


def main() -> None:
    """Read frames from standard input until it ends; whatever goes wrong ends the process."""
    questions, answers = os.fdopen(os.dup(0), "rb"), own_output()
    first = receive(questions)
    if first is None:
        return
    facts, _ = first
    load, libraries = learned(facts["work"])
    lock([*libraries, *map(Path, facts["readable"])], facts["memory"])
    worker: Worker | None = None
    while (frame := receive(questions)) is not None:
        limit_time(facts["seconds"])
        if worker is None:
            worker, answer = load(*frame)
        else:
            answer = worker(*frame)
        sys.stderr.flush()
        os.write(2, SAID_ALL)
        send(answers, *answer)


def own_output() -> BinaryIO:
    """Standard output, for frames alone: what a library prints there goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return answers


Load = Callable[[dict[str, Any], bytes], tuple[Worker, Frame]]


def learned(work: str) -> tuple[Load, list[Path]]:
    """How the work begins, and the folders of libraries that it reads from; all is loaded now."""
    if work == "render":
        from converter.confined.rendering import load

        return load, []
    from converter.confined.judging import LIBRARIES, load_schemas

    return load_schemas, LIBRARIES


if __name__ == "__main__":
    main()
