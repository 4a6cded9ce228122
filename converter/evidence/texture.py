"""Signs in the texture of a line: its marks, and what share of it figures and capitals are."""

from converter.evidence.sign import YES, Sign, counted, step, when
from converter.evidence.traits import SENTENCE_ENDS, Traits, share

TEXTURE = (
    Sign(
        "more sentences",
        "a note has one or two sentences more often than many",
        lambda s, i: counted(len(SENTENCE_ENDS.findall(s.lines[i].text)), 3),
        yes={
            "The fog lifted. We sailed.": "1",
            "Fog. Rain. Fog again! Then the sun. We sailed.": "3",
        },
        no=("The fog lifted at 4 p.m. or so.",),
    ),
    Sign(
        "quotation marks",
        "speech is told in quotation marks, and titles are cited in them",
        lambda s, i: step(quotation_marks(s.lines[i]), (0, 1, 3)).strip("0"),
        yes={"“Ahoy,” said Vik.": "1", "“Ahoy,” said Vik, “we sail.”": "3"},
        no=("The ‘Adelheid’ sailed.",),
    ),
    Sign(
        "round bracket",
        "an author's aside, or dates and sources of an editor",
        lambda s, i: when("(" in s.lines[i].text),
        yes={"The fog lifted (at last).": YES},
        no=("The fog lifted, at last.",),
    ),
    Sign(
        "square bracket",
        "what an editor put into the author's text stands in square brackets",
        lambda s, i: when("[" in s.lines[i].text),
        yes={"The fog [of 4 June] lifted.": YES},
        no=("The fog (of 4 June) lifted.",),
    ),
    Sign(
        "share of figures",
        "references are full of figures, telling is not",
        lambda s, i: step(
            share(sum(map(str.isdigit, s.lines[i].pieces.odd)), len(s.lines[i].text)),
            (0, 1, 4, 8, 15),
        ),
        yes={
            "The fog lifted.": "0",
            "The fog lifted at 4.": "4",
            "Port Archive, HB 12 104.": "15",
        },
    ),
    Sign(
        "share of capitals",
        "names and references have more capitals than telling has",
        lambda s, i: step(
            share(s.lines[i].capital_words, len(s.lines[i].words)),
            (0, 10, 20, 35, 50, 80),
        ),
        yes={"and so we sailed.": "0", "Then Ole laughed.": "50", "Port Archive, Amsel.": "80"},
    ),
    Sign(
        "share of the commonest words",
        "telling is full of small words, references are not",
        lambda s, i: step(
            share(s.lines[i].short_words, len(s.lines[i].words)), (0, 10, 20, 30, 40)
        ),
        yes={
            "Port Archive, HB 12 104.": "0",
            "Vik sailed at four from Amsel.": "10",
            "It was in the fog that he had come.": "40",
        },
    ),
    Sign(
        "capitals only",
        "a heading may be printed in capitals, a note hardly ever is",
        lambda s, i: when(s.lines[i].text.isupper()),
        yes={"THE NIGHT OF THE FOG": YES},
        no=("NRO, HB 12 104, log.",),
    ),
)


def quotation_marks(line: Traits) -> int:
    """How many there are; a piece with one is more than a word."""
    return sum(map(line.pieces.odd.count, '“”"«»„')) if line.pieces.odd else 0
