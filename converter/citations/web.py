"""Pages on the web: an address, the day on which it was seen, a title before it."""

import re
from collections.abc import Sequence

from converter.citations import fields
from converter.citations.found import NOTHING, Mark
from converter.citations.rule import CitationRule, NoteText, one_of
from converter.citations.titled_part import with_article
from converter.model import CitationKind

ACCESSED = re.compile(
    r"\s?,?\s?\(?(?:accessed|last accessed|retrieved|abgerufen am|дата обращения:?)\s(?:on\s)?"
)


def on_the_web(note: NoteText, at: int) -> Sequence[Mark]:
    head = fields.address(note.text, at)
    if not head:
        return NOTHING
    end = head[0].end
    accessed = ACCESSED.match(note.text, end)
    read, start = (fields.date, accessed.end()) if accessed else (fields.dated, end + len(", "))
    return with_article(note.text, (*head, *read(note.text, start)))


RULES = (
    CitationRule(
        "web",
        CitationKind.WEB,
        on_the_web,
        because="an address of the web leads to a source",
        yes=(
            "[[https://example.org/vik]].",
            "[[A. Brandt, ‘Pilots’, www.example.org/amsel (accessed 5 May 2031)]].",
        ),
        no=("http is a protocol", "example.org has no protocol"),
        needs=one_of("http", "www."),
    ),
)
