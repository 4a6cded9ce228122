"""Lays citations over the inlines of a note; every character stays in its place."""

from collections.abc import Iterable, Iterator, Sequence

from converter.citations.found import Cited, Mark
from converter.model import Citation, Field, Inline, Inlines, PageBreak, PersonName, Text

STANDS_FOR = "\ufffc"  # an inline without text of its own


def text_of(inlines: Inlines) -> str:
    """The text of a paragraph as the grammar reads it."""
    return "".join(map(words, inlines))


def with_citations(inlines: Inlines, found: Sequence[Cited]) -> Inlines:
    """A paragraph of a note with the citations found in its text marked."""
    return tuple(laid(Pieces(inlines), 0, len(text_of(inlines)), found)) if found else inlines


def words(inline: Inline) -> str:
    """What the grammar sees of an inline: its text, nothing of a page break."""
    if isinstance(inline, Text | PersonName):
        return inline.text
    return "" if isinstance(inline, PageBreak) else STANDS_FOR


class Pieces:
    """The inlines of a paragraph by the places of its text."""

    def __init__(self, inlines: Inlines) -> None:
        self.placed: list[tuple[int, Inline]] = []
        self.given: set[int] = set()  # those without text that stand in their place already
        at = 0
        for inline in inlines:
            self.placed.append((at, inline))
            at += len(words(inline))

    def between(self, start: int, end: int) -> Iterator[Inline]:
        """The inlines from one place to the other; a text is cut, nothing else is.

        A page that begins where a citation or a field does stands before it.
        """
        for number, (at, inline) in enumerate(self.placed):
            if isinstance(inline, Text):
                cut = inline.text[max(start - at, 0) : max(end - at, 0)]
                if cut:
                    yield Text(cut)
            elif number not in self.given and start <= at and at + len(words(inline)) <= end:
                self.given.add(number)
                yield inline


def laid(
    pieces: Pieces, start: int, end: int, marks: Sequence[Cited] | Sequence[Mark]
) -> Iterator[Inline]:
    """The inlines between two places, with these citations or fields around theirs."""
    at = start
    for mark in marks:
        yield from pieces.between(at, mark.start)
        if isinstance(mark, Cited):
            inside = tuple(laid(pieces, mark.start, mark.end, mark.marks))
            yield Citation(mark.kind, inside, mark.certainty)
        else:
            inside = tuple(laid(pieces, mark.start, mark.end, mark.inside))
            yield Field(mark.kind, inside, mark.value, mark.first, mark.last, mark.certainty)
        at = mark.end
    yield from pieces.between(at, end)


def plain(inlines: Iterable[Inline]) -> str:
    """The text of inlines with citations in them."""
    return "".join(
        plain(inline.inlines) if isinstance(inline, Citation | Field) else words(inline)
        for inline in inlines
    )
