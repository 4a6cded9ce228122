"""What a title says: the date in it, in whatever language, and the kind of document."""

from collections.abc import Iterator

from converter.dates import dates_in
from converter.languages import Language, languages
from converter.model import DocumentKind


def tongues(first: Language) -> Iterator[Language]:
    """The language of the text, then all others: titles are often in that of the archive."""
    yield first
    yield from (tongue for tongue in languages().values() if tongue.code != first.code)


def tongue_of_title(title: str, text: Language) -> Language:
    """The first language in which the title names a date, else that of the text."""
    return next((t for t in tongues(text) if any(dates_in(title, t))), text)


def kind_of(title: str, addressed: bool, text: Language) -> DocumentKind:
    """A letter has a recipient, a diary entry a date as its title; a conversation's says so."""
    if addressed:
        return DocumentKind.LETTER
    found = next(dates_in(title, tongue_of_title(title, text)), None)
    if found and found.start == 0 and found.end == len(title.rstrip(" .")):
        return DocumentKind.DIARY_ENTRY
    if any(title.lower().startswith(t.conversation_titles) for t in tongues(text)):
        return DocumentKind.CONVERSATION
    return DocumentKind.DOCUMENT
