"""The editor's persons in use: of the file named, else of the edition's own ``persons.xml``."""

from collections.abc import Sequence
from pathlib import Path

import click

from converter.options import PATH, edition_file
from converter.persons.own_list import NAME, NOBODY, OwnList, read_own_list

persons_option = click.option(
    "--persons",
    type=PATH,
    help="Persons that do not lie beside edition.toml as persons.xml.",
)


def persons_of(named: Path | None, edition: Path | None, arguments: Sequence[Path]) -> OwnList:
    """The list named, else the one beside the edition.toml in use, else in a folder named."""
    settings = edition_file(edition, arguments)
    folders = [settings.parent] if settings else [a for a in arguments if a.is_dir()]
    beside = next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)
    path = named or beside
    return read_own_list(path) if path else NOBODY
