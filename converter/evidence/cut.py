"""Signs that a line cuts a sentence, or that a sentence goes on in it."""

from converter.evidence.between import behind, marked
from converter.evidence.sign import YES, AnchorSign, Scene, Where, when
from converter.lines import Reading

R = Reading

CUT = (
    AnchorSign(
        "sentence and line",
        "an open sentence goes on with a small letter",
        lambda s, i, b: f"{behind(i, b)}{s.lines[b].state}, {s.lines[i].begins}{marked(s, i)}",
        yes={
            "We met the pilot.|>It rained.": "closed, capital",
            "We met|>the pilot.": "short and open, small letter",
            "We met|Page 12|>the pilot.": "short and open, small letter over a page mark",
            "<We met|Ole Vik, pilot.|>at the quay.": "behind a note: short and open, small letter",
            "That evening the whole company went out in two boats to visit the healer"
            "|>Sidor, herbalist.": "open, capital",
        },
    ),
    AnchorSign(
        "cut",
        "a note cuts the sentence with its anchor, which goes on behind it",
        lambda s, i, b: f"{behind(i, b)}{s.lines[b].state}, {s.lines[i].form}, {s.follows[i]}",
        yes={
            "That evening the whole company went out in two boats to visit the healer"
            "|>Sidor, herbalist.|and to see his herbs.": "open, closed, runs on",
            "That evening the whole company went out in two boats to visit the healer"
            "|>Sidor, herbalist|and to see his herbs.": "open, unclosed, runs on",
            "We met|>Ole Vik, pilot.|at the quay.": "short and open, closed, runs on",
            "We met Vik.|>Ole Vik, pilot.|It rained.": "closed, closed, begins",
            "<We met|Ole Vik, pilot.|>at the quay.": (
                "behind a note: short and open, runs on, nothing"
            ),
        },
        expected={
            "open, closed, runs on": {R.NOTE: 2},
            "open, unclosed, runs on": {R.NOTE: 1},
            "short and open, closed, runs on": {R.NOTE: 1},
        },
    ),
    AnchorSign(
        "cut before a page mark",
        "a note at the foot of a page cuts the sentence, which goes on behind the page mark",
        lambda s, i, b: (
            f"{s.lines[b].state}, {s.lines[i].form}, {s.follows[i]}"
            if s.views[i].mark_after
            else ""
        ),
        yes={
            "We met|>Ole Vik, pilot.|Page 12|at the quay.": "short and open, closed, runs on",
            "We met Vik.|>Ole Vik, pilot.|Page 12|It rained.": "closed, closed, begins",
        },
        no=("We met|>Ole Vik, pilot.|at the quay.",),
    ),
    AnchorSign(
        "two in a row",
        "two notes may cut one sentence",
        lambda s, i, b: s.lines[b].state if two_in_a_row(s, i, b) else "",
        yes={
            "We met both|>Ole Vik, pilot.|Anna Brandt.|at the quay.": "short and open",
            "That evening the whole company went out in two boats to visit the healer"
            "|>Sidor, herbalist.|Ibid., p. 4.|and to see his herbs.": "open",
        },
        no=("We met both.|>Ole Vik, pilot.|Anna Brandt.|at the quay.", "We met|>Vik.|at the quay."),
    ),
    AnchorSign(
        "second line in a cut",
        "a second line in a sentence still cut goes on with the note before it",
        lambda s, i, b: when(second_in_cut(s, i, b)),
        yes={
            "<We went up the hill in the rain to look at the school of navigation, which quarrelled"
            "|The school was founded in 1871.|>Its archive burned in 1941.|with its library.": YES,
        },
        no=(
            "<We went up the hill in the rain to look at the school of navigation, which quarrelled"
            "|The school was founded in 1871.|>Cf. Brandt, p. 4.|with its library.",
            "<We went up the hill.|The school was founded in 1871.|>Its archive burned.|with it.",
        ),
        expected={YES: {R.NOTE_GOES_ON: 4}},
        where=Where.BEHIND_NOTE,
    ),
    AnchorSign(
        "short in a cut",
        "a few words in the midst of a sentence explain a word of it",
        lambda s, i, b: when(
            len(s.lines[i].text) < 60 and s.lines[b].unfinished and s.follows[i] == "runs on"
        ),
        yes={"We met|>Ole Vik, pilot.|at the quay.": YES},
        no=(
            "We met Vik.|>Ole Vik, pilot.|at the quay.",
            "We met|>Ole Vik, pilot of the northern channel for as long as anybody knew.|at noon.",
        ),
        expected={YES: {R.NOTE: 2.5}},
    ),
)


def two_in_a_row(scene: Scene, i: int, body: int) -> bool:
    """Open text, two closed lines, and only then a line that runs on."""
    if not scene.lines[body].unfinished or scene.follows[i] != "begins":
        return False
    after = scene.lines[i + 2 : i + 3]
    return bool(after) and after[0].begins == "small letter" and scene.lines[i + 1].closed


def second_in_cut(scene: Scene, i: int, body: int) -> bool:
    """Open text, one note, and a line that neither cites nor describes before the text runs on."""
    line = scene.lines[i]
    before = scene.lines[i - 1]
    speaks = line.citation >= 3 or line.life > 0 or line.opens_note or before.opens_note
    cut = scene.lines[body].unfinished and scene.lines[body].long and i - body == 2
    whole = line.begins == "capital" and line.closed and not speaks
    return cut and whole and scene.follows[i] == "runs on" and before.citation < 3
