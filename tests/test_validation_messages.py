"""What validation says: typical mistakes, with the exact words an editor reads."""

from pathlib import Path

import pytest
from lxml import etree
from valid_documents import GOOD, changed

from converter.problems import Problem
from converter.schemas import Schemas, edition_relaxng, edition_schemas
from converter.validate import validate_file, validate_tree
from converter.validation_kinds import GRAMMAR
from converter.xml_files import parse_xml

INLINE = (
    "pb, note, supplied, persName, placeName, orgName, date, hi, foreign, emph, unclear, gap, "
    "choice, ref, title, q, bibl"
)

# What an editor might have changed, and what is said: the line, the sentence, the hint.
MISTAKES: dict[str, tuple[str, str, str]] = {
    "an opener in the middle": (
        '<p xml:id="p2">',
        '<opener><salute>Sir,</salute></opener><p xml:id="p2">',
        "55: error: <opener> cannot stand at this place in <div> [element-out-of-place]\n"
        "<div> holds, in this order: pb, opener, p, list, quote, lg, closer, postscript",
    ),
    "no identifier": (
        '<p xml:id="p2">',
        "<p>",
        "55: error: <p> has no @xml:id [attribute-missing]\nadd @xml:id",
    ),
    "a misspelt element": (
        '"/>bour was',
        '"/>bour <persname>Ida</persname> was',
        "55: error: <persname> in <p> 'p2' is no element of the schema [element-unknown]\n"
        f"did you mean <persName>? <p> can hold: {INLINE}",
    ),
    "a paragraph in a paragraph": (
        '"/>bour was',
        '"/>bour <p xml:id="p9">Ida</p> was',
        f"55: error: <p> cannot stand in <p> 'p2' [element-not-allowed]\n<p> can hold: {INLINE}",
    ),
    "a misspelt value": (
        'type="biographical"',
        'type="biografical"',
        "54: error: 'biografical' is no value of @type in <note> 'n1' "
        "[attribute-has-other-values]\n"
        "write one of: biographical, source, explanatory, editorial",
    ),
    "an attribute of another language": (
        'type="biographical"',
        'type="biographical" colour="red"',
        "54: error: <note> 'n1' cannot have @colour [attribute-not-allowed]\n"
        "take it away; <note> can have: @xml:id, @type, @resp, @n, @place, @xml:lang, @cert",
    ),
    "a date without its nought": (
        ' to="1911-05"',
        ' to="1911-5"',
        "55: error: '1911-5' in @to of <date> in 'p2' is no date [date-not-in-figures]\n"
        "write a year, a month or a day that exists: 1938, 1938-05, 1938-05-23",
    ),
    "a day that never was": (
        ' to="1911-05"',
        ' to="1911-02-30"',
        "55: error: '1911-02-30' in @to of <date> in 'p2' is no date [date-not-in-figures]\n"
        "write a year, a month or a day that exists: 1938, 1938-05, 1938-05-23",
    ),
    "an identifier with a space": (
        'xml:id="p2"',
        'xml:id="p 2"',
        "55: error: @xml:id of <p> 'p 2' cannot be 'p 2' [attribute-value-malformed]\n"
        "what stands here: a letter, then letters, figures, hyphens, dots or underscores, "
        "without a space",
    ),
    "an identifier twice": (
        'xml:id="p2"',
        'xml:id="p1"',
        "55: error: the identifier 'p1' is used twice [identifier-is-unique]\n"
        "give one of the two elements another @xml:id, and change what points to it",
    ),
    "words outside a paragraph": (
        '<p xml:id="p2">',
        'and so on <p xml:id="p2">',
        "54: error: the words 'and so on' stand directly in <div> [text-out-of-place]\n"
        "put them into a paragraph or another element of <div>",
    ),
    "something missing in the header": (
        "<langUsage>"
        '<language ident="en">English</language><language ident="ru">Russian</language>'
        "</langUsage>",
        "<langUsage/>",
        "37: error: <langUsage> is not complete [element-missing]\nadd language",
    ),
    "an empty closer": (
        "<signed>Pavel</signed>",
        "",
        "56: error: <closer> is not complete [element-missing]\n"
        "add one of: salute, signed, dateline, pb, note",
    ),
    "a number in words": (
        'quantity="2"',
        'quantity="two"',
        "13: error: @quantity of <measure> cannot be 'two' [attribute-value-malformed]\n"
        "what stands here: a whole number",
    ),
    "an attribute with one value missing": (
        '<text xml:space="preserve">',
        "<text>",
        "47: error: <text> has no @xml:space [attribute-missing]\nadd @xml:space: preserve",
    ),
    "a reference without its sign": (
        ' ref="#sidor">Sidor</persName><note',
        ' ref="sidor">Sidor</persName><note',
        "54: error: @ref of <persName> in 'p1' cannot be 'sidor' [attribute-value-malformed]\n"
        "what stands here: the address of an element of this file: # and its identifier",
    ),
    "no namespace": (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"',
        "<TEI",
        "2: error: <TEI> is in no namespace: the schema expects another one [namespace-missing]\n"
        'for TEI, write <TEI xmlns="http://www.tei-c.org/ns/1.0">',
    ),
    "HTML in the text": (
        '"/>bour was',
        '"/>bour <b xmlns="http://www.w3.org/1999/xhtml">was</b>',
        "55: error: <b> of http://www.w3.org/1999/xhtml in <p> 'p2' is no element of the schema "
        f"[element-unknown]\n<p> can hold: {INLINE}",
    ),
}

# What RELAX NG alone says, where no XSD helps: less exactly, but with the place.
ROUGHLY: dict[str, str] = {
    "an opener in the middle": "55: element-out-of-place",
    "no identifier": "55: attributes-wrong",
    "a misspelt element": "55: element-out-of-place",
    "a misspelt value": "54: attribute-wrong",
    "an attribute of another language": "54: attribute-wrong",
    "a date without its nought": "55: attribute-wrong",
    "an identifier twice": "55: identifier-twice",
    "words outside a paragraph": "54: text-out-of-place",
    "something missing in the header": "37: element-missing",
    "an empty closer": "56: element-missing",
    "no namespace": "2: namespace-missing",
}

# What is no XML at all, and what is said of it.
NOT_XML: dict[str, str] = {
    "": "1 the file is empty, or no XML",
    "hello": "1 the file is no XML: it does not begin with a tag",
    GOOD[: GOOD.index('"/>и Сидор')]: "66 a tag is not finished",
    changed("Pavel</signed>", "Pavel"): "56 <signed> of line 56 is closed by </closer>",
    changed("late, and", "late & wet"): "54 a bare & stands in the text",
    changed("late, and", "late < early"): "54 a bare < stands in the text",
    changed("late, and", "late &nbsp; "): "54 the entity &nbsp; is not defined",
    changed("late, and", "late <x:y/>"): "54 the prefix 'x' on y is not declared",
    changed('type="biographical"', "type=biographical"): (
        "54 an attribute's value is not in quotation marks"
    ),
    changed('n="1"><persName', 'n="1" n="2"><persName'): (
        "54 the attribute n is given twice in one tag"
    ),
    f"{GOOD}<TEI/>": "72 something stands after the end of the first element",
    changed("late, and", "late \x02"): (
        "54 there is a byte or character that XML does not allow here"
    ),
}


def checked(folder: Path, document: str | bytes, schemas: Schemas | None = None) -> list[Problem]:
    file = folder / "d.xml"
    file.write_bytes(document.encode() if isinstance(document, str) else document)
    return validate_file(file, schemas or edition_schemas())


def in_short(problem: Problem) -> str:
    return f"{problem.place.line}: error: {problem.message} [{problem.code}]\n{problem.hint}"


@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize("thorough", [True, False], ids=["validate", "build"])
def test_a_typical_mistake_is_told_once_in_an_editors_words(
    mistake: str, thorough: bool, tmp_path: Path
) -> None:
    right, wrong, expected = MISTAKES[mistake]
    problems = checked(tmp_path, changed(right, wrong), edition_schemas(thorough))
    told = [in_short(problem) for problem in problems if problem.code in GRAMMAR]
    assert told == ([] if mistake == "an identifier twice" else [expected])
    if mistake == "an identifier twice":
        assert [in_short(problem) for problem in problems] == [expected]


@pytest.mark.parametrize("mistake", ROUGHLY)
def test_another_relax_ng_schema_is_translated_too(mistake: str, tmp_path: Path) -> None:
    right, wrong, _ = MISTAKES[mistake]
    problems = checked(tmp_path, changed(right, wrong), Schemas((edition_relaxng(),)))
    assert [f"{problem.place.line}: {problem.code}" for problem in problems] == [ROUGHLY[mistake]]


@pytest.mark.parametrize("document", NOT_XML, ids=list(NOT_XML.values()))
def test_what_is_no_xml_is_said_with_its_line(document: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, document)
    assert problem.code == "xml-not-well-formed"
    assert f"{problem.place.line} {problem.message}" == NOT_XML[document]
    assert problem.hint


def test_a_wrong_encoding_is_said_with_its_place(tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, GOOD.encode("cp1252", "replace"))
    assert (problem.code, problem.place.line) == ("xml-not-well-formed", 21)


def test_another_unicode_encoding_is_read(tmp_path: Path) -> None:
    assert checked(tmp_path, GOOD.replace("UTF-8", "UTF-16").encode("utf-16")) == []


def test_a_document_type_is_refused_and_its_entity_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the ferry sails at nine", "utf-8")
    doctype = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "secret.txt">]>\n<TEI'
    document = changed("<TEI", doctype).replace("late, and", "late &x;")
    (problem,) = checked(tmp_path, document)
    assert problem.code == "xml-has-doctype"
    assert "<!DOCTYPE TEI>" in problem.message


def test_a_file_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    (problem,) = validate_file(tmp_path / "no.xml", edition_schemas())
    assert problem.code == "file-not-readable"
    assert str(problem).startswith(
        f"{tmp_path}/no.xml: error: the file cannot be read: No such file or directory"
    )


def test_elements_nested_by_the_hundred_are_one_problem(tmp_path: Path) -> None:
    deep = changed('"/>bour was', f'"/>bour {"<hi>" * 400}was{"</hi>" * 400}')
    (problem,) = checked(tmp_path, deep)
    assert problem.message == "elements are nested too deeply"


def test_a_tree_too_deep_for_the_schema_is_one_problem() -> None:
    tree = parse_xml(GOOD.encode(), "d.xml")
    inner = next(tree.iter("{*}supplied"))
    for _ in range(1200):
        inner = etree.SubElement(inner, "{http://www.tei-c.org/ns/1.0}hi")
    (problem,) = validate_tree(tree, "d.xml", edition_schemas())
    assert problem.code == "xml-too-deep"


def test_another_kind_of_file_is_known_by_its_first_element(tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, "<html/>")
    assert problem.code == "root-unexpected"
    assert problem.message == "the file begins with <html>, not with <TEI>"


def test_several_mistakes_are_told_in_the_order_of_their_lines(tmp_path: Path) -> None:
    document = changed('<p xml:id="p2">', "<p>").replace('quantity="2"', 'quantity="two"')
    document = document.replace('n="13"/>sold', 'n="11"/>sold')
    assert [problem.place.line for problem in checked(tmp_path, document)] == [13, 55, 59]


def test_comments_and_instructions_do_not_shift_what_is_named(tmp_path: Path) -> None:
    document = changed('<p xml:id="p2">', '<!-- a --><?b c?><foo/><p xml:id="p2">')
    (problem,) = checked(tmp_path, document)
    assert problem.message == "<foo> in <div> is no element of the schema"


def test_a_tree_made_in_memory_is_judged_without_lines() -> None:
    root = etree.Element("{http://www.tei-c.org/ns/1.0}TEI")
    problems = validate_tree(etree.ElementTree(root), "d.xml", edition_schemas(thorough=False))
    assert problems
    assert {problem.place.line for problem in problems} == {0}
