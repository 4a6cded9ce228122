"""Search: the records of all documents → Pagefind's index of each language, and a table."""

import gzip
import json
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from converter.problems import Place, Problem
from converter.site.records import Record, read_records
from converter.summary import Summary

FOLDER = "search"  # in the site
TABLE = "documents.js"  # a module: the policy of the pages lets them import, and not fetch
# What a page needs to search; Pagefind writes scripts and styles of its own interface beside it.
ENTRY = "pagefind-entry.json"
NEEDED = ("pagefind.js", "pagefind-worker.js", ENTRY, "*.pf_meta", "index/*", "fragment/*")
SIGNATURE = len("pagefind_dcd")


@dataclass(frozen=True, slots=True)
class Searched:
    """A document that can be found: its name in the edition, what is known of it, its records."""

    name: str
    summary: Summary
    records: tuple[Record, ...]

    @classmethod
    def of(cls, name: str, root: etree._Element, summary: Summary) -> "Searched":
        return cls(name, summary, tuple(read_records(root)))


def pagefind() -> Path | None:
    """The program that makes the index; nothing where it is not installed."""
    try:
        from pagefind.service import get_executable
    except ImportError:
        return None
    return get_executable()


def search_files(
    documents: Iterable[Searched], page: Path
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files of the folder ``search``, or why there are none: the site has no ``page`` then."""
    place, program = Place(str(page)), pagefind()
    if program is None:
        return {}, [Problem("search-not-built", place)]
    try:
        return search_index(documents, program), []
    except subprocess.CalledProcessError as error:
        reason = " ".join(str(error.stderr).split()) or str(error)
    except OSError as error:
        reason = error.strerror or str(error)
    return {}, [Problem("search-failed", place, "", {"reason": reason})]


def search_index(documents: Iterable[Searched], program: Path) -> dict[str, bytes]:
    """The files of the folder ``search`` by their names; raises what running Pagefind raises.

    Each language has an index of its own, because its words are reduced to their stems in its own
    way. What a hit belongs to (date, volume, author, whose words) stands in one table beside them:
    so the same documents give the same bytes, which Pagefind's own filters do not.
    """
    listed = list(documents)
    by_language: dict[str, dict[str, Record]] = defaultdict(dict)
    owners: dict[str, int] = {}
    for number, document in enumerate(listed):
        for record in document.records:
            name = f"{document.name}.{record.voice.name}.html"
            by_language[record.voice.language][name] = record
            owners[name] = number
    files: dict[str, bytes] = {}
    found: dict[str, list[int | str]] = {}
    for language, records in sorted(by_language.items()):
        for name, data in indexed(records, program).items():
            files[f"{language}/{name}"] = data
            if name.startswith("fragment/"):
                page = url_of(data)
                voice = records[page].voice
                identifier = name.removeprefix("fragment/").partition(".")[0]
                found[identifier] = [owners[page], voice.words, voice.section]
    table = {
        "languages": sorted(by_language),
        "volumes": {volume_of(document): document.summary.volume for document in listed},
        "documents": [described(document) for document in listed],
        "records": dict(sorted(found.items())),
    }
    written = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    files[TABLE] = f"export default {written};\n".encode()
    return files


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


def indexed(records: Mapping[str, Record], program: Path) -> dict[str, bytes]:
    """One run of Pagefind over records of one language → the files that are needed of it."""
    with TemporaryDirectory() as temporary:
        site, bundle = Path(temporary, "site"), Path(temporary, "bundle")
        for name, record in records.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record.html, "utf-8")
        call = map(str, (program, "--site", site, "--output-path", bundle, "--silent"))
        subprocess.run([*call], check=True, capture_output=True, text=True, cwd=temporary)
        needed = (*NEEDED, *(f"wasm.{stemmer}.pagefind" for stemmer in stemmers(bundle / ENTRY)))
        paths = sorted({path for pattern in needed for path in bundle.glob(pattern)})
        return {path.relative_to(bundle).as_posix(): path.read_bytes() for path in paths}


def stemmers(entry: Path) -> list[str]:
    """Which way of reducing words to stems an index uses; for some languages there is none."""
    languages = json.loads(entry.read_bytes())["languages"].values()
    return [language["wasm"] or "unknown" for language in languages]


def url_of(fragment: bytes) -> str:
    """The name under which the page of a fragment was given to Pagefind."""
    url: str = json.loads(gzip.decompress(fragment)[SIGNATURE:])["url"]
    return url.removeprefix("/")
