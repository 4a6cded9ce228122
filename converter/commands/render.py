"""The command ``converter render``: TEI files to HTML or texts, by the stylesheets alone."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from converter import talk
from converter.batch import Work
from converter.gathered_files import documents_alone
from converter.options import PATH, doubt_option, output_option, overwrite_option, time_option
from converter.page_assets import AssetsBeside
from converter.sources import TEI, find

FORMS = {"html": ".html", "text": ".txt", "words": ".txt"}


@click.command()
@click.argument("files", nargs=-1, type=PATH, required=True)
@click.option("--to", "form", type=click.Choice([*FORMS]), help="What to make.")
@click.option(
    "--stylesheet", type=PATH, help="An XSLT 3.0 stylesheet of your own, instead of --to."
)
@click.option("--language", default="", help="With --to words: in this language alone, as en.")
@time_option
@output_option
@overwrite_option
@doubt_option
def render(
    files: tuple[Path, ...],
    form: str | None,
    stylesheet: Path | None,
    language: str,
    time_limit: int,
    output: Path | None,
    overwrite: bool,
    show_doubt: bool,
) -> None:
    """Render TEI files as HTML or plain text, by the stylesheets alone; other people's TEI too.

    With -o, the styles and scripts that pages load are copied into the folder assets beside them.
    --to words gives what the author wrote and nothing else, a paragraph a line, for text mining.
    An element no stylesheet knows is written out, named in a message, and makes the exit status 1.
    A stylesheet of your own can include files of its folder, and ours: converter:html/all.xsl.
    """
    if (form is None) == (stylesheet is None):
        raise click.UsageError("give one of --to html, --to text, --to words and --stylesheet FILE")
    if language and form != "words":
        raise click.UsageError("--language goes with --to words")
    found, passed_over = documents_alone(find(files, TEI, "no-tei"), files)
    if passed_over:
        talk.say(passed_over)
    beside = None
    if output is not None and form not in ("text", "words"):
        beside = AssetsBeside(output.parent if found.alone and not output.is_dir() else output)
    afterwards = partial(beside.copy, overwrite) if beside else tuple
    with made_by(form, stylesheet, show_doubt, beside, time_limit, language) as (work, ending):
        status = talk.run_batch(
            found, work, ending, output, overwrite, strict=True, afterwards=afterwards
        )
    sys.exit(status)


@contextmanager
def made_by(
    form: str | None,
    stylesheet: Path | None,
    show_doubt: bool,
    beside: AssetsBeside | None,
    seconds: int,
    language: str,
) -> Iterator[tuple[Work, str]]:
    """The work on each file and the ending of what is made of it: by our stylesheets or another."""
    if stylesheet is not None:
        from converter.confined.own_stylesheet import own_stylesheet

        with own_stylesheet(stylesheet, show_doubt, beside, seconds) as own:
            yield own.render, own.ending
    elif form is not None:
        from converter.batch import rendering

        yield rendering(form, show_doubt, beside, language), FORMS[form]
