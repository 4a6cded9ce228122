"""Signs in the form of a line: how long it is, how it begins and ends."""

from converter.evidence.sign import YES, Sign, step, when
from converter.line_rules.questions import begins_with_date, listed
from converter.lines import Reading

R = Reading
LENGTHS = (0, 20, 40, 60, 90, 140, 250, 500, 1000)

FORM = (
    Sign(
        "length",
        "notes are shorter than paragraphs, and longer than headings",
        lambda s, i: step(len(s.lines[i].text), LENGTHS),
        yes={
            "We sailed at night.": "0",
            "We sailed at midday.": "20",
            "We sailed at noon, and by night we saw the lights of Port Amsel.": "60",
        },
    ),
    Sign(
        "begins",
        "a small letter goes on with a sentence, a number or a dash begins a point",
        lambda s, i: s.lines[i].begins,
        yes={
            "and so we sailed.": "small letter",
            "— and so we sailed.": "small letter",
            "3. Tar for the boats.": "number",
            "1937 was a year of fog.": "figure",
            "— Ahoy!": "dash",
            "“Ahoy!”": "quotation mark",
            "(Laughter on the quay.)": "bracket",
            "ru:Туман рассеялся.": "capital",
        },
    ),
    Sign(
        "ends",
        "a note ends with a full stop, a heading or a sentence that is cut does not",
        lambda s, i: s.lines[i].ends,
        yes={
            "The fog lifted.": "stop",
            "The fog lifted": "open",
            "The fog lifted, and then we": "open",
            "Dear Anna,": "comma",
            "The pilot said:": "colon",
            "Fog in the morning;": "semicolon",
            "He called “Ahoy!”": "quotation mark",
            "The fog lifted (at last)": "bracket",
            "The night of 4 June 1937": "figure",
        },
    ),
    Sign(
        "like a heading",
        "a few words without the end of a sentence are a heading, or a line of a letter",
        lambda s, i: when(len(s.lines[i].words) <= 12 and s.lines[i].unfinished),
        yes={"The night of the fog": YES, "Dear Anna,": YES},
        no=(
            "The fog lifted.",
            "That night, when the fog had lifted at last, we saw the lights of",
        ),
    ),
    Sign(
        "name alone",
        "a name that stands alone is a signature, a heading or a participant",
        lambda s, i: when(s.lines[i].name_alone),
        yes={"Ole Vik": YES, "A. Brandt": YES, "ru:Анна Брандт": YES},
        no=("Ole Vik laughed", "Ahoy."),
    ),
    Sign(
        "item of a list",
        "a bullet, or a dash and a small letter below a colon, goes on with a list of the text",
        lambda s, i: when(listed(s.views[i])),
        yes={"We need:|>• tar": YES, "We need:|>– rope,|– tar.": YES},
        no=("He called:|>— Ahoy!", "We need:|– rope,|>– tar."),
        expected={YES: {R.NOTE: -1}},
    ),
    Sign(
        "begins with a date",
        "a date at the beginning tells what happened then, in a diary or in a note",
        lambda s, i: when(bool(s.lines[i].figures) and begins_with_date(s.views[i])),
        yes={"3 June 1937. Fog all day.": YES, "de:3. Juni. Nebel.": YES, "ru:3 июня. Туман.": YES},
        no=("On 3 June there was fog.",),
    ),
)
