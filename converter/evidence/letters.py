"""Signs of a letter's opening and end, which are text although they are short."""

from converter.evidence.sign import YES, Scene, Sign, when
from converter.evidence.traits import dates
from converter.line_rules.letter_questions import before_salutation, farewell
from converter.lines import Reading
from converter.signs import begins_with

R = Reading
NEAR_TOP, NEAR_END = 6, 3  # lines of text in which a letter opens, or is dated at its end

LETTERS = (
    Sign(
        "date line",
        "a date, alone or after a place, dates a letter",
        lambda s, i: when(dates(s.lines[i])),
        yes={
            "Port Amsel, 3 June 1937": YES,
            "de:Amsel, den 3. Juni 1937": YES,
            "ru:Порт Амзель, 3 июня 1937 г.": YES,
        },
        no=(
            "The pier of Amsel burned on 3 June 1937.",
            "Not found, 3 June 1937.",
            "Port Archive, HB 12 104, 3 June 1937.",
        ),
    ),
    Sign(
        "date line near the top",
        "it dates a letter where it opens",
        lambda s, i: when(i <= 3 and dates(s.lines[i])),
        yes={"=To Anna|>Port Amsel, 3 June 1937|Dear Anna,": YES},
        no=("=To Anna|Dear Anna,|We sail.|In fog.|>Port Amsel, 3 June 1937",),
        expected={YES: {R.NOTE: -2, R.TITLE_NOTE: -2}},
    ),
    Sign(
        "date line near the end",
        "it dates a letter where it closes",
        lambda s, i: when(left(s, i) <= NEAR_END and dates(s.lines[i])),
        yes={"We sail at noon.|Ole Vik|>3 June 1937": YES},
        no=(">3 June 1937|Dear Anna,|We sail at noon.|Yours,|Ole Vik",),
        expected={YES: {R.NOTE: -1}},
    ),
    Sign(
        "address",
        "a form of address before a comma belongs to the letter",
        lambda s, i: when(s.lines[i].addresses),
        yes={
            "Dear Anna,": YES,
            "Captain Vik!": YES,
            "de:Sehr geehrter Herr Vik,": YES,
            "ru:Дорогая Анна!": YES,
        },
        no=("Dear Anna laughed.", "THE BOARD,"),
        expected={YES: {R.NOTE: -1}},
    ),
    Sign(
        "opening of a letter",
        "place, date, address and form of address open a letter",
        lambda s, i: when(opens_letter(s, i)),
        yes={
            "=To the Board|>The Harbour Board|Port Amsel|Dear Sirs,": YES,
            "=To the Board|The Harbour Board|>Dear Sirs,": YES,
        },
        no=("=To the Board|>The Board has met.|Dear Sirs,",),
        expected={YES: {R.NOTE: -2, R.TITLE_NOTE: -2}},
    ),
    Sign(
        "end of a letter",
        "farewell, signature and postscript close a letter",
        lambda s, i: when(closes_letter(s, i)),
        yes={
            "We sail at noon.|>Yours,|Ole Vik": YES,
            "We sail at noon.|Yours,|>your old pilot": YES,
            "We sail at noon.|>Ole Vik": YES,
            "Ole Vik|>P.S. Bring tar.": YES,
            "ru:Мы отплываем.|>Жму руку,|Оле Вик": YES,
        },
        no=(
            "We sail at noon.|>Yours are the boats of the northern channel.",
            "Ole Vik|>Bring tar.",
        ),
        expected={YES: {R.NOTE: -2}},
    ),
    Sign(
        "next line is a date line",
        "a note on the title stands above the date of a letter",
        lambda s, i: str(min(i, 3)) if i + 1 < len(s.lines) and s.lines[i + 1].date_line else "",
        yes={
            "=>To Anna|3 June 1937": "0",
            "=To Anna|>Port Archive, Box 4.|3 June 1937": "1",
            "=To Anna|Fog.|Rain.|Sun.|>Wind.|3 June 1937": "3",
        },
        no=("=To Anna|>3 June 1937|Dear Anna,",),
    ),
    Sign(
        "next line addresses",
        "the opening of a letter goes on",
        lambda s, i: when(i + 1 < len(s.lines) and s.lines[i + 1].addresses),
        yes={"=To Anna|>Port Amsel, 3 June 1937|Dear Anna,": YES},
        no=("=To Anna|>Dear Anna,|We sail at noon.",),
    ),
)


def left(scene: Scene, i: int) -> int:
    return len(scene.lines) - 1 - i


def opens_letter(scene: Scene, i: int) -> bool:
    line = scene.lines[i]
    return i <= NEAR_TOP and (line.addresses or dates(line) or before_salutation(scene.views[i]))


def closes_letter(scene: Scene, i: int) -> bool:
    """A farewell, a short line below one, a name as the last line, a postscript."""
    view, line = scene.views[i], scene.lines[i]
    if begins_with(line.text, scene.tongue.postscripts) or farewell(view):
        return True
    below = left(scene, i) <= NEAR_END + 1 and i > 0 and len(line.text) < 70
    signed = below and (line.name_alone or line.unfinished) and farewell(scene.views[i - 1])
    return signed or (left(scene, i) == 0 and line.name_alone)
