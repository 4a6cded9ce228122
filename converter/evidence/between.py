"""What lies between a line and the running text before it, in the words of the anchor signs."""

from converter.evidence.sign import Scene


def behind(line: int, body: int) -> str:
    """The first half of a value: whether a note stands between the text and this line."""
    return "behind a note: " if line - body > 1 else ""


def prefixed(line: int, body: int, value: str) -> str:
    return behind(line, body) + value if value else ""


def marked(scene: Scene, i: int) -> str:
    return " over a page mark" if scene.views[i].mark_before is not None else ""
