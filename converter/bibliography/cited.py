"""Read citations: those of one TEI document in their order, note by note, whoever wrote it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from sys import intern

from lxml import etree

from converter.bibliography.persons import Person, persons
from converter.bibliography.titles import Title, title
from converter.linked import places
from converter.markup import ID, TEI, local

BIBL, NOTE = f"{{{TEI}}}bibl", f"{{{TEI}}}note"
PARTS = ("class", "piece", "item", "fond", "opis", "delo")
WORKS = frozenset(("book", "journal", "chapter", "thesis", "web", "other"))


@dataclass(frozen=True, slots=True)
class CitingDocument:
    """A document of the edition: ``diary/1938-03-14``, and its TEI."""

    name: str
    root: etree._Element
    ours: bool = True  # not changed by an editor


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """A shelfmark as printed, its parts by their names, and in full where it is printed short."""

    printed: str = ""
    full: str = ""
    parts: tuple[tuple[str, str], ...] = ()

    def part(self, name: str) -> str:
        return next((text for kind, text in self.parts if kind == name), "")


@dataclass(frozen=True, slots=True)
class Extent:
    """A volume, issue or series, or the pages that an article fills, with the first and last."""

    unit: str
    words: str
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation with its fields as values; ``at`` is its place among the linked elements."""

    at: int = field(compare=False)
    document: str
    type: str
    words: str  # as printed, white space folded
    repeats: str = ""  # the words of its "ibid." or "op. cit."
    led_in: str = ""  # what the note says between the one before it and this one, if it repeats it
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    titles: tuple[tuple[str, Title], ...] = ()  # with their levels
    repository: str = ""
    collection: str = ""
    shelfmark: Shelfmark | None = None
    date: str = ""  # in figures where the element says so
    date_words: str = ""
    place: str = ""
    publisher: str = ""
    extent: tuple[Extent, ...] = ()
    cited_by: tuple[str, ...] = ()  # the units of the places cited: page, folio, document, column
    address: str = ""
    corresp: str = ""
    cert: str = ""

    def title(self, *levels: str) -> Title | None:
        """Its first title of the first of these levels that it has."""
        return next((t for level in levels for at, t in self.titles if at == level), None)

    @property
    def is_work(self) -> bool:
        return self.type in WORKS


@dataclass(frozen=True, slots=True)
class CitingNote:
    """A note and its citations, often none; ``section`` tells translation from transcription."""

    document: str
    section: int
    id: str
    label: str
    kind: str
    citations: tuple[Cited, ...]
    rest: str = ""  # what it says behind its last citation, if it has one


def citing_notes(document: CitingDocument) -> list[CitingNote]:
    """All footnotes in order; a citation in the text itself counts as in a note of its own."""
    found: list[CitingNote] = []
    at = places(document.root)
    for number, section in enumerate(sections(document.root)):
        held: dict[etree._Element, list[etree._Element]] = {}
        for node in section.iter(NOTE, BIBL):
            if node.tag == NOTE:
                if node.get("place") != "inline":
                    held.setdefault(node, [])
            elif not any(above.tag == BIBL for above in node.iterancestors()):
                held.setdefault(holder(node), []).append(node)
        for position, (note, bibls) in enumerate(held.items(), start=1):
            between, rest = led_in(note)
            citations = tuple(
                cited(one, at[one], document.name, between.get(one, "")) for one in bibls
            )
            label = note.get("n") or str(position) if note.tag == NOTE else ""
            id_, label, kind = map(intern, (note.get(ID, ""), label, note.get("type", "")))
            found.append(
                CitingNote(
                    document.name, number, id_, label, kind, citations, rest if bibls else ""
                )
            )
    return found


def sections(root: etree._Element) -> Sequence[etree._Element]:
    """Translation and transcription where there are both: their notes do not follow each other."""
    text = next(root.iter(f"{{{TEI}}}text"), root)
    body = next(text.iter(f"{{{TEI}}}body"), text)
    divisions = [d for d in body if d.get("type") in ("translation", "transcription")]
    return divisions or [text]


def holder(bibl: etree._Element) -> etree._Element:
    """The note of a citation, else the nearest element around it that has an address."""
    above = list(bibl.iterancestors())
    notes = (node for node in above if node.tag == NOTE and node.get("place") != "inline")
    addressed = (node for node in above if node.get(ID))
    return next(chain(notes, addressed, above[:1], [bibl]))


def led_in(note: etree._Element) -> tuple[dict[etree._Element, str], str]:
    """What a note says before each of its citations, behind the one before; and behind the last."""
    found: dict[etree._Element, str] = {}
    said: list[str] = []

    def listen(node: etree._Element) -> None:
        said.append(node.text or "")
        for child in node:
            if child.tag == BIBL:
                found[child] = "".join(said)
                said.clear()
            elif child.tag != NOTE:
                listen(child)
            said.append(child.tail or "")

    listen(note)
    return found, "".join(said)


def cited(bibl: etree._Element, at: int, document: str = "", led_in: str = "") -> Cited:
    """A bibl → its fields as values."""
    repeats = first(bibl, "ref", "ibid")
    return Cited(
        at,
        document,
        type=intern(bibl.get("type", "other")),
        words=words(bibl),
        repeats=repeats,
        led_in=led_in if repeats else "",
        authors=persons(every(bibl, "author")),
        editors=persons(every(bibl, "editor")),
        titles=tuple((at.get("level", "m"), title(words(at))) for at in fields(bibl, "title")),
        repository=first(bibl, "orgName"),
        collection=first(bibl, "name", "collection"),
        shelfmark=next(map(shelfmark, fields(bibl, "idno", "shelfmark")), None),
        date=next(map(dated, fields(bibl, "date")), ""),
        date_words=first(bibl, "date"),
        place=first(bibl, "pubPlace"),
        publisher=first(bibl, "publisher"),
        extent=tuple(map(extent, fields(bibl, "biblScope"))),
        cited_by=tuple(at.get("unit", "") for at in fields(bibl, "citedRange")),
        address=next((at.get("target", "") for at in fields(bibl, "ref", "url")), ""),
        corresp=bibl.get("corresp", ""),
        cert=bibl.get("cert", ""),
    )


def shelfmark(idno: etree._Element) -> Shelfmark:
    parts = ((part.get("type", ""), words(part)) for part in idno.iter() if part is not idno)
    return Shelfmark(
        words(idno), idno.get("n", ""), tuple((name, text) for name, text in parts if name in PARTS)
    )


def extent(scope: etree._Element) -> Extent:
    unit, first, last = (scope.get(name, "") for name in ("unit", "from", "to"))
    return Extent(unit, words(scope), first, last)


def dated(date: etree._Element) -> str:
    """ISO where the element says so, else the printed words."""
    return date.get("when") or date.get("from") or words(date)


def fields(bibl: etree._Element, name: str, kind: str = "") -> Iterator[etree._Element]:
    for node in bibl.iter(f"{{{TEI}}}{name}"):
        if not kind or node.get("type") == kind:
            yield node


def every(bibl: etree._Element, name: str) -> list[str]:
    return [words(node) for node in fields(bibl, name)]


def first(bibl: etree._Element, name: str, kind: str = "") -> str:
    return next(map(words, fields(bibl, name, kind)), "")


def words(node: etree._Element) -> str:
    """The text of an element as printed; a note or remark inside it is no part of it."""
    return " ".join("".join(spoken(node)).split())


def spoken(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if local(child) not in ("note", ""):
            yield from spoken(child)
        yield child.tail or ""
