"""An entry of the edition's list of persons: all mentions of one person, under one id."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.persons.facts import Bearing, Life
from converter.persons.forms import Form
from converter.persons.mentions import Mention
from converter.persons.names import Name
from converter.persons.own_list import OwnPerson


@dataclass(slots=True, eq=False)
class Entry:
    """A person of the edition: all mentions, and the editor's own entry where there is one."""

    mentions: list[Mention] = field(default_factory=list)
    own: OwnPerson | None = None
    id: str = ""
    perhaps: list["Entry"] = field(default_factory=list)  # who may be the same person

    @property
    def is_somebody(self) -> bool:
        """It has not been taken into another entry."""
        return bool(self.mentions or self.own)

    @property
    def forms(self) -> set[Form]:
        own = self.own.forms if self.own else ()
        return {*own, *(form for mention in self.mentions for form in mention.forms)}

    @property
    def lives(self) -> list[Life]:
        own = [self.own.life] if self.own else []
        told = [*own, *(mention.life for mention in self.mentions)]
        return [life for life in dict.fromkeys(told) if life.is_known]

    @property
    def names(self) -> Iterator[Name]:
        """The names as printed: the editor's, then those of notes, then those of heads."""
        if self.own:
            yield from self.own.names
        for mention in sorted(self.mentions, key=lambda m: not m.description):
            yield from mention.names

    @property
    def name(self) -> Name:
        return next(self.names)

    @property
    def years(self) -> tuple[int, int]:
        """Of birth and death, where a description or the editor's list has them."""
        lives = self.lives
        birth = next((life.birth for life in lives if life.birth), 0)
        return birth, next((life.death for life in lives if life.death), 0)

    def absorb(self, other: "Entry") -> None:
        """Takes all mentions of another entry, of which nothing is left."""
        self.mentions += other.mentions
        other.mentions = []

    def agrees_with(self, other: "Entry") -> bool:
        """Some of what is said of the two agrees, and no years contradict each other."""
        found = self.bearings(other)
        return Bearing.AGREE in found and Bearing.CONTRADICT not in found

    def contradicts(self, other: "Entry") -> bool:
        return Bearing.CONTRADICT in self.bearings(other)

    def bearings(self, other: "Entry") -> set[Bearing]:
        return {one.bears_on(two) for one in self.lives for two in other.lives}
