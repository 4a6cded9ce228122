"""data/edges.csv and the networks of it: who is named with whom, and who wrote to whom.

They are two files because one is undirected and the other directed, and neither GraphML as networkx
and igraph read it nor any measure of a network mixes the two.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations, product

from converter.datasets import Dataset, File, Gathered, Take
from converter.datasets.graphml import Facts, Graph, graphml
from converter.datasets.mentions import Naming, namings
from converter.datasets.people import People
from converter.datasets.spots import CERTAINTIES
from converter.datasets.tables import Row, Table

FILE = "data/edges.csv"
NAMED, WROTE = "named-with", "wrote-to"  # kinds of edges
GRAPHS = {kind: f"data/network-{kind}.graphml" for kind in (NAMED, WROTE)}
COLUMNS = (
    "kind", "source", "target", "source_name", "target_name", "weight", "first", "last",
    "certainty",
)  # fmt: skip


@dataclass(slots=True)
class Edge:
    """Between two persons: in how many documents, the first and last date of these, how sure."""

    weight: int = 0
    first: str = ""
    last: str = ""
    certainty: str = CERTAINTIES[-1]

    def add(self, date: str, certainty: str) -> None:
        self.weight += 1
        self.certainty = min(self.certainty, certainty, key=CERTAINTIES.index)
        if date:
            self.first = min(self.first or date, date)
            self.last = max(self.last, date)

    def facts(self) -> Mapping[str, str | int]:
        return {
            "weight": self.weight,
            "first": self.first,
            "last": self.last,
            "certainty": self.certainty,
        }


Edges = dict[tuple[str, str], Edge]


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons of a document: each place in its text, and each once with the surest place."""

    date: str
    mentions: tuple[str, ...]
    named: Mapping[str, str]
    sent: Mapping[str, str]
    received: Mapping[str, str]


def persons_of(document: Gathered, people: People) -> Persons:
    known = [naming for naming in namings(document, people) if naming.person]
    in_text = [naming for naming in known if not naming.in_header]
    sent, received = (
        surest(naming for naming in known if naming.where == role) for role in ("sent", "received")
    )
    mentions = tuple(naming.person for naming in in_text)
    return Persons(document.summary.when, mentions, surest(in_text), sent, received)


@dataclass(slots=True)
class Network(Dataset):
    """Persons of the list who are named in one document, and writers and receivers of letters."""

    people: People
    take: Take[Persons] = field(init=False)
    edges: Mapping[str, Edges] = field(default_factory=lambda: {kind: {} for kind in GRAPHS})
    counts: Mapping[str, Counter[str]] = field(
        default_factory=lambda: {
            name: Counter() for name in ("mentions", "documents", "sent", "received")
        }
    )

    def __post_init__(self) -> None:
        self.take = partial(persons_of, people=self.people)

    def add(self, taken: Persons) -> None:
        named, sent, received = taken.named, taken.sent, taken.received
        self.counts["mentions"].update(taken.mentions)
        self.counts["documents"].update(named.keys())
        for pair in combinations(sorted(named), 2):
            self.join(NAMED, pair, taken.date, weaker(*map(named.__getitem__, pair)))
        self.counts["sent"].update(sent.keys())
        self.counts["received"].update(received.keys())
        for writer, reader in product(sent, received):
            if writer != reader:
                certainty = weaker(sent[writer], received[reader])
                self.join(WROTE, (writer, reader), taken.date, certainty)

    def join(self, kind: str, pair: tuple[str, str], date: str, certainty: str) -> None:
        self.edges[kind].setdefault(pair, Edge()).add(date, certainty)

    def end(self) -> Iterator[File]:
        table = Table(COLUMNS)
        for row in self.rows():
            table.add(row)
        yield FILE, table.pieces()
        for kind, name in GRAPHS.items():
            yield name, [graphml(self.graph(kind))]

    def rows(self) -> Iterator[Row]:
        """All edges, those of a kind in the order of their ids."""
        for kind, edges in self.edges.items():
            for (source, target), edge in sorted(edges.items(), key=lambda item: item[0]):
                names = (self.people.by_id[key].name for key in (source, target))
                yield {
                    "kind": kind,
                    "source": source,
                    "target": target,
                    **dict(zip(("source_name", "target_name"), names, strict=True)),
                    **edge.facts(),
                }

    def graph(self, kind: str) -> Graph:
        """All persons who are named, or wrote or received a letter, those alone too."""
        counted = ("mentions", "documents") if kind == NAMED else ("sent", "received")
        keys = sorted(set().union(*(self.counts[name] for name in counted)))
        nodes: dict[str, Facts] = {}
        for key in keys:
            person = self.people.by_id[key]
            life = {"label": person.name, "birth": person.birth, "death": person.death}
            nodes[key] = {**life, **{name: self.counts[name][key] for name in counted}}
        edges = {pair: edge.facts() for pair, edge in sorted(self.edges[kind].items(), key=first)}
        return Graph(kind, kind == WROTE, nodes, edges)


def first(item: tuple[tuple[str, str], Edge]) -> tuple[str, str]:
    return item[0]


def surest(namings: Iterable[Naming]) -> dict[str, str]:
    """The persons who are named, each with the certainty of the surest place."""
    found: dict[str, str] = {}
    for naming in namings:
        known = found.get(naming.person, CERTAINTIES[-1])
        found[naming.person] = min(known, naming.certainty, key=CERTAINTIES.index)
    return found


def weaker(one: str, other: str) -> str:
    return max(one, other, key=CERTAINTIES.index)
