"""Check: a TEI document held against grammars and rules; what is wrong, in an editor's words."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from lxml import etree

from converter.findings import (
    MOST_FINDINGS,
    Finding,
    and_more,
    element_name,
    relaxng_findings,
    whereabouts,
)
from converter.problems import Place, Problem, Refused
from converter.schemas import SVRL, Rules, Schemas
from converter.validation_kinds import DOUBTS, RULES
from converter.xml_files import line_of, read_xml

ABOUT_VALUES = ("attribute-value-malformed", "date-not-in-figures", "attribute-wrong")
OWN_RULES = frozenset((*RULES, *DOUBTS))


def validate_file(path: Path, schemas: Schemas) -> list[Problem]:
    """What is wrong with a file; a file that cannot be read is one problem."""
    try:
        tree = read_xml(path)
    except Refused as refused:
        return [refused.problem]
    return validate_tree(tree, str(path), schemas)


def validate_tree(tree: etree._ElementTree, path: str, schemas: Schemas) -> list[Problem]:
    """What is wrong with a tree, in the order of its lines; ``path`` is only for the messages."""
    schemas = schemas.for_tree(tree)
    try:
        grammar = grammar_findings(tree, schemas)
    except RecursionError:
        return [Problem("xml-too-deep", Place(path))]
    rules = [found for each in schemas.schematron for found in broken_rules(tree, each)]
    findings = chain(without_echoes(grammar, rules), without_nonsense(rules, grammar))
    problems = [told(finding, path) for finding in findings]
    return sorted(once(problems), key=lambda problem: problem.place.line)


def flawless(tree: etree._ElementTree, schemas: Schemas) -> bool:
    """No RELAX NG and no rule finds anything; the XSDs are not asked, nor is it said what it is."""
    grammatical = all(grammar.validate(tree) for grammar in schemas.relaxng)
    return grammatical and not any(any(broken_rules(tree, each)) for each in schemas.schematron)


def grammar_findings(tree: etree._ElementTree, schemas: Schemas) -> list[Finding]:
    """What the grammars find. XSD comes first: it says the same as RELAX NG, but more exactly."""
    relaxng = [found for each in schemas.relaxng for found in relaxng_findings(tree, each)]
    if not (schemas.xsd and (relaxng or schemas.thorough)):
        return relaxng
    from converter.xsd_findings import xsd_findings

    xsd = [found for load in schemas.xsd for found in xsd_findings(tree, load())]
    return xsd + [finding for finding in relaxng if not said_of(finding, xsd)]


def said_of(finding: Finding, others: Iterable[Finding]) -> bool:
    """Another finding speaks of the same element, of the one around it or of one in it."""
    element = finding.element
    near = (element, element.getparent())
    return any(o.element in near or o.element.getparent() is element for o in others)


def without_echoes(grammar: list[Finding], rules: list[Finding]) -> Iterator[Finding]:
    """Identifiers that occur twice are found by grammar and rules: the rules say it better."""
    twice = {finding.element for finding in rules if finding.code == "identifier-is-unique"}
    for finding in grammar:
        if finding.code in ("identifier-twice", "attribute-wrong") and finding.element in twice:
            continue
        yield finding


def without_nonsense(rules: list[Finding], grammar: list[Finding]) -> Iterator[Finding]:
    """What the rules say of an attribute that is wrong in itself helps nobody."""
    wrong = {finding.element for finding in grammar if finding.code in ABOUT_VALUES}
    return (f for f in rules if f.element not in wrong or f.code == "identifier-is-unique")


def broken_rules(tree: etree._ElementTree, rules: Rules) -> Iterator[Finding]:
    """The asserts that failed and the reports that were made."""
    try:
        report = rules.judge(tree).getroot()
    except etree.XSLTApplyError as error:
        yield Finding("rules-not-run", tree.getroot(), {"reason": str(error)})
        return
    broken = report.iter(f"{SVRL}failed-assert", f"{SVRL}successful-report")
    for number, said in enumerate(broken):
        if number == MOST_FINDINGS:
            yield and_more(tree)
            return
        element = located(tree, said.get("location", ""))
        yield Finding(code_of(said, rules), element, words_of(said))


def code_of(said: etree._Element, rules: Rules) -> str:
    rule = said.get("id", "")
    if rules.own and rule in OWN_RULES:
        return rule
    doubtful = said.get("role", "").lower() in ("warning", "warn", "info", "information")
    return "rule-doubts" if doubtful else "rule-broken"


def words_of(said: etree._Element) -> dict[str, str]:
    parts = {"text": "", "diagnostic-reference": ""}
    for part in said:
        name = etree.QName(part).localname
        if name in parts:
            parts[name] += " " + "".join(str(text) for text in part.itertext())
    says, remedy = (" ".join(text.split()) for text in parts.values())
    return {"says": says or said.get("test", ""), "remedy": remedy}


def located(tree: etree._ElementTree, location: str) -> etree._Element:
    """The element of a rule; for an attribute, the one that carries it."""
    found = tree.xpath(location.partition("/@")[0] or "/*")
    node = found[0] if isinstance(found, list) and found else None
    return node if isinstance(node, etree._Element) else tree.getroot()


def told(finding: Finding, path: str) -> Problem:
    """The message: the facts of the case, the name of the element, where to search for it."""
    element = finding.element
    facts = {"element": element_name(element), "named": whereabouts(element), **finding.facts}
    return Problem(finding.code, Place(path, finding.line or line_of(element)), facts=facts)


def once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same sentence about the same line is said once."""
    seen: set[tuple[str, int, str]] = set()
    for problem in problems:
        key = (problem.code, problem.place.line, problem.message)
        if key not in seen:
            seen.add(key)
            yield problem
