"""Files gathered from the documents beside them: passed over where folders of TEI are gone through.

A corpus holds what its documents hold, and the list of letters what their headers say: who takes a
whole folder means the documents.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from converter.counting import plural
from converter.markup import ID, TEI
from converter.sources import Found

GATHERED = frozenset(("corpus.xml", "correspondence.xml"))
CORPUS = f"{{{TEI}}}teiCorpus"


def documents_alone(found: Found, named: Sequence[Path]) -> tuple[Found, str]:
    """Without the gathered files of folders, and a sentence on them; those ``named`` stay."""
    left = tuple(each for each in found.sources if each.path in named or not is_gathered(each.path))
    number = len(found.sources) - len(left)
    said = f"{plural(number, 'file')} gathered from these documents passed over" if number else ""
    return replace(found, sources=left), said


def is_gathered(path: Path) -> bool:
    """Known by the name, and by the first element: anybody may call a document so."""
    if path.name not in GATHERED:
        return False
    try:
        with path.open("rb") as file:
            events = etree.iterparse(file, events=("start",), resolve_entities=False)
            root: etree._Element = next(iter(events))[1]
            return str(root.tag) == CORPUS or root.get(ID) == path.stem
    except (OSError, StopIteration, etree.XMLSyntaxError):
        return False
