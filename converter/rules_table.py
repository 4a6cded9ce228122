"""The table of rules, for people and programs."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from converter.counting import plural
from converter.line_rules import RULES
from converter.pages import SavedPage
from converter.sections import claim_sections


def as_data(pages: Sequence[SavedPage]) -> list[dict[str, Any]]:
    """Every rule in the order in which it is asked, and how many lines of the pages it claimed."""
    fired: Counter[str] = Counter()
    for page in pages:
        for section in claim_sections(page)[0]:
            fired.update(line.rule for line in section.claimed.lines)
    return [
        {
            "name": rule.name,
            "claims": rule.kind.value,
            "because": rule.because,
            "confidence": rule.confidence,
            "otherwise": rule.otherwise.value if rule.otherwise else None,
            "yes": list(rule.yes),
            "no": list(rule.no),
            "fired": fired[rule.name],
        }
        for rule in RULES
    ]


def as_text(data: Sequence[dict[str, Any]], counted: bool) -> str:
    """The table as text: every rule with its reason and its examples."""
    out = []
    for rule in data:
        fired = f"  fired {plural(rule['fired'], 'time')}" if counted else ""
        out += [
            f"{rule['name']} → {rule['claims']} ({rule['confidence']:.2f}){fired}",
            f"    because {rule['because']}",
            *(f"    yes: {text}" for text in rule["yes"]),
            *(f"    no:  {text}" for text in rule["no"]),
            "",
        ]
    return "\n".join(out).rstrip()
