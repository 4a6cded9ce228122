"""Names in a bag: as given, but for those that not every reader of bags understands."""

import re
import unicodedata
from collections.abc import Collection

from converter.identifiers import short_hash

# The per cent sign stands for itself in old bags and not in new ones, and a backslash parts folders
# on Windows. Readers also stumble over many line ends in one name.
UNSAFE = re.compile(r"[%\\\0]")
LINE_END, NONE = re.compile(r"[\r\n]"), re.compile(r"(?!)")
MOST_LINE_ENDS = 2


def stored_name(name: str, taken: Collection[str] = ()) -> str:
    """The name under which a file lies in the bag; ``taken`` are names of others, as ``alike``.

    >>> stored_name("diary/14 März.txt"), stored_name("50 %.txt")
    ('diary/14 März.txt', '50 _-feac5b.txt')
    """
    ends = LINE_END if len(LINE_END.findall(name)) > MOST_LINE_ENDS else NONE
    made = ends.sub("_", UNSAFE.sub("_", name))
    return marked(made, name) if made != name or alike(made) in taken else made


def marked(made: str, name: str) -> str:
    """A name with a mark of the one it stands for, before its ending."""
    stem, dot, ending = made.rpartition(".")
    mark = short_hash(name)
    return f"{stem}-{mark}.{ending}" if dot and "/" not in ending else f"{made}-{mark}"


def alike(name: str) -> str:
    """What two names share that some file systems hold for one."""
    return unicodedata.normalize("NFC", name).casefold()
