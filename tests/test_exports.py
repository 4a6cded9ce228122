"""Exports: every form is read back by other programs, and nothing is lost on the way."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from rereading import CslSchema, by_bibtexparser, by_pybtex, by_rispy

from converter.exports import FORMS, bibtex, chicago, csl_json, references, ris
from converter.exports.creators import citing
from converter.exports.fields import unquoted
from converter.exports.keys import with_keys
from converter.exports.many import many
from converter.exports.reference import Creator, Date, Kind, Reference, Role
from converter.shelf import Shelf

EDITIONS = Path(__file__).resolve().parent / "editions"
HARD_TITLE = 'Лоцманы & Ämter: 100 % of “the_tariff” #3, {draft} \\ ~ ^ „Größe“ "$"'
VIK = Creator(Role.AUTHOR, "Vik", "Ole", "Andreevich", "Lotsman")
BRANDT = Creator(Role.AUTHOR, "Brandt", "Anna")
ENTRY = Reference(
    "the-vik-diaries-1938-06-09",
    Kind.DOCUMENT,
    title=HARD_TITLE,
    creators=(VIK, Creator(Role.EDITOR, "von Tesch", "Karl"), replace(BRANDT, role=Role.RECIPIENT)),
    container="The Vik Diaries: Volume 1",
    last_page="41",
    date=Date("2014"),
    original_date=Date("1938-06-09"),
    place="Port Amsel",
    publisher="Harbour Press",
    archive="Harbour Museum",
    archive_place="Port Amsel",
    archive_collection="Vik papers",
    shelfmark="ф. 12, оп. 3, д. 4",
    database="Digital Archive of the Delta",
    url="https://example.org/a_b?x=1&y=%20#c~d",
    language="en",
)
RECORD = Reference(
    "a-hm-fo-12-7",
    Kind.ARCHIVAL,
    title="minute of the Harbour Board",
    date=Date("1938-05"),
    archive="Harbour Museum",
    archive_place="Port Amsel",
    shelfmark="FO 12/7",
)


@pytest.fixture(scope="session")
def csl(pytestconfig: pytest.Config) -> CslSchema:
    """The schema of CSL data, fetched once and kept in pytest's cache."""
    return CslSchema(pytestconfig.cache.mkdir("csl_schema"))


def only(found: dict[str, Any]) -> dict[str, Any]:
    (fields,) = found.values()
    return dict(fields)


def noted(reference: Reference) -> str:
    return chicago.write([reference]).rstrip("\n")


# ---------------------------------------------------------------- nothing is lost


@pytest.mark.parametrize("read", [by_pybtex, by_bibtexparser])
def test_bibtex_read_back_has_every_part(read: Any) -> None:
    fields = only(read(bibtex.write([ENTRY])))
    assert fields == {
        "entry": "incollection",
        "author": [("Vik", "Ole Andreevich")],
        "editor": [("von Tesch", "Karl")],
        "recipient": fields["recipient"],
        "nameaddon": "Ole Andreevich Vik: Lotsman",
        "title": HARD_TITLE,
        "booktitle": "The Vik Diaries: Volume 1",
        "pages": "--41",
        "publisher": "Harbour Press",
        "address": "Port Amsel",
        "year": "2014",
        "date": "2014",
        "origdate": "1938-06-09",
        "archive": "Harbour Museum",
        "archiveplace": "Port Amsel",
        "archivecollection": "Vik papers",
        "shelfmark": "ф. 12, оп. 3, д. 4",
        "database": "Digital Archive of the Delta",
        "url": ENTRY.url,
        "language": "en",
        "note": "Original: Vik papers, ф. 12, оп. 3, д. 4, Harbour Museum, Port Amsel",
    }
    assert fields["recipient"] in ("Brandt, Anna", [("Brandt", "Anna")])


def test_ris_read_back_has_every_part() -> None:
    (fields,) = by_rispy(ris.write([ENTRY]))
    unknown = fields.pop("unknown_tag")
    assert unknown == {
        "AV": ["Vik papers, ф. 12, оп. 3, д. 4"],
        "M2": ["original-date: 1938-06-09"],
    }
    assert fields == {
        "type_of_reference": "CHAP",
        "id": ENTRY.key,
        "authors": ["Vik, Ole Andreevich"],
        "secondary_authors": ["von Tesch, Karl"],
        "title": HARD_TITLE,
        "secondary_title": "The Vik Diaries: Volume 1",
        "end_page": "41",
        "year": "2014",
        "date": "2014///",
        "place_published": "Port Amsel",
        "publisher": "Harbour Press",
        "name_of_database": "Harbour Museum, Port Amsel",
        "accession_number": "Vik papers, ф. 12, оп. 3, д. 4",
        "database_provider": "Digital Archive of the Delta",
        "urls": [ENTRY.url],
        "language": "en",
        "notes": ["Recipient: Anna Brandt", "Pseudonym of Ole Andreevich Vik: Lotsman"],
    }


def test_csl_json_has_every_part_and_is_valid(csl: CslSchema) -> None:
    items = json.loads(csl_json.write([ENTRY, RECORD]))
    csl.validate(items)
    assert items[0] == {
        "id": ENTRY.key,
        "type": "chapter",
        "author": [{"family": "Vik", "given": "Ole Andreevich"}],
        "editor": [{"family": "von Tesch", "given": "Karl"}],
        "recipient": [{"family": "Brandt", "given": "Anna"}],
        "title": HARD_TITLE,
        "container-title": "The Vik Diaries: Volume 1",
        "page": "–41",
        "issued": {"date-parts": [[2014]]},
        "original-date": {"date-parts": [[1938, 6, 9]]},
        "publisher": "Harbour Press",
        "publisher-place": "Port Amsel",
        "archive": "Harbour Museum",
        "archive-place": "Port Amsel",
        "archive_collection": "Vik papers",
        "archive_location": "ф. 12, оп. 3, д. 4",
        "source": "Digital Archive of the Delta",
        "URL": ENTRY.url,
        "language": "en",
        "note": "Pseudonym of Ole Andreevich Vik: Lotsman",
    }
    assert items[1]["type"] == "manuscript"
    assert items[1]["issued"] == {"date-parts": [[1938, 5]]}


def test_the_lines_of_ris_end_as_the_format_demands() -> None:
    text = ris.write([ENTRY, RECORD])
    assert text.count("\r\n") == text.count("\n")
    assert re.fullmatch(r"(?:TY  - (?:.+\r\n)+?ER  - \r\n(?:\r\n)?)+", text)


def test_signs_of_latex_are_read_as_themselves_by_a_reader_of_latex() -> None:
    hard = replace(RECORD, title="Dues & tolls: 5 % of $ 3 for #7_b \\ ~ Лоцманы, Ämter")
    library = parse_string(bibtex.write([hard]), append_middleware=[LatexDecodingMiddleware()])
    assert library.entries[0]["title"].strip("{}") == hard.title


def test_markup_in_a_title_is_not_exported() -> None:
    title = "<title level='a'>The <hi rend='italic'>Selma</hi> &lt; the tide</title>"
    reference = document(
        f"<sourceDesc><biblStruct><analytic>{title}</analytic></biblStruct></sourceDesc>"
    )
    assert reference.title == "The Selma < the tide"


# ---------------------------------------------------------------- any reference

SIGNS = st.sampled_from([*"aZ09éßЖщ «»“”‘’„-–—,.;:&%$#_~^\\\"'@=()[]/{}|<>+*`!?", "and", " "])
texts = st.lists(SIGNS, max_size=12).map("".join).map(lambda text: " ".join(text.split()))
words = st.lists(st.sampled_from("aZбЯéß&%_'’-"), min_size=1, max_size=6).map("".join)
bodies = st.builds(lambda role, name: Creator(role, literal=name), st.sampled_from(Role), words)
names = st.builds(str.__add__, st.sampled_from("AZБЯÉ"), words)
persons = st.builds(Creator, st.sampled_from(Role), names, names)
isos = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: str(day)[:4]),
)
dates = st.one_of(
    st.just(Date()),
    isos.map(Date),
    st.builds(Date, isos, isos),
    st.builds(lambda end: Date("..", end), isos),
    texts.map(lambda text: Date(printed=text)),
)
any_reference = st.builds(
    Reference,
    key=words,
    kind=st.sampled_from(Kind),
    title=texts,
    creators=st.lists(st.one_of(persons, bodies), max_size=3).map(tuple),
    container=texts,
    series=texts,
    volume=texts,
    issue=texts,
    first_page=st.sampled_from(["", "12"]),
    last_page=st.sampled_from(["", "12", "15"]),
    date=dates,
    original_date=dates,
    place=texts,
    publisher=texts,
    archive=texts,
    archive_collection=texts,
    shelfmark=texts,
    note=texts,
)


@settings(max_examples=40)
@given(st.lists(any_reference, min_size=1, max_size=4))
def test_any_references_come_back_from_bibtex(cited: list[Reference]) -> None:
    keyed = with_keys(cited)
    text = bibtex.write(keyed)
    for read in (by_pybtex(text), by_bibtexparser(text)):
        assert list(read) == [each.key for each in keyed]
        for reference, fields in zip(keyed, read.values(), strict=True):
            for name, value in (
                ("title", reference.heading),
                ("archive", reference.archive),
                ("shelfmark", reference.shelfmark),
                ("archivecollection", reference.archive_collection),
                ("publisher", reference.publisher),
                ("origdate", reference.original_date.edtf),
                ("date", reference.date.edtf),
            ):
                assert fields.get(name, "") == value
            assert fields.get("author", []) == [
                (author.literal or author.family, author.given)
                for author in reference.by(Role.AUTHOR)
            ]


@settings(max_examples=40)
@given(st.lists(any_reference, min_size=1, max_size=4))
def test_any_references_come_back_from_ris(cited: list[Reference]) -> None:
    keyed = with_keys(cited)
    read = by_rispy(ris.write(keyed))
    assert [fields["id"] for fields in read] == [each.key for each in keyed]
    for reference, fields in zip(keyed, read, strict=True):
        assert fields.get("title", "") == reference.heading
        assert fields.get("name_of_database", "") == reference.holder
        assert fields.get("accession_number", "") == reference.location
        assert len(fields.get("authors", [])) == len(reference.by(Role.AUTHOR))


@settings(max_examples=40)
@given(st.lists(any_reference, min_size=1, max_size=4))
def test_any_references_are_valid_csl(csl: CslSchema, cited: list[Reference]) -> None:
    keyed = with_keys(cited)
    items = json.loads(csl_json.write(keyed))
    csl.validate(items)
    assert [item["id"] for item in items] == [each.key for each in keyed]
    assert [item.get("title", "") for item in items] == [each.heading for each in keyed]
    assert [item.get("archive_location", "") for item in items] == [e.shelfmark for e in keyed]


@settings(max_examples=40)
@given(any_reference)
def test_a_note_is_one_line_with_its_title_and_ends_with_a_stop(reference: Reference) -> None:
    text = noted(reference)
    assert "\n" not in text
    assert text[-1] in ".?!" or text[-2] in ".?!"


@settings(max_examples=40)
@given(st.lists(any_reference, max_size=6))
def test_keys_are_unique_and_do_not_depend_on_the_order(cited: list[Reference]) -> None:
    keys = {each.key for each in with_keys(cited)}
    assert len(keys) == len(with_keys(cited))
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", key) for key in keys)
    assert keys == {each.key for each in with_keys(reversed(cited))}


# ---------------------------------------------------------------- keys


def test_the_same_source_named_twice_is_cited_once() -> None:
    assert len(with_keys([ENTRY, RECORD, ENTRY])) == 2


def test_two_sources_of_one_key_both_take_signs_of_their_content() -> None:
    other = replace(ENTRY, title="Another")
    first, second = (each.key for each in with_keys([ENTRY, other]))
    assert first != second
    assert all(re.fullmatch(rf"{ENTRY.key}-[0-9a-f]{{6}}", key) for key in (first, second))


def test_a_source_without_an_identifier_gets_its_key_from_its_words() -> None:
    book = Reference("", Kind.BOOK, "Лоция", (BRANDT,), date=Date("1937"))
    assert [each.key for each in with_keys([book])] == ["brandt-lotsiya-1937"]


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("date", "in_ris", "in_csl", "in_bibtex", "in_text"),
    [
        (Date("1938"), "1938///", {"date-parts": [[1938]]}, "1938", "1938"),
        (Date("1938-05"), "1938/05//", {"date-parts": [[1938, 5]]}, "1938-05", "May 1938"),
        (
            Date("1938-05-03"),
            "1938/05/03/",
            {"date-parts": [[1938, 5, 3]]},
            "1938-05-03",
            "3 May 1938",
        ),
        (
            Date("1938-05-03", "1938-05-05"),
            "1938///1938-05-03/1938-05-05",
            {"date-parts": [[1938, 5, 3], [1938, 5, 5]]},
            "1938-05-03/1938-05-05",
            "3–5 May 1938",
        ),
        (
            Date("1938-05-30", "1938-06-02"),
            "1938///1938-05-30/1938-06-02",
            {"date-parts": [[1938, 5, 30], [1938, 6, 2]]},
            "1938-05-30/1938-06-02",
            "30 May – 2 June 1938",
        ),
        (
            Date("1937", "1938", estimated=True),
            "///1937~/1938~",
            {"date-parts": [[1937], [1938]], "circa": True},
            "1937~/1938~",
            "1937–1938",
        ),
        (Date("..", "1938"), "///../1938", {"literal": "../1938"}, "../1938", "until 1938"),
        (Date("1938", ".."), "///1938/..", {"literal": "1938/.."}, "1938/..", "from 1938"),
        (Date(printed="in spring"), "///in spring", {"literal": "in spring"}, None, "in spring"),
    ],
)
def test_a_date_is_as_exact_in_every_form_as_it_is_known(
    date: Date, in_ris: str, in_csl: dict[str, Any], in_bibtex: str | None, in_text: str
) -> None:
    dated = replace(RECORD, date=date)
    (fields,) = by_rispy(ris.write([dated]))
    assert fields["date"] == in_ris
    assert json.loads(csl_json.write([dated]))[0]["issued"] == in_csl
    assert only(by_pybtex(bibtex.write([dated]))).get("date") == in_bibtex
    assert f", {in_text}, FO 12/7" in noted(dated)


def test_an_undated_source_has_no_date_in_any_form() -> None:
    undated = replace(RECORD, date=Date())
    assert "PY  -" not in ris.write([undated])
    assert "DA  -" not in ris.write([undated])
    assert "issued" not in csl_json.write([undated])
    assert {"year", "date", "month"}.isdisjoint(only(by_pybtex(bibtex.write([undated]))))


# ---------------------------------------------------------------- Chicago notes


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        (
            replace(ENTRY, title="9 June 1938", creators=(VIK,), archive="", shelfmark="", url="",
                    archive_place="", archive_collection="", first_page="39"),
            "Ole Andreevich Vik [Lotsman], “9 June 1938,” in The Vik Diaries: Volume 1"
            " (Port Amsel: Harbour Press, 2014), 39–41.",
        ),
        (
            Reference("k", Kind.DOCUMENT, "9 June", (VIK,), "Diaries", last_page="41",
                      original_date=Date("1938-06-09")),
            "Ole Andreevich Vik [Lotsman], 9 June 1938, in Diaries, to p. 41.",
        ),
        (
            Reference("k", Kind.DOCUMENT, "Memorandum on the “dues”", (), "Diaries",
                      original_date=Date("1938-05")),
            "“Memorandum on the ‘dues’,” May 1938, in Diaries.",
        ),
        (
            Reference("k", Kind.DOCUMENT, "O. Vik to A. Brandt, 3 June 1938",
                      (VIK, replace(BRANDT, role=Role.RECIPIENT)), "Letters",
                      original_date=Date("1938-06-03"), archive="Harbour Museum", shelfmark="4/1"),
            "Ole Andreevich Vik [Lotsman] to Anna Brandt, 3 June 1938, in Letters;"
            " original: 4/1, Harbour Museum.",
        ),
        (
            Reference("k", Kind.DOCUMENT, "Telegram to the Harbour Board",
                      (VIK, Creator(Role.RECIPIENT, literal="Harbour Board")), "Letters"),
            "Ole Andreevich Vik [Lotsman], “Telegram to the Harbour Board,” in Letters.",
        ),
        (
            Reference("k", Kind.DOCUMENT, "Telegram from O. Vik to A. Brandt, 3 June 1938",
                      (VIK, replace(BRANDT, role=Role.RECIPIENT)), "Letters",
                      original_date=Date("1938-06-03")),
            "Ole Andreevich Vik [Lotsman], “Telegram from O. Vik to A. Brandt, 3 June 1938,”"
            " in Letters.",
        ),
        (RECORD, "minute of the Harbour Board, May 1938, FO 12/7, Harbour Museum, Port Amsel."),
        (
            Reference("k", Kind.JOURNAL, "Who moved the buoys?", (VIK, BRANDT), "Harbour Review",
                      volume="vii", issue="3", date=Date("2007-06"), first_page="201",
                      last_page="219"),
            "Ole Andreevich Vik [Lotsman] and Anna Brandt, “Who moved the buoys?,”"
            " Harbour Review vii, no. 3 (June 2007): 201–219.",
        ),
        (
            Reference("k", Kind.BOOK, "Pilots of the Delta",
                      (BRANDT, Creator(Role.EDITOR, "Tesch", "Karl")), place="Harnsund",
                      publisher="Merrow", date=Date("1951"), volume="2"),
            "Anna Brandt, Pilots of the Delta, ed. Karl Tesch, vol. 2 (Harnsund: Merrow, 1951).",
        ),
        (
            Reference("k", Kind.THESIS, "Tides", (BRANDT,), date=Date("1990")),
            "Anna Brandt, “Tides” (thesis, 1990).",
        ),
        (
            Reference("k", Kind.REPORT, "Fog", (), "Amsel Courier", date=Date("1938-05-24")),
            "“Fog,” Amsel Courier, 24 May 1938.",
        ),
        (Reference("k", Kind.NEWSPAPER, "Amsel Courier", place="Port Amsel"),
         "Amsel Courier (Port Amsel)."),
        (Reference("k", Kind.WEB, "Tide tables", url="https://example.org/t", date=Date("2020")),
         "“Tide tables,” 2020, https://example.org/t."),
        (Reference("k", Kind.OTHER), "k."),
    ],
)  # fmt: skip
def test_a_source_is_cited_as_the_manual_has_it(reference: Reference, text: str) -> None:
    assert noted(reference) == text


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("T. Merrow", [("Merrow", "T.")]),
        ("M. Brandt", [("Brandt", "M.")]),
        ("Vik, Ole", [("Vik", "Ole")]),
        ("O. Vik and A. Brandt", [("Vik", "O."), ("Brandt", "A.")]),
        ("O. Vik, A. Brandt and C. Dale", [("Vik", "O."), ("Brandt", "A."), ("Dale", "C.")]),
        ("Karl von Tesch", [("von Tesch", "Karl")]),
        ("von Tesch, Karl", [("von Tesch", "Karl")]),
        ("Лоцманов И. М.", [("Лоцманов", "И. М.")]),
        ("ed. by O. Vik", [("Vik", "O.")]),
        ("O. Vik and A. Brandt (eds)", [("Vik", "O."), ("Brandt", "A.")]),
        ("Harbour Board and Pilots’ Guild", [("Harbour Board and Pilots’ Guild", "")]),
        ("Vik", [("Vik", "")]),
        ("", []),
    ],
)
def test_names_in_citations_come_apart(printed: str, names: list[tuple[str, str]]) -> None:
    found = citing(printed, Role.AUTHOR)
    assert [(each.family or each.literal, each.given_names) for each in found] == names


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("‘The Pilot’s war’", "The Pilot’s war"),
        ("“Tides”", "Tides"),
        ("‘On ‘calm’ water’", "On ‘calm’ water"),
        ("‘Storm’ and ‘calm’", "‘Storm’ and ‘calm’"),
        ("Tides", "Tides"),
        ("«Лоция»", "Лоция"),
    ],
)
def test_only_the_quotation_marks_around_a_title_go(printed: str, title: str) -> None:
    assert unquoted(printed) == title


# ---------------------------------------------------------------- documents


def cited(name: str) -> Reference:
    root = etree.parse(EDITIONS / name).getroot()
    (reference,) = references(root)
    return reference


def test_a_letter_is_cited_as_part_of_its_volume() -> None:
    letter = cited("letters/ozerov-to-ozerova-1936-02-12.xml")
    assert letter == Reference(
        key="letters-of-p-a-ozerov-volume-2-1936-02-12-p-a-ozerov-to-v-a-ozerova",
        kind=Kind.DOCUMENT,
        title="P. A. Ozerov to V. A. Ozerova, 12 February 1936",
        creators=(
            Creator(Role.AUTHOR, "Ozerov", "Pavel", "Andreevich", "Lotsman"),
            Creator(Role.RECIPIENT, "Ozerova", "Vera", "Andreevna"),
        ),
        container="Letters of P. A. Ozerov: Volume 2",
        last_page="41",
        original_date=Date("1936-02-12"),
        publisher="Merrow University Press",
        archive="Museum of Navigation, Harnsund",
        shelfmark="Ozerov papers, 4/17",
        database="Delta Digital Archive",
        language="en",
    )


def test_editors_of_the_digital_edition_are_not_made_editors_of_the_volume() -> None:
    assert cited("letters/telegram-1937-01-17.xml").by(Role.EDITOR) == ()


def test_a_document_without_a_date_has_none() -> None:
    assert not cited("letters/Note to V. A. Ozerova.xml").original_date


def document(header: str) -> Reference:
    """A document of other people's, with the header that is given."""
    xml = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d_1"><teiHeader><fileDesc>'
        f"<titleStmt><title>Log</title></titleStmt>{header}</fileDesc>"
        "<profileDesc><creation><date notBefore='1937' notAfter='1938'/></creation></profileDesc>"
        "</teiHeader><text><body><p/></body></text></TEI>"
    )
    (reference,) = references(etree.fromstring(xml))
    return reference


def test_an_address_editors_place_and_pages_are_taken_where_a_header_has_them() -> None:
    reference = document(
        "<publicationStmt><publisher>P</publisher><idno type='URI'>https://example.org/1</idno>"
        "</publicationStmt><sourceDesc><biblStruct><analytic><author>Vik, Ole</author>"
        "<title level='a'>Log &amp; lead</title></analytic><monogr><title level='m'>Logs</title>"
        "<editor><persName><forename>Anna</forename> <surname>Brandt</surname></persName></editor>"
        "<imprint><pubPlace>Harnsund</pubPlace><publisher>Merrow</publisher>"
        "<date when='1951'/></imprint><biblScope unit='page' from='3' to='9'/></monogr>"
        "</biblStruct><msDesc><msIdentifier><settlement>Port Amsel</settlement>"
        "<repository>Harbour Museum</repository><idno>4/1</idno></msIdentifier></msDesc>"
        "</sourceDesc>"
    )
    assert reference == Reference(
        key="d-1",
        kind=Kind.DOCUMENT,
        title="Log & lead",
        creators=(
            Creator(Role.AUTHOR, "Vik", "Ole"),
            Creator(Role.EDITOR, "Brandt", "Anna"),
        ),
        container="Logs",
        first_page="3",
        last_page="9",
        date=Date("1951"),
        original_date=Date("1937", "1938", estimated=True),
        place="Harnsund",
        publisher="Merrow",
        archive="Harbour Museum",
        archive_place="Port Amsel",
        shelfmark="4/1",
        url="https://example.org/1",
    )


def test_a_document_without_a_volume_is_cited_as_unpublished() -> None:
    reference = replace(cited("letters/telegram-1937-01-17.xml"), container="", title="Telegram")
    assert bibtex.write([reference]).startswith("@unpublished{")
    assert ris.write([reference]).startswith("TY  - MANSCPT")
    assert json.loads(csl_json.write([reference]))[0]["type"] == "manuscript"


# ---------------------------------------------------------------- the bibliography

BIBLIOGRAPHY = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="bibliography"><teiHeader/><text><body>
<listOrg><org xml:id="org-HM"><orgName>Harbour Museum</orgName><location><settlement>Port Amsel</settlement><country>VE</country></location></org></listOrg>
<div type="archives"><listBibl xml:id="HM"><head>Harbour Museum, Port Amsel</head>
<bibl type="archival" xml:id="a-hm-fo-12-7"><orgName type="repository" ref="#org-HM">HM</orgName> <idno type="shelfmark"><idno type="class">FO 12</idno>/<idno type="piece">7</idno></idno><note type="cited"><ref target="a.xml#n1">1938-06-09, n. 1</ref></note></bibl>
<bibl type="archival" xml:id="a-hm-fo-12-8"><orgName type="repository">HM</orgName>, <name type="collection">Brandt papers</name>, <title level="u">diary</title>, <date from="1938-05-03" to="1938-05-05">3–5 May</date> <idno type="shelfmark" n="HM FO 12 8"><idno type="piece">8</idno></idno></bibl></listBibl></div>
<div type="works"><listBibl>
<bibl type="book" xml:id="w-vik-pilots"><author>O. Vik</author>, <title level="m">Pilots of the Delta</title>, ed. by <editor>A. Brandt</editor> (<pubPlace>Harnsund</pubPlace>: <publisher>Merrow</publisher>, <date when="1951">1951</date>), <biblScope unit="volume">vol. 2</biblScope></bibl>
<bibl type="chapter" xml:id="w-dale-fog"><author>C. Dale</author>, <title level="a">‘Fog’</title>, in <editor>O. Vik</editor> (ed.), <title level="m">Weather</title>, <biblScope unit="page" from="12" to="31">pp. 12–31</biblScope></bibl>
<bibl type="journal" xml:id="w-dale-buoys"><author><surname>Dale</surname>, <forename>C.</forename></author>, <title level="a">‘Buoys’</title>, <title level="j">Harbour Review</title>, <biblScope unit="volume">vii</biblScope>, <biblScope unit="issue">no. 3</biblScope>, <date when="2007-06">June (2007)</date>, <biblScope unit="page">pp. 201–19</biblScope></bibl>
<bibl type="thesis" xml:id="w-tesch-tides"><author>K. von Tesch</author>, <title level="u">‘Tides’</title> (unpublished thesis, <date when="1990">1990</date>)</bibl>
<bibl type="web" xml:id="w-tables"><title level="a">‘Tables’</title>, <ref type="url" target="https://example.org/t_1">https://example.org/t_1</ref></bibl>
<bibl type="debates" xml:id="w-debates"><title level="m">Harbour Debates</title>, <biblScope unit="series">ser. D</biblScope>, <biblScope unit="volume">vol. 345</biblScope></bibl>
<bibl type="other" xml:id="w-other"><author>Harbour Board</author>, <title level="a">‘Dues’</title></bibl></listBibl></div>
<div type="collections"><listBibl><bibl type="documentCollection" xml:id="c-dhd"><title level="m">Documents on Harbour Dues</title></bibl></listBibl></div>
<div type="newspapers"><listBibl><bibl type="newspaper" xml:id="n-courier"><title level="j">Amsel Courier</title></bibl>
<bibl type="newspaper" xml:id="n-fog"><title level="a">‘Fog’</title>, <title level="j">Amsel Courier</title>, <date when="1938-05-24">24 May 1938</date></bibl></listBibl></div>
</body></text></TEI>
"""  # noqa: E501


@pytest.fixture(scope="module")
def sources() -> dict[str, Reference]:
    return {each.key: each for each in references(etree.fromstring(BIBLIOGRAPHY))}


def test_every_entry_of_the_bibliography_is_cited(sources: dict[str, Reference]) -> None:
    assert len(sources) == BIBLIOGRAPHY.count("<bibl ")
    assert {each.kind for each in sources.values()} == set(Kind) - {Kind.DOCUMENT}


def test_a_record_has_its_archive_in_full_and_its_shelfmark(sources: dict[str, Reference]) -> None:
    record = sources["a-hm-fo-12-7"]
    assert (record.archive, record.archive_place) == ("Harbour Museum", "Port Amsel")
    assert record.shelfmark == record.heading == "FO 12/7"
    assert noted(record) == "FO 12/7, Harbour Museum, Port Amsel."


def test_a_shelfmark_printed_in_short_is_cited_in_full(sources: dict[str, Reference]) -> None:
    record = sources["a-hm-fo-12-8"]
    assert record.shelfmark == "FO 12 8"
    assert noted(record) == "diary, 3–5 May 1938, Brandt papers, FO 12 8, HM."


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("w-vik-pilots",
         "O. Vik, Pilots of the Delta, ed. A. Brandt, vol. 2 (Harnsund: Merrow, 1951)."),
        ("w-dale-fog", "C. Dale, “Fog,” in Weather, ed. O. Vik, 12–31."),
        ("w-dale-buoys", "C. Dale, “Buoys,” Harbour Review vii, no. 3 (June 2007): 201–219."),
        ("w-tesch-tides", "K. von Tesch, “Tides” (thesis, 1990)."),
        ("w-tables", "“Tables,” https://example.org/t_1."),
        ("w-debates", "Harbour Debates, ser. D, vol. 345."),
        ("w-other", "Harbour Board, “Dues.”"),
        ("c-dhd", "Documents on Harbour Dues."),
        ("n-courier", "Amsel Courier."),
        ("n-fog", "“Fog,” Amsel Courier, 24 May 1938."),
    ],
)  # fmt: skip
def test_each_type_of_entry_reads_well(key: str, text: str, sources: dict[str, Reference]) -> None:
    assert noted(sources[key]) == text


def test_each_type_of_entry_has_its_type_in_every_form(
    sources: dict[str, Reference], csl: CslSchema
) -> None:
    in_bibtex = by_pybtex(bibtex.write(sources.values()))
    in_ris = {fields["id"]: fields for fields in by_rispy(ris.write(sources.values()))}
    items = json.loads(csl_json.write(sources.values()))
    csl.validate(items)
    found = {
        item["id"]: (
            in_bibtex[item["id"]]["entry"],
            in_ris[item["id"]]["type_of_reference"],
            item["type"],
        )
        for item in items
    }
    assert found == {
        "a-hm-fo-12-7": ("unpublished", "MANSCPT", "manuscript"),
        "a-hm-fo-12-8": ("unpublished", "MANSCPT", "manuscript"),
        "w-vik-pilots": ("book", "BOOK", "book"),
        "w-dale-fog": ("incollection", "CHAP", "chapter"),
        "w-dale-buoys": ("article", "JOUR", "article-journal"),
        "w-tesch-tides": ("phdthesis", "THES", "thesis"),
        "w-tables": ("misc", "ELEC", "webpage"),
        "w-debates": ("book", "BOOK", "book"),
        "w-other": ("misc", "GEN", "document"),
        "c-dhd": ("book", "BOOK", "book"),
        "n-courier": ("misc", "NEWS", "periodical"),
        "n-fog": ("article", "NEWS", "article-newspaper"),
    }


# ---------------------------------------------------------------- files


def files(roots: Iterable[etree._Element], folder: Path) -> dict[str, bytes]:
    """What lies beside a document, a volume's documents or a bibliography, by its suffix."""
    shelf = Shelf(folder)
    cited = [each for root in roots for each in references(root)]
    with many(cited, shelf) as found:
        assert tuple(found) == with_keys(cited)
        made = {
            form.suffix: "".join(form.pieces(found)).encode() for form in FORMS.values() if found
        }
    shelf.close()
    return made


def test_files_are_made_in_every_form_for_a_document_a_volume_and_the_bibliography(
    tmp_path: Path,
) -> None:
    letters = [etree.parse(path).getroot() for path in sorted((EDITIONS / "letters").glob("*.xml"))]
    for roots in ([letters[0]], letters, [etree.fromstring(BIBLIOGRAPHY)]):
        made = files(roots, tmp_path)
        assert list(made) == [".bib", ".ris", ".csl.json", ".cite.txt"]
        cited = len(json.loads(made[".csl.json"]))
        assert len(by_pybtex(made[".bib"].decode())) == cited
        assert len(by_rispy(made[".ris"].decode())) == cited
        assert len(made[".cite.txt"].decode().splitlines()) == cited
    assert len(json.loads(files(letters, tmp_path)[".csl.json"])) == len(letters)


def test_a_file_that_describes_no_source_has_no_files(tmp_path: Path) -> None:
    persons = etree.fromstring(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><listPerson/></body></text></TEI>'
    )
    assert files([persons], tmp_path) == {}


def test_every_form_can_write_nothing() -> None:
    assert {name: form.write([]) for name, form in FORMS.items()} == {
        "bibtex": "",
        "ris": "",
        "csl-json": "[]\n",
        "text": "",
    }
