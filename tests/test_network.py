"""The network of persons: its edges as a table, and as GraphML that networkx reads."""

import csv
from pathlib import Path

import networkx as nx
import pytest
from gathering import files_of, gathered
from lxml import etree
from test_render import document

from converter.datasets import Gathered
from converter.datasets.graphml import Graph, graphml
from converter.datasets.network import GRAPHS, NAMED, WROTE, Network
from converter.datasets.people import People, people_of

NAMES = {"a": "Anna Brandt", "b": "Bo & “Sons” <Vik>", "c": "Оля Чехова"}
LETTERS = {
    ("a", "sent"): ("v/one", "v/two"),
    ("b", "received"): ("v/one", "v/two"),
    ("b", "sent"): ("v/three",),
    ("a", "received"): ("v/three",),
}


def people() -> People:
    """Three persons; a and b write each other."""
    made = ""
    for key, name in NAMES.items():
        given, _, surname = name.replace("&", "&amp;").replace("<", "&lt;").rpartition(" ")
        made += (
            f'<person xml:id="{key}"><persName><forename>{given}</forename> '
            f"<surname>{surname}</surname></persName><birth when='1890'/>"
        )
        for role in ("sent", "received"):
            refs = "".join(f'<ref target="{d}.xml"/>' for d in LETTERS.get((key, role), ()))
            made += f'<note type="{role}">{refs}</note>'
        made += "</person>"
    root = etree.fromstring(f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{made}</listPerson>')
    return people_of(root.iter("{*}person"))


def naming(name: str, when: str, *named: str, header: str = "") -> Gathered:
    """A document in which persons are named; ``a?`` is named with little certainty."""
    names = "".join(
        f'<persName ref="../persons.xml#{each.rstrip("?")}"'
        f"{' cert=' + chr(34) + 'low' + chr(34) if each.endswith('?') else ''}>X</persName> "
        for each in named
    )
    root = etree.fromstring(document(f"<p>{names}</p>"))
    ours = root.find("{*}teiHeader")
    assert ours is not None
    ours.append(
        etree.fromstring(
            '<profileDesc xmlns="http://www.tei-c.org/ns/1.0"><creation>'
            f'<date when="{when}"/></creation><correspDesc>{header}</correspDesc></profileDesc>'
        )
    )
    return gathered(name, root)


def letter(name: str, when: str, writer: str, reader: str) -> Gathered:
    actions = "".join(
        f'<correspAction type="{role}"><persName ref="../persons.xml#{key}">X</persName>'
        "</correspAction>"
        for role, key in (("sent", writer), ("received", reader))
    )
    return naming(name, when, header=actions)


def rows_of(*documents: Gathered) -> list[dict[str, str]]:
    found = files_of(documents, Network(people()))
    return list(csv.DictReader(found["data/edges.csv"].decode().splitlines()))


def edge(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in ("kind", "source", "target", "weight", "first", "last"))


def test_persons_named_in_one_document_are_joined_once_for_each_document() -> None:
    rows = rows_of(
        naming("v/d1", "1938-03-14", "b", "a", "a"),
        naming("v/d2", "1937", "a", "b", "c"),
        naming("v/d3", "", "c"),
    )
    assert [edge(row) for row in rows] == [
        (NAMED, "a", "b", "2", "1937", "1938-03-14"),
        (NAMED, "a", "c", "1", "1937", "1937"),
        (NAMED, "b", "c", "1", "1937", "1937"),
    ]
    assert rows[0]["target_name"] == NAMES["b"]


def test_letters_have_a_direction_and_join_nobody_else() -> None:
    rows = rows_of(
        letter("v/one", "1936-02-12", "a", "b"),
        letter("v/two", "", "a", "b"),
        letter("v/three", "1936-03-01", "b", "a"),
        letter("v/four", "1936-03-02", "c", "c"),
    )
    assert [edge(row) for row in rows] == [
        (WROTE, "a", "b", "2", "1936-02-12", "1936-02-12"),
        (WROTE, "b", "a", "1", "1936-03-01", "1936-03-01"),
    ]


def test_a_name_in_a_header_is_known_by_its_form_and_its_letter() -> None:
    who = people()
    name = etree.fromstring(
        "<persName><surname>Brandt</surname>, <forename>Anna</forename></persName>"
    )
    assert who.named(name, "v/one", "sent") == "a"
    assert who.named(name, "v/one", "author") == "a"
    assert who.named(name, "v/elsewhere", "sent") == ""
    assert who.named(etree.fromstring("<persName>Harbour Board</persName>"), "v/one", "sent") == ""


def test_an_edge_is_as_sure_as_the_surest_document_and_the_less_sure_of_the_two() -> None:
    (row,) = rows_of(naming("v/d1", "1938", "a?", "b"))
    assert row["certainty"] == "low"
    (row,) = rows_of(naming("v/d1", "1938", "a?", "a", "b"))
    assert row["certainty"] == "high"
    (row,) = rows_of(naming("v/d1", "1938", "a?", "b"), naming("v/d2", "1939", "a", "b"))
    assert row["certainty"] == "high"


def test_whoever_is_not_in_the_list_of_persons_is_not_in_the_network() -> None:
    assert rows_of(naming("v/d1", "1938", "a", "nobody")) == []


# ---------------------------------------------------------------- GraphML


@pytest.mark.parametrize("kind", GRAPHS)
def test_networkx_reads_the_edges_of_the_table(built_site: Path, kind: str) -> None:
    graph = nx.read_graphml(built_site / GRAPHS[kind])
    with (built_site / "data/edges.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == kind]
    assert len(rows) > 1
    assert graph.is_directed() == (kind == WROTE)
    assert not graph.is_multigraph()
    assert graph.number_of_edges() == len(rows)
    for row in rows:
        facts = graph.edges[row["source"], row["target"]]
        assert facts["weight"] == int(row["weight"])
        assert facts["certainty"] == row["certainty"]
        assert graph.nodes[row["source"]]["label"] == row["source_name"]


def test_the_nodes_are_the_persons_of_the_table_with_the_number_of_places(
    built_site: Path,
) -> None:
    with (built_site / "data/persons.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["person"]]
    header = ("author", "sent", "received")
    named = nx.read_graphml(built_site / GRAPHS[NAMED])
    mentions = [row["person"] for row in rows if row["where"] not in header]
    assert {key: facts["mentions"] for key, facts in named.nodes(data=True)} == {
        key: mentions.count(key) for key in mentions
    }
    wrote = nx.read_graphml(built_site / GRAPHS[WROTE])
    letters = [row["person"] for row in rows if row["where"] in ("sent", "received")]
    assert {*wrote.nodes} == {*letters}
    assert named.nodes["aebi-rudolf"]["birth"] == "1889"


def test_names_come_out_of_graphml_as_they_were_written(tmp_path: Path) -> None:
    documents = [naming("v/d1", "1938", *NAMES)]
    found = files_of(documents, Network(people()))
    (tmp_path / "named.graphml").write_bytes(found[GRAPHS[NAMED]])
    graph = nx.read_graphml(tmp_path / "named.graphml")
    assert {key: facts["label"] for key, facts in graph.nodes(data=True)} == NAMES


def test_a_network_of_nobody_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.graphml").write_bytes(graphml(Graph("empty", True, {}, {})))
    assert len(nx.read_graphml(tmp_path / "empty.graphml")) == 0


def test_the_same_documents_in_another_order_give_the_same_files() -> None:
    documents = [naming(f"v/d{n}", f"193{n}", *"abc"[: n + 1]) for n in range(3)]
    once = files_of(documents, Network(people()))
    again = files_of(documents[::-1], Network(people()))
    assert once == again
