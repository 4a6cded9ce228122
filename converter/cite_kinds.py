"""What can be wrong when sources are cited: the kinds of problem of ``converter cite``."""

from converter.kind import Kind

CITE_KINDS: dict[str, Kind] = {
    "nothing-to-cite": Kind(
        "warning",
        "'{name}' describes no source: it has no biblStruct in a sourceDesc, and no list of works",
        "give a document of the edition, or its bibliography.xml",
    ),
}
