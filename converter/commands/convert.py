"""The command ``converter convert``: saved pages to TEI."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.authorities_in_use import authorities_of, authorities_option
from converter.decision_files import find_decisions
from converter.options import (
    PATH,
    decisions_option,
    edition_option,
    encoding_option,
    output_option,
    overwrite_option,
    settings_of,
    strict_option,
    weights_of,
    weights_option,
)
from converter.problems import Problem
from converter.sources import PAGES, find


@click.command()
@click.argument("pages", nargs=-1, type=PATH, required=True)
@output_option
@edition_option
@decisions_option
@weights_option
@authorities_option
@encoding_option
@overwrite_option
@strict_option
def convert(
    pages: tuple[Path, ...],
    output: Path | None,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
    authorities: Path | None,
    encoding: str,
    overwrite: bool,
    strict: bool,
) -> None:
    """Convert saved pages to TEI: one to stdout or a file, a folder to a folder that mirrors it."""
    from converter.batch import converting

    found = find(pages, PAGES)
    files = find_decisions(pages, found.sources, decisions)
    met: dict[Path, frozenset[str]] = {}
    table = weights_of(weights, edition, pages).table
    known = authorities_of(authorities, edition, pages)
    work = converting(settings_of(edition, pages), encoding, files, met, table, known)

    def afterwards() -> list[Problem]:
        return [*files.problems, *files.unmet(met)]

    sys.exit(talk.run_batch(found, work, ".xml", output, overwrite, strict, afterwards))
