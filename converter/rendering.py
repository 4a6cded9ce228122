"""Rendering for an edition: the renderer of each process, and the pages that are no documents.

Those are rendered by the workers, which have a warm renderer already: the first process, which
holds what is known of all documents, never needs one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from converter.problems import Refused
from converter.render import Rendered, Renderer
from converter.workers import Lost, Workers

FORMS: Mapping[str, Callable[..., Rendered]] = {
    "html": Renderer.html,
    "text": Renderer.text,
    "contents": Renderer.contents,
    "search": Renderer.search,
    "annotations": Renderer.annotations,
    "encoding": Renderer.encoding,
}
Told = dict[str, str | bytes | bool]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page to be made: of which form, from which TEI, and what its stylesheet is told."""

    form: str
    tei: bytes
    told: Told


def rendered(workers: Workers, pages: Sequence[Rendering]) -> list[Rendered | Refused]:
    """Each of the pages, or why it cannot be made. One that costs two processes is made in this."""
    answers = workers.each(render, pages)
    return [render(each.task) if isinstance(each, Lost) else each for each in answers]


def render(page: Rendering) -> Rendered | Refused:
    try:
        return FORMS[page.form](renderer(), page.tei, **page.told)
    except Refused as refused:
        return refused


@cache
def renderer() -> Renderer:
    """One for all pages of a process, made when the first is rendered."""
    return Renderer()
