"""Examples: sections of text as the signs they show, with what is known of their readings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from converter.evidence import shown_anchors, shown_signs
from converter.evidence.sequence import MOST
from converter.evidence.sign import Scene
from converter.evidence.words import word_signs
from converter.lines import Reading

SIGN, ANCHOR, WORD = "signs", "anchors", "words"
Key = tuple[str, str, str]  # which table, which sign, which value


@dataclass(frozen=True, slots=True)
class Example:
    """A section to learn from.

    ``lines`` holds the signs of each line, ``anchors`` those between it and the text before it, by
    the lines of notes between them. ``readings`` are what is known, None what is not; ``fixed`` are
    the lines the page itself settles, from which nothing is learned.
    """

    source: str
    lines: tuple[tuple[Key, ...], ...]
    anchors: tuple[tuple[tuple[Key, ...], ...], ...]
    readings: tuple[Reading | None, ...]
    fixed: tuple[bool, ...]
    headed: bool
    weight: float = 1.0


def example_of(
    source: str,
    scene: Scene,
    readings: Sequence[Reading | None],
    fixed: Iterable[int],
    weight: float = 1.0,
) -> Example:
    """The signs of a scene, counted once."""
    settled = set(fixed)
    return Example(
        source=source,
        lines=tuple(line_keys(scene, i) for i in range(len(scene.lines))),
        anchors=tuple(
            tuple(anchor_keys(scene, i, i - 1 - behind) for behind in range(MOST + 1))
            for i in range(len(scene.lines))
        ),
        readings=tuple(readings),
        fixed=tuple(i in settled for i in range(len(scene.lines))),
        headed=scene.headed,
        weight=weight,
    )  # fmt: skip


def line_keys(scene: Scene, i: int) -> tuple[Key, ...]:
    keys = [(SIGN, name, value) for name, value in shown_signs(scene, i)]
    return (*keys, *((WORD, word, "") for word in word_signs(scene.lines[i])))


def anchor_keys(scene: Scene, i: int, body: int) -> tuple[Key, ...]:
    if body < -1 or (body == -1 and i > 0):
        return ()
    return tuple((ANCHOR, name, value) for name, value in shown_anchors(scene, i, body))
