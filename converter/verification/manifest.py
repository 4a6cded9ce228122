"""The manifest of an edition, read with suspicion: it may be damaged, or somebody else's."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter.inside import inside
from converter.output import MANIFEST
from converter.problems import Place, Problem, Refused

DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Checksums by the names of files, and the document that was made from each page."""

    outputs: Mapping[str, str]
    sources: Mapping[str, str]  # of pages alone
    documents: Mapping[str, str]  # page → name of its document, without folder and ending


def read_manifest(folder: Path) -> Manifest:
    """The manifest in a folder. Raises Refused where it is missing, damaged or leads out of it."""
    path = folder / MANIFEST
    if not path.is_file():
        raise Refused(Problem("manifest-missing", Place(str(folder))))
    try:
        data = json.loads(path.read_bytes())
        outputs = {named(name): digest(value) for name, value in table(data, "outputs").items()}
        pages = {
            name: each
            for name, each in table(data, "sources").items()
            if "document" in table({name: each}, name)
        }
        return Manifest(
            outputs,
            {name: digest(each.get("sha256")) for name, each in pages.items()},
            {name: named(each["document"]) for name, each in pages.items()},
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
    except RecursionError:
        reason = "it is nested too deeply"
    except ValueError as error:
        reason = str(error)
    facts = {"reason": reason}
    raise Refused(Problem("manifest-unreadable", Place(str(path)), "", facts))


def table(data: Any, key: str) -> dict[str, Any]:
    """What stands under a key, if it is a table."""
    found = data.get(key) if isinstance(data, dict) else None
    if not isinstance(found, dict):
        raise ValueError(f"'{key}' is no table")
    return found


def named(name: Any) -> str:
    """A name that can be one of a file inside the folder."""
    if not isinstance(name, str) or not name or "\0" in name:
        raise ValueError(f"{name!r} is no name of a file")
    name.encode()  # a name that no file system can have is a ValueError too
    return inside(name)


def digest(value: Any) -> str:
    if not isinstance(value, str) or not DIGEST.fullmatch(value):
        raise ValueError(f"{value!r} is no sha256")
    return value
