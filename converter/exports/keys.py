"""Keys: the name by which a text cites a source; unique, and the same in every export."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from converter.exports.reference import Reference
from converter.identifiers import slug


def with_keys(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """The same, each once and with a key of its own, of a–z, 0–9 and the hyphen.

    Keys that would be the same all take six digits of their content, so that none of them depends
    on the order in which the files were named.
    """
    once = list(dict.fromkeys(replace(each, key=made_key(each)) for each in references))
    shared = Counter(each.key for each in once)
    return tuple(told_apart(each) if shared[each.key] > 1 else each for each in once)


def told_apart(reference: Reference) -> Reference:
    """The same under a key that no other has."""
    return replace(reference, key=f"{reference.key}-{content_hash(reference)}")


def made_key(reference: Reference) -> str:
    """The key, else what tells the source from others, in the alphabet that all formats take."""
    author = reference.creators[0] if reference.creators else None
    words = (
        (author.family or author.literal) if author else "",
        reference.heading or reference.container or reference.holder or reference.url,
        reference.date.edtf or reference.original_date.edtf,
    )
    return slug(reference.key, 200) or slug(" ".join(words)) or f"x{content_hash(reference)}"


def content_hash(reference: Reference) -> str:
    return hashlib.sha256(repr(reference).encode()).hexdigest()[:6]
