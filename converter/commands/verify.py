"""The command ``converter verify``: an edition against its manifest, its pages and itself."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.options import PATH, encoding_option, format_option, strict_option


@click.command()
@click.argument("folder", type=PATH, metavar="OUT")
@click.argument("sources", nargs=-1, type=PATH)
@encoding_option
@strict_option
@format_option
def verify(folder: Path, sources: tuple[Path, ...], encoding: str, strict: bool, form: str) -> None:
    """Check that an edition is as it was written, and that it still says what its pages say.

    Every file that manifest.json in OUT names must be there with the same bytes; TEI that was
    edited by hand is told, and is no fault. With SOURCES, the pages as the build was given them,
    each document is compared from its page to its TEI and on to its text; without, TEI and text.
    Nothing is written.
    """
    from converter.verification import verify as verify_edition

    with talk.progress() as progress:
        found = verify_edition(folder, sources, encoding, progress)
    if form == "json":
        talk.print_data(found.as_data())
    else:
        talk.print_problems(found.problems)
    talk.say(str(found))
    sys.exit(talk.status(found.problems, strict))
