"""The payload of a bag: the edition, its pages and settings, schemas, stylesheets, a README."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter import resources
from converter.bagging.names import alike, stored_name
from converter.bagging.readme import readme
from converter.output import MANIFEST
from converter.problems import Place, Problem
from converter.verification.folder import Folder
from converter.verification.manifest import Manifest
from converter.verification.pages import FoundPages

EDITION, PAGES, SCHEMAS, STYLESHEETS = "edition", "pages", "schemas", "xslt"
SITE = "html/"


@dataclass(frozen=True, slots=True)
class Used:
    """Files of the editor that the build used, by their names beside the pages."""

    files: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the payload: its name there, and where it is or what it holds."""

    name: str
    path: Path | None = None
    data: bytes = b""


def payload(
    folder: Folder, manifest: Manifest, pages: FoundPages, used: Used, site: bool
) -> tuple[list[Part], list[Problem]]:
    """All parts in the order of their names, and which files are called otherwise in the bag.

    Raises Refused where a link leads out of the edition.
    """
    given = [(name, source.path) for name, source in pages.files.items()]
    stored, renamed = beside_each_other([*given, *used.files])
    parts = [*of_edition(folder, manifest, site), *stored, *of_program()]
    text = readme(site, bool(given), [each.facts["stored"] for each in renamed])
    return sorted([*parts, Part("README.txt", data=text)], key=lambda part: part.name), renamed


def of_edition(folder: Folder, manifest: Manifest, site: bool) -> Iterator[Part]:
    """What the manifest names and is there, and the manifest."""
    for name in (*manifest.outputs, MANIFEST):
        if site or not name.startswith(SITE):
            path = folder.file(name)
            if path is not None:
                yield Part(f"{EDITION}/{name}", path)


def beside_each_other(files: Sequence[tuple[str, Path]]) -> tuple[list[Part], list[Problem]]:
    """Pages and settings in one folder, from which the edition can be built again."""
    parts: list[Part] = []
    renamed: list[Problem] = []
    taken: set[str] = set()
    for name, path in files:
        stored = stored_name(name, taken)
        taken.add(alike(stored))
        if stored != name:
            renamed.append(Problem("bag-name-changed", Place(str(path)), "", {"stored": stored}))
        parts.append(Part(f"{PAGES}/{stored}", path))
    return parts, renamed


def of_program() -> Iterator[Part]:
    """The schemas the TEI was held against, and the stylesheets that made pages and texts."""
    for top, name in ((SCHEMAS, "schemas"), (STYLESHEETS, "xslt")):
        folder = resources.folder(name)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield Part(f"{top}/{path.relative_to(folder).as_posix()}", path)
