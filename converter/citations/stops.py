"""Stops: the places in a note where citations with a strong head begin."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stops:
    """The places, in order; no field begins at one, and no title runs over one."""

    places: tuple[int, ...] = ()

    def __contains__(self, at: int) -> bool:
        return self.after(at - 1, at + 1) == at

    def after(self, at: int, end: int) -> int:
        """The first stop behind this place; ``end`` where none stands before that."""
        i = bisect_right(self.places, at)
        return min(self.places[i], end) if i < len(self.places) else end

    def between(self, start: int, end: int) -> bool:
        """A stop lies behind the one and before the other."""
        return self.after(start, end) < end


NO_STOPS = Stops()
