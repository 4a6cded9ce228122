"""Colours of the edition: what its settings may change, and whether it can still be read."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

HEX = re.compile(r"#[0-9a-fA-F]{6}")
ENOUGH = 4.5  # WCAG 2.2, 1.4.3, for text of ordinary size

# As xslt/html/assets/edition.css has them.
OURS: Mapping[str, Mapping[str, str]] = {
    "light": {
        "paper": "#fdfbf6",
        "panel": "#f5f0e4",
        "ink": "#211d18",
        "soft": "#655c4f",
        "line": "#ddd4c2",
        "accent": "#86301d",
        "mark": "#fbecc0",
    },
    "dark": {
        "paper": "#171512",
        "panel": "#211e19",
        "ink": "#e6dfd2",
        "soft": "#aca290",
        "line": "#3b352c",
        "accent": "#e3a27f",
        "mark": "#443719",
    },
}
GROUNDS = ("paper", "panel", "mark")
# What is written on what; small grey words stand on marked places too.
WRITTEN = [(words, ground) for ground in GROUNDS for words in ("ink", "soft", "accent")]
Colours = Mapping[str, Mapping[str, str]]


class Faint(NamedTuple):
    """A colour that is hard to read on the ground it stands on."""

    scheme: str
    colour: str
    ground: str
    contrast: float


def unfit_colours(value: object) -> str:
    """What is to be written instead of a value of the setting; nothing where it can be used."""
    form = 'a table such as { light = { accent = "#7a2e1d" }, dark = { accent = "#e3a27f" } }'
    if not isinstance(value, Mapping) or set(value) - set(OURS):
        return form
    for table in value.values():
        if not isinstance(table, Mapping):
            return form
        if unknown := sorted(set(table) - set(OURS["light"])):
            return f"for '{unknown[0]}' one of {', '.join(OURS['light'])}"
        for name, colour in table.items():
            if not isinstance(colour, str) or not HEX.fullmatch(colour):
                return f"for '{name}' a colour such as \"#7a2e1d\", with six digits"
    return ""


def palette(changed: Colours) -> dict[str, dict[str, str]]:
    """Our colours with those that an edition changes."""
    return {scheme: {**ours, **changed.get(scheme, {})} for scheme, ours in OURS.items()}


def too_faint(changed: Colours) -> Iterator[Faint]:
    """What could no longer be read, the faintest first."""
    found = (
        Faint(scheme, words, ground, contrast(table[words], table[ground]))
        for scheme, table in palette(changed).items()
        for words, ground in WRITTEN
    )
    yield from sorted((each for each in found if each.contrast < ENOUGH), key=lambda f: f.contrast)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def stylesheet(changed: Colours) -> str:
    """The colours that an edition changes, in both schemes, as ``assets/colours.css``.

    ``light-dark`` follows the scheme in use, whether the system or the reader chose it; the
    selector outweighs that of edition.css for any scheme. Paper has colours of its own.
    """
    both = palette(changed)
    names = [name for name in OURS["light"] if any(name in table for table in changed.values())]
    lines = [
        f"  --{name}: light-dark({both['light'][name]}, {both['dark'][name]});" for name in names
    ]
    told = "/* The colours that the settings of the edition change. */\n"
    return told + (
        "\n".join(["@media screen {", "html:root:root:root {", *lines, "}", "}", ""])
        if lines
        else ""
    )
