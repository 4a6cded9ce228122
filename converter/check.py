"""Check: what is wrong with a document made from a page: its ledger, our schema, our rules."""

from lxml import etree

from converter.ledger import balance
from converter.pages import SavedPage
from converter.problems import Place, Problem, Severity
from converter.schemas import edition_schemas
from converter.validate import validate_tree
from converter.validation_kinds import DOUBTS, RULES


def check(page: SavedPage, root: etree._Element) -> list[Problem]:
    """Problems of a freshly encoded tree; an error among them means that it must not be written.

    A broken grammar is a mistake of the program. A broken rule (page numbers that fall, say) may
    lie in the printed page itself: it is passed on as a warning, with the page's path.
    """
    unbalanced = balance(page, root)
    if unbalanced:
        return unbalanced
    tree = etree.ElementTree(
        etree.fromstring(etree.tostring(root))
    )  # parsed again: so that lines and ids are real
    found = validate_tree(tree, page.path, edition_schemas(thorough=False))
    return [
        Problem(code(problem), Place(page.path), "", {"reason": problem.message})
        for problem in found
        if problem.severity is not Severity.NOTICE
    ]


def code(problem: Problem) -> str:
    """Of a rule that is broken, a doubt; of anything else, an error."""
    broken_rule = problem.code in RULES or problem.code in DOUBTS
    return "encoding-doubtful" if broken_rule else "encoding-not-valid"
