"""Many references: those of a volume with their keys, on the shelf instead of in memory."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from converter.exports.keys import made_key, told_apart
from converter.exports.reference import Reference
from converter.shelf import BYTES, NAMES, NUMBERS, OBJECTS, Shelf, Table


@dataclass(frozen=True, slots=True)
class Many(Iterable[Reference]):
    """References in their order, each once; ``shared`` counts those that would have a key."""

    references: Table[int, Reference]
    shared: Table[str, int]

    def __iter__(self) -> Iterator[Reference]:
        for each in self.references.values():
            yield told_apart(each) if self.shared[each.key] > 1 else each

    def __bool__(self) -> bool:
        return bool(self.references)


@contextmanager
def many(references: Iterable[Reference], shelf: Shelf) -> Iterator[Many]:
    """The same as ``with_keys`` returns, to be gone through more than once and then forgotten."""
    found = Many(shelf.table(NUMBERS, OBJECTS), shelf.table(NAMES, OBJECTS))
    known = shelf.table(BYTES, BYTES)
    for number, each in enumerate(references):
        keyed = replace(each, key=made_key(each))
        content = hashlib.sha256(repr(keyed).encode("utf-8", "surrogatepass")).digest()
        if content not in known:
            known[content] = b""
            found.references[number] = keyed
            found.shared[keyed.key] = found.shared.get(keyed.key, 0) + 1
    yield found
    for table in (found.references, found.shared, known):
        table.clear()
