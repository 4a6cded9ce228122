"""Rules for notes: by the sentence they break, and by their wording."""

from converter import signs
from converter.line_rules.questions import (
    after_note,
    after_text,
    below_sentence,
    can_be_note,
    can_hang,
    cites_or_dates,
    cut,
    cut_by_note,
    dateline,
    life,
    named_at_anchor,
    says_i,
    speaks_as_note,
)
from converter.line_rules.rule import LineRule
from converter.lines import LineKind
from converter.signs import begins_with, closed, long, runs_on, unfinished

K = LineKind
OPENING = 300  # characters within which a line that only cites has shown that it does

NOTES = (
    LineRule(
        "sentence-resumes",
        K.CONTINUATION,
        when=lambda v: (
            runs_on(v.text)
            and (after_note(v) or v.mark_before is not None)
            and unfinished(v.body, v.tongue)
        ),
        because="an interrupted sentence goes on with a small letter or a closing mark",
        confidence=0.98,
        yes=(
            "We met the pilot|Ole Vik, pilot of the northern channel.|>at the quay.",
            "We met|Page 12|>the pilot.",
        ),
        no=("We met the pilot.|>at the quay.",),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "paragraph-of-a-note",
        K.NOTE_PARAGRAPH,
        when=lambda v: (
            cut_by_note(v)
            and can_be_note(v)
            and cut(v)
            and not speaks_as_note(v)
            and not dateline(v.text, v)
        ),
        because="a second line in a sentence that is still cut goes on with the note before it",
        confidence=0.8,
        yes=(
            "We went up the hill in the rain to look at the school of navigation, which quarrelled"
            "|The school was founded in 1871.|>Its archive burned in 1941.|with its library.",
        ),
        no=(
            "We went up the hill in the rain to look at the school of navigation, which quarrelled"
            "|The school was founded in 1871.|>Cf. Brandt, p. 4.|with its library.",
        ),
        otherwise=K.NOTE,
    ),
    LineRule(
        "breaks-a-sentence",
        K.NOTE,
        when=lambda v: (
            can_be_note(v) and cut(v) and long(v.body) and (closed(v.text) or not long(v.text))
        ),
        because="a note cuts the sentence with its anchor; after a long line 96 of 100 are notes",
        confidence=0.96,
        yes=(
            "That evening the whole company went out in two boats to visit the healer"
            "|>Sidor, a herbalist.|and to see his herbs.",
        ),
        no=(
            "The talk lasted for an hour and then we went home."
            "|>The Minister rose to reply.|and so on",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "opens-as-notes-do",
        K.NOTE,
        when=lambda v: (
            can_hang(v) and begins_with(v.text, v.tongue.note_openings) and not says_i(v)
        ),
        because="some words open notes only: Cf., Ibid., Not printed, See p., См., Vgl.",
        confidence=0.98,
        yes=(
            "He was silent.|>See entry for 9 May.|Then he rose.",
            "de:Er schwieg.|>Vgl. Bd. 2.|Dann ging er.",
            "ru:Он молчал.|>Там же, л. 4.|Потом он встал.",
        ),
        no=(
            "He was silent.|>Seeing him, I left.|Then he rose.",
            "He was silent.|>See what has become of us.|Then he rose.",
            "=3 June|>See how the fog lifts!",
            "ru:Он молчал.|>Там же встретил лоцмана.|Потом он встал.",
            "ru:Он молчал.|>Далее поехали все вместе.|Потом он встал.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "may-open-a-note",
        K.NOTE,
        when=lambda v: (
            can_be_note(v)
            and begins_with(v.text, v.tongue.note_leanings)
            and len(v.text) < 250
            and not says_i(v)
            and (cites_or_dates(v) or (unfinished(v.body, v.tongue) and long(v.body)))
        ),
        because="other words open sentences too: a reference, a date or a cut sentence decides",
        confidence=0.85,
        yes=(
            "He was silent.|>See DVP, XXI, doc. 4.|Then he rose.",
            "ru:Он молчал.|>Имеется в виду нота от 4 июня 1937 г.|Потом он встал.",
        ),
        no=(
            "He was silent.|>Compare this with what he said before.|Then he rose.",
            "He was silent.|>Interview with the minister at noon.|Then he rose.",
            "ru:Он молчал.|>Речь идёт о большой поездке.|Потом он встал.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "explains-the-person-at-the-anchor",
        K.NOTE,
        when=lambda v: can_hang(v) and life(v) >= 1 and named_at_anchor(v),
        because="a name and a description, straight after a sentence that ends with the same name",
        confidence=0.98,
        yes=(
            "We dined with Vik.|>Ole Vik, pilot of the northern channel, 1919–34.|He told stories.",
        ),
        no=("We dined with Vik.|>Ole Vik told stories, one after the other.|He laughed.",),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "describes-a-person",
        K.NOTE,
        when=lambda v: can_be_note(v) and life(v) >= 2 and signs.life_dated(v.text, v.tongue),
        because="a name, dates of life and a calling make an entry of a biographical dictionary",
        confidence=0.9,
        yes=(
            "We dined late.|>Ole Vik (1881–1940), pilot who charted the northern channel."
            "|He told stories.",
        ),
        no=(
            "We dined late.|>Ole Vik, as ever, told stories.|He laughed.",
            "Present were:|Ole Vik, pilot|>Anna Brandt, member of the Board|The fog lifted.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "names-a-source",
        K.NOTE,
        when=lambda v: (
            can_be_note(v)
            and signs.citation_signs(v.text[:OPENING], v.tongue) >= 3
            and not says_i(v)
            and not (dateline(v.text, v) and not below_sentence(v))
        ),
        because="shelfmarks, page references and the dates of newspapers are the words of notes",
        confidence=0.84,
        yes=(
            "He was silent.|>NRO HB 12 104, K22/3/7, 4 June 1937.|Then he rose.",
            "He was silent.|>The Harbour Gazette, 4 June 1937.|Then he rose.",
            "He was silent.|>Brandt, Tides and Tempers, pp. 40–4.|Then he rose.",
        ),
        no=(
            "He was silent.|>I wrote to the Gazette, p. 4.|Then he rose.",
            "He was silent.|>In June 1937 he rose.|He left.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "breaks-a-short-line",
        K.NOTE,
        when=lambda v: (
            can_be_note(v)
            and after_text(v)
            and v.mark_before is None
            and cut(v)
            and runs_on(v.following[0])
            and closed(v.text)
            and not dateline(v.text, v)
        ),
        because="between a short open line and one that goes on, 90 of 100 closed lines are notes",
        confidence=0.9,
        yes=("We woke early.|Tomorrow|>The ferry left on Thursdays.|we sail with Ole.",),
        no=("We woke early.|Tomorrow.|>The ferry left on Thursdays.|we sail with Ole.",),
        otherwise=K.PARAGRAPH,
    ),
)
