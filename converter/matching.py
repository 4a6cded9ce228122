"""Matching: the documents of a volume held against its printed contents list, by their titles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from converter.entry_years import entry_years, printed_day
from converter.holdings import Holdings, Shared
from converter.model import Metadata
from converter.pages import SavedPage


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A document by its page's own words, and the contents list that is printed beside it."""

    name: str  # folder of the volume and name of the document's files
    volume: str
    title: str
    when: str  # ISO, as far as known
    heading: str
    entries: tuple[str, ...]

    @classmethod
    def of(cls, name: str, said: Metadata, page: SavedPage) -> "ListedPage":
        return cls(name, said.volume, said.title, said.when, page.contents_title, page.contents)


def folded(text: str) -> str:
    """A title as titles are compared: white space, the case of letters, a last full stop apart."""
    return " ".join(text.split()).casefold().removesuffix(".")


def all_holdings(pages: Iterable[ListedPage]) -> tuple[dict[str, Holdings], dict[str, int]]:
    """The holdings of each volume by its folder; and the documents' places in its contents."""
    volumes: dict[str, list[ListedPage]] = defaultdict(list)
    for page in pages:
        volumes[page.name.split("/")[0]].append(page)
    held: dict[str, Holdings] = {}
    positions: dict[str, int] = {}
    for folder in sorted(volumes):
        held[folder], places = holdings(volumes[folder][0].volume, volumes[folder])
        positions |= places
    return held, positions


def holdings(volume: str, pages: Sequence[ListedPage]) -> tuple[Holdings, dict[str, int]]:
    """A volume's documents held against its contents list; and their places in it, by their names.

    The list is the one that most of its pages show under the volume's name, the longest of them in
    doubt. One with another heading counts only where the documents themselves prove it theirs.
    """
    lists = Counter((page.heading, page.entries) for page in pages if page.entries)
    own = {shown: n for shown, n in lists.items() if folded(shown[0]) == folded(volume)}
    proven = {shown: n for shown, n in lists.items() if stands_for(shown[1], shown[0], pages)}
    usable = own or proven
    if not usable:
        return Holdings(volume, heading=next(iter(lists), ("", ()))[0]), {}
    heading, entries = max(usable, key=lambda list_: (usable[list_], len(list_[1]), list_))
    places, shared = placed(entries, pages)
    taken, open_titles = set(places.values()), {folded(title.title) for title in shared}
    titles = {folded(entry) for entry in entries}
    lacking = [
        i for i, entry in enumerate(entries) if i not in taken and folded(entry) not in open_titles
    ]
    days = days_of(entries, places, pages)
    found = Holdings(
        volume=volume,
        heading=heading if not own else "",
        listed=len(entries),
        missing=tuple(entries[i] for i in lacking),
        missing_days=tuple(days[i] for i in lacking),
        shared=tuple(shared),
        unlisted=tuple(page.title for page in pages if folded(page.title) not in titles),
        other_lists=sum(n for shown, n in lists.items() if shown[1] != entries),
    )
    return found, places


def days_of(
    entries: Sequence[str], places: Mapping[str, int], pages: Iterable[ListedPage]
) -> list[str]:
    """The dates of all entries in ISO, as far as the documents here let them be counted."""
    known = {places[page.name]: int(page.when[:4] or 0) for page in pages if page.name in places}
    years = entry_years(entries, known)
    return [printed_day(entry).iso(year) for entry, year in zip(entries, years, strict=True)]


def stands_for(entries: Sequence[str], heading: str, pages: Iterable[ListedPage]) -> bool:
    """All documents beside the list stand in it, one by a title that is more than a day and month.

    A day and month stand in the lists of many volumes.
    """
    beside = [page for page in pages if page.heading == heading and page.entries == tuple(entries)]
    listed = Counter(map(folded, entries))
    telling = any(listed[folded(page.title)] == 1 and says_more(page.title) for page in beside)
    return telling and all(folded(page.title) in listed for page in beside)


def says_more(title: str) -> bool:
    """A title that is no mere day: it has a year, or no date at all."""
    day = printed_day(title)
    return bool(day.year) or not day.month


def placed(
    entries: Sequence[str], pages: Iterable[ListedPage]
) -> tuple[dict[str, int], list[Shared]]:
    """The entry of each document that has one, and the titles where that is not certain."""
    entries_by_title: dict[str, list[int]] = defaultdict(list)
    for i, entry in enumerate(entries):
        entries_by_title[folded(entry)].append(i)
    pages_by_title: dict[str, list[ListedPage]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: (page.when, page.name)):
        pages_by_title[folded(page.title)].append(page)
    both = [(entries_by_title[t], held) for t, held in pages_by_title.items()]
    alone = {at[0]: int(held[0].when[:4] or 0) for at, held in both if len(at) == len(held) == 1}
    years = entry_years(entries, alone)
    places: dict[str, int] = {}
    shared: list[Shared] = []
    for at, held in both:
        if len(at) == len(held):
            places |= {page.name: i for page, i in zip(held, at, strict=True)}
        elif len(at) > len(held):
            by_year = of_their_year(at, held, years)
            places |= by_year
            left = len(held) - len(by_year)
            rest = [i for i in at if i not in by_year.values()]
            if left:
                shared.append(Shared(entries[at[0]], len(rest), left))
        else:
            places |= {page.name: at[min(i, len(at) - 1)] for i, page in enumerate(held) if at}
    return places, shared


def of_their_year(
    at: Sequence[int], held: Sequence[ListedPage], years: Sequence[int]
) -> Mapping[str, int]:
    """Of entries that share a title, those whose year only one entry and one document have."""
    entries = Counter(years[i] for i in at)
    documents = Counter(page.when[:4] for page in held)
    return {
        page.name: i
        for page in held
        for i in at
        if page.when[:4] == str(years[i])
        and entries[years[i]] == 1
        and documents[page.when[:4]] == 1
    }
