"""Signs in the words that a line takes up from the text before it."""

from converter.evidence.between import prefixed
from converter.evidence.sign import AnchorSign, Scene, counted
from converter.lines import Reading

R = Reading

ECHOES = (
    AnchorSign(
        "repeats",
        "a note begins with the word it explains",
        lambda s, i, b: prefixed(i, b, repeats(s, i, b)),
        yes={
            "We met old Vik.|>Ole Vik, pilot.": "last word",
            "We met Vik there.|>Ole Vik, pilot.": "name",
            "<We met Vik there.|See p. 4.|>Ole Vik, pilot.": "behind a note: name",
        },
        no=("We met Vik at the old pier.|>Ole Vik, pilot.",),
    ),
    AnchorSign(
        "repeats and describes",
        "a name at the anchor is repeated, and who that was is told",
        lambda s, i, b: repeats(s, i, b) if s.lines[i].life else "",
        yes={
            "We met old Vik.|>Ole Vik, pilot.": "last word",
            "We met Vik there.|>Ole Vik, pilot.": "name",
        },
        no=("We met old Vik.|>Ole Vik laughed.",),
        expected={"last word": {R.NOTE: 3}, "name": {R.NOTE: 1.5}},
    ),
    AnchorSign(
        "shared names",
        "a note names again what the sentence with its anchor named",
        lambda s, i, b: prefixed(i, b, counted(shared_names(s, i, b), 2)),
        yes={
            "We met Vik at the quay.|>Ole Vik, pilot.": "1",
            "Vik met Brandt.|>Letter of Vik to Brandt.": "2",
            "<We met Vik.|See p. 4.|>Ole Vik, pilot.": "behind a note: 1",
        },
        no=("We met the pilot.|>Ole Vik, pilot.",),
    ),
    AnchorSign(
        "shared words",
        "a note takes up words of the sentence with its anchor, but so does what goes on telling",
        lambda s, i, b: prefixed(i, b, counted(shared_words(s, i, b), 3)),
        yes={
            "We met the pilot.|>The pilot laughed.": "1",
            "The pilot sang in the fog of the harbour.|>Pilot songs: of fog, of the harbour.": "2",
            "<We met the pilot.|See p. 4.|>The pilot laughed.": "behind a note: 1",
        },
        no=("The fog had come.|>The fog of 1937.",),
    ),
    AnchorSign(
        "bridge",
        "the text goes on over a note as if the note were not there",
        lambda s, i, b: bridge(s, i, b),
        yes={
            "The pilot laughed.|>Brandt, p. 4.|Then the pilot sang.": "over it",
            "The pilot laughed.|>The Board met.|The pilot left the Board.": "from both",
            "The pilot laughed.|>A member of the Board.|That member had come.": "from it",
        },
        no=("The pilot laughed.|>Brandt, p. 4.",),
    ),
)


def repeats(scene: Scene, i: int, body: int) -> str:
    """Whether a word at the anchor stands again where the line begins."""
    last = scene.lines[body].anchor
    first = scene.lines[i].first
    if last and last[-1] in first:
        return "last word"
    for word in last:
        if word in first and word[0].isupper():
            return "name"
    return ""


def shared_words(scene: Scene, i: int, body: int) -> int:
    return len(scene.lines[body].tail & scene.lines[i].opening)


def shared_names(scene: Scene, i: int, body: int) -> int:
    return len(scene.lines[body].tail_names & scene.lines[i].capitals)


def bridge(scene: Scene, i: int, body: int) -> str:
    """Whether the next line has more words from the text before than from this line."""
    if i + 1 >= len(scene.lines):
        return ""
    after = scene.lines[i + 1].opening
    before, here = len(after & scene.lines[body].tail), len(after & scene.lines[i].opening)
    if before == here:
        return "from both" if before else ""
    return "over it" if before > here else "from it"
