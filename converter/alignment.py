"""Alignment: the pages a section runs over, and the paragraphs that two languages share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from converter.inlines import in_block
from converter.model import Division, DivisionKind, Inlines, Note, PageBreak, Paragraph, Section

Pairs = Mapping[str, str]


def running_pages(section: Section) -> list[str]:
    """The numbers of a section's pages in order, those of endnotes left out."""
    return [step for step in steps(section) if isinstance(step, str)]


def steps(section: Section) -> Iterator[str | Paragraph]:
    """A section as it runs: the number of each page as it begins, each paragraph of the text."""
    for division in section.divisions:
        for block in (*division.before, *division.blocks, *division.after):
            if isinstance(block, PageBreak):
                yield block.number or ""
                continue
            if isinstance(block, Paragraph) and division.kind is DivisionKind.TEXT:
                yield block
            found: list[str] = []

            def look(inlines: Inlines, found: list[str] = found) -> Inlines:
                found.extend(pages_in(inlines))
                return inlines

            in_block(block, look)
            yield from found


def pages_in(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, PageBreak) and inline.number:
            yield inline.number
        elif isinstance(inline, Note) and not inline.at_end:
            for paragraph in inline.paragraphs:
                yield from pages_in(paragraph)


def align(sections: Sequence[Section]) -> list[Section]:
    """The sections with their paragraphs pointing at each other.

    They are paired where the texts have equally many paragraphs; else, where both run over the same
    pages, those of each page that has equally many; else none.
    """
    if len(sections) != 2:
        return list(sections)
    left, right = (list(steps(section)) for section in sections)
    pairs = paired(paragraphs(left), paragraphs(right))
    if not pairs and running_pages(sections[0]) == running_pages(sections[1]):
        pages = zip(by_page(left), by_page(right), strict=True)
        pairs = {key: value for page in pages for key, value in paired(*page).items()}
    return [
        replace(section, divisions=tuple(pointing(d, pairs) for d in section.divisions))
        for section in sections
    ]


def paragraphs(run: Sequence[str | Paragraph]) -> list[str]:
    return [step.id for step in run if isinstance(step, Paragraph)]


def by_page(run: Sequence[str | Paragraph]) -> list[list[str]]:
    """The ids of the paragraphs that begin on each page."""
    pages: list[list[str]] = [[]]
    for step in run:
        if isinstance(step, Paragraph):
            pages[-1].append(step.id)
        else:
            pages.append([])
    return pages


def paired(left: Sequence[str], right: Sequence[str]) -> dict[str, str]:
    """Both ways from each paragraph to its pair; nothing where their numbers differ."""
    if len(left) != len(right):
        return {}
    return dict(zip(left, right, strict=True)) | dict(zip(right, left, strict=True))


def pointing(division: Division, pairs: Pairs) -> Division:
    """The division with every paragraph pointing at its pair, where it has one."""
    blocks = (
        replace(block, aligned=pairs.get(block.id, "")) if isinstance(block, Paragraph) else block
        for block in division.blocks
    )
    return replace(division, blocks=tuple(blocks))
