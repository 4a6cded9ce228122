"""Gathered lists: bibliography, persons and places of an edition, each drafted by a worker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from converter.authorities import Authorities
from converter.bibliography.in_edition import draft_bibliography
from converter.entries import Volumes
from converter.letter_places import draft_places
from converter.list_drafts import Draft
from converter.persons.in_edition import draft_persons
from converter.persons.own_list import OwnList
from converter.problems import Refused
from converter.settings import Settings
from converter.workers import Lost, Workers

BIBLIOGRAPHY, PERSONS, PLACES = "bibliography", "persons", "places"
LISTS = (BIBLIOGRAPHY, PERSONS, PLACES)


@dataclass(frozen=True, slots=True)
class Drafting:
    """All that the lists are made of: the documents in their order, what is known beside them."""

    volumes: Volumes
    folder: Path  # of the edition
    settings: Settings
    known: Authorities
    own: OwnList

    def __call__(self, name: str) -> Draft | Refused:
        """The draft of one list; that of persons has the editor's own ones."""
        try:
            if name == BIBLIOGRAPHY:
                return draft_bibliography(self.volumes, self.folder, self.settings, self.known)
            if name == PERSONS:
                return draft_persons(self.volumes, self.folder, self.settings, self.own)
            return draft_places(self.volumes, self.settings)
        except Refused as refused:
            return refused


def gathered_lists(work: Drafting, workers: Workers) -> Sequence[Draft]:
    """The lists in their order. Raises Refused where a document cannot be read any more.

    The persons of an editor's own list are elements, which do not go to another process: with
    them, and where a process died of a list, it is this one that makes it.
    """
    handed = [name for name in LISTS if name != PERSONS or not work.own.persons]
    elsewhere = replace(work, own=replace(work.own, persons=()))
    found = dict(zip(handed, workers.each(elsewhere, handed), strict=True))
    drafts = []
    for name in LISTS:
        made = found.pop(name, None)
        if made is None or isinstance(made, Lost):
            made = work(name)
        if isinstance(made, Refused):
            raise made
        drafts.append(made)
    return drafts
