"""Rules for the opening of a letter."""

from converter.line_rules.letter_questions import before_salutation, begins_anew, salutation
from converter.line_rules.questions import dateline
from converter.line_rules.rule import LineRule
from converter.lines import LineKind

K = LineKind

OPENINGS = (
    LineRule(
        "salutation",
        K.SALUTE,
        when=lambda v: v.opening and not v.commentary and salutation(v.text, v),
        because="a short line that addresses somebody and ends with a comma or ‘!’ is a salutation",
        confidence=0.96,
        yes=(
            "=Letter to Anna|>Dear Anna,|The fog lifted.",
            "ru:=Письмо Анне|>Дорогая Анна!|Туман рассеялся.",
        ),
        no=("=Letter to Anna|>Dear Anna was late, and we waited.|The fog lifted.",),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "salutation-of-the-next-letter",
        K.SALUTE,
        when=begins_anew,
        because="below a signature a line that addresses somebody begins an enclosed letter",
        confidence=0.9,
        yes=("Dear Anna,|We sail.|Yours,|Ole|>Dear Ole,|So I saw.",),
        no=(
            "Dear Anna,|We sail.|Yours,|>Ole",
            "Dear Anna,|We sail.|Yours,|Ole|>The tar is here; it is good tar.",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "dateline",
        K.DATELINE,
        when=lambda v: v.opening and not v.commentary and dateline(v.text, v),
        because="a short line above the text that is a date, alone or after a place, dates it",
        confidence=0.98,
        yes=("=Letter to Anna|>Port Amsel, 3 June 1937|Dear Anna,",),
        no=(
            "=Letter to Anna"
            "|>On 3 June 1937 the fog lifted and we could see the island.|Dear Anna,",
        ),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "address",
        K.ADDRESS,
        when=lambda v: v.opening and v.position > 0 and not v.commentary and before_salutation(v),
        because="short lines between the title and a salutation say where a letter goes",
        confidence=0.6,
        yes=("=Letter to Anna|>The Pilot House|Quay 4|Port Amsel, 3 June 1937|Dear Anna,",),
        no=(
            "=Letter to Anna|>The fog lifted.|We sailed.|Home again.",
            "=Telegram|>secret|Port Amsel, 3 June 1937|The fog lifted.",
            "=Memorandum|>SUBJECT|Tar and rope|PARTICIPANTS:|Ole Vik",
        ),
        otherwise=K.PARAGRAPH,
    ),
)
