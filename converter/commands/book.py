"""The command ``converter book``: a volume or a document as EPUB, or for a word processor."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.books.documents import Volume, read_documents, volumes
from converter.books.making import FORMS, Maker
from converter.counting import plural
from converter.gathered_files import documents_alone
from converter.options import PATH, edition_option, overwrite_option, settings_of
from converter.output import write_new
from converter.problems import Problem, Refused
from converter.sources import TEI, find


@click.command()
@click.argument("files", nargs=-1, type=PATH, required=True)
@click.option("--to", "form", type=click.Choice([*FORMS]), required=True, help="What to make.")
@click.option(
    "-o", "--output", type=PATH, help="File or folder to write; a name from the volume without it."
)
@edition_option
@overwrite_option
def book(
    files: tuple[Path, ...],
    form: str,
    output: Path | None,
    edition: Path | None,
    overwrite: bool,
) -> None:
    """Make a book of a volume or of one document: an EPUB, or a Word document with footnotes.

    FILES are TEI documents and folders of them, such as output/tei/VOLUME; each volume among them
    becomes a book. The settings say its date, and the language of the words that it adds.
    """
    found, passed_over = documents_alone(find(files, TEI, "no-tei"), files)
    if passed_over:
        talk.say(passed_over)
    documents, problems = read_documents(found, files)
    problems[:0] = found.problems
    talk.tell(problems)
    settings = settings_of(edition, files)
    books = volumes(documents, found.alone)
    several = len(books) > 1
    if output is not None and several and output.suffix and not output.is_dir():
        raise click.UsageError(f"-o names a file, and {len(books)} volumes make as many books")
    made = 0
    maker = Maker(form, settings)
    for volume in books:
        file = target(output, f"{volume.name}{FORMS[form]}", several)
        told, count = make(maker, volume, file, overwrite)
        talk.tell(told)
        problems += told
        if count:
            talk.say(f"{plural(count, 'document')} in {file}")
            made += 1
    sys.exit(talk.batch_status(made, len(books) - made, problems, strict=True))


def make(maker: Maker, volume: Volume, file: Path, overwrite: bool) -> tuple[list[Problem], int]:
    """Writes the book of a volume: what is to be told of it, and how many documents it has."""
    problems: list[Problem] = []
    try:
        made = maker.make(volume, file, problems)
        if made.chapters:
            write_new(file, made.data, overwrite)
    except Refused as refused:
        return [*problems, refused.problem], 0
    return problems, made.chapters


def target(output: Path | None, name: str, several: bool) -> Path:
    """Where a book is written: the file that was named, else its own name in the folder."""
    if output is None:
        return Path(name)
    return output / name if several or output.is_dir() else output
