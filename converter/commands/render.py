"""The command ``converter render``: TEI files to HTML or text, by the stylesheets alone."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.options import PATH, doubt_option, output_option, overwrite_option
from converter.sources import TEI, find

FORMS = {"html": ".html", "text": ".txt"}


@click.command()
@click.argument("files", nargs=-1, type=PATH, required=True)
@click.option("--to", "form", type=click.Choice([*FORMS]), required=True, help="What to make.")
@output_option
@overwrite_option
@doubt_option
def render(
    files: tuple[Path, ...], form: str, output: Path | None, overwrite: bool, show_doubt: bool
) -> None:
    """Render TEI files as HTML or plain text, by the stylesheets alone; other people's TEI too.

    An element no stylesheet knows is written out, named in a message, and makes the exit status 1.
    """
    from converter.batch import rendering

    found = find(files, TEI, "no-tei")
    work = rendering(form, show_doubt)
    sys.exit(talk.run_batch(found, work, FORMS[form], output, overwrite, strict=True))
