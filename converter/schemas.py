"""The schemas a document is held against: the edition's own, or any that the user names."""

import functools
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from converter import resources
from converter.markup import ID, TEI
from converter.problems import Place, Problem, Refused
from converter.xml_files import line_of, parser, read_bytes, refuse_declared

if TYPE_CHECKING:
    from xmlschema import XMLSchema

RELAXNG = "http://relaxng.org/ns/structure/1.0"
XSD = "http://www.w3.org/2001/XMLSchema"
SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
CORPUS = f"{{{TEI}}}teiCorpus"
XSLT = "{http://www.w3.org/1999/XSL/Transform}"

# How rules are compiled. Nobody reads which of them were looked at; our own judge elements only.
BRIEF = {"generate-fired-rule": "false"}
OWN = {**BRIEF, "attributes": "false", "only-child-elements": "true"}

NOTHING: etree.XSLTAccessControl = etree.XSLTAccessControl.DENY_ALL  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Rules:
    """A Schematron, compiled; the ids of the edition's own rules are codes of messages."""

    judge: etree.XSLT
    own: bool = False


@dataclass(frozen=True, slots=True)
class Schemas:
    """What a document is held against.

    XSDs are slow to load: each is a function, called when it is first needed. Unless ``thorough``,
    they are asked only to explain what RELAX NG has refused, since they say it better.
    """

    relaxng: tuple[etree.RelaxNG, ...] = ()
    schematron: tuple[Rules, ...] = ()
    xsd: "tuple[Callable[[], XMLSchema], ...]" = ()
    thorough: bool = True
    lists: Mapping[str, etree.RelaxNG] = field(default_factory=dict)  # of what is no document

    def for_tree(self, tree: etree._ElementTree) -> "Schemas":
        """Corpora, the bibliography and lists of an edition have grammars of their own.

        A corpus is known by its element, the others by their ids.
        """
        root = tree.getroot()
        grammar = self.lists.get(CORPUS if root.tag == CORPUS else root.get(ID) or "")
        return self if grammar is None else Schemas((grammar,))


def edition_schemas(thorough: bool = True) -> Schemas:
    """The edition's own; not thorough, RELAX NG and Schematron alone: fast enough for a build."""
    grammars = (edition_relaxng(),)
    return Schemas(grammars, (edition_rules(),), (edition_xsd,), thorough, list_grammars())


@functools.cache
def list_grammars() -> Mapping[str, etree.RelaxNG]:
    """What the files of an edition that are no documents are held against; see for_tree."""
    listed = load_relaxng(resources.schema("lists.rng"))
    corpus = load_relaxng(resources.schema("corpus.rng"))
    sources = load_relaxng(resources.schema("bibliography.rng"))
    letters = load_relaxng(resources.schema("correspondence.rng"))
    lists = {"persons": listed, "places": listed, "correspondence": letters}
    return {"bibliography": sources, CORPUS: corpus, **lists}


@functools.cache
def edition_relaxng() -> etree.RelaxNG:
    return load_relaxng(resources.schema("edition.rng"))


@functools.cache
def edition_rules() -> Rules:
    return load_schematron(resources.schema("edition.sch"), own=True)


@functools.cache
def edition_xsd() -> "XMLSchema":
    return load_xsd(resources.schema("edition.xsd"))


def named_schemas(paths: Iterable[Path]) -> Schemas:
    """The schemas in these files, each of whatever kind it is; Refused where one cannot be used."""
    relaxng: list[etree.RelaxNG] = []
    rules: list[Rules] = []
    xsds: list[Callable[[], XMLSchema]] = []
    for path in paths:
        match kind_of(path):
            case "rng":
                relaxng.append(load_relaxng(path))
            case "sch":
                rules.append(load_schematron(path))
            case _:
                # Loaded at once: a broken schema is refused before the first document is read.
                loaded = load_xsd(path)
                xsds.append(functools.partial(lambda xsd: xsd, loaded))
    return Schemas(tuple(relaxng), tuple(rules), tuple(xsds))


def kind_of(path: Path) -> str:
    """rng, xsd or sch, as the first element says: suffixes are only a habit."""
    data = read_bytes(path, "schema-not-readable")
    if path.suffix.lower() == ".rnc" and not data.lstrip().startswith(b"<"):
        facts = {"name": path.name, "stem": path.stem}
        raise Refused(Problem("schema-in-compact-syntax", Place(str(path)), facts=facts))
    root = parsed(path).getroot()
    namespace, name = etree.QName(root).namespace, etree.QName(root).localname
    match namespace, name:
        case (_, "grammar" | "element") if namespace == RELAXNG:
            return "rng"
        case (_, "schema") if namespace == XSD:
            return "xsd"
        case (_, "schema") if namespace == SCHEMATRON:
            refuse_other_languages(root, path)
            return "sch"
    facts = {"root": f"<{name}>" + (f" of {namespace}" if namespace else "")}
    raise Refused(Problem("schema-of-unknown-kind", Place(str(path)), facts=facts))


def refuse_other_languages(root: etree._Element, path: Path) -> None:
    binding = root.get("queryBinding", "xslt")
    if binding.lower() not in ("xslt", "xslt1", "xpath"):
        facts = {"binding": binding}
        place = Place(str(path), line_of(root))
        raise Refused(Problem("schema-in-other-language", place, facts=facts))


def load_relaxng(path: Path) -> etree.RelaxNG:
    try:
        return etree.RelaxNG(parsed(path))
    except etree.RelaxNGError as error:
        raise Refused(broken(path, str(error))) from error


def load_schematron(path: Path, own: bool = False) -> Rules:
    """The rules, compiled; a rule may not read files or the network."""
    from lxml import isoschematron  # type: ignore[attr-defined]  # the stubs leave it out

    try:
        compiled = isoschematron.Schematron(
            parsed(path), store_xslt=True, compile_params=OWN if own else BRIEF
        )
        judge = without_idle_walks(compiled.validator_xslt)
        return Rules(etree.XSLT(judge, access_control=NOTHING), own)
    except (etree.SchematronParseError, etree.XSLTError) as error:
        raise Refused(broken(path, str(error))) from error


def without_idle_walks(stylesheet: etree._ElementTree) -> etree._ElementTree:
    """The compiled rules without the walk through the document that only announces a pattern."""
    for announced in stylesheet.iter(f"{SVRL}active-pattern"):
        for walk in announced.findall(f"{XSLT}apply-templates"):
            announced.remove(walk)
    return stylesheet


def load_xsd(path: Path) -> "XMLSchema":
    """A W3C schema; it may include what lies in its own folder, and nothing else."""
    import xmlschema

    # What could not be included is only warned of, and the schema would then accept too much.
    doubts = (xmlschema.XMLSchemaImportWarning, xmlschema.XMLSchemaIncludeWarning)
    try:
        with warnings.catch_warnings():
            for doubt in doubts:
                warnings.simplefilter("error", doubt)
            return xmlschema.XMLSchema(str(path.resolve()), defuse="always", allow="sandbox")
    except (xmlschema.XMLSchemaException, *doubts, RecursionError) as error:
        raise Refused(broken(path, getattr(error, "message", "") or str(error))) from error


def parsed(path: Path) -> etree._ElementTree:
    try:
        return etree.parse(str(path), parser())
    except etree.XMLSyntaxError as error:
        refuse_declared(read_bytes(path, "schema-not-readable"), str(path))
        raise Refused(broken(path, error.msg or "no XML", error.lineno or 0)) from error
    except OSError as error:
        facts = {"reason": str(error)}
        raise Refused(Problem("schema-not-readable", Place(str(path)), facts=facts)) from error


def broken(path: Path, reason: str, line: int = 0) -> Problem:
    first = next(
        (text.strip() for text in reason.splitlines() if text.strip()), "it cannot be read"
    )
    return Problem("schema-broken", Place(str(path), line), facts={"reason": first})
