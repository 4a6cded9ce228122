"""Rules for what the page itself shows: marks, heads, brackets, and notes on the title."""

from converter.line_rules.letter_questions import headed_by_place_and_date, salutation
from converter.line_rules.questions import headlike, same
from converter.line_rules.rule import LineRule
from converter.lines import LineKind, Reading
from converter.marks import LAYOUT
from converter.signs import runs_on

K = LineKind

STRUCTURE = (
    LineRule(
        "page-mark",
        K.PAGE_MARK,
        when=lambda v: v.mark is not None,
        because="the viewer prints the number of a page alone between empty lines",
        confidence=1.0,
        yes=("The talk went on until|>Page 12|dawn.",),
        no=("He opened the atlas.|>Page 12 was missing.",),
    ),
    LineRule(
        "repeats-the-title",
        K.HEAD,
        when=lambda v: v.last is None and same(v.text, v.title),
        because="the text of a page begins with its title",
        confidence=1.0,
        yes=("=>3 June|The fog lifted at noon.",),
        no=("=3 June|>The fog lifted at noon.",),
    ),
    LineRule(
        "closing-bracket",
        K.CLOSES_COMMENTARY,
        when=lambda v: v.closes_commentary and v.text.strip(LAYOUT) == "]",
        because="a bracket alone closes the commentary that an earlier line opened",
        confidence=1.0,
        yes=("He left.|[The envoy never returned.|He died in Oslo.|>]",),
        no=("He left.|>]",),
    ),
    LineRule(
        "opening-bracket",
        K.OPENS_COMMENTARY,
        when=lambda v: v.opens_commentary,
        because="the editor's commentary stands in square brackets, as paragraphs of its own",
        confidence=0.98,
        yes=("He left.|>[The envoy never returned.|He died in Oslo.|]",),
        no=("He left.|>[The] envoy never returned.", "He left.|>[page torn]"),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "page-of-the-endnotes",
        K.NOTE,
        when=lambda v: (
            v.mark_before is not None
            and not v.mark_before.in_order
            and v.reading is not Reading.NOTE_GOES_ON
        ),
        because="a page number far ahead of the running order is that of an endnote of the volume",
        confidence=0.99,
        yes=(
            "We sailed.|Page 11|The sea was calm."
            "|Page 611|>Port Archive, log 4.|Page 12|Next day it blew.",
        ),
        no=("We sailed.|Page 11|>The sea was calm.|Page 12|Next day it blew.",),
        otherwise=K.PARAGRAPH,
    ),
    LineRule(
        "first-line-as-head",
        K.HEAD,
        when=lambda v: (
            v.last is None
            and headlike(v.text, v)
            and not salutation(v.text, v)
            and not runs_on(v.text)
            and not headed_by_place_and_date(v)
        ),
        because="a short first line without a full stop is a head in the words of the original",
        confidence=0.85,
        yes=("ru:~>3 июня 1937 г.|Туман рассеялся к полудню.",),
        no=("~>The fog lifted at noon.|We sailed.", "~>Dear Anna,|The fog lifted at noon."),
        otherwise=K.PARAGRAPH,
    ),
)
