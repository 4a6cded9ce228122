"""List drafts: what a list of the edition is to say, gathered from its documents, not yet written.

A draft can be gathered by another process, whose memory then has the room for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from converter.entries import Volumes
from converter.linked import Link
from converter.output import Output
from converter.packed import Packed
from converter.problems import Problem
from converter.written_list import NO_ENTRIES, Entries, written


@dataclass(frozen=True, slots=True)
class Draft:
    """The TEI of a list, ``name`` in the edition; None where there is nothing to list.

    ``links`` are what the list sets in each document, by its name. ``entries`` are those of the
    list by their ids: an editor's own list that lacks one is told of with the code ``lacks``.
    """

    name: str
    tei: bytes | None
    links: Mapping[str, Packed[Sequence[Link]]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    lacks: str = ""
    entries: Packed[Entries] = NO_ENTRIES
    unchecked: tuple[tuple[str, int], ...] = ()  # cited names that nobody checked, how often

    def settled(self, volumes: Volumes, output: Output) -> tuple[bytes | None, list[Problem]]:
        """Sets its links and writes it; the list as it is on disk after that, what is to be said.

        The list on disk may be an editor's, and it is that which counts.
        """
        set_links(self.links, volumes)
        if self.tei is None:
            return None, [*self.problems]
        kept, remarks = written(self.name, self.tei, output, self.lacks, self.entries)
        return kept, [*self.problems, *remarks]


def set_links(links: Mapping[str, Packed[Sequence[Link]]], volumes: Volumes) -> None:
    for entry in (entry for group in volumes.values() for entry in group):
        if entry.name in links:
            entry.links.append(links[entry.name])
