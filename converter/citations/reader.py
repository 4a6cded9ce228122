"""Reads the notes of a document one after the other: what one leaves out, an earlier one has."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from converter.authorities import Authorities
from converter.citations.date_fields import completed
from converter.citations.found import Cited, Mark
from converter.citations.grammar import citations
from converter.citations.heads import Heads, heads_of
from converter.citations.in_short import RULE as IN_SHORT
from converter.citations.in_short import joined
from converter.citations.letters import UPPER
from converter.citations.rule import NoteText
from converter.model import CitationKind, FieldKind
from converter.model import FieldKind as K

NAME_WORD = re.compile(rf"[{UPPER}][\w’'-]+")
WORD = re.compile(r"[\w’'-]+")
TITLES = (K.BOOK, K.ARTICLE, K.UNPUBLISHED)
BY_AUTHOR = (CitationKind.BOOK, CitationKind.CHAPTER, CitationKind.JOURNAL, CitationKind.THESIS)
Work = tuple[str, str]  # surname and first word of the title


@dataclass(slots=True)
class NoteReader:
    """The notes of one document, in their order.

    ``when`` is the document's date (ISO), which completes dates without a year.
    """

    heads: Heads
    when: str = ""
    last: CitationKind | None = None  # the kind of the source that was cited last
    works: dict[Work, CitationKind] = field(default_factory=dict)
    archival: Mapping[FieldKind, str] = field(default_factory=dict)  # of the last shelfmark

    @classmethod
    def of(cls, authorities: Authorities, when: str = "") -> "NoteReader":
        return cls(heads_of(authorities), when)

    def read(self, text: str) -> list[Cited]:
        """The citations in the text of a note, in their order."""
        found = citations(NoteText(text, self.heads, cited=frozenset(self.works)))
        told = [self.kind_known(text, self.in_full(text, cited)) for cited in found]
        return with_years(told, self.when[:4])

    def in_full(self, text: str, cited: Cited) -> Cited:
        """Behind ibid., the full form of a shelfmark printed in short; others are remembered."""
        mark = cited.first(K.SHELFMARK)
        if not cited.repeats_the_last:
            if cited.kind is CitationKind.ARCHIVAL:
                self.archival = joined(self.archival if cited.rule == IN_SHORT else {}, text, cited)
            return cited
        if mark is None or not mark.inside or not self.archival:
            return cited
        self.archival = joined(self.archival, text, cited)
        full = replace(mark, value=" ".join(self.archival.values()))
        return replace(cited, marks=tuple(full if m is mark else m for m in cited.marks))

    def kind_known(self, text: str, cited: Cited) -> Cited:
        """The citation with the kind of the work that it repeats; remembered for later ones."""
        work = work_of(text, cited)
        kind = self.kind_of(cited, work)
        if work and work[1] and kind in BY_AUTHOR:
            self.works.setdefault(work, kind)
        self.last = kind
        return replace(cited, kind=kind)

    def kind_of(self, cited: Cited, work: Work | None) -> CitationKind:
        if cited.repeats_the_last:
            return self.last or cited.kind
        if work and cited.first(K.SAME):
            kinds = [kind for (surname, _), kind in self.works.items() if surname == work[0]]
            return kinds[-1] if kinds else cited.kind
        if cited.kind is CitationKind.OTHER and work:
            return self.works.get(work, cited.kind)
        return cited.kind


def work_of(text: str, cited: Cited) -> Work | None:
    """The work by an author that is cited, by its surname and the first word of its title."""
    author, title = cited.first(K.AUTHOR, K.EDITOR), cited.first(*TITLES)
    if author is None:
        return None
    names = NAME_WORD.findall(text, author.start, author.end)
    words = WORD.findall(text, title.start, title.end) if title else [""]
    return (names[-1], words[0]) if names and words else None


def with_years(found: Sequence[Cited], year: str) -> list[Cited]:
    """Dates without a year take it from the next date of the note, else from the document's."""
    out: list[Cited] = []
    for cited in reversed(found):
        marks: list[Mark] = []
        for mark in reversed(cited.marks):
            if mark.kind is K.DATE:
                mark = completed(mark, year)
                if cited.kind is not CitationKind.JOURNAL:
                    year = (mark.value or mark.first)[:4] or year
            marks.append(mark)
        out.append(replace(cited, marks=tuple(reversed(marks))))
    return list(reversed(out))
