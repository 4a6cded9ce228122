"""The command ``converter``: each command reads its options, calls the library, tells what happened."""

import sys
from pathlib import Path

import click

from converter import __version__, talk
from converter.problems import Place, Problem, Refused
from converter.settings import Settings, read_settings
from converter.sources import PAGES, TEI, find

PATHS = click.Path(path_type=Path)
ANY = {"nargs": -1, "type": PATHS, "required": True}
STAGES = ("page", "lines", "blocks", "document", "tei")

edition_option = click.option("--edition", type=PATHS, help="Settings of the edition (edition.toml).")
encoding_option = click.option("--encoding", default="", help="Encoding of the pages, if it is not UTF-8.")
overwrite_option = click.option("--overwrite", is_flag=True, help="Replace files that were changed by hand.")
strict_option = click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
format_option = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
                             help="Results for people or for programs.")  # fmt: skip


class Command(click.Group):
    """Turns a refusal of the library into its message and exit status 2."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except Refused as refused:
            talk.tell([refused.problem])
            sys.exit(talk.UNUSABLE)


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="converter")
def main() -> None:
    """Make a scholarly edition (TEI P5, HTML, plain text) from saved pages of a digital archive.

    Exit status: 0 fine, 1 findings, 2 the input or the call cannot be used.
    """


def settings_of(edition: Path | None, arguments: tuple[Path, ...] = ()) -> Settings:
    """The settings named, else the edition.toml in a folder that is named, else the defaults."""
    beside = next((a / "edition.toml" for a in arguments if (a / "edition.toml").is_file()), None)
    path = edition or beside
    return read_settings(path) if path else Settings()


@main.command()
@click.argument("sources", **ANY)
@click.option("-o", "--output", type=PATHS, default=Path("output"), show_default=True, help="Folder of the edition.")
@edition_option
@encoding_option
@overwrite_option
@strict_option
@format_option
def build(sources: tuple[Path, ...], output: Path, edition: Path | None, encoding: str, overwrite: bool,
          strict: bool, form: str) -> None:  # fmt: skip
    """Make the whole edition from saved pages: TEI, HTML, text, report.

    SOURCES are pages (.txt, .html, .htm) and folders of them. What was changed by hand in the output is kept.
    """
    from converter.edition import build as make

    with talk.progress() as progress:
        report = make(sources, output, settings_of(edition, sources), overwrite, encoding, progress)
    if form == "json":
        talk.print_data(report.as_data())
    talk.tell(report.problems)
    talk.say(f"{talk.plural(report.documents, 'document')} in {output}; {talk.plural(report.refused, 'page')} refused; "
             f"{talk.plural(len(report.decisions), 'decision')} to look at in {output / 'report.txt'}")  # fmt: skip
    sys.exit(talk.batch_status(report.documents, report.refused, report.problems, strict))


@main.command()
@click.argument("pages", nargs=-1, type=PATHS, required=True)
@click.option("-o", "--output", type=PATHS, help="File or, for a folder of pages, the folder that mirrors it.")
@edition_option
@encoding_option
@overwrite_option
@strict_option
def convert(pages: tuple[Path, ...], output: Path | None, edition: Path | None, encoding: str, overwrite: bool,
            strict: bool) -> None:  # fmt: skip
    """Convert saved pages to TEI: one page to stdout or -o, a folder to a folder that mirrors it."""
    from converter.batch import tei_of

    work = tei_of(settings_of(edition), encoding)
    run_batch(pages, output, work, PAGES, "no-pages", ".xml", overwrite, strict)


def run_batch(arguments: tuple[Path, ...], output: Path | None, work: object, endings: frozenset[str],
              none_here: str, ending: str, overwrite: bool, strict: bool) -> None:  # fmt: skip
    """A batch with its messages, results on stdout or in ``output``, and the exit status."""
    from converter.batch import each
    from converter.output import write_new

    found = find(arguments, endings, none_here)
    alone = len(arguments) == 1 and arguments[0].is_file()
    if output is None and not alone:
        raise click.UsageError("several files need a folder for their results: -o OUT")
    to_file = alone and output is not None and not output.is_dir()
    target = None if alone and (to_file or output is None) else output
    used, problems = 0, list(found.problems)
    talk.tell(found.problems)
    if found.passed_over:
        talk.say(f"{talk.plural(found.passed_over, 'file')} passed over: no {'/'.join(sorted(endings))}")
    for outcome in each(found, work, ending, target, overwrite):  # type: ignore[arg-type]
        talk.tell(outcome.problems)
        problems += outcome.problems
        used += outcome.used
        if outcome.used and to_file and output is not None:
            write_new(output, outcome.result, overwrite)
        elif outcome.used and target is None:
            click.get_binary_stream("stdout").write(outcome.result)
    sys.exit(talk.batch_status(used, len(found.sources) - used + len(found.problems), problems, strict))


@main.command()
@click.argument("files", **ANY)
@click.option("--schema", "schemas", multiple=True, type=PATHS,
              help="Another schema than the edition's: RELAX NG, XSD or Schematron; may be repeated.")  # fmt: skip
@strict_option
@format_option
def validate(files: tuple[Path, ...], schemas: tuple[Path, ...], strict: bool, form: str) -> None:
    """Check TEI files against the edition's schema (RELAX NG, XSD, Schematron), or against any other."""
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
        for problem in problems:
            click.echo(str(problem))
    count = sum(problem.severity.name == "ERROR" for problem in problems)
    talk.say(f"{talk.plural(len(found.sources), 'file')} checked, {talk.plural(count, 'error')}")
    sys.exit(talk.UNUSABLE if not found.sources else talk.status(problems, strict))


@main.command()
@click.argument("files", **ANY)
@click.option("--to", "form", type=click.Choice(["html", "text"]), required=True, help="What to make of the TEI.")
@click.option("-o", "--output", type=PATHS, help="File or, for a folder of TEI, the folder that mirrors it.")
@overwrite_option
@strict_option
def render(files: tuple[Path, ...], form: str, output: Path | None, overwrite: bool, strict: bool) -> None:
    """Render TEI files as HTML or as plain text, by the stylesheets alone; other people's TEI too.

    An element no stylesheet knows is written out, named in a message, and makes the exit status 1.
    """
    from converter.batch import rendering

    run_batch(files, output, rendering(form), TEI, "no-tei", {"html": ".html", "text": ".txt"}[form], overwrite, strict)


@main.command()
@click.argument("page", type=PATHS)
@click.option("--stage", type=click.Choice(STAGES), default="lines", show_default=True, help="The pass to print.")
@encoding_option
@edition_option
def inspect(page: Path, stage: str, encoding: str, edition: Path | None) -> None:
    """Print what one pass made of a saved page: its lines with the rules that claimed them, its blocks …"""
    from converter.pipeline import passes
    from converter.pipeline import STAGES as printers

    found = find([page], PAGES)
    if found.problems or len(found.sources) != 1:
        raise Refused(found.problems[0] if found.problems else Problem("one-page-only", Place(str(page))))
    products = passes(page.read_bytes(), str(page), settings_of(edition), encoding)
    for line in next(printer for printer in printers if printer.name == stage).dump(products):
        click.echo(line)


@main.command()
@click.argument("pages", nargs=-1, type=PATHS)
@format_option
def rules(pages: tuple[Path, ...], form: str) -> None:
    """Print the rules that claim lines, with their reasons; with PAGES, how often each fired."""
    from converter.rules_table import as_data, as_text

    found = find(pages, PAGES)
    talk.tell(found.problems)
    data = as_data(found.sources)
    if form == "json":
        talk.print_data(data)
    else:
        click.echo(as_text(data, counted=bool(pages)))


@main.command()
@click.argument("pages", **ANY)
@click.option("-o", "--output", type=PATHS, help="File to write; stdout without it.")
def init(pages: tuple[Path, ...], output: Path | None) -> None:
    """Write a commented edition.toml from what the pages say."""
    from converter.initial import initial_settings
    from converter.output import write_new

    found = find(pages, PAGES)
    talk.tell(found.problems)
    text = initial_settings(found.sources)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_new(output, text.encode(), overwrite=False)
        talk.say(f"{output} written; every line of it may be changed or removed")
