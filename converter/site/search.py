"""Search: the records of all documents → Pagefind's index of each language, and a table."""

import gzip
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from converter.shelf import NAMES, Shelf
from converter.site.indexing import Bundles
from converter.site.records import Voice, read_records
from converter.summary import Summary
from converter.writing import write_into

FOLDER = "search"  # in the site
TABLE = "documents.js"  # a module: the policy of the pages lets them import, and not fetch
SIGNATURE = len("pagefind_dcd")


@dataclass(frozen=True, slots=True)
class Indexed:
    """A text written for the index: its file below the folder of its language, its voice."""

    name: str
    voice: Voice


@dataclass(frozen=True, slots=True, eq=False)
class Index(Mapping[str, bytes]):
    """The files of the folder ``search``: those of each language, and the table of documents."""

    languages: Bundles
    table: Callable[[], Iterable[bytes]]  # in pieces, made when it is asked for

    def __getitem__(self, name: str) -> bytes:
        if name == TABLE:
            return b"".join(self.table())
        language, _, file = name.partition("/")
        return self.languages[language][file]

    def __iter__(self) -> Iterator[str]:
        for language, files in self.languages.items():
            yield from (f"{language}/{name}" for name in files)
        yield TABLE

    def __len__(self) -> int:
        return sum(map(len, self.languages.values())) + 1


@dataclass(frozen=True, slots=True)
class Searched:
    """A document that can be found: its name in the edition, what is known of it, its texts."""

    name: str
    summary: Summary
    texts: tuple[Indexed, ...]


def write_records(folder: Path, name: str, root: etree._Element) -> tuple[Indexed, ...]:
    """The texts of a document as files for the index, which is made of each language by itself."""
    written = []
    for record in read_records(root):
        file = f"{name}.{record.voice.name}.html"
        write_into(os.path.join(folder, record.voice.language, file), record.html.encode())
        written.append(Indexed(file, record.voice))
    return tuple(written)


def languages_of(documents: Iterable[Searched]) -> Sequence[str]:
    """Those in which they have texts, each of which has an index of its own."""
    return sorted({text.voice.language for document in documents for text in document.texts})


def search_index(
    documents: Iterable[Searched], bundles: Bundles, shelf: Shelf | None = None
) -> Index:
    """The files of the folder ``search``, from what Pagefind made of each language.

    ``documents`` are gone through more than once. What is known of many of them may lie on a shelf.
    """
    return Index(bundles, lambda: table(documents, bundles, shelf))


def table(documents: Iterable[Searched], bundles: Bundles, shelf: Shelf | None) -> Iterator[bytes]:
    """What a hit belongs to (date, volume, author, whose words), as a module in pieces.

    So the same documents give the same bytes, which Pagefind's own filters do not.
    """
    owners: MutableMapping[str, str] = shelf.table(NAMES, NAMES) if shelf else {}
    volumes = {}
    for number, document in enumerate(documents):
        volumes[volume_of(document)] = document.summary.volume
        for text in document.texts:
            owners[text.name] = short([number, text.voice.words, text.voice.section])
    yield f'export default {{"languages":{short([*bundles])},"volumes":{short(volumes)},'.encode()
    yield b'"documents":['
    yield from joined(short(described(document)) for document in documents)
    yield b'],"records":{'
    yield from joined(sorted(records(owners, bundles)))
    yield b"}};\n"
    owners.clear()


def records(owners: Mapping[str, str], bundles: Bundles) -> Iterator[str]:
    """What Pagefind calls each of the texts, and whose it is."""
    for bundle in bundles.values():
        for name in bundle:
            if name.startswith("fragment/"):
                identifier = name.removeprefix("fragment/").partition(".")[0]
                yield f"{short(identifier)}:{owners[url_of(bundle[name])]}"


def joined(rows: Iterable[str]) -> Iterator[bytes]:
    """With commas between them."""
    comma = b""
    for row in rows:
        yield comma + row.encode()
        comma = b","


def short(value: object) -> str:
    """A row of the table, each by itself: a writer of JSON keeps every piece until its end."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def volume_of(document: Searched) -> str:
    """The folder of its pages: two volumes may have one title."""
    return document.name.partition("/")[0]


def described(document: Searched) -> Mapping[str, object]:
    """What the page of results says of a document."""
    summary = document.summary
    return {
        "address": f"{document.name}.html",
        "title": summary.title,
        "language": summary.language,
        "when": summary.when,
        "volume": volume_of(document),
        "authors": list(summary.authors),
    }


def url_of(fragment: bytes) -> str:
    """The name under which the page of a fragment was given to Pagefind."""
    url: str = json.loads(gzip.decompress(fragment)[SIGNATURE:])["url"]
    return url.removeprefix("/")
