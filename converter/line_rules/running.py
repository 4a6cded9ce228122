"""Rules for running text: points, lists, and whether a paragraph begins or goes on."""

from converter import signs
from converter.line_rules.questions import (
    after_note,
    after_text,
    begins_with_date,
    listed,
    says_i,
)
from converter.line_rules.rule import LineRule
from converter.lines import LineKind
from converter.signs import long, runs_on, unfinished

K = LineKind

RUNNING = (
    LineRule(
        "numbered-point",
        K.POINT,
        when=lambda v: signs.POINT.match(v.text) is not None and not begins_with_date(v),
        because="a number in brackets or before a full stop begins a point of its own",
        confidence=0.99,
        yes=("He replied:|>(2) The pier is ours.", "He replied:|>3. The pier is ours."),
        no=(
            "He replied:|>2 piers are ours.",
            "He replied:|>(1938) was the year.",
            "de:Er schwieg.|>3. Juni. Nebel.",
        ),
        otherwise=K.CONTINUATION,
    ),
    LineRule(
        "bullet",
        K.ITEM,
        when=listed,
        because="a bullet, or a dash and a small letter below a colon, begins an item of a list",
        confidence=0.95,
        yes=("We need:|>• tar", "We need:|– rope,|>– tar."),
        no=("We need:|>tar", "ru:Он сказал:|>— Да."),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "goes-on-over-the-page",
        K.CONTINUATION,
        when=lambda v: (
            v.mark_before is not None
            and (after_text(v) or after_note(v))
            and unfinished(v.body, v.tongue)
            and long(v.body)
        ),
        because="a long open line goes on behind the page mark, even with the capital of a name",
        confidence=0.94,
        yes=(
            "We were to sail early next morning on the old mail steamer Queen"
            "|Page 12|>Adelheid, if ready.",
        ),
        no=("Subject: tar|Page 12|>The tar is here.", "We sailed.|Page 12|>The sea was calm."),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "small-letter-after-an-interruption",
        K.CONTINUATION,
        when=lambda v: (
            runs_on(v.text) and (v.mark_before is not None or after_note(v)) and bool(v.body)
        ),
        because="a small letter or a closing mark begins no paragraph",
        confidence=0.9,
        yes=("‘Shall we sail?’|Page 12|>asked the pilot.",),
        no=("‘Shall we sail?’|>Ole asked.",),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "paragraph-on-a-new-page",
        K.PARAGRAPH,
        when=lambda v: v.mark_before is not None and not after_note(v),
        because="after a closed sentence and a page mark 81 of 100 capitals begin a paragraph",
        confidence=0.81,
        yes=("We sailed.|Page 12|>The sea was calm.",),
        no=("We sailed.|>The sea was calm.",),
        otherwise=K.CONTINUATION,
    ),
    LineRule(
        "resumes-after-the-note",
        K.CONTINUATION,
        when=lambda v: (
            after_note(v) and unfinished(v.body, v.tongue) and long(v.body) and not v.blank_before
        ),
        because="a sentence that a note interrupted goes on, even with a capital (a name, a noun)",
        confidence=0.64,
        yes=(
            "Then we called, in the rain, on the new harbour master and old"
            "|See entry for 9 May.|>Vik.",
        ),
        no=("Then we called on Vik.|See entry for 9 May.|>He was ill.",),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "goes-on-after-the-note",
        K.CONTINUATION,
        when=lambda v: (
            after_note(v) and bool(v.body) and not v.blank_before and v.mark_before is None
        ),
        because="after a note in a closed sentence the same paragraph goes on in 63 of 100 cases",
        confidence=0.63,
        yes=("We called on Vik.|See entry for 9 May.|>He was ill.",),
        no=(
            "We called on Vik.|>He was ill.",
            "We called on Vik.|See entry for 9 May.|Page 12|>He was ill.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "speaks-in-the-first-person",
        K.PARAGRAPH,
        when=says_i,
        because="the author says I and we, an editor's note hardly ever does",
        confidence=0.91,
        yes=("We sailed.|>I slept badly.",),
        no=("We sailed.|>The sea was calm.", "We sailed until|Page 12|>I fell asleep."),
        otherwise=K.NOTE,
    ),
    LineRule(
        "opens-with-a-quotation",
        K.PARAGRAPH,
        when=lambda v: v.text.startswith(tuple('‘“«„»"')),
        because="a line that opens with a quotation mark is speech in the text",
        confidence=0.91,
        yes=("He rose.|>‘Shall he sail?’ said the pilot.",),
        no=("He rose.|>The pilot said: ‘Shall we sail?’",),
        otherwise=K.NOTE,
    ),
    LineRule(
        "line-of-its-own",
        K.PARAGRAPH,
        when=lambda v: True,
        because="a saved page prints each paragraph as one line",
        confidence=0.8,
        yes=("We sailed.|>The sea was calm.",),
        no=("We sailed on and on until the island was|Page 12|>in sight.",),
        otherwise=K.NOTE,
    ),
)
