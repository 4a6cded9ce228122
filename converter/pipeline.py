"""The passes, in order: what each makes of what, and how its product is printed."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from lxml import etree

from converter import lines as line_printer
from converter.annotate import annotate
from converter.authorities import Authorities
from converter.blocks import Gathered
from converter.check import check
from converter.choices import DECIDED
from converter.decisions import UNDECIDED, Decisions
from converter.evidence.weights import WeightTable
from converter.markup import serialise
from converter.model import Document
from converter.pages import SavedPage, read
from converter.problems import Problem, Refused, Severity
from converter.sections import SectionLines, claim_sections, gather_sections
from converter.settings import Settings
from converter.tei import encode


@dataclass(frozen=True, slots=True)
class Products:
    """What each pass made of one page, and the problems met on the way."""

    page: SavedPage
    lines: tuple[SectionLines, ...]
    blocks: tuple[tuple[SectionLines, Gathered], ...]
    document: Document
    tree: etree._Element
    problems: tuple[Problem, ...]

    @property
    def xml(self) -> bytes:
        """The TEI as it is written to a file."""
        return serialise(self.tree)

    @property
    def decided(self) -> int:
        """How many lines have the kind that an editor decided."""
        return sum(line.rule == DECIDED for each in self.lines for line in each.claimed.lines)


def convert(
    data: bytes,
    path: str,
    settings: Settings | None = None,
    encoding: str = "",
    decisions: Decisions = UNDECIDED,
    table: WeightTable | None = None,
    authorities: Authorities | None = None,
) -> Products:
    """The bytes of a saved page → its TEI, through all passes.

    ``path`` is named in messages, ``settings`` are those of the edition, ``encoding`` is that of
    the page if not UTF-8, ``decisions`` are what an editor decided about lines, ``table`` are the
    weights of the evidence, ``authorities`` the archives and serials, if not the program's own.
    Raises Refused where the page cannot be used or its ledger does not balance.
    """
    products = passes(data, path, settings or Settings(), encoding, decisions, table, authorities)
    found = check(products.page, products.tree)
    for problem in found:
        if problem.severity is Severity.ERROR:
            raise Refused(problem)
    return replace(products, problems=(*products.problems, *found))


def passes(
    data: bytes,
    path: str,
    settings: Settings,
    encoding: str = "",
    decisions: Decisions = UNDECIDED,
    table: WeightTable | None = None,
    authorities: Authorities | None = None,
) -> Products:
    """All passes but the last, the check: for looking at what went wrong."""
    page = read(data, path, encoding)
    claimed, unsure = claim_sections(page, settings.language, decisions, table)
    gathered = gather_sections(claimed)
    document, doubts = annotate(page, gathered, authorities)
    tree = encode(document, settings)
    return Products(
        page, tuple(claimed), tuple(gathered), document, tree, (*page.problems, *unsure, *doubts)
    )


# ---------------------------------------------------------------- printing what a pass made


@dataclass(frozen=True, slots=True)
class Stage:
    """A pass as a user may look at it."""

    name: str
    product: str
    dump: Callable[[Products], Iterable[str]]


def dump_lines(products: Products) -> Iterator[str]:
    for lines in products.lines:
        yield f"{lines.section.kind.value} ({lines.tongue.name})"
        yield from line_printer.dump(lines.claimed.lines)


def dump_blocks(products: Products) -> Iterator[str]:
    for lines, gathered in products.blocks:
        yield lines.section.kind.value
        yield from tree_lines(gathered, "  ")


def tree_lines(value: Any, pad: str = "") -> Iterator[str]:
    """A value of the model as a tree: class and plain fields in one line, then what it holds."""
    if isinstance(value, tuple):
        for item in value:
            yield from tree_lines(item, pad)
    elif is_dataclass(value) and not isinstance(value, type):
        plain = {f.name: getattr(value, f.name) for f in fields(value)}
        held = {
            name: v for name, v in plain.items() if (isinstance(v, tuple) and v) or is_dataclass(v)
        }
        shown = (
            f"{name}={json.dumps(v, ensure_ascii=False)}"
            for name, v in plain.items()
            if name not in held and v not in ("", (), None, False)
        )
        yield " ".join([f"{pad}{type(value).__name__}", *shown])
        for name, inner in held.items():
            yield f"{pad}  {name}:"
            yield from tree_lines(inner, pad + "    ")
    else:
        yield f"{pad}{json.dumps(value, ensure_ascii=False)}"


STAGES = (
    Stage("page", "what the page says, by its landmarks", lambda p: tree_lines(p.page)),
    Stage("lines", "each line with the rule that claimed it", dump_lines),
    Stage("blocks", "paragraphs rejoined, divisions of text and commentary", dump_blocks),
    Stage(
        "document",
        "insertions, remarks, dates, kinds of note, persons, citations",
        lambda p: tree_lines(p.document),
    ),
    Stage("tei", "the TEI document", lambda p: p.xml.decode().split("\n")),
)
