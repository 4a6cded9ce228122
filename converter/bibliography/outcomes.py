"""What a citation comes to: the source that it was traced to, or why it could not be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from converter.bibliography.cited import Cited, CitingNote
from converter.bibliography.shelfmarks import Unit


@dataclass(frozen=True, slots=True)
class Work:
    """A work by its place among the works that the citations were grouped into."""

    number: int


@dataclass(frozen=True, slots=True)
class SerialSource:
    """A newspaper, collection or debates, by its id in the authority file or by its title."""

    kind: str
    key: str


Source = Work | Unit | SerialSource


@dataclass(frozen=True, slots=True)
class Traced:
    """A citation and what it cites; ``sure`` is False where usage alone says so."""

    cited: Cited
    note: CitingNote
    source: Source
    type: str  # the kind of source, which an ibid. has from what it repeats
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Untraced:
    """A citation of which it cannot be told what it cites: the code of the problem, its facts."""

    cited: Cited
    note: CitingNote
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


Outcome = Traced | Untraced


def traced(outcomes: Sequence[Outcome]) -> Iterator[Traced]:
    return (each for each in outcomes if isinstance(each, Traced))
