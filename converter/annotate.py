"""Annotate: from the gathered sections of a page to the Document."""

from collections.abc import Sequence
from dataclasses import replace

from converter.alignment import align, running_pages
from converter.authorities import Authorities, shipped
from converter.blocks import Gathered
from converter.citations.reader import NoteReader
from converter.dates import detail_date
from converter.doubts import doubts
from converter.identifiers import document_identifier
from converter.inlines import Brackets, date_in_head, in_block, in_dateline
from converter.languages import language
from converter.model import Block, Document, Inlines, Metadata, Section
from converter.names import byline_names
from converter.notes import Persons, read_notes
from converter.pages import SavedPage
from converter.problems import Place, Problem
from converter.sections import PREFIXES, SectionLines
from converter.titles import kind_of, tongue_of_title


def annotate(
    page: SavedPage,
    gathered: Sequence[tuple[SectionLines, Gathered]],
    authorities: Authorities | None = None,
) -> tuple[Document, list[Problem]]:
    """Blocks → Document, with insertions, remarks, dates, kinds of note, persons, citations.

    ``authorities`` are the archives and serials to be known, if not the program's own. The
    problems are what the editor should look at.
    """
    when = detail_date(page.details.get("Date", "")).iso
    persons = Persons()
    sections: list[Section] = []
    problems: list[Problem] = list(doubts(page, gathered))
    for lines, blocks in gathered:
        reader = NoteReader.of(authorities or shipped(), when)
        section, disagreement = annotated(lines, blocks, when, persons, reader)
        sections.append(section)
        if disagreement:
            place = Place(page.path, lines.claimed.lines[0].number)
            facts = {"printed": disagreement, "date": page.details.get("Date", "")}
            problems.append(Problem("date-disagrees", place, lines.claimed.lines[0].text, facts))
    title, text = page.details["Document Title"], language(sections[0].language)
    volume, tongue = page.details.get("AOC Volume", ""), tongue_of_title(title, text)
    document = Document(
        identifier=document_identifier(volume, when, title, tongue),
        kind=kind_of(title, bool(page.details.get("Recipient")), text),
        metadata=metadata(page, when, sections),
        sections=tuple(align(sections)),
        persons=tuple(persons.found.values()),
    )
    return document, problems


def annotated(
    lines: SectionLines, blocks: Gathered, when: str, persons: Persons, reader: NoteReader
) -> tuple[Section, str]:
    """One section, its inlines read; and the date in its head, where it is not the document's."""
    brackets = Brackets(lines.tongue, PREFIXES[lines.section.kind])

    def read(inlines: Inlines) -> Inlines:
        return read_notes(brackets.read(inlines), persons, lines.tongue, reader)

    named = read_notes(brackets.read_head(blocks.head), persons, lines.tongue, reader)
    head, disagreeing = date_in_head(named, when, lines.tongue)

    def dated(block: Block) -> Block:
        return in_dateline(in_block(block, read), lambda i: date_in_head(i, when, lines.tongue)[0])

    divisions = tuple(replace(d, blocks=tuple(map(dated, d.blocks))) for d in blocks.divisions)
    section = Section(
        lines.section.kind,
        lines.tongue.code,
        blocks.first_page,
        head,
        divisions,
        blocks.head_certainty,
    )
    return section, disagreeing.iso() or "a day without a year" if disagreeing else ""


def metadata(page: SavedPage, when: str, sections: Sequence[Section]) -> Metadata:
    detail = page.details.get
    numbers = running_pages(sections[0])
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
