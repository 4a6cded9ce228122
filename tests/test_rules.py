"""Every example of every rule: what it must claim, and what it must leave alone."""

import pytest
from marked_example import MarkedExample

from converter.classify import classify
from converter.line_rules import RULES, LineRule
from converter.lines import Line


def claimed(example: str) -> Line:
    """The line that the example marks, as the rules claim it."""
    marked = MarkedExample.read(example)
    lines = classify(marked.lines, marked.title, marked.tongue).lines
    return next(line for line in lines if line.number == marked.line)


def examples(which: str) -> list[object]:
    return [
        pytest.param(rule, text, id=f"{rule.name}: {text[:40]}")
        for rule in RULES
        for text in getattr(rule, which)
    ]


@pytest.mark.parametrize(("rule", "example"), examples("yes"))
def test_a_rule_claims_its_example(rule: LineRule, example: str) -> None:
    line = claimed(example)
    assert line.rule == rule.name
    assert line.kind == rule.kind


@pytest.mark.parametrize(("rule", "example"), examples("no"))
def test_a_rule_leaves_its_counter_example_alone(rule: LineRule, example: str) -> None:
    assert claimed(example).rule != rule.name


def test_every_rule_has_examples_a_counter_example_and_a_reason() -> None:
    last = RULES[-1]
    for rule in RULES:
        assert rule.because, rule.name
        assert rule.yes, rule.name
        assert rule.no, rule.name
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert last.otherwise is not None
