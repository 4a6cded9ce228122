"""What the rules ask about a line and its neighbours."""

from converter import signs
from converter.dates import begins_with_month, dates_in
from converter.languages import Language
from converter.lines import RUNNING, LineKind, View
from converter.signs import begins_with

K = LineKind


def after_text(view: View) -> bool:
    return view.last is not None and view.last.kind in RUNNING


def same(left: str, right: str) -> bool:
    return " ".join(left.split()) == " ".join(right.split())


def headlike(text: str, view: View) -> bool:
    """A short line without the end of a sentence; an abbreviation's full stop is none."""
    if len(text) >= 150:
        return False
    return not signs.ends_sentence(text.rstrip("]")) or signs.ends_abbreviated(text, view.tongue)


def dateline(text: str, view: View) -> bool:
    """A short line that is a date, alone or after a place: ``Port Amsel, 3 June 1937``.

    A date in figures (``Port Amsel 3. 6. 37``, ``3/VI 37``) dates a line too, unread.
    """
    return dates_a_letter(text, view.tongue)


def dates_a_letter(text: str, tongue: Language) -> bool:
    """The same, asked of the text alone."""
    if len(text) >= 90 or not signs.FIGURES.search(text) or begins_with(text, tongue.note_openings):
        return False
    spans = [(found.start, found.end) for found in dates_in(text, tongue)]
    spans = spans or [found.span() for found in signs.DATE_IN_FIGURES.finditer(text)]
    if not spans:
        return False
    around = signs.last_words(text[: spans[0][0]] + text[spans[-1][1] :], 9)
    small = [
        word
        for word in around
        if word[0].islower() and len(word) > 1 and word not in tongue.date_prepositions
    ]
    return len(around) <= 6 and len(small) <= 1


def listed(view: View) -> bool:
    """A bullet; or a dash and a small letter, below a colon or another item.

    A dash and a capital is dialogue; a row of stars without a word parts two paragraphs.
    """
    if signs.LIST_BULLET.match(view.text):
        return bool(signs.last_words(view.text, 1)) or any(map(str.isdigit, view.text))
    dashed = view.text.startswith(("–", "—", "-")) and view.text[1:].lstrip()[:1].islower()
    below_item = view.last is not None and view.last.kind is K.ITEM
    return dashed and (below_item or view.body.rstrip().endswith(":"))


def begins_with_date(view: View) -> bool:
    beginning = view.text[:40]
    if not (beginning[:1].isdigit() or begins_with_month(beginning, view.tongue)):
        return False
    found = next(dates_in(beginning, view.tongue), None)
    return found is not None and found.start == 0
