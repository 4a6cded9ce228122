"""Publish: the contents page of an edition, its lists, and what all pages share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from converter.annotations.page import annotations_page
from converter.contents import Volume, contents
from converter.encoding_guide import encoding_page, with_body
from converter.entries import Volumes
from converter.holdings import Holdings
from converter.output import Output
from converter.problems import Refused
from converter.render import Rendered
from converter.rendering import Rendering, Told, rendered
from converter.resources import assets
from converter.settings import Settings
from converter.site.beside import GUIDE, Beside
from converter.workers import Workers
from converter.xml_files import parse_xml

# The pages of an edition that are no documents, beside its contents.
LISTS = ("bibliography", "persons", "places", "search", "annotations")


@dataclass(slots=True)
class Publisher:
    """Writes an edition into its folder; its pages are rendered by the workers."""

    output: Output
    interface: str  # the language of the words the edition adds
    searched: bool = False  # the edition has a page for it
    workers: Workers = field(default_factory=Workers)
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

    def rendered(self, *pages: Rendering) -> Iterator[Rendered]:
        """The pages; raises Refused at one that cannot be made."""
        for page in rendered(self.workers, pages):
            if isinstance(page, Refused):
                raise page
            yield page

    def listed(self, name: str, tei: bytes, lists: str = "") -> Rendered:
        """The page of a list; beside that of the bibliography its text and its references.

        Raises Refused where one of them cannot be made.
        """
        path, site, text = str(self.output.folder / f"tei/{name}.xml"), self.told(name), None
        around: Told = {"path": path, "interface": self.interface}
        if name == "bibliography":
            (text,) = self.rendered(Rendering("text", tei, around))
            site = self.beside.listed(name, parse_xml(tei, path).getroot(), tei=tei)
        told: Told = {"assets": "assets/", "home": "index.html", "lists": lists, "site": site}
        (page,) = self.rendered(Rendering("html", tei, around | told))
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
        around: Told = {"interface": self.interface, "lists": self.there(lists)}
        known = ((entry.name, entry.summary) for group in volumes.values() for entry in group)
        own, of_annotations = annotations_page(known, settings), self.told("annotations")
        page, annotations, guide = self.rendered(
            Rendering("contents", tei, around | {"site": facts}),
            Rendering("annotations", own, around | {"site": of_annotations}),
            Rendering("encoding", encoding_page(settings), around | {"site": self.told(GUIDE)}),
        )
        self.output.write("html/index.html", page.text.encode())
        self.output.write("html/annotations.html", annotations.text.encode())
        self.output.write(f"html/{GUIDE}.html", with_body(guide.text).encode())
        for name, file in assets().items():
            self.output.write(f"html/assets/{name}", self.beside.asset(name, file))
