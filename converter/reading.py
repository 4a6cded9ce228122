"""Reading: the bytes of a file of the edition, or their checksum; one that cannot be is named."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader

from converter.problems import Place, Problem, Refused


def contents(path: str | os.PathLike[str]) -> bytes:
    """Raises Refused where the file cannot be read."""
    with opened(path) as file:
        return file.read()


def checksum(path: str | os.PathLike[str]) -> str:
    """The sha256 of a file that may be too large for memory. Raises Refused as above."""
    with opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[BufferedReader]:
    try:
        with open(path, "rb") as file:
            yield file
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise Refused(Problem("cannot-read", Place(os.fspath(path)), "", facts)) from None
