"""The rules of edition.sch: each catches what it forbids, and nothing else."""

import re

import pytest
from lxml import etree
from valid_documents import GOOD, changed

from converter import resources
from converter.problems import Problem, Severity
from converter.schemas import edition_relaxng, edition_schemas
from converter.validate import validate_tree
from converter.validation_kinds import DOUBTS, RULES
from converter.xml_files import parse_xml

SCH = "{http://purl.oclc.org/dsdl/schematron}"
CORRESPONDENCE = re.search(r"(?s)      <correspDesc>.*</correspDesc>\n", GOOD)
assert CORRESPONDENCE is not None

# For each rule, something right in the document and something wrong in its place. All but one stay
# valid by the grammar: what the grammar refuses needs no rule.
WRONG: tuple[tuple[str, str, str], ...] = (
    ("identifier-is-unique", 'xml:id="p2"', 'xml:id="p1"'),
    ("resp-has-target", '<supplied resp="#editor">', '<supplied resp="#edtor">'),
    ("ref-has-target", '"/>bour was', '"/>bour <persName ref="#ida">Ida</persName> was'),
    ("corresp-has-target", 'corresp="#t-p1"', 'corresp="#t-p7"'),
    ("target-exists", 'target="https://example.org/"', 'target="#p9"'),
    ("who-has-target", 'who="#editor"', 'who="#nobody"'),
    ("other-reference-has-target", '<supplied resp="#editor">', '<supplied source="#nothing">'),
    ("resp-is-a-person-or-program", '<supplied resp="#editor">', '<supplied resp="#p2">'),
    ("change-is-made-by-someone", 'who="#editor"', 'who="#p1"'),
    ("name-leads-to-person", '"/>bour was', '"/>bour <persName ref="#p1">Ida</persName> was'),
    (
        "person-is-named-in-text",
        "</person></listPerson>",
        '</person><person xml:id="ida"><persName>Ida</persName></person></listPerson>',
    ),
    ("paragraph-corresponds-to-other-section", 'corresp="#t-p1"', 'corresp="#p2"'),
    (
        "one-main-title",
        '<title type="main">',
        '<title type="main">Letter</title><title type="main">',
    ),
    (
        "one-volume-title",
        '<title type="sub">',
        '<title type="sub">Papers</title><title type="sub">',
    ),
    (
        "one-date-title",
        '<title type="iso-date">',
        '<title type="iso-date">1911-05-02</title><title type="iso-date">',
    ),
    ("date-title-is-the-date", "1911-05-02</title>", "1911-05-03</title>"),
    ("letter-has-correspondents", CORRESPONDENCE[0], ""),
    ("letter-is-sent-once", '<correspAction type="received">', '<correspAction type="sent">'),
    ("diary-entry-is-dated", "", ""),  # needs two changes: below
    ("diary-head-is-dated", "", ""),
    ("date-is-one-or-a-period", '<date from="1911-04"', '<date when="1911-04" from="1911-04"'),
    ("date-is-period-or-range", '<date from="1911-04"', '<date notBefore="1910" from="1911-04"'),
    ("date-runs-forward", '<date from="1911-04"', '<date from="1911-06"'),
    ("section-of-each-type-once", 'type="transcription"', 'type="translation"'),
    (
        "sections-differ-in-language",
        'type="transcription" xml:lang="ru"',
        'type="transcription" xml:lang="en"',
    ),
    (
        "language-is-in-header",
        'type="transcription" xml:lang="ru"',
        'type="transcription" xml:lang="uk"',
    ),
    ("section-begins-with-a-page", '<pb xml:id="t-pb-first"/>', ""),
    ("commentary-names-its-editor", 'type="commentary" resp="#editor"', 'type="commentary"'),
    (
        "text-has-no-editor",
        '<div type="text">\n          <opener>',
        '<div type="text" resp="#editor">\n          <opener>',
    ),
    (
        "letter-parts-in-text-only",
        '<p xml:id="p3">',
        '<opener><salute>Sir,</salute></opener><p xml:id="p3">',
    ),
    ("something-is-said", "<head>Письмо</head>", "<head> </head>"),
    ("transcription-identifier-begins-with-t", 'xml:id="t-pb-12"', 'xml:id="pb-12-2"'),
    ("page-without-number-is-first", '<pb xml:id="pb-13" n="13"/>', '<pb xml:id="pb-13"/>'),
    ("page-numbers-rise", '<pb xml:id="pb-13" n="13"/>', '<pb xml:id="pb-13" n="11"/>'),
    (
        "page-occurs-once",
        '<pb xml:id="pb-13" n="13"/>',
        '<pb xml:id="pb-xii" n="xii"/>long ago <pb xml:id="pb-xii-2" n="xii"/>',
    ),
    ("joined-word-has-no-space", ' break="no"/>bour', ' break="no"/> bour'),
    ("remark-stands-in-line", 'type="editorial" place="inline"', 'type="editorial"'),
    (
        "remark-has-no-number",
        'type="editorial" place="inline"',
        'type="editorial" place="inline" n="1"',
    ),
    (
        "footnote-does-not-stand-in-line",
        'type="biographical"',
        'type="biographical" place="inline"',
    ),
    (
        "footnote-not-in-a-note",
        "Домой.",
        'Домой<note xml:id="t-n2" type="explanatory" resp="#editor">и спать</note>.',
    ),
    ("shelfmark-not-in-a-shelfmark", '<idno type="class">', '<idno type="shelfmark">'),
    ("shelfmark-part-in-a-shelfmark", "<citedRange", '<idno type="item">7</idno> <citedRange'),
    ("range-runs-forward", 'from="3" to="5"', 'from="13" to="5"'),
    ("web-reference-has-address", ' target="https://example.org/"', ""),
    ("certainty-is-a-doubt", 'cert="medium"', 'cert="high"'),
)
DIARY = GOOD.replace('type="letter"', 'type="diary-entry"')
WRONG_BY_TWO = {
    "diary-entry-is-dated": DIARY.replace(
        '<creation><date when="1911-05-02">', "<creation><date>"
    ).replace('        <title type="iso-date">1911-05-02</title>\n', ""),
    "diary-head-is-dated": DIARY.replace(
        '<head>Letter of <date when="1911-05-02">2 May 1911</date></head>', "<head>A letter</head>"
    ),
}


def judged(document: str) -> list[Problem]:
    tree = parse_xml(document.encode(), "d.xml")
    return validate_tree(tree, "d.xml", edition_schemas(thorough=False))


def asserts() -> dict[str, etree._Element]:
    root = etree.parse(str(resources.schema("edition.sch"))).getroot()
    return {each.get("id", ""): each for each in root.iter(f"{SCH}assert")}


@pytest.mark.parametrize("document", [GOOD, DIARY], ids=["letter", "diary entry"])
def test_a_right_document_breaks_no_rule(document: str) -> None:
    assert [str(problem) for problem in judged(document)] == []


@pytest.mark.parametrize(("rule", "right", "wrong"), WRONG, ids=[rule for rule, _, _ in WRONG])
def test_a_wrong_document_is_caught_by_its_rule_and_no_other(
    rule: str, right: str, wrong: str
) -> None:
    document = WRONG_BY_TWO.get(rule) or changed(right, wrong)
    assert edition_relaxng().validate(parse_xml(document.encode(), "")) or rule == RULES[0]
    (problem,) = judged(document)
    assert problem.code == rule
    assert problem.place.line > 1
    assert problem.message
    assert problem.hint


def test_every_rule_has_a_wrong_document() -> None:
    assert sorted(rule for rule, _, _ in WRONG) == sorted(asserts())


def test_every_rule_has_its_row_in_the_table_of_problems() -> None:
    grave = {rule for rule, each in asserts().items() if each.get("role") != "warning"}
    assert grave == set(RULES)
    assert set(asserts()) - grave == set(DOUBTS)


def test_every_rule_says_what_to_do() -> None:
    root = etree.parse(str(resources.schema("edition.sch"))).getroot()
    remedies = {each.get("id") for each in root.iter(f"{SCH}diagnostic")}
    assert {f"d-{rule}" for rule in asserts()} == remedies
    assert all(each.get("diagnostics") == f"d-{rule}" for rule, each in asserts().items())


def test_the_rules_need_only_xpath_one() -> None:
    root = etree.parse(str(resources.schema("edition.sch"))).getroot()
    assert root.get("queryBinding") == "xslt"


def test_doubts_are_warnings_and_broken_rules_are_errors() -> None:
    (doubt,) = judged(changed('cert="medium"', 'cert="high"'))
    (error,) = judged(changed('who="#editor"', 'who="#nobody"'))
    assert (doubt.severity, error.severity) == (Severity.WARNING, Severity.ERROR)


def test_pages_of_endnotes_and_of_the_other_section_do_not_disturb_the_sequence() -> None:
    assert judged(changed('n="401"', 'n="2"')) == []
    assert judged(changed('<pb xml:id="t-pb-12" n="12"/>', '<pb xml:id="t-pb-2" n="2"/>')) == []


def test_the_page_before_is_the_nearest_one() -> None:
    document = changed('n="13"/>sold.', 'n="15"/>sold<pb xml:id="pb-14" n="14"/>.')
    assert [problem.message for problem in judged(document)] == ["page 14 follows page 15"]
    assert judged(changed('n="13"/>sold.', 'n="14"/>sold<pb xml:id="pb-15" n="15"/>.')) == []


def test_a_period_may_lie_within_its_year() -> None:
    for first, last in (("1911", "1911-05"), ("1911-05", "1911"), ("1911-05-02", "1911-05")):
        assert judged(changed('from="1911-04" to="1911-05"', f'from="{first}" to="{last}"')) == []


def test_a_remark_may_stand_in_a_footnote() -> None:
    remark = 'Домой<note xml:id="t-r1" type="editorial" place="inline" resp="#editor">sic</note>.'
    assert judged(changed("Домой.", remark)) == []
