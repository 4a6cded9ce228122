"""docs/problems.md: the table of all kinds of problem, for people."""

import re
from pathlib import Path

from lxml import etree

from converter import resources
from converter.kinds import KINDS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "problems.md"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
HEAD = """\
# What the converter may report

An error refuses a page or file; a warning asks for a look; a notice informs. Words in braces, or an
ellipsis, stand for what was found. The tests hold this page against the program's own table.
"""


def problems_page() -> str:
    """The page as it should be."""
    return "\n".join([HEAD, *(table(severity) for severity in ("error", "warning", "notice"))])


def table(severity: str) -> str:
    rules = schematron_wording()
    rows = [
        f"| `{code}` | {cell(says)} | {cell(hint)} |"
        for code, kind in sorted(KINDS.items())
        if kind.severity == severity
        for says, hint in [rules.get(code, (kind.says, kind.hint))]
    ]
    columns = ["| code | what is there | what to do |", "|---|---|---|"]
    return "\n".join([f"## {severity.capitalize()}s", "", *columns, *rows, ""])


def schematron_wording() -> dict[str, tuple[str, str]]:
    """What the rules of our Schematron say and advise: their words stand in the schema."""
    root = etree.parse(resources.schema("edition.sch")).getroot()
    advice = {each.get("id"): wording(each) for each in root.iter(f"{SCH}diagnostic")}
    return {
        each.get("id", ""): (wording(each), advice.get(each.get("diagnostics"), ""))
        for each in root.iter(f"{SCH}assert", f"{SCH}report")
    }


def wording(element: etree._Element) -> str:
    """A rule's sentence, with an ellipsis where it names what it found."""
    parts = [element.text or "", *(f"…{child.tail or ''}" for child in element)]
    return " ".join("".join(parts).split())


def cell(text: str) -> str:
    """Text that neither ends a table's cell nor is taken for markup."""
    return re.sub(r"([|<>*_])", r"\\\1", text)
