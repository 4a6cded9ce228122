"""The contents of an edition as a small TEI document, from which the contents page is made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from converter.diary_calendar import FILE as CALENDAR
from converter.diary_calendar import is_diary
from converter.header import publication_statement
from converter.holdings import Holdings
from converter.markup import LANG, TEI, element, fill, serialise
from converter.settings import Settings
from converter.summary import Summary

YEAR = b"<?year ?>"  # the mark
NAMESPACE = f' xmlns="{TEI}"'.encode()

Listed = tuple[Summary, str]  # a document and the address of its page


@dataclass(frozen=True, slots=True)
class Volume:
    """Its documents in order, and what the archive's contents list beside them."""

    documents: Sequence[Listed]
    holdings: Holdings | None = None


def contents(volumes: Sequence[Volume], settings: Settings) -> bytes:
    """Volumes with their documents in order → the TEI that ``xslt/contents/all.xsl`` describes."""
    return b"".join(pieces(volumes, settings))


def pieces(volumes: Sequence[Volume], settings: Settings) -> Iterator[bytes]:
    """The same in pieces: the years, each of which is a tree of its own, and what is around them.

    All in one tree, the documents would need some kilobytes each.
    """
    years = (group for volume in volumes for _, group in groupby(volume.documents, key=year_of))
    around = serialise(frame(volumes, settings)).split(YEAR)
    yield around[0]
    for documents, behind in zip(years, around[1:], strict=True):
        yield within(serialise(year_division(documents)))
        yield behind


def within(document: bytes) -> bytes:
    """A serialised element as it stands in a document: the declarations are those of the whole."""
    _, _, root = document.partition(b"\n")
    return root.removesuffix(b"\n").replace(NAMESPACE, b"", 1)


def frame(volumes: Sequence[Volume], settings: Settings) -> etree._Element:
    """The document with a mark in the place of each year."""
    named = dict.fromkeys(
        summary.volume for volume in volumes for summary, _ in volume.documents if summary.volume
    )
    title = settings.title or ", ".join(named)
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", *headed("title", title),
                    *(element("editor", editor.name) for editor in settings.editors)),
            published(settings),
            element("sourceDesc", element("p", "Made from the headers of the documents.")),
        ),
    )  # fmt: skip
    body = element("body", *map(volume_division, volumes))
    root = element("TEI", header, element("text", body))
    root.set(LANG, settings.interface_language or "en")
    return root


def published(settings: Settings) -> etree._Element:
    """Who publishes the edition; a sentence of the header's own is English on any page."""
    made = publication_statement("", settings)
    for sentence in made.iter(f"{{{TEI}}}p"):
        sentence.set(LANG, "en")
    return made


def volume_division(volume: Volume) -> etree._Element:
    made = element("div", *headed("head", volume.documents[0][0].volume), type="volume")
    if is_diary(volume.documents):
        folder = volume.documents[0][1].partition("/")[0]
        made.append(element("ref", target=f"{folder}/{CALENDAR}.html", type="calendar"))
    made.extend(mark_of_year() for _ in groupby(volume.documents, key=year_of))
    if volume.holdings is not None and volume.holdings.lacking:
        made.append(missing(volume.holdings))
    return made


def year_of(listed: Listed) -> str:
    return listed[0].year


def mark_of_year() -> etree._Element:
    return etree.ProcessingInstruction("year")


def year_division(documents: Iterable[Listed]) -> etree._Element:
    """The documents of one year, or those that have none."""
    year, items = "", []
    for summary, address in documents:
        year = summary.year
        items.append(item(summary, address))
    return element("div", *headed("head", year), element("list", *items), type="year")


def missing(held: Holdings) -> etree._Element:
    """The entries of the archive's contents without a document here, in their order.

    A title that is open, because only some of its entries have one, stands behind the others.
    """
    counts = (("entry", held.listed), ("without-document", held.lacking))
    items = [element("item", element("title", title)) for title in held.missing]
    items += (
        element("item", element("title", open_.title), *measures(
            ("entry", open_.listed), ("without-document", open_.listed - open_.held)))
        for open_ in held.shared
    )  # fmt: skip
    head = headed("head", held.heading)
    return element("div", *head, *measures(*counts), element("list", *items), type="missing")


def headed(name: str, words: str) -> list[etree._Element]:
    """A heading; where there is none, the stylesheet says so in the language of the interface."""
    return [element(name, words)] if words else []


def measures(*counts: tuple[str, int]) -> list[etree._Element]:
    return [element("measure", unit=unit, quantity=str(number)) for unit, number in counts]


def item(document: Summary, address: str) -> etree._Element:
    ref = element("ref", target=address, type=document.kind)
    if document.when:
        fill(ref, [element("date", document.when, when=document.when), " "])
    ref.append(element("title", document.title, lang=document.language or None))
    return element(
        "item",
        ref,
        *names(document.authors, "author"),
        *names(document.recipients, "recipient"),
        element("measure", unit="page-mark", quantity=str(document.page_marks)),
    )


def names(printed: Iterable[str], role: str) -> list[etree._Element]:
    return [element("persName", name, role=role) for name in printed]
