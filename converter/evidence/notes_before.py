"""Signs in the notes that stand between a line and the running text before it."""

from converter.evidence.between import marked
from converter.evidence.sign import YES, AnchorSign, Scene, Where, counted, when
from converter.lines import Reading
from converter.signs import POINT

R = Reading

NOTES_BEFORE = (
    AnchorSign(
        "notes between",
        "one note stands behind an anchor more often than two",
        lambda s, i, b: str(min(i - b - 1, 3)),
        yes={
            "We met Vik.|>He laughed.": "0",
            "<We met Vik.|Ole Vik, pilot.|>He laughed.": "1",
            "<We met Vik.|Vik, pilot.|Cf. p. 3.|Ibid.|Ibid., p. 4.|>He laughed.": "3",
        },
    ),
    AnchorSign(
        "note before",
        "a note that has not ended goes on",
        lambda s, i, b: (
            ""
            if i - b < 2
            else (
                f"{'open' if s.lines[i - 1].unfinished else 'closed'}, "
                f"{s.lines[i].begins}{marked(s, i)}"
            )
        ),
        yes={
            "<We met Vik.|Ole Vik, pilot and|>father of Olga.": "open, small letter",
            "<We met Vik.|Ole Vik, pilot.|>He laughed.": "closed, capital",
            "<We met Vik.|Ole Vik, pilot and|Page 12|>father of Olga.": (
                "open, small letter over a page mark"
            ),
        },
        no=("We met old|>father Vik.",),
        where=Where.BEHIND_NOTE,
    ),
    AnchorSign(
        "note before cites",
        "a second note often stands behind one that cites, and so does the text that goes on",
        lambda s, i, b: counted(s.lines[i - 1].citation, 3) if i - b > 1 else "",
        yes={
            "<We met Vik.|Pilots’ log, vol. 2.|>He laughed.": "1",
            "<We met Vik.|Port Archive, HB 12 104.|>He laughed.": "3",
        },
        no=("We met Vik, vol. 2.|>He laughed.",),
        where=Where.BEHIND_NOTE,
    ),
    AnchorSign(
        "note before describes a person",
        "persons named together are explained one below the other",
        lambda s, i, b: counted(s.lines[i - 1].life, 2) if i - b > 1 else "",
        yes={
            "<We met both.|Ole Vik, pilot.|>Anna Brandt.": "1",
            "<We met both.|Ole Vik (1881–1940), pilot.|>Anna Brandt.": "2",
        },
        no=("<We met both.|Ole Vik laughed.|>Anna Brandt.", "Ole Vik, pilot.|>Anna Brandt."),
        where=Where.BEHIND_NOTE,
    ),
    AnchorSign(
        "note runs over a page",
        "a note that a page mark cuts in mid-sentence goes on behind it",
        lambda s, i, b: when(runs_over_page(s, i, b)),
        yes={
            "<We met old Vik|Ole Vik, pilot of the northern channel, who was later to publish his"
            "|Page 12|>memoirs in two volumes.|at the quay.": YES,
        },
        no=(
            "<We met old Vik|Ole Vik, pilot of the northern channel, who later published memoirs."
            "|Page 12|>at the quay.",
            "<We met old Vik|Ole Vik, pilot|Page 12|>at the quay.",
        ),
        expected={YES: {R.NOTE_GOES_ON: 6}},
        where=Where.BEHIND_NOTE,
    ),
)


def runs_over_page(scene: Scene, i: int, body: int) -> bool:
    """The line before, a note, is cut in mid-sentence by a page mark."""
    mark = scene.views[i].mark_before
    if i - body < 2 or mark is None or POINT.match(scene.lines[i].text):
        return False
    before = scene.lines[i - 1]
    return not before.closed and (before.long or not mark.in_order)
