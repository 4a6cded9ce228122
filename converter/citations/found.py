"""What the grammar finds in the text of a note: citations, and their fields, by their offsets."""

from collections.abc import Sequence
from dataclasses import dataclass

from converter.model import Certainty, CitationKind, FieldKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A field of a citation: where it stands, and what its words say.

    ``value`` is a number in full, a date (ISO) or an address; ``first`` and ``last`` bound a range.
    """

    kind: FieldKind
    start: int
    end: int
    value: str = ""
    first: str = ""
    last: str = ""
    inside: tuple["Mark", ...] = ()
    certainty: Certainty = Certainty.HIGH


NOTHING: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: its kind, the rule that found it, its fields in their order."""

    kind: CitationKind
    rule: str
    marks: tuple[Mark, ...]
    certainty: Certainty = Certainty.HIGH
    bracket: bool = False  # it ends with the bracket that was opened in it

    @property
    def start(self) -> int:
        return self.marks[0].start

    @property
    def end(self) -> int:
        return self.marks[-1].end + self.bracket

    @property
    def repeats_the_last(self) -> bool:
        """It begins with ibid."""
        return self.marks[0].kind is FieldKind.SAME

    def first(self, *kinds: FieldKind) -> Mark | None:
        """Its first field of one of these kinds."""
        return next((mark for mark in self.marks if mark.kind in kinds), None)


def having(marks: Sequence[Mark], *needed: FieldKind) -> Sequence[Mark]:
    """The fields, if one of these kinds is among them; without it their head says nothing."""
    return marks if any(mark.kind in needed for mark in marks) else NOTHING
