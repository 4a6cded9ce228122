"""Repeats: ibid. to the citation before it, op. cit. to the last work of its author."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.authorities import Authorities
from converter.bibliography.cited import Cited, CitingNote
from converter.bibliography.outcomes import Outcome, Traced, Untraced, Work
from converter.bibliography.persons import Person
from converter.bibliography.serials import Serials
from converter.bibliography.shelfmarks import Unit, unit_of
from converter.bibliography.works import Grouped

# The last citation of each work so far, by the surnames of its authors; the last cited at the end.
Heard = dict[str, dict[Work, Traced]]
# Where one source of a note ends and another begins; figures in between are those of a source.
BETWEEN = re.compile(r";|[.!?]\s+(?=[^\W\d_a-zа-я])")
FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Context:
    """What the citations of the whole edition say of each other before any ibid. is looked at."""

    places: Mapping[int, int]  # of a citation (its id in memory) among those of works
    works: Mapping[int, int]  # place → work
    writers: Sequence[frozenset[Person]]  # authors and editors of each work
    grouped: Grouped
    titled: Sequence[Cited]
    serials: Serials
    known: Authorities


def repeated(
    cited: Cited, note: CitingNote, here: Sequence[Outcome], last: Sequence[Outcome],
    context: Context,
) -> Outcome:  # fmt: skip
    """Ibid.: the citation before it in the note, else the last one of the last note that cites.

    After a note with several sources usage takes the last that can be cited so (by leaves, by
    documents, by columns), but the editor may have meant another.
    """
    around = here or last
    if unread := unread_before(cited, bool(here), last):
        return Untraced(cited, note, "ibid-of-unread", {"unread": unread})
    if not around:
        return Untraced(cited, note, "ibid-without-source")
    fitting = [each for each in around if fits(cited, each)]
    antecedent = (fitting or around)[-1]
    if isinstance(antecedent, Untraced):
        return Untraced(cited, note, "ibid-of-untraced", {"source": antecedent.cited.words})
    several = len({each.source for each in around if isinstance(each, Traced)}) > 1
    untold = any(isinstance(each, Untraced) for each in around)
    clear = antecedent is around[-1] if here else not (several or untold)
    sure = antecedent.sure and bool(fitting) and clear
    source = antecedent.source
    if isinstance(source, Unit) and cited.shelfmark:
        source = unit_of(cited, source, context.known) or source
    return Traced(cited, note, source, antecedent.type, sure)


def unread_before(cited: Cited, within: bool, last: Sequence[Outcome]) -> str:
    """What stands between an ibid. and the citation before it and looks like another source."""
    if within:
        apart = BETWEEN.split(cited.led_in)[1:-1]
    else:
        apart = BETWEEN.split(cited.led_in)[:-1]
        apart += BETWEEN.split(last[-1].note.rest)[1:] if last else []
    return next((part.strip() for part in apart if FIGURE.search(part)), "")


CITED_BY = {"folio": "archival", "document": "documentCollection", "column": "debates"}


def fits(cited: Cited, before: Outcome) -> bool:
    """What the citation counts by is what sources of this kind are cited by."""
    kind = before.type if isinstance(before, Traced) else before.cited.type
    wanted = {CITED_BY[unit] for unit in cited.cited_by if unit in CITED_BY}
    if cited.shelfmark:
        wanted.add("archival")
    return not wanted or kind in wanted


def by_author(cited: Cited, note: CitingNote, heard: Heard, context: Context) -> Outcome:
    """Op. cit., or a name alone: the work of the author that was cited last before it."""
    author = cited.authors[0]
    facts = {"author": author.surname}
    works = [
        each
        for work, each in heard.get(author.key, {}).items()
        if any(author.can_be(person) for person in context.writers[work.number])
    ]
    if not works:
        return Untraced(cited, note, "author-not-cited-before", facts)
    if len(works) > 1 and not cited.repeats:
        return Untraced(cited, note, "author-of-several", facts)
    return Traced(cited, note, works[-1].source, works[-1].type, sure=len(works) == 1)
