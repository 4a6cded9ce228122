"""Fixity: every file that the manifest names is there, with the bytes that were written."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from converter.counting import plural
from converter.gathered_files import GATHERED
from converter.output import JOURNAL, MANIFEST, OWN
from converter.problems import Place, Problem, Refused
from converter.verification.folder import Folder
from converter.verification.manifest import Manifest
from converter.verification.outcome import Verification

SHOWN = 12  # digits of a checksum that a message shows


def check_files(
    folder: Folder,
    manifest: Manifest,
    found: Verification,
    progress: Callable[[str, int, int], None],
) -> frozenset[str]:
    """Counts and problems go to ``found``; returns the names of TEI files edited by hand."""
    edited = set()
    if (folder.path / JOURNAL).exists():
        found.problems.append(Problem("build-not-ended", Place(str(folder.path))))
    for number, (name, noted) in enumerate(manifest.outputs.items(), start=1):
        progress("checking files", number, len(manifest.outputs))
        try:
            digest = folder.sha256(name)
        except Refused as refused:
            found.failed += 1
            found.problems.append(refused.problem)
            continue
        if digest == noted:
            found.written += 1
        elif digest and is_tei(name):
            edited.add(name)
            found.problems.append(Problem("tei-edited", folder.place(name)))
        else:
            found.failed += 1
            facts = {"found": digest[:SHOWN], "noted": noted[:SHOWN]}
            code = "file-changed" if digest else "file-missing"
            found.problems.append(Problem(code, folder.place(name), "", facts))
    found.edited = len(edited)
    tell_of_others(folder.path, manifest, found)
    return frozenset(edited)


def is_tei(name: str) -> bool:
    """The file is one of those that an editor corrects; the site has copies of them.

    What is gathered from the documents is none: corrections belong in these.
    """
    gathered = name.rpartition("/")[2] in GATHERED
    return name.startswith("tei/") and name.endswith(".xml") and not gathered


def tell_of_others(folder: Path, manifest: Manifest, found: Verification) -> None:
    """One remark on all files that the manifest does not name."""
    first = ""
    for name in below(folder):
        if name not in manifest.outputs and name != MANIFEST:
            found.not_named += 1
            first = min(first or name, name)
    if first:
        facts = {"files": plural(found.not_named, "file"), "first": first}
        found.problems.append(Problem("files-not-named", Place(str(folder)), "", facts))


def below(folder: Path) -> Iterator[str]:
    """The names of all files below a folder, of links too, which are not followed."""
    for at, folders, files in os.walk(folder):
        if at == str(folder) and OWN in folders:
            folders.remove(OWN)  # of the program, for its next build
        links = [name for name in folders if os.path.islink(os.path.join(at, name))]
        for name in (*files, *links):
            path = Path(at, name).relative_to(folder).as_posix()
            # A name that is no UTF-8 can be nobody's in the manifest, and could not be printed.
            yield os.fsencode(path).decode("utf-8", "replace")
