"""Beside a page: its TEI, text, citations and images, and what its stylesheet is told of them.

The site stands alone when the folder html is published without the rest of the output.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from converter.exports import FORMS, references
from converter.exports.many import many
from converter.output import Output
from converter.problems import Place, Problem, Refused
from converter.settings import Settings
from converter.site.addresses import origin, page_in
from converter.site.citing import citations
from converter.site.colours import stylesheet
from converter.site.facsimiles import Image, images
from converter.site.sitemap import LONG_AGO, day_of_edition, sitemap

NAMESPACE = "urn:edition"
# How a page's head announces the forms of its citation.
MEDIA_TYPES = {
    "bibtex": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl-json": "application/vnd.citationstyles.csl+json",
    "text": "text/plain",
}
GUIDE = "encoding"  # the page that tells how documents are encoded; all others lead to it
SITEMAP, COLOURS = "html/sitemap.xml", "colours.css"


@dataclass(slots=True)
class Beside:
    """Writes what lies beside the pages of an edition; ``pages`` are those that were announced."""

    output: Output
    settings: Settings
    problems: list[Problem] = field(default_factory=list)

    def document(
        self, name: str, root: etree._Element, tei: bytes = b"", shown: Sequence[Image] = ()
    ) -> bytes:
        """TEI and citations of a document; returns what its page is told of the site.

        ``tei`` is the file as it was just written; without it what lies there, an editor's.
        """
        stem = name.rpartition("/")[2]
        made = self.facts(name)
        add(made, "file", kind="tei", href=f"{stem}.xml", file=f"{stem}.xml")
        add(made, "file", kind="text", href=f"{stem}.txt", file=f"{stem}.txt")
        written = tei or self.output.read(f"tei/{name}.xml")
        self.output.write(f"html/{name}.xml", written)
        self.cite(made, name, root)
        for image in shown:
            if image.file is None:
                made.set("image-host", origin(image.address))
            href = image.address if image.file is None else f"../{image.address}"
            add(made, "image", page=image.page, href=href)
        return etree.tostring(made)

    def facts(self, name: str) -> etree._Element:
        """What every page is told: its address, whose edition it is, where its encoding is told."""
        made = etree.Element(f"{{{NAMESPACE}}}site", nsmap={"ed": NAMESPACE})
        known = {
            "address": page_in(self.settings.address, name),
            "edition": self.settings.title,
            "imprint": self.settings.imprint,
        }
        if name != GUIDE:
            known["guide"] = f"{'../' * name.count('/')}{GUIDE}.html"
        for attribute, value in known.items():
            if value:
                made.set(attribute, value)
        return made

    def cite(self, made: etree._Element, name: str, root: etree._Element) -> None:
        """The citations of a document, as files and as what its page shows."""
        stem = name.rpartition("/")[2]
        for reference in references(root):
            address = page_in(self.settings.address, name)
            for each in citations(replace(reference, url=address or reference.url)):
                self.output.write(f"html/{name}{each.suffix}", each.whole.encode())
                file = f"{stem}{each.suffix}"
                shown = add(made, "citation", form=each.form, type=MEDIA_TYPES[each.form],
                            name=FORM_NAMES[each.form], href=file, file=file)  # fmt: skip
                for part in ("whole", "passage", "unaddressed"):
                    # HTML knows no carriage return; the page's script puts those of RIS back.
                    add(shown, part).text = getattr(each, part).replace("\r\n", "\n")

    def images(self, name: str, root: etree._Element) -> Iterator[Image]:
        """The images of a document's pages; of those that are files, what is not there is told."""
        if self.settings.facsimile is None:
            return
        lacking = []
        for image in images(self.settings.facsimile, name, root):
            if image.file is None or image.file.is_file():
                yield image
            else:
                lacking.append(image.file)
        if lacking:
            facts = {"file": lacking[0].name, "number": str(len(lacking))}
            place = Place(str(self.output.folder / f"tei/{name}.xml"))
            self.output.problems.append(Problem("facsimile-missing", place, "", facts))

    def copy(self, image: Image) -> None:
        """The file of an image, where it is one. Raises Refused where it cannot be read."""
        if image.file is None:
            return
        try:
            self.output.write(f"html/{image.address}", image.file.read_bytes())
        except OSError as error:
            reason = {"reason": error.strerror or ""}
            raise Refused(Problem("cannot-read", Place(str(image.file)), "", reason)) from None

    def listed(self, name: str, *roots: etree._Element, tei: bytes = b"") -> bytes:
        """References of a volume or of the bibliography as files; what a page is told of them."""
        made = self.facts(name)
        if tei:
            self.output.write(f"html/{name}.xml", tei)
            add(made, "file", kind="tei", href=f"{name}.xml", file=f"{name}.xml")
        self.add_files(made, name, roots)
        return etree.tostring(made)

    def volumes(self, volumes: Iterable[tuple[str, Iterable[etree._Element]]]) -> bytes:
        """The same for the contents page, which lists the volumes in this order."""
        made = self.facts("index")
        for name, roots in volumes:
            self.add_files(add(made, "volume", name=name), name, roots)
        return etree.tostring(made)

    def add_files(self, made: etree._Element, name: str, roots: Iterable[etree._Element]) -> None:
        every = (each for root in roots for each in references(root))
        with many(every, self.output.tables) as found:
            for name_of_form, form in FORMS.items() if found else ():
                file = f"{name}{form.suffix}"
                pieces = (piece.encode() for piece in form.pieces(found))
                self.output.write_pieces(f"html/{file}", pieces)
                add(made, "citations", form=name_of_form, href=file, file=file)

    def asset(self, name: str, file: Path) -> bytes:
        """A file that all pages load; the colours are this edition's."""
        changed = name == COLOURS and self.settings.colours
        return stylesheet(self.settings.colours).encode() if changed else file.read_bytes()

    def sitemap(self) -> None:
        """Made last, of all the pages that were written; without a base address there is none."""
        base = self.settings.address
        if not base:
            return
        day = day_of_edition(self.settings.date)
        if not day:
            place = Place(str(self.output.folder / SITEMAP))
            self.problems.append(Problem("sitemap-without-date", place, "", {"day": LONG_AGO}))
        pages = (name[5:-5] for name in self.output.now if is_page(name))
        self.output.write(SITEMAP, sitemap(base, pages, day or LONG_AGO))


FORM_NAMES = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON", "text": "Chicago"}


def is_page(name: str) -> bool:
    return name.startswith("html/") and name.endswith(".html")


def add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
