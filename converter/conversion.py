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
from converter.matching import ListedPage
from converter.problems import Place, Problem
from converter.summary import Summary

RECORD = ".record"  # the ending of its file
SUM = 65  # characters of the first line of a record, its checksum


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
    apparatus: bytes
    tei_sha256: str
    tei: bytes = b""
    record: Path = Path()

    @staticmethod
    def tei_in(record: bytes) -> bytes:
        """The document in the bytes of a record."""
        tei: str = json.loads(record[SUM:])["tei"]
        return tei.encode()

    def light(self, record: Path) -> "Conversion":
        """Without the text, which is in the record."""
        return replace(self, tei=b"", record=record)


def to_bytes(key: str, made: Conversion, names: Mapping[str, str]) -> bytes:
    """The record of this key; ``names`` stand in for paths, which differ from place to place."""
    data = asdict(replace(made, problems=(), guesses=(), record=Path()))
    del data["record"]
    data["problems"] = [problem_data(problem, names) for problem in made.problems]
    data["guesses"] = [guess.as_data() for guess in made.guesses]
    for name in ("apparatus", "tei"):
        data[name] = data[name].decode()
    written = json.dumps(data, ensure_ascii=False, sort_keys=True) + "\n"
    return sealed(key, written.encode("utf-8", "surrogatepass"))


def sealed(key: str, written: bytes) -> bytes:
    """A first line that no other bytes have, nor these under another key."""
    return hashlib.sha256(key.encode() + written).hexdigest().encode() + b"\n" + written


def from_bytes(key: str, record: bytes, paths: Mapping[str, str]) -> Conversion:
    """The same read again; ValueError where it is damaged, or not the record of this key."""
    written = record[SUM:]
    if sealed(key, written) != record:
        raise ValueError
    data = json.loads(written.decode("utf-8", "surrogatepass"))
    data["problems"] = tuple(problem_of(problem, paths) for problem in data["problems"])
    data["guesses"] = tuple(Guess(**guess) for guess in data["guesses"])
    listed, summary = data["listed"], data["summary"]
    data["listed"] = ListedPage(**listed | {"entries": tuple(listed["entries"])})
    pairs = {name: tuple(summary[name]) for name in ("authors", "recipients")}
    data["summary"] = Summary(**summary | pairs)
    data["sections"] = tuple(data["sections"])
    for name in ("apparatus", "tei"):
        data[name] = data[name].encode()
    return Conversion(**data)


def problem_data(problem: Problem, names: Mapping[str, str]) -> dict[str, Any]:
    data = asdict(problem)
    data["place"]["path"] = names.get(problem.place.path, problem.place.path)
    return data


def problem_of(data: Mapping[str, Any], paths: Mapping[str, str]) -> Problem:
    place = data["place"]
    path = paths.get(place["path"], place["path"])
    return Problem(data["code"], Place(**place | {"path": path}), data["printed"], data["facts"])
