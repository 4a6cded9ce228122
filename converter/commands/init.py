"""The command ``converter init``: an edition.toml from what the pages say."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.commands.reading import pages_of
from converter.options import PATH, encoding_option


@click.command()
@click.argument("pages", nargs=-1, type=PATH, required=True)
@click.option("-o", "--output", type=PATH, help="File to write; stdout without it.")
@encoding_option
def init(pages: tuple[Path, ...], output: Path | None, encoding: str) -> None:
    """Write a commented edition.toml from what the pages say."""
    from converter.initial import initial_settings
    from converter.output import write_new

    read, problems = pages_of(pages, encoding)
    if not read:
        sys.exit(talk.UNUSABLE)
    text = initial_settings(read)
    if output is None:
        talk.hand_over(text.encode())
    else:
        write_new(output, text.encode(), overwrite=False)
        talk.say(f"{output} is written; every line of it may be changed or removed")
    sys.exit(talk.status(problems))
