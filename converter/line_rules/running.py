"""Rules for running text that begins: points, lists, paragraphs."""

from converter import signs
from converter.line_rules.questions import (
    begins_with_date,
    listed,
)
from converter.line_rules.rule import LineRule
from converter.lines import LineKind

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
        "line-of-its-own",
        K.PARAGRAPH,
        when=lambda v: True,
        because="a saved page prints each paragraph as one line, and nothing speaks for a note",
        confidence=1.0,
        yes=("We sailed.|>The sea was calm.",),
        no=("We sailed on and on until the island was|Page 12|>in sight.",),
        otherwise=K.NOTE,
    ),
)
