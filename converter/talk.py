"""Talking to the user: results on stdout, problems on stderr, progress, the exit status."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from converter.batch import Work, each
from converter.counting import plural
from converter.output import write_new
from converter.problems import Problem, Refused, Severity, readable
from converter.sources import Found
from converter.workers import Progress

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
FINE, FINDINGS, UNUSABLE = 0, 1, 2
STANDARD_ERROR = 2  # the last descriptor of the three


def occupy_closed_streams() -> None:
    """Streams that the caller closed lead nowhere: else a file of ours would take their place.

    Saxon writes to the descriptor of the standard error, whatever that is.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= STANDARD_ERROR:
        pass
    os.close(descriptor)


def say(text: str) -> None:
    """A line on stderr."""
    click.echo(readable(text), err=True)


def show(text: str) -> None:
    """Lines on stdout for people to read: what a terminal would obey is shown as code points."""
    click.echo(readable(text))


def hand_over(result: bytes) -> None:
    """A file as the result on stdout: to a pipe as it is, on a terminal to be read."""
    if sys.stdout.isatty():
        click.echo(readable(result.decode()), nl=False)
    else:
        click.echo(result, nl=False)


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
    """JSON on stdout, in which nothing but line ends is unprintable."""
    lines = json.dumps(data, ensure_ascii=False, indent=1).split("\n")
    click.echo("\n".join(line if line.isprintable() else escaped(line) for line in lines))


def escaped(text: str) -> str:
    """A piece of JSON with the characters escaped that are not printed."""
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


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
            hand_over(outcome.result)
        used += 1
    late = list(afterwards())
    tell(late)
    problems += late
    refused_count = len(found.sources) - used + len(found.problems)
    return batch_status(used, refused_count, problems, strict)


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on a terminal's stderr: how far, how fast, what is left, problems; else nothing."""
    with telling_how_far() as how_far:
        if sys.stderr is not None and sys.stderr.isatty():
            with bar(how_far) as show:
                yield show
        else:
            yield how_far


@contextmanager
def telling_how_far() -> Iterator[Progress]:
    """Says how far the work was when it was interrupted."""
    last = ""

    def hear(what: str, done: int, total: int, problems: int = 0) -> None:
        nonlocal last
        last = f"{what}: {done} of {total}"

    try:
        yield hear
    except KeyboardInterrupt:
        if last:
            say(f"{last}; what was written is whole, the same command goes on from there")
        raise


@contextmanager
def bar(how_far: Progress) -> Iterator[Progress]:
    """The same as a bar."""
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TimeRemainingColumn(),
        bars.TextColumn("{task.fields[problems]}"),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        tasks: dict[str, bars.TaskID] = {}

        def show(what: str, done: int, total: int, problems: int = 0) -> None:
            how_far(what, done, total, problems)
            if what not in tasks:
                tasks[what] = shown.add_task(what, total=total, rate="", problems="")
            speed = shown.tasks[tasks[what]].speed
            shown.update(
                tasks[what],
                completed=done,
                total=total,
                rate=f"{speed:.0f} a second" if speed else "",
                problems=plural(problems, "problem") if problems else "",
            )

        yield show
