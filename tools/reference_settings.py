"""docs/settings.md: the keys of edition.toml, with the words that `converter init` writes."""

import re
from collections.abc import Mapping
from dataclasses import fields
from itertools import groupby

from converter.initial import TEMPLATE
from converter.settings import ADDRESSES, CODED, Settings

HEAD = """\
# Settings

All keys of `edition.toml`. Each may be left out, and without the file a bare folder of pages
builds; `converter init` writes one with these comments. A key that does not exist and a value that
cannot be used are errors, with line and column. The file is found where it lies in a folder of
pages that is named; `--edition` names another one. What lies beside it is used too:
`authorities.xml`, `persons.xml`, `weights.json`.
"""
TAIL = """\
## A whole file

That of the examples. A licence needs a publisher: nobody else could grant it. `publisher`,
`licence` and `date` go into the publication statement of every document.

```toml
{example}```
"""
LINE = re.compile(r"(?:# )?([a-z_]+) = (.+)")


def settings_page(example: str) -> str:
    """The page as it should be; ``example`` is an edition.toml that is shown."""
    said = comments()
    groups = groupby(fields(Settings), lambda each: said[each.name][0])
    parts = [section(words, {each.name: said[each.name][1] for each in keys})
             for words, keys in groups]  # fmt: skip
    return "\n".join([HEAD, *parts, TAIL.format(example=example)])


def section(words: str, shown: Mapping[str, str]) -> str:
    """Keys that belong together: what they say, what they can be, how they are written."""
    written = "\n".join(f"{key} = {value}" for key, value in shown.items())
    parts = [f"## {', '.join(shown)}", words, *filter(None, map(can_be, shown))]
    return "\n\n".join([*parts, f"```toml\n{written}\n```\n"])


def can_be(key: str) -> str:
    """The values that a key takes, where not every text is one."""
    if key in CODED:
        return f"`{key}` is one of " + ", ".join(f'`"{code}"`' for code in CODED[key]()) + "."
    if key in ADDRESSES:
        return f"`{key}` is {ADDRESSES[key][0].replace('{', '`{').replace('}', '}`')}."
    return ""


def comments() -> dict[str, tuple[str, str]]:
    """Of every key, what the first edition.toml says above it, and the value that stands there."""
    found: dict[str, tuple[str, str]] = {}
    words: list[str] = []
    filled = TEMPLATE.format(
        pages="", volumes="", rights="#", title='"The Pilot Diaries"', language='"en"'
    )
    for line in filled.split("\n"):
        if key := LINE.fullmatch(line):
            found[key[1]] = (" ".join(words), key[2])
        elif line.startswith("# "):
            words = [] if found and not words else words
            words.append(line.removeprefix("# "))
        else:
            words = words if line == "#" else []
    return found
