"""The title of an article in quotation marks, behind its newspaper or straight before it."""

import re
from collections.abc import Sequence

from converter.citations.found import NOTHING, Mark
from converter.citations.gaps import past_gap
from converter.citations.names import people
from converter.citations.quotation import CLOSING, quoted
from converter.model import FieldKind as K

QUOTED_BEFORE = re.compile(rf"[{CLOSING}]\s?,?\s?(?:in\s|в\s)?\Z")
LONGEST_JOIN = 8  # characters between the title and the newspaper, its last mark included
LONGEST = 250  # characters of author and title


def title(text: str, at: int) -> Sequence[Mark]:
    """The title in quotation marks that begins here."""
    end = quoted(text, at)
    return (Mark(K.ARTICLE, at, end),) if end else NOTHING


def with_article(text: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """The fields, with the article's author and title where they stand straight before them."""
    begins = marks[0].start if marks else 0
    closes = QUOTED_BEFORE.search(text, max(0, begins - LONGEST_JOIN), begins)
    if not closes:
        return marks
    end = closes.start() + 1
    for start in range(max(0, begins - LONGEST), closes.start()):
        in_word = start > 0 and text[start - 1].isalnum()
        authors, after = ([], start) if in_word else people(text, start)
        opens = past_gap(text, after) if authors else start
        if quoted(text, opens) == end:
            return (*authors, Mark(K.ARTICLE, opens, end), *marks)
    return marks
