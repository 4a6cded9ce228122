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

__all__ = ["FORMS", "Reference", "references", "with_keys"]


class Form(NamedTuple):
    """One form of export: how its files end, and what writes it."""

    suffix: str
    write: Callable[[Iterable[Reference]], str]
    pieces: Callable[[Iterable[Reference]], Iterator[str]]  # of the same, for a long list


FORMS: Mapping[str, Form] = {
    "bibtex": Form(".bib", bibtex.write, bibtex.pieces),
    "ris": Form(".ris", ris.write, ris.pieces),
    "csl-json": Form(".csl.json", csl_json.write, csl_json.pieces),
    "text": Form(".cite.txt", chicago.write, chicago.pieces),
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
