"""Publish, the search: whether there is one, its index from the documents' texts, its page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.contents import Volume, contents
from converter.entries import Volumes
from converter.fingerprint import digest_of, program_digest
from converter.output import Output
from converter.problems import Place, Problem
from converter.publish import Publisher
from converter.rendering import Rendering, Told
from converter.settings import Settings
from converter.site.pagefind import indexer, pagefind
from converter.site.search import FOLDER, Indexed, Searched, search_files
from converter.writing import unwritable

PAGE = "search.html"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known before any page is written, because each says whether there is a search.

    ``made_of`` is the checksum of all that the index is made of, ``ready`` the names of its files
    where the last build made it of the same.
    """

    possible: bool
    made_of: str = ""
    ready: tuple[str, ...] = ()

    @property
    def lists(self) -> tuple[str, ...]:
        """Its page among the lists that other pages lead to."""
        return ("search",) if self.possible else ()


def plan_search(volumes: Volumes, output: Output) -> tuple[Plan, list[Problem]]:
    """Whether there will be a search, and whether its index is there already; why there is none."""
    if pagefind() is None:
        place = Place(str(output.folder / "html" / PAGE))
        return Plan(possible=False), [Problem("search-not-built", place)]
    documents = [
        (entry.name, entry.digest, entry.summary) for group in volumes.values() for entry in group
    ]
    made_of = digest_of(program_digest(), indexer(), documents)
    there = tuple(name for name in output.before if name.startswith(f"html/{FOLDER}/"))
    same = output.manifest.get("search") == made_of and output.is_as_written(there)
    return Plan(True, made_of, there if same else ()), []


def make_index(
    volumes: Volumes, texts: Mapping[str, tuple[Indexed, ...]], folder: Path, output: Output
) -> list[Problem]:
    """The index of the texts that were written into ``folder``, or why there is none."""
    entries = [entry for group in volumes.values() for entry in group]
    forget_lost((entry.name for entry in entries if entry.name not in texts), folder)
    documents = [Searched(each.name, each.summary, texts.get(each.name, ())) for each in entries]
    files, problems = search_files(documents, folder, output.folder / "html" / PAGE)
    try:
        for name, data in files.items():
            output.write(f"html/{FOLDER}/{name}", data)
    except OSError as error:
        raise unwritable(folder, error) from None
    return problems


def forget_lost(names: Iterable[str], folder: Path) -> None:
    """What was written for the index of documents that cost their processes after that."""
    for name in names:
        for file in sorted(folder.glob(f"*/{name}.*.html")):
            try:
                file.unlink()
            except OSError as error:
                raise unwritable(file, error) from None


def publish_search_page(publisher: Publisher, volumes: Volumes, settings: Settings) -> None:
    """The page, made from what the page of contents is made of."""
    listed: Sequence[Volume] = [
        Volume([(entry.summary, f"{entry.name}.html") for entry in entries])
        for entries in volumes.values()
    ]
    told: Told = {
        "interface": publisher.interface,
        "site": publisher.told("search"),
        "lists": publisher.there(),
    }
    (page,) = publisher.rendered(Rendering("search", contents(listed, settings), told))
    publisher.output.write(f"html/{PAGE}", page.text.encode())


def worth_telling(removed: Iterable[str]) -> tuple[str, ...]:
    """Without the index, whose files bear names made of what is in them: each build has others."""
    return tuple(name for name in removed if not name.startswith(f"html/{FOLDER}/"))
