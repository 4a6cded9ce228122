"""What the notes of a TEI document cite, as values; and the persons whom they explain."""

from collections.abc import Iterator

from lxml import etree

from converter.api.body import sections
from converter.api.running_text import line_of
from converter.api.values import Citation, Field, Person
from converter.markup import ID, TEI, local
from converter.tei import FIELDS

NAMES = {(element, *sorts.items()): kind.value for kind, (element, sorts, _) in FIELDS.items()}
SORTED_BY = {"title": "level", "biblScope": "unit", "citedRange": "unit"}  # others: by @type
VALUES = ("when", "n", "target", "notBefore", "notAfter")
AROUND = ("persName", "surname", "forename", "hi", "emph", "foreign")  # they only mark words


def citations(root: etree._Element) -> Iterator[Citation]:
    """Each ``bibl`` of the text, in its order."""
    document = root.get(ID, "")
    for section in sections(root):
        for bibl in section.iter(f"{{{TEI}}}bibl"):
            note = next((up for up in bibl.iterancestors() if local(up) == "note"), None)
            yield Citation(
                bibl.get("type", "other"),
                line_of(bibl).text,
                tuple(fields(bibl)),
                bibl.get("cert", "high"),
                "" if note is None else note.get(ID, ""),
                document,
                pointed_to(bibl),
            )


def fields(bibl: etree._Element) -> Iterator[Field]:
    """Its parts in printed order, and the parts of a shelfmark behind it."""
    for part in bibl.iterdescendants():
        name = local(part)
        outside = any(
            local(up) == "note" for up in part.iterancestors() if bibl in up.iterancestors()
        )
        if name and name not in (*AROUND, "pb", "note", "supplied", "gap") and not outside:
            yield Field(field_name(part), line_of(part).text, value(part))


def field_name(part: etree._Element) -> str:
    """What a part names, in the words of the interface."""
    name = local(part)
    sort = SORTED_BY.get(name, "type")
    sorted_name = NAMES.get((name, (sort, part.get(sort, ""))))
    return sorted_name or NAMES.get((name,), name)


def value(part: etree._Element) -> str:
    """The date, number or address in full; a range with a stroke between its ends."""
    if ends := [part.get(end, "") for end in ("from", "to") if part.get(end)]:
        return "/".join(ends)
    return next((part.get(name, "") for name in VALUES if part.get(name)), "")


def pointed_to(element: etree._Element) -> str:
    """The id of what ``@corresp`` points to, in whatever file it stands."""
    return element.get("corresp", "").rpartition("#")[2]


def persons(root: etree._Element) -> Iterator[Person]:
    """The persons of the header."""
    for person in root.iterfind(f"{{{TEI}}}teiHeader//{{{TEI}}}listPerson/{{{TEI}}}person"):
        name, note = (person.find(f"{{{TEI}}}{part}") for part in ("persName", "note"))
        yield Person(
            person.get(ID, ""),
            "" if name is None else line_of(name).text,
            "" if note is None else line_of(note).text,
            pointed_to(person),
            person.get("cert", "high"),
        )
