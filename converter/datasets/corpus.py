"""Corpora: ``tei/<volume>/corpus.xml``, a volume in one file (TEI P5, chapter 4: teiCorpus)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from converter.counting import plural
from converter.datasets import Dataset, File, Gathered, Read
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


@dataclass(frozen=True, slots=True)
class Part:
    """What the corpus of its volume must know of a document first: ``id`` of its TEI element.

    ``stated`` are the restrictions of rights, ``sources`` the volume and the archive by their text.
    """

    name: str
    id: str
    volume: str
    stated: tuple[str, ...]
    sources: Mapping[str, bytes]


def part_of(document: Gathered) -> Part:
    root = document.root
    return Part(
        document.name,
        root.get(ID, ""),
        document.summary.volume,
        tuple(restrictions_in(root)),
        {
            " ".join("".join(map(str, source.itertext())).split()): etree.tostring(source)
            for source in sources(root)
        },
    )


@dataclass(frozen=True, slots=True)
class Moving:
    """A document at its place among those of its volume, written out."""

    placed: Mapping[str, Placed]

    def __call__(self, document: Gathered) -> bytes:
        return piece(moved(document.root, document.name, self.placed))


class Corpus(Dataset):
    """The documents of a volume in their order below a header of the volume.

    They are read again when the volume ends: only then is it known where references lead.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings, self.take = settings, part_of
        self._begin()

    def _begin(self) -> None:
        self.placed: dict[str, Placed] = {}
        self.taken: set[str] = set()
        self.volume = ""
        self.stated: dict[str, None] = {}
        self.sources: dict[str, bytes] = {}

    def add(self, taken: Part) -> None:
        here = place(taken.name, taken.id, self.taken)
        self.placed[taken.name] = here
        self.taken.add(here.id)
        self.volume = self.volume or taken.volume
        self.stated.update(dict.fromkeys(taken.stated))
        for text, source in taken.sources.items():
            self.sources.setdefault(text, source)

    def end_of_volume(self, folder: str, read: Read) -> Iterator[File]:
        yield f"tei/{folder}/{NAME}", self._pieces(read)
        self._begin()

    def _pieces(self, read: Read) -> Iterator[bytes]:
        """The header, and each document moved to its place, one in memory at a time."""
        found = [etree.fromstring(source) for source in self.sources.values()]
        found.sort(key=lambda each: local(each) != "biblStruct")
        number = len(self.placed)
        yield DECLARATION + f'<teiCorpus xmlns="{TEI}" xml:space="preserve">\n'.encode()
        yield piece(corpus_header(self.volume, self.settings, number, found, self.stated))
        yield from read(Moving(self.placed))
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
