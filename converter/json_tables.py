"""JSON as the program writes it for others to read: indented by one, and long tables row by row.

So the rows of a table need not be in memory together.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def json_bytes(data: Any) -> bytes:
    """A value that is small enough to be written at once."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def json_pieces(data: Mapping[str, Any], size: int = 1 << 16) -> Iterator[bytes]:
    """The same bytes in pieces, of an object some of whose values may be iterators.

    These become lists; so may values within a value: its own mappings and lists, row by row.
    """
    written = bytearray()
    for piece in pieces(data):
        written += piece.encode()
        if len(written) >= size:
            yield bytes(written)
            written.clear()
    yield bytes(written)


def pieces(data: Mapping[str, Any]) -> Iterator[str]:
    between = "{"
    for name, value in data.items():
        yield f"{between}\n {plain(name)}: "
        between = ","
        if isinstance(value, Mapping):
            rows = (f"{plain(key)}: {inside(each)}" for key, each in value.items())
            yield from enclosed("{", rows, "}")
        elif isinstance(value, list | tuple | Iterator):
            yield from enclosed("[", map(inside, value), "]")
        else:
            yield plain(value)
    yield "\n}\n" if data else "{}\n"


def enclosed(opens: str, rows: Iterable[str], closes: str) -> Iterator[str]:
    between = opens
    for row in rows:
        yield f"{between}\n  {row}"
        between = ","
    yield f"{opens}{closes}" if between == opens else f"\n {closes}"


def inside(value: Any) -> str:
    """A value in a list or table that stands in the outermost one."""
    if isinstance(value, str):
        return plain(value)
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n  ")


def plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
