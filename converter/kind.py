"""One row of the table of problems: how grave it is, what is said, what to do."""

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of problem; ``says`` and ``hint`` name the facts of a case in braces."""

    severity: str
    says: str
    hint: str
