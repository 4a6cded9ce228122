"""Publish, the search: whether there is one, its index from the documents' texts, its page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import CalledProcessError

from converter.contents import Volume, contents
from converter.entries import Volumes
from converter.fingerprint import digest_of, program_digest
from converter.output import Output
from converter.problems import Place, Problem
from converter.publish import Publisher
from converter.rendering import Rendering, Told
from converter.settings import Settings
from converter.site.indexing import Indexing
from converter.site.pagefind import indexer, pagefind
from converter.site.search import FOLDER, TABLE, Indexed, Searched, languages_of, search_index
from converter.writing import unwritable

PAGE = "search.html"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known before any page is written, because each says whether there is a search.

    ``program`` makes the index; ``made_of`` is the checksum of all that it is made of, ``ready``
    the names of its files where the last build made it of the same.
    """

    program: Path | None = None
    made_of: str = ""
    ready: tuple[str, ...] = ()

    @property
    def possible(self) -> bool:
        return self.program is not None

    @property
    def lists(self) -> tuple[str, ...]:
        """Its page among the lists that other pages lead to."""
        return ("search",) if self.possible else ()


def plan_search(volumes: Volumes, output: Output) -> tuple[Plan, list[Problem]]:
    """Whether there will be a search, and whether its index is there already; why there is none."""
    program = pagefind()
    if program is None:
        place = Place(str(output.folder / "html" / PAGE))
        return Plan(), [Problem("search-not-built", place)]
    documents = (
        (entry.name, entry.digest, entry.summary) for group in volumes.values() for entry in group
    )
    made_of = digest_of(program_digest(), indexer(), *documents)
    there = tuple(name for name in output.before if name.startswith(f"html/{FOLDER}/"))
    same = output.manifest.get("search") == made_of and output.is_as_written(there)
    return Plan(program, made_of, there if same else ()), []


@dataclass(frozen=True, slots=True)
class Documents(Iterable[Searched]):
    """All documents in their order, with the texts that were written of them for the index."""

    volumes: Volumes
    texts: Mapping[str, tuple[Indexed, ...]]

    def names(self) -> Iterator[str]:
        return (entry.name for group in self.volumes.values() for entry in group)

    def __iter__(self) -> Iterator[Searched]:
        for group in self.volumes.values():
            for entry in group:
                yield Searched(entry.name, entry.summary, self.texts.get(entry.name, ()))


@dataclass(frozen=True, slots=True)
class Begun:
    """An index in the making, of these documents."""

    documents: Iterable[Searched]
    indexing: Indexing
    output: Output

    def published(self) -> list[Problem]:
        """Waits for it and writes its files; where it cannot be made, the reason."""
        try:
            files = search_index(self.documents, self.indexing.bundles(), self.output.tables)
        except CalledProcessError as error:
            reason = " ".join(str(error.stderr).split()) or str(error)
        except OSError as error:
            reason = error.strerror or str(error)
        else:
            try:
                for name in files:
                    if name == TABLE:
                        self.output.write_pieces(f"html/{FOLDER}/{name}", files.table())
                    else:
                        self.output.write(f"html/{FOLDER}/{name}", files[name])
            except OSError as error:
                raise unwritable(self.indexing.folder, error) from None
            return []
        place = Place(str(self.output.folder / "html" / PAGE))
        return [Problem("search-failed", place, "", {"reason": reason})]


@contextmanager
def begun_index(
    volumes: Volumes,
    texts: Mapping[str, tuple[Indexed, ...]],
    folder: Path,
    program: Path,
    output: Output,
) -> Iterator[Begun]:
    """The index of the texts that were written into ``folder``: made while other work is done."""
    documents = Documents(volumes, texts)
    forget_lost((name for name in documents.names() if name not in texts), folder)
    with Indexing(folder, languages_of(documents), program) as indexing:
        yield Begun(documents, indexing, output)


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
