"""A page of text as its viewer and the browsers might have it as HTML, in several shapes."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

Shape = Callable[[list[str]], Iterator[str]]
MENU = "<script>var pages = ['Page 1', '<p>'];</script><style>p { margin: 0 }</style>"


def bullets(lines: list[str], shape: Shape) -> Iterator[str]:
    """Lines with bullets as lists within lists, all others in a shape."""
    waiting: list[str] = []
    for line in [*lines, ""]:
        if not line.lstrip().startswith("• "):
            waiting.append(line)
            continue
        yield from shape(waiting)
        waiting = []
        depth = (len(line) - len(line.lstrip())) // 2
        item = f'<li><a href="/x?a=1&amp;b=2">{escape(line.lstrip()[2:])}</a></li>'
        yield "<ul>" * depth + item + "</ul>" * depth
    yield from shape(waiting[:-1])


def divs(lines: list[str]) -> Iterator[str]:
    """Each line a div with a span in it; what parts page marks are breaks."""
    for line in lines:
        yield f'<div class="l"><span>{escape(line)}</span></div>' if line.strip() else "<br>"


def breaks(lines: list[str]) -> Iterator[str]:
    """All in one div, its lines parted by breaks, with the source's own line ends among them."""
    if lines:
        yield "<div>" + "<br/>\n      ".join(map(escape, lines)) + "</div>"


def paragraphs(lines: list[str]) -> Iterator[str]:
    """Each line a paragraph, page marks too."""
    yield from (f"<p>{escape(line)}</p>" for line in lines if line.strip())


def spans(lines: list[str]) -> Iterator[str]:
    """Words in elements of their own, the source broken and indented between them."""
    for line in lines:
        words = escape(line).split(" ")
        inner = "\n        ".join(f"<span>{word}</span>" for word in words)
        yield f"<section>\n  {inner}\n</section>" if line.strip() else "<br>"


def entities(lines: list[str]) -> Iterator[str]:
    """Every character beyond ASCII as a reference."""
    for line in divs(lines):
        yield line.encode("ascii", "xmlcharrefreplace").decode()


SHAPES: dict[str, Shape] = {
    "divs": divs,
    "breaks": breaks,
    "paragraphs": paragraphs,
    "spans": spans,
    "entities": entities,
}


def document(lines: Iterable[str], charset: str = "utf-8", before: str = "") -> str:
    body = "\n".join(lines)
    return (
        f'<!DOCTYPE html>\n{before}<html lang="en">\n<head>\n<meta charset="{charset}">\n'
        f"<title></title>{MENU}</head>\n<body>\n<noscript>Switch it on.</noscript>\n{body}\n"
        f"{MENU}<iframe src='x.html'></iframe></body></html>\n"
    )


def as_html(page: bytes, shape: str = "divs") -> str:
    """A page of text as HTML."""
    return document(bullets(page.decode().split("\n"), SHAPES[shape]))
