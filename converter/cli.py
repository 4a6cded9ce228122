"""The command ``converter``: reads options, calls the library, tells what happened."""

import sys
from pathlib import Path

import click

from converter import __version__, talk
from converter.batch import read_all
from converter.counting import plural
from converter.decision_files import find_decisions
from converter.learn_command import learn
from converter.options import (
    PATH,
    decisions_option,
    doubt_option,
    edition_option,
    encoding_option,
    format_option,
    output_option,
    overwrite_option,
    settings_of,
    strict_option,
    weights_of,
    weights_option,
)
from converter.pages import SavedPage
from converter.problems import Place, Problem, Refused
from converter.review_command import review
from converter.sources import PAGES, TEI, find

FORMS = {"html": ".html", "text": ".txt"}


class Commands(click.Group):
    """Turns a refusal of the library into its message and exit status 2."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except Refused as refused:
            talk.tell([refused.problem])
            sys.exit(talk.UNUSABLE)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="converter")
def main() -> None:
    """Make a scholarly edition (TEI P5, HTML, plain text) from saved pages of a digital archive.

    Exit status: 0 fine, 1 findings, 2 the input or the call cannot be used.
    """


def pages_of(arguments: tuple[Path, ...], encoding: str) -> tuple[list[SavedPage], list[Problem]]:
    """The pages that can be read; the problems of the others, which the user is told."""
    found = find(arguments, PAGES)
    pages, refused = read_all(found.sources, encoding)
    problems = [*found.problems, *refused]
    talk.tell(problems)
    return pages, problems


@main.command()
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
@encoding_option
@overwrite_option
@doubt_option
@strict_option
@format_option
def build(
    sources: tuple[Path, ...],
    output: Path,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
    encoding: str,
    overwrite: bool,
    show_doubt: bool,
    strict: bool,
    form: str,
) -> None:
    """Make the whole edition from saved pages: TEI, HTML, text, report.

    SOURCES are pages (.txt, .html, .htm) and folders of them; an edition.toml in such a folder is
    used, and a decisions.toml beside its pages. Files of the output that were changed by hand are
    kept.
    """
    from converter.edition import Wishes
    from converter.edition import build as build_edition

    with talk.progress() as progress:
        settings = settings_of(edition, sources)
        used = weights_of(weights, edition, sources)
        wishes = Wishes(overwrite, show_doubt, encoding, decisions, used)
        report = build_edition(sources, output, settings, wishes, progress)
    if form == "json":
        talk.print_data(report.as_data())
    talk.tell(report.problems)
    said = [
        f"{plural(report.documents, 'document')} in {output}",
        f"{plural(report.refused, 'page')} refused",
        *([f"{plural(report.decided, 'decision')} of the editor applied"] * bool(report.decided)),
        f"{plural(len(report.decisions), 'decision')} to look at",
    ]
    talk.say(", ".join(said) + (f": {output / 'report.txt'}" if report.documents else ""))
    sys.exit(talk.batch_status(report.documents, report.refused, report.problems, strict))


@main.command()
@click.argument("pages", nargs=-1, type=PATH, required=True)
@output_option
@edition_option
@decisions_option
@weights_option
@encoding_option
@overwrite_option
@strict_option
def convert(
    pages: tuple[Path, ...],
    output: Path | None,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
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
    work = converting(settings_of(edition, pages), encoding, files, met, table)

    def afterwards() -> list[Problem]:
        return [*files.problems, *files.unmet(met)]

    sys.exit(talk.run_batch(found, work, ".xml", output, overwrite, strict, afterwards))


@main.command()
@click.argument("files", nargs=-1, type=PATH, required=True)
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    type=PATH,
    help="Another schema than the edition's (RELAX NG, XSD, Schematron); may be repeated.",
)
@strict_option
@format_option
def validate(files: tuple[Path, ...], schemas: tuple[Path, ...], strict: bool, form: str) -> None:
    """Check TEI files against the edition's RELAX NG, XSD and Schematron, or any other schema."""
    from converter.schemas import edition_schemas, named_schemas
    from converter.validate import validate_file

    judges = named_schemas(schemas) if schemas else edition_schemas()
    found = find(files, TEI, "no-tei")
    problems = list(found.problems)
    for source in found.sources:
        problems += validate_file(source.path, judges)
    if form == "json":
        talk.print_data([problem.as_data() for problem in problems])
    else:
        talk.print_problems(problems)
    errors = sum(problem.is_error for problem in problems)
    talk.say(f"{plural(len(found.sources), 'file')} checked, {plural(errors, 'error')}")
    sys.exit(talk.UNUSABLE if not found.sources else talk.status(problems, strict))


@main.command()
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


@main.command()
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
def inspect(
    page: Path,
    stage: str,
    encoding: str,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
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
    products = pipeline.passes(data, str(page), settings, encoding, decided, table)
    talk.tell([*files.problems, *(p for p in products.problems if p.place.path in files.names)])
    for line in printers[stage].dump(products):
        click.echo(line)


@main.command()
@click.argument("pages", nargs=-1, type=PATH)
@click.option("--signs", is_flag=True, help="Print the signs of the evidence and their weights.")
@encoding_option
@format_option
def rules(pages: tuple[Path, ...], signs: bool, encoding: str, form: str) -> None:
    """Print the rules that claim lines, with their reasons; with PAGES, how often each fired."""
    from converter.rules_table import as_data, as_text

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
        click.echo(as_text(data, counted=bool(pages)))
    sys.exit(talk.batch_status(len(read), 0, problems) if pages else talk.FINE)


@main.command()
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
        click.echo(text, nl=False)
    else:
        write_new(output, text.encode(), overwrite=False)
        talk.say(f"{output} is written; every line of it may be changed or removed")
    sys.exit(talk.status(problems))


main.add_command(review)
main.add_command(learn)
