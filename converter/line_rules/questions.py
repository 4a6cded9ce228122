"""What the rules ask about a line and its neighbours."""

from converter import signs
from converter.dates import dates_in
from converter.languages import Language
from converter.lines import OPENINGS, RUNNING, LineKind, View
from converter.signs import begins_with, runs_on, unfinished

K = LineKind


def after_note(view: View) -> bool:
    return view.last is not None and view.last.kind in (K.NOTE, K.NOTE_GOES_ON, K.NOTE_PARAGRAPH)


def after_text(view: View) -> bool:
    return view.last is not None and view.last.kind in RUNNING


def cut(view: View) -> bool:
    """The sentence before breaks off and goes on behind this line, or behind one more note."""
    if not unfinished(view.body, view.tongue) or view.mark_before is not None or not view.following:
        return False
    after, *later = view.following
    if runs_on(after):
        return True
    two = bool(later) and runs_on(later[0]) and not signs.POINT.match(after)
    return two and all(map(signs.ends_sentence, (view.text, after)))


def can_be_note(view: View) -> bool:
    """There is something to hang a note on, and the line does not begin as running text does."""
    anchored = after_text(view) or after_note(view)
    return (
        anchored
        and not runs_on(view.text)
        and not signs.POINT.match(view.text)
        and not view.blank_before
    )


def can_hang(view: View) -> bool:
    """The same, or a head, a line of a letter's opening, a farewell or a signature is above."""
    above = view.last is not None and view.last.kind in (*OPENINGS, K.CLOSING, K.SIGNATURE)
    starts = not runs_on(view.text) and not signs.POINT.match(view.text)
    return can_be_note(view) or (above and starts and not view.blank_before)


def below_sentence(view: View) -> bool:
    """The line before, whatever it is, ends a sentence: it is no heading."""
    return view.last is not None and signs.ends_sentence(view.last.text)


def cut_by_note(view: View) -> bool:
    """The line before is a note by the sentence it cuts, whose words are no whole note's."""
    if view.last is None or view.last.rule != "breaks-a-sentence":
        return False
    text, tongue = view.last.text, view.tongue
    return signs.life_signs(text, tongue) < 2 and signs.citation_signs(text, tongue) < 3


def speaks_as_note(view: View) -> bool:
    """By its words alone: it cites, describes a person, or opens as notes do."""
    cites = signs.citation_signs(view.text, view.tongue) >= 3
    described = life(view) >= 2 or (life(view) >= 1 and named_at_anchor(view))
    return cites or described or begins_with(view.text, view.tongue.note_openings)


def cites_or_dates(view: View) -> bool:
    cites = signs.citation_signs(view.text, view.tongue) >= 1
    return cites or any(dates_in(view.text, view.tongue)) or bool(signs.YEAR.search(view.text))


def says_i(view: View) -> bool:
    return signs.first_person(view.text, view.tongue)


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
    found = next(dates_in(view.text[:40], view.tongue), None)
    return found is not None and found.start == 0


def life(view: View) -> int:
    return signs.life_signs(view.text, view.tongue)


def named_at_anchor(view: View) -> bool:
    name = signs.name_at_start(view.text, view.tongue)
    return bool(name and signs.repeats_the_anchor(view.body, name))
