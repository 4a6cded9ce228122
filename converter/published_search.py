"""Publish, the search: its page and its index, from the TEI of all documents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from converter.contents import Volume, contents
from converter.output import Output
from converter.problems import Problem
from converter.publish import Publisher, Volumes
from converter.settings import Settings
from converter.site.search import FOLDER, Searched, search_files

PAGE = "search.html"


@dataclass(frozen=True, slots=True)
class Search:
    """The files of the index, which are not there where it could not be made, and why not."""

    files: Mapping[str, bytes]
    problems: Sequence[Problem] = ()

    @property
    def lists(self) -> tuple[str, ...]:
        """Its page among the lists that other pages lead to."""
        return ("search",) if self.files else ()


def make_search(volumes: Volumes, output: Output) -> Search:
    """Before any page is written, because each says whether there is a search."""
    entries = (entry for group in volumes.values() for entry in group)
    found = (Searched.of(entry.name, entry.root, entry.summary) for entry in entries)
    return Search(*search_files(found, output.folder / "html" / PAGE))


def publish_search(
    publisher: Publisher, volumes: Volumes, settings: Settings, search: Search
) -> None:
    """The page, made from what the page of contents is made of, and the index beside it."""
    if not search.files:
        return
    listed = [
        Volume([(entry.summary, f"{entry.name}.html") for entry in entries])
        for entries in volumes.values()
    ]
    tei = contents(listed, settings)
    page = publisher.renderer.search(tei, interface=publisher.interface)
    publisher.output.write(f"html/{PAGE}", page.text.encode())
    for name, data in search.files.items():
        publisher.output.write(f"html/{FOLDER}/{name}", data)


def worth_telling(removed: Iterable[str]) -> tuple[str, ...]:
    """Without the index, whose files bear names made of what is in them: each build has others."""
    return tuple(name for name in removed if not name.startswith(f"html/{FOLDER}/"))
