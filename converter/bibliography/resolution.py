"""Resolve: every citation to what it cites, in the order of the edition; or why it cannot be."""

from collections.abc import Sequence
from itertools import groupby

from converter.authorities import Authorities
from converter.bibliography.cited import Cited, CitingNote
from converter.bibliography.forms import form_of
from converter.bibliography.outcomes import (
    Outcome,
    SerialSource,
    Traced,
    Untraced,
    Work,
    traced,
)
from converter.bibliography.repeats import Context, Heard, by_author, repeated
from converter.bibliography.serials import Serials, serial_title
from converter.bibliography.shelfmarks import Unit, is_told, unit_of, with_repositories
from converter.bibliography.works import same_works


def resolve(notes: Sequence[CitingNote], known: Authorities) -> list[Outcome]:
    """The citations of all notes, in the order of the edition, each with what it cites."""
    context = context_of(notes, known)
    outcomes: list[Outcome] = []
    heard: Heard = {}
    previous: list[CitingNote] = []
    for _, run in groupby(notes, key=lambda note: (note.document, note.section)):
        notes_of_section = list(run)
        last = last_note(outcomes) if runs_on(previous, notes_of_section) else []
        outcomes += in_section(notes_of_section, last, heard, context)
        previous = notes_of_section
    return with_known_repositories(outcomes)


def context_of(notes: Sequence[CitingNote], known: Authorities) -> Context:
    serials = Serials(known)
    named = [
        (cited, form_of(cited)) for note in notes for cited in note.citations
        if cited.is_work and not repeats_only(cited)
    ]  # fmt: skip
    titled = [cited for cited, form in named if form.title]
    grouped = same_works([form for _, form in named if form.title], serials.same)
    places = {id(cited): place for place, cited in enumerate(titled)}
    works = {place: work for work, group in enumerate(grouped.works) for place in group}
    writers = [
        frozenset(one for n in group for one in (*titled[n].authors, *titled[n].editors))
        for group in grouped.works
    ]
    return Context(places, works, writers, grouped, titled, serials, known)


def repeats_only(cited: Cited) -> bool:
    """An ibid. without a title of its own, or with the title of a part of what it repeats."""
    return bool(cited.repeats) and cited.title("m", "j") is None and not cited.authors


def runs_on(before: Sequence[CitingNote], notes: Sequence[CitingNote]) -> bool:
    """The notes are numbered on from those of the document before: nothing stands between."""
    if not before or not notes or volume(before[-1]) != volume(notes[0]):
        return False
    last, first = before[-1].label, notes[0].label
    return last.isdigit() and first.isdigit() and int(first) == int(last) + 1


def volume(note: CitingNote) -> str:
    return note.document.rpartition("/")[0]


def in_section(
    notes: Sequence[CitingNote], last: Sequence[Outcome], heard: Heard, context: Context
) -> list[Outcome]:
    """The citations of one document, or of its transcription; an ibid. looks back within it.

    ``heard`` gathers who was cited, so that an op. cit. finds the last work of its author.
    """
    found: list[Outcome] = []
    for note in notes:
        here: list[Outcome] = []
        for cited in note.citations:
            here.append(outcome(cited, note, here, last, heard, context))
            remember(here[-1], heard, context)
        found += here
        if here or note.kind == "source":
            last = here  # a source that was not read leaves nothing to look back to
    return found


def remember(outcome: Outcome, heard: Heard, context: Context) -> None:
    """The work cited goes to the end of those of each of its authors."""
    if isinstance(outcome, Traced) and isinstance(outcome.source, Work):
        for person in context.writers[outcome.source.number]:
            of_author = heard.setdefault(person.key, {})
            of_author.pop(outcome.source, None)
            of_author[outcome.source] = outcome


def last_note(outcomes: Sequence[Outcome]) -> list[Outcome]:
    if not outcomes:
        return []
    end = outcomes[-1].note
    return [each for each in outcomes if each.note is end]


def outcome(
    cited: Cited, note: CitingNote, here: Sequence[Outcome], last: Sequence[Outcome],
    heard: Heard, context: Context,
) -> Outcome:  # fmt: skip
    """One citation: by its own words where they say what it is, else by what stands before it."""
    if cited.repeats and not cited.authors and cited.title("m") is None:
        return repeated(cited, note, here, last, context)
    if id(cited) in context.places:
        return work(cited, note, context)
    if cited.is_work and cited.authors:
        return by_author(cited, note, heard, context)
    if cited.type == "archival":
        unit = unit_of(cited, last_unit(here), context.known)
        if unit is None:
            return Untraced(cited, note, "shelfmark-not-completed")
        if unit.is_something:
            return Traced(cited, note, unit, cited.type, sure=is_told(cited))
    elif title := serial_title(cited):
        return Traced(cited, note, serial(cited, title, context), cited.type)
    return Untraced(cited, note, "citation-names-nothing")


def serial(cited: Cited, title: str, context: Context) -> SerialSource:
    return SerialSource(cited.type, context.serials.key(title))


def work(cited: Cited, note: CitingNote, context: Context) -> Outcome:
    place = context.places[id(cited)]
    if place in context.works:
        number = context.works[place]
        return Traced(cited, note, Work(number), type_of(cited, number, place, context))
    works = " and ".join(
        f"‘{leader(context, number).words}’" for number in context.grouped.ambiguous[place][:3]
    )
    return Untraced(cited, note, "short-title-ambiguous", {"works": works})


def leader(context: Context, work: int) -> Cited:
    """The citation of a work that says most."""
    return max((context.titled[n] for n in context.grouped.works[work]), key=lambda c: len(c.words))


def type_of(cited: Cited, number: int, place: int, context: Context) -> str:
    """A short title has the type of the work that was cited before it."""
    if cited.type != "other":
        return cited.type
    before = (context.titled[n].type for n in context.grouped.works[number] if n < place)
    return next((kind for kind in before if kind != "other"), cited.type)


def last_unit(here: Sequence[Outcome]) -> Unit | None:
    units = (
        each.source for each in reversed(here)
        if isinstance(each, Traced) and isinstance(each.source, Unit)
    )  # fmt: skip
    return next(units, None)


def with_known_repositories(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Pieces cited without their archive, with the one that another citation names."""
    units = [each.source for each in traced(outcomes) if isinstance(each.source, Unit)]
    known = with_repositories(units)
    return [
        Traced(each.cited, each.note, known[each.source], each.type, each.sure)
        if isinstance(each, Traced) and isinstance(each.source, Unit) and each.source in known
        else each
        for each in outcomes
    ]
