"""The file of learned weights: sealed by its checksum, so that what somebody made of it is kept."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from converter.counting import plural
from converter.evidence.weights import WeightTable, text_of
from converter.output import write_new
from converter.weights_in_use import SHIPPED, WeightsInUse

BY = "learned by converter learn"
SEAL = re.compile(r"; checksum ([0-9a-f]{16})(?=\")")


def about(documents: int, decisions: int, start: WeightsInUse) -> str:
    """What the table says of itself."""
    origin = "the shipped weights" if start.name == SHIPPED else start.name
    taught = f"{plural(documents, 'document')} and {plural(decisions, 'decision')}"
    return f"{BY} from {taught}, from {origin}"


def write_learned(path: Path, table: WeightTable, overwrite: bool) -> None:
    """Writes the table; a file that is not as a learning run left it only with ``overwrite``."""
    write_new(path, sealed(table).encode(), overwrite or untouched(path))


def sealed(table: WeightTable) -> str:
    """The text of the table, whose first line has its checksum."""
    seal = f"; checksum {checksum(text_of(table))}"
    return text_of(replace(table, about=table.about + seal))


def untouched(path: Path) -> bool:
    """The file is as a learning run left it."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    seal = SEAL.search(text)
    return seal is not None and seal.group(1) == checksum(SEAL.sub("", text, count=1))


def checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
