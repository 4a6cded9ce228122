"""docs/rules.md: the rules that read lines and find citations, and the signs, with reasons."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from converter import citation_rules_table, rules_table, signs_table
from converter.evidence.weights import shipped

HEAD = """\
# Rules

What decides about a line of a page or a source in a note, in the order in which it is asked; the
first rule that fits decides. `converter rules` prints the first table, `converter rules PAGES…` how
often each rule fired on your pages, `converter inspect PAGE` which rule decided about which line.
Every example is a test.
"""
LINES = """\
## Rules for lines

An example is a small section with `|` between its lines: `>` marks the line in question, `Page 12`
is a page mark, a first line with `=` repeats the title, one with `~` stands where the title should,
and `de:` in front names a language other than English. The number is how sure the rule is where it
fits; where the signs below were weighed, it is multiplied with their probability.
"""
CITED = """\
## Rules for citations

`converter rules --citations` prints them. Double square brackets stand around what a rule finds.
Archives, newspapers and journals are no rules but entries of a list: see
[Adding an archive](authorities.md).
"""
SIGNS = """\
## Signs of notes

What tells a note from running text is weighed. `converter rules --signs` prints what each value of
a sign weighs.
"""


def rules_page() -> str:
    """The page as it should be."""
    lines = (rule(each, "claims", str(each["confidence"])) for each in rules_table.as_data([]))
    cited = (rule(each, "finds", each["certainty"]) for each in citation_rules_table.as_data())
    signs = (f"- **{sign['name']}**: {sign['because']}" for sign in signs_table.as_data(shipped()))
    return "\n".join([HEAD, LINES, *lines, CITED, *cited, SIGNS, *signs, ""])


def rule(data: Mapping[str, Any], does: str, certainty: str) -> str:
    """A rule: its name, what it decides, why, and its examples."""
    return "\n".join(
        [
            f"### {data['name']}",
            "",
            f"{does.capitalize()} *{data[does]}* ({certainty}), because {data['because']}.",
            "",
            *examples("it fits", data["yes"]),
            *examples("it does not fit", data["no"]),
        ]
    )


def examples(when: str, texts: Sequence[str]) -> Iterable[str]:
    """Texts as they stand in the table, in a block that no Markdown touches."""
    if texts:
        yield from (f"Where {when}:", "", "```text", *(line for text in texts for line in
                    text.split("\n")), "```", "")  # fmt: skip
