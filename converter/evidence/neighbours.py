"""Signs in the lines around a line: what begins, cites or speaks before and behind it."""

from converter.evidence.sign import YES, Scene, Sign, counted, when

NEIGHBOURS = (
    Sign(
        "three beginnings",
        "a line unlike its neighbours, which are alike, is not one of them",
        lambda s, i: (
            ", ".join(s.lines[k].begins for k in (i - 1, i, i + 1))
            if 0 < i < len(s.lines) - 1
            else ""
        ),
        yes={
            "3. Tar.|>The Board paid late.|4. Rope.": "number, capital, number",
            "We met|>Ole Vik, pilot.|at the quay.": "capital, capital, small letter",
        },
        no=("3. Tar.|>The Board paid late.",),
    ),
    Sign(
        "next line begins",
        "a sentence that a note interrupted goes on behind it with a small letter",
        lambda s, i: s.lines[i + 1].begins if i + 1 < len(s.lines) else "nothing",
        yes={
            "We met|>Ole Vik, pilot.|at the quay.": "small letter",
            "We met Vik.|>Ole Vik, pilot.|“Ahoy!”": "quotation mark",
            "We met Vik.|>Ole Vik, pilot.": "nothing",
        },
    ),
    Sign(
        "next page begins",
        "a sentence that a note interrupted may go on only on the next page",
        lambda s, i: (
            s.lines[i + 1].begins if i + 1 < len(s.lines) and s.views[i].mark_after else ""
        ),
        yes={
            "We met|>Ole Vik, pilot.|Page 12|at the quay.": "small letter",
            "We met Vik.|>Ole Vik, pilot.|Page 12|It rained.": "capital",
        },
        no=("We met|>Ole Vik, pilot.|at the quay.",),
    ),
    Sign(
        "line after next begins",
        "two notes in a row may interrupt one sentence",
        lambda s, i: s.lines[i + 2].begins if i + 2 < len(s.lines) else "",
        yes={
            "We met|>Ole Vik, pilot.|Ibid., p. 4.|at the quay.": "small letter",
            "We met|>Ole Vik, pilot.|at the quay.|It rained.": "capital",
        },
        no=("We met|>Ole Vik, pilot.|at the quay.",),
    ),
    Sign(
        "next line cites",
        "where one note stands, another often follows",
        lambda s, i: counted(s.lines[i + 1].citation, 3) if i + 1 < len(s.lines) else "",
        yes={
            "We met Vik.|>Ole Vik, pilot.|Pilots’ log, vol. 2.": "1",
            "We met Vik.|>Ole Vik, pilot.|Port Archive, HB 12 104.": "3",
        },
        no=("We met Vik.|>Port Archive, HB 12 104.|He laughed.",),
    ),
    Sign(
        "next line describes a person",
        "persons named together are explained one below the other",
        lambda s, i: counted(s.lines[i + 1].life, 2) if i + 1 < len(s.lines) else "",
        yes={
            "We met both.|>Ole Vik, pilot.|Anna Brandt, librarian.": "1",
            "We met both.|>Ole Vik, pilot.|Anna Brandt (1890–1951).": "2",
        },
        no=("We met both.|>Ole Vik, pilot.|Anna Brandt laughed.",),
    ),
    Sign(
        "next line opens as notes do",
        "a line between the text and a note is a note, or has the next note's anchor",
        lambda s, i: when(i + 1 < len(s.lines) and s.lines[i + 1].opens_note),
        yes={"We met Vik.|>Ole Vik, pilot.|Ibid., p. 4.": YES},
        no=("We met Vik.|>Ibid., p. 4.|He laughed.",),
    ),
    Sign(
        "next line says I",
        "behind this line the author goes on",
        lambda s, i: when(i + 1 < len(s.lines) and s.lines[i + 1].says_i),
        yes={"We met Vik.|>Ole Vik, pilot.|Then I laughed.": YES},
        no=("We met Vik.|>Then I laughed.|He did not.",),
    ),
    Sign(
        "next line short and open",
        "above a heading a text ends, or a note at its end",
        lambda s, i: when(i + 1 < len(s.lines) and short_open(s, i + 1)),
        yes={"We met Vik.|>Ole Vik, pilot.|The night of the fog|It came at four.": YES},
        no=("We met Vik.|>Ole Vik, pilot.|The fog came.",),
    ),
    Sign(
        "line before ends",
        "a note stands behind its anchor, a paragraph behind a full stop",
        lambda s, i: s.lines[i - 1].ends if i else "",
        yes={
            "We met the pilot|>Ole Vik.|at the quay.": "open",
            "We met the pilot.|>Ole Vik.": "stop",
            "We met the pilot:|>Ole Vik.": "colon",
        },
        no=("=>We met the pilot|Ole Vik.",),
    ),
    Sign(
        "line before cites",
        "a second note often stands behind one that cites",
        lambda s, i: counted(s.lines[i - 1].citation, 3) if i else "",
        yes={
            "We met Vik.|Pilots’ log, vol. 2.|>Ole Vik, pilot.": "1",
            "We met Vik.|Port Archive, HB 12 104.|>Ole Vik, pilot.": "3",
        },
        no=("We met Vik.|>Port Archive, HB 12 104.",),
    ),
    Sign(
        "line before describes a person",
        "persons named together are explained one below the other",
        lambda s, i: counted(s.lines[i - 1].life, 2) if i else "",
        yes={
            "We met both.|Ole Vik, pilot.|>Anna Brandt.": "1",
            "We met both.|Ole Vik (1881–1940), pilot.|>Anna Brandt.": "2",
        },
        no=("We met both.|Ole Vik, as ever, laughed.|>Anna Brandt.",),
    ),
    Sign(
        "line before opens as notes do",
        "behind a note stands the next one, or the text goes on",
        lambda s, i: when(i > 0 and s.lines[i - 1].opens_note),
        yes={"We met Vik.|Ibid., p. 4.|>Ole Vik, pilot.": YES},
        no=("We met Vik.|>Ibid., p. 4.",),
    ),
    Sign(
        "line before says I",
        "the author spoke, and may go on",
        lambda s, i: when(i > 0 and s.lines[i - 1].says_i),
        yes={"Then I laughed.|>He did not.": YES},
        no=("He did not laugh.|>Then I did.",),
    ),
    Sign(
        "line before short and open",
        "behind a heading a text begins, and only a note on the heading could",
        lambda s, i: when(i > 0 and short_open(s, i - 1)),
        yes={"We sailed.|The night of the fog|>It came at four.": YES},
        no=(
            "We sailed.|The night of the fog.|>It came at four.",
            "That evening the whole company went out in two boats to visit the healer"
            "|>Sidor, herbalist.",
        ),
    ),
)


def short_open(scene: Scene, i: int) -> bool:
    return scene.lines[i].unfinished and not scene.lines[i].long
