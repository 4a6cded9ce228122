"""What the rules ask about the opening and the ending of a letter."""

from converter import signs
from converter.dates import dates_in
from converter.languages import Language
from converter.line_rules.questions import after_text, dateline, headlike, listed
from converter.lines import LineKind, View
from converter.signs import begins_with, runs_on

K = LineKind
LONGEST_FAREWELL = 4  # words, where no comma ends it
LONGEST_ABOVE_NAME = 9  # words, where the last line below it is a name


def salutation(text: str, view: View) -> bool:
    """``Dear Anna,``; also a name alone before a comma or an exclamation mark."""
    return addresses(text, view.tongue)


def addresses(text: str, tongue: Language) -> bool:
    """The same, asked of the text alone."""
    if len(text) >= 90:
        return False
    end = text.rstrip()[-1:]
    if begins_with(text, tongue.salutations):
        return end in (",", "!", ":", "—")
    return end in (",", "!") and signs.name_like(text) and not text.isupper()


def headed_by_place_and_date(view: View) -> bool:
    """A first line that is the letter's dateline: the salutation follows, and no other dateline."""
    dates = list(dates_in(view.text, view.tongue))
    if len(dates) != 1 or any(dateline(text, view) for text in view.following):
        return False
    place = signs.last_words(view.text[: dates[0].start], 9)
    below = view.following[0] if view.following else ""
    return (
        1 <= len(place) <= 2 and bool(below) and (salutation(below, view) or headlike(below, view))
    )


def farewell(view: View) -> bool:
    """A short line near the end, in the forms of farewell or above a signature."""
    if view.commentary or view.opening or len(view.text) >= 120:
        return False
    if view.remaining <= 8 and begins_with(view.text, view.tongue.closings):
        words, end = len(view.text.split()), view.text.rstrip()[-1:]
        if end == "," or (words <= LONGEST_FAREWELL and end not in ".?"):
            return True
        if words <= LONGEST_ABOVE_NAME and end != "?" and above_name(view):
            return True
    return (
        view.text.rstrip().endswith(view.tongue.closing_ends)
        and not view.mark_after
        and view.remaining > 0
        and signs.name_like(view.following[0])
        and not listed(view)
        and len(view.text) < 80
        and headlike(view.text, view)
        and not runs_on(view.text)
    )


def above_name(view: View) -> bool:
    """Below, perhaps behind more farewells, a name; and then but short lines, or a postscript."""
    below = list(view.following)
    while below and begins_with(below[0], view.tongue.closings):
        if farewell_with_name(below[0], view):
            break
        below.pop(0)
    if not below or not (signs.name_like(below[0]) or farewell_with_name(below[0], view)):
        return False
    rest = below[1:]
    if rest and begins_with(rest[0], view.tongue.postscripts):
        return True
    short = all(len(text) < signs.LONG and headlike(text, view) for text in rest)
    return short and view.remaining == len(view.following)


def farewell_with_name(text: str, view: View) -> bool:
    """``Yours, Ole``: a farewell that ends in the name itself."""
    formula = next((c for c in view.tongue.closings if begins_with(text, (c,))), "")
    name = text[len(formula) :].rpartition(",")[2].strip()
    return bool(formula and name) and signs.name_like(name) and text.rstrip()[-1:] not in ",!"


def at_end(view: View) -> bool:
    """Nothing stands below, or nothing but a postscript."""
    below = "".join(view.following[:1])
    return view.remaining == 0 or begins_with(below, view.tongue.postscripts)


def signs_off(view: View) -> bool:
    """A name below the farewell, or a name alone as the last line of the text."""
    if view.last is None or view.mark_before is not None or view.commentary or runs_on(view.text):
        return False
    if at_end(view) and not view.opening and farewell_with_name(view.text, view):
        return True
    if view.last.kind in (K.CLOSING, K.SIGNATURE):
        short = len(view.text) < 70 and (headlike(view.text, view) or signs.name_like(view.text))
        bids_on = begins_with(view.text, view.tongue.closings) and above_name(view)
        return short and not bids_on and not begins_anew(view) and not dates_the_end(view)
    return at_end(view) and not view.opening and signs.name_like(view.text) and after_text(view)


def below_ending(view: View) -> bool:
    return view.last is not None and view.last.kind in (K.CLOSING, K.SIGNATURE, K.POSTSCRIPT)


def begins_anew(view: View) -> bool:
    """Below the end of a letter: the form of address of the next one."""
    greets = begins_with(view.text, view.tongue.salutations) and salutation(view.text, view)
    return below_ending(view) and not view.commentary and view.remaining > 0 and greets


def dates_the_end(view: View) -> bool:
    """Below farewell or signature: a date, alone or after a place, and nothing that it begins."""
    ended = view.last is not None and view.last.kind in (K.CLOSING, K.SIGNATURE)
    last = at_end(view) or (view.remaining == 1 and not salutation(view.following[0], view))
    return ended and last and not view.commentary and dateline(view.text, view)


def before_salutation(view: View) -> bool:
    """Nothing but short lines without the end of a sentence parts this line from a salutation."""
    for text in (view.text, *view.following):
        if salutation(text, view):
            return text is not view.text
        if signs.long(text) or ":" in text or not (headlike(text, view) or dateline(text, view)):
            return False
    return False
