"""Signs in the running text before a line, which a note there would hang on."""

from converter.evidence.between import behind, prefixed
from converter.evidence.sign import YES, AnchorSign, Where, step, when

LENGTHS = (0, 20, 60, 150, 400, 1000)

TEXT_BEFORE = (
    AnchorSign(
        "text before ends",
        "a colon announces what follows, a comma goes on, a full stop leaves it open",
        lambda s, i, b: behind(i, b) + s.lines[b].ends,
        yes={
            "The pilot said:|>Ole Vik is my name.": "colon",
            "The pilot said.|>Ole Vik is my name.": "stop",
            "<The pilot laughed,|Ole Vik, pilot.|>and we too.": "behind a note: comma",
        },
    ),
    AnchorSign(
        "text before ends, behind a note",
        "a sentence that a note interrupted goes on, or has ended and a paragraph begins",
        lambda s, i, b: f"{s.lines[b].ends}, {s.lines[i].begins}" if i - b > 1 else "",
        yes={
            "<The pilot laughed,|Ole Vik, pilot.|>and we too.": "comma, small letter",
            "<The pilot laughed.|Ole Vik, pilot.|>We too.": "stop, capital",
        },
        no=("The pilot laughed,|>and we too.",),
        where=Where.BEHIND_NOTE,
    ),
    AnchorSign(
        "text before and pronoun",
        "he and this go on with what was said",
        lambda s, i, b: s.lines[b].state + (", pronoun" if s.lines[i].pronoun else ""),
        yes={
            "We met Vik.|>He laughed.": "closed, pronoun",
            "We met Vik.|>Vik laughed.": "closed",
            "We met|>He laughed.": "short and open, pronoun",
        },
    ),
    AnchorSign(
        "text before is a point",
        "behind a point stands the next one, or a note on it",
        lambda s, i, b: prefixed(i, b, when(s.lines[b].begins == "number")),
        yes={
            "3. Tar for the boats.|>Rope.": YES,
            "<3. Tar for the boats.|See p. 4.|>Rope.": f"behind a note: {YES}",
        },
        no=("3 boats had tar.|>Rope.",),
    ),
    AnchorSign(
        "text before says I",
        "the author spoke, and may go on",
        lambda s, i, b: prefixed(i, b, when(s.lines[b].says_i)),
        yes={
            "Then I laughed.|>He did not.": YES,
            "<Then I laughed.|See p. 4.|>He did not.": f"behind a note: {YES}",
        },
        no=("Then he laughed.|>See p. 4.",),
    ),
    AnchorSign(
        "length of the text before",
        "a heading and a short line carry notes more rarely than a paragraph does",
        lambda s, i, b: behind(i, b) + step(len(s.lines[b].text), LENGTHS),
        yes={
            "The night of the fog|>It came at four.": "20",
            "The night of a fog|>It came at four.": "0",
            "<We met Vik.|Ole Vik, pilot.|>He laughed.": "behind a note: 0",
        },
    ),
    AnchorSign(
        "text before ends with a name",
        "a name at the end of a line may be the anchor of its explanation",
        lambda s, i, b: prefixed(
            i,
            b,
            when(s.lines[b].words[-1:] != () and s.lines[b].words[-1][0].isupper()),
        ),
        yes={
            "We met old Vik.|>The pilot.": YES,
            "<We met old Vik.|The pilot.|>He laughed.": f"behind a note: {YES}",
        },
        no=("We met Vik there.|>The pilot.",),
    ),
    AnchorSign(
        "text before ends with a figure",
        "a number at the end of a line may be that of a document, which a note tells",
        lambda s, i, b: prefixed(
            i, b, when(s.lines[b].words[-1:] != () and s.lines[b].words[-1].isdigit())
        ),
        yes={
            "We answered telegram 40.|>It came at four.": YES,
            "<We answered telegram 40.|See p. 4.|>He laughed.": f"behind a note: {YES}",
        },
        no=("Telegram 40 had come.|>It came at four.",),
    ),
    AnchorSign(
        "text before ends with a title",
        "Count and General wait for a name: the line goes on with it",
        lambda s, i, b: prefixed(i, b, when(s.lines[b].title_at_end)),
        yes={
            "We met Captain|>Vik at the quay.": YES,
            "<We met Captain Vik.|See p. 4.|>It rained.": f"behind a note: {YES}",
        },
        no=("Captain Vik met us there.|>It rained.",),
    ),
)
