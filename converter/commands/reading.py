"""The pages a command is about, read; what cannot be read is told."""

from collections.abc import Sequence
from pathlib import Path

from converter import talk
from converter.batch import read_all
from converter.pages import SavedPage
from converter.problems import Problem
from converter.sources import PAGES, find


def pages_of(arguments: Sequence[Path], encoding: str) -> tuple[list[SavedPage], list[Problem]]:
    """The pages that can be read; the problems of the others, which the user is told."""
    found = find(arguments, PAGES)
    pages, refused = read_all(found.sources, encoding)
    problems = [*found.problems, *refused]
    talk.tell(problems)
    return pages, problems
