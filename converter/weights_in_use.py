"""The weights in use: those of a file, with the name that reports give it, or the program's own."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from converter.evidence.weights import WeightTable, shipped, table_of
from converter.problems import Place, Problem, Refused

NAME = "weights.json"
SHIPPED = "shipped"
GREATEST = 100.0  # a weight beyond this would overrule everything, and none is learned


@dataclass(frozen=True, slots=True)
class WeightsInUse:
    """Weights, what reports call them, and the checksum of their file; without one, our own."""

    own: WeightTable | None = None
    name: str = SHIPPED
    sha256: str = ""

    @property
    def table(self) -> WeightTable:
        """The weights themselves; those of the program are read when they are asked for."""
        return self.own or shipped()

    def __str__(self) -> str:
        return f"{self.name} ({self.table.about})" if self.table.about else self.name

    def as_data(self) -> dict[str, str]:
        """The same for a machine, ready for JSON."""
        return {"file": self.name, "about": self.table.about}

    def checksums(self) -> dict[str, dict[str, str]]:
        """The file as the manifest of an edition names its sources."""
        return {self.name: {"sha256": self.sha256}} if self.sha256 else {}


def read_in_use(path: Path) -> WeightsInUse:
    """The weights of a file. Raises Refused where it cannot be read or is no table of weights."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error.strerror or str(error)) from None
    return WeightsInUse(parsed(data, path), path.name, hashlib.sha256(data).hexdigest())


def parsed(data: bytes, path: Path) -> WeightTable:
    """The table in the bytes of a file, every number of it fit to be weighed."""
    try:
        text = data.decode()
        numbers = json.loads(text, parse_float=weight, parse_int=weight, parse_constant=weight)
        return table_of(numbers)
    except UnicodeDecodeError:
        raise unreadable(path, "it is not in UTF-8") from None
    except json.JSONDecodeError as error:
        printed = error.doc.split("\n")[error.lineno - 1]
        cause = "it is no JSON: " + error.msg[:1].lower() + error.msg[1:]
        raise unreadable(path, cause, error.lineno, error.colno, printed) from None
    except KeyError as error:
        raise unreadable(path, f"it has no {error}") from None
    except ValueError as error:
        raise unreadable(path, str(error)) from None
    except (TypeError, AttributeError, IndexError, RecursionError):
        raise unreadable(path, "not a table of weights") from None


def weight(printed: str) -> float:
    """A number of the table; one with which nothing can be weighed is an error."""
    value = float(printed)
    if not abs(value) <= GREATEST:
        raise ValueError(f"{printed[:20]} is no weight")
    return value


def unreadable(
    path: Path, cause: str, line: int = 0, column: int = 0, printed: str = ""
) -> Refused:
    place = Place(str(path), line, column)
    return Refused(Problem("weights-unreadable", place, printed, {"cause": cause}))
