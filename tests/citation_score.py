"""Scoring citations: the bibls found in notes held against those of the gold, in figures.

Segments are exact or not: start and end in the note's text, white space normalised. Fields are
compared between citations that stand for each other: those of the same segment or, over all
citations, the pair that shares most characters.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from citation_notes import Citation, Field, Note


class Fault(StrEnum):
    MISSED = "missed"
    EXTRA = "extra"
    BOUNDARY = "boundary"
    TYPE = "type"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Difference:
    fault: Fault
    gold: str
    found: str


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many in the gold and so many found, so many are right."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: "Share") -> "Share":
        sums = (self.right + other.right, self.gold + other.gold, self.found + other.found)
        return Share(*sums)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        both = self.gold + self.found
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """B-cubed: how purely and how wholly works were told from each other."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    segments: Share
    matched_fields: Share  # of the exactly matched bibls
    all_fields: Share
    types: Share
    clean: Share  # of the notes that cite nothing, those left clean
    works: Agreement | None  # None: the found bibls name no works
    segments_by_type: Mapping[str, Share] = field(default_factory=dict)
    fields_by_name: Mapping[str, Share] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """One note of the gold and what was found in it, citation by citation."""

    gold: Note
    found: Note
    pairs: tuple[tuple[Citation, Citation], ...]

    @property
    def exact(self) -> list[tuple[Citation, Citation]]:
        return [(gold, found) for gold, found in self.pairs if gold.spans(found)]

    @property
    def missed(self) -> list[Citation]:
        paired = [id(gold) for gold, _ in self.pairs]
        return [gold for gold in self.gold.citations if id(gold) not in paired]

    @property
    def extra(self) -> list[Citation]:
        paired = [id(found) for _, found in self.pairs]
        return [found for found in self.found.citations if id(found) not in paired]


def compare(gold: Note, found: Note) -> Compared:
    """Pairs citations one to one, those first that share most characters."""
    if gold.text != found.text:
        raise ValueError(
            f"{' n. '.join(gold.place)}: the found note has another text: {found.text}"
        )
    candidates = sorted(
        (-g.shares(f), not g.spans(f), i, j)
        for i, g in enumerate(gold.citations)
        for j, f in enumerate(found.citations)
        if g.shares(f) > 0
    )
    of_found: dict[int, int] = {}
    for _, _, i, j in candidates:
        if i not in of_found and j not in of_found.values():
            of_found[i] = j
    pairs = [(gold.citations[i], found.citations[j]) for i, j in sorted(of_found.items())]
    return Compared(gold, found, tuple(pairs))


def field_pairs(gold: Citation, found: Citation) -> tuple[list[Field], list[Field], list[Field]]:
    """The fields of the gold that were found, those that were not, and what else was found."""
    left = list(found.fields)
    right, missed = [], []
    for wanted in gold.fields:
        at = next((i for i, each in enumerate(left) if wanted.claims(each)), None)
        if at is None:
            missed.append(wanted)
        else:
            right.append(wanted)
            left.pop(at)
    return right, missed, left


def differences(compared: Compared) -> Iterator[Difference]:
    """What is wrong in a note, each fault with the gold and what stands there instead."""
    for gold in compared.missed:
        yield Difference(Fault.MISSED, f"{gold.type} ‹{gold.text}›", "")
    for found in compared.extra:
        yield Difference(Fault.EXTRA, "", f"{found.type} ‹{found.text}›")
    for gold, found in compared.pairs:
        if not gold.spans(found):
            yield Difference(Fault.BOUNDARY, f"‹{gold.text}›", f"‹{found.text}›")
        if gold.type != found.type:
            yield Difference(Fault.TYPE, f"{gold.type} ‹{gold.text}›", found.type)
        _, missed, extra = field_pairs(gold, found)
        for i in range(max(len(missed), len(extra))):
            sides = (str(side[i]) if i < len(side) else "" for side in (missed, extra))
            yield Difference(Fault.FIELD, *sides)


# ---------------------------------------------------------------- counting


def score(notes: Sequence[Compared]) -> Score:
    exact = [pair for note in notes for pair in note.exact]
    without = [note for note in notes if not note.gold.citations]
    left_clean = sum(not note.found.citations for note in without)
    by_type = segments_by(notes)
    by_name = fields_by(notes)
    return Score(
        segments=sum(by_type.values(), Share()),
        matched_fields=sum(counted_fields(exact, (), ()).values(), Share()),
        all_fields=sum(by_name.values(), Share()),
        types=Share(sum(g.type == f.type for g, f in exact), len(exact), len(exact)),
        clean=Share(left_clean, len(without), len(without)),
        works=same_work(exact),
        segments_by_type=by_type,
        fields_by_name=by_name,
    )


def segments_by(notes: Iterable[Compared]) -> dict[str, Share]:
    """Exact segments by type: one found exactly counts for its type in the gold."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for note in notes:
        right.update(g.type for g, _ in note.exact)
        gold.update(g.type for g in note.gold.citations)
        exactly = {id(f): g.type for g, f in note.exact}
        found.update(exactly.get(id(f), f.type) for f in note.found.citations)
    return {kind: Share(right[kind], gold[kind], found[kind]) for kind in sorted(gold | found)}


def fields_by(notes: Sequence[Compared]) -> dict[str, Share]:
    pairs = [pair for note in notes for pair in note.pairs]
    missed = [gold for note in notes for gold in note.missed]
    extra = [found for note in notes for found in note.extra]
    return counted_fields(pairs, missed, extra)


def counted_fields(
    pairs: Iterable[tuple[Citation, Citation]],
    missed: Iterable[Citation],
    extra: Iterable[Citation],
) -> dict[str, Share]:
    """Fields right, in the gold and found, by name and kind."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for wanted, given in pairs:
        right.update(f.sort for f in field_pairs(wanted, given)[0])
        gold.update(f.sort for f in wanted.fields)
        found.update(f.sort for f in given.fields)
    gold.update(f.sort for each in missed for f in each.fields)
    found.update(f.sort for each in extra for f in each.fields)
    return {name: Share(right[name], gold[name], found[name]) for name in sorted(gold | found)}


def same_work(pairs: Sequence[tuple[Citation, Citation]]) -> Agreement | None:
    """B-cubed over the matched citations; one that names no work is a work of its own."""
    if not any(found.work for _, found in pairs):
        return None
    gold = [g.work or f"nameless {i}" for i, (g, _) in enumerate(pairs)]
    found = [f.work or f"nameless {i}" for i, (_, f) in enumerate(pairs)]
    in_gold, in_found = Counter(gold), Counter(found)
    in_both = Counter(zip(gold, found, strict=True))
    purity = [in_both[g, f] / in_found[f] for g, f in zip(gold, found, strict=True)]
    wholeness = [in_both[g, f] / in_gold[g] for g, f in zip(gold, found, strict=True)]
    return Agreement(sum(purity) / len(purity), sum(wholeness) / len(wholeness))
