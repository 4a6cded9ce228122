"""The sections of a page through classify and gather, each in its own language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.blocks import Gathered, gather
from converter.choices import DECIDED, FIXED
from converter.classify import Claimed, classify
from converter.decisions import UNDECIDED, Decision, Decisions
from converter.evidence.weights import WeightTable
from converter.flow import Lexicon
from converter.languages import Language, detect, language, script_of
from converter.model import SectionKind
from converter.pages import SavedPage, TextSection
from converter.problems import Place, Problem

SURE = 0.5  # of the language of a section; below it the report asks
PREFIXES = {SectionKind.TRANSLATION: "", SectionKind.TRANSCRIPTION: "t-"}


@dataclass(frozen=True, slots=True)
class SectionLines:
    """A section of the page with its language and its claimed lines."""

    section: TextSection
    tongue: Language
    claimed: Claimed


def claim_sections(
    page: SavedPage,
    default_language: str = "",
    decisions: Decisions = UNDECIDED,
    table: WeightTable | None = None,
) -> tuple[list[SectionLines], list[Problem]]:
    """Classify each section that has text, in its own language and as the editor decided.

    ``table`` are the weights of the evidence, those of the program if none.
    """
    out, problems = [], []
    for section in page.sections:
        if section.empty:
            continue
        tongue, sure = tongue_of(section, default_language)
        if not sure:
            place = Place(page.path, section.lines[0].number if section.lines else 0)
            facts = {"language": tongue.name, "section": section.kind.value}
            problems.append(Problem("language-unsure", place, "", facts))
        decided, unfit = decisions.on(section)
        kinds = {number: decision.kind for number, decision in decided.items()}
        claimed = classify(section.lines, page.details["Document Title"], tongue, kinds, table)
        problems += [*unfit, *overruled(claimed, decided)]
        out.append(SectionLines(section, tongue, claimed))
    return out, problems


def tongue_of(section: TextSection, default_language: str) -> tuple[Language, bool]:
    """The language of a section, and whether that is sure: its text shows it or the edition says.

    The edition's language is taken only where the text may be written in it.
    """
    text = "\n".join(line.text for line in section.lines)
    code, sureness = detect(text)
    if sureness >= SURE:
        return language(code), True
    default = language(default_language)
    if default.scripts and script_of(text) in default.scripts:
        return default, True
    return language(code), False


def overruled(claimed: Claimed, decided: Mapping[int, Decision]) -> Iterator[Problem]:
    """The decisions that fit a line, but would give it a kind that it cannot have."""
    for line in claimed.lines:
        if line.rule == DECIDED or line.number not in decided:
            continue
        decision = decided[line.number]
        if line.kind in FIXED:
            yield decision.problem("decision-on-a-mark", mark=line.kind.value)
        else:
            yield decision.problem("decision-cannot-stand", kind=decision.kind.value)


def gather_sections(claimed: Sequence[SectionLines]) -> list[tuple[SectionLines, Gathered]]:
    """Each section with its blocks."""
    out = []
    for lines in claimed:
        known = Lexicon.of([line.text for line in lines.section.lines], lines.tongue)
        prefix = PREFIXES[lines.section.kind]
        out.append((lines, gather(lines.claimed.lines, known, prefix)))
    return out
