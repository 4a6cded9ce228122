"""The authorities in use: those of the program, under those of the edition's own file."""

from collections.abc import Sequence
from pathlib import Path

import click

from converter.authorities import NAME, Authorities, overlaid, read_authorities, shipped
from converter.options import PATH, edition_file

authorities_option = click.option(
    "--authorities",
    type=PATH,
    help="Archives and serials that do not lie beside edition.toml as authorities.xml.",
)


def own_file(edition: Path | None, arguments: Sequence[Path]) -> Path | None:
    """The authorities.xml beside the edition.toml in use, else in a folder that is named."""
    settings = edition_file(edition, arguments)
    folders = [settings.parent] if settings else [a for a in arguments if a.is_dir()]
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def authorities_of(
    named: Path | None, edition: Path | None = None, arguments: Sequence[Path] = ()
) -> Authorities:
    """The program's authorities, overlaid with the file named or the one the edition has."""
    return own_authorities(named, edition, arguments) or shipped()


def own_authorities(
    named: Path | None, edition: Path | None, arguments: Sequence[Path]
) -> Authorities | None:
    """The same; nothing where there is no such file."""
    path = named or own_file(edition, arguments)
    return overlaid(shipped(), read_authorities(path)) if path else None
