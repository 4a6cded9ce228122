"""Publish: the contents page of an edition, its lists, and what all pages share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from converter.annotations.page import annotations_page
from converter.contents import Volume, contents
from converter.encoding_guide import encoding_page, with_body
from converter.entries import Volumes
from converter.holdings import Holdings
from converter.output import Output
from converter.render import Rendered, Renderer
from converter.resources import assets
from converter.settings import Settings
from converter.site.beside import GUIDE, Beside
from converter.xml_files import parse_xml

# The pages of an edition that are no documents, beside its contents.
LISTS = ("bibliography", "persons", "places", "search", "annotations")


@dataclass(slots=True)
class Publisher:
    """Writes an edition into its folder; keeps one warm renderer."""

    output: Output
    interface: str  # the language of the words the edition adds
    searched: bool = False  # the edition has a page for it
    renderer: Renderer = field(default_factory=Renderer)
    settings: Settings = field(default_factory=Settings)
    beside: Beside = field(init=False)

    def __post_init__(self) -> None:
        self.beside = Beside(self.output, self.settings)

    def told(self, name: str) -> bytes:
        """What the page of a list is told of the site."""
        return etree.tostring(self.beside.facts(name))

    def there(self, names: Iterable[str] = LISTS) -> str:
        """Those of the pages that exist, so that no page leads to one that could not be made.

        The search is written last, and the annotations need no more than the contents.
        """
        to_come = {"annotations", *(["search"] if self.searched else [])}
        return " ".join(
            name for name in names if name in to_come or f"html/{name}.html" in self.output.now
        )

    def listed(self, name: str, tei: bytes, lists: str = "") -> Rendered:
        """The page of a list; beside that of the bibliography its text and its references."""
        path, site, text = str(self.output.folder / f"tei/{name}.xml"), self.told(name), None
        if name == "bibliography":
            text = self.renderer.text(tei, path=path, interface=self.interface)
            site = self.beside.listed(name, parse_xml(tei, path).getroot(), tei=tei)
        page = self.renderer.html(
            tei,
            path=path,
            assets="assets/",
            home="index.html",
            interface=self.interface,
            lists=lists,
            site=site,
        )
        if text is not None:
            self.output.write(f"text/{name}.txt", text.text.encode())
        return page

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
        tei = contents(listed, settings)
        facts = self.beside.volumes(
            (name, (entry.apparatus() for entry in entries)) for name, entries in volumes.items()
        )
        page = self.renderer.contents(
            tei, interface=self.interface, site=facts, lists=self.there(lists)
        )
        self.output.write("html/index.html", page.text.encode())
        known = ((entry.name, entry.summary) for group in volumes.values() for entry in group)
        own = self.renderer.annotations(
            annotations_page(known, settings),
            interface=self.interface,
            site=self.told("annotations"),
            lists=self.there(lists),
        )
        self.output.write("html/annotations.html", own.text.encode())
        self.guide(settings, lists)
        for name, file in assets().items():
            self.output.write(f"html/assets/{name}", self.beside.asset(name, file))

    def guide(self, settings: Settings, lists: Sequence[str]) -> None:
        """The page that tells how the documents are encoded."""
        page = self.renderer.encoding(
            encoding_page(settings),
            interface=self.interface,
            site=self.told(GUIDE),
            lists=self.there(lists),
        )
        self.output.write(f"html/{GUIDE}.html", with_body(page).encode())
