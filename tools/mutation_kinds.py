"""The ways in which a saved page may be spoiled, as a table: name, reason, and how it is done.

Every way takes a page, another page, and chance; the same chance spoils the same page alike.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mutation_draw import Draw
from mutations_of_bytes import (
    CONTROLS,
    ESCAPES,
    MARKUP,
    NO_CHARACTERS,
    another_file,
    bad_bytes,
    cut_off,
    flipped_bytes,
    line_ends,
    other_encoding,
)
from mutations_of_lines import (
    doubled_lines,
    doubled_notes,
    exchanged_lines,
    long_lines,
    lost_lines,
    many_lines,
)
from mutations_of_parts import (
    brackets,
    chrome,
    empty_sections,
    exchanged_sections,
    html,
    page_marks,
    repeated_headings,
    two_documents,
)


@dataclass(frozen=True, slots=True)
class Spoiling:
    """A way of spoiling a page; ``ending`` is that of the file it makes."""

    name: str
    because: str
    how: Callable[[Draw], bytes]
    ending: str = ".txt"


def put_in(strange: Sequence[str]) -> Callable[[Draw], bytes]:
    return lambda draw: draw.put_in(strange)


SPOILINGS = (
    Spoiling("flipped-bytes", "a disk or a line has changed bits", flipped_bytes),
    Spoiling("bad-bytes", "one program has cut or mended UTF-8 wrongly", bad_bytes),
    Spoiling("other-encodings", "saved otherwise, or decoded twice", other_encoding),
    Spoiling("other-files", "something else bears the ending of a page", another_file),
    Spoiling("cut-off", "saving stopped before its end", cut_off),
    Spoiling("lost-lines", "somebody removed what seemed superfluous", lost_lines),
    Spoiling("doubled-lines", "a paste went wrong", doubled_lines),
    Spoiling("exchanged-lines", "lines were dragged about", exchanged_lines),
    Spoiling("long-lines", "time must grow with length alone", long_lines),
    Spoiling("many-lines", "time must grow with length alone", many_lines),
    Spoiling("doubled-notes", "a page may consist of notes", doubled_notes),
    Spoiling("controls", "scans and old programs leave them", put_in(CONTROLS)),
    Spoiling("line-ends", "systems end lines in their own ways", line_ends),
    Spoiling("no-characters", "XML or Unicode forbids them", put_in(NO_CHARACTERS)),
    Spoiling("terminal-escapes", "messages show the page's words", put_in(ESCAPES)),
    Spoiling("markup", "the text of a page is text", put_in(MARKUP)),
    Spoiling("empty-sections", "the viewer had not loaded a text", empty_sections),
    Spoiling("exchanged-sections", "another viewer may order them otherwise", exchanged_sections),
    Spoiling("page-marks", "numbers are misprinted, or no numbers", page_marks),
    Spoiling("brackets", "the editor's brackets need not be in pairs", brackets),
    Spoiling("repeated-headings", "a text may say what the page says", repeated_headings),
    Spoiling("chrome", "the site around the text changes", chrome),
    Spoiling("two-documents", "two pages were saved into one file", two_documents),
    Spoiling("html", "a browser's page is of any depth, or broken", html, ".html"),
)  # fmt: skip
