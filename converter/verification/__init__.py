"""Verifying an edition: its files by their checksums, its words from page to TEI to text."""

from collections.abc import Callable, Sequence
from pathlib import Path

from converter.verification.documents import Documents
from converter.verification.fixity import check_files
from converter.verification.folder import Folder
from converter.verification.manifest import read_manifest
from converter.verification.outcome import Verification
from converter.verification.pages import find_pages

Progress = Callable[[str, int, int], None]  # what is done, how far it is, of how much


def verify(
    folder: Path,
    arguments: Sequence[Path] = (),
    encoding: str = "",
    progress: Progress = lambda what, done, total: None,
) -> Verification:
    """The edition in ``folder`` held against its manifest, and its documents against each other.

    ``arguments`` are the pages it was made from, as the build was given them; without them only
    TEI and text are compared. Raises Refused where the manifest is not there or cannot be used.
    """
    manifest = read_manifest(folder)
    found = Verification(documents=len(manifest.documents), against_pages=bool(arguments))
    place = Folder(folder)
    edited = check_files(place, manifest, found, progress)
    pages = find_pages(arguments, manifest, progress) if arguments else None
    found.problems += pages.problems if pages else ()
    documents = Documents(place, manifest, edited, pages, encoding)
    for number, (source, document) in enumerate(manifest.documents.items(), start=1):
        progress("comparing documents", number, len(manifest.documents))
        agrees, problems = documents.compare(source, document)
        found.problems += problems
        found.agreeing += agrees
    return found
