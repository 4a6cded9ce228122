"""Count how often notes name each archive and cite each serial of the authorities."""

import re
from collections import Counter
from collections.abc import Iterable

from converter.authorities import Authorities, Repository, Serial
from converter.authority_forms import is_siglum
from converter.unknown_sigla import Note

# A newspaper may be spoken of: it is cited where a date, a volume or a page follows.
CITED = r"(?=\W{0,4}(?:\d|[IVXLC]+\b|[ivxlc]{2,}\b|vol|no\b|ser|tom|doc|т\.|№|Bd))"


def counted(notes: Iterable[Note], known: Authorities) -> list[tuple[Repository | Serial, int]]:
    """Every entry with its count, the most cited first, in the order of the file where equal."""
    found: Counter[str] = Counter()
    pattern = forms_and_codes(known)
    for note in notes:
        last, end = "", -1
        for match in pattern.finditer(note.text):
            printed = match.group()
            archive = known.repository(printed) or known.of_class(printed)
            entry = archive or known.serial(printed)
            id_ = entry.id if entry else ""
            code_of_it = id_ == last and not note.text[end : match.start()].strip(" ,")
            last, end = id_, match.end()
            found[id_] += not code_of_it
    return sorted(((entry, found[entry.id]) for entry in known.entries), key=lambda pair: -pair[1])


def forms_and_codes(known: Authorities) -> re.Pattern[str]:
    """One pattern for all forms, the longest first: ``TNA`` before ``T``."""
    pieces = [(form, "") for entry in known.repositories for form in entry.forms]
    pieces += [(form, CITED) for entry in known.serials for form in entry.forms]
    pieces += [(code, r"(?= ?\d)") for entry in known.repositories for code in entry.classes]
    ordered = sorted(pieces, key=lambda piece: -len(piece[0]))
    return re.compile(
        r"(?<!\w)(?:" + "|".join(alternative(*piece) for piece in ordered) + ")", re.UNICODE
    )


def alternative(form: str, follows: str) -> str:
    """A form as part of a pattern; in names of several words capitals may differ."""
    escaped = re.escape(form)
    if " " in form and not is_siglum(form):
        escaped = f"(?i:{escaped})"
    return escaped + r"(?!\w)" + follows
