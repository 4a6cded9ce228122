"""Publish, the documents: handed out to the workers, and what came of them gathered."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from converter.diary_calendar import places_in_calendar
from converter.document_pages import DocumentTask, Published, Publishing
from converter.entries import Entry, Volumes
from converter.output import Output
from converter.problems import Place, Problem, Refused, Stopped
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
    before: Mapping[str, Sequence[str]]
    begun: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, volumes: Volumes, output: Output) -> "Tasks":
        entries = [
            pair
            for group in volumes.values()
            for pair in zip(
                group, places_in_calendar([entry.summary for entry in group]), strict=True
            )
        ]
        before, begun = files_of_documents(output.before), files_of_documents(output.begun)
        return cls(entries, output, before, begun)

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
        known = self.before.get(entry.name, ())
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
    problems: list[Problem] = []
    made_of: dict[str, str] = {}
    indexed: dict[str, tuple[Indexed, ...]] = {}
    lost: list[str] = []
    met = 0

    def done(number: int, answer: Published | Lost[DocumentTask]) -> None:
        nonlocal met
        if isinstance(answer, Published) and answer.stopped is not None:
            raise answer.stopped  # the next document would meet it too
        met += 1 if isinstance(answer, Lost) else len(answer.problems)
        progress("writing the edition", number, len(tasks), met)

    progress("writing the edition", 0, len(tasks))
    for (entry, _), answer in zip(tasks.entries, workers.each(work, tasks, done), strict=True):
        if isinstance(answer, Lost):
            place = Place(str(output.folder / f"tei/{entry.name}.xml"))
            problems.append(Problem("worker-died", place))
            lost.append(entry.name)
            continue
        output.now |= answer.now
        output.kept_now |= {*answer.kept}
        problems += answer.problems
        problems += copied(answer, beside)
        made_of[entry.name] = answer.made_of
        indexed[entry.name] = answer.indexed
    output.now.update(left_by(lost, output))
    return Documents(problems, {n: made for n, made in made_of.items() if made}, indexed)


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
