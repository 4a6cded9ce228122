"""The command ``converter validate``: TEI files against schemas."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.counting import plural
from converter.options import PATH, format_option, strict_option
from converter.sources import TEI, find


@click.command()
@click.argument("files", nargs=-1, type=PATH, required=True)
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    type=PATH,
    help="Another schema than the edition's (RELAX NG, XSD, Schematron); may be repeated.",
)
@strict_option
@format_option
def validate(files: tuple[Path, ...], schemas: tuple[Path, ...], strict: bool, form: str) -> None:
    """Check TEI files against the edition's RELAX NG, XSD and Schematron, or any other schema."""
    from converter.schemas import edition_schemas, named_schemas
    from converter.validate import validate_file

    judges = named_schemas(schemas) if schemas else edition_schemas()
    found = find(files, TEI, "no-tei")
    problems = list(found.problems)
    for source in found.sources:
        problems += validate_file(source.path, judges)
    if form == "json":
        talk.print_data([problem.as_data() for problem in problems])
    else:
        talk.print_problems(problems)
    errors = sum(problem.is_error for problem in problems)
    talk.say(f"{plural(len(found.sources), 'file')} checked, {plural(errors, 'error')}")
    sys.exit(talk.UNUSABLE if not found.sources else talk.status(problems, strict))
