"""The kinds of problem of an edition that is verified: its files, its pages, its words."""

from converter.kind import Kind

ANEW = "restore it from a copy, or remove it and build again"

FILES = {
    "manifest-missing": Kind(
        "error",
        "the folder has no manifest.json, by which an edition is verified",
        "name the folder of an edition: converter build PAGES -o output, converter verify output",
    ),
    "build-not-ended": Kind(
        "warning",
        "a build into this folder was interrupted or still runs: files may be newer than the "
        "manifest",
        "let it end, or build again, and verify after that",
    ),
    "file-missing": Kind("error", "the manifest names this file, and it is not there", ANEW),
    "file-changed": Kind(
        "error",
        "the file is not as it was written: its sha256 is {found}…, in the manifest {noted}…",
        ANEW + "; corrections belong in the TEI",
    ),
    "file-leads-out": Kind(
        "error",
        "the manifest names a file, and a link leads out of the folder; it is not followed",
        "put the file itself there, or remove the link and build again",
    ),
    "file-of-another-kind": Kind(
        "error",
        "the manifest names a file, and there is something else: a folder, a pipe or a device",
        "remove it and build again",
    ),
    "tei-edited": Kind("notice", "the file was edited by hand since it was written", ""),
    "files-not-named": Kind(
        "notice", "not named by the manifest, and not looked at: {files}, such as {first}", ""
    ),
}

PAGES = {
    "source-missing": Kind(
        "warning",
        "the page is not among the sources, so its document is compared with its text alone",
        "name the same files and folders as for the build",
    ),
    "source-changed": Kind(
        "warning",
        "the page is not the one that the edition was made from",
        "restore the page, or build the edition again",
    ),
    "sources-not-in-edition": Kind(
        "notice",
        "not in the edition: {pages}, such as {first}; refused, doubles, or saved later",
        "",
    ),
}

WORDS = {
    "document-incomplete": Kind(
        "error",
        "the document made from {page} has no file here, so its words cannot be compared",
        "build the edition again; its report says why there is none",
    ),
    "tei-not-the-page": Kind(
        "error", "page and TEI part here: {difference}", "compare the two; of the TEI " + ANEW
    ),
    "tei-edited-from-page": Kind(
        "notice", "the TEI that was edited by hand departs from the page here: {difference}", ""
    ),
    "text-not-the-tei": Kind(
        "error",
        "text edition and TEI part here: '{text}' in the text, '{tei}' in the TEI",
        "where text and TEI are as they were written, this is a mistake of the program: please "
        "report it; else remove the text and build again",
    ),
    "text-older-than-tei": Kind(
        "warning",
        "the TEI was edited since this text was made: '{text}' in the text, '{tei}' in the TEI",
        "build the edition again: it makes pages and texts from the edited TEI",
    ),
}

VERIFICATION_KINDS = {**FILES, **PAGES, **WORDS}

# How the problems of the ledger are told where both page and TEI are there already.
DIFFERENCES = {
    "ledger-characters": "'{page}' on the page, '{tei}' in the TEI",
    "ledger-space": "white space in '{text}' of the page is not so in the TEI",
    "ledger-section": "the TEI has other sections than the page has texts",
}
