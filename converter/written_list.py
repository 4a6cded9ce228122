"""A list of the edition as a file: written, unless an editor changed it, and then theirs counts."""

from collections.abc import Mapping

from converter.markup import ID
from converter.output import Output
from converter.packed import Packed
from converter.problems import Place, Problem, Refused
from converter.xml_files import parse_xml

Entries = Mapping[str, Mapping[str, str]]  # of a list, by their ids, with facts for a problem
NO_ENTRIES: Packed[Entries] = Packed.of({})


def written(
    name: str,
    ours: bytes,
    output: Output,
    lacks: str = "",
    entries: Packed[Entries] = NO_ENTRIES,
) -> tuple[bytes, list[Problem]]:
    """The TEI of a list as it is on disk after this; what is to be said of an editor's own.

    ``entries`` are those of our list by their ids; of each that the editor's has not there is a
    problem with the code ``lacks`` and these facts. One that cannot be read is not used.
    """
    edited = output.changed_by_hand(name)
    output.write(name, ours)
    if edited is None or edited == ours:
        return ours, []
    path = str(output.folder / name)
    try:
        root = parse_xml(edited, path).getroot()
    except Refused as refused:
        return ours, [refused.problem]
    there = {node.get(ID) for node in root.iter()}
    lacking = (dict(facts) for key, facts in entries.read().items() if key not in there)
    return edited, [Problem(lacks, Place(path), "", facts) for facts in lacking]
