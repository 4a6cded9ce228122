"""Reads tests/cases/*.txt: one situation a file, its requirement, its lines, one pass's dump.

    A note between two halves of a sentence
    stays in the paragraph at its anchor.
    ---
    The boat was late, and the ferryman
    Old Sidor, herbalist of the delta; died 1911.
    would not say why.
    ---
    stage: lines
    1 text …

On top stands what is required, in words. Then come the lines of a text section, to the character,
then the expected dump; its first line names the pass. A line of three hyphens divides the parts,
so no part can hold such a line. ``pytest --update-golden`` rewrites the dump and nothing else.
"""

from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).resolve().parent / "cases"
DIVIDER = "\n---\n"
STAGE = "stage: "


class MalformedCase(ValueError):
    """A case file that does not have the three parts."""


@dataclass(frozen=True, slots=True)
class Case:
    """One situation: the requirement, the section's lines, the pass and what it should give."""

    path: Path
    requirement: str
    section: str
    stage: str
    expected: str

    @property
    def name(self) -> str:
        return self.path.stem

    def written(self, dump: str) -> str:
        """The whole file with this dump in it, for ``golden(case.path, case.written(dump))``."""
        return DIVIDER.join([self.requirement, self.section, f"{STAGE}{self.stage}\n{ended(dump)}"])


def ended(dump: str) -> str:
    """A dump that ends its last line, as every text file should."""
    return dump if not dump or dump.endswith("\n") else f"{dump}\n"


def read_case(path: Path) -> Case:
    """One case file; raises MalformedCase naming it where a part is missing."""
    parts = path.read_bytes().decode("utf-8").split(DIVIDER)
    if len(parts) != 3:
        raise MalformedCase(f"{path}: {len(parts)} parts where 3 are expected, divided by '---'")
    requirement, section, dump = parts
    stage, _, expected = dump.partition("\n")
    if not requirement.strip():
        raise MalformedCase(f"{path}: nothing says what is required")
    if not stage.startswith(STAGE):
        raise MalformedCase(f"{path}: the third part begins with '{stage}', not with '{STAGE}…'")
    return Case(path, requirement, section, stage.removeprefix(STAGE).strip(), expected)


def cases(folder: Path = CASES) -> list[Case]:
    """All cases in the order of their names."""
    return [read_case(path) for path in sorted(folder.glob("*.txt"))]
