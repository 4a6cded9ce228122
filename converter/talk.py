"""Talking to the user: problems on stderr, progress where somebody watches, the exit status."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from converter.problems import Problem, Severity

FINE, FINDINGS, UNUSABLE = 0, 1, 2


def say(text: str) -> None:
    """A line on stderr."""
    click.echo(text, err=True)


def tell(problems: Iterable[Problem]) -> None:
    """Problems on stderr, coloured where a terminal shows them."""
    for problem in problems:
        colour = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}[problem.severity]
        first, *rest = problem.lines()
        say("\n".join([click.style(first, fg=colour), *rest]))


def print_data(data: Any) -> None:
    """JSON on stdout."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def status(problems: Iterable[Problem], strict: bool = False) -> int:
    """1 where there is an error, or with ``strict`` a warning; else 0."""
    worst = max((problem.severity for problem in problems), default=Severity.NOTICE)
    return FINDINGS if worst >= (Severity.WARNING if strict else Severity.ERROR) else FINE


def batch_status(used: int, refused: int, problems: Iterable[Problem], strict: bool = False) -> int:
    """2 where no file of a batch could be used, 1 where one was refused, else what the problems say."""
    if not used:
        return UNUSABLE
    return FINDINGS if refused else status(problems, strict)


def plural(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal's stderr; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield show
