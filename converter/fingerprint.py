"""The fingerprint of the program: another one, and nothing of an earlier build is used again."""

import hashlib
import os
from collections.abc import Iterator
from functools import cache

from converter import __version__, resources

READ = frozenset(
    (
        *(".py", ".json", ".toml", ".xml"),
        *(".rng", ".rnc", ".sch", ".xsd"),
        *(".xsl", ".css", ".js", ".svg", ".html"),
    )
)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def digest_of(*facts: object) -> str:
    """sha256 over values that are written the same wherever and whenever they are written."""
    found, between = hashlib.sha256(), ""
    for fact in facts:
        found.update(f"{between}{fact!r}".encode("utf-8", "surrogatepass"))
        between = "\n"
    return found.hexdigest()


@cache
def program_digest() -> str:
    """sha256 over the version, every module and table, schemas, stylesheets and assets."""
    found = hashlib.sha256(__version__.encode())
    for name, file in program_files():
        with open(file, "rb") as opened:
            data = opened.read()
        found.update(f"{name}\n".encode())
        found.update(hashlib.sha256(data).digest())
    return found.hexdigest()


def program_files() -> Iterator[tuple[str, str]]:
    """Every file that the program is made of, wherever it is installed: its name, its place."""
    for folder in (resources.PACKAGE, resources.folder("schemas"), resources.folder("xslt")):
        yield from files_below(str(folder), folder.name)


def files_below(folder: str, named: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from files_below(entry.path, f"{named}/{entry.name}")
        elif os.path.splitext(entry.name)[1] in READ:
            yield f"{named}/{entry.name}", entry.path
