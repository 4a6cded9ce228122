"""The pages of an edition, found again: by their bytes, and where these changed, by their names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.counting import plural
from converter.problems import Place, Problem
from converter.sources import PAGES, Source, find
from converter.verification.folder import checksum
from converter.verification.manifest import Manifest


@dataclass(frozen=True, slots=True)
class FoundPages:
    """The file of each page by its name in the manifest, and what is to be said of the pages."""

    files: Mapping[str, Source]
    problems: tuple[Problem, ...]


def find_pages(
    arguments: Sequence[Path], manifest: Manifest, progress: Callable[[str, int, int], None]
) -> FoundPages:
    """Every page that the manifest names, looked for in the files and folders that were named."""
    found = find(arguments, PAGES)
    problems = list(found.problems)
    by_bytes: dict[str, Source] = {}
    by_name: dict[str, Source] = {}
    for number, source in enumerate(found.sources, start=1):
        progress("reading pages", number, len(found.sources))
        try:
            by_bytes.setdefault(checksum(source.path), source)
        except OSError as error:
            facts = {"reason": error.strerror or type(error).__name__}
            problems.append(Problem("cannot-read", Place(str(source.path)), "", facts))
        else:
            by_name.setdefault(source.name, source)
    files: dict[str, Source] = {}
    for page, noted in manifest.sources.items():
        if same := by_bytes.get(noted):
            files[page] = same
        elif changed := by_name.get(page):
            files[page] = changed
            problems.append(Problem("source-changed", Place(str(changed.path))))
        else:
            problems.append(Problem("source-missing", Place(page)))
    problems += others(files, by_name)
    return FoundPages(files, tuple(problems))


def others(files: Mapping[str, Source], here: Mapping[str, Source]) -> list[Problem]:
    """One remark on all pages from which the edition has nothing."""
    used = {source.path for source in files.values()}
    left = [source for source in here.values() if source.path not in used]
    if not left:
        return []
    facts = {"pages": plural(len(left), "page"), "first": left[0].name}
    return [Problem("sources-not-in-edition", Place(str(left[0].path.parent)), "", facts)]
