"""Pages that the stylesheets alone make, outside an edition: the assets they load, beside them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from converter.output import write_new
from converter.problems import Problem, Refused
from converter.resources import assets
from converter.sources import Source

FOLDER = "assets"


@dataclass(frozen=True, slots=True)
class AssetsBeside:
    """The folder that pages share, and what the pages made so far load from it."""

    top: Path  # below which the pages are written
    loaded: set[str] = field(default_factory=set)

    def prefix(self, source: Source, ending: str) -> str:
        """What stands before the name of an asset in the page made of a file."""
        return "../" * source.mirrored(ending).count("/") + f"{FOLDER}/"

    def note(self, page: str) -> None:
        """Takes up what a page loads, at once or later on."""
        self.loaded.update(loaded_by(page))

    def copy(self, overwrite: bool) -> Iterator[Problem]:
        """The assets, copied; another file of the same name is kept, unless ``overwrite``."""
        files = assets()
        for name in sorted(self.loaded):
            try:
                write_new(self.top / FOLDER / name, files[name].read_bytes(), overwrite)
            except Refused as refused:
                yield refused.problem


def loaded_by(page: str) -> Iterable[str]:
    """The names of our assets that a page has an address of."""
    return assets().keys() & set(re.findall(rf"{FOLDER}/([\w.-]+)", page))
