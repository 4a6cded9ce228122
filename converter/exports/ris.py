"""References → RIS, with the tags for archive, shelfmark and original date that Zotero reads."""

from collections.abc import Iterable, Iterator

from converter.exports.reference import Creator, Date, Kind, Reference, Role, parted, remarks

TYPES = {
    Kind.DOCUMENT: "CHAP",
    Kind.ARCHIVAL: "MANSCPT",
    Kind.COLLECTION: "BOOK",
    Kind.NEWSPAPER: "NEWS",
    Kind.REPORT: "NEWS",
    Kind.JOURNAL: "JOUR",
    Kind.BOOK: "BOOK",
    Kind.CHAPTER: "CHAP",
    Kind.THESIS: "THES",
    Kind.DEBATES: "BOOK",  # HEAR has no volume
    Kind.WEB: "ELEC",
    Kind.OTHER: "GEN",
}
# The editor of a chapter's book, of a book, and of anything else stand in different tags.
EDITORS = {"CHAP": "A2", "JOUR": "A2", "BOOK": "A3"}
SERIES = {"BOOK": "T2"}
END = "\r\n"


def write(references: Iterable[Reference]) -> str:
    """The records, an empty line between two."""
    return "".join(pieces(references))


def pieces(references: Iterable[Reference]) -> Iterator[str]:
    """The same, one by one."""
    return parted(map(record, references), END)


def record(reference: Reference) -> str:
    kind = "MANSCPT" if reference.unpublished else TYPES[reference.kind]
    tagged = (
        f"{tag}  - {' '.join(value.split())}" for tag, value in tags(reference, kind) if value
    )
    return END.join([f"TY  - {kind}", *tagged, "ER  - ", ""])


def tags(reference: Reference, kind: str) -> Iterator[tuple[str, str]]:
    yield "ID", reference.key
    for tag, role in (
        ("AU", Role.AUTHOR),
        (EDITORS.get(kind, "ED"), Role.EDITOR),
        ("A4", Role.TRANSLATOR),
    ):
        yield from ((tag, name(creator)) for creator in reference.by(role))
    yield "TI", reference.heading
    yield "T2", reference.container
    yield SERIES.get(kind, "T3"), reference.series
    yield "VL", reference.volume
    yield "IS", reference.issue
    yield "SP", reference.first_page
    yield "EP", reference.last_page
    yield "PY", reference.date.year
    yield "DA", slashed(reference.date)
    yield "CY", reference.place
    yield "PB", reference.publisher
    yield "DB", reference.holder
    yield "AN", reference.location  # Zotero's Loc. in Archive
    yield "AV", reference.location  # EndNote's and RefMan's
    yield "DP", reference.database
    yield "UR", reference.url
    yield "LA", reference.language
    if written := reference.original_date.edtf or reference.original_date.printed:
        yield "M2", f"original-date: {written}"  # Zotero cites by this line of its field Extra
    for recipient in reference.by(Role.RECIPIENT):
        yield "N1", f"Recipient: {recipient.natural}"
    yield from (("N1", remark) for remark in remarks(reference))


def slashed(date: Date) -> str:
    """``YYYY/MM/DD/``, all three slashes always; what follows the last is a period or its words."""
    if date.end or not date.begin:
        words = date.edtf or date.printed
        return f"{date.year}///{words}" if words else ""
    year, month, day, *_ = *date.begin.split("-"), "", ""
    return f"{year}/{month}/{day}/"


def name(creator: Creator) -> str:
    return creator.literal or ", ".join(filter(None, (creator.family, creator.given_names)))
