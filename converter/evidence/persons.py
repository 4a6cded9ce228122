"""Signs that a person is described: a name, dates of life, a calling."""

from converter.evidence.sign import YES, Sign, counted, when
from converter.evidence.traits import names_calling
from converter.lines import Reading
from converter.signs import LIFE_DATES, LIFE_SPAN

R = Reading

PERSONS = (
    Sign(
        "describes a person",
        "a name, dates of life and a calling are an entry of a biographical dictionary",
        lambda s, i: counted(s.lines[i].life, 3),
        yes={
            "Ole Vik, pilot.": "1",
            "Ole Vik, pilot from 1919 on.": "2",
            "Ole Vik (1881–1940), pilot.": "3",
            "ru:Оле Вик, лоцман, с 1919 г. в порту.": "2",
        },
        no=("Ole Vik, as ever, told stories.", "The old pilot, who told stories, laughed."),
        expected={"2": {R.NOTE: 1.5}, "3": {R.NOTE: 2.5}},
    ),
    Sign(
        "dates of life",
        "who knows when a person was born and died writes it in brackets, and is no witness",
        lambda s, i: when(s.lines[i].year and LIFE_DATES.search(s.lines[i].text) is not None),
        yes={
            "Ole Vik (1881–1940) knew the channel.": YES,
            "Anna Brandt (b. 1890) kept the log.": YES,
            "de:Anna Brandt (geb. 1890) führte das Logbuch.": YES,
        },
        no=("The pier (burned in 1937) was rebuilt.",),
        expected={YES: {R.NOTE: 1}},
    ),
    Sign(
        "span of life at the end",
        "short entries on persons end with the years of birth and death",
        lambda s, i: when(s.lines[i].year and LIFE_SPAN.search(s.lines[i].text) is not None),
        yes={"Ole Vik, pilot; 1881–1940.": YES, "The old pilot (1881–1940).": YES},
        no=("From 1919–1934 he was the pilot.", "He was the pilot 1919–1934."),
        expected={YES: {R.NOTE: 1}},
    ),
    Sign(
        "begins with a name",
        "behind a name, a comma or a bracket begins to say who that was",
        lambda s, i: when(bool(s.lines[i].name)),
        yes={"Ole Vik, as ever, told stories.": YES, "Ludwig von Aebi (the envoy) came.": YES},
        no=("Vik, as ever, told stories.", "The Board, as ever, told stories."),
    ),
    Sign(
        "calling",
        "pilot, ambassador, writer, wife: an editor says what a person was",
        lambda s, i: when(names_calling(s.lines[i], s.tongue)),
        yes={"Vik was a pilot of the channel.": YES, "de:Brandt war Malerin in Amsel.": YES},
        no=("The pilots struck for a day.",),
    ),
)
