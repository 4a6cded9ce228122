#!/usr/bin/env python3
"""Measures how well citations are read: notes of a gold file without their tags, read again.

usage: measure_citations.py FILE… [--reader FUNCTION | --volume FUNCTION | --command PROGRAM]
                            [--errors N] [--fault missed|extra|boundary|type|field]

A FILE is a TEI body of div type="document" (n is its date) with notes whose citations are encoded.
A FUNCTION is named MODULE:NAME.
  --volume   FUNCTION([(date, texts), …]) gives the notes of all documents as elements, a list for
             each; without any option this program reads the file as a volume
  --reader   FUNCTION(date, texts of its notes) gives those of one document
  --command  a program that reads such a body without bibls and writes it with them
Prints the figures, by type and field too; with --errors the N notes with most faults, gold and
found side by side. The files are measured one by one: each is a volume of its own.
"""

import argparse
import importlib
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from citation_notes import read_note
from citation_score import Compared, Fault, Score, Share, compare, differences, score

from converter.markup import NAMESPACES, TEI

READER = "citation_readers:read_document"
VOLUME = "citation_readers:read_volume"

Document = tuple[str, list[etree._Element]]  # its date and its notes
Texts = tuple[str, list[str]]
VolumeReader = Callable[[list[Texts]], list[list[etree._Element]]]


def documents_of(body: etree._Element) -> list[Document]:
    divisions = body.iter(f"{{{TEI}}}div")
    return [(div.get("n", ""), list(div.iter(f"{{{TEI}}}note"))) for div in divisions]


def gold_documents(path: Path) -> list[Document]:
    return documents_of(etree.parse(path).getroot())


def compared(gold: Sequence[Document], read: VolumeReader) -> list[Compared]:
    """Every note of the gold beside what the reader makes of its mere text."""
    texts = [(date, [str(note.xpath("string()")) for note in notes]) for date, notes in gold]
    return [
        compare(read_note(wanted, place), read_note(given, place))
        for (date, notes), found in zip(gold, read(texts), strict=True)
        for number, (wanted, given) in enumerate(zip(notes, found, strict=True), 1)
        for place in [(date, wanted.get("n", str(number)))]
    ]


def function_named(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise SystemExit(f"{name} cannot be used: {error}") from None
    assert callable(found)
    return found  # type: ignore[no-any-return]


def document_by_document(name: str) -> VolumeReader:
    read = function_named(name)
    return lambda documents: [read(date, texts) for date, texts in documents]


def by_command(command: str) -> VolumeReader:
    def read(documents: list[Texts]) -> list[list[etree._Element]]:
        body = etree.Element(f"{{{TEI}}}body", nsmap=NAMESPACES)
        for date, texts in documents:
            div = etree.SubElement(body, f"{{{TEI}}}div", type="document", n=date)
            for number, text in enumerate(texts, 1):
                etree.SubElement(div, f"{{{TEI}}}note", n=str(number)).text = text
        given = etree.tostring(body, encoding="utf-8")
        answer = subprocess.run(shlex.split(command), input=given, capture_output=True)
        if answer.returncode:
            raise SystemExit(f"{command}: {answer.stderr.decode('utf-8', 'replace')}")
        return [notes for _, notes in documents_of(etree.fromstring(answer.stdout))]

    return read


def report(measured: Score) -> Iterator[str]:
    """The figures as lines of a table."""
    yield f"{'':22} precision  recall      F1   right/gold/found"
    yield row("exact segments", measured.segments)
    yield row("fields, matched", measured.matched_fields)
    yield row("fields, all", measured.all_fields)
    yield f"{'types':22} {ratio(measured.types)}"
    yield f"{'notes left clean':22} {ratio(measured.clean)}"
    works = "not measured: no citation that was found names a work"
    if of := measured.works:
        works = f"{of.precision:9.3f} {of.recall:7.3f} {of.f1:7.3f}"
    yield f"{'same work, B-cubed':22} {works}"
    yield from ("", *(row(name, share) for name, share in measured.segments_by_type.items()))
    yield from ("", *(row(name, share) for name, share in measured.fields_by_name.items()))


def row(name: str, share: Share) -> str:
    if not (share.gold or share.found):
        return f"{name:22} {'–':>9} {'–':>7} {'–':>7}"
    figures = f"{share.precision:9.3f} {share.recall:7.3f} {share.f1:7.3f}"
    return f"{name:22} {figures}   {share.right}/{share.gold}/{share.found}"


def ratio(share: Share) -> str:
    return f"{share.recall:9.3f} ({share.right} of {share.gold})" if share.gold else f"{'–':>9}"


def worst(notes: Sequence[Compared], count: int, only: Fault | None = None) -> Iterator[str]:
    """The notes with most faults, each fault on lines of its own; first how many of which kind."""
    faults = [(note, [d for d in differences(note) if only in (None, d.fault)]) for note in notes]
    totals = Counter(fault.fault for _, found in faults for fault in found)
    yield "faults: " + ", ".join(f"{totals[fault]} {fault}" for fault in Fault)
    faults.sort(key=lambda item: -len(item[1]))
    for note, found in faults[:count]:
        if not found:
            return
        yield f"\n{' n. '.join(note.gold.place)}  {note.gold.text}"
        for fault in found:
            yield f"  {fault.fault:9} gold   {fault.gold or '–'}"
            yield f"  {'':9} found  {fault.found or '–'}"


def main() -> None:
    parser = argparse.ArgumentParser(description="How well citations are read.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--volume", default=VOLUME, help=f"default: {VOLUME}")
    source.add_argument("--reader", help=f"each document by itself, such as {READER}")
    source.add_argument("--command", help="a program that reads and writes a body")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--fault", type=Fault, choices=list(Fault), help="only faults of this kind")
    asked = parser.parse_args()
    if asked.command:
        read = by_command(asked.command)
    else:
        by_itself = asked.reader is not None
        read = document_by_document(asked.reader) if by_itself else function_named(asked.volume)
    for path in asked.files:
        notes = compared(gold_documents(path), read)
        print(f"{path}: {len(notes)} notes", *report(score(notes)), sep="\n")
        if asked.errors:
            print("", *worst(notes, asked.errors, asked.fault), sep="\n")


if __name__ == "__main__":
    main()
