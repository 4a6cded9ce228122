"""The edition: saved pages → all its files; where they stand as they should, nothing is done."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from converter.decision_files import find_decisions
from converter.known_program import KnownProgram
from converter.lock import locked
from converter.output import Output
from converter.own_folder import LOCK
from converter.problems import Place, Problem, Refused
from converter.report import Report
from converter.rights import unlicensed_address
from converter.settings import Settings
from converter.sources import PAGES, find
from converter.standing import checksums, given_paths, made_of, standing, told_before
from converter.wishes import Wishes

if TYPE_CHECKING:
    from converter.workers import Progress


def build(
    arguments: Sequence[Path],
    folder: Path,
    settings: Settings,
    wishes: Wishes | None = None,
    progress: "Progress" = lambda what, done, total, problems=0: None,
) -> Report:
    """Saved pages (files and folders) → the edition in ``folder``; returns what was done.

    Raises Refused where nothing can be built at all: no pages, an unreadable manifest, a folder
    that cannot be written or that another build writes in.
    """
    found = find(arguments, PAGES)
    refuse_output_among_sources(arguments, folder)
    if not found.sources:
        raise Refused(found.problems[0])
    found = replace(found, problems=(*found.problems, *unlicensed_address(settings)))
    wishes = wishes or Wishes()
    files = find_decisions(arguments, found.sources, wishes.decisions)
    made = not folder.exists()
    with locked(folder / LOCK, folder) as held:
        read = checksums(found.sources)
        program = KnownProgram.of(folder)
        made_from = made_of(program.digest, read, found, files, settings, wishes)
        given = given_paths(found, files, wishes)
        told = None if wishes.overwrite else told_before(folder, made_from, given, wishes.weights)
        if told is None:
            output = Output.open(folder, wishes.overwrite)
            told = standing(output, made_from, given, wishes.weights)
        if told is None:
            from converter.building import Build, working  # slow to load
            from converter.shelved_checksums import ShelvedChecksums

            read = ShelvedChecksums(output.tables, read)
            with working(output, len(found.sources), wishes.workers, held, made) as workers:
                run = Build(found, files, settings, wishes, output, workers, progress)
                told = run.run(made_from, read)
        program.keep(folder)
        return told


def refuse_output_among_sources(arguments: Iterable[Path], folder: Path) -> None:
    """The edition must not be written where it would be read as a source the next time."""
    for argument in arguments:
        if argument.is_dir() and folder.resolve().is_relative_to(argument.resolve()):
            raise Refused(Problem("inside-sources", Place(str(folder))))
