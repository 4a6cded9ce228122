"""In the confined process: schemas compiled once, and one text after another held against them."""

import sysconfig
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree, isoschematron  # type: ignore[attr-defined]  # the stubs leave it out

from converter import xsd_findings
from converter.confined.frames import Frame
from converter.problems import Problem, Refused
from converter.schemas import Schemas, named_schemas
from converter.validate import validate_tree
from converter.xml_files import parse_xml

# Loaded before the doors are locked; xmlschema reads the grammar of schemas from its own folder.
LOADED = (etree, isoschematron, xsd_findings)
FOUND = [find_spec(name) for name in ("lxml", "xmlschema", "elementpath")]
LIBRARIES = [Path(spec.origin).parent for spec in FOUND if spec and spec.origin]
LIBRARIES.append(Path(sysconfig.get_path("stdlib")))


class Judge:
    """The compiled schemas."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def __call__(self, header: dict[str, Any], payload: bytes) -> Frame:
        """What is wrong with a text."""
        try:
            tree = parse_xml(payload, header["path"])
            problems = validate_tree(tree, header["path"], self._schemas)
        except Refused as refused:
            problems = [refused.problem]
        return {"problems": [as_facts(problem) for problem in problems]}, b""


def load_schemas(header: dict[str, Any], payload: bytes) -> tuple[Any, Frame]:
    """The schemas, and why they cannot be used."""
    try:
        judge = Judge(named_schemas([Path(path) for path in header["schemas"]]))
    except Refused as refused:
        return unusable, ({"problems": [as_facts(refused.problem)]}, b"")
    return judge, ({"problems": []}, b"")


def unusable(header: dict[str, Any], payload: bytes) -> Frame:
    return {"problems": []}, b""


def as_facts(problem: Problem) -> dict[str, Any]:
    """A problem for the pipe, whole: its message is put together where the user is."""
    place = problem.place
    facts = {name: str(value) for name, value in problem.facts.items()}
    return {
        "code": problem.code,
        "place": [place.path, place.line, place.column],
        "printed": problem.printed,
        "facts": facts,
    }
