"""The schemas: derived, documented, never wider than the TEI; and any the user names."""

import random
import subprocess
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from random_documents import RNG, Grammar, disturbed

from converter import resources
from converter.problems import Refused
from converter.schemas import (
    edition_relaxng,
    edition_schemas,
    edition_xsd,
    named_schemas,
)
from converter.validate import validate_file

DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(resources.schema("edition.rng"))


@pytest.fixture(scope="module")
def random_documents(grammar: Grammar) -> list[etree._ElementTree]:
    """Two hundred documents, flat and deep ones, the same in every run."""
    chance = random.Random(1940)
    return [grammar.document(chance, depth=8 + number % 5) for number in range(200)]


def first_complaint(schema: xmlschema.XMLSchema, tree: etree._ElementTree) -> str:
    resource = xmlschema.XMLResource(tree, allow="none", defuse="never")
    return next((str(error.reason) for error in schema.iter_errors(resource)), "")


# Derived files and documentation.


def test_what_is_derived_from_the_compact_schema_is_up_to_date(
    project: Path, trang: Path, tmp_path: Path
) -> None:
    assert trang.exists()
    subprocess.run(["sh", project / "tools" / "derive_schemas.sh", tmp_path], check=True)
    derived = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert sorted(derived) == [
        "bibliography.rng",
        "corpus.rng",
        "correspondence.rng",
        "edition.rng",
        "edition.xsd",
        "lists.rng",
        "xml.xsd",
    ]
    stale = [n for n, text in derived.items() if resources.schema(n).read_text("utf-8") != text]
    assert stale == [], "run tools/derive_schemas.sh"


def test_every_pattern_attribute_and_value_has_its_sentence(grammar: Grammar) -> None:
    silent = [
        f"{etree.QName(node).localname} {node.get('name') or node.text}"
        for node in grammar.root.iter(f"{RNG}define", f"{RNG}attribute", f"{RNG}value")
        if not sentence(node)
    ]
    assert silent == []


def sentence(node: etree._Element) -> str:
    """The documentation in a pattern, or of the one pattern in which an attribute stands alone.

    A value can hold none: trang writes it behind the value.
    """
    around = node.getparent()
    following = node.getnext()
    if node.tag == f"{RNG}value":
        assert following is not None
        return following.text or "" if following.tag == DOCUMENTATION else ""
    if (own := node.findtext(DOCUMENTATION)) is not None or around is None:
        return own or ""
    return around.findtext(DOCUMENTATION) or "" if around.tag == f"{RNG}define" else ""


def test_the_sentences_are_sentences(grammar: Grammar) -> None:
    said = [node.text or "" for node in grammar.root.iter(DOCUMENTATION)]
    assert [s for s in said if not (s[:1].isupper() and s.endswith("."))] == []


# Containment: whatever ours accept, the TEI accepts.


def test_random_documents_take_every_way_the_grammar_offers(
    grammar: Grammar, random_documents: list[etree._ElementTree]
) -> None:
    assert random_documents
    left = grammar.choices() - grammar.made
    assert [(etree.QName(node).localname, node.get("name"), way) for node, way in left] == []


def test_random_documents_are_valid_here(random_documents: list[etree._ElementTree]) -> None:
    for tree in random_documents:
        assert edition_relaxng().validate(tree), edition_relaxng().error_log
    for tree in random_documents[:40]:
        assert first_complaint(edition_xsd(), tree) == ""


def test_what_our_grammar_accepts_the_tei_accepts(
    random_documents: list[etree._ElementTree], tei_all_rng: etree.RelaxNG
) -> None:
    for tree in random_documents:
        assert tei_all_rng.validate(tree), tei_all_rng.error_log


@pytest.mark.slow
def test_what_our_grammar_accepts_the_tei_accepts_as_xsd(
    random_documents: list[etree._ElementTree], tei_all_xsd: xmlschema.XMLSchema
) -> None:
    for tree in random_documents[:40]:
        assert first_complaint(tei_all_xsd, tree) == ""


def test_a_disturbed_document_that_our_grammar_accepts_the_tei_accepts(
    random_documents: list[etree._ElementTree], tei_all_rng: etree.RelaxNG
) -> None:
    chance = random.Random(548)
    accepted = 0
    for _ in range(1000):
        tree = disturbed(chance.choice(random_documents), chance)
        if edition_relaxng().validate(tree):
            accepted += 1
            assert tei_all_rng.validate(tree), (tei_all_rng.error_log, etree.tostring(tree))
    assert accepted > 100


@pytest.mark.slow
def test_a_disturbed_document_that_our_xsd_accepts_the_tei_accepts(
    random_documents: list[etree._ElementTree],
    tei_all_rng: etree.RelaxNG,
) -> None:
    chance = random.Random(549)
    wider = 0
    for _ in range(400):
        tree = disturbed(chance.choice(random_documents), chance)
        if edition_relaxng().validate(tree) or first_complaint(edition_xsd(), tree):
            continue
        # What the XSD alone accepts: the translation of the grammar is never exact.
        wider += 1
        assert tei_all_rng.validate(tree), (tei_all_rng.error_log, etree.tostring(tree))
    assert wider < 20


def test_the_gold_files_are_valid(shared: Path) -> None:
    files = sorted((shared / "gold").glob("*.xml"))
    assert files
    for file in files:
        assert [str(problem) for problem in validate_file(file, edition_schemas())] == []


# Schemas that the user names.

RELAXNG = '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'
XSD_DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
XSD = (
    '<schema xmlns="http://www.w3.org/2001/XMLSchema">'
    '<element name="letter" type="string"/>{more}</schema>'
)
SCHEMATRON = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="{binding}"><pattern>'
    '<rule context="letter"><assert test="@to">a letter needs a recipient</assert>'
    '<report test="@wet" role="warning">the letter is wet</report></rule>'
    "</pattern></schema>"
)


@pytest.mark.parametrize("schema", [RELAXNG, XSD.format(more="")])
def test_a_schema_is_known_by_its_content_not_by_its_suffix(schema: str, tmp_path: Path) -> None:
    (tmp_path / "schema.xml").write_text(schema, "utf-8")
    (tmp_path / "d.xml").write_text("<post/>", "utf-8")
    (problem,) = validate_file(tmp_path / "d.xml", named_schemas([tmp_path / "schema.xml"]))
    assert problem.message == "the file begins with <post>, not with <letter>"


@pytest.mark.parametrize(
    "schema",
    [
        RELAXNG.replace("<text/>", '<data type="integer"/>').replace(
            "<element", f'<element datatypeLibrary="{XSD_DATATYPES}"'
        ),
        XSD.format(more="").replace('"string"', '"integer"'),
    ],
    ids=["rng", "xsd"],
)
def test_what_is_not_translated_is_said_in_the_words_of_the_schema(
    schema: str, tmp_path: Path
) -> None:
    (tmp_path / "schema.xml").write_text(schema, "utf-8")
    (tmp_path / "d.xml").write_text("<letter>twelve</letter>", "utf-8")
    (problem,) = validate_file(tmp_path / "d.xml", named_schemas([tmp_path / "schema.xml"]))
    assert problem.code == "schema-not-met"
    assert problem.message.startswith("<letter> of no namespace does not fit the schema: ")


def test_any_schematron_is_run_with_its_reports_and_roles(tmp_path: Path) -> None:
    (tmp_path / "rules.sch").write_text(SCHEMATRON.format(binding="xslt"), "utf-8")
    (tmp_path / "d.xml").write_text("<post>\n<letter wet='1'/></post>", "utf-8")
    problems = validate_file(tmp_path / "d.xml", named_schemas([tmp_path / "rules.sch"]))
    assert [(p.code, p.place.line, p.message) for p in problems] == [
        ("rule-broken", 2, "a letter needs a recipient"),
        ("rule-doubts", 2, "the letter is wet"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("missing.rng", None, "schema-not-readable"),
        ("a.rnc", "element letter { text }", "schema-in-compact-syntax"),
        ("a.rng", "<grammar", "schema-broken"),
        ("a.rng", RELAXNG.replace("<text/>", '<ref name="x"/>'), "schema-broken"),
        ("a.rng", "<TEI/>", "schema-of-unknown-kind"),
        ("a.xsd", XSD.format(more='<element name="a" type="b"/>'), "schema-broken"),
        ("a.xsd", XSD.format(more='<include schemaLocation="../b.xsd"/>'), "schema-broken"),
        ("a.xsd", XSD.replace("<el", '<include schemaLocation="b.xsd"/><el', 1), "schema-broken"),
        ("a.sch", SCHEMATRON.format(binding="xslt2"), "schema-in-other-language"),
        ("a.sch", SCHEMATRON.format(binding="xslt").replace("@to", "@to["), "schema-broken"),
        ("a.sch", SCHEMATRON.format(binding="xslt").replace("rule", "ruler"), "schema-broken"),
    ],
)
def test_a_schema_that_cannot_be_used_is_refused_by_name(
    name: str, content: str | None, code: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(Refused) as refused:
        named_schemas([tmp_path / name])
    assert refused.value.problem.code == code
    assert refused.value.problem.place.path == str(tmp_path / name)
    assert str(refused.value.problem)


def test_a_rule_cannot_read_other_files(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("<s>secret</s>", "utf-8")
    rules = SCHEMATRON.format(binding="xslt").replace(
        "a letter needs a recipient", "<value-of select=\"document('secret.xml')\"/>"
    )
    (tmp_path / "rules.sch").write_text(rules, "utf-8")
    (tmp_path / "d.xml").write_text("<letter/>", "utf-8")
    (problem,) = validate_file(tmp_path / "d.xml", named_schemas([tmp_path / "rules.sch"]))
    assert problem.code == "rules-not-run"
    assert "denied" in problem.message
