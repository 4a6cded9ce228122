"""What a build used beside the pages: settings, decisions, weights, authorities, persons."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from converter.bagging.payload import Used
from converter.decision_files import NAME as DECISIONS
from converter.decision_files import find_decisions
from converter.options import edition_file, weights_file
from converter.problems import Place, Problem, Refused
from converter.sources import PAGES, find

SETTINGS = "edition.toml"
BESIDE_SETTINGS = ("authorities.xml", "persons.xml")
WEIGHTS = "weights.json"


def used_files(pages: Sequence[Path], named: Mapping[str, Path | None]) -> Used:
    """The files that a build of these pages finds, or that are ``named`` instead of them.

    Each has the name under which a build from the bag finds it again. Raises Refused where a file
    that is named does not exist.
    """
    for path in named.values():
        if path is not None and not path.is_file():
            facts = {"reason": "there is no such file"}
            raise Refused(Problem("cannot-read", Place(str(path)), "", facts))
    edition = edition_file(named.get(SETTINGS), pages)
    files: dict[str, Path | None] = {SETTINGS: edition}
    folders = [edition.parent] if edition else [each for each in pages if each.is_dir()]
    for name in BESIDE_SETTINGS:
        beside = (folder / name for folder in folders if (folder / name).is_file())
        files[name] = named.get(name) or next(beside, None)
    weights = weights_file(named.get(SETTINGS), pages) if pages or edition else None
    files[WEIGHTS] = named.get(WEIGHTS) or (weights if weights and weights.is_file() else None)
    found = [(name, path) for name, path in files.items() if path]
    return Used((*found, *decision_files(pages, named.get(DECISIONS))))


def decision_files(pages: Sequence[Path], single: Path | None) -> list[tuple[str, Path]]:
    """One file of decisions for each folder of pages, or the single one."""
    if single is not None:
        return [(DECISIONS, single)]
    if not pages:
        return []
    files = find_decisions(pages, find(pages, PAGES).sources)
    return [(name, Path(path)) for path, name in files.names.items() if Path(path).is_file()]
