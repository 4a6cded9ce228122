"""Which files are saved pages: the ones a user names, and all below the folders a user names."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import FileIO
from pathlib import Path, PurePosixPath

from converter.problems import Place, Problem, Refused

PACKED = frozenset((".mhtml", ".mht", ".webarchive"))  # meant as pages: refused, not passed over
PAGES = frozenset((".txt", ".html", ".htm")) | PACKED
TEI = frozenset((".xml",))
LARGEST = 100 << 20  # no page, and no document: read whole, it would take the memory of others
OURS = frozenset(
    ("edition.toml", "decisions.toml", "weights.json", "authorities.xml", "persons.xml")
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file: where it is, and its name below the folder the user named (``diary/12-july.txt``).

    Both as text: an edition has many, and a Path takes time and room.
    """

    file: str
    below: str
    folder: str = ""  # the folder's own name, where several were named

    @property
    def path(self) -> Path:
        return Path(self.file)

    @property
    def name(self) -> str:
        """What reports and manifests call it."""
        return as_text(f"{self.folder}/{self.below}" if self.folder else self.below)

    def data(self) -> bytes:
        """The bytes of the file. Raises Refused where it cannot be read."""
        try:
            with FileIO(self.file) as file:
                size = os.fstat(file.fileno()).st_size
                if size > LARGEST:
                    raise OSError(f"it is larger than {LARGEST >> 20} MB")
                data = file.read(size + 1)
                return data if len(data) == size else data + file.readall()
        except OSError as error:
            facts = {"reason": error.strerror or str(error)}
            raise Refused(Problem("cannot-read", Place(self.file), "", facts)) from None

    def mirrored(self, ending: str) -> str:
        """The name of what is made of it: the same below another folder, with another ending."""
        return str(PurePosixPath(self.below).with_suffix(ending))


@dataclass(frozen=True, slots=True)
class Found:
    """The files to work on, how many others were passed over, and what could not be used."""

    sources: tuple[Source, ...]
    passed_over: int
    problems: tuple[Problem, ...]
    alone: bool = False  # one file, named itself


def as_text(path: str) -> str:
    """A path as reports show it, in every locale the same; bytes that are no UTF-8 as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def find(arguments: Sequence[Path], endings: frozenset[str], none_here: str = "no-pages") -> Found:
    """Files with one of the endings (in any case), in the order of their names.

    A file that is named itself is taken whatever its ending. Folders named ``…_files``, which
    browsers save beside a page, hidden ones and links to folders are not entered. ``none_here`` is
    the code for a folder without any.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    others = 0
    for argument in arguments:
        if argument.is_dir():
            called = argument.name if len(arguments) > 1 else ""
            taken = 0
            for at, names in walk(argument):
                pages = [name for name in names if os.path.splitext(name)[1].lower() in endings]
                file, below = prefix(at), prefix(at.relative_to(argument)).replace(os.sep, "/")
                sources += (Source(file + name, below + name, called) for name in pages)
                others += sum(name not in OURS for name in names) - len(pages)
                taken += len(pages)
            if not taken:
                problems.append(Problem(none_here, Place(str(argument))))
        elif argument.is_file():
            sources.append(Source(str(argument), argument.name))
        else:
            facts = {"reason": "there is no such file"}
            problems.append(Problem("cannot-read", Place(str(argument)), "", facts))
    alone = len(arguments) == 1 and arguments[0].is_file()
    return Found(tuple(sources), others, tuple(problems), alone)


def prefix(folder: Path) -> str:
    """What stands before the name of a file in this folder."""
    return "" if folder == Path() else os.path.join(folder, "")


def walk(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Each folder, and the names of the files in it that somebody may have meant, in order."""
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.endswith("_files") and not name.startswith(".")
        )
        yield Path(at), [name for name in sorted(files) if not name.startswith(".")]


def colliding(sources: Sequence[Source], ending: str) -> dict[Source, Problem]:
    """Sources that would be written to the same file, also where the case of letters is ignored."""
    by_output: dict[str, list[Source]] = {}
    for source in sources:
        if source.path.suffix.lower() in PACKED:
            continue  # nothing will be made of it, and what is saved anew stands beside it
        by_output.setdefault(source.mirrored(ending).casefold(), []).append(source)
    return {
        source: Problem("same-output", Place(str(source.path)), "", {
            "output": source.mirrored(ending),
            "other": ", ".join(str(other.path) for other in group if other is not source)})
        for group in by_output.values() if len(group) > 1
        for source in group
    }  # fmt: skip
