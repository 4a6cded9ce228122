"""Other forms: what browsers save of a page that cannot be read, told apart by its first bytes.

Also their own text formats, which have another layout than the archive's text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from converter.problems import Place, Problem, Refused

MHTML = re.compile(rb"(?:\A|\n)content-type:\s*multipart/related", re.IGNORECASE)
FORMS = (
    (b"bplist00", "a web archive (.webarchive)"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a packed file (such as .docx, .odt or .zip)"),
)
# What a browser's text format writes where the archive's text has ``•`` or nothing.
SIGNS = (
    (re.compile(r"<(?:https?|file|about|javascript|mailto):[^<>]*>?"), "links in angle brackets"),
    (re.compile(r"(?<=\s)\*(?=\s\S)|\A\*(?=\s\S)"), "stars before the items of lists"),
)
ENOUGH = 3  # of them; one or two may stand in anybody's text
LABELS = ("Translation", "Transcription")
LANDMARKS = ("Document Details", "Table of Contents")


def refuse_other_form(data: bytes, path: str) -> None:
    """Raises Refused for a page in a form that only its browser can read."""
    form = next((form for mark, form in FORMS if data.startswith(mark)), "")
    if MHTML.search(data[:2000]) and b"<" not in data[:1]:
        form = "a page packed into one file (.mhtml)"
    if form:
        raise Refused(Problem("saved-in-another-form", Place(path), "", {"form": form}))


def refuse_other_layout(lines: Sequence[str], path: str) -> None:
    """Raises Refused for a page in a browser's own text format, at its first sign.

    Only the lines above the text tell, and only where the archive's own bullets are missing.
    """
    if any(line.lstrip().startswith("•") for line in above_the_text(lines)):
        return
    chrome = [*above_the_text(lines)]
    if not any(landmark in line for landmark in LANDMARKS for line in lines):
        return
    for pattern, sign in SIGNS:
        hits = [(n, m) for n, line in enumerate(chrome, start=1) if (m := pattern.search(line))]
        if len(hits) >= ENOUGH:
            number, hit = hits[0]
            place = Place(path, number, hit.start() + 1)
            raise Refused(Problem("another-text-layout", place, hit.string, {"sign": sign}))


def above_the_text(lines: Sequence[str]) -> Iterator[str]:
    """The lines above the first label of a text."""
    return takewhile(lambda line: line.strip() not in LABELS, lines)
