"""Archival units: the piece or delo of a citation, completed from the shelfmark before it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from converter.authorities import Authorities
from converter.bibliography.cited import Cited, Shelfmark
from converter.identifiers import slug

LABELS = {
    "fond": re.compile(r"(?:fond|фонд|f|ф)\b\.?\s*", re.IGNORECASE),
    "opis": re.compile(r"(?:op(?:is['’]?)?|оп(?:ись)?)\b\.?\s*", re.IGNORECASE),
    "delo": re.compile(
        r"(?:delo|дело|d|д|ed\.\s?khr|ед\.\s?хр)\b\.?\s*", re.IGNORECASE),
}  # fmt: skip
SOVIET = ("fond", "opis", "delo")
PAPKA = re.compile(r"(?:^|[\s,;])(?:p|п|papka|папка)\.?\s*(\d+\w*)", re.IGNORECASE)
PART_OF_PRINT = "papka"  # no part of the number: many citations leave it out
IN_FULL = re.compile(
    r"(?:^|\s)(?:(?P<fond>[fф]\.?\s*\w+)[\s,.]*)(?:(?P<opis>(?:op|оп)\.?\s*\w+))?", re.IGNORECASE
)
TOKEN = re.compile(r"[^\s/,]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """What an archive hands out: a piece, a delo, else what the citation names.

    Two are the same where repository and number are; the papers count only where the number alone
    says nothing, and the printed forms never.
    """

    repository: str  # its id in the authority file, else a slug of its name; empty: not said
    number: str
    papers: str
    parts: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    siglum: str = field(default="", compare=False)
    collection: str = field(default="", compare=False)

    @property
    def is_something(self) -> bool:
        return bool(self.repository or self.number or self.papers)

    def part(self, name: str) -> str:
        return next((text for kind, text in self.parts if kind == name), "")


def unit_of(cited: Cited, before: Unit | None, known: Authorities) -> Unit | None:
    """The unit of an archival citation; ``before`` is the one cited last, which may complete it.

    None where the shelfmark is printed in short and nothing completes it.
    """
    mark = cited.shelfmark or Shelfmark()
    parts = own_parts(mark)
    siglum = cited.repository
    if is_short(parts, cited):
        siglum, parts = completed(mark, siglum, parts, before, known)
        if not parts:
            return None
    return named(siglum, cited.collection, parts, known)


def named(
    siglum: str, collection: str, parts: tuple[tuple[str, str], ...], known: Authorities
) -> Unit:
    number = slug(" ".join(text for name, text in parts if name != PART_OF_PRINT))
    speaks = bool(re.search("[a-z]", number)) and not any(name in SOVIET for name, _ in parts)
    repository = repository_id(siglum, parts, known)
    papers = "" if speaks or (repository and number) else slug(collection)
    return Unit(repository, number, papers, parts, siglum, collection)


def own_parts(mark: Shelfmark) -> tuple[tuple[str, str], ...]:
    """The parts that make the unit, as they are printed but for labels of f., op. and d."""
    found = {name: text.strip(" ,;") for name, text in reversed(mark.parts)}
    if any(name in found for name in SOVIET):
        parts = ((name, without_label(name, found[name])) for name in SOVIET if name in found)
        papka = PAPKA.search(mark.printed)
        return tuple(with_papka(parts, papka.group(1) if papka else ""))
    names = [name for name in ("class", "piece") if name in found]
    if names or "item" in found:
        return tuple((name, found[name]) for name in names)
    printed = mark.printed.strip(" ,;.")
    return (("shelfmark", printed),) if printed else ()


def with_papka(parts: Iterable[tuple[str, str]], papka: str) -> Iterator[tuple[str, str]]:
    """The folder stands before the delo: readers order by it, though the delo is found without."""
    for name, text in parts:
        if name == "delo" and papka:
            yield PART_OF_PRINT, papka
        yield name, text


def without_label(name: str, text: str) -> str:
    return LABELS[name].sub("", text, count=1).strip(" .,;")


def is_short(parts: tuple[tuple[str, str], ...], cited: Cited) -> bool:
    """Something before the printed parts is left out."""
    mark = cited.shelfmark
    if mark is None:
        return False
    if left_out(mark):
        return True
    names = [name for name, _ in parts]
    if not names:
        return True  # an item alone
    if names[0] in ("opis", "delo"):
        return True
    bare = names == ["piece"] and parts[0][1].isdigit()
    lonely = not (cited.repository or cited.collection)
    return (bare or names[0] == "fond") and lonely


def is_told(cited: Cited) -> bool:
    """The shelfmark is complete as printed, or its full form stands beside it."""
    mark = cited.shelfmark or Shelfmark()
    return bool(left_out(mark)) or not is_short(own_parts(mark), cited)


def completed(
    mark: Shelfmark, siglum: str, parts: tuple[tuple[str, str], ...], before: Unit | None,
    known: Authorities,
) -> tuple[str, tuple[tuple[str, str], ...]]:  # fmt: skip
    """The siglum and all parts: from the full form of the shelfmark, else from the unit before."""
    lead = left_out(mark)
    if lead:
        found, rest = parted(lead, siglum, before, known)
        soviet = IN_FULL.search(rest)
        if soviet and parts and parts[0][0] in SOVIET:
            given = {name: without_label(name, text) for name, text in soviet.groupdict().items()
                     if text}  # fmt: skip
            return found, in_order({**given, **dict(parts)})
        if rest and not any(name == "class" for name, _ in parts):
            return found, (("class", rest), *parts)
        if parts:
            return found, parts
    if before is None:
        return siglum, ()
    return siglum or before.siglum, behind(before.parts, parts)


def behind(
    before: tuple[tuple[str, str], ...], parts: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, str], ...]:
    """The parts of the unit before that stand above the first one printed, and those printed."""
    if not parts:
        return before
    ranks = {name: rank for rank, name in enumerate(("class", "piece", *SOVIET))}
    first = ranks.get(parts[0][0], 0)
    kept = [(name, text) for name, text in before if ranks.get(name, len(ranks)) < first]
    return (*kept, *parts) if kept else ()


def in_order(parts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, parts[name]) for name in ("shelfmark", "class", "piece", *SOVIET) if name in parts
    )


def left_out(mark: Shelfmark) -> str:
    """What the full form has before the printed one: ``TNA FO 371``."""
    printed, full = TOKEN.findall(mark.printed), list(TOKEN.finditer(mark.full))
    same = [token.group() for token in full[len(full) - len(printed) :]] == printed
    if not full or not same or len(full) == len(printed):
        return ""
    return mark.full[: full[len(full) - len(printed)].start()].strip(" ,/")


def parted(lead: str, siglum: str, before: Unit | None, known: Authorities) -> tuple[str, str]:
    """A siglum or name of a repository, and what follows it."""
    for start in (siglum, before.siglum if before else ""):
        if start and lead.startswith(start):
            return start, lead[len(start) :].strip(" ,")
    words = lead.split()
    for count in range(len(words), 0, -1):
        if known.repository(" ".join(words[:count])):
            return " ".join(words[:count]), " ".join(words[count:])
    return siglum, lead


def repository_id(siglum: str, parts: tuple[tuple[str, str], ...], known: Authorities) -> str:
    """By its siglum, else by the class code with which the shelfmark begins."""
    if siglum:
        found = known.repository(siglum)
        return found.id if found else slug(siglum)
    if not parts or parts[0][0] not in ("class", "shelfmark", "piece"):
        return ""
    begins = parts[0][1] + " "
    owners = {
        each.id for each in known.repositories for code in each.classes
        if begins.startswith((code + " ", code + "/"))
    }  # fmt: skip
    return owners.pop() if len(owners) == 1 else ""


def with_repositories(units: list[Unit]) -> dict[Unit, Unit]:
    """Units that name no repository, each with the only one that another of its number has."""
    holders: dict[tuple[str, str], set[str]] = {}
    for unit in units:
        for key in keys_of(unit):
            holders.setdefault(key, set()).update(filter(None, [unit.repository]))
    found = {}
    for unit in units:
        known = next((holders[key] for key in keys_of(unit) if holders[key]), set())
        if not unit.repository and len(known) == 1:
            papers = "" if unit.number else unit.papers
            found[unit] = replace(unit, repository=next(iter(known)), papers=papers)
    return found


def keys_of(unit: Unit) -> list[tuple[str, str]]:
    """The number where it speaks for itself; the papers, which lie in one place."""
    number = [("number", unit.number)] if re.search("[a-z]", unit.number) else []
    papers = [("papers", slug(unit.collection))] if unit.collection else []
    return number + papers
