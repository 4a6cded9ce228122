"""``validate --schema``: schemas of the user's own, copied out of their folders and asked there."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from converter.confined.enclosing import Folder, forbidden, leads_out
from converter.confined.process import SECONDS, Halted, Process, expected
from converter.confined.stopping import stopped
from converter.problems import Place, Problem, Refused
from converter.schemas import RELAXNG, SCHEMATRON, XSD, kind_of
from converter.xml_files import read_bytes

XHTML = "http://www.w3.org/1999/xhtml"
XSLT = "http://www.w3.org/1999/XSL/Transform"
XML = "http://www.w3.org/XML/1998/namespace"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class OwnSchemas:
    """The user's schemas in a process of their own."""

    process: Process
    copies: dict[str, str]  # the folder of each copy, and whose copy it is
    named: str

    def validate(self, path: Path) -> list[Problem]:
        """What is wrong with a file; a file that cannot be judged is one problem."""
        try:
            data = read_bytes(path, "file-not-readable")
            return self.told(self.process.ask({"path": str(path)}, data)[0])
        except Refused as refused:
            return [refused.problem]
        except Halted as why:
            return [stopped(why, Place(str(path)), self.named, self.process.seconds)]

    def told(self, answer: dict[str, Any]) -> list[Problem]:
        """The problems of an answer, with the user's own paths. Raises Halted where it is none."""
        try:
            problems = [self.problem(said) for said in expected(answer, problems=list)["problems"]]
            for problem in problems:
                problem.as_data()
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise Halted("confined-ended", "") from error
        return problems

    def problem(self, said: dict[str, Any]) -> Problem:
        path, line, column = said["place"]
        facts = {name: self.at_home(value) for name, value in said["facts"].items()}
        place = Place(self.at_home(path), int(line), int(column))
        return Problem(said["code"], place, said["printed"], facts)

    def at_home(self, text: str) -> str:
        for copy, original in self.copies.items():
            text = text.replace(f"file://{copy}", original).replace(copy, original)
        return text


@contextmanager
def own_schemas(paths: Sequence[Path], seconds: int = SECONDS) -> Iterator[OwnSchemas]:
    """The schemas, ready to judge; Refused where one of them cannot be used."""
    with tempfile.TemporaryDirectory(prefix="converter-") as made:
        top = Path(made).resolve()
        copied = [copy(path, top / str(number)) for number, path in enumerate(paths)]
        begin = {"schemas": [str(path) for path in copied]}
        process = Process("validate", (begin, b""), (top,), seconds)
        copies = {str(top / str(number)): str(path.parent) for number, path in enumerate(paths)}
        named = " and ".join(f"the schema '{path.name}'" for path in paths)
        schemas = OwnSchemas(process, copies, named)
        try:
            for problem in schemas.told(process.start()[0]):
                raise Refused(problem)
            yield schemas
        except Halted as why:
            raise Refused(stopped(why, Place(str(paths[0])), named, seconds)) from None
        finally:
            process.end()


def copy(path: Path, to: Path) -> Path:
    """The schema and what it asks for, as they lie beside each other. Raises Refused."""
    kind = kind_of(path)
    where = Folder.of(path)
    principal = path.resolve() if path.resolve().is_relative_to(where.top) else path.absolute()
    open_ones = [(principal, str(path))]
    while open_ones:
        file, shown = open_ones.pop()
        if file in where.trees:
            continue
        tree = where.tree(file, shown, "schema-not-readable")
        asked = [where.named(*each) for each in addresses(tree, file, shown, kind)]
        open_ones += [(found, str(path.parent / found.relative_to(where.top))) for found in asked]
        copied = to / (path.name if file == principal else file.relative_to(where.top))
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copied)
    return to / path.name


def addresses(
    tree: etree._ElementTree, file: Path, shown: str, kind: str
) -> Iterator[tuple[str, Path, Problem]]:
    """Every address at which a schema might be made to read; the ways of Schematron are many."""
    for element in tree.iter("*"):
        namespace = etree.QName(element).namespace
        if namespace == XSLT and etree.QName(element).localname in ("include", "import"):
            raise forbidden(f"xsl:{etree.QName(element).localname}", element, shown)
        for address in asked_by(element, namespace or "", kind):
            yield address, file, leads_out(address, element, shown)


def asked_by(element: etree._Element, namespace: str, kind: str) -> Iterable[str]:
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    if namespace == XSD and "schemaLocation" in attributes:
        # The grammar of xml:lang and xml:id is known, wherever it is said to lie.
        return () if attributes.get("namespace") == XML else (attributes["schemaLocation"],)
    names = ["href"] if namespace in (RELAXNG, SCHEMATRON) else []
    if kind == "sch" and namespace != XHTML:
        names = ["href", XLINK_HREF]
    return [attributes[name] for name in names if name in attributes]
