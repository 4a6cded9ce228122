"""The command ``converter bag``: an edition with its sources, packed for an archive."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from converter import talk
from converter.authorities_in_use import authorities_option
from converter.counting import plural
from converter.options import (
    PATH,
    decisions_option,
    edition_option,
    encoding_option,
    settings_of,
    weights_option,
)
from converter.persons_in_use import persons_option
from converter.problems import Problem


@click.command()
@click.argument("folder", type=PATH, metavar="OUT")
@click.argument("pages", nargs=-1, type=PATH)
@click.option(
    "-o", "--output", "target", type=PATH, required=True, help="The bag: a folder, or a file .zip."
)
@click.option("--without-site", is_flag=True, help="Leave the folder html out.")
@click.option("--anyway", is_flag=True, help="Pack an edition that is not as it was written.")
@edition_option
@decisions_option
@weights_option
@authorities_option
@persons_option
@encoding_option
def bag(
    folder: Path,
    pages: tuple[Path, ...],
    target: Path,
    without_site: bool,
    anyway: bool,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
    authorities: Path | None,
    persons: Path | None,
    encoding: str,
) -> None:
    """Pack an edition for an archive: a bag (RFC 8493) that can be checked without this program.

    OUT is the folder of an edition, PAGES the files and folders its build was given. The bag holds
    both, what lies beside the pages and was used, the schemas and the stylesheets. The edition is
    verified first; a bag that is there is never replaced.
    """
    from converter.bagging import Order, make_bag
    from converter.bagging.used import used_files

    told: list[Problem] = []

    def tell(problems: Sequence[Problem]) -> None:
        talk.tell(problems)
        told.extend(problems)

    named = {
        "edition.toml": edition,
        "decisions.toml": decisions,
        "weights.json": weights,
        "authorities.xml": authorities,
        "persons.xml": persons,
    }
    settings, used = settings_of(edition, pages), used_files(pages, named)
    order = Order(
        folder, pages, target, settings, used, encoding, site=not without_site, anyway=anyway
    )
    with talk.progress() as progress:
        packed = make_bag(order, tell, progress)
    talk.say(f"{plural(packed.files, 'file')}, {plural(packed.size, 'byte')} in {target}")
    sys.exit(talk.status(told))
