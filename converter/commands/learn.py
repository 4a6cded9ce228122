"""The command ``converter learn``: the weights of the evidence adapted to an edition."""

import sys
import time
from dataclasses import replace
from pathlib import Path

import click

from converter import talk
from converter.batch import read_all
from converter.counting import plural
from converter.decision_files import find_decisions, sections_of
from converter.options import (
    PATH,
    decisions_option,
    edition_option,
    encoding_option,
    overwrite_option,
    settings_of,
    weights_file,
    weights_option,
)
from converter.review import ReviewedPage, without_doubles
from converter.sources import PAGES, find
from converter.weights_in_use import WeightsInUse, read_in_use

NAMED = 10  # lines read otherwise that are printed


@click.command()
@click.argument("pages", nargs=-1, type=PATH, required=True)
@click.option(
    "-o", "--output", type=PATH, help="File of weights; without it weights.json of the edition."
)
@edition_option
@decisions_option
@weights_option
@encoding_option
@overwrite_option
def learn(
    pages: tuple[Path, ...],
    output: Path | None,
    edition: Path | None,
    decisions: Path | None,
    weights: Path | None,
    encoding: str,
    overwrite: bool,
) -> None:
    """Adapt the weights of the evidence to an edition, from its pages and the editor's decisions.

    Writes weights.json beside edition.toml (or into the folder of pages where there is none); the
    other commands use it from there. It is learned anew from the converter's own weights each time,
    or from those named with --weights. Needs the extra [learn].
    """
    from converter.learning.adapting import adapted, refuse_without_libraries
    from converter.learning.learned_file import about, write_learned
    from converter.learning.lessons import lessons_of

    refuse_without_libraries()
    began = time.monotonic()
    start = read_in_use(weights) if weights else WeightsInUse()
    settings, file = settings_of(edition, pages), output or weights_file(edition, pages)
    found = find(pages, PAGES)
    files = find_decisions(pages, found.sources, decisions)
    read, refused = read_all(found.sources, encoding)
    names = {str(source.path): source.name for source in found.sources}
    problems = [*found.problems, *files.problems, *refused]
    lessons = []
    named = (ReviewedPage(names[page.path], Path(page.path), page) for page in read)
    documents = list(without_doubles(named))
    with talk.progress() as progress:
        for page in documents:
            taught, unfit = lessons_of(page, files.for_page(page.path), settings, start.table)
            lessons += taught
            problems += unfit
        if lessons:
            table, changes = adapted(lessons, start.table, progress=progress)
    problems += files.unmet({Path(page.path): sections_of(page) for page in read})
    talk.tell(problems)
    if lessons:
        decided = sum(len(lesson.decided) for lesson in lessons)
        said = about(len(documents), decided, start)
        write_learned(file, replace(table, about=said), overwrite)
        talk.say(
            f"{plural(len(documents), 'document')}, {plural(decided, 'decision')} of the editor:"
            f" {plural(len(changes), 'line')} read otherwise than before"
            f" ({time.monotonic() - began:.0f} s)"
        )
        for change in changes[:NAMED]:
            talk.say(f"    {str(change)[:96]}")
        if len(changes) > NAMED:
            talk.say(f"    and {len(changes) - NAMED} more")
        talk.say(f"{file} is written; converter build uses it")
    sys.exit(talk.batch_status(len(documents), len(refused), problems))
