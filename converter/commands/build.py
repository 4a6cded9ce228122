"""The command ``converter build``: the whole edition from saved pages."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter import talk
from converter.authorities_in_use import authorities_option, own_authorities
from converter.counting import plural
from converter.options import (
    PATH,
    decisions_option,
    doubt_option,
    edition_option,
    encoding_option,
    format_option,
    overwrite_option,
    settings_of,
    strict_option,
    weights_of,
    weights_option,
    workers_option,
)
from converter.persons_in_use import persons_of, persons_option

if TYPE_CHECKING:
    from converter.report import Report


@click.command()
@click.argument("sources", nargs=-1, type=PATH, required=True)
@click.option(
    "-o",
    "--output",
    type=PATH,
    default=Path("output"),
    show_default=True,
    help="Folder of the edition.",
)
@edition_option
@decisions_option
@weights_option
@authorities_option
@persons_option
@encoding_option
@overwrite_option
@doubt_option
@strict_option
@workers_option
@format_option
def build(
    sources: tuple[Path, ...],
    output: Path,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
    authorities: Path | None,
    persons: Path | None,
    encoding: str,
    overwrite: bool,
    show_doubt: bool,
    strict: bool,
    workers: int,
    form: str,
) -> None:
    """Make the whole edition from saved pages: TEI, HTML, text, report.

    SOURCES are pages (.txt, .html, .htm) and folders of them; an edition.toml in such a folder is
    used, and what lies beside it or the pages: decisions.toml,
    weights.json, authorities.xml, persons.xml. Files of the output that were changed by hand are
    kept.
    """
    from converter.edition import build as build_edition
    from converter.wishes import Wishes

    with talk.progress() as progress:
        settings = settings_of(edition, sources)
        used = weights_of(weights, edition, sources)
        known = own_authorities(authorities, edition, sources)
        own = persons_of(persons, edition, sources)
        wishes = Wishes(overwrite, show_doubt, encoding, decisions, used, known, own, workers)
        report = build_edition(sources, output, settings, wishes, progress)
    if form == "json":
        talk.print_data(report.as_data())
    talk.tell(report.problems)
    said = [
        *(["nothing has changed"] * report.unchanged),
        f"{plural(report.documents, 'document')} in {output}",
        f"{plural(report.refused, 'page')} refused",
        *([f"{plural(report.decided, 'decision')} of the editor applied"] * bool(report.decided)),
        f"{plural(len(report.decisions), 'decision')} to look at",
        *rights_in_short(report),
    ]
    talk.say(", ".join(said) + (f": {output / 'report.txt'}" if report.documents else ""))
    sys.exit(talk.batch_status(report.documents, report.refused, report.problems, strict))


def rights_in_short(report: "Report") -> list[str]:
    """How many documents state a restriction; without a licence, that the edition needs one."""
    number = report.rights.documents
    verb = "states" if number == 1 else "state"
    asked = "" if report.licensed else "; name a licence before you publish the edition"
    return [f"{plural(number, 'document')} {verb} a restriction of rights{asked}"] * bool(number)
