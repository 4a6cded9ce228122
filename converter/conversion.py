"""Conversion: all that an edition needs to know of one page, and how it is kept until next time.

A page whose bytes, settings and decisions are those of the last build is not read again: its file
of the folder ``.converter/records`` says what was made of it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from converter.guesses import Guess
from converter.many_guesses import packed
from converter.matching import ListedPage
from converter.problems import Place, Problem
from converter.summary import Summary

RECORD = ".record"  # the ending of its file
# A record is four lines: its checksum, what is known of the page, and the documents as strings of
# JSON, so that each can be read without the others.
APPARATUS, DOCUMENT, LINES = 2, 3, 4


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted page; ``tei`` is its document, ``apparatus`` the same without running text.

    ``decided_by`` is the checksum of the decisions that concerned it, ``doubts`` what its page
    says of uncertain places, ``record`` the file that holds all of this.
    """

    sha256: str
    fingerprint: str
    identifier: str
    sections: tuple[str, ...]
    listed: ListedPage
    summary: Summary
    decided: int
    decided_by: str
    guesses: tuple[Guess, ...]
    problems: tuple[Problem, ...]
    doubts: str
    tei_sha256: str
    apparatus: bytes = b""
    tei: bytes = b""
    packed: bytes = b""  # the guesses, in little room
    record: str = ""  # the path of its file: an edition has many, and a Path takes room

    @staticmethod
    def apparatus_in(record: bytes) -> bytes:
        """The document without running text in the bytes of a record."""
        return line_of(record, APPARATUS)

    @staticmethod
    def tei_in(record: bytes) -> bytes:
        """The document in the bytes of a record."""
        return line_of(record, DOCUMENT)

    def light(self, record: Path) -> "Conversion":
        """Without the texts, which are in the record, and with the guesses in little room."""
        kept = packed(self.guesses)
        return replace(self, apparatus=b"", tei=b"", guesses=(), packed=kept, record=str(record))


def to_bytes(key: str, made: Conversion, names: Mapping[str, str]) -> bytes:
    """The record of this key; ``names`` stand in for paths, which differ from place to place."""
    data = asdict(replace(made, problems=(), guesses=()))
    for name in ("record", "packed", "apparatus", "tei"):
        del data[name]
    data["problems"] = [problem_data(problem, names) for problem in made.problems]
    data["guesses"] = [guess.as_data() for guess in made.guesses]
    facts = json.dumps(data, ensure_ascii=False, sort_keys=True)
    documents = (json.dumps(tei.decode(), ensure_ascii=False) for tei in (made.apparatus, made.tei))
    written = "\n".join((facts, *documents)) + "\n"
    return sealed(key, written.encode("utf-8", "surrogatepass"))


def line_of(record: bytes, number: int) -> bytes:
    """The document on one line of a record."""
    tei: str = json.loads(record.split(b"\n", number + 1)[number])
    return tei.encode()


def sealed(key: str, written: bytes) -> bytes:
    """A first line that no other bytes have, nor these under another key."""
    return hashlib.sha256(key.encode() + written).hexdigest().encode() + b"\n" + written


def from_bytes(key: str, record: bytes, paths: Mapping[str, str]) -> Conversion:
    """The same read again, but for the documents; ValueError where it is not this key's, whole."""
    _, _, written = record.partition(b"\n")
    if sealed(key, written) != record or written.count(b"\n") != LINES - 1:
        raise ValueError
    data = json.loads(written.partition(b"\n")[0].decode("utf-8", "surrogatepass"))
    data["problems"] = tuple(problem_of(problem, paths) for problem in data["problems"])
    data["guesses"] = tuple(Guess(**guess) for guess in data["guesses"])
    listed, summary = data["listed"], data["summary"]
    data["listed"] = ListedPage(**listed | {"entries": tuple(listed["entries"])})
    pairs = {name: tuple(summary[name]) for name in ("authors", "recipients")}
    data["summary"] = Summary(**summary | pairs)
    data["sections"] = tuple(data["sections"])
    return Conversion(**data)


def problem_data(problem: Problem, names: Mapping[str, str]) -> dict[str, Any]:
    data = asdict(problem)
    data["place"]["path"] = names.get(problem.place.path, problem.place.path)
    return data


def problem_of(data: Mapping[str, Any], paths: Mapping[str, str]) -> Problem:
    place = data["place"]
    path = paths.get(place["path"], place["path"])
    return Problem(data["code"], Place(**place | {"path": path}), data["printed"], data["facts"])
