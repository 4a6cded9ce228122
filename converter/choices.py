"""Choices: which kinds an editor may give to a line, by what stands before it."""

from dataclasses import replace

from converter.lines import NOTES, Line, LineKind, Reading, View

K = LineKind
DECIDED = "decided"  # the rule of a line whose kind an editor decided
FIXED = (K.PAGE_MARK, K.OPENS_COMMENTARY, K.CLOSES_COMMENTARY)  # the page itself shows these
ANYWHERE = (K.PARAGRAPH, K.POINT, K.ITEM)
GREETINGS = (K.DATELINE, K.ADDRESS, K.SALUTE)
ENDINGS = (K.CLOSING, K.SIGNATURE, K.POSTSCRIPT)
CHOOSABLE = tuple(kind for kind in LineKind if kind not in FIXED)


def choices(last: Line | None, opening: bool, commentary: bool) -> tuple[LineKind, ...]:
    """The kinds a line can have behind the line ``last``, in the order of their table.

    ``opening``: nothing but a head, notes on it and a letter's opening stands before. A head
    further down would move text, and a note must hang on something. A letter opens where a text
    begins, which it also does behind a signature; an editor's commentary has no parts of a letter.
    """
    kinds = set(ANYWHERE)
    if last is None or last.kind is K.HEAD:
        kinds.add(K.HEAD)
    if last is not None:
        kinds |= {K.CONTINUATION, K.NOTE}
    if last is not None and opening:
        kinds.add(K.TITLE_NOTE)
    if last is not None and last.kind in NOTES:
        kinds |= {K.NOTE_GOES_ON, K.NOTE_PARAGRAPH}
    if not commentary:
        kinds |= set(ENDINGS)
    if not commentary and (opening or (last and last.kind in (*GREETINGS, *ENDINGS))):
        kinds |= set(GREETINGS)
    return tuple(kind for kind in LineKind if kind in kinds)


def as_decided(line: Line, kind: LineKind | None, view: View) -> Line:
    """The line as the editor decided it; as it was claimed where nobody did, or it cannot be so.

    Marks and the brackets of a commentary are what the page shows, whatever anybody decides.
    """
    if kind is None or line.kind in FIXED or view.opens_commentary:
        return line
    if kind is not line.kind and kind not in choices(view.last, view.opening, view.commentary):
        return line
    return replace(line, kind=kind, rule=DECIDED, confidence=1.0, otherwise=None)


READINGS = {
    K.NOTE: Reading.NOTE,
    K.TITLE_NOTE: Reading.TITLE_NOTE,
    K.NOTE_GOES_ON: Reading.NOTE_GOES_ON,
    K.NOTE_PARAGRAPH: Reading.NOTE_GOES_ON,
    K.CONTINUATION: Reading.GOES_ON,
    K.PARAGRAPH: Reading.BEGINS,
}


def reading_of(kind: LineKind) -> Reading:
    """How a line of this kind goes with the lines before it."""
    return READINGS.get(kind, Reading.BEGINS)


def kind_of(reading: Reading) -> LineKind:
    """The plainest kind of a line that goes with the lines before it in this way."""
    return next(kind for kind in (K.NOTE_PARAGRAPH, *READINGS) if READINGS[kind] is reading)
