"""Every example of every rule: what it must claim, and what it must leave alone."""

import pytest

from converter.classify import classify
from converter.decode import SourceLine
from converter.languages import language, languages
from converter.line_rules import RULES, LineRule
from converter.lines import Line

TITLE = "The title of the example"


def claimed(example: str) -> Line:
    """The line that the example marks with ``>``, as the rules claim it."""
    code, colon, rest = example.partition(":")
    tongue, text = (
        (language(code), rest) if colon and code in languages() else (language("en"), example)
    )
    parts = text.split("|")
    if parts[0].startswith(("=", "~")):
        title = parts[0][1:].removeprefix(">") if parts[0].startswith("=") else TITLE
        parts[0] = parts[0][1:]
    else:
        title = TITLE
        parts = [TITLE, *parts]
    lines: list[str] = []
    marked = 0
    for part in parts:
        bare = part.removeprefix(">")
        mark = bare.startswith("Page ") and bare[5:].isdigit()
        lines += ["", bare, ""] if mark else [bare]
        if part != bare:
            marked = len(lines) - mark
    source = [SourceLine(number, line) for number, line in enumerate(lines, start=1)]
    return next(line for line in classify(source, title, tongue).lines if line.number == marked)


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
