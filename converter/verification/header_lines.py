"""The lines of a document's head that the text edition takes from the header of its TEI."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from converter.markup import TEI, local
from converter.verification.interface_words import day, words_of
from converter.verification.structure import SPACES

FILE, PROFILE = "teiHeader/fileDesc", "teiHeader/profileDesc"
NAMES = frozenset(("persName", "orgName", "name"))


def title(root: etree._Element, words: Mapping[str, str]) -> str:
    """The title of a document whose text has no head."""
    titles = [each for each in at(root, f"{FILE}/titleStmt/title") if plain(each)]
    typed = {each.get("type"): plain(each) for each in reversed(titles)}
    found = [typed[key] for key in ("main", None, "iso-date") if key in typed]
    return (found + [plain(each) for each in titles] + [words["untitled"]])[0]


def header_lines(root: etree._Element, words: Mapping[str, str]) -> Iterator[str]:
    """Who wrote to whom, when, and the volume: the lines below the title."""
    authors = joined(at(root, f"{FILE}/titleStmt/author"))
    received = [each for each in actions(root, "received") if local(each) in NAMES]
    recipients = joined(received)
    yield " ".join(filter(None, (authors, words["to"] if recipients else "", recipients)))
    date = dating(root)
    yield "" if date is None else date_in_words(date, words)
    subtitles = [e for e in at(root, f"{FILE}/titleStmt/title") if e.get("type") == "sub"]
    volumes = (monogr for source in at(root, f"{FILE}/sourceDesc") for monogr in inside(source))
    unnamed = words_of("en")["untitled-volume"]  # what our own headers have where none is known
    named = (text for text in map(plain, (*subtitles, *volumes)) if text not in ("", unnamed))
    yield next(named, "")


def dating(root: etree._Element) -> etree._Element | None:
    """The element that dates the document."""
    dates = at(root, f"{PROFILE}/creation/date")
    dates += [each for each in actions(root, "sent") if local(each) == "date"]
    said = [each for each in dates if each.attrib or plain(each)]
    titles = at(root, f"{FILE}/titleStmt/title")
    said += [each for each in titles if each.get("type") == "iso-date"]
    return said[0] if said else None


def date_in_words(date: etree._Element, words: Mapping[str, str]) -> str:
    if when := date.get("when"):
        return day(when, words)
    ends = [date.get(a, date.get(b)) for a, b in (("from", "notBefore"), ("to", "notAfter"))]
    if any(ends):
        first, last = (day(end, words) if end else "" for end in ends)
        return " ".join(filter(None, (first, "–", last)))
    return day(plain(date), words)


def actions(root: etree._Element, kind: str) -> list[etree._Element]:
    """What stands in the actions of a correspondence that are of a kind."""
    found = at(root, f"{PROFILE}/correspDesc/correspAction")
    return [each for action in found if action.get("type") == kind for each in action]


def inside(source: etree._Element) -> Iterator[etree._Element]:
    """The titles of the volumes that a source names."""
    for monogr in source.iter(f"{{{TEI}}}monogr"):
        yield from monogr.iterchildren(f"{{{TEI}}}title")


def joined(elements: Iterable[etree._Element]) -> str:
    return "; ".join(filter(None, map(plain, elements)))


def at(root: etree._Element, path: str) -> list[etree._Element]:
    return root.findall("/".join(f"{{{TEI}}}{step}" for step in path.split("/")))


def plain(element: etree._Element) -> str:
    """The words of an element, white space as single spaces."""
    text = "".join(map(str, element.itertext()))
    return " ".join(filter(None, text.translate(SAME_SPACE).split(" ")))


SAME_SPACE = str.maketrans(dict.fromkeys(SPACES, " "))
