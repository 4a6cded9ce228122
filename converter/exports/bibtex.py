"""References → BibTeX, in UTF-8, with the fields of biblatex where BibTeX has none.

Letters stay as they are: biber, Zotero and JabRef read UTF-8, and Cyrillic has no other spelling.
Only what LaTeX would take for a command is escaped. Titles stand in a second pair of braces:
otherwise styles would write German nouns and names in small letters.
"""

from collections.abc import Iterable, Iterator

from converter.exports.reference import Creator, Kind, Reference, Role, parted

TYPES = {
    Kind.DOCUMENT: "incollection",
    Kind.ARCHIVAL: "unpublished",
    Kind.COLLECTION: "book",
    Kind.NEWSPAPER: "misc",
    Kind.REPORT: "article",
    Kind.JOURNAL: "article",
    Kind.BOOK: "book",
    Kind.CHAPTER: "incollection",
    Kind.THESIS: "phdthesis",
    Kind.DEBATES: "book",
    Kind.WEB: "misc",
    Kind.OTHER: "misc",
}
ESCAPED = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    # Braces are counted even where they are escaped, so they are named.
    | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}", "\\": r"\textbackslash{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '{}\\" '})
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(references: Iterable[Reference]) -> str:
    """The entries, an empty line between two."""
    return "".join(pieces(references))


def pieces(references: Iterable[Reference]) -> Iterator[str]:
    """The same, one by one."""
    return parted(map(entry, references), "\n")


def entry(reference: Reference) -> str:
    kind = "unpublished" if reference.unpublished else TYPES[reference.kind]
    lines = "".join(f"  {name} = {value},\n" for name, value in fields(reference))
    return f"@{kind}{{{reference.key},\n{lines}}}\n"


def fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """The fields that have a value; a month is one of BibTeX's own words, all else in braces."""
    for name, value in printed_fields(reference):
        if value:
            yield name, f"{{{value}}}"
    if reference.date.year and len(reference.date.begin) > 4 and not reference.date.end:
        yield "month", MONTHS[int(reference.date.begin[5:7]) - 1]


def printed_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    for role in Role:
        yield role, " and ".join(map(name, reference.by(role)))
    yield "title", protected(reference.heading)
    yield (
        "journal" if TYPES[reference.kind] == "article" else "booktitle",
        protected(reference.container),
    )
    for field, value in (
        ("nameaddon", pseudonyms(reference)),
        ("series", reference.series),
        ("volume", reference.volume),
        ("number", reference.issue),
        ("pages", reference.pages.replace("–", "--")),
        ("publisher", reference.publisher),
        ("address", reference.place),
        ("year", reference.date.year or reference.date.printed),
        ("date", reference.date.edtf),
        ("origdate", reference.original_date.edtf),
        ("type", "thesis" if reference.kind is Kind.THESIS else ""),
        ("archive", reference.archive),
        ("archiveplace", reference.archive_place),
        ("archivecollection", reference.archive_collection),
        ("shelfmark", reference.shelfmark),
        ("database", reference.database),
        ("language", reference.language),
        ("note", ". ".join(notes(reference))),
    ):
        yield field, escaped(value)
    yield "url", reference.url.translate(ADDRESS)


def pseudonyms(reference: Reference) -> str:
    """``Lotsman``; where there are several creators, with whose it is."""
    others = len(reference.creators) > 1
    return "; ".join(
        f"{creator.natural}: {creator.pseudonym}" if others else creator.pseudonym
        for creator in reference.creators
        if creator.pseudonym
    )


def notes(reference: Reference) -> Iterator[str]:
    """What LaTeX is to print of that for which its styles have no field."""
    place = reference.location if reference.title else ""  # else it is the title
    if kept := ", ".join(filter(None, (place, reference.holder))):
        yield kept if reference.unpublished else f"Original: {kept}"
    if reference.original_date.printed:
        yield f"Written: {reference.original_date.printed}"
    if reference.note:
        yield reference.note


def name(creator: Creator) -> str:
    """``Family, Given``; the name of a body in braces, lest it be taken apart."""
    if creator.literal:
        return f"{{{escaped(creator.literal)}}}"
    parts = (whole(escaped(creator.family)), whole(escaped(creator.given_names)))
    return ", ".join(filter(None, parts))


def whole(part: str) -> str:
    """Part of a name; in braces where a comma or ``and`` in it would part it."""
    return f"{{{part}}}" if "," in part or "and" in part.lower().split() else part


def protected(title: str) -> str:
    return f"{{{escaped(title)}}}" if title else ""


def escaped(text: str) -> str:
    return text.translate(ESCAPED)
