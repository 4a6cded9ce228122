"""Search: the records of all documents → Pagefind's index of each language, and a table."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from lxml import etree

from converter.problems import Place, Problem
from converter.site.pagefind import pagefind
from converter.site.records import Voice, read_records
from converter.summary import Summary
from converter.writing import write_into

FOLDER = "search"  # in the site
TABLE = "documents.js"  # a module: the policy of the pages lets them import, and not fetch
# What a page needs to search; Pagefind writes scripts and styles of its own interface beside it.
ENTRY = "pagefind-entry.json"
NEEDED = ("pagefind.js", "pagefind-worker.js", ENTRY, "*.pf_meta", "index/*", "fragment/*")
SIGNATURE = len("pagefind_dcd")
STARTS = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(1, 9, 0, 0, 0)  # when the parent dies, it is killed
try:
    os.execv(sys.argv[1], sys.argv[1:])
except OSError as error:
    sys.exit(error.strerror)
"""


@dataclass(frozen=True, slots=True)
class Indexed:
    """A text written for the index: its file below the folder of its language, its voice."""

    name: str
    voice: Voice


@dataclass(frozen=True, slots=True, eq=False)
class Bundle(Mapping[str, bytes]):
    """The files of an index of one language, as Pagefind left them; each is read when asked for."""

    folder: Path
    names: tuple[str, ...]

    def __getitem__(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True, slots=True, eq=False)
class Index(Mapping[str, bytes]):
    """The files of the folder ``search``: those of each language, and the table of documents."""

    languages: Mapping[str, Mapping[str, bytes]]
    table: bytes

    def __getitem__(self, name: str) -> bytes:
        language, _, file = name.partition("/")
        return self.table if name == TABLE else self.languages[language][file]

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


def search_files(
    documents: Sequence[Searched], folder: Path, page: Path
) -> tuple[Mapping[str, bytes], list[Problem]]:
    """The files of the folder ``search``, from the texts that were written into ``folder``.

    They lie there until they are asked for.

    Where the index cannot be made, the reason: the site has no ``page`` then.
    """
    place, program = Place(str(page)), pagefind()
    if program is None:
        return {}, [Problem("search-not-built", place)]
    try:
        return search_index(documents, folder, program), []
    except subprocess.CalledProcessError as error:
        reason = " ".join(str(error.stderr).split()) or str(error)
    except OSError as error:
        reason = error.strerror or str(error)
    return {}, [Problem("search-failed", place, "", {"reason": reason})]


def search_index(documents: Sequence[Searched], folder: Path, program: Path) -> Index:
    """The files of the folder ``search`` by their names; raises what running Pagefind raises.

    Each language has an index of its own, because its words are reduced to their stems in its own
    way. What a hit belongs to (date, volume, author, whose words) stands in one table beside them:
    so the same documents give the same bytes, which Pagefind's own filters do not.
    """
    owners = {
        text.name: (number, text.voice)
        for number, document in enumerate(documents)
        for text in document.texts
    }
    languages = sorted({voice.language for _, voice in owners.values()})
    files: dict[str, Mapping[str, bytes]] = {}
    found: dict[str, list[int | str]] = {}
    for language in languages:
        files[language] = indexed(folder / language, program)
        for name, data in files[language].items():
            if name.startswith("fragment/"):
                owner, voice = owners[url_of(data)]
                identifier = name.removeprefix("fragment/").partition(".")[0]
                found[identifier] = [owner, voice.words, voice.section]
    table = {
        "languages": languages,
        "volumes": {volume_of(document): document.summary.volume for document in documents},
        "documents": [described(document) for document in documents],
        "records": dict(sorted(found.items())),
    }
    written = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return Index(files, f"export default {written};\n".encode())


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


def indexed(site: Path, program: Path) -> Mapping[str, bytes]:
    """One run of Pagefind over the texts of one language → the files that are needed of it.

    They lie beside the texts, and go with them.
    """
    site = site.absolute()
    temporary = mkdtemp(dir=site.parent)
    bundle = Path(temporary, "bundle")
    call = map(str, (program, "--site", site, "--output-path", bundle, "--silent"))
    subprocess.run(
        [*ending_with_us(), *call], check=True, capture_output=True, text=True, cwd=temporary
    )
    needed = (*NEEDED, *(f"wasm.{stemmer}.pagefind" for stemmer in stemmers(bundle / ENTRY)))
    paths = sorted({path for pattern in needed for path in bundle.glob(pattern)})
    return Bundle(bundle, tuple(path.relative_to(bundle).as_posix() for path in paths))


def ending_with_us() -> Sequence[str]:
    """What starts a program so that it does not work on when this one was killed (Linux)."""
    if not sys.platform.startswith("linux"):
        return ()
    return (sys.executable, "-I", "-S", "-c", STARTS)


def stemmers(entry: Path) -> list[str]:
    """Which way of reducing words to stems an index uses; for some languages there is none."""
    languages = json.loads(entry.read_bytes())["languages"].values()
    return [language["wasm"] or "unknown" for language in languages]


def url_of(fragment: bytes) -> str:
    """The name under which the page of a fragment was given to Pagefind."""
    url: str = json.loads(gzip.decompress(fragment)[SIGNATURE:])["url"]
    return url.removeprefix("/")
