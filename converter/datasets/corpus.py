"""Corpora: ``tei/<volume>/corpus.xml``, a volume in one file (TEI P5, chapter 4: teiCorpus)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from converter.counting import plural
from converter.datasets import Dataset, File, Gathered
from converter.datasets.places_in_corpus import Placed, moved, place
from converter.header import encoding, publication_statement
from converter.markup import DECLARATION, ID, TEI, element, indent, local, serialise
from converter.rights import restrictions_in
from converter.settings import Settings

NAME = "corpus.xml"
NS = {"t": TEI}
SOURCE = "t:teiHeader/t:fileDesc/t:sourceDesc/"
INLINE = frozenset(("title", "persName", "resp", "name", "publisher", "p", "bibl", "licence"))
GATHERED = "documents of the volume put into one file"


class Corpus(Dataset):
    """The documents of a volume in their order below a header of the volume.

    They are read again when the volume ends: only then is it known where references lead.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._begin()

    def _begin(self) -> None:
        self.documents: dict[str, Callable[[], etree._Element]] = {}
        self.placed: dict[str, Placed] = {}
        self.taken: set[str] = set()
        self.volume = ""
        self.stated: dict[str, None] = {}
        self.sources: dict[str, etree._Element] = {}

    def add(self, document: Gathered) -> None:
        here = place(document.name, document.root.get(ID, ""), self.taken)
        self.placed[document.name] = here
        self.taken.add(here.id)
        self.documents[document.name] = document.again
        self.volume = self.volume or document.summary.volume
        self.stated.update(dict.fromkeys(restrictions_in(document.root)))
        for source in sources(document.root):
            self.sources.setdefault(" ".join("".join(map(str, source.itertext())).split()), source)

    def end_of_volume(self, folder: str) -> Iterator[File]:
        yield f"tei/{folder}/{NAME}", self._pieces()
        self._begin()

    def _pieces(self) -> Iterator[bytes]:
        """The header, and each document moved to its place, one in memory at a time."""
        found = sorted(self.sources.values(), key=lambda each: local(each) != "biblStruct")
        number = len(self.documents)
        yield DECLARATION + f'<teiCorpus xmlns="{TEI}" xml:space="preserve">\n'.encode()
        yield piece(corpus_header(self.volume, self.settings, number, found, self.stated))
        for name, again in self.documents.items():
            yield piece(moved(again(), name, self.placed))
        yield b"</teiCorpus>\n"


def piece(root: etree._Element) -> bytes:
    """An element on lines of its own."""
    return serialise(root).removeprefix(DECLARATION)


def corpus_header(
    volume: str,
    settings: Settings,
    documents: int,
    sources: Sequence[etree._Element],
    stated: Iterable[str],
) -> etree._Element:
    """The header of a volume: its title and the edition's, who publishes it, where it is from."""
    titles = [element("title", volume or "Volume not named", type="main")]
    titles += [element("title", settings.title, type="sub")] if settings.title else []
    editors = [element("editor", element("persName", each.name)) for each in settings.editors]
    software = element("name", "converter", type="software")
    gathering = element("respStmt", element("resp", GATHERED), software)
    number = element(
        "measure", plural(documents, "document"), unit="document", quantity=str(documents)
    )
    made = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", *titles, *editors, gathering),
            element("extent", number),
            publication(settings, "; ".join(stated)),
            element("sourceDesc", *(sources or [element("p", "Gathered from its documents.")])),
        ),
        encoding(),
    )
    indent(made, 0, INLINE)
    return made


def publication(settings: Settings, stated: str) -> etree._Element:
    """As in the documents; what their pages state of rights is quoted, each wording once."""
    made = publication_statement("", settings)
    if stated:
        holder = made.find("t:availability", NS)
        told = element("p", f"The pages it was made from state: {stated}.")
        (made if holder is None else holder).append(told)
    return made


def sources(root: etree._Element) -> Iterator[etree._Element]:
    """The printed volume of a document and the archive that shows it, without the document."""
    for monograph in root.iterfind(f"{SOURCE}t:biblStruct/t:monogr", NS):
        copy = without(monograph, "biblScope")
        yield element("biblStruct", copy)
    for archive in root.iterfind(f"{SOURCE}t:bibl[@type='digital']", NS):
        yield without(archive, "idno", "ref")


def without(node: etree._Element, *names: str) -> etree._Element:
    """A copy without these children, without white space between the others, and without ids."""
    copy = deepcopy(node)
    copy.tail = None
    for child in [each for each in copy if local(each) in names]:
        before = child.getprevious()
        if before is not None:
            before.tail = None
        copy.remove(child)
    for each in copy.iter("*"):
        if ID in each.attrib:
            del each.attrib[ID]
    return copy
