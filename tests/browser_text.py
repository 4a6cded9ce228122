"""A page of text as browsers give it away otherwise: copied, and saved in their own text format."""

from collections.abc import Iterator
from textwrap import wrap

URL = "https://archive.example/browse?volume=1&amp;page="


def copied(page: bytes, blank_lines: bool = False) -> bytes:
    """What is copied of the whole page: no bullets, and perhaps a blank line behind every block."""
    lines = [line.strip().removeprefix("• ") for line in page.decode().split("\n")]
    if blank_lines:
        lines = [part for line in lines if line for part in (line, "")]
    return "\n".join(lines).encode()


def saved_as_text(page: bytes, links: bool = True) -> bytes:
    """A browser's own text format: stars for bullets, addresses behind links, lines wrapped."""
    return "\n".join(text_lines(page.decode().split("\n"), links)).encode()


def text_lines(lines: list[str], links: bool) -> Iterator[str]:
    for number, line in enumerate(lines):
        text = line.strip()
        if text.startswith("• "):
            address = f" <{URL}{number}>" if links else ""
            yield f"  * {text[2:]}{address}"
        else:
            yield from wrap(text, 72) or [""]
