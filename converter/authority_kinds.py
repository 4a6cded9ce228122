"""The kinds of problem of an authority file: the list of archives and serials that notes cite."""

from converter.kind import Kind

AUTHORITY_KINDS = {
    "authorities-empty": Kind(
        "error",
        "the file names no archive and no serial: it has neither org nor bibl in a list",
        "begin with what converter authorities --format tei prints for your pages",
    ),
    "authority-incomplete": Kind(
        "error",
        "the entry {entry} has no {lacks}",
        "give it {wanted}",
    ),
    "authority-unknown-type": Kind(
        "error",
        "the entry {entry} is of the type '{type}', which no citation has",
        "the types of serials are documentCollection, newspaper, journal, debates",
    ),
    "authority-id-twice": Kind(
        "error",
        "the id {id} is given to two entries",
        "the entry of line {other} has it too: rename one of the two, or join them",
    ),
    "authority-form-twice": Kind(
        "error",
        "'{form}' is a form of two entries, {entry} and {other}",
        "leave it to one of the two: a siglum that may mean either is better left out",
    ),
}
