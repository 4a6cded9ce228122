"""Converting: the work of making a Conversion from one page, or of recalling the one of last time.

Its one instance goes to every worker; a task is no more than a page's place and name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from converter.apparatus import prune
from converter.authorities import Authorities
from converter.conversion import RECORD, Conversion, from_bytes, to_bytes
from converter.decision_files import DecisionFiles, sections_of
from converter.decisions import Decisions
from converter.evidence.weights import WeightTable
from converter.fingerprint import digest_of, program_digest, sha256
from converter.guesses import guesses
from converter.markup import serialise
from converter.matching import ListedPage
from converter.pipeline import convert
from converter.problems import Refused
from converter.settings import Settings
from converter.sources import Source
from converter.summary import summarise
from converter.tei import encode
from converter.whereabouts import Doubtful
from converter.writing import write_whole
from converter.xml_files import parse_xml

PAGE, DECISIONS = "the page", "the decisions"  # in records, for paths that differ elsewhere


@dataclass(frozen=True, slots=True)
class PageTask:
    """A page; ``identifier`` is given where its own would be that of another document too."""

    source: Source
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Converting:
    """What all pages of a build have in common; ``records`` is the folder of what is kept."""

    settings: Settings
    encoding: str
    files: DecisionFiles
    table: WeightTable
    authorities: Authorities
    show_doubt: bool
    records: Path
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        # What a page becomes does not depend on where images lie, nor on colours.
        settings = replace(self.settings, facsimile=None, colours={})
        facts = (settings, self.encoding, self.table, self.authorities, self.show_doubt)
        object.__setattr__(self, "digest", digest_of(program_digest(), *facts))

    def __call__(self, task: PageTask) -> Conversion | Refused:
        try:
            data = task.source.data()
            digest = sha256(data)
            record = self.record(task, digest)
            found = self.recalled(task, record)
            if found is None:
                found = self.made(task, data, digest)
                write_whole(record, to_bytes(record.stem, found, self.stand_ins(task)))
            return found.light(record)
        except Refused as refused:
            return refused

    def record(self, task: PageTask, digest: str) -> Path:
        """Where the conversion of these bytes under this name is kept."""
        key = digest_of(self.digest, task.source.name, task.identifier, digest)
        return self.records / key[:2] / f"{key[2:40]}{RECORD}"

    def recalled(self, task: PageTask, record: Path) -> Conversion | None:
        """What is kept of the page under the same decisions; a damaged record is none."""
        try:
            paths = {name: path for path, name in self.stand_ins(task).items()}
            found = from_bytes(record.stem, record.read_bytes(), paths)
        except (OSError, ValueError):
            return None
        return found if found.decided_by == self.decided_by(task, found.sections) else None

    def stand_ins(self, task: PageTask) -> Mapping[str, str]:
        decisions = self.files.for_page(task.source.path)
        return {decisions.path: DECISIONS, str(task.source.path): PAGE}

    def decided_by(self, task: PageTask, sections: tuple[str, ...]) -> str:
        """The checksum of the decisions that concern the texts of a page."""
        decisions = self.files.for_page(task.source.path)
        concerned = [each for name in sections for each in decisions.by_section.get(name, ())]
        return digest_of(
            [(replace(each, place=replace(each.place, path=""))) for each in concerned]
        )

    def made(self, task: PageTask, data: bytes, digest: str) -> Conversion:
        """The page through all passes. Raises Refused where it cannot be used."""
        source, decisions = task.source, self.decisions(task)
        made = convert(
            data, str(source.path), self.settings, self.encoding, decisions, self.table,
            self.authorities,
        )  # fmt: skip
        document, tree = made.document, made.tree
        if task.identifier:
            document = replace(document, identifier=task.identifier)
            tree = encode(document, self.settings)
        tei = serialise(tree)
        found = tuple(guesses(source.name, source.path, made.lines))
        sections = tuple(sorted(sections_of(made.page)))
        summary = summarise(tree)
        doubts = Doubtful(made.lines, found).placed(tree) if self.show_doubt else ""
        return Conversion(
            sha256=digest,
            fingerprint=made.page.fingerprint,
            identifier=document.identifier,
            sections=sections,
            listed=ListedPage.of("", document.metadata, made.page),
            summary=summary,
            decided=made.decided,
            decided_by=self.decided_by(task, sections),
            guesses=found,
            problems=made.problems,
            doubts=doubts,
            apparatus=serialise(prune(parse_xml(tei, "").getroot())),
            tei_sha256=sha256(tei),
            tei=tei,
        )

    def decisions(self, task: PageTask) -> Decisions:
        return self.files.for_page(task.source.path)
