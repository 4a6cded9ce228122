"""The command ``converter inspect``: what one pass made of a saved page."""

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
    settings_of,
    weights_of,
    weights_option,
)
from converter.problems import Place, Problem, Refused
from converter.sources import PAGES, find


@click.command()
@click.argument("page", type=PATH)
@click.option(
    "--stage",
    default="lines",
    show_default=True,
    help="The pass to print: page, lines, blocks, document or tei.",
)
@encoding_option
@edition_option
@decisions_option
@weights_option
@authorities_option
def inspect(
    page: Path,
    stage: str,
    encoding: str,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
    authorities: Path | None,
) -> None:
    """Print what one pass made of a saved page, such as its lines with the rules that claimed them.

    The page is printed even where its TEI would be refused.
    """
    from converter import pipeline

    printers = {each.name: each for each in pipeline.STAGES}
    if stage not in printers:
        raise click.BadParameter(f"the passes are {', '.join(printers)}", param_hint="--stage")
    found = find([page], PAGES)
    if page.is_dir() or found.problems:
        problem = Problem("one-page-only", Place(str(page)))
        raise Refused(problem if page.is_dir() else found.problems[0])
    (source,) = found.sources
    files = find_decisions([page], found.sources, decisions)
    data, settings = source.data(), settings_of(edition)
    table, decided = weights_of(weights, edition, [page]).table, files.for_page(source.path)
    known = authorities_of(authorities, edition, [page])
    products = pipeline.passes(data, str(page), settings, encoding, decided, table, known)
    talk.tell([*files.problems, *(p for p in products.problems if p.place.path in files.names)])
    for line in printers[stage].dump(products):
        talk.show(line)
