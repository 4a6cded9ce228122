"""References → plain text after the notes of the Chicago Manual of Style, one a line.

Days stand before months, which the manual allows where many dates are cited.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from converter.exports.reference import Kind, Reference, Role
from converter.exports.wording import day, people

QUOTED = frozenset(
    (Kind.DOCUMENT, Kind.REPORT, Kind.JOURNAL, Kind.CHAPTER, Kind.THESIS, Kind.WEB, Kind.OTHER)
)
DATED = frozenset((Kind.ARCHIVAL, Kind.REPORT, Kind.WEB, Kind.OTHER))


def write(references: Iterable[Reference]) -> str:
    """One note a line."""
    return "".join(pieces(references))


def pieces(references: Iterable[Reference]) -> Iterator[str]:
    """The same, line by line."""
    return (f"{note(reference)}\n" for reference in references)


def note(reference: Reference) -> str:
    """One source as a full note: its parts with commas, a full stop at the end."""
    parts = list(filter(None, parts_of(reference)))
    text = parts[0] if parts else reference.key
    for before, part in pairwise(parts):
        if part.startswith((" ", ": ", "; ")):
            text += part
        elif before.endswith("”"):
            text = f"{text[:-1]},” {part}"
        else:
            text += f", {part}"
    return stopped(text)


def stopped(text: str) -> str:
    """With a full stop, which stands before a closing quotation mark."""
    if text.endswith("”"):
        return text if text[-2:-1] in ".?!" else f"{text[:-1]}.”"
    return text if text.endswith((".", "?", "!")) else f"{text}."


def parts_of(reference: Reference) -> Iterator[str]:
    """The parts of a note in order; one that begins with a space follows without a comma."""
    letter = named_by_correspondents(reference)
    authors = people(reference.by(Role.AUTHOR))
    recipients = people(reference.by(Role.RECIPIENT))
    yield f"{authors} to {recipients}" if letter else authors
    yield "" if letter else own_title(reference)
    if reference.is_part:
        yield written(reference, letter)
        joined = reference.kind in (Kind.JOURNAL, Kind.REPORT)
        yield reference.container if joined else f"in {reference.container}"
    for editors, what in ((Role.EDITOR, "ed."), (Role.TRANSLATOR, "trans.")):
        if who := people(reference.by(editors)):
            yield f"{what} {who}"
    yield reference.series
    if reference.kind is Kind.JOURNAL:
        yield from journal_parts(reference)
    else:
        yield f"vol. {reference.volume}" if reference.volume else ""
        yield f"no. {reference.issue}" if reference.issue else ""
        yield from published(reference)
        known = reference.first_page or not reference.last_page
        yield reference.pages if known else f"to p. {reference.last_page}"
    yield from kept(reference)
    yield reference.note
    yield reference.url


def own_title(reference: Reference) -> str:
    """A part's title in quotation marks, those within it in single ones."""
    title = reference.title
    if day(reference.original_date).startswith(f"{title} "):
        return ""  # “9 June” of a diary says less than the date that follows it
    if not title or reference.kind not in QUOTED:
        return title
    return f"“{title.replace('“', '‘').replace('”', '’')}”" if "„" not in title else f"“{title}”"


def named_by_correspondents(reference: Reference) -> bool:
    """A letter whose title names no more than who wrote to whom, and when."""
    authors, recipients = reference.by(Role.AUTHOR), reference.by(Role.RECIPIENT)
    sender, to, rest = reference.title.partition(" to ")
    if not (authors and recipients and to):
        return False
    names = {word for author in authors for word in author.natural.split()} | {"and"}
    named = all(each.family and each.family in sender for each in authors)
    reached = all(each.family and each.family in rest for each in recipients)
    # “Telegram from O. Vik” says more.
    return named and reached and all(w in names or w.endswith(".") for w in sender.split())


def written(reference: Reference, always: bool) -> str:
    """When a document was written, unless its title says so."""
    date = reference.original_date
    told = date.begin[:4] or date.printed
    return "" if told and told in reference.title and not always else day(date)


def published(reference: Reference) -> Iterator[str]:
    """Place, publisher and year in parentheses; the day alone of what appears on a day."""
    house = ": ".join(filter(None, (reference.place, reference.publisher)))
    if reference.unpublished or reference.kind in DATED:
        yield "" if reference.unpublished else house
        yield day(reference.date)
        return
    thesis = "thesis" if reference.kind is Kind.THESIS else ""
    if inside := ", ".join(filter(None, (thesis, house, day(reference.date)))):
        yield f" ({inside})"


def journal_parts(reference: Reference) -> Iterator[str]:
    """``12, no. 3 (June 2007): 201–219``."""
    yield f" {reference.volume}" if reference.volume else ""
    yield f"no. {reference.issue}" if reference.issue else ""
    yield f" ({day(reference.date)})" if reference.date else ""
    yield f": {reference.pages}" if reference.pages else ""


def kept(reference: Reference) -> Iterator[str]:
    """Shelfmark and archive; of a printed document, where its original lies."""
    place = ", ".join(filter(None, (reference.location, reference.holder)))
    if reference.unpublished:
        yield place
    elif place:
        yield f"; original: {place}"
