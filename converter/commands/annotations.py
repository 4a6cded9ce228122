"""The command ``converter annotations``: readers' annotations merged, as JSON-LD or as TEI."""

import sys
from pathlib import Path

import click

from converter import talk
from converter.annotations.jsonld import jsonld
from converter.annotations.model import Annotation, merged
from converter.annotations.reading import read_annotations
from converter.annotations.targets import Documents
from converter.annotations.tei import tei
from converter.counting import plural
from converter.options import PATH, overwrite_option
from converter.output import write_new
from converter.problems import Place, Problem, Refused
from converter.sources import Found, find

ENDINGS = frozenset((".jsonld", ".json"))


@click.command()
@click.argument("files", nargs=-1, type=PATH, required=True)
@click.option(
    "--to", "form", type=click.Choice(["tei", "jsonld"]), required=True, help="What to write."
)
@click.option("-o", "--output", type=PATH, help="File to write; stdout without it.")
@click.option(
    "--edition-dir",
    "folder",
    type=PATH,
    help="Folder of TEI documents (output/tei): annotations point to their passages there.",
)
@overwrite_option
def annotations(
    files: tuple[Path, ...], form: str, output: Path | None, folder: Path | None, overwrite: bool
) -> None:
    """Write readers' annotations as a TEI list of annotations, or as tidy JSON-LD.

    FILES are exports of the page 'Your annotations' of an edition, or of another tool that writes
    W3C Web Annotations, and folders of them. Several become one; what stands in two of them, once.
    """
    if folder is not None and not folder.is_dir():
        facts = {"reason": "there is no such folder"}
        raise Refused(Problem("cannot-read", Place(str(folder)), "", facts))
    if folder is not None and form != "tei":
        raise click.UsageError("--edition-dir belongs to --to tei")
    found = find(files, ENDINGS, "no-annotation-files")
    read, used, problems = read_files(found)
    once = merged(read)
    if form == "tei":
        seen_from = output.parent if output else Path()
        documents = Documents(folder, seen_from) if folder else None
        data, late = tei(once, documents)
        problems += late
    else:
        data = jsonld(once)
    talk.tell(problems)
    if used and once:
        if output is None:
            talk.hand_over(data)
        else:
            write_new(output, data, overwrite)
            talk.say(f"{plural(len(once), 'annotation')} in {output}")
    refused = sum(problem.is_error for problem in problems)
    sys.exit(talk.batch_status(used and len(once), refused, problems))


def read_files(found: Found) -> tuple[list[Annotation], int, list[Problem]]:
    """The annotations of all files, how many files could be used, and what is wrong."""
    read: list[Annotation] = []
    used = 0
    problems = [*found.problems]
    for source in found.sources:
        try:
            here, remarks = read_annotations(source.data(), str(source.path))
        except Refused as refused:
            problems.append(refused.problem)
            continue
        used += 1
        read += here
        problems += remarks
    return read, used, problems
