"""Check: what is wrong with a document made from a page: its ledger, our schema, our rules."""

from lxml import etree

from converter.ledger import balance
from converter.pages import SavedPage
from converter.problems import Place, Problem, Severity
from converter.schemas import edition_schemas
from converter.validate import flawless, validate_tree
from converter.validation_kinds import DOUBTS, RULES

# What the passes say already, with the line of the page.
TOLD_OF_THE_PAGE = frozenset(("page-numbers-rise", "page-occurs-once"))


def check(page: SavedPage, root: etree._Element) -> list[Problem]:
    """Problems of a freshly encoded tree; an error among them means that it must not be written.

    A broken grammar is a mistake of the program. A broken rule (two sections in one language, say)
    may lie in the page itself: it is passed on as a warning, with the page's path.
    """
    unbalanced = balance(page, root)
    if unbalanced:
        return unbalanced
    schemas = edition_schemas(thorough=False)
    if flawless(etree.ElementTree(root), schemas):
        return []
    # Parsed again, the tree has lines, by which the problems are ordered.
    parsed = etree.ElementTree(etree.fromstring(etree.tostring(root)))
    return [
        Problem(code(problem), Place(page.path), "", {"reason": problem.message})
        for problem in validate_tree(parsed, page.path, schemas)
        if problem.severity is not Severity.NOTICE and problem.code not in TOLD_OF_THE_PAGE
    ]


def code(problem: Problem) -> str:
    """Of a rule that is broken, a doubt; of anything else, an error."""
    broken_rule = problem.code in RULES or problem.code in DOUBTS
    return "encoding-doubtful" if broken_rule else "encoding-not-valid"
