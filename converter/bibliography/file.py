"""bibliography.xml: the entries as a TEI document, each with the places that cite it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from converter.authorities import Repository
from converter.authority_forms import is_siglum
from converter.bibliography.bibl import work_content
from converter.bibliography.entries import Citing, Entry
from converter.bibliography.outcomes import Untraced
from converter.bibliography.shelfmarks import PART_OF_PRINT, SOVIET, Unit
from converter.header import publication_statement
from converter.markup import LANG, element, fill, indent
from converter.settings import Settings

HEADS = {
    "archives": "Archival sources",
    "collections": "Published documents and debates",
    "newspapers": "Newspapers",
    "works": "Books and articles",
    "untraced": "Citations that could not be traced",
    "repositories": "Archives and libraries",
}
LABELS = {"fond": "f. ", "opis": "op. ", "delo": "d. "}
INLINE = frozenset(("bibl", "head", "p", "title", "publisher", "item", "orgName", "location"))
WEB = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Called:
    """How a reader calls a document: by its date where this tells it from the others."""

    words: str
    when: str = ""


def bibliography(
    entries: Sequence[Entry],
    untraced: Sequence[Untraced],
    called: Mapping[str, Called],
    settings: Settings,
) -> etree._Element:
    """Entries in their order → the TEI document that exports and stylesheets read."""
    body = element("body")
    for kind, group in groupby(entries, key=division):
        body.append(element("div", element("head", HEADS[kind]), type=kind))
        body[-1].extend(lists(kind, list(group), called))
    if untraced:
        items = [untold(each, called) for each in untraced]
        body.append(
            element("div", element("head", HEADS["untraced"]), element("list", *items),
                    type="untraced")
        )  # fmt: skip
    held = {entry.repository.id: entry.repository for entry in entries if entry.repository}
    if held:
        orgs = element("listOrg", *(organisation(held[key]) for key in sorted(held)))
        head = element("head", HEADS["repositories"])
        body.append(element("div", head, orgs, type="repositories"))
    text = element("text", body)
    root = element("TEI", header(settings), text, id_="bibliography", space="preserve")
    root.set(LANG, "en")  # the language of its headings
    indent(root, 0, INLINE)
    return root


def header(settings: Settings) -> etree._Element:
    titles = [element("title", "Bibliography", type="main")]
    titles += [element("title", settings.title, type="sub")] if settings.title else []
    return element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", *titles),
            publication_statement("", settings),
            element("sourceDesc", element("p", "Gathered from the citations of the documents.")),
        ),
    )


def division(entry: Entry) -> str:
    if entry.unit:
        return "archives"
    if entry.work:
        return "works"
    return "newspapers" if entry.type == "newspaper" else "collections"


def lists(
    kind: str, entries: Sequence[Entry], called: Mapping[str, Called]
) -> Iterator[etree._Element]:
    """One list; of archives, one for each repository, headed by its name and place."""
    if kind != "archives":
        yield element("listBibl", *(cited_entry(entry, called) for entry in entries))
        return
    for group, held in groupby(entries, key=lambda entry: entry.group):
        units = list(held)
        bibls = [cited_entry(entry, called) for entry in units]
        named = holder(units)
        head = [element("head", named)] if named else []
        yield element("listBibl", *head, *bibls, id_=group)


def holder(entries: Sequence[Entry]) -> str:
    """What holds these papers, by its name or siglum; nothing where no note names it."""
    repository = entries[0].repository
    if repository:
        place = repository.settlement
        return repository.name if place in repository.name else f"{repository.name}, {place}"
    unit = entries[0].unit
    return unit.siglum if unit else ""


def cited_entry(entry: Entry, called: Mapping[str, Called]) -> etree._Element:
    made = element("bibl", *content(entry), id_=entry.id, type=entry.type)
    note = element("note", type="cited")
    for number, place in enumerate(entry.places):
        fill(note, ([", "] if number else []) + [reference(place, called)])
    fill(made, [" ", note])
    return made


def content(entry: Entry) -> list[etree._Element | str]:
    if entry.unit:
        return unit_content(entry.unit, entry.repository)
    if entry.work:
        return work_content(entry.work)
    level = "j" if entry.type == "newspaper" else "m"
    unchecked = entry.serial is not None and not entry.serial.source
    made = element("title", entry.title, level=level, cert="low" if unchecked else None)
    place = entry.serial.place if entry.serial else ""
    return [made, " (", element("pubPlace", place), ")"] if place else [made]


def unit_content(unit: Unit, repository: Repository | None) -> list[etree._Element | str]:
    fields: list[etree._Element] = []
    if repository:
        called = unit.siglum or next(filter(is_siglum, repository.forms), repository.name)
        ref = f"#org-{repository.id}"
        fields.append(element("orgName", called, type="repository", ref=ref))
    elif unit.siglum:
        fields.append(element("orgName", unit.siglum, type="repository"))
    if unit.collection:
        fields.append(element("name", unit.collection, type="collection"))
    if unit.parts:
        fields.append(shelfmark(unit))
    parted = ((field,) if not number else (", ", field) for number, field in enumerate(fields))
    return [each for pair in parted for each in pair]


def shelfmark(unit: Unit) -> etree._Element:
    """The parts as an inventory orders them; a fond, opis and delo with their labels."""
    made = element("idno", type="shelfmark")
    if unit.parts[0][0] == "shelfmark":
        made.text = unit.parts[0][1]
        return made
    between = ", " if unit.parts[0][0] in SOVIET else " "
    for number, (name, text) in enumerate(unit.parts):
        if name == PART_OF_PRINT:
            fill(made, [f"{between}p. {text}"])
            continue
        part = element("idno", LABELS.get(name, "") + text, type=name)
        fill(made, ([between] if number else []) + [part])
    return made


def reference(place: Citing, called: Mapping[str, Called]) -> etree._Element:
    """``1938-03-14, n. 3``, which leads to the note."""
    name = called.get(place.document, Called(place.document))
    anchor = f"#{place.note}" if place.note else ""
    what = (
        element("date", name.words, when=name.when) if name.when else element("title", name.words)
    )
    made = element("ref", what, target=f"{place.document}.xml{anchor}")
    if place.label:
        fill(made, [", n. ", element("num", place.label)])
    return made


def untold(each: Untraced, called: Mapping[str, Called]) -> etree._Element:
    place = Citing(each.note.document, each.note.id, each.note.label)
    return element("item", reference(place, called), ": ", each.cited.words)


def organisation(repository: Repository) -> etree._Element:
    """An archive as the authority file has it; what nobody checked is a guess."""
    location = element(
        "location",
        *(element(name, text)
          for name, text in (("settlement", repository.settlement),
                             ("country", repository.country)) if text),
    )  # fmt: skip
    checked = repository.source
    return element(
        "org",
        element("orgName", repository.name),
        *([location] if len(location) else []),
        id_=f"org-{repository.id}",
        cert=None if checked else "low",
        source=checked if WEB.fullmatch(checked) else None,
    )
