"""The command ``converter cite``: references to documents, or to the works they cite."""

import sys
from pathlib import Path

import click
from lxml import etree

from converter import talk
from converter.counting import plural
from converter.exports import FORMS, Reference, references, with_keys
from converter.gathered_files import documents_alone
from converter.options import PATH, overwrite_option
from converter.output import write_new
from converter.problems import Place, Problem, Refused
from converter.sources import TEI, Found, find
from converter.xml_files import parse_xml


@click.command()
@click.argument("files", nargs=-1, type=PATH, required=True)
@click.option("--as", "form", type=click.Choice([*FORMS]), required=True, help="What to write.")
@click.option("-o", "--output", type=PATH, help="File to write; stdout without it.")
@overwrite_option
def cite(files: tuple[Path, ...], form: str, output: Path | None, overwrite: bool) -> None:
    """Write references to documents of the edition: for Zotero, for LaTeX, or as text for a note.

    FILES are TEI documents and folders of them; each is cited as a part of its volume. Of a
    bibliography.xml, all the sources that the notes of the edition cite are written.
    """
    found, passed_over = documents_alone(find(files, TEI, "no-tei"), files)
    if passed_over:
        talk.say(passed_over)
    cited, problems = read_references(found, files)
    talk.tell([*found.problems, *problems])
    if cited:
        data = FORMS[form].write(cited).encode()
        if output is None:
            talk.hand_over(data)
        else:
            write_new(output, data, overwrite)
            talk.say(f"{plural(len(cited), 'reference')} in {output}")
    sys.exit(talk.batch_status(len(cited), 0, [*found.problems, *problems]))


def read_references(
    found: Found, named: tuple[Path, ...]
) -> tuple[tuple[Reference, ...], list[Problem]]:
    """What the files have to cite, and what is wrong with them.

    That a file has nothing is told of those that are ``named`` themselves: in the folders of every
    edition there are lists of persons.
    """
    cited: list[Reference] = []
    problems: list[Problem] = []
    for source in found.sources:
        path = str(source.path)
        try:
            root = parse_xml(source.data(), path).getroot()
        except Refused as refused:
            problems.append(refused.problem)
            continue
        here = list(references(root))
        if not here and source.path in named:
            facts = {"name": etree.QName(root).localname}
            problems.append(Problem("nothing-to-cite", Place(path), facts=facts))
        cited += here
    return with_keys(cited), problems
