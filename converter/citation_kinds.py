"""The kinds of problem of citations: what a note repeats or shortens and cannot be traced."""

from converter.kind import Kind

POINT = "correct it in the TEI, or point its @corresp to an entry of bibliography.xml"

CITATION_KINDS: dict[str, Kind] = {
    "ibid-without-source": Kind(
        "warning",
        "'{words}' in note {note} repeats a source, and none stands before it",
        "the notes before it may be missing here, or hold a source that was not recognised; "
        + POINT,
    ),
    "ibid-of-unread": Kind(
        "warning",
        "'{words}' in note {note} may repeat '{unread}', which was not read as a source",
        "encode that one as bibl in the TEI, or have converter authorities name what is unknown",
    ),
    "ibid-of-untraced": Kind(
        "warning",
        "'{words}' in note {note} repeats '{source}', which could not be traced itself",
        "trace that one first",
    ),
    "author-not-cited-before": Kind(
        "warning",
        "'{words}' in note {note} means a work of {author}, and none is cited before it",
        "the note that cites it in full may be missing here; " + POINT,
    ),
    "author-of-several": Kind(
        "warning",
        "'{words}' in note {note} names no title, and several works of {author} are cited",
        POINT,
    ),
    "short-title-ambiguous": Kind(
        "warning",
        "'{words}' in note {note} can be more than one work: {works}",
        POINT,
    ),
    "shelfmark-not-completed": Kind(
        "warning",
        "the shelfmark in '{words}' in note {note} is printed in short, "
        "and nothing in the note completes it",
        "give the shelfmark in full in idno/@n, the repository first",
    ),
    "citation-names-nothing": Kind(
        "warning",
        "'{words}' in note {note} names neither an author, a title nor a shelfmark",
        "encode its fields in the TEI, or take the bibl away",
    ),
    "corresp-without-entry": Kind(
        "warning",
        "'{words}' in note {note} points to '{target}', which is no entry of the bibliography",
        "take the id of an entry from bibliography.xml, or take the attribute away",
    ),
    "bibliography-lacks": Kind(
        "warning",
        "the bibliography was changed by hand and has no entry '{entry}', cited in {places}",
        "add it to the file, or have it written anew with --overwrite",
    ),
}
