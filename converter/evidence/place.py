"""Signs of place: where a line stands in the text and on the page, and what page that is."""

from converter.evidence.sign import YES, Sign, step, when
from converter.lines import Reading

R = Reading

PLACE = (
    Sign(
        "line from the top",
        "what stands straight under the title may be about the document",
        lambda s, i: str(i) if i < 3 else "",
        yes={
            "=>3 June|The fog lifted.": "0",
            "=3 June|>The fog lifted.": "1",
            "=3 June|Fog.|>The fog lifted.": "2",
        },
        no=("=3 June|Fog.|Rain.|>The fog lifted.",),
    ),
    Sign(
        "lines to the end",
        "what stands last may be a signature, or a note on it",
        lambda s, i: str(len(s.lines) - 1 - i) if len(s.lines) - 1 - i < 3 else "",
        yes={
            "We sail at noon.|>Ole Vik": "0",
            ">We sail at noon.|Yours,|Ole Vik": "2",
        },
        no=(">We sail at noon.|In the fog.|Yours,|Ole Vik",),
    ),
    Sign(
        "near the top",
        "a letter opens there",
        lambda s, i: when(i <= 3),
        yes={"=To Anna|Port Amsel|3 June|>Dear Anna,": YES},
        no=("=To Anna|Port Amsel|3 June|Dear Anna,|>We sail at noon.",),
    ),
    Sign(
        "behind a page mark",
        "a page of the text does not begin with a footnote",
        lambda s, i: when(s.views[i].mark_before is not None),
        yes={"We sailed|Page 12|>at noon.": YES},
        no=("We sailed.|Page 12|At noon it rained.|>The log says so.", "We sailed.|>Page by page."),
        expected={YES: {R.NOTE: -1}},
    ),
    Sign(
        "before a page mark",
        "a sentence runs into the page mark and goes on behind it",
        lambda s, i: when(s.views[i].mark_after),
        yes={">We sailed|Page 12|at noon.": YES},
        no=(">We sailed.|At noon|Page 12|it rained.",),
    ),
    Sign(
        "behind an empty line",
        "a note stands close to its anchor, an empty line parts it from what went before",
        lambda s, i: when(s.views[i].blank_before),
        yes={"We sailed.||>The fog lifted.": YES},
        no=("We sailed.|Page 12|>The fog lifted.", "We sailed.||It rained.|>The fog lifted."),
        expected={YES: {R.NOTE: -3, R.GOES_ON: -2}},
    ),
    Sign(
        "cut sentences on the page",
        "where some notes cut sentences, others stand at the ends of sentences",
        lambda s, i: step(s.cuts, (0, 1, 3)).strip("0"),
        yes={
            ">That evening the whole company went out in two boats to visit the healer"
            "|Sidor, herbalist.|and to see his herbs.": "1",
            ">That evening the whole company went out in two boats to visit the healer"
            "|Sidor, herbalist."
            "|and his wife, who had kept the herbs of the delta for as long as anybody knew, and"
            "|Brandt, p. 4."
            "|her sister, of whom they told us on the way home that she had been to the north on"
            "|The mail steamer."
            "|the Adelheid.": "3",
        },
        no=("We went to visit the healer|>Sidor, herbalist.|and to see his herbs.",),
    ),
    Sign(
        "citing lines on the page",
        "a page that cites no sources has fewer notes",
        lambda s, i: step(s.citing, (0, 1, 3)).strip("0"),
        yes={
            ">We sailed.|Cf. the pilots’ log.": "1",
            ">We sailed.|Cf. the log.|Port Archive, HB 12 104.|It rained.|Ibid., p. 7.": "3",
        },
        no=(">We sailed.|See what has become of us.",),
    ),
    Sign(
        "lines on the page",
        "a short letter has few notes, a long record has many",
        lambda s, i: step(len(s.lines), (0, 6, 15, 40)),
        yes={
            "=3 June|Fog.|Rain.|Sun.|>Wind.": "0",
            "=3 June|Fog.|Rain.|Sun.|Snow.|>Wind.": "6",
        },
    ),
)
