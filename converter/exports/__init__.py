"""Exports: TEI → references for other programs (BibTeX, RIS, CSL-JSON) and for people (text)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from converter.exports import bibtex, chicago, csl_json, ris
from converter.exports.fields import NS
from converter.exports.from_bibliography import references_of
from converter.exports.from_document import SOURCE, reference_of
from converter.exports.keys import with_keys
from converter.exports.reference import Reference
from converter.markup import TEI

__all__ = ["FORMS", "Reference", "files", "references", "with_keys"]


class Form(NamedTuple):
    """One form of export: how its files end, and what writes it."""

    suffix: str
    write: Callable[[Iterable[Reference]], str]


FORMS: Mapping[str, Form] = {
    "bibtex": Form(".bib", bibtex.write),
    "ris": Form(".ris", ris.write),
    "csl-json": Form(".csl.json", csl_json.write),
    "text": Form(".cite.txt", chicago.write),
}


def references(root: etree._Element) -> Iterator[Reference]:
    """What a TEI file has to cite: itself; the entries of a bibliography; a corpus's documents.

    A file that describes no source, such as a list of persons, has nothing.
    """
    if root.tag == f"{{{TEI}}}teiCorpus":
        for document in root.iterfind("t:TEI", NS):
            yield from references(document)
    elif root.find("t:text/t:body//t:listBibl", NS) is not None:
        yield from references_of(root)
    elif root.find(f"{SOURCE}t:biblStruct", NS) is not None:
        yield reference_of(root)


def files(roots: Iterable[etree._Element]) -> dict[str, bytes]:
    """What lies beside a document, a volume's documents or a bibliography, by its suffix."""
    found = with_keys(each for root in roots for each in references(root))
    return {form.suffix: form.write(found).encode() for form in FORMS.values()} if found else {}
