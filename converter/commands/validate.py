"""The command ``converter validate``: TEI files against schemas."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from converter import talk
from converter.counting import plural
from converter.options import PATH, format_option, strict_option, time_option
from converter.problems import Problem
from converter.sources import TEI, find

Judge = Callable[[Path], list[Problem]]


@contextmanager
def judge(schemas: tuple[Path, ...], seconds: int) -> Iterator[Judge]:
    """What finds the mistakes of a file: our own schemas, or those named, in a process apart."""
    if schemas:
        from converter.confined.own_schemas import own_schemas

        with own_schemas(schemas, seconds) as own:
            yield own.validate
    else:
        from converter.schemas import edition_schemas
        from converter.validate import validate_file

        ours = edition_schemas()
        yield lambda path: validate_file(path, ours)


@click.command()
@click.argument("files", nargs=-1, type=PATH, required=True)
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    type=PATH,
    help="Another schema than the edition's (RELAX NG, XSD, Schematron); may be repeated.",
)
@time_option
@strict_option
@format_option
def validate(
    files: tuple[Path, ...],
    schemas: tuple[Path, ...],
    time_limit: int,
    strict: bool,
    form: str,
) -> None:
    """Check TEI files against the edition's RELAX NG, XSD and Schematron, or any other schema."""
    with judge(schemas, time_limit) as judged:
        found = find(files, TEI, "no-tei")
        problems = list(found.problems)
        for source in found.sources:
            problems += judged(source.path)
    if form == "json":
        talk.print_data([problem.as_data() for problem in problems])
    else:
        talk.print_problems(problems)
    errors = sum(problem.is_error for problem in problems)
    talk.say(f"{plural(len(found.sources), 'file')} checked, {plural(errors, 'error')}")
    sys.exit(talk.UNUSABLE if not found.sources else talk.status(problems, strict))
