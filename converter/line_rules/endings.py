"""Rules for the end of a letter."""

from converter.line_rules.letter_questions import dates_the_end, farewell, signs_off
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
        yes=(
            "We sail.|Yours sincerely,|>Ole Vik",
            "We sail.|>O. Vik",
            "We sail.|>O. Vik|P.S. Send tar.",
            "We sail.|>Yours ever, Ole",
            "de:Wir segeln heute, und ich bin nicht dabei.|Mit herzlichen Grüßen|>Deine Anna",
        ),
        no=(
            "We sail.|>Ole Vik|and the others",
            "We sail.|Yours sincerely,"
            "|>The tar is here; it is good tar and will do for both boats.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "date-below-the-signature",
        K.DATELINE,
        when=dates_the_end,
        because="a date below the farewell or the signature is that of the letter",
        confidence=0.9,
        yes=("We sail.|Yours sincerely,|Ole Vik|>Port Amsel, 3 June 1937",),
        no=(
            "We sail.|Yours sincerely,|>Ole Vik",
            "We sail.|Yours,|Ole|>Port Amsel, 3 June 1937|Dear Ole,|So I saw.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "closing",
        K.CLOSING,
        when=farewell,
        because="near the end a short line that bids farewell, or above a name, closes a letter",
        confidence=0.97,
        yes=(
            "We sail.|>Yours sincerely,|Ole",
            "We sail.|>With best wishes to all of you.|Ole Vik",
            "ru:Мы вышли в море, и я не знаю, что будет.|>Крепко жму руку.|Твой Оле",
            "de:Wir segeln, und ich bin nicht dabei.|Hochachtungsvoll|>Ihr sehr ergebener|O. Vik",
        ),
        no=("We sail.|>Yours is the better ship, and mine the better crew.|Ole",),
        otherwise=K.PARAGRAPH,
    ),
)
