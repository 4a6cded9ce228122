"""Reading files for the interface: a saved page, a TEI document, a folder of an edition."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from converter.api.body import sections
from converter.api.document import Document, document_of
from converter.api.saved_page import AnyPath, SavedPage, saved_page
from converter.gathered_files import documents_alone
from converter.problems import Place, Problem, Refused
from converter.sources import TEI, find
from converter.xml_files import parse_xml, read_bytes


def read(path: AnyPath, encoding: str = "") -> SavedPage | Document:
    """A file whose name ends in ``.xml`` as a Document, any other as a SavedPage.

    ``convert()`` of either is a Document. ``encoding`` is that of a page that is not in UTF-8.
    Raises Refused where the file cannot be read, or is neither; the message says why, and what to
    do.

    >>> import converter
    >>> converter.read("examples/diary/1938-12-24.txt").title
    '24 December'
    >>> converter.read("examples/diary/1938-12-24.txt").convert()
    Document(id='the-aldersen-diaries-volume-1_1938-12-24', title='24 December', date='1938-12-24')
    >>> try:
    ...     converter.read("examples/edition.toml")
    ... except converter.Refused as refused:
    ...     print(refused.problem.code, "-", refused.problem.hint)
    not-a-saved-page - save the whole page of a document in the archive's viewer, as text or as HTML
    """
    path = Path(path)
    if path.suffix.lower() in TEI:
        return document_of(read_bytes(path, "file-not-readable"), str(path))
    return saved_page(path, encoding)


def read_edition(folder: AnyPath) -> tuple[Document, ...]:
    """The documents of an edition, volume by volume, each in the order of its volume.

    ``folder`` is the one that a build wrote, or any folder of TEI files; lists of persons, places
    and works among them are left out. Raises Refused where the folder or a file of it cannot be
    read, or no document is there.

    >>> import converter, tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("1938-09-28", "1937-12-06"):
    ...         page = converter.read(f"examples/diary/{name}.txt")
    ...         _ = Path(folder, f"{name}.xml").write_bytes(page.convert().to_tei())
    ...     [document.date for document in converter.read_edition(folder)]
    ['1937-12-06', '1938-09-28']
    """
    folder = Path(folder)
    tei = folder / "tei"
    found, _ = documents_alone(find([tei if tei.is_dir() else folder], TEI, "no-tei"), ())
    for problem in found.problems:
        raise Refused(problem)
    here: dict[str, list[tuple[Document, str]]] = {}
    for source in found.sources:
        data = read_bytes(source.path, "file-not-readable")
        root = parse_xml(data, str(source.path)).getroot()
        if sections(root):
            entry = (document_of(data, str(source.path)), root.get("next", ""))
            here.setdefault(str(source.path.parent), []).append(entry)
    if not here:
        raise Refused(Problem("no-document", Place(str(folder))))
    return tuple(document for volume in here.values() for document in in_order(volume))


def in_order(volume: Sequence[tuple[Document, str]]) -> Iterator[Document]:
    """A volume from each first document on along ``@next``; without it, by name of the file."""
    by_name = {Path(document.source).name: (document, after) for document, after in volume}
    follows = {after for _, after in volume}
    firsts = [name for name in by_name if name not in follows]
    given: set[str] = set()
    for first in (*firsts, *by_name):
        name = first
        while name in by_name and name not in given:
            given.add(name)
            document, name = by_name[name]
            yield document
