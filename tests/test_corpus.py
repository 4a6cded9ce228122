"""Corpora: a volume in one file, with ids and references that hold in it, and nothing lost."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from calling import documents_of, run
from gathering import files_of, gathered
from lxml import etree
from small_edition import NAMES, Edition

from converter.datasets.corpus import Corpus
from converter.datasets.places_in_corpus import moved, place
from converter.edition import build
from converter.identifiers import document_identifier, file_stem
from converter.languages import language
from converter.markup import ID, TEI
from converter.schemas import edition_schemas
from converter.settings import Settings
from converter.validate import validate_tree

NS = {"t": TEI}
LOCAL = re.compile(r"#\S+")
LICENSED = 'publisher = "Harbour Society"\nlicence = "CC BY 4.0"\n'


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    edition = Edition(tmp_path)
    edition.build()
    return edition


def corpus_of(edition: Edition) -> etree._Element:
    return etree.parse(edition.out / "tei/lanterns/corpus.xml").getroot()


def said(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def places(root: etree._Element) -> list[str]:
    """All local references, of every attribute."""
    return [
        token
        for node in root.iter("*")
        for value in node.attrib.values()
        for token in LOCAL.findall(str(value))
        if token in value.split()
    ]


def assert_whole(corpus: etree._Element, folder: Path, stems: list[str]) -> None:
    """Each document is there, in this order, with its text, and all references hold."""
    documents = corpus.findall("t:TEI", NS)
    assert len(documents) == len(stems)
    for document, stem in zip(documents, stems, strict=True):
        alone = etree.parse(folder / f"{stem}.xml").getroot()
        assert said(document) == said(alone)
        assert Counter(node.tag for node in document.iter()) == Counter(
            node.tag for node in alone.iter()
        )
        dangling = {p for p in places(alone) if p[1:] not in {n.get(ID) for n in alone.iter("*")}}
        assert len({p for p in places(document) if p in dangling}) == len(dangling)
    ids = [node.get(ID) for node in corpus.iter("*") if node.get(ID)]
    assert len(set(ids)) == len(ids)
    assert [p for p in places(corpus) if p[1:] not in ids] == []


def in_order(folder: Path) -> list[str]:
    """The documents of a volume as each leads to the next."""
    roots = {p.name: etree.parse(p).getroot() for p in documents_of(folder.parent.parent)
             if p.parent == folder}  # fmt: skip
    (name,) = (name for name, root in roots.items() if not root.get("prev"))
    found = [name]
    while name := roots[name].get("next") or "":
        found.append(name)
    return [each.removesuffix(".xml") for each in found]


# ---------------------------------------------------------------- what is in it


def test_each_volume_of_the_examples_is_in_a_corpus_with_nothing_lost(
    built_site: Path, tei_all_rng: etree.RelaxNG
) -> None:
    paths = sorted((built_site / "tei").glob("*/corpus.xml"))
    assert len(paths) == 2
    for path in paths:
        tree = etree.parse(path)
        assert tei_all_rng.validate(tree), tei_all_rng.error_log
        assert validate_tree(tree, str(path), edition_schemas()) == []
        assert_whole(tree.getroot(), path.parent, in_order(path.parent))


def test_the_lists_of_the_examples_are_valid_and_have_everybody_their_documents_name(
    built_site: Path, tei_all_rng: etree.RelaxNG
) -> None:
    listed: dict[str, set[str]] = {}
    for name in ("persons", "bibliography"):
        tree = etree.parse(built_site / f"tei/{name}.xml")
        assert tei_all_rng.validate(tree), tei_all_rng.error_log
        listed[name] = {node.get(ID, "") for node in tree.getroot().iter("*")}
    pointed = [
        re.fullmatch(r"\.\./(persons|bibliography)\.xml#(.+)", token)
        for path in documents_of(built_site)
        for node in etree.parse(path).getroot().iter("*")
        for token in node.get("corresp", "").split()
        if token.startswith("../")
    ]
    assert len(pointed) >= 30
    assert [
        each and each[0] for each in pointed if not each or each[2] not in listed[each[1]]
    ] == []


def test_the_real_pages_make_a_corpus(
    shared: Path, tmp_path: Path, tei_all_rng: etree.RelaxNG
) -> None:
    build([shared / "pages"], tmp_path, Settings())
    (path,) = (tmp_path / "tei").glob("*/corpus.xml")
    tree = etree.parse(path)
    assert tei_all_rng.validate(tree), tei_all_rng.error_log
    assert validate_tree(tree, str(path), edition_schemas()) == []
    assert_whole(tree.getroot(), path.parent, in_order(path.parent))


def test_the_header_has_the_volume_the_edition_and_its_licence(edition: Edition) -> None:
    settings = 'title = "Voices of Amsel"\neditors = [{ name = "A. Weber" }]\n'
    (edition.pages / "edition.toml").write_text(settings + LICENSED, "utf-8")
    edition.build()
    (header,) = corpus_of(edition).findall("t:teiHeader", NS)
    titles = [(t.get("type"), t.text) for t in header.iterfind(".//t:titleStmt/t:title", NS)]
    assert titles == [("main", "Lanterns"), ("sub", "Voices of Amsel")]
    assert header.findtext(".//t:titleStmt/t:editor/t:persName", "", NS) == "A. Weber"
    assert header.findtext(".//t:publicationStmt/t:publisher", "", NS) == "Harbour Society"
    assert header.findtext(".//t:licence", "", NS) == "CC BY 4.0"
    assert header.find(".//t:extent/t:measure[@quantity='3']", NS) is not None
    assert header.find("t:encodingDesc/t:appInfo/t:application", NS) is not None
    printed = [said(node) for node in header.iterfind(".//t:sourceDesc//t:monogr/t:title", NS)]
    assert printed == ["Lanterns"]
    rights = said(header.findall(".//t:availability/t:p", NS)[-1])
    assert rights.startswith("The pages it was made from state: ")


def test_without_a_publisher_a_corpus_is_unpublished(edition: Edition) -> None:
    paragraphs = corpus_of(edition).findall("t:teiHeader//t:publicationStmt/t:p", NS)
    assert said(paragraphs[0]).startswith("Unpublished encoding.")


# ---------------------------------------------------------------- ids and references


def test_ids_and_local_references_take_the_id_of_their_document(edition: Edition) -> None:
    first, second, _ = corpus_of(edition).findall("t:TEI", NS)
    assert first.get(ID) == "lanterns_1937-03-01_on-bell-one"
    assert first.get("next") == f"#{second.get(ID)}"
    assert second.get("prev") == f"#{first.get(ID)}"
    assert first.find(".//t:respStmt", NS).get(ID) == f"{first.get(ID)}.editor"  # type: ignore[union-attr]
    assert first.find(".//t:body//t:p", NS).get(ID) == f"{first.get(ID)}.p1"  # type: ignore[union-attr]


WRITTEN = """<p xml:id="p1" corresp="#p1 1937-03-02-on-bell-two.xml#p1" n="#p1">
<ref target="#n1 http://example.org/#p1">a</ref>
<ref target="../lanterns/1937-03-03-on-bell-three.xml">b</ref>
<ref target="../persons.xml#ole">c</ref> <ref target="../buoys/1937-03-01.xml#p1">d</ref>
<ref target="1937-03-02-on-bell-two.xml#lanterns_1937-03-02_on-bell-two">e</ref>
<ref target="#range(left(p1),n1)">f</ref>
<ref target="#lost">g</ref><note xml:id="n1">A note.</note></p>"""


def test_references_lead_where_they_led_whoever_wrote_them(
    edition: Edition, tei_all_rng: etree.RelaxNG
) -> None:
    edition.edit("one", '<p xml:id="p1">', WRITTEN + '\n<p xml:id="p9">')
    assert edition.build().exit_code == 0
    one, two, three = (
        f"#lanterns_1937-03-0{day}_on-bell-{name}" for day, name in enumerate(NAMES, start=1)
    )
    corpus = corpus_of(edition)
    (paragraph,) = (node for node in corpus.iter("*") if node.get("n") == "#p1")
    assert paragraph.get("corresp") == f"{one}.p1 {two}.p1"
    assert [node.get("target") for node in paragraph.iterfind("t:ref", NS)] == [
        f"{one}.n1 http://example.org/#p1",
        three,
        "../persons.xml#ole",
        "../buoys/1937-03-01.xml#p1",
        two,
        f"#range(left({one[1:]}.p1),{one[1:]}.n1)",
        "#lost",
    ]
    assert tei_all_rng.validate(corpus.getroottree()), tei_all_rng.error_log
    alone = etree.parse(edition.tei["one"]).getroot()
    assert said(corpus.findall("t:TEI", NS)[0]) == said(alone)


def test_a_document_that_bears_the_id_of_another_gets_one_of_its_file(edition: Edition) -> None:
    edition.edit("two", "lanterns_1937-03-02_on-bell-two", "lanterns_1937-03-01_on-bell-one")
    edition.edit("three", ' xml:id="lanterns_1937-03-03_on-bell-three"', "")
    edition.build()
    corpus = corpus_of(edition)
    ids = [node.get(ID) for node in corpus.iter("*") if node.get(ID)]
    assert len(set(ids)) == len(ids)
    documents = corpus.findall("t:TEI", NS)
    assert [each.get(ID) for each in documents] == [
        "lanterns_1937-03-01_on-bell-one",
        "lanterns_1937-03-02-on-bell-two",
        "lanterns_1937-03-03-on-bell-three",
    ]
    assert [each.get("next") for each in documents] == [f"#{d.get(ID)}" for d in documents[1:]] + [
        None
    ]


def test_an_id_with_a_full_stop_is_not_taken_for_a_place_of_another_document() -> None:
    assert place("a/b.c", "x.y", ()).id == "a_b.c"
    assert place("a/1938", "x", ("x", "a_1938")).id == "a_1938-2"


def test_a_comment_and_what_a_terminal_would_obey_come_over_as_they_are() -> None:
    text = (
        f'<TEI xmlns="{TEI}" xml:id="a_b"><!-- kept --><text><p>one\u202etwo\u0085</p></text></TEI>'
    )
    root = etree.fromstring(text)
    documents = [gathered("a/b", root)]
    ((name, data),) = files_of(documents, Corpus(Settings())).items()
    assert name == "tei/a/corpus.xml"
    assert b"<!-- kept -->" in data
    assert b"one&#x202E;two&#x85;" in data
    assert etree.tostring(root) == etree.tostring(etree.fromstring(text))


def test_a_tree_that_is_moved_keeps_its_order_and_its_white_space() -> None:
    text = f'<TEI xmlns="{TEI}" xml:id="a_b" prev="x.xml"><p>\n a <hi xml:id="h">b</hi> </p></TEI>'
    placed = {"a/b": place("a/b", "a_b", ())}
    made = moved(etree.fromstring(text), "a/b", placed)
    assert etree.tostring(made).decode() == text.replace('"h"', '"a_b.h"')


# ---------------------------------------------------------------- build after build


def test_no_document_is_called_corpus() -> None:
    for when in ("", "1938", "1938-03-14"):
        assert file_stem(document_identifier("Log", when, "Corpus", language("en"))) != "corpus"


def test_a_change_of_one_document_is_in_the_corpus_of_the_next_build(edition: Edition) -> None:
    edition.change("two", "sold")
    edition.build()
    assert "Bell two was sold." in said(corpus_of(edition))
    edition.edit("three", "Bell three was saved.", "Bell three was lost.")
    edition.build()
    assert "Bell three was lost." in said(corpus_of(edition))
    (edition.pages / "two.txt").unlink()
    edition.build()
    assert len(corpus_of(edition).findall("t:TEI", NS)) == 2


def test_where_nothing_changed_a_corpus_is_not_written_again(edition: Edition) -> None:
    path = edition.out / "tei/lanterns/corpus.xml"
    before = path.stat().st_mtime_ns
    (edition.pages / "map.png").write_text("not a page", "utf-8")
    assert "nothing has changed" not in edition.build().stderr
    assert path.stat().st_mtime_ns == before


def test_the_corpus_of_a_volume_that_is_gone_goes_too(edition: Edition) -> None:
    for name in ("one", "two", "three"):
        page = edition.pages / f"{name}.txt"
        page.write_bytes(page.read_bytes().replace(b"Lanterns", b"Buoys"))
    edition.build()
    assert not (edition.out / "tei/lanterns").exists()
    assert (edition.out / "tei/buoys/corpus.xml").is_file()


def test_a_corpus_that_was_edited_is_kept_and_told_and_is_no_edited_document(
    edition: Edition,
) -> None:
    path = edition.out / "tei/lanterns/corpus.xml"
    mine = path.read_bytes().replace(b"saved", b"sold")
    path.write_bytes(mine)
    answer = run("verify", edition.out)
    assert answer.exit_code == 1
    assert "corpus.xml: error: the file is not as it was written" in answer.stdout
    assert "corpus.xml" in edition.build().stderr
    assert path.read_bytes() == mine
    edition.build("--overwrite")
    assert path.read_bytes() != mine
    assert run("verify", edition.out).exit_code == 0


# ---------------------------------------------------------------- folders of TEI


def test_folders_are_validated_with_their_corpora(edition: Edition) -> None:
    assert "4 files checked, 0 errors" in run("validate", edition.out / "tei").stderr
    path = edition.out / "tei/lanterns/corpus.xml"
    path.write_bytes(path.read_bytes().replace(b"<sourceDesc>", b"<sourceDesc><q/>", 1))
    answer = run("validate", path)
    assert answer.exit_code == 1
    assert "corpus.xml" in answer.stdout


def test_a_folder_is_cited_and_rendered_without_its_corpora_and_that_is_said(
    edition: Edition, tmp_path: Path
) -> None:
    folder = edition.out / "tei"
    cited = run("cite", folder, "--as", "csl-json")
    assert len(json.loads(cited.stdout)) == 3
    rendered = run("render", folder, "--to", "text", "-o", tmp_path / "texts")
    assert rendered.exit_code == 0
    assert len(list((tmp_path / "texts").rglob("*.txt"))) == 3
    for answer in (cited, rendered):
        assert "1 file gathered from these documents passed over" in answer.stderr


def test_a_corpus_that_is_named_is_cited(edition: Edition) -> None:
    answer = run("cite", edition.out / "tei/lanterns/corpus.xml", "--as", "csl-json")
    assert len(json.loads(answer.stdout)) == 3
    assert "passed over" not in answer.stderr


def test_a_document_that_somebody_called_corpus_is_cited(edition: Edition, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "corpus.xml").write_bytes(edition.tei["one"].read_bytes())
    (folder / "correspondence.xml").write_text("<TEI", "utf-8")
    answer = run("cite", folder, "--as", "csl-json")
    assert len(json.loads(answer.stdout)) == 1
    assert "correspondence.xml:1" in answer.stderr
