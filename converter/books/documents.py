"""The documents of a book: TEI files read, gathered by volume and put in their order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from converter.entries import Entry
from converter.identifiers import file_stem, name_slug, slug
from converter.markup import ID, TEI
from converter.order import ordered
from converter.problems import Place, Problem, Refused
from converter.render import STYLESHEETS
from converter.sources import Found, Source
from converter.summary import Summary, summarise
from converter.xml_files import parse_xml


@dataclass(frozen=True, slots=True)
class Document:
    """One TEI document, whoever wrote it: where it lies, its bytes, its tree, what it says."""

    path: Path
    data: bytes
    root: etree._Element
    summary: Summary

    @property
    def stem(self) -> str:
        """The name of its chapter: its id after the volume, else its file's name made plain."""
        named = self.summary.identifier
        return file_stem(named) if "_" in named else slug(self.path.stem) or "document"


@dataclass(frozen=True, slots=True)
class Volume:
    """What becomes one book: documents in their order, and the name of its file."""

    documents: tuple[Document, ...]
    name: str
    alone: bool = False  # a document that was named by itself

    @property
    def title(self) -> str:
        """The title of the printed volume; empty where its documents name none."""
        return self.documents[0].summary.volume


def read_documents(found: Found, named: Sequence[Path]) -> tuple[list[Document], list[Problem]]:
    """The documents among the files, and what is wrong with the others.

    That a file is no document is told of those that are ``named`` themselves: in the folders of
    every edition there are lists of persons. A file that is named twice is read once.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    once: dict[Path, Source] = {source.path.resolve(): source for source in found.sources}
    for source in once.values():
        try:
            data = source.data()
            root = parse_xml(data, str(source.path)).getroot()
        except Refused as refused:
            problems.append(refused.problem)
            continue
        if is_document(root):
            documents.append(Document(source.path, data, root, summarise(root)))
        elif source.path in named:
            facts = {"name": etree.QName(root).localname}
            problems.append(Problem("book-no-document", Place(str(source.path)), facts=facts))
    return documents, problems


def is_document(root: etree._Element) -> bool:
    """A TEI element with a text that is none of the edition's lists."""
    is_list = f"{root.get(ID)} html" in STYLESHEETS
    return root.tag == f"{{{TEI}}}TEI" and root.find(f"{{{TEI}}}text") is not None and not is_list


def volumes(documents: Iterable[Document], alone: bool) -> list[Volume]:
    """The books to be made: one of each volume, by their names; ``alone``, one of the document."""
    by_name: dict[str, list[Document]] = {}
    for document in documents:
        title = document.summary.volume
        by_name.setdefault(name_slug(title) if title else "documents", []).append(document)
    if alone:
        return [Volume((only,), document_name(only), True) for (only,) in by_name.values()]
    return [Volume(tuple(in_order(by_name[name])), name) for name in sorted(by_name)]


def document_name(document: Document) -> str:
    """The name of the book of one document: its whole id, so that it says the volume too."""
    return document.summary.identifier.replace("_", "-") or document.stem


def in_order(documents: Sequence[Document]) -> Iterator[Document]:
    """As the edition has them: each behind the one that names it next; else by their dates.

    Of documents that a hand has put in, or left out, those that still follow each other stay
    together, and each such row stands by the date of its first.
    """
    by_place = {place(document): document for document in documents}
    after = {key: follower(document, by_place) for key, document in by_place.items()}
    led = {key for key in after.values() if key}
    heads = (
        Entry(key, document.summary, ours=False, file=document.path)
        for key, document in by_place.items()
        if key not in led
    )
    for head in ordered(heads, {}):
        key: str = head.name
        while key:
            yield by_place.pop(key)
            key = after[key] if after[key] in by_place else ""
    yield from by_place.values()  # those that lead in a circle


def place(document: Document) -> str:
    return document.path.resolve().as_posix()


def follower(document: Document, known: dict[str, Document]) -> str:
    """The document that is next, where that one names this one as the one before; else nothing."""
    key = beside(document, "next")
    return key if key in known and beside(known[key], "prev") == place(document) else ""


def beside(document: Document, attribute: str) -> str:
    target = document.root.get(attribute)
    return (document.path.resolve().parent / target).as_posix() if target else ""
