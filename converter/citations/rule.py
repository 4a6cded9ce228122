"""A rule of the grammar: what a citation of some sort begins with, and how it goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from converter.citations.found import Cited, Mark
from converter.citations.heads import Heads
from converter.citations.stops import NO_STOPS, Stops
from converter.model import Certainty, CitationKind


@dataclass(frozen=True, slots=True)
class NoteText:
    """The text of a note as rules see it.

    ``cited`` are the works that were cited before, by surname and first word of the title.
    """

    text: str
    heads: Heads
    stops: Stops = NO_STOPS
    cited: frozenset[tuple[str, str]] = field(default_factory=frozenset)


Read = Callable[[NoteText, int], Sequence[Mark]]
Needs = Callable[[str], object]  # of the text of a note: what is true where it is found


def one_of(*words: str) -> Needs:
    """One of these, in small letters here, stands in the text in letters of any size."""

    def found(text: str) -> bool:
        return any(map(text.lower().__contains__, words))

    return found


@dataclass(frozen=True, slots=True)
class CitationRule:
    """A row of the grammar.

    ``read`` takes the text of a note and a place in it, and gives the fields of the citation that
    begins there, none where none does. In the examples of ``yes`` the citation stands between
    double square brackets, and ``|`` parts the notes where there are several; in those of ``no``
    the rule finds nothing. Of a note without what the rule ``needs`` anywhere, it is not asked.
    """

    name: str
    kind: CitationKind
    read: Read
    because: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    certainty: Certainty = Certainty.HIGH
    needs: Needs | None = None

    def concerns(self, text: str) -> bool:
        """The text of a note has in it what the rule needs."""
        return self.needs is None or bool(self.needs(text))

    def citation(self, note: NoteText, at: int) -> Cited | None:
        """The citation that begins here by this rule, if one does."""
        marks = self.read(note, at)
        return Cited(self.kind, self.name, tuple(marks), self.certainty) if marks else None
