"""Annotate: from the gathered sections of a page to the Document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.blocks import Gathered, gather
from converter.classify import Claimed, classify
from converter.dates import dates_in, detail_date
from converter.flow import Lexicon
from converter.identifiers import document_identifier
from converter.inlines import Brackets, date_in_head, in_block
from converter.languages import Language, detect, language
from converter.lines import Line
from converter.model import (
    Division,
    DivisionKind,
    Document,
    DocumentKind,
    Inlines,
    Metadata,
    Note,
    PageBreak,
    Paragraph,
    Section,
    SectionKind,
)
from converter.names import byline_names
from converter.notes import Persons, read_notes
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
        if sureness < SURE:
            code = default_language or code
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


def annotate(
    page: SavedPage, gathered: Sequence[tuple[SectionLines, Gathered]]
) -> tuple[Document, list[Problem]]:
    """Blocks → Document, with insertions, remarks, dates, kinds of note and persons.

    The problems are what the editor should look at.
    """
    when = detail_date(page.details.get("Date", ""))
    persons = Persons()
    sections: list[Section] = []
    problems: list[Problem] = list(doubts(page, gathered, when))
    for lines, blocks in gathered:
        section, disagreement = annotated(lines, blocks, when, persons)
        sections.append(section)
        if disagreement:
            place = Place(page.path, lines.claimed.lines[0].number)
            facts = {"printed": disagreement, "date": page.details.get("Date", "")}
            problems.append(Problem("date-disagrees", place, lines.claimed.lines[0].text, facts))
    title, tongue = page.details["Document Title"], language(sections[0].language)
    document = Document(
        identifier=document_identifier(page.details.get("AOC Volume", ""), when, title, tongue),
        kind=kind_of(title, bool(page.details.get("Recipient")), tongue),
        metadata=metadata(page, when, sections),
        sections=tuple(align(sections)),
        persons=tuple(persons.found.values()),
    )
    return document, problems


def annotated(
    lines: SectionLines, blocks: Gathered, when: str, persons: Persons
) -> tuple[Section, str]:
    """One section, its inlines read; and the date in its head, where it is not the document's."""
    brackets = Brackets(lines.tongue, PREFIXES[lines.section.kind])

    def read(inlines: Inlines) -> Inlines:
        return read_notes(brackets.read(inlines), persons, lines.tongue)

    named = read_notes(brackets.read_head(blocks.head), persons, lines.tongue)
    head, disagreeing = date_in_head(named, when, lines.tongue)
    divisions = tuple(
        Division(d.kind, tuple(in_block(b, read) for b in d.blocks)) for d in blocks.divisions
    )
    section = Section(lines.section.kind, lines.tongue.code, blocks.first_page, head, divisions)
    return section, disagreeing.iso() or "a day without a year" if disagreeing else ""


def kind_of(title: str, addressed: bool, tongue: Language) -> DocumentKind:
    """A letter has a recipient, a diary entry a date as its title; a conversation's says so."""
    found = next(dates_in(title, tongue), None)
    if addressed:
        return DocumentKind.LETTER
    if found and found.start == 0 and found.end == len(title.rstrip(" .")):
        return DocumentKind.DIARY_ENTRY
    if title.lower().startswith(tongue.conversation_titles) and tongue.conversation_titles:
        return DocumentKind.CONVERSATION
    return DocumentKind.DOCUMENT


def metadata(page: SavedPage, when: str, sections: Sequence[Section]) -> Metadata:
    detail = page.details.get
    numbers = [number for section in sections[:1] for number in running_pages(section)]
    return Metadata(
        title=page.details["Document Title"],
        volume=detail("AOC Volume", ""),
        author=detail("Author", ""),
        authors=byline_names(detail("Author", "")),
        recipients=byline_names(detail("Recipient", "")),
        date=detail("Date", ""),
        when=when,
        repository=detail("Repository", ""),
        shelfmark=detail("ID #", ""),
        description=detail("Description", ""),
        tags=page.tags,
        archive=page.archive,
        publisher=page.archive_publisher,
        copyright=page.copyright,
        page_marks=next(s.page_marks for s in page.sections if not s.empty),
        first_mark=numbers[0] if numbers else "",
        last_page=numbers[-1] if numbers else "",
    )


def running_pages(section: Section) -> Iterator[str]:
    """The numbers of a section's pages in order, those of endnotes left out."""
    found: list[str] = []

    def look(inlines: Inlines) -> Inlines:
        for inline in inlines:
            if isinstance(inline, PageBreak) and inline.number:
                found.append(inline.number)
            elif isinstance(inline, Note) and not inline.at_end:
                for paragraph in inline.paragraphs:
                    look(paragraph)
        return inlines

    for block in (block for division in section.divisions for block in division.blocks):
        if isinstance(block, PageBreak):
            found.append(block.number or "")
        in_block(block, look)
    yield from found


def doubts(
    page: SavedPage, gathered: Sequence[tuple[SectionLines, Gathered]], when: str
) -> Iterator[Problem]:
    """What a page leaves open: dates, brackets, hyphens, page marks."""
    path = page.path
    if page.details.get("Date") and not when:
        yield Problem("date-unreadable", Place(path), "", {"date": page.details["Date"]})
    for lines, blocks in gathered:
        printed = {line.number: line.text for line in lines.section.lines}
        for line in lines.claimed.unclosed:
            yield Problem("bracket-unclosed", Place(path, line.number, 1), line.text)
        for number, word in blocks.kept_hyphens:
            yield Problem(
                "hyphen-kept", Place(path, number), printed.get(number, ""), {"word": word}
            )
        marks = [line for line in lines.claimed.lines if line.mark]
        if len(marks) != lines.section.page_marks and (marks or lines.section.page_marks > 1):
            facts = {
                "found": len(marks),
                "counted": lines.section.page_marks,
                "section": lines.section.kind.value,
            }
            yield Problem(
                "page-marks-miscounted", Place(path, lines.section.lines[0].number), "", facts
            )
        yield from jumps(path, marks)


def jumps(path: str, marks: Sequence[Line]) -> Iterator[Problem]:
    """Places where the running order leaves pages out."""
    running = [
        (line, line.mark.number)
        for line in marks
        if line.mark and line.mark.in_order and line.mark.number.isdigit()
    ]
    for (_, before), (line, after) in pairwise(running):
        if int(after) != int(before) + 1:
            facts = {"before": before, "after": after}
            yield Problem("page-number-jumps", Place(path, line.number, 1), line.text, facts)


def align(sections: Sequence[Section]) -> list[Section]:
    """The sections with their paragraphs pointing at each other, where they have equally many."""
    if len(sections) != 2:
        return list(sections)
    left, right = (list(paragraph_ids(section)) for section in sections)
    if len(left) != len(right):
        return list(sections)
    pairs = dict(zip(left, right, strict=True)) | dict(zip(right, left, strict=True))
    return [
        replace(section, divisions=tuple(pointing(d, pairs) for d in section.divisions))
        for section in sections
    ]


def pointing(division: Division, pairs: Mapping[str, str]) -> Division:
    """The division with every paragraph pointing at its pair, where it has one."""
    blocks = (
        replace(block, aligned=pairs.get(block.id, "")) if isinstance(block, Paragraph) else block
        for block in division.blocks
    )
    return replace(division, blocks=tuple(blocks))


def paragraph_ids(section: Section) -> Iterator[str]:
    for division in section.divisions:
        if division.kind is DivisionKind.TEXT:
            yield from (block.id for block in division.blocks if isinstance(block, Paragraph))
