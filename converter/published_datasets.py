"""Publish, the datasets: made again only when one of the documents or the settings changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic

from lxml import etree

from converter.datasets import Dataset, Gathered, Take, Taken, gather
from converter.datasets.citations import citations
from converter.datasets.corpus import Corpus
from converter.datasets.correspondence import Correspondence
from converter.datasets.mentions import persons
from converter.datasets.metadata import metadata
from converter.datasets.network import Network
from converter.datasets.note_table import notes
from converter.datasets.page_table import pages
from converter.datasets.people import list_in, read_people
from converter.entries import Entry, Volumes, tei_of
from converter.fingerprint import digest_of, program_digest, sha256
from converter.linked import link
from converter.output import Output
from converter.persons.in_edition import NAME as PERSONS
from converter.problems import Refused
from converter.settings import Settings
from converter.site.sitemap import day_of_edition
from converter.summary import summarise
from converter.workers import Lost, Workers
from converter.xml_files import parse_xml


def all_datasets(settings: Settings, output: Output) -> list[Dataset]:
    """What every build makes, beside its documents and their pages."""
    people = read_people(output)
    return [
        Corpus(settings),
        Correspondence(settings, persons_there(output)),
        metadata(settings),
        citations(),
        notes(),
        pages(settings),
        persons(people),
        Network(people),
    ]


def publish_datasets(
    volumes: Volumes,
    output: Output,
    settings: Settings,
    made_of: Mapping[str, str],
    workers: Workers,
) -> Mapping[str, str]:
    """Writes them; the names of their files, with the checksum of what they were made of.

    ``made_of`` are the checksums of the documents; one that has none was not written, or may come
    out otherwise the next time, as the datasets then may.
    """
    whole = len(made_of) == sum(map(len, volumes.values()))
    names = [entry.name for group in volumes.values() for entry in group]
    facts = [(name, made_of.get(name, "")) for name in names]
    said = replace(settings, facsimile=None)  # it tells where images lie
    facts += [("persons", sha256(list_in(output))), ("day", day_of_edition(settings.date))]
    digest = digest_of(program_digest(), said, *facts) if whole else ""
    known = last_time(output)
    if digest and {*known.values()} == {digest} and output.is_as_written(known):
        output.now.update({name: output.before[name] for name in known})
        return known
    written = {}
    read = ((folder, Documents(group, output, workers)) for folder, group in volumes.items())
    for name, pieces in gather(read, all_datasets(settings, output)):
        output.write_pieces(name, pieces)
        written[name] = digest
    return written if digest else {}


def last_time(output: Output) -> Mapping[str, str]:
    """What the last build answered; nothing where the manifest tells of no such files."""
    known = output.manifest.get("datasets")
    return known if isinstance(known, dict) and known.keys() <= output.before.keys() else {}


def persons_there(output: Output) -> etree._Element | None:
    """The tree of persons.xml; one that cannot be read was named when it was written."""
    if PERSONS not in output.now:
        return None
    try:
        return parse_xml(output.read(PERSONS), str(output.folder / PERSONS)).getroot()
    except Refused:
        return None


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a volume, each as its page is made of it; read by the workers.

    Raises Refused where one cannot be read any more.
    """

    entries: Sequence[Entry]
    output: Output
    workers: Workers

    def __call__(self, take: Take[Taken]) -> Iterator[Taken]:
        work = Taking(self.output.folder, take)
        for answer in self.workers.in_order(work, self.entries):
            found = work(answer.task) if isinstance(answer, Lost) else answer
            if isinstance(found, Refused):
                raise found
            yield found


@dataclass(frozen=True, slots=True)
class Taking(Generic[Taken]):
    """The work on one document: it is read with all that the lists set, and something is taken."""

    folder: Path
    take: Take[Taken]

    def __call__(self, entry: Entry) -> Taken | Refused:
        try:
            root = parse_xml(tei_of(entry.file), str(self.folder / f"tei/{entry.name}.xml"))
        except Refused as refused:
            return refused
        link(root.getroot(), entry.every_link())
        return self.take(Gathered(entry.name, root.getroot(), summarise(root.getroot())))
