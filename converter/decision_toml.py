"""decisions.toml read: the decisions, and the place of every mistake in it."""

import difflib
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from converter.choices import CHOOSABLE
from converter.decisions import Decision, Decisions, by_section, folded
from converter.problems import Place, Problem, Refused

HEADER = re.compile(r"""\s*\[\[\s*(?:decision|"decision"|'decision')\s*\]\]\s*(?:\#.*)?""")
AT = re.compile(r" \(at line (\d+), column (\d+)\)\Z")
HASH = re.compile(r"[0-9a-f]{64}")
KINDS = {kind.value: kind for kind in CHOOSABLE}
WANTED: Mapping[str, str] = {
    "page": 'the name of the saved page, such as page = "12-july.txt"',
    "section": "the sha256 of the text section, 64 hexadecimal digits in quotation marks",
    "line": "the first words of the line, in quotation marks",
    "kind": "a kind of line in quotation marks: " + ", ".join(KINDS),
    "occurrence": "a number from 1, of the lines that begin so",
}
NEEDED = ("section", "line", "kind")


def read_decisions(path: Path) -> Decisions:
    """The decisions of a file and what is wrong with single ones, which are left out.

    Raises Refused where the file as a whole cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(Problem("cannot-read", Place(str(path)), "", {"reason": reason})) from None
    text = text_of(data, str(path))
    lines, tables = text.split("\n"), parsed(text, str(path))
    read = decisions_in(tables, lines, str(path))
    good = tuple(entry for entry in read if isinstance(entry, Decision))
    wrong = (entry for entry in read if isinstance(entry, Problem))
    digest = hashlib.sha256(data).hexdigest()
    problems = (*foreign_keys(tables, lines, str(path)), *wrong)
    return Decisions(str(path), digest, good, problems, by_section(good))


def text_of(data: bytes, path: str) -> str:
    """The text of the file as it is, line ends and byte-order mark with it."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        place = Place(path, data.count(b"\n", 0, error.start) + 1)
        facts = {"reason": "it is not in UTF-8"}
        raise Refused(Problem("decisions-unreadable", place, "", facts)) from None


def foreign_keys(tables: Mapping[str, Any], lines: Sequence[str], path: str) -> Iterator[Problem]:
    """What stands in the file beside decisions."""
    for key in tables:
        if key != "decision":
            place, printed = at_key(key, path, lines, 0, len(lines))
            facts = {"key": key, "meant": "write [[decision]] above each decision"}
            yield Problem("decision-unknown-key", place, printed, facts)


def blocks_of(text: str, path: str) -> list[Decision | Problem]:
    """Each block of the text as a decision, or what is wrong with it."""
    return decisions_in(parsed(text, path), text.split("\n"), path)


def decisions_in(
    tables: Mapping[str, Any], lines: Sequence[str], path: str
) -> list[Decision | Problem]:
    return [
        decision_of(table, path, lines, start, stop)
        for table, (start, stop) in zip(tables.get("decision", []), spans(lines), strict=True)
    ]


def parsed(text: str, path: str) -> dict[str, Any]:
    """The TOML, in which every decision is a block of its own."""
    lines = text.split("\n")
    try:
        data = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = AT.search(str(error))
        place = Place(path, int(at[1]), int(at[2])) if at else Place(path)
        printed = lines[place.line - 1].rstrip("\r") if 0 < place.line <= len(lines) else ""
        facts = {"reason": AT.sub("", str(error))}
        raise Refused(Problem("decisions-unreadable", place, printed, facts)) from None
    blocks = data.get("decision", [])
    if not isinstance(blocks, list) or len(spans(lines)) != len(blocks):
        place, printed = at_key("decision", path, lines, 0, len(lines))
        facts = {"reason": "not every decision is a block of its own"}
        raise Refused(Problem("decisions-unreadable", place, printed, facts))
    return data


def spans(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lines of each block, from 0: where it begins, and where the next one does."""
    starts = [i for i, line in enumerate(lines) if HEADER.fullmatch(line.removeprefix("\ufeff"))]
    return list(zip(starts, [*starts[1:], len(lines)], strict=False))


def decision_of(
    table: dict[str, Any], path: str, lines: Sequence[str], start: int, stop: int
) -> Decision | Problem:
    """One block as a decision, or the first thing that is wrong with it."""

    def wrong(code: str, key: str, **facts: str) -> Problem:
        place, printed = at_key(key, path, lines, start, stop)
        return Problem(code, place, printed, {"key": key, **facts})

    for key in table:
        if key not in WANTED:
            return wrong("decision-unknown-key", key, meant=meant(key, WANTED, "known keys: "))
    for key in NEEDED:
        if key not in table:
            return wrong("decision-incomplete", key, wanted=WANTED[key])
    for key, value in table.items():
        if not fits(key, value):
            return wrong("decision-wrong-value", key, wanted=WANTED[key])
    kind = table["kind"]
    if kind not in KINDS:
        known = meant(kind, KINDS, "the kinds are: ")
        return wrong("decision-unknown-kind", "kind", kind=kind, meant=known)
    place, printed = at_key("line", path, lines, start, stop)
    return Decision(
        table.get("page", ""),
        table["section"].lower(),
        folded(table["line"]),
        KINDS[kind],
        table.get("occurrence", 0),
        place,
        printed,
    )


def fits(key: str, value: object) -> bool:
    """The value is one that the key can have; the name of a kind is looked up later."""
    if key == "occurrence":
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if not isinstance(value, str):
        return False
    return HASH.fullmatch(value.lower()) is not None if key == "section" else bool(value.strip())


def meant(word: str, known: Mapping[str, object], otherwise: str) -> str:
    """The word that is most like this one, else all that there are."""
    close = difflib.get_close_matches(word, known, 1)
    return f"did you mean '{close[0]}'?" if close else otherwise + ", ".join(known)


def at_key(key: str, path: str, lines: Sequence[str], start: int, stop: int) -> tuple[Place, str]:
    """Where a key stands in a block, else where the block begins; and that line."""
    form = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    number = next((i for i in range(start, stop) if form.match(lines[i])), start)
    return Place(path, number + 1, 1), lines[number].rstrip("\r")
