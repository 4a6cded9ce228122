"""The rules that claim lines, in the order in which they are asked: the first that fits claims.

An example is a small section, its lines parted by ``|``. ``>`` marks the line in question,
``Page 12`` is a page mark, a first line with ``=`` repeats the title, one with ``~`` stands where
the title should, and ``de:`` in front names a language other than English.
"""

from collections.abc import Sequence

from converter.line_rules.endings import ENDINGS
from converter.line_rules.evidence import EVIDENCE
from converter.line_rules.openings import OPENINGS
from converter.line_rules.rule import LineRule
from converter.line_rules.running import RUNNING
from converter.line_rules.structure import STRUCTURE
from converter.lines import Line, View

__all__ = ["RULES", "LineRule", "claim", "claiming"]

RULES: tuple[LineRule, ...] = (*STRUCTURE, *EVIDENCE, *OPENINGS, *ENDINGS, *RUNNING)


def claim(view: View, number: int, closes: bool) -> Line:
    """The line as the first rule that fits claims it; the last rule fits every line."""
    rule = claiming(RULES, view) or RULES[-1]
    sure = rule.confidence * view.probability
    return Line(number, view.text, rule.kind, rule.name, sure, rule.otherwise, view.mark, closes)


def claiming(rules: Sequence[LineRule], view: View) -> LineRule | None:
    """The first of these rules that fits."""
    for rule in rules:
        if rule.when(view):
            return rule
    return None
