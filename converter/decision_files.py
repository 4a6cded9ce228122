"""Which file of decisions holds for which page, and which decisions no page of a run has met."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from converter.decision_toml import read_decisions
from converter.decisions import UNDECIDED, Decision, Decisions
from converter.pages import SavedPage
from converter.problems import Problem
from converter.sources import Source, walk

NAME = "decisions.toml"


@dataclass(frozen=True, slots=True)
class DecisionFiles:
    """The files of decisions of a run: one in each folder of pages, or a single one for all.

    ``whole`` holds the folders of which every page belongs to the run.
    """

    by_folder: Mapping[Path, Decisions] = field(default_factory=dict)
    single: Path | None = None
    whole: frozenset[Path] = frozenset()
    sources: tuple[Source, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)  # what reports call them, by their paths

    def path_for(self, page: Path) -> Path:
        """The file in which decisions on a page stand or would stand."""
        return self.single or page.parent / NAME

    def for_page(self, page: Path) -> Decisions:
        """The decisions that may concern a page."""
        return self.by_folder.get(self.path_for(page).parent, UNDECIDED)

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the files themselves."""
        return [problem for decisions in self.by_folder.values() for problem in decisions.problems]

    def checksums(self) -> dict[str, dict[str, str]]:
        """The files as the manifest of an edition names its sources."""
        read = self.by_folder.values()
        return {self.names.get(each.path, each.path): {"sha256": each.sha256} for each in read}

    def unmet(self, met: Mapping[Path, frozenset[str]]) -> Iterator[Problem]:
        """The decisions that concern none of the pages that could be used, though they should.

        ``met`` gives these pages with the checksums of their sections. A decision on a page that
        was not asked for, or that was refused, is left in peace.
        """
        for folder, decisions in self.by_folder.items():
            pages = (source.path for source in self.sources)
            near = [page for page in pages if self.single or page.parent == folder]
            sections = {section for page in near for section in met.get(page, ())}
            used = {page.name for page in near if page in met}
            refused = {page.name for page in near} - used
            for decision in decisions.entries:
                if decision.section in sections or decision.page in refused:
                    continue
                if why := self.why_unmet(decision, folder, used):
                    yield decision.problem("decision-unmatched", why=why)

    def why_unmet(self, decision: Decision, folder: Path, used: set[str]) -> str:
        """What became of the page, where it should have been met; else nothing."""
        if decision.page in used:
            return f"the text of {decision.page} is another one now"
        return "no page here has this text" if folder in self.whole else ""


def find_decisions(
    arguments: Sequence[Path],
    sources: Sequence[Source],
    single: Path | None = None,
    may_be_new: bool = False,
) -> DecisionFiles:
    """The decisions beside the pages, or those of the one file that is named.

    ``arguments`` are the files and folders the user named; ``single`` must exist, unless it is to
    be written. Raises Refused where a file cannot be read.
    """
    beside = {os.path.dirname(source.file): source for source in sources}
    names = {each.path.parent: PurePosixPath(each.name).parent for each in beside.values()}
    pages = tuple(sources)
    folders = [argument for argument in arguments if argument.is_dir()]
    if single is not None:
        whole = frozenset([single.parent] if len(folders) == len(arguments) else [])
        new = may_be_new and not single.exists()
        read = {} if new else {single.parent: read_decisions(single)}
        return DecisionFiles(read, single, whole, pages, {str(single): single.name})
    below = {
        at: PurePosixPath(at.relative_to(folder).as_posix())
        for folder in folders
        for at, held in walk(folder)
        if NAME in held
    }
    named = below | names
    read = {
        folder: read_decisions(folder / NAME)
        for folder in sorted(named)
        if (folder / NAME).is_file()
    }
    called = {str(folder / NAME): str(named[folder] / NAME) for folder in read}
    return DecisionFiles(read, None, frozenset(below), pages, called)


def sections_of(page: SavedPage) -> frozenset[str]:
    """The checksums of the texts of a page, which decisions name."""
    return frozenset(section.sha256 for section in page.sections)
