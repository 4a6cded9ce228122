"""Layout: pages saved as HTML or copied from a browser, laid out as the archive's text dumps are.

A dump has a bullet before every item of a list, nothing between two paragraphs, and blank lines
around a page mark.
"""

import re
from collections.abc import Iterator, Sequence

COUNTER = re.compile(r"/\s*\d+")
PAGE_MARK = re.compile(r"Page\s+\w{1,8}")  # roughly; marks.py, which knows, sees the lines later
BULLET = "•"
LABELS = ("Translation", "Transcription")
CONTROLS = (*LABELS, "Print", "Save", "Share", "Cite")
WIDEST, SLACK, MANY = 100, 15, 8  # of a cut line: its length, the last word's, how many there are
SENTENCE_ENDS = tuple(".!?:;…’”»)]")
MENU = "Search"  # the first item of the archive's menu


def as_dumped(lines: Sequence[str]) -> Iterator[str]:
    """Lines with the blank ones taken out that only part paragraphs, or the viewer's controls."""
    rows = [i for i, line in enumerate(lines) if line.strip()]
    texts = [lines[i].strip() for i in rows]
    apart = [n > 0 and rows[n] - rows[n - 1] > 1 for n in range(len(rows))]
    paragraphs = [
        mostly for part in parts(texts) for mostly in parted_by_blanks(texts, apart, part)
    ]
    controls = in_viewer(texts)
    for n, i in enumerate(rows):
        blanks = lines[rows[n - 1] + 1 if n else 0 : i]
        marked = PAGE_MARK.fullmatch(texts[n]) or (n and PAGE_MARK.fullmatch(texts[n - 1]))
        if not controls[n] and (marked or not paragraphs[n]):
            yield from blanks
        yield lines[i]


def parts(texts: Sequence[str]) -> tuple[range, range, range]:
    """What stands above the texts of the page, the texts, and what stands below them."""
    start = next((n for n in range(len(texts)) if opens_section(texts, n)), 0)
    details = (n for n in range(start, len(texts)) if texts[n] == "Document Details")
    stop = max(details, default=len(texts))
    return range(start), range(start, stop), range(stop, len(texts))


def parted_by_blanks(texts: Sequence[str], apart: Sequence[bool], part: range) -> list[bool]:
    """For each line of a part: blank lines stand there more often than not between two lines."""
    pairs = [apart[n] for n in part[1:] if is_running(texts[n]) and is_running(texts[n - 1])]
    return [2 * sum(pairs) > len(pairs)] * len(part)


def is_running(text: str) -> bool:
    """Neither a page mark, nor an item of a list, nor a landmark."""
    landmark = text in CONTROLS or COUNTER.fullmatch(text) or text.startswith(BULLET)
    return not landmark and not PAGE_MARK.fullmatch(text)


def opens_section(texts: Sequence[str], n: int) -> bool:
    return texts[n] in LABELS and COUNTER.fullmatch("".join(texts[n + 1 : n + 2])) is not None


def in_viewer(texts: Sequence[str]) -> list[bool]:
    """For each visible line: it is a section's counter, or one of the controls below that."""
    found = [False] * len(texts)
    for n in range(1, len(texts)):
        counter = opens_section(texts, n - 1)
        below = found[n - 1] and (texts[n].startswith(BULLET) or texts[n] in CONTROLS)
        found[n] = counter or below
    return found


def cut_at(lines: Sequence[str]) -> int:
    """The length at which an editor or browser has cut the lines of a text; 0 where none has.

    Paragraphs are of all lengths; here many lines are nearly as long as the longest, most of them
    in mid-sentence.
    """
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    longest = max(lengths, default=0)
    full = [line.rstrip() for line in lines if len(line.rstrip()) > longest - SLACK]
    inside = sum(not line.endswith(SENTENCE_ENDS) for line in full)
    cut = longest <= WIDEST and len(full) >= MANY and 2 * len(full) > len(lengths)
    return longest if cut and 4 * inside > 3 * len(full) else 0


# ---------------------------------------------------------------- copied


def copied(lines: Sequence[str]) -> bool:
    """A page of the archive that has lost its bullets, as what is copied from a browser has."""
    for line in lines:
        text = line.strip()
        if text.startswith(BULLET):
            return False
        if text in LABELS:
            return any(below.strip() == "Document Details" for below in lines)
    return False


def with_bullets(lines: Sequence[str]) -> list[str]:
    """A copied page with the bullets before its menu, its contents and its viewer's controls."""
    texts = [line.strip() for line in lines]
    items = {n for n, text in enumerate(texts[:8]) if text == MENU}
    items.update(contents_entries(texts))
    for n in range(len(texts)):
        if opens_section(texts, n):
            items.update(controls_below(texts, n + 2))
    return [f"  {BULLET} {texts[n]}" if n in items else line for n, line in enumerate(lines)]


def contents_entries(texts: Sequence[str]) -> list[int]:
    """The lines of the contents list, below its heading."""
    start = next((n for n, text in enumerate(texts) if text == "Table of Contents"), len(texts))
    end = next((n for n in range(start, len(texts)) if "Previous document" in texts[n]), start)
    return [n for n in range(start + 1, end) if texts[n]][1:]


def controls_below(texts: Sequence[str], start: int) -> Iterator[int]:
    """The controls of a section, each of them once."""
    met: set[str] = set()
    for n in range(start, len(texts)):
        if texts[n] not in CONTROLS or texts[n] in met:
            return
        met.add(texts[n])
        yield n
