"""Publish: TEI, page and text of every document and the contents page, written to the output."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from converter.annotations.page import annotations_page
from converter.contents import Volume, contents
from converter.holdings import Holdings
from converter.markup import serialise
from converter.output import Output
from converter.problems import Problem, Refused
from converter.render import Renderer
from converter.resources import assets
from converter.settings import Settings
from converter.site.beside import Beside
from converter.summary import Summary
from converter.whereabouts import Doubtful
from converter.xml_files import parse_xml

Progress = Callable[[str, int, int], None]  # what is done, how far it is, of how much


@dataclass(slots=True)
class Entry:
    """A document of the edition: its TEI as it is now on disk or will be, ours or an editor's."""

    name: str
    root: etree._Element
    summary: Summary
    ours: bool


Volumes = Mapping[str, Sequence[Entry]]


@dataclass(slots=True)
class Publisher:
    """Writes an edition into its folder; keeps one warm renderer."""

    output: Output
    interface: str  # the language of the words the edition adds
    show_doubt: bool = False
    searched: bool = False  # the edition has a page for it
    doubtful: Mapping[str, Doubtful] = field(default_factory=dict)  # by the documents' names
    renderer: Renderer = field(default_factory=Renderer)
    settings: Settings = field(default_factory=Settings)
    beside: Beside = field(init=False)

    def __post_init__(self) -> None:
        self.beside = Beside(self.output, self.settings)

    def documents(self, volumes: Volumes, progress: Progress) -> list[Problem]:
        """Every document; one that cannot be rendered costs only its own page and text."""
        problems: list[Problem] = []
        entries = [entry for group in volumes.values() for entry in group]
        for number, entry in enumerate(entries, start=1):
            progress("writing the edition", number, len(entries))
            try:
                self.document(entry)
            except Refused as refused:
                problems.append(refused.problem)
        return problems

    def document(self, entry: Entry) -> None:
        """TEI (where it is ours), page and text of one document.

        Of a file that an editor changed it is no longer known which line of the page went where.
        """
        xml, name = serialise(entry.root), f"tei/{entry.name}.xml"
        path = str(self.output.folder / name)
        if entry.ours:
            self.output.write(name, xml)
        doubtful = self.doubtful.get(entry.name) if entry.ours else None
        page = self.renderer.html(
            xml,
            path=path,
            strict=True,
            assets="../assets/",
            interface=self.interface,
            search="../search.html" if self.searched else "",
            show_doubt=self.show_doubt,
            doubts=doubtful.placed(entry.root) if doubtful else "",
            site=self.beside.document(entry.name, entry.root, xml if entry.ours else b""),
        )
        text = self.renderer.text(xml, path=path, strict=True, interface=self.interface)
        self.output.write(f"html/{entry.name}.html", page.text.encode())
        for folder in ("text/reading", "html"):
            self.output.write(f"{folder}/{entry.name}.txt", text.text.encode())

    def bibliography(self, tei: bytes, lists: str = "") -> list[Problem]:
        """The bibliography as a page and as text; an editor's own may have what has no form."""
        path = str(self.output.folder / "tei/bibliography.xml")
        try:
            text = self.renderer.text(tei, path=path, interface=self.interface)
            page = self.renderer.html(
                tei,
                path=path,
                assets="assets/",
                home="index.html",
                interface=self.interface,
                lists=lists,
                site=self.beside.listed("bibliography", parse_xml(tei, path).getroot(), tei=tei),
            )
        except Refused as refused:
            return [refused.problem]
        self.output.write("html/bibliography.html", page.text.encode())
        self.output.write("text/bibliography.txt", text.text.encode())
        return [*page.unhandled]

    def contents(
        self,
        volumes: Volumes,
        held: Mapping[str, Holdings],
        settings: Settings,
        lists: Sequence[str] = (),
    ) -> None:
        """The contents page and what all pages share."""
        listed = [
            Volume([(entry.summary, f"{entry.name}.html") for entry in entries], held.get(name))
            for name, entries in volumes.items()
        ]
        tei = contents(listed, settings, lists)
        facts = self.beside.volumes(
            (name, [entry.root for entry in entries]) for name, entries in volumes.items()
        )
        page = self.renderer.contents(tei, assets="assets/", interface=self.interface, site=facts)
        self.output.write("html/index.html", page.text.encode())
        known = ((entry.name, entry.summary) for group in volumes.values() for entry in group)
        own = self.renderer.annotations(annotations_page(known, settings), interface=self.interface)
        self.output.write("html/annotations.html", own.text.encode())
        for name, file in assets().items():
            self.output.write(f"html/assets/{name}", self.beside.asset(name, file))
