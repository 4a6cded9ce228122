"""Rules for the end of a letter."""

from converter.line_rules.questions import farewell, signs_off
from converter.line_rules.rule import LineRule
from converter.lines import LineKind
from converter.signs import begins_with

K = LineKind

ENDINGS = (
    LineRule(
        "postscript",
        K.POSTSCRIPT,
        when=lambda v: not v.commentary and begins_with(v.text, v.tongue.postscripts),
        because="P.S. says what it is",
        confidence=0.98,
        yes=("We sail.|Yours,|Ole|>P.S. Send tar.",),
        no=("We sail.|>P. Smith said so.",),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "signature",
        K.SIGNATURE,
        when=signs_off,
        because="a short line below the farewell, or a name as the last line, is the signature",
        confidence=0.97,
        yes=("We sail.|Yours sincerely,|>Ole Vik", "We sail.|>O. Vik"),
        no=(
            "We sail.|>Ole Vik|and the others",
            "We sail.|Yours sincerely,"
            "|>The tar is here; it is good tar and will do for both boats.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "closing",
        K.CLOSING,
        when=farewell,
        because="near the end a short line that bids farewell, or above a name, closes a letter",
        confidence=0.97,
        yes=("We sail.|>Yours sincerely,|Ole",),
        no=("We sail.|>Yours is the better ship, and mine the better crew.|Ole",),
        otherwise=K.PARAGRAPH,
    ),
)
