"""Talking to the user: results on stdout, problems on stderr, progress, the exit status."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from converter.batch import Work, each
from converter.counting import plural
from converter.output import write_new
from converter.problems import Problem, Refused, Severity
from converter.sources import Found

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
FINE, FINDINGS, UNUSABLE = 0, 1, 2


def say(text: str) -> None:
    """A line on stderr."""
    click.echo(text, err=True)


def tell(problems: Iterable[Problem]) -> None:
    """Problems on stderr, coloured where a terminal shows them."""
    print_problems(problems, err=True)


def print_problems(problems: Iterable[Problem], err: bool = False) -> None:
    """Problems on stdout, for commands whose result they are."""
    for problem in problems:
        first, *rest = problem.lines()
        colour = COLOURS[problem.severity]
        click.echo("\n".join([click.style(first, fg=colour), *rest]), err=err)


def print_data(data: Any) -> None:
    """JSON on stdout."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def status(problems: Iterable[Problem], strict: bool = False) -> int:
    """1 where there is an error, or with ``strict`` a warning; else 0."""
    worst = max((problem.severity for problem in problems), default=Severity.NOTICE)
    return FINDINGS if worst >= (Severity.WARNING if strict else Severity.ERROR) else FINE


def batch_status(used: int, refused: int, problems: Iterable[Problem], strict: bool = False) -> int:
    """2 where no file could be used, 1 where one was refused, else what the problems say."""
    if not used:
        return UNUSABLE
    return FINDINGS if refused else status(problems, strict)


def run_batch(
    found: Found,
    work: Work,
    ending: str,
    output: Path | None,
    overwrite: bool,
    strict: bool,
    afterwards: Callable[[], Iterable[Problem]] = tuple,
) -> int:
    """``work`` done on every file, its results and problems shown; returns the exit status.

    A file that was named alone goes to stdout, or to ``output`` as a file; everything else goes to
    the folder ``output``, in places that mirror the sources. ``afterwards`` tells what is known
    only when all is done.
    """
    tell(found.problems)
    alone = found.alone
    if output is None and not alone and found.sources:
        raise click.UsageError("several files need a folder for their results: -o OUT")
    folder = None if alone and (output is None or not output.is_dir()) else output
    if found.passed_over:
        say(f"{plural(found.passed_over, 'file')} of other kinds passed over")
    used, problems = 0, list(found.problems)
    for outcome in each(found, work, ending, folder, overwrite):
        tell(outcome.problems)
        problems += outcome.problems
        if not outcome.used:
            continue
        if folder is None and output is not None:
            try:
                write_new(output, outcome.result, overwrite)
            except Refused as refused:
                tell([refused.problem])
                continue
        elif folder is None:
            click.echo(outcome.result, nl=False)
        used += 1
    late = list(afterwards())
    tell(late)
    problems += late
    refused_count = len(found.sources) - used + len(found.problems)
    return batch_status(used, refused_count, problems, strict)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal's stderr; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress, TaskID

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield show
