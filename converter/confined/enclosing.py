"""Which files belong to a stylesheet or schema: only those of its own folder, each checked."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from converter.problems import Place, Problem, Refused
from converter.xml_files import line_of, parse_xml, read_bytes

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
MOST_FILES = 400
MOST_BYTES = 32 << 20
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(slots=True)
class Folder:
    """A folder whose files may be read, and those that were; links do not lead out of it."""

    top: Path
    trees: dict[Path, etree._ElementTree] = field(default_factory=dict)
    _bytes: int = 0

    @classmethod
    def of(cls, file: Path) -> "Folder":
        return cls(file.parent.resolve())

    def named(self, address: str, base: Path, asked_by: Problem) -> Path:
        """The file at a relative address in the folder. Raises Refused, ``asked_by``, elsewhere."""
        path = unquote(address)
        if not path or SCHEME.match(path) or path[0] in "/\\" or set("#?\\\0") & set(path):
            raise Refused(asked_by)
        found = (base.parent / path).resolve()
        if not (found.is_relative_to(self.top) and found.is_file()):
            raise Refused(asked_by)
        return found

    def tree(self, file: Path, path: str, code: str) -> etree._ElementTree:
        """The file read, once; Refused where it is no plain XML, or the files grow too many."""
        if file not in self.trees:
            data = read_bytes(file, code)
            self._bytes += len(data)
            if self._bytes > MOST_BYTES or len(self.trees) == MOST_FILES:
                raise Refused(too_large(Place(path)))
            tree = parse_xml(data, path)
            refuse_bases(tree, path)
            self.trees[file] = tree
        return self.trees[file]


def refuse_bases(tree: etree._ElementTree, path: str) -> None:
    """xml:base would make every relative address mean something else."""
    for element in tree.iter("*"):
        if XML_BASE in element.attrib:
            raise forbidden("xml:base", element, path)


def too_large(place: Place, most: int = MOST_BYTES) -> Problem:
    facts = {"files": MOST_FILES, "megabytes": most >> 20}
    return Problem("confined-too-large", place, facts=facts)


def forbidden(what: str, element: etree._Element, path: str) -> Refused:
    return Refused(Problem("confined-forbidden", Place(path, line_of(element)), "", {"what": what}))


def leads_out(address: str, element: etree._Element, path: str) -> Problem:
    place = Place(path, line_of(element))
    return Problem("confined-leads-out", place, "", {"address": address})
