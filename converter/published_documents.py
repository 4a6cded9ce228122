"""Publish, the documents: handed out to the workers, and what came of them gathered."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

from converter.checksums import Checksums
from converter.diary_calendar import places_in_calendar
from converter.document_pages import DocumentTask, Published, Publishing
from converter.entries import Entry, Volumes
from converter.output import Output
from converter.problems import Place, Problem, Refused, Stopped
from converter.shelf import NAMES, OBJECTS
from converter.site.beside import Beside
from converter.site.search import Indexed
from converter.word_files import WORDS
from converter.workers import Lost, Progress, Workers

WRITTEN_IN = ("html", "tei", "text/reading")  # folders that have files of every document
WRITTEN_BY_LANGUAGE = (WORDS,)  # in these each language has a folder of its own


@dataclass(frozen=True, slots=True)
class Tasks(Sequence[DocumentTask]):
    """The tasks of all documents, each made when it is handed out: together they take room."""

    entries: Sequence[tuple[Entry, str]]  # with their places in a calendar
    output: Output
    begun: Mapping[str, Sequence[str]]
    written_in: Sequence[str]  # the folders above those of the volumes

    @classmethod
    def of(cls, volumes: Volumes, output: Output) -> "Tasks":
        entries = [
            pair
            for group in volumes.values()
            for pair in zip(
                group, places_in_calendar([entry.summary for entry in group]), strict=True
            )
        ]
        languages = {
            above
            for above, _, _ in (folder.rpartition("/") for folder in output.before.folders())
            if above.rpartition("/")[0] in WRITTEN_BY_LANGUAGE
        }
        written_in = (*WRITTEN_IN, *sorted(languages))
        return cls(entries, output, files_of_documents(output.begun), written_in)

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, number: int) -> DocumentTask: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[DocumentTask]: ...
    def __getitem__(self, number: int | slice) -> DocumentTask | Sequence[DocumentTask]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        entry, calendar = self.entries[number]
        known = [*self.written_before(entry.name)]
        return DocumentTask(
            entry.name,
            entry.file,
            entry.ours,
            tuple(entry.every_link()),
            entry.doubts,
            calendar,
            {name: self.output.before[name] for name in known},
            {name: self.output.begun[name] for name in self.begun.get(entry.name, ())},
            self.output.kept.intersection(known),
            self.output.made_of.get(entry.name, ""),
        )

    def written_before(self, document: str) -> Iterator[str]:
        """The files that the last build wrote of it."""
        volume, _, stem = document.rpartition("/")
        for above in self.written_in:
            yield from self.output.before.named(f"{above}/{volume}", stem)


@dataclass(frozen=True, slots=True)
class Documents:
    """What was met while they were published, what each is made of, the texts for the index."""

    problems: list[Problem]
    made_of: Mapping[str, str]
    indexed: Mapping[str, tuple[Indexed, ...]]


def publish_documents(
    volumes: Volumes,
    work: Publishing,
    output: Output,
    beside: Beside,
    workers: Workers,
    progress: Progress,
) -> Documents:
    """Every document; one that cannot be rendered costs only its own page and text.

    Raises Stopped where nothing more can be written.
    """
    tasks = Tasks.of(volumes, output)
    told: dict[int, Published] = {}  # those of which there is more to say than what was written
    made_of = Checksums()
    indexed: MutableMapping[str, tuple[Indexed, ...]] = output.tables.table(NAMES, OBJECTS)
    lost: list[int] = []
    met = 0
    progress("writing the edition", 0, len(tasks))
    for count, (number, answer) in enumerate(workers.answered(work, tasks), start=1):
        name = tasks.entries[number][0].name
        if isinstance(answer, Lost):
            lost.append(number)
            met += 1
        else:
            if answer.stopped is not None:
                raise answer.stopped  # the next document would meet it too
            output.now.update(answer.now)
            output.kept_now |= {*answer.kept}
            indexed[name] = answer.indexed
            if answer.made_of:
                made_of[name] = answer.made_of
            if answer.problems or answer.images:
                told[number] = replace(answer, now={}, indexed=())
            met += len(answer.problems)
        progress("writing the edition", count, len(tasks), met)
    names = {number: tasks.entries[number][0].name for number in lost}
    problems: list[Problem] = []
    for number in sorted((*told, *lost)):
        if number in told:
            problems += told[number].problems
            problems += copied(told[number], beside)
        else:
            place = Place(str(output.folder / f"tei/{names[number]}.xml"))
            problems.append(Problem("worker-died", place))
    output.now.update(left_by([*names.values()], output))
    return Documents(problems, made_of, indexed)


def files_of_documents(names: Mapping[str, object]) -> Mapping[str, list[str]]:
    """The files of an edition by the documents that they belong to: ``volume/1938-03-14``."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        folder, _, file = name.rpartition("/")
        above, _, volume = folder.rpartition("/")
        if above in WRITTEN_IN or above.rpartition("/")[0] in WRITTEN_BY_LANGUAGE:
            found[f"{volume}/{file.partition('.')[0]}"].append(name)
    return found


def left_by(lost: Sequence[str], output: Output) -> Iterator[tuple[str, str]]:
    """The files of documents that cost their processes: of the last build, or written since.

    What the processes noted before they died tells which are ours.
    """
    noted = output.journal.read() if lost else {}
    known = files_of_documents({**output.before, **noted})
    for name in sorted(name for document in lost for name in known.get(document, ())):
        digest = output.digest_there(name)
        if digest and (output.is_ours(name, digest) or digest in noted.get(name, ())):
            yield name, digest
        elif digest:
            output.keep(name)


def copied(answer: Published, beside: Beside) -> Iterator[Problem]:
    """The images of its pages, which several documents may share."""
    for image in answer.images:
        try:
            beside.copy(image)
        except Stopped:
            raise
        except Refused as refused:
            yield refused.problem
