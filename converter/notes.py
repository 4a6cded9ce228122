"""Annotate, second half: the kind of each note, its citations, the persons notes explain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from converter import signs
from converter.citations.found import Cited
from converter.citations.marking import text_of, with_citations
from converter.citations.reader import NoteReader
from converter.identifiers import name_slug
from converter.inlines import plain
from converter.languages import Language
from converter.model import Inline, Inlines, Name, Note, NoteKind, Person, PersonName, Text
from converter.names import natural_name, part

LAST_LETTERS = re.compile(r"[\w’'-]*[^\W\d_]")  # of a word, read backwards
POSSESSIVE = re.compile(r"[’']s?\Z")
RESERVED = frozenset(("editor", "converter"))


@dataclass(slots=True)
class Persons:
    """The persons of a document while its notes are read; one printed name is one person."""

    found: dict[str, Person] = field(default_factory=dict)
    ids: set[str] = field(default_factory=lambda: set(RESERVED))

    def person(self, name: Name, description: str) -> Person:
        if name.printed not in self.found:
            given = " ".join(filter(None, (part(name, "forename"), part(name, "patronymic"))))
            base = identifier = name_slug(f"{part(name, 'surname')} {given}")
            again = 2
            while identifier in self.ids:
                identifier, again = f"{base}-{again}", again + 1
            self.ids.add(identifier)
            self.found[name.printed] = Person(identifier, name, description)
        return self.found[name.printed]


def read_notes(inlines: Inlines, persons: Persons, tongue: Language, reader: NoteReader) -> Inlines:
    """Every note with its kind and citations; and names marked, where a note is biographical.

    Marked are the name it begins with and the same name at its anchor.
    """
    if not any(isinstance(inline, Note) for inline in inlines):
        return inlines
    out: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Note):
            out.append(inline)
            continue
        found = [reader.read(text_of(paragraph)) for paragraph in inline.paragraphs]
        note = classified(inline, out, tongue, found)
        if note.kind is NoteKind.BIOGRAPHICAL:
            note, person = with_person(note, persons, tongue)
            out = at_anchor(out, person)
        cited = map(with_citations, note.paragraphs, found)
        out.append(replace(note, paragraphs=tuple(cited)))
    return tuple(out)


def classified(
    note: Note, before: list[Inline], tongue: Language, found: Sequence[Sequence[Cited]]
) -> Note:
    """The note with its kind; ``found`` are the citations in its paragraphs.

    Biographical: name and description (two signs, or one and the name at the anchor). Source:
    three signs of a citation, or citations that make half of its text. All else is explanatory.
    """
    text = " ".join(map(plain, note.paragraphs)).strip()
    cites_first = bool(found and found[0] and found[0][0].start == 0)
    name = "" if cites_first else signs.name_at_start(text, tongue)
    anchored = bool(name and signs.repeats_the_anchor(text_before(before), name))
    life = signs.life_signs(text, tongue) if name else 0
    if life >= 2 or (life >= 1 and anchored):
        return replace(note, kind=NoteKind.BIOGRAPHICAL)
    cited = sum(each.end - each.start for paragraph in found for each in paragraph)
    cites = 2 * cited >= len(text) or signs.citation_signs(text, tongue) >= 3
    return replace(note, kind=NoteKind.SOURCE if cites else NoteKind.EXPLANATORY)


def text_before(before: list[Inline]) -> str:
    return plain(tuple(before))[-200:]


def with_person(note: Note, persons: Persons, tongue: Language) -> tuple[Note, Person]:
    """The note with its first name marked, and the person it explains."""
    first = note.paragraphs[0]
    text = " ".join(map(plain, note.paragraphs))
    start = next(
        i for i, inline in enumerate(first) if isinstance(inline, Text) and inline.text.strip()
    )
    opening = first[start]
    printed = signs.name_at_start(text.lstrip(), tongue)
    description = text.lstrip()[len(printed) :].lstrip(" ,;:–—-").strip()
    person = persons.person(natural_name(printed, tongue), description)
    if not isinstance(opening, Text) or not opening.text.lstrip().startswith(printed):
        return note, person  # a bracket or a page break stands in the name
    space = opening.text[: len(opening.text) - len(opening.text.lstrip())]
    rest = opening.text.lstrip()[len(printed) :]
    name = PersonName(printed, person.id)
    before = (Text(space),) if space else ()
    marked = (*first[:start], *before, name, Text(rest), *first[start + 1 :])
    return replace(note, paragraphs=(marked, *note.paragraphs[1:])), person


def last_word(text: str) -> tuple[int, str] | None:
    """The word with which a text ends, and where it begins; read backwards, without a search."""
    found = LAST_LETTERS.match(text[::-1])
    return (len(text) - found.end(), found.group()[::-1]) if found else None


def at_anchor(before: list[Inline], person: Person) -> list[Inline]:
    """The inlines before a note, their last words marked where these name the person."""
    if not before or not isinstance(before[-1], Text):
        return before
    whole = before[-1].text
    text = whole.rstrip(",.;:!?»”)]")  # what may stand between a word and its anchor
    names = {
        word
        for name in person.name.parts
        if name.part
        for word in re.findall(r"[\w’'-]+", name.text)
    }
    end = start = len(text)
    while last := last_word(text[:start].rstrip(" ") if start < end else text[:start]):
        begins, printed = last
        word = printed if start < end else POSSESSIVE.sub("", printed)
        if word not in names:
            break
        if start == end:
            end = begins + len(word)
        start = begins
    if start == len(text) or start == end:
        return before
    pieces: list[Inline] = [
        Text(text[:start]),
        PersonName(text[start:end], person.id),
        Text(whole[end:]),
    ]
    return [*before[:-1], *(p for p in pieces if not isinstance(p, Text) or p.text)]
