"""The sections of a page through classify and gather, each in its own language."""

from collections.abc import Sequence
from dataclasses import dataclass

from converter.blocks import Gathered, gather
from converter.classify import Claimed, classify
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
    page: SavedPage, default_language: str = ""
) -> tuple[list[SectionLines], list[Problem]]:
    """Classify each section that has text, in its own language."""
    out, problems = [], []
    for section in page.sections:
        if section.empty:
            continue
        text = "\n".join(line.text for line in section.lines)
        code, sureness = detect(text)
        default = language(default_language)
        if sureness < SURE and default.scripts and script_of(text) in default.scripts:
            code = default_language
        elif sureness < SURE:
            place = Place(page.path, section.lines[0].number if section.lines else 0)
            facts = {"language": language(code).name, "section": section.kind.value}
            problems.append(Problem("language-unsure", place, "", facts))
        tongue = language(code)
        out.append(
            SectionLines(
                section, tongue, classify(section.lines, page.details["Document Title"], tongue)
            )
        )
    return out, problems


def gather_sections(claimed: Sequence[SectionLines]) -> list[tuple[SectionLines, Gathered]]:
    """Each section with its blocks."""
    out = []
    for lines in claimed:
        known = Lexicon.of([line.text for line in lines.section.lines], lines.tongue)
        prefix = PREFIXES[lines.section.kind]
        out.append((lines, gather(lines.claimed.lines, known, prefix)))
    return out
