"""Gather: from claimed lines to paragraphs, lists and parts of a letter, in divisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from converter.flow import LAYOUT, Flow, Lexicon
from converter.lines import Line, LineKind
from converter.marks import PageMark
from converter.model import Certainty, Division, DivisionKind, Inlines, Note, PageBreak
from converter.parts import ENDING, OPENING, OpenDivision, Part, finished
from converter.signs import POINT

K = LineKind


@dataclass(frozen=True, slots=True)
class Gathered:
    """A section as blocks, their inlines not yet read; and the hyphens kept at page breaks.

    A kept hyphen is given by the line of its paragraph and its word.
    """

    first_page: PageBreak
    head: Inlines
    head_certainty: Certainty
    divisions: tuple[Division, ...]
    kept_hyphens: tuple[tuple[int, str], ...]


def gather(lines: Sequence[Line], known: Lexicon, prefix: str = "") -> Gathered:
    """Claimed lines of one section → its head and divisions; ``prefix`` (``t-``) begins all ids."""
    gatherer = Gatherer(known, prefix)
    first_page = PageBreak(None, gatherer.page_id("first"))
    for line in lines:
        gatherer.take(line)
    return gatherer.done(first_page)


class Gatherer:
    """Takes lines one by one; every line goes on with the flow before it or begins a new one."""

    def __init__(self, known: Lexicon, prefix: str) -> None:
        self.known, self.prefix = known, prefix
        self.head = Flow()
        self.divisions = [OpenDivision(DivisionKind.TEXT)]
        self.flow: Flow | None = None  # where a note or a continuation belongs
        self.note: list[Flow] = []  # paragraphs of the note under way
        self.note_line: Line | None = None
        self.endnote = False
        self.marks: list[PageBreak] = []  # met since the last text
        self.first_of_endnotes: int | None = None  # of these marks, the first out of order
        self.counts: dict[str, int] = {}

    # -------------------------------------------------------- ids

    def number(self, what: str) -> int:
        self.counts[what] = self.counts.get(what, 0) + 1
        return self.counts[what]

    def page_id(self, number: str) -> str:
        again = self.number(f"pb-{number}")
        return f"{self.prefix}pb-{number}" + (f"-{again}" if again > 1 else "")

    # -------------------------------------------------------- lines

    def take(self, line: Line) -> None:
        text = line.text.strip(LAYOUT)
        if line.kind is K.OPENS_COMMENTARY:
            text = text[1:]
        if line.closes:
            text = text.removesuffix("]")
        if line.kind is K.PAGE_MARK and line.mark is not None:
            self.take_mark(line.mark)
        elif line.kind in (K.NOTE, K.TITLE_NOTE):
            self.begin_note(line, text)
        elif line.kind in (K.NOTE_GOES_ON, K.NOTE_PARAGRAPH):
            self.continue_note(line, text)
        else:
            self.finish_note()
            self.take_text(line, text)
        if line.closes:
            self.finish_note()
            self.flush_marks()
            self.begin_division(DivisionKind.TEXT)

    def take_mark(self, mark: PageMark) -> None:
        page = PageBreak(mark.number, self.page_id(mark.number))
        if not mark.in_order and self.first_of_endnotes is None:
            self.first_of_endnotes = len(self.marks)
        self.marks.append(page)

    def take_text(self, line: Line, text: str) -> None:
        if line.kind is K.HEAD:
            self.flow = self.head
            self.add(self.head, text, line)
        elif line.kind is K.CLOSES_COMMENTARY:
            return
        elif line.kind is K.OPENS_COMMENTARY and not text:  # a bracket on a line of its own
            self.begin_division(DivisionKind.COMMENTARY)
        elif line.kind is K.CONTINUATION and self.flow is not None:
            self.add(self.flow, text, line)
        else:
            self.add(self.begin(line), text, line)

    def add(self, flow: Flow, text: str, line: Line) -> None:
        flow.marks += self.taken_marks()
        flow.confidence = min(flow.confidence, line.confidence)
        flow.line = flow.line or line.number
        flow.add_text(text, self.known)

    def begin(self, line: Line) -> Flow:
        """A new block, or the next line of an opening, an ending or a list."""
        kind = line.kind
        if kind is K.OPENS_COMMENTARY:
            self.begin_division(DivisionKind.COMMENTARY)
        part = self.same_part(kind)
        if part is None:
            if self.after_ending(kind):
                self.begin_division(DivisionKind.TEXT)
            self.flush_marks()
            point = POINT.match(line.text) if kind is K.POINT else None
            label = next(filter(None, point.groups()), "") if point else ""
            part = Part(kind, [], label)
            self.divisions[-1].parts.append(part)
        elif marks := self.taken_marks():
            part.between.setdefault(len(part.flows), []).extend(marks)
        self.flow = Flow()
        part.flows.append((kind, self.flow))
        return self.flow

    def same_part(self, kind: LineKind) -> Part | None:
        """The block under way, where a line of this kind belongs to it."""
        parts = self.divisions[-1].parts
        last = parts[-1] if parts else None
        if not isinstance(last, Part):
            return None
        if kind is K.DATELINE and last.kind in ENDING:
            return last
        together = (OPENING, ENDING, (K.ITEM,))
        return last if any(kind in group and last.kind in group for group in together) else None

    def after_ending(self, kind: LineKind) -> bool:
        """Text behind a signature or postscript: an enclosure, which has a division of its own."""
        parts = reversed(self.divisions[-1].parts)
        last = next((part for part in parts if isinstance(part, Part)), None)
        ends = (*ENDING, K.POSTSCRIPT)
        return last is not None and last.kind in ends and kind not in ends

    def begin_division(self, kind: DivisionKind) -> None:
        """A new division, behind the page breaks met since the last text."""
        self.flow = None
        self.divisions.append(OpenDivision(kind, self.taken_marks()))

    def flush_marks(self) -> None:
        self.divisions[-1].parts += self.taken_marks()

    def taken_marks(self) -> list[PageBreak]:
        """The page breaks met since the last text, which from now on have their place."""
        taken, self.marks, self.first_of_endnotes = self.marks, [], None
        return taken

    # -------------------------------------------------------- notes

    def begin_note(self, line: Line, text: str) -> None:
        self.finish_note()
        carrier = self.flow or self.begin(line)
        at = self.first_of_endnotes
        marks = self.taken_marks()
        carrier.marks += marks[:at]
        self.note_line, self.endnote = line, at is not None
        flow = Flow(marks=[] if at is None else marks[at:])
        flow.add_text(text, self.known)
        self.note = [flow]

    def continue_note(self, line: Line, text: str) -> None:
        if not self.note or line.kind is K.NOTE_PARAGRAPH:
            self.note.append(Flow())
        self.note_line = self.note_line or line
        self.endnote = self.endnote or self.first_of_endnotes is not None
        self.note[-1].marks += self.taken_marks()
        self.note[-1].add_text(text, self.known)

    def finish_note(self) -> None:
        if not self.note or self.note_line is None or self.flow is None:
            return
        number = self.number("n")
        note = Note(
            id=f"{self.prefix}n{number}",
            number=number,
            paragraphs=tuple(flow.done() for flow in self.note),
            at_end=self.endnote,
            certainty=Certainty.of(self.note_line.confidence),
            line=self.note_line.number,
        )
        self.flow.add_note(note)
        self.flow.kept_hyphens += [word for flow in self.note for word in flow.kept_hyphens]
        self.note, self.note_line = [], None

    # -------------------------------------------------------- the whole

    def done(self, first_page: PageBreak) -> Gathered:
        self.finish_note()
        self.flush_marks()
        if not any(isinstance(part, Part) for d in self.divisions for part in d.parts):
            for division in self.divisions:  # a head is all the text there is
                pages = (part for part in division.parts if isinstance(part, PageBreak))
                self.head.inlines += (*division.before, *pages)
        parts = [p for d in self.divisions for p in d.parts if isinstance(p, Part)]
        flows = [flow for part in parts for _, flow in part.flows]
        hyphens = tuple((flow.line, word) for flow in flows for word in flow.kept_hyphens)
        divisions = finished(self.divisions, self.prefix)
        certainty = Certainty.of(self.head.confidence)
        return Gathered(first_page, self.head.done(), certainty, divisions, hyphens)
