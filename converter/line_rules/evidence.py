"""Rules for what the evidence decided: a line is a note, goes on with one, or goes on with text."""

from converter.line_rules.rule import LineRule
from converter.lines import LineKind, Reading

K, R = LineKind, Reading

# An evening before and after: what a page is like as a whole speaks with each of its lines.
BEFORE = (
    "I rose early and walked along the quay to see whether the mail steamer had come in."
    "|The fog did not lift all day, and nobody at the pilot house had expected that it would."
    "|At six I read the harbour master’s letter to the others; nobody laughed."
    "|We talked for an hour about the price of tar, and for another about nothing."
    "|"
)
AFTER = (
    "|I went home along the mole, and the lamp at the end of it was out again."
    "|Nobody knows who is to light it now that the old keeper has gone to his daughter."
)

EVIDENCE = (
    LineRule(
        "note-by-evidence",
        K.NOTE,
        when=lambda v: v.reading is R.NOTE,
        because="its wording, its shape and the sentence before it speak for a note",
        confidence=1.0,
        yes=(
            "That evening the whole company went out in two boats to visit the healer"
            "|>Sidor, a herbalist.|and to see his herbs.",
            "He was silent.|>See entry for 9 May.|Then he rose.",
            "de:Am Abend fuhren wir alle zusammen in zwei Booten hinaus zu dem alten Heiler"
            "|>Vgl. Bd. 2, S. 14.|und sahen seine Kräuter.",
            "ru:В тот вечер мы всей компанией отправились на двух лодках к старому знахарю"
            "|>Там же, л. 4.|и смотрели его травы.",
            "ru:Он молчал.|>Имеется в виду нота от 4 июня 1937 г.|Потом он встал.",
            BEFORE
            + "We dined with Vik.|>Ole Vik, pilot of the north channel, 1919–34.|He told stories."
            + AFTER,
            BEFORE
            + "We dined late, and Vik came.|>Ole Vik (1881–1940), pilot who charted the channel."
            + "|He told stories until the lamp was empty."
            + AFTER,
            BEFORE + "He was silent.|>NRO HB 12 104, K22/3/7, 4 June 1937.|Then he rose." + AFTER,
            BEFORE + "He was silent.|>Brandt, Tides and Tempers, pp. 40–4.|Then he rose." + AFTER,
        ),
        no=(
            "The talk lasted for an hour and then we went home."
            "|>The Minister rose to reply.|and so on",
            "He was silent.|>Seeing him, I left.|Then he rose.",
            "He was silent.|>See what has become of us.|Then he rose.",
            "ru:Он молчал.|>Там же встретил лоцмана.|Потом он встал.",
            "We dined late.|>Ole Vik, as ever, told stories.|He laughed.",
            "He was silent.|>I wrote to the Gazette, p. 4.|Then he rose.",
            "He was silent.|>In June 1937 he rose.|He left.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "title-note-by-evidence",
        K.TITLE_NOTE,
        when=lambda v: v.reading is R.TITLE_NOTE,
        because="a source or a reference straight under the title hangs on the title",
        confidence=1.0,
        yes=(
            "=Letter to the Harbour Board|>Source: Port Archive, HB 12 104. Secret. Drafted by Vik."
            "|Port Amsel, 3 June 1937|Dear Sirs,|The pier is ours, and it has been since 1871.",
            "=Letter to Anna|>Port Archive, HB 12 104, ff. 3–4.|Dear Anna,",
        ),
        no=(
            "=Letter to the Harbour Board|Dear Sir,|>Source: that is all I know.",
            "=Letter to Anna|>Port Amsel, 3 June 1937|Dear Anna,",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "note-goes-on-over-the-page",
        K.NOTE_GOES_ON,
        when=lambda v: v.reading is R.NOTE_GOES_ON and v.mark_before is not None,
        because="a note that a page mark cuts in mid-sentence goes on after it",
        confidence=1.0,
        yes=(
            "In the evening we went out together to see the pilot of the northern channel"
            "|Ole Vik, pilot of the northern channel from 1919 until the winter of 1934, who later"
            " published his|Page 12|>memoirs in two volumes.|at the quay.",
        ),
        no=("We met the pilot|Ole Vik, pilot.|Page 12|>at the quay.",),
        otherwise=K.CONTINUATION,
    ),
    LineRule(
        "paragraph-of-a-note",
        K.NOTE_PARAGRAPH,
        when=lambda v: v.reading is R.NOTE_GOES_ON,
        because="a note may have several paragraphs, each a line",
        confidence=1.0,
        yes=(
            BEFORE
            + "We went up the hill in the rain to look at the school of navigation, at odds"
            + "|The school was founded in 1871.|>Its archive burned in 1941.|with its library."
            + AFTER,
        ),
        no=("We went up the hill.|The school was founded in 1871.|>Its archive burned in 1941.",),
        otherwise=K.NOTE,
    ),
    LineRule(
        "goes-on-by-evidence",
        K.CONTINUATION,
        when=lambda v: v.reading is R.GOES_ON,
        because="the paragraph goes on behind the note or the page mark that cut it",
        confidence=1.0,
        yes=(
            "We met the pilot|Ole Vik, pilot of the northern channel.|>at the quay.",
            "We met|Page 12|>the pilot.",
            "We were to sail early next morning on the old mail steamer Queen"
            "|Page 12|>Adelheid, if ready.",
            "Then we called, in the rain, on the new harbour master and old"
            "|See entry for 9 May.|>Vik.",
            "We called on Vik.|See entry for 9 May.|>He was ill.",
        ),
        no=(
            "We met the pilot.|>at the quay.",
            "Subject: tar|Page 12|>The tar is here.",
            "We sailed.|Page 12|>The sea was calm.",
            "We called on Vik.|>He was ill.",
        ),
        otherwise=K.PARAGRAPH,
    ),
)
