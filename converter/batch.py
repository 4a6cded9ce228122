"""Batches: the same work on every file; a file that cannot be used costs only itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.authorities import Authorities
from converter.decision_files import DecisionFiles, sections_of
from converter.evidence.weights import WeightTable
from converter.output import write_new
from converter.page_assets import AssetsBeside
from converter.pages import SavedPage, read
from converter.problems import Place, Problem, Refused, Stopped
from converter.settings import Settings
from converter.sources import Found, Source, colliding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: whether it could be used, and what is to be looked at."""

    source: Source
    used: bool
    problems: tuple[Problem, ...]
    result: bytes = b""


Work = Callable[[Source, bytes], tuple[bytes, tuple[Problem, ...]]]


def converting(
    settings: Settings,
    encoding: str,
    files: DecisionFiles,
    met: dict[Path, frozenset[str]],
    table: WeightTable | None = None,
    authorities: Authorities | None = None,
) -> Work:
    """The work of making TEI from a saved page, as the editor decided.

    ``met`` takes up the checksums of the texts of each page.
    """
    from converter.pipeline import convert  # slow to load

    def work(source: Source, data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
        decisions = files.for_page(source.path)
        path = str(source.path)
        products = convert(data, path, settings, encoding, decisions, table, authorities)
        met[source.path] = sections_of(products.page)
        return products.xml, products.problems

    return work


def rendering(
    form: str, show_doubt: bool = False, beside: AssetsBeside | None = None, language: str = ""
) -> Work:
    """The work of rendering a TEI file as ``html``, ``text`` or ``words``, whoever wrote it.

    ``beside`` is told what the pages load; without it they expect their assets where they are.
    ``language`` is that of the words that are wanted, if not all are.
    """
    from converter.render import Renderer  # slow to load

    renderer = Renderer()

    def work(source: Source, data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
        path = str(source.path)
        if form == "html":
            prefix = beside.prefix(source, ".html") if beside else ""
            rendered = renderer.html(data, path=path, home="", show_doubt=show_doubt, assets=prefix)
            if beside:
                beside.note(rendered.text)
        elif form == "words":
            rendered = renderer.words(data, path=path, places=places_in(data, path, language))
            if not rendered.text:
                raise Refused(Problem("no-author-words", Place(path)))
        else:
            rendered = renderer.text(data, path=path)
        return rendered.text.encode(), rendered.unhandled

    return work


def places_in(data: bytes, path: str, language: str) -> tuple[int, ...]:
    """The places of a document's sections in a language; Refused where it has none of them."""
    if not language:
        return ()
    from converter.word_files import in_language, word_files  # slow to load
    from converter.xml_files import parse_xml

    found = in_language(word_files(parse_xml(data, path).getroot()), language)
    if not found:
        raise Refused(Problem("no-author-words", Place(path)))
    return found


def read_all(sources: Iterable[Source], encoding: str) -> tuple[list[SavedPage], list[Problem]]:
    """The pages among the files that can be read, and why the others cannot."""
    pages, problems = [], []
    for source in sources:
        try:
            pages.append(read(source.data(), str(source.path), encoding))
        except Refused as refused:
            problems.append(refused.problem)
    return pages, problems


def each(
    found: Found, work: Work, ending: str, folder: Path | None, overwrite: bool
) -> Iterator[Outcome]:
    """``work`` done on every source; its result written below ``folder``, where one is given.

    A source that cannot be used is one outcome with its problem, and costs the others nothing.
    """
    clashes = colliding(found.sources, ending)
    for source in found.sources:
        try:
            if source in clashes:
                raise Refused(clashes[source])
            result, problems = work(source, source.data())
            if folder is not None:
                write_new(folder / source.mirrored(ending), result, overwrite)
        except Stopped:
            raise  # the next file would meet it too
        except Refused as refused:
            yield Outcome(source, False, (refused.problem,))
        else:
            yield Outcome(source, True, problems, result)
