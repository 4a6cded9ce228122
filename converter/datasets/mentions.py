"""data/persons.csv: every place at which a person is named, in texts, notes and headers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from lxml import etree

from converter.datasets import Gathered
from converter.datasets.people import NAME, People
from converter.datasets.spots import NOTE, TEXT, notes_around, spot, weakest
from converter.datasets.tables import Row, TableFile
from converter.markup import ID
from converter.persons.forms import printed
from converter.persons.mentions import FILE as LIST
from converter.persons.mentions import HEADER, NS

FILE = "data/persons.csv"
COLUMNS = (
    "document", "date", "language", "person", "name", "standard_name", "where", "paragraph", "note",
    "certainty",
)  # fmt: skip
ACTION = f"{HEADER}t:profileDesc/t:correspDesc/t:correspAction"
HEADED = {  # what a name in the header says its bearer did, and where it stands
    "author": f"{HEADER}t:fileDesc/t:titleStmt/t:author",
    "sent": f"{ACTION}[@type='sent']",
    "received": f"{ACTION}[@type='received']",
}


@dataclass(frozen=True, slots=True)
class Naming:
    """One place at which a person is named; ``person`` is empty where it is not known who that is.

    ``where`` is "text", "commentary", "head" or "note", or the role in the header: "author",
    "sent", "received".
    """

    person: str
    name: str
    where: str
    language: str = ""
    paragraph: str = ""
    note: str = ""
    certainty: str = "high"

    @property
    def in_header(self) -> bool:
        return self.where in HEADED


def persons(people: People) -> TableFile:
    return TableFile(FILE, COLUMNS, partial(rows, people=people))


def rows(document: Gathered, people: People) -> Iterator[Row]:
    """The header's names, then those of the text in its order."""
    for naming in namings(document, people):
        known = people.by_id.get(naming.person)
        yield {
            "document": document.summary.identifier,
            "date": document.summary.when,
            "language": naming.language,
            "person": naming.person,
            "name": naming.name,
            "standard_name": known.name if known else "",
            "where": naming.where,
            "paragraph": naming.paragraph,
            "note": naming.note,
            "certainty": naming.certainty,
        }


def namings(document: Gathered, people: People) -> Iterator[Naming]:
    """Every name of a person in a document, linked as far as its TEI and the list of persons tell.

    In the text a name leads to the document's own list, and from there to that of the edition.
    """
    for role, path in HEADED.items():
        for holder in document.root.iterfind(path, NS):
            for name in holder.iterfind("t:persName", NS):
                key = people.named(name, document.name, role)
                yield Naming(key, printed(name), role, certainty=weakest([name]))
    entries = entries_of(document.root)
    for text in document.root.iterchildren(TEXT):
        for name in text.iter(NAME):
            key = entries.get(name.get("ref", ""), "") or in_list(name.get("ref", ""))
            at = spot(name)
            yield Naming(
                key if key in people.by_id else "",
                printed(name),
                "note" if next(name.iterancestors(NOTE), None) is not None else at.within,
                at.language,
                at.paragraph,
                at.note,
                weakest([name, *notes_around(name)]),
            )


def entries_of(root: etree._Element) -> dict[str, str]:
    """The document's own list: from ``#vik`` to the id in the list of the edition."""
    found = root.iterfind(f"{HEADER}t:profileDesc/t:particDesc//t:person", NS)
    return {f"#{person.get(ID, '')}": in_list(person.get("corresp", "")) for person in found}


def in_list(pointer: str) -> str:
    file, _, key = pointer.rpartition("#")
    return key if file.endswith(LIST) else ""
