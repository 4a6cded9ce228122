"""Signs of a note on the title: references, and words about the document, straight under it."""

from functools import cache

from converter.evidence.sign import YES, AnchorSign, Scene, Where, when
from converter.lines import Reading
from converter.signs import begins_with

R = Reading
LONGEST_SOURCE = 80  # characters of a line, more than enough for the words that name a source

ON_TITLE = (
    AnchorSign(
        "under the title",
        "a source or a reference under the title says where the document comes from",
        lambda s, i, b: under_title(s, i, b),
        yes={
            "=To Anna|>Source: Port Archive, Box 4.|Dear Anna,": "source",
            "=To Anna|>Port Archive, HB 12 104, ff. 3–4.|Dear Anna,": "cites",
            "=To Anna|>Port Amsel, 3 June 1937|Dear Anna,": "date line",
            "=To Anna|>This was the last that Anna heard of the pilot before the fog.|Dear Anna,": (
                "sentence"
            ),
            "=To Anna|>The Harbour Board|Dear Anna,": "words",
        },
        no=("=To Anna|Dear Anna,|>Source: that is all I know.", "~Fog.|>Port Archive, Box 4."),
        expected={
            "cites": {R.TITLE_NOTE: 6},
            "source": {R.TITLE_NOTE: 6},
            "sentence": {R.TITLE_NOTE: 1},
            "words": {R.TITLE_NOTE: -3},
        },
        where=Where.UNDER_TITLE,
    ),
    AnchorSign(
        "another note on the title",
        "behind a reference on the title stands the next one",
        lambda s, i, b: when(
            b == 0
            and i > 1
            and under_title(s, i - 1, b) in ("cites", "source")
            and under_title(s, i, b) in ("cites", "source", "sentence")
        ),
        yes={"=<To Anna|Source: Port Archive, Box 4.|>NRO HB 12 104, ff. 3–4.|Dear Anna,": YES},
        no=("=<To Anna|Source: Port Archive, Box 4.|>Port Amsel, 3 June 1937|Dear Anna,",),
        expected={YES: {R.TITLE_NOTE: 4}},
        where=Where.UNDER_TITLE,
    ),
    AnchorSign(
        "under the title, about the document",
        "a note on the document as a whole hangs on its title",
        lambda s, i, b: when(b == 0 and s.headed and s.lines[i].witness > 0),
        yes={"=To Anna|>Handwritten, unsigned.|Dear Anna,": YES},
        no=("=To Anna|>The Harbour Board|Dear Anna,", "=To Anna|Fog.|>Handwritten, unsigned."),
        where=Where.UNDER_TITLE,
    ),
    AnchorSign(
        "under the title, above a date line",
        "a note on the title precedes the date of a letter",
        lambda s, i, b: when(
            b == 0 and s.headed and i + 1 < len(s.lines) and s.lines[i + 1].date_line
        ),
        yes={"=To Anna|>Port Archive, Box 4.|Port Amsel, 3 June 1937|Dear Anna,": YES},
        no=("=To Anna|>Port Amsel, 3 June 1937|Dear Anna,",),
        where=Where.UNDER_TITLE,
    ),
)


@cache
def small_letters(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(str.lower, words))


def under_title(scene: Scene, i: int, body: int) -> str:
    """What a line is that only notes part from the head."""
    if body != 0 or not scene.headed:
        return ""
    line = scene.lines[i]
    sources = small_letters(scene.tongue.title_sources)
    if begins_with(line.text[:LONGEST_SOURCE].lower(), sources):
        return "source"
    if line.date_line:
        return "date line"
    if line.citation >= 3 and not line.says_i:
        return "cites"
    return "sentence" if line.long and line.closed else "words"
