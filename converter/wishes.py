"""Wishes: what a user asks of a build beside the settings of the edition."""

from dataclasses import dataclass, field
from pathlib import Path

from converter.authorities import Authorities, shipped
from converter.persons.own_list import NOBODY, OwnList
from converter.weights_in_use import WeightsInUse


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked of one build."""

    overwrite: bool = False  # also files that were changed by hand
    show_doubt: bool = False  # mark in the HTML what was encoded by a guess
    encoding: str = ""  # of the pages, if it is not UTF-8
    decisions: Path | None = None  # the editor's, if they do not lie beside the pages
    weights: WeightsInUse = field(default_factory=WeightsInUse)  # of the evidence
    own_authorities: Authorities | None = None  # the edition's archives and serials over ours
    persons: OwnList = NOBODY  # the editor's own list
    workers: int = 0  # processes; 0 leaves it to the program

    @property
    def authorities(self) -> Authorities:
        """Archives and serials; those of the program are read when they are asked for."""
        return self.own_authorities or shipped()
