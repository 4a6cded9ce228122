"""Guesses: the lines that could have been read otherwise, each with a decision ready to paste."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from converter.choices import FIXED
from converter.decision_writing import block
from converter.decisions import Beginnings
from converter.line_rules import RULES
from converter.lines import Line
from converter.model import HIGH
from converter.problems import visible
from converter.sections import SectionLines
from converter.sources import as_text

DOUBTFUL = HIGH  # a guess less certain than this is one to look at
REASONS = {rule.name: rule.because for rule in RULES}


@dataclass(frozen=True, slots=True)
class Guess:
    """A line that could have been read otherwise: where, as what, by which rule, how surely.

    ``decision`` is what decides it as it was guessed, in TOML; ``why`` is the reason in words.

    >>> import converter
    >>> guess = converter.read("examples/diary/28 September, night.txt").convert().guesses[0]
    >>> guess.line, guess.choice, guess.otherwise, guess.confidence < 0.95
    (185, 'continuation', 'paragraph', True)
    """

    path: str
    line: int
    text: str
    rule: str
    choice: str
    otherwise: str
    confidence: float
    decision: str = ""
    why: str = ""

    def __str__(self) -> str:
        alternative = f", else {self.otherwise}" if self.otherwise else ""
        return (
            f"{visible(self.path)}:{self.line}: {self.confidence:.2f} {self.choice}{alternative}"
            f" [{self.rule}]\n"
            f"    {visible(self.text[:96])}"
        )

    def as_data(self) -> dict[str, Any]:
        """The same for a machine, ready for JSON."""
        return asdict(self)


def is_unsure(line: Line, below: float = DOUBTFUL) -> bool:
    """The line is less certain than this, and somebody may decide it."""
    return line.confidence < below and line.kind not in FIXED


def guesses(
    name: str, path: Path, sections: Iterable[SectionLines], below: float = DOUBTFUL
) -> Iterator[Guess]:
    """The unsure lines of a page that reports call ``name``."""
    for section in sections:
        lines = [line for line in section.claimed.lines if is_unsure(line, below)]
        if not lines:
            continue
        beginnings = Beginnings.of(section.section)
        for line in lines:
            decision = beginnings.decision(as_text(path.name), line.number, line.text, line.kind)
            otherwise = line.otherwise.value if line.otherwise else ""
            yield Guess(
                path=name,
                line=line.number,
                text=line.text,
                rule=line.rule,
                choice=line.kind.value,
                otherwise=otherwise,
                confidence=round(line.confidence, 4),  # the digits that every machine agrees on
                decision=block(decision, f"or {otherwise}" if otherwise else ""),
                why=reason(line.rule, line.signs),
            )


def reason(rule: str, signs: tuple[str, ...] = ()) -> str:
    """Why a rule claims a line: its own reason, and the signs that spoke for it.

    >>> reason("postscript", ("near the end",))
    'P.S. says what it is: near the end'
    """
    return ": ".join(filter(None, (REASONS.get(rule, ""), ", ".join(signs))))


def in_order(found: Iterable[Guess]) -> tuple[Guess, ...]:
    """The guesses, least certain first."""
    return tuple(sorted(found, key=lambda guess: (guess.confidence, guess.path, guess.line)))
