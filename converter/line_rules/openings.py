"""Rules for the opening of a letter."""

from converter.line_rules.questions import before_letter, dateline, headlike, salutation
from converter.line_rules.rule import LineRule
from converter.lines import LineKind
from converter.signs import long

K = LineKind

OPENINGS = (
    LineRule(
        "salutation",
        K.SALUTE,
        when=lambda v: v.opening and not v.commentary and salutation(v.text, v),
        because="a short line that addresses somebody and ends with a comma or ‘!’ is a salutation",
        confidence=0.97,
        yes=(
            "=Letter to Anna|>Dear Anna,|The fog lifted.",
            "ru:=Письмо Анне|>Дорогая Анна!|Туман рассеялся.",
        ),
        no=("=Letter to Anna|>Dear Anna was late, and we waited.|The fog lifted.",),
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
        when=lambda v: (
            v.opening
            and v.position > 0
            and not v.commentary
            and headlike(v.text, v)
            and not long(v.text)
            and before_letter(v)
        ),
        because="short lines between title and dateline or salutation say where a letter goes",
        confidence=0.87,
        yes=("=Letter to Anna|>The Pilot House|Quay 4|Dear Anna,",),
        no=("=Letter to Anna|>The fog lifted.|We sailed.|Home again.",),
        otherwise=K.PARAGRAPH,
    ),
)
