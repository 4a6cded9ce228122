"""Parts: blocks while their lines come in, and how they are finished as the model's blocks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from converter.flow import Flow
from converter.lines import LineKind
from converter.model import (
    Block,
    Certainty,
    Closer,
    Division,
    DivisionKind,
    Inlines,
    ItemList,
    LetterLine,
    LetterRole,
    Opener,
    PageBreak,
    Paragraph,
    Postscript,
)

K = LineKind
OPENING: Mapping[LineKind, LetterRole] = {
    K.DATELINE: LetterRole.DATELINE,
    K.ADDRESS: LetterRole.ADDRESS,
    K.SALUTE: LetterRole.SALUTE,
}
ENDING: Mapping[LineKind, LetterRole] = {
    K.CLOSING: LetterRole.SALUTE,
    K.SIGNATURE: LetterRole.SIGNED,
}
ENDING_WITH_DATE: Mapping[LineKind, LetterRole] = {**ENDING, K.DATELINE: LetterRole.DATELINE}
OF_LETTERS = frozenset((*OPENING, *ENDING, K.POSTSCRIPT))


@dataclass(slots=True)
class Part:
    """A block under way: the kind of line that began it, and its flows.

    It has several where it is a list, or the opening or ending of a letter. ``between`` holds the
    page breaks before the n-th of them.
    """

    kind: LineKind
    flows: list[tuple[LineKind, Flow]]
    label: str = ""
    between: dict[int, list[PageBreak]] = field(default_factory=dict)


@dataclass(slots=True)
class OpenDivision:
    """A division under way."""

    kind: DivisionKind
    before: list[PageBreak] = field(default_factory=list)
    parts: list[Part | PageBreak] = field(default_factory=list)
    after: list[PageBreak] = field(default_factory=list)


def finished(divisions: Iterable[OpenDivision], prefix: str) -> tuple[Division, ...]:
    """The divisions that hold text, with their paragraphs numbered through the section."""
    finisher = Finisher(prefix)
    return tuple(finisher.division(division) for division in with_text(divisions))


def with_text(divisions: Iterable[OpenDivision]) -> list[OpenDivision]:
    """The divisions that hold text; page breaks of the others stand before the next, or last.

    Behind a commentary's bracket they are not of the commentary.
    """
    kept: list[OpenDivision] = []
    waiting: list[PageBreak] = []
    for division in divisions:
        if any(isinstance(part, Part) for part in division.parts):
            division.before[:0] = waiting
            waiting = []
            kept.append(division)
        else:
            waiting += division.before
            waiting += (part for part in division.parts if isinstance(part, PageBreak))
    if kept and kept[-1].kind is DivisionKind.COMMENTARY:
        kept[-1].after = waiting
    elif kept:
        kept[-1].parts += waiting
    return kept


class Finisher:
    """Makes blocks of parts, and numbers the paragraphs."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.numbers = count(1)

    def division(self, division: OpenDivision) -> Division:
        """A division; one that is nothing but parts of a letter becomes paragraphs."""
        letter_only = all(p.kind in OF_LETTERS for p in division.parts if isinstance(p, Part))
        blocks = self.as_paragraphs(division) if letter_only else map(self.block, division.parts)
        before, after = tuple(division.before), tuple(division.after)
        return Division(division.kind, tuple(blocks), before, after)

    def as_paragraphs(self, division: OpenDivision) -> Iterator[Block]:
        """Every line a paragraph, because a letter's parts need a text between or before them."""
        for part in division.parts:
            if isinstance(part, PageBreak):
                yield part
                continue
            for i, (kind, flow) in enumerate(part.flows):
                yield from part.between.get(i, ())
                role = {**OPENING, **ENDING}.get(kind)
                yield self.paragraph(flow, role=role)

    def block(self, part: Part | PageBreak) -> Block:
        if isinstance(part, PageBreak):
            return part
        if part.kind in OPENING:
            return Opener(tuple(letter_lines(part, OPENING)))
        if part.kind in ENDING:
            return Closer(tuple(letter_lines(part, ENDING_WITH_DATE)))
        if part.kind is K.ITEM:
            return ItemList(tuple(items(part)))
        paragraph = self.paragraph(part.flows[0][1], part.label)
        return Postscript((paragraph,)) if part.kind is K.POSTSCRIPT else paragraph

    def paragraph(self, flow: Flow, label: str = "", role: LetterRole | None = None) -> Paragraph:
        return Paragraph(
            id=f"{self.prefix}p{next(self.numbers)}",
            inlines=flow.done(),
            label=label,
            role=role,
            certainty=Certainty.of(flow.confidence),
            line=flow.line,
        )


def items(part: Part) -> Iterator[Inlines]:
    for i, (_, flow) in enumerate(part.flows):
        yield (*part.between.get(i, ()), *flow.done())


def letter_lines(
    part: Part, roles: Mapping[LineKind, LetterRole]
) -> Iterator[LetterLine | PageBreak]:
    for i, (kind, flow) in enumerate(part.flows):
        yield from part.between.get(i, ())
        yield LetterLine(roles[kind], flow.done(), Certainty.of(flow.confidence))
