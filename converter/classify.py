"""Classify: one rule claims each line of a section and says what kind it is, and how surely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from converter.choices import as_decided
from converter.decode import SourceLine
from converter.languages import Language
from converter.line_rules import claim
from converter.lines import NOTES, OPENINGS, Line, LineKind, View
from converter.marks import PageMark, commentaries, page_marks
from converter.signs import citation_signs, first_person, life_signs, unfinished

UNDECIDED: Mapping[int, LineKind] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Claimed:
    """The lines of a section and what could not be made sense of: brackets that never close."""

    lines: tuple[Line, ...]
    unclosed: tuple[SourceLine, ...]


def classify(
    lines: Sequence[SourceLine],
    title: str,
    tongue: Language,
    decisions: Mapping[int, LineKind] = UNDECIDED,
) -> Claimed:
    """All lines of one section → its visible lines, each claimed by the first rule that fits.

    ``decisions`` gives the kinds that an editor decided, by the numbers of the lines; where such a
    kind cannot stand, the rules go on claiming.
    """
    spans, unclosed = commentaries(lines)
    opens = {span.first for span in spans}
    closes = {span.last for span in spans}
    inside = {i for span in spans for i in range(span.first, span.last + 1)}
    marks = page_marks(lines, lambda i: is_page_of_a_note(i, lines, tongue))
    visible = [i for i, line in enumerate(lines) if not line.blank]
    words = [i for i in visible if i not in marks]
    state = State()
    for position, i in enumerate(visible):
        later = state.words + (i not in marks)
        view = View(
            text=lines[i].text,
            tongue=tongue,
            title=title,
            position=position,
            last=state.last,
            body=state.body,
            mark=marks.get(i),
            mark_before=state.mark,
            blank_before=i > 0 and lines[i - 1].blank and state.mark is None,
            opens_commentary=i in opens,
            closes_commentary=i in closes,
            commentary=i in inside,
            opening=state.opening,
            following=tuple(lines[k].text for k in words[later : later + 5]),
            mark_after=visible[position + 1 : position + 2] != words[later : later + 1],
            remaining=len(words) - later,
        )
        number = lines[i].number
        line = claim(view, number, closes=i in closes)
        state.take(as_decided(line, decisions.get(number), view))
    return Claimed(tuple(state.claimed), tuple(lines[i] for i in unclosed))


def is_page_of_a_note(i: int, lines: Sequence[SourceLine], tongue: Language) -> bool:
    """The page mark stands behind a closed sentence and before a line that speaks as notes do.

    A page of the text does not begin with a footnote, so it is the page of an endnote.
    """
    after = next((line.text for line in lines[i + 1 : i + 6] if not line.blank), "")
    before = next((line.text for line in reversed(lines[max(0, i - 5) : i]) if not line.blank), "")
    cites = citation_signs(after, tongue) >= 3 and not first_person(after, tongue)
    return (cites or life_signs(after, tongue) >= 3) and not unfinished(before, tongue)


class State:
    """What the pass knows of the lines it has claimed so far."""

    def __init__(self) -> None:
        self.claimed: list[Line] = []
        self.last: Line | None = None
        self.body = ""
        self.mark: PageMark | None = None
        self.opening = True
        self.words = 0

    def take(self, line: Line) -> None:
        self.claimed.append(line)
        if line.mark is not None:
            self.mark = line.mark
            return
        self.words += 1
        self.last, self.mark = line, None
        if line.kind not in NOTES:
            self.body = "" if line.closes else line.text
        if line.kind not in OPENINGS:
            self.opening = False
