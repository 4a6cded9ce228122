"""Read: from the bytes of a saved page to a SavedPage: what the page says, by its landmarks."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, takewhile

from converter.decode import SourceLine, decode
from converter.details import (
    BULLET,
    LABELS,
    bullet,
    label_places,
    labelled,
    stated,
    stated_rights,
    tags,
    unknown_labels,
)
from converter.marks import mark_of
from converter.model import SectionKind
from converter.problems import Place, Problem, Refused

COUNTER = re.compile(r"/\s*(\d+)\s*")
CONTROLS = frozenset(("Translation", "Transcription", "Print", "Save", "Share", "Cite"))
SECTION_LABELS = {kind.value.capitalize(): kind for kind in SectionKind}


@dataclass(frozen=True, slots=True)
class TextSection:
    """One of the two texts of a page: its lines, and how many page marks the viewer counts."""

    kind: SectionKind
    page_marks: int
    lines: tuple[SourceLine, ...]

    @property
    def empty(self) -> bool:
        """Nothing stands in it but white space and page marks."""
        return all(line.blank or mark_of(self.lines, i) for i, line in enumerate(self.lines))

    @property
    def sha256(self) -> str:
        """The fingerprint of the text alone: the site may change around it."""
        return hashlib.sha256("\n".join(line.text for line in self.lines).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What a saved page says. An empty string stands for what it leaves out or gives as N/A."""

    path: str
    archive: str
    archive_publisher: str
    contents_title: str
    contents: tuple[str, ...]
    details: dict[str, str]
    tags: tuple[str, ...]
    sections: tuple[TextSection, ...]
    copyright: str
    problems: tuple[Problem, ...]

    @property
    def fingerprint(self) -> str:
        """sha256 over texts and details: pages that share it hold the same document.

        The texts alone do not tell: two entries of different years may have the same words.
        """
        said = [section.sha256 for section in self.sections]
        said += (f"{label}\t{value}" for label, value in sorted(self.details.items()))
        return hashlib.sha256("\n".join(said).encode()).hexdigest()


def read(data: bytes, path: str, encoding: str = "") -> SavedPage:
    """Bytes of one saved page → SavedPage.

    ``path`` is only named in messages; ``encoding`` is one other than UTF-8, if the user says so.
    Raises Refused where the page is not of this kind, is cut off, has no text, or has bytes of
    another encoding.
    """
    lines, problems = decode(data, path, encoding)
    texts = [line.strip() for line in lines]
    if not any(texts):
        raise Refused(Problem("empty-file", Place(path)))
    end = details_start(texts, path)
    starts = sections_of(texts, end, path)
    first = starts[0].line
    below = lines[end + 1 :]
    places = label_places(below)
    details = dict(labelled(below, places))
    if "AOC Volume" not in details and not any(map(bullet, texts[end:])):
        facts = {"landmark": "AOC Volume"}
        raise Refused(Problem("page-cut-off", Place(path, last_line(texts)), "", facts))
    viewer = texts[viewer_start(texts, first) : first]
    problems += said_twice(viewer, details, path)
    problems += repeated(lines, texts, starts, end, path)
    problems += (
        Problem("detail-unknown", Place(path, end + 2 + i, 1), below[i], {"label": label})
        for i, label in unknown_labels(below, places)
    )
    details["Author"] = details.get("Author", "") or byline(viewer)
    details["AOC Volume"] = details.get("AOC Volume", "") or volume_line(viewer)
    if not details.get("Document Title"):
        raise Refused(Problem("landmark-missing", Place(path), "", {"landmark": "Document Title"}))
    title, entries = contents(texts[:first])
    sections = tuple(text_sections(lines, starts, end))
    if all(section.empty for section in sections):
        raise Refused(Problem("empty-text", Place(path, first + 1)))
    archive, archive_publisher = masthead(texts)
    return SavedPage(
        path=path,
        archive=archive,
        archive_publisher=archive_publisher,
        contents_title=title,
        contents=entries,
        details={label: value for label, value in details.items() if label != "Tags"},
        tags=tags(details.get("Tags", "")),
        sections=sections,
        copyright="; ".join(stated_rights(texts[end:], below, places)),
        problems=tuple(problems),
    )


# ---------------------------------------------------------------- landmarks


def details_start(texts: Sequence[str], path: str) -> int:
    """Where `Document Details` stands: the last time, because a text may say these words too.

    So may a description, but below the landmark itself the title follows.
    """
    found = [i for i, text in enumerate(texts) if text == "Document Details"]
    titled = (i for i in reversed(found) if "".join(texts[i + 1 : i + 2]).startswith(LABELS[0]))
    if found:
        return next(titled, found[-1])
    has_section = any(section_start(texts, i) for i in range(len(texts)))
    known = has_section or "Table of Contents" in texts
    code = "page-cut-off" if known else "not-a-saved-page"
    facts = {"landmark": "Document Details"}
    raise Refused(Problem(code, Place(path, last_line(texts)), "", facts))


def last_line(texts: Sequence[str]) -> int:
    """The number of the last line that says something."""
    return max((number for number, text in enumerate(texts, start=1) if text), default=0)


@dataclass(frozen=True, slots=True)
class SectionStart:
    """A section's label and, below it, the viewer's count of its page marks."""

    kind: SectionKind
    line: int  # of the label, from 0
    page_marks: int


def section_start(texts: Sequence[str], i: int) -> SectionStart | None:
    """The section that starts here, as the viewer prints it: `Translation` and, below, `/ 3`."""
    if texts[i] not in SECTION_LABELS or i + 1 == len(texts):
        return None
    counter = COUNTER.fullmatch(texts[i + 1])
    return SectionStart(SECTION_LABELS[texts[i]], i, int(counter.group(1))) if counter else None


def sections_of(texts: Sequence[str], end: int, path: str) -> list[SectionStart]:
    """The sections before the details: of translations the first, of transcriptions the last."""
    labels = (i for i, text in enumerate(texts[:end]) if text in SECTION_LABELS)
    starts = [start for i in labels if (start := section_start(texts, i))]
    translations = [s for s in starts if s.kind is SectionKind.TRANSLATION][:1]
    transcriptions = [s for s in starts if s.kind is SectionKind.TRANSCRIPTION][-1:]
    found = sorted(translations + transcriptions, key=lambda start: start.line)
    if not found:
        raise Refused(
            Problem("landmark-missing", Place(path), "", {"landmark": "Translation, / N"})
        )
    return found


def repeated(
    lines: Sequence[str], texts: Sequence[str], starts: Sequence[SectionStart], end: int, path: str
) -> Iterator[Problem]:
    """The first landmark that stands inside a text, as on a page that was saved twice in one file.

    A text may say the words of a landmark too, but not with what follows it: a section's counter,
    or the title below `Document Details`.
    """
    known = {start.line for start in starts}
    for i in range(starts[0].line + 1, end):
        below = "".join(texts[i + 1 : i + 2])
        details = texts[i] == "Document Details" and below.startswith(LABELS[0])
        if i not in known and (details or section_start(texts, i)):
            facts = {"landmark": texts[i]}
            yield Problem("landmark-repeated", Place(path, i + 1, 1), lines[i], facts)
            return


def text_sections(
    lines: Sequence[str], starts: Sequence[SectionStart], end: int
) -> Iterator[TextSection]:
    """The lines of each section without its label, its counter and the viewer's controls."""
    stops = [start.line for start in starts[1:]] + [end]
    spans = [lines[start.line + 2 : stop] for start, stop in zip(starts, stops, strict=True)]
    known = CONTROLS | shared_controls(spans)
    for start, span in zip(starts, spans, strict=True):
        first = 0
        while first < len(span) and bullet(span[first]) in known:
            first += 1
        numbered = map(SourceLine, count(start.line + first + 3), span[first:])
        yield TextSection(start.kind, start.page_marks, tuple(numbered))


def shared_controls(spans: Sequence[Sequence[str]]) -> frozenset[str]:
    """Bullets that open both sections alike: controls, even those of a newer viewer."""
    shared = []
    for pair in zip(*(map(bullet, span) for span in spans), strict=False):
        if len(pair) < 2 or not pair[0] or len(set(pair)) > 1:
            break
        shared.append(pair[0])
    return frozenset(shared)


# ---------------------------------------------------------------- what the page says


def masthead(texts: Sequence[str]) -> tuple[str, str]:
    """The archive and its publisher: the first two lines, where the menu follows."""
    menu = next((i for i, text in enumerate(texts[:8]) if bullet(text)), 0)
    return (texts[0], texts[1]) if menu >= 2 and all(texts[:2]) else ("", "")


def contents(texts: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Heading and entries of the volume's contents, as printed beside the document."""
    if "Table of Contents" not in texts:
        return "", ()
    listed = texts[texts.index("Table of Contents") + 1 :]
    printed, behind, _ = "\n".join(listed).partition("Previous document")
    listed = listed[: printed.count("\n")] if behind else []
    heading = next((text for text in listed if text and not bullet(text)), "")
    entries = (text[1:].strip() for text in listed if text.startswith(BULLET))
    return heading, tuple(filter(None, entries))


def viewer_start(texts: Sequence[str], before: int) -> int:
    """Where the viewer's own head begins: after the contents and the archive's year."""
    return next((i for i in range(before - 1, -1, -1) if texts[i] == "View:"), before)


def byline(viewer: Iterable[str]) -> str:
    return stated(next((text[3:] for text in viewer if text.startswith("By ")), ""))


def said_twice(viewer: Sequence[str], details: Mapping[str, str], path: str) -> Iterator[Problem]:
    """What the viewer's head says otherwise than the details, which count."""
    for label, shown in (("Author", byline(viewer)), ("AOC Volume", volume_line(viewer))):
        said = details.get(label, "")
        if said and shown and not bullet(shown) and shown.split() != said.split():
            facts = {"label": label, "shown": shown, "said": said}
            yield Problem("details-disagree", Place(path), "", facts)


def volume_line(viewer: Sequence[str]) -> str:
    """The volume as the viewer names it, below the byline and above its controls."""
    above = takewhile(lambda text: text != "Image view", viewer[1:])
    return stated(next((text for text in above if text and not text.startswith("By ")), ""))
