"""Order: the documents of a volume by date, and by its contents list where dates do not tell."""

from collections.abc import Iterable, Mapping, Sequence

from converter.entries import Entry

WHOLE = len("1938-05-23")


def ordered(entries: Iterable[Entry], positions: Mapping[str, int]) -> list[Entry]:
    """The documents by date, the undated last; ``positions`` are their places in the contents.

    Those of one day stand as in the contents. One whose month or year alone is known stands behind
    the documents of that month or year that the contents list before it, else before all of them.
    """

    def key(entry: Entry) -> tuple[bool, str, bool, int, str, str]:
        when, place = entry.summary.when, positions.get(entry.name)
        return (not when, when, place is None, place or 0, entry.summary.identifier, entry.name)

    known = sorted(entries, key=key)
    out = [entry for entry in known if len(entry.summary.when) in (0, WHOLE)]
    for entry in known:
        if len(entry.summary.when) not in (0, WHOLE):
            out.insert(place_of(entry, out, positions), entry)
    return out


def place_of(entry: Entry, others: Sequence[Entry], positions: Mapping[str, int]) -> int:
    """Where among the others a document of an uncertain day belongs."""
    when, own = entry.summary.when, positions.get(entry.name, -1)
    place = next(
        (i for i, e in enumerate(others) if not e.summary.when or e.summary.when >= when),
        len(others),
    )
    for i, other in enumerate(others):
        listed_before = 0 <= positions.get(other.name, own) < own
        if other.summary.when.startswith(when) and listed_before:
            place = i + 1
    return place
