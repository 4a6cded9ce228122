"""The calendar of a diary as a small TEI document: its years, months, days, and what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree

from converter.holdings import Holdings
from converter.markup import LANG, element, fill, serialise
from converter.settings import Settings
from converter.summary import Summary

FILE = "calendar"  # the page's name in its volume's folder


@dataclass(frozen=True, slots=True)
class Dated:
    """What stands in the calendar: a document with its address, or an entry that has none."""

    when: str  # ISO, as far as known
    title: str
    kind: str = ""
    address: str = ""
    language: str = ""


Documents = Sequence[tuple[Summary, str]]  # with the addresses of their pages


def is_diary(documents: Documents) -> bool:
    """A volume with an entry for a day; in the calendar all its documents have their place."""
    return any(facts.kind == "diary-entry" and is_day(facts.when) for facts, _ in documents)


def places_in_calendar(documents: Sequence[Summary]) -> list[str]:
    """Where each document of a volume stands in its calendar: its day, its year, or the undated.

    An address from its own page; empty where the volume has no calendar.
    """
    if not is_diary([(facts, "") for facts in documents]):
        return [""] * len(documents)
    return [f"{FILE}.html#{place(facts.when)}" for facts in documents]


def place(when: str) -> str:
    """The id that the page of a calendar gives to a day, or else to what has none."""
    if is_day(when):
        return f"d-{when}"
    return f"y-{when[:4]}" if when else "undated"


def diary_calendar(documents: Documents, held: Holdings | None, settings: Settings) -> bytes:
    """The documents of a diary and what its contents list → what ``xslt/calendar`` describes."""
    volume = documents[0][0].volume
    dated = [
        Dated(facts.when, facts.title, facts.kind, address, facts.language)
        for facts, address in documents
    ]
    if held is not None:
        days = held.missing_days or ("",) * len(held.missing)
        dated += [Dated(day, title) for title, day in zip(held.missing, days, strict=True)]
    years: dict[str, list[Dated]] = defaultdict(list)
    for each in dated:
        years[each.when[:4]].append(each)
    known = [year(name, years[name]) for name in sorted(filter(None, years))]
    titles = [element("title", volume, type="main")] if volume else []
    titles += [element("title", settings.title, type="sub")] if settings.title else []
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", *titles or [element("title")]),
            element("publicationStmt", element("p")),
            element("sourceDesc", element("p", "Made from the headers of the documents.")),
        ),
    )
    body = element("body", *known)
    if years.get(""):
        body.append(element("div", items(years[""]), type="undated"))
    root = element("TEI", header, element("text", body), id_="calendar")
    root.set(LANG, settings.interface_language or "en")
    return serialise(root)


def year(name: str, dated: Iterable[Dated]) -> etree._Element:
    """The months that have a day; what has no day stands below them."""
    months: dict[str, list[Dated]] = defaultdict(list)
    others = []
    for each in dated:
        if is_day(each.when):
            months[each.when[:7]].append(each)
        else:
            others.append(each)
    made = element("div", element("head", name), type="year")
    for month in sorted(months):
        made.append(element("div", items(months[month]), type="month", n=month))
    if others:
        made.append(element("div", items(others), type="no-day"))
    return made


def items(dated: Iterable[Dated]) -> etree._Element:
    """One item each by their days; of one day the documents before what is missing."""
    ordered = sorted(dated, key=lambda each: (each.when, not each.address))
    return element("list", *map(item, ordered))


def item(each: Dated) -> etree._Element:
    day = [element("date", when=each.when)] if each.when else []
    title = element("title", each.title, lang=each.language or None)
    if not each.address:
        return element("item", *day, title, rend="missing")
    ref = element("ref", target=each.address, type=each.kind)
    fill(ref, [*day, title])
    return element("item", ref)


def is_day(when: str) -> bool:
    try:
        return date.fromisoformat(when).isoformat() == when
    except ValueError:
        return False
