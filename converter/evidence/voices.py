"""Signs of who speaks: the author who tells, or an editor who describes the document."""

from converter.evidence.sign import YES, Sign, counted, when
from converter.evidence.traits import glosses, points_at_passage
from converter.lines import Reading

R = Reading

VOICES = (
    Sign(
        "says I",
        "the author says I and we, an editor hardly ever does",
        lambda s, i: when(s.lines[i].says_i),
        yes={"At noon I wrote to the Board.": YES, "de:Gestern haben wir getanzt.": YES},
        no=("The pilots’ log, vol. I, no. 4.",),
        expected={YES: {R.NOTE: -1}},
    ),
    Sign(
        "words about the document",
        "margin, underlined, handwritten, footnote: who describes a sheet uses several",
        lambda s, i: counted(s.lines[i].witness, 3),
        yes={
            "Vik crossed the channel.": "1",
            "Underlined in pencil.": "2",
            "Handwritten in the margin, in pencil.": "3",
            "ru:Приписка на полях рукой Вика.": "3",
        },
        no=("Vik sailed the channel.",),
        expected={"2": {R.NOTE: 0.5}, "3": {R.NOTE: 0.5}},
    ),
    Sign(
        "short and about the document",
        "a short line with one of these words says what the sheet looks like, a long one tells",
        lambda s, i: when(bool(s.lines[i].witness) and len(s.lines[i].text) < 120),
        yes={"Signed by the pilot.": YES, "de:Am Rand ein Stempel der Hafenkommission.": YES},
        no=(
            "The pilot signed for the tar and the rope, and then the whole company went down to"
            " the quay to see the boats come in with the fog.",
            "The pilot came at noon.",
        ),
        expected={YES: {R.NOTE: 0.5}},
    ),
    Sign(
        "points at the passage",
        "this sentence, the above paragraph: only an editor speaks about the text itself",
        lambda s, i: when(points_at_passage(s.lines[i], s.tongue)),
        yes={
            "This sentence was crossed out.": YES,
            "de:Dieser Satz ist gestrichen.": YES,
            "ru:Эта фраза зачёркнута.": YES,
        },
        no=("This sailor was crossed off the list.",),
        expected={YES: {R.NOTE: 1}},
    ),
    Sign(
        "translates",
        "the name of a language and a colon open the translation of foreign words",
        lambda s, i: when(glosses(s.lines[i], s.tongue)),
        yes={"French: the sea is rising.": YES, "de:Französisch: das Meer steigt.": YES},
        no=("French sailors: five of them.",),
        expected={YES: {R.NOTE: 2}},
    ),
    Sign(
        "begins with a pronoun",
        "he, she and this lean on the sentence before: the line goes on telling",
        lambda s, i: when(s.lines[i].pronoun),
        yes={"He laughed at the fog.": YES, "ru:Он смеялся.": YES},
        no=("Here he laughed.",),
        expected={YES: {R.NOTE: -0.5}},
    ),
)
