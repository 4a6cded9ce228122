"""The table of the rules of citations: what each of them finds, why, and where it finds nothing."""

from collections.abc import Sequence
from typing import Any

from converter.citations.grammar import RULES
from converter.citations.shelfmark_forms import FORMS


def as_data() -> list[dict[str, Any]]:
    """Every rule in the order in which it is asked, then every form of a shelfmark."""
    rules = [
        {
            "name": rule.name,
            "finds": rule.kind.value,
            "because": rule.because,
            "certainty": rule.certainty.value,
            "yes": list(rule.yes),
            "no": list(rule.no),
        }
        for rule in RULES
    ]
    forms = [
        {
            "name": form.name,
            "finds": "shelfmark",
            "because": form.because,
            "certainty": "high",
            "yes": list(form.yes),
            "no": list(form.no),
        }
        for form in FORMS
    ]
    return [*rules, *forms]


def as_text(data: Sequence[dict[str, Any]]) -> str:
    """The table as text: every rule with its reason and its examples."""
    out = []
    for rule in data:
        doubt = "" if rule["certainty"] == "high" else f" ({rule['certainty']} certainty)"
        out += [
            f"{rule['name']} → {rule['finds']}{doubt}",
            f"    because {rule['because']}",
            *(f"    yes: {text}" for text in rule["yes"]),
            *(f"    no:  {text}" for text in rule["no"]),
            "",
        ]
    return "\n".join(out).rstrip()
