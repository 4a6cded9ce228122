"""Find the sigla in notes that no entry of the authorities explains, with counts and places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from converter.authorities import Authorities
from converter.authority_forms import folded
from converter.siglum_rules import (
    AFTER,
    AFTER_A_SERIAL,
    BEFORE,
    LEFT_ALONE,
    SECOND,
    SIGLUM,
    Sighting,
    SiglumRule,
)

LOOKED_AT = 80  # characters on each side of a siglum


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a note, and where it stands."""

    document: str
    number: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}, note {self.number}" if self.number else self.document


@dataclass(frozen=True, slots=True)
class Found:
    """One occurrence of an unknown siglum, the words from it on, and what it seems to be of."""

    siglum: str
    note: Note
    words: str
    serial: bool

    def __str__(self) -> str:
        return f"{self.note}: {self.words}"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A siglum that no entry explains, with all its places."""

    siglum: str
    places: tuple[Found, ...]

    @property
    def serial(self) -> bool:
        """Whether it looks like a collection of documents more often than like an archive."""
        return 2 * sum(place.serial for place in self.places) > len(self.places)

    @property
    def count(self) -> int:
        return len(self.places)

    def as_data(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "siglum": self.siglum,
            "seems": "documentCollection" if self.serial else "repository",
            "count": self.count,
            "places": [
                {"document": place.note.document, "note": place.note.number, "words": place.words}
                for place in self.places
            ],
        }


def unknown_sigla(notes: Iterable[Note], known: Authorities) -> tuple[Unknown, ...]:
    """The unknown sigla of the notes, the most frequent first."""
    by_form: dict[str, list[Found]] = {}
    for note in notes:
        for found in in_note(note, known):
            by_form.setdefault(folded(found.siglum), []).append(found)
    gathered = (Unknown(places[0].siglum, tuple(places)) for places in by_form.values())
    return tuple(sorted(gathered, key=lambda unknown: (-unknown.count, unknown.siglum)))


def in_note(note: Note, known: Authorities) -> Iterator[Found]:
    """The unknown sigla of one note in their order."""
    done = 0
    for match in SIGLUM.finditer(note.text):
        if match.start() < done:
            continue
        start, end = match.span()
        second = SECOND.match(note.text, end)
        seen = sighting(note.text, start, end, known)
        longer = sighting(note.text, start, second.end(), known) if second else seen
        if claims(LEFT_ALONE[:1], longer):
            done = start + len(longer.siglum)
            continue
        if longer is not seen and not claims((*AFTER, *AFTER_A_SERIAL), seen):
            seen = longer
        if judged(seen):
            done = start + len(seen.siglum)
            words = " ".join(note.text[start : start + LOOKED_AT].split())
            yield Found(bare(seen.siglum), note, words, claims(AFTER_A_SERIAL, seen))


def judged(seen: Sighting) -> bool:
    """Whether a sighting is an unknown siglum by the rules."""
    follows = claims((*AFTER, *AFTER_A_SERIAL), seen)
    return follows and claims(BEFORE, seen) and not claims(LEFT_ALONE, seen)


def claims(rules: Iterable[SiglumRule], seen: Sighting) -> bool:
    return any(rule.when(seen) for rule in rules)


def sighting(text: str, start: int, end: int, known: Authorities) -> Sighting:
    before = text[max(start - LOOKED_AT, 0) : start]
    return Sighting(text[start:end], before, text[end : end + LOOKED_AT], known)


def bare(siglum: str) -> str:
    """A siglum without the full stop of its sentence: one dot alone, at the end."""
    return siglum[:-1] if siglum.count(".") == 1 and siglum.endswith(".") else siglum
