"""Classify: the evidence reads each line of a section, and a rule says what kind of line it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from converter.choices import DECIDED, as_decided, kind_of, reading_of
from converter.decode import SourceLine
from converter.evidence import Verdict, judge, scene_of
from converter.evidence.sign import Scene
from converter.evidence.weights import WeightTable, shipped
from converter.languages import Language
from converter.line_rules import claim, claiming
from converter.line_rules.structure import STRUCTURE
from converter.lines import NOTES, OPENINGS, Line, LineKind, Reading, View
from converter.marks import PageMark, commentaries, page_marks
from converter.signs import citation_signs, first_person, life_signs, unfinished

BY_EVIDENCE = (*NOTES, LineKind.CONTINUATION, LineKind.PARAGRAPH)
MARK = Verdict(Reading.BEGINS, 1.0, Reading.BEGINS)  # of a page mark, which no evidence reads
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
    table: WeightTable | None = None,
) -> Claimed:
    """All lines of one section → its visible lines, each claimed by the first rule that fits.

    ``decisions`` gives the kinds that an editor decided, by the numbers of the lines; where such a
    kind cannot stand, the rules go on claiming. ``table`` are the weights of the evidence, those
    of the program if none.
    """
    sight = Sight(lines, title, tongue)
    text = [i for i in sight.visible if i not in sight.marks]
    scene, fixed = staged(sight, text, decisions)
    verdicts = dict(zip(text, judge(scene, fixed, table or shipped()), strict=True))
    state = State()
    for i in sight.visible:
        found = verdicts.get(i, MARK)
        view = sight.views[i]._replace(
            last=state.last, body=state.body, opening=state.opening,
            mark_before=state.mark, reading=found.reading, probability=found.probability,
        )  # fmt: skip
        number = lines[i].number
        line = claim(view, number, closes=view.closes_commentary)
        if found is not MARK:
            guessed = line.kind in BY_EVIDENCE and line.otherwise is not None
            otherwise = kind_of(found.otherwise) if guessed else line.otherwise
            if found.signs or otherwise is not line.otherwise:
                line = replace(line, otherwise=otherwise, signs=found.signs)
        state.take(as_decided(line, decisions.get(number), view))
    decided = {line.number for line in state.claimed if line.rule == DECIDED}
    followed = {number: kind for number, kind in decisions.items() if number in decided}
    if len(followed) < len(decisions):  # what cannot stand must not bend its neighbours either
        return classify(lines, title, tongue, followed, table)
    return Claimed(tuple(state.claimed), tuple(lines[i] for i in sight.unclosed))


class Sight:
    """The lines of a section as they stand on the page, before anything is known of their kinds."""

    def __init__(self, lines: Sequence[SourceLine], title: str, tongue: Language) -> None:
        spans, self.unclosed = commentaries(lines)
        self.lines, self.tongue = lines, tongue
        self.marks = page_marks(lines, lambda i: is_page_of_a_note(i, lines, tongue))
        self.visible = [i for i, line in enumerate(lines) if not line.blank]
        self.views: dict[int, View] = {}
        opens = {span.first for span in spans}
        closes = {span.last for span in spans}
        inside = {i for span in spans for i in range(span.first, span.last + 1)}
        words = [i for i in self.visible if i not in self.marks]
        texts = [lines[i].text for i in words]
        mark: PageMark | None = None
        count, before = 0, ""
        last: Line | None = None
        for position, i in enumerate(self.visible):
            later = count + (i not in self.marks)
            self.views[i] = View(
                text=lines[i].text,
                tongue=tongue,
                title=title,
                position=position,
                last=last,
                body=before,
                mark=self.marks.get(i),
                mark_before=mark,
                blank_before=i > 0 and lines[i - 1].blank and mark is None,
                opens_commentary=i in opens,
                closes_commentary=i in closes,
                commentary=i in inside,
                opening=False,
                following=tuple(texts[later : later + 5]),
                mark_after=self.visible[position + 1 : position + 2] != words[later : later + 1],
                remaining=len(words) - later,
            )
            mark = self.marks.get(i)
            if mark is None:
                count, before = later, lines[i].text
                last = Line(lines[i].number, before, LineKind.PARAGRAPH, "", 1.0)


def staged(
    sight: Sight, text: Sequence[int], decisions: Mapping[int, LineKind]
) -> tuple[Scene, dict[int, Reading]]:
    """The scene of the lines of text, and the readings that the page or an editor has settled."""
    views = [sight.views[i] for i in text]
    fixed: dict[int, Reading] = {}
    headed = False
    for at, view in enumerate(views):
        claims = claiming(STRUCTURE, view)
        if claims is not None:
            fixed[at] = reading_of(claims.kind)
            headed = headed or (at == 0 and claims.kind is LineKind.HEAD)
    scene = scene_of(views, headed, sight.tongue)
    for at in range(2, len(text)):
        if cut_by_endnotes(scene, at):
            fixed[at - 1], fixed[at] = Reading.NOTE, Reading.NOTE_GOES_ON
    for at, i in enumerate(text):
        if (kind := decisions.get(sight.lines[i].number)) is not None:
            fixed[at] = reading_of(kind)
    return scene, fixed


def cut_by_endnotes(scene: Scene, at: int) -> bool:
    """A page of the endnotes begins here, and the reference before it has not ended."""
    mark, before = scene.views[at].mark_before, scene.lines[at - 1]
    return mark is not None and not mark.in_order and not before.closed and before.citation >= 3


def is_page_of_a_note(i: int, lines: Sequence[SourceLine], tongue: Language) -> bool:
    """The page mark stands behind a closed sentence and before a line that speaks as notes do.

    A page of the text does not begin with a footnote, so it is the page of an endnote.
    """
    before = next((line.text for line in reversed(lines[max(0, i - 5) : i]) if not line.blank), "")
    if unfinished(before, tongue):
        return False
    after = next((line.text for line in lines[i + 1 : i + 6] if not line.blank), "")
    cites = citation_signs(after, tongue) >= 3 and not first_person(after, tongue)
    return cites or life_signs(after, tongue) >= 3


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
