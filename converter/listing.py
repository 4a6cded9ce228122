"""What the lists of an edition share: documents as they call them, initials, the file around."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from converter.bibliography.file import Called
from converter.header import publication_statement
from converter.markup import LANG, element
from converter.settings import Settings

LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as a list calls it, and where it stands in the edition."""

    called: Called
    kind: str
    volume: str
    place: int  # of the volume in the edition, counted from 1


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: the id of the paragraph or note around it, and the note's number."""

    anchor: str
    label: str = ""


def reference(
    document: str, documents: Mapping[str, Listed], spot: Spot | None = None
) -> etree._Element:
    """``14 March 1938, n. 3``, which leads to the note or the paragraph."""
    called = documents[document].called
    anchor = f"#{spot.anchor}" if spot and spot.anchor else ""
    what = (
        element("date", called.words, when=called.when)
        if called.when
        else element("title", called.words)
    )
    made = element("ref", what, target=f"{document}.xml{anchor}")
    if spot and spot.label:
        what.tail = ", n. "
        made.append(element("num", spot.label))
    return made


def parted(items: Iterable[etree._Element]) -> Iterator[etree._Element | str]:
    """Items with commas between them."""
    for number, item in enumerate(items):
        if number:
            yield ", "
        yield item


def initial_of(name: str) -> str:
    """The letter under which a reader looks: a Latin one without its diacritics.

    >>> [initial_of(name) for name in ("Étienne", "Йосиф", "de Vaucourt")]
    ['E', 'Й', 'D']
    """
    first = name[:1]
    plain = unicodedata.normalize("NFD", first)[:1] if first <= LAST_LATIN else first
    return plain.upper() or "–"


def list_document(
    identifier: str,
    title: str,
    told: str,
    lists: Sequence[etree._Element],
    settings: Settings,
) -> etree._Element:
    """The TEI document of a list: a header that says what it was made from, then the list."""
    titles = [element("title", title, type="main")]
    titles += [element("title", settings.title, type="sub")] if settings.title else []
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", *titles),
            publication_statement("", settings),
            element("sourceDesc", element("p", told)),
        ),
    )
    text = element("text", element("body", *lists))
    root = element("TEI", header, text, id_=identifier, space="preserve")
    root.set(LANG, "en")  # the language of its headings
    return root
