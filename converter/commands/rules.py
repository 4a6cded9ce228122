"""The command ``converter rules``: the rules, their reasons, how often they fired."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.commands.reading import pages_of
from converter.options import PATH, encoding_option, format_option


@click.command()
@click.argument("pages", nargs=-1, type=PATH)
@click.option("--signs", is_flag=True, help="Print the signs of the evidence and their weights.")
@click.option("--citations", is_flag=True, help="Print the rules that find citations in notes.")
@encoding_option
@format_option
def rules(pages: tuple[Path, ...], signs: bool, citations: bool, encoding: str, form: str) -> None:
    """Print the rules that claim lines, with their reasons; with PAGES, how often each fired."""
    from converter.rules_table import as_data, as_text

    if citations:
        from converter import citation_rules_table

        if pages or signs:
            raise click.UsageError("--citations takes no pages and no --signs: it is its own table")
        rows = citation_rules_table.as_data()
        if form == "json":
            talk.print_data(rows)
        else:
            click.echo(citation_rules_table.as_text(rows))
        sys.exit(talk.FINE)
    if signs:
        from converter import signs_table
        from converter.evidence.weights import shipped

        if pages:
            raise click.UsageError("--signs takes no pages: the signs are the same for all")
        if form == "json":
            talk.print_data(signs_table.as_data(shipped()))
        else:
            signs_table.print_table(shipped())
        sys.exit(talk.FINE)
    read, problems = pages_of(pages, encoding)
    data = as_data(read)
    if form == "json":
        talk.print_data(data)
    else:
        talk.show(as_text(data, counted=bool(pages)))
    sys.exit(talk.batch_status(len(read), 0, problems) if pages else talk.FINE)
