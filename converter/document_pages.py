"""The work of publishing one document: its TEI, page, texts and what lies beside them, written.

A document of which nothing changed that its files are made of is left as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from converter.checksums import Checksums
from converter.entries import tei_of
from converter.fingerprint import digest_of, program_digest
from converter.journal import Journal
from converter.linked import Link, link
from converter.markup import serialise
from converter.output import IN_THE_WAY, Output
from converter.problems import Problem, Refused, Stopped
from converter.rendering import renderer
from converter.settings import Settings
from converter.site.beside import Beside
from converter.site.facsimiles import Image
from converter.site.search import Indexed, write_records
from converter.word_files import word_files
from converter.writing import unwritable
from converter.xml_files import parse_xml


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """A document and what was there of it: its files by checksum, and what they were made of.

    ``links`` is what the edition sets on its linked elements, ``calendar`` its place there,
    ``begun`` what builds that did not end began to write, ``kept`` what an editor changed.
    """

    name: str
    file: Path
    ours: bool
    links: tuple[Link, ...]
    doubts: str = ""
    calendar: str = ""
    before: Mapping[str, str] = field(default_factory=dict)
    begun: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    made_of: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a document: its files by checksum, what they were made of, what was met."""

    now: Mapping[str, str]
    made_of: str = ""
    kept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    images: tuple[Image, ...] = ()  # of its pages, to be copied
    indexed: tuple[Indexed, ...] = ()  # texts that were written for the index
    stopped: Stopped | None = None  # why nothing more can be written


@dataclass(slots=True)
class Publishing:
    """What all documents of an edition have in common; ``records`` is where the index is fed."""

    folder: Path
    overwrite: bool
    fresh: bool
    trusted: int
    journal: Journal
    settings: Settings
    interface: str  # the language of the words the edition adds
    show_doubt: bool = False
    searched: bool = False  # the edition has a page for it
    records: Path | None = None
    _digest: str = ""

    def __call__(self, task: DocumentTask) -> Published:
        output = Output(
            self.folder, self.journal, self.overwrite, Checksums(task.before), task.begun,
            task.kept, self.trusted, now={}, fresh=self.fresh,
        )  # fmt: skip
        try:
            return self.published(task, output)
        except Stopped as stopped:
            return Published(output.now, stopped=stopped)
        except Refused as refused:
            problems = (*output.problems, refused.problem)
            return Published(output.now, kept=tuple(output.kept_now), problems=problems)

    def published(self, task: DocumentTask, output: Output) -> Published:
        """All files of a document, new or as they are. Raises Refused, Stopped."""
        path = str(self.folder / f"tei/{task.name}.xml")
        root = parse_xml(tei_of(task.file), path).getroot()
        link(root, task.links)
        xml = serialise(root)
        beside = Beside(output, self.settings)
        images = tuple(beside.images(task.name, root))
        shown = [(image.page, image.address) for image in images]
        facts = (task.name, task.ours, xml, task.doubts, task.calendar, shown)
        made_of = digest_of(self.digest(), *facts)
        if made_of == task.made_of and output.is_as_written():
            output.now.update(task.before)
        else:
            self.write(task, output, beside, root, xml, images)
        if any(problem.code in IN_THE_WAY for problem in output.problems):
            made_of = ""  # the next build tries again
        return Published(
            output.now, made_of, tuple(output.kept_now), tuple(output.problems), images,
            self.index(task.name, root),
        )  # fmt: skip

    def index(self, name: str, root: etree._Element) -> tuple[Indexed, ...]:
        """Its texts, where an index is to be made."""
        if self.records is None:
            return ()
        try:
            return write_records(self.records, name, root)
        except OSError as error:
            raise unwritable(self.records, error) from None

    def digest(self) -> str:
        """The checksum of what every page is made of beside its document."""
        if not self._digest:
            settings = replace(self.settings, facsimile=None)  # it tells where images lie
            facts = (settings, self.interface, self.show_doubt, self.searched)
            self._digest = digest_of(program_digest(), *facts)
        return self._digest

    def write(
        self, task: DocumentTask, output: Output, beside: Beside, root: etree._Element,
        xml: bytes, images: tuple[Image, ...],
    ) -> None:  # fmt: skip
        """TEI (where it is ours), page and texts.

        Of a file that an editor changed it is no longer known which line of the page went where.
        """
        name, path = task.name, str(self.folder / f"tei/{task.name}.xml")
        if task.ours:
            output.write(f"tei/{name}.xml", xml)
        page = renderer().html(
            xml,
            path=path,
            strict=True,
            assets="../assets/",
            interface=self.interface,
            search="../search.html" if self.searched else "",
            calendar=task.calendar,
            show_doubt=self.show_doubt,
            doubts=task.doubts,
            site=beside.document(name, root, xml if task.ours else b"", images),
        )
        text = renderer().text(xml, path=path, strict=True, interface=self.interface)
        output.write(f"html/{name}.html", page.text.encode())
        for folder in ("text/reading", "html"):
            output.write(f"{folder}/{name}.txt", text.text.encode())
        for file in word_files(root):
            words = renderer().words(xml, path=path, strict=True, places=file.places)
            if words.text:  # programs that count words stumble over an empty file
                output.write(file.name(name), words.text.encode())
