"""The fingerprint of the program: another one, and nothing of an earlier build is used again."""

import hashlib
from functools import cache
from pathlib import Path

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
    return sha256("\n".join(map(repr, facts)).encode("utf-8", "surrogatepass"))


@cache
def program_digest() -> str:
    """sha256 over the version, every module and table, schemas, stylesheets and assets."""
    found = hashlib.sha256(__version__.encode())
    for folder in (resources.PACKAGE, resources.folder("schemas"), resources.folder("xslt")):
        for path in sorted(folder.rglob("*")):
            if path.suffix in READ and path.is_file():
                found.update(f"{name_in(path, folder)}\n".encode())
                found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def name_in(path: Path, folder: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"
