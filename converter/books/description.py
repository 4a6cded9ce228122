"""The description of a book as a small TEI document, from which all but its chapters is made.

What it holds is told in ``xslt/epub/book-all.xsl``.
"""

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from converter.books.chapters import Chapter
from converter.books.documents import Volume
from converter.books.fitting import LANGUAGE
from converter.books.links import WEB
from converter.identifiers import volume_folder
from converter.markup import LANG, TEI, element, serialise

NS = {"t": TEI}
HEADER = "t:teiHeader/"
FILE = f"{HEADER}t:fileDesc/"
PUBLICATION = f"{FILE}t:publicationStmt"


@dataclass(frozen=True, slots=True)
class Day:
    """The day that a format demands, and whether the edition itself stated it."""

    day: str  # YYYY-MM-DD
    stated: bool


def described(volume: Volume, chapters: Sequence[Chapter], day: Day) -> bytes:
    """A volume and the chapters made of it → the TEI that the stylesheets of a book read."""
    roots = [chapter.document.root for chapter in chapters]
    publishers = distinct(texts(roots, f"{PUBLICATION}/t:publisher"))
    published = element(
        "publicationStmt",
        *(element("publisher", name) for name in publishers),
        *([element("date", day.day, when=day.day)] if day.stated else []),
        element("idno", identifier(volume, publishers), type="URN"),
        element("availability", *terms(roots)),
    )
    file = element(
        "fileDesc",
        element("titleStmt", *titles(volume), *names(roots, "author"), *names(roots, "editor")),
        published,
        element("sourceDesc", *(element("bibl", source) for source in sources(roots))),
    )
    spoken = languages(roots)
    header = element(
        "teiHeader",
        file,
        element("profileDesc", element("langUsage", *(
            element("language", ident=code) for code in spoken))),
        element("revisionDesc", element("change", when=f"{day.day}T00:00:00Z")),
    )  # fmt: skip
    body = element("body", *years(chapters), *pages(chapters))
    book = element("TEI", header, *making(roots), element("text", body))
    book.set(LANG, spoken[0])
    return serialise(book)


def titles(volume: Volume) -> Iterator[etree._Element]:
    """The volume's title; of a document that is a book by itself, its own and the volume's."""
    if volume.alone:
        yield element("title", volume.documents[0].summary.title, type="main")
        if volume.title:
            yield element("title", volume.title, type="sub")
    else:
        yield element("title", volume.title, type="main")


def identifier(volume: Volume, publishers: Iterable[str]) -> str:
    """A name for the book that stays: it follows from the volume's id and who publishes it."""
    first = volume.documents[0].summary.identifier
    named = first if volume.alone and first else volume_folder(first) or volume.name
    return uuid.uuid5(uuid.NAMESPACE_URL, "|".join(("urn:edition", named, *publishers))).urn


def languages(roots: Iterable[etree._Element]) -> list[str]:
    """The languages of the texts by their codes, the commonest first; ``und`` where none is known.

    A language of single words, as in ``foreign``, is none of the book's.
    """
    found = Counter(
        code
        for root in roots
        for each in (root, *root.iterfind("t:text/t:body/t:div", NS))
        if LANGUAGE.fullmatch(code := each.get(LANG, ""))
    )
    return [code for code, _ in found.most_common()] or ["und"]


def names(roots: Iterable[etree._Element], role: str) -> Iterator[etree._Element]:
    for name in distinct(texts(roots, f"{FILE}t:titleStmt/t:{role}")):
        yield element(role, name)


def sources(roots: Iterable[etree._Element]) -> list[str]:
    """From what the texts were taken: the printed volume, the archive, or as others say it."""
    told: list[str] = []
    printed, archives, others = [], [], []
    for root in roots:
        for volume in root.iterfind(f"{FILE}t:sourceDesc/t:biblStruct/t:monogr", NS):
            parts = (*volume.iterfind("t:title", NS), *volume.iterfind("t:imprint/*", NS))
            printed.append(", ".join(filter(None, map(plain, parts))))
        archives += texts([root], f"{FILE}t:sourceDesc/t:bibl[@type='digital']")
        if not (printed or archives):
            others += texts([root], f"{FILE}t:sourceDesc")
    for each in (printed, archives, others):
        told += distinct(each)
    return told


def terms(roots: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Licences and what the pages state of rights, each once; nothing that nobody stated."""
    once: set[tuple[str, str]] = set()
    for root in roots:
        stated = (
            *root.iterfind(f"{PUBLICATION}/t:availability/t:licence", NS),
            *root.iterfind(f"{PUBLICATION}/t:p", NS),
            *root.iterfind(f"{PUBLICATION}/t:availability/t:p", NS),
        )
        for each in stated:
            said, target = plain(each), each.get("target", "")
            target = target if WEB.fullmatch(target) else ""
            if (said or target) and (said, target) not in once:
                once.add((said, target))
                is_licence = etree.QName(each).localname == "licence"
                ours = root.find(f"{HEADER}.//t:application[@ident='converter']", NS) is not None
                made = element("licence" if is_licence else "p", said, target=target or None)
                if ours and not is_licence:
                    made.set(LANG, "en")  # a sentence of our own headers
                yield made


def making(roots: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """How the texts were made: of the headers that say the same of it, the first."""
    once: set[bytes] = set()
    told = []
    for root in roots:
        encoding = root.find(f"{HEADER}t:encodingDesc", NS)
        hands = root.findall(f"{FILE}t:titleStmt/t:respStmt", NS)
        if encoding is None:
            continue
        statement = element("titleStmt", *map(without_tail, hands))
        header = element("teiHeader", element("fileDesc", statement), without_tail(encoding))
        one = element("TEI", header)
        one.set(LANG, root.get(LANG, "und"))
        if (key := etree.tostring(header)) not in once:
            once.add(key)
            told.append(one)
    if told:
        yield element("standOff", *told)


def without_tail(node: etree._Element) -> etree._Element:
    copied = deepcopy(node)
    copied.tail = None
    return copied


def years(chapters: Sequence[Chapter]) -> Iterator[etree._Element]:
    for year, group in groupby(chapters, key=lambda chapter: chapter.year):
        items = [
            element("item", element("ref", element(
                "title", each.title, lang=each.root.get("lang")), target=each.href))
            for each in group
        ]  # fmt: skip
        head = [element("head", year)] if year else []
        yield element("div", *head, element("list", *items), type="year")


def pages(chapters: Sequence[Chapter]) -> Iterator[etree._Element]:
    """The printed pages in the order of the book; of one that begins more than once, the first.

    The back of a volume, where notes of many documents stand, is such a page.
    """
    first: dict[tuple[str, bool], str] = {}
    for chapter in chapters:
        for mark in chapter.pages:
            first.setdefault((mark.number, mark.transcribed), f"{chapter.href}#{mark.id}")
    items = [
        element("item", element(
            "ref", number, target=target, type="transcription" if transcribed else None))
        for (number, transcribed), target in first.items()
    ]  # fmt: skip
    if items:
        yield element("div", element("list", *items), type="pages")


def texts(roots: Iterable[etree._Element], path: str) -> list[str]:
    return [plain(found) for root in roots for found in root.iterfind(path, NS) if plain(found)]


def plain(node: etree._Element) -> str:
    return re.sub(r"\s+", " ", "".join(map(str, node.itertext()))).strip()


def distinct(found: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(filter(None, found))]
