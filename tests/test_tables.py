"""The tables for programs: what stands in them, and that the usual programs read it."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from calling import files, run
from gathering import files_of, gathered
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from small_edition import Edition, page, quicken
from test_render import document

from converter.datasets import Dataset
from converter.datasets.citations import citations
from converter.datasets.mentions import persons
from converter.datasets.note_table import notes
from converter.datasets.page_table import pages
from converter.datasets.people import People
from converter.datasets.tables import ENOUGH, Table, cell
from converter.markup import ID, TEI
from converter.pipeline import convert
from converter.settings import Settings

WORD = re.compile(r"\w+(?:['’-]\w+)*")
TABLES = (
    "text/metadata.csv", "data/citations.csv", "data/notes.csv", "data/pages.csv",
    "data/persons.csv", "data/edges.csv",
)  # fmt: skip
PAGES = ("1939-05-23", "1940-03-27-conversation-with-halifax")
every_table = pytest.mark.parametrize("name", TABLES)


def read(path: Path) -> list[dict[str, str]]:
    return parsed(path.read_bytes())


def parsed(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


@pytest.fixture(scope="module")
def documents(built_site: Path) -> dict[str, etree._Element]:
    """The documents of the examples by their ids."""
    roots = (etree.parse(path).getroot() for path in (built_site / "tei").glob("*/*.xml"))
    return {root.get(ID, ""): root for root in roots}


# ---------------------------------------------------------------- as files


@every_table
def test_a_table_is_as_rfc_4180_has_it(built_site: Path, name: str) -> None:
    data = (built_site / name).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") == len(read(built_site / name)) + 1
    heading, *rows = csv.reader(io.StringIO(data.decode(), newline=""), strict=True)
    assert len({*heading}) == len(heading)
    assert {len(row) for row in rows} == {len(heading)}


@every_table
def test_pandas_reads_the_cells_that_python_reads(built_site: Path, name: str) -> None:
    table = pd.read_csv(built_site / name, dtype=str, keep_default_na=False)
    assert table.to_dict("records") == read(built_site / name)


def test_numbers_are_numbers_to_pandas_and_dates_are_dates(built_site: Path) -> None:
    table = pd.read_csv(built_site / "text/metadata.csv", parse_dates=["date"])
    kinds = {name: str(table[name].dtype) for name in ("words", "paragraphs", "pages")}
    assert {*kinds.values()} == {"int64"}
    assert table["year"].dropna().between(1936, 1938).all()
    edges = pd.read_csv(built_site / "data/edges.csv")
    assert str(edges["weight"].dtype) == "int64"
    russian = pd.read_csv(built_site / "data/notes.csv").query("language == 'ru'")
    assert russian["text"].str.contains("Марта Хансен").any()


# ---------------------------------------------------------------- what stands in them


def test_the_metadata_have_a_row_for_each_file_of_words_and_count_its_words(
    built_site: Path, documents: dict[str, etree._Element]
) -> None:
    rows = read(built_site / "text/metadata.csv")
    assert [row["file"] for row in rows] == list(dict.fromkeys(row["file"] for row in rows))
    assert {row["file"] for row in rows} == {
        f"words/{name}" for name in files(built_site / "text/words")
    }
    for row in rows:
        text = (built_site / "text" / row["file"]).read_text("utf-8")
        assert int(row["words"]) == len(WORD.findall(text))
        assert int(row["paragraphs"]) == text.count("\n")
        assert (built_site / "text" / row["reading"]).is_file()
        root = documents[row["id"]]
        assert row["kind"] == root.get("type")
        (section,) = (e for e in root.iter("{*}div") if e.get("type") == row["section"])
        assert row["file"].split("/")[1] == row["language"] == section.get(f"{{{XML}}}lang")
        assert int(row["pages"]) == sum("n" in pb.attrib for pb in section.iter("{*}pb"))
        assert row["date"].startswith(row["year"])
    known = next(row for row in rows if row["file"].startswith("words/ru/letters"))
    assert (known["author"], known["recipient"]) == (
        "Ozerov, Pavel Andreevich (Lotsman)", "Ozerova, Vera Andreevna",
    )  # fmt: skip


XML = "http://www.w3.org/XML/1998/namespace"


@pytest.mark.parametrize(
    ("name", "element"),
    [("citations", "bibl"), ("notes", "note"), ("pages", "pb"), ("persons", "persName")],
)
def test_a_table_has_a_row_for_each_place_of_the_texts_and_names_it(
    built_site: Path, documents: dict[str, etree._Element], name: str, element: str
) -> None:
    rows = read(built_site / f"data/{name}.csv")
    inside = [row for row in rows if row.get("where") not in ("author", "sent", "received")]
    wanted = Counter[str]()
    for key, root in documents.items():
        wanted[key] = len(root.findall(f"{{{TEI}}}text//{{{TEI}}}{element}"))
    assert Counter(row["document"] for row in inside) == +wanted
    for row in inside:
        ids = {e.get(ID): e for e in documents[row["document"]].iter("*") if e.get(ID)}
        named = {row[column] for column in ("id", "note", "paragraph") if row.get(column)}
        assert named <= ids.keys()
        assert named or row.get("within") or row.get("where")


def test_every_key_leads_to_its_list(
    built_site: Path, documents: dict[str, etree._Element]
) -> None:
    lists = {
        "person": etree.parse(built_site / "tei/persons.xml"),
        "work": etree.parse(built_site / "tei/bibliography.xml"),
    }
    for column, name in (("person", "persons"), ("work", "citations")):
        ids = {e.get(ID) for e in lists[column].iter("*")}
        rows = read(built_site / f"data/{name}.csv")
        keys = {row[column] for row in rows} - {""}
        assert len(keys) > 10
        assert keys <= ids
        assert {row["document"] for row in rows} <= documents.keys()


def test_a_citation_is_in_its_parts_as_it_was_printed(built_site: Path) -> None:
    rows = read(built_site / "data/citations.csv")
    (row,) = (row for row in rows if row["ibid"] and row["cited_date"] == "1938-07-12")
    assert row["text"] == "ibid., N3390/64/59, 12 July 1938"
    assert (row["shelfmark"], row["shelfmark_full"], row["work"]) == (
        "N3390/64/59", "TNA FO 371 22341 N3390/64/59", "a-tna-fo-371-22341",
    )  # fmt: skip
    article = next(row for row in rows if row["type"] == "journal")
    assert (article["title"], article["container"]) == (
        "‘Le régime du Velm inférieur’", "Revue de droit maritime",
    )  # fmt: skip
    assert (article["author"], article["volume"], article["cited_date"]) == (
        "R. Brandis", "xiv", "1936",
    )  # fmt: skip
    paper = next(row for row in rows if row["type"] == "newspaper")
    assert (paper["title"], paper["container"]) == ("The Times", "")


def test_a_person_is_named_in_the_text_the_note_and_the_header(built_site: Path) -> None:
    rows = [row for row in read(built_site / "data/persons.csv") if row["date"] == "1936-02-12"]
    assert [(row["where"], row["person"], row["name"]) for row in rows] == [
        ("author", "ozerov-pavel-andreevich", "Ozerov, Pavel Andreevich (Lotsman)"),
        ("sent", "ozerov-pavel-andreevich", "Ozerov, Pavel Andreevich (Lotsman)"),
        ("received", "ozerova-vera-andreevna", "Ozerova, Vera Andreevna"),
        ("text", "hansen-marta", "Hansen"),
        ("note", "hansen-marta", "Marta Hansen"),
        ("text", "hansen-marta", "Хансен"),
        ("note", "hansen-marta", "Марта Хансен"),
    ]
    assert {row["standard_name"] for row in rows[3:]} == {"Marta Hansen"}


# ---------------------------------------------------------------- single places


def made(dataset: Dataset, *bodies: str) -> list[dict[str, str]]:
    """The rows of a table about documents with these bodies."""

    documents = [
        gathered(f"v/d{number}", etree.fromstring(document(body)))
        for number, body in enumerate(bodies)
    ]
    (data,) = files_of(documents, dataset).values()
    return parsed(data)


def test_the_page_of_an_endnote_names_its_note_and_the_paragraph_of_the_anchor() -> None:
    note = '<note xml:id="n1" place="end"><pb xml:id="pb-970" n="970"/>See below.</note>'
    body = f'<div type="text"><p xml:id="p1">One{note} two</p></div>'
    (row,) = made(pages(Settings()), body)
    assert (row["page"], row["note"], row["paragraph"], row["within"]) == (
        "970", "n1", "p1", "text",
    )  # fmt: skip
    (noted,) = made(notes(), body)
    assert (noted["place"], noted["text"], noted["words"]) == ("end", "See below.", "2")


def test_a_page_that_cuts_a_word_says_so_and_a_note_keeps_its_words_apart() -> None:
    body = (
        '<div type="commentary"><p>ferry<pb n="7" break="no"/>man<note xml:id="n1"><p>One</p>'
        '<p>two<pb n="8"/>three</p></note></p></div>'
    )
    assert [row["cuts_word"] for row in made(pages(Settings()), body)] == ["yes", ""]
    (noted,) = made(notes(), body)
    assert (noted["text"], noted["within"]) == ("One two three", "commentary")


def test_a_citation_is_as_sure_as_its_least_sure_part() -> None:
    body = (
        '<p><note cert="medium"><bibl type="book"><title level="m" cert="low">A</title></bibl>'
        '<bibl type="book"><title level="m">B</title></bibl></note>'
        '<bibl type="book"><title level="m">C</title></bibl></p>'
    )
    assert [row["certainty"] for row in made(citations(), body)] == ["low", "medium", "high"]


def test_a_name_that_leads_to_nobody_has_no_person() -> None:
    rows = made(persons(People()), '<p><persName ref="#vik">Vik</persName></p>')
    assert [(row["name"], row["person"]) for row in rows] == [("Vik", "")]


@pytest.mark.parametrize("name", PAGES)
def test_a_real_page_has_the_rows_of_its_encoding_by_hand(shared: Path, name: str) -> None:
    source = shared / "pages" / f"{name}.txt"
    ours = etree.fromstring(convert(source.read_bytes(), source.name).xml)
    by_hand = etree.parse(shared / "gold" / f"{name}.xml").getroot()
    for element, dataset in (("bibl", citations), ("note", notes)):
        found = []
        for root in (ours, by_hand):
            (data,) = files_of([gathered("v/d", root)], dataset()).values()
            rows = parsed(data)
            assert len(rows) == len(root.findall(f"{{{TEI}}}text//{{{TEI}}}{element}"))
            found.append([row["text"] for row in rows])
        assert found[0] == found[1]


# ---------------------------------------------------------------- cells

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(CELLS)
def test_no_cell_is_a_formula_and_the_mark_before_it_can_be_taken_away(text: str) -> None:
    made = str(cell(text))
    assert not made.startswith(("=", "+", "-", "@"))
    plain = re.sub(r"^'('*[=+\-@＝＋－＠])", r"\1", made)
    assert plain.split() == text.split()


@given(st.lists(st.tuples(CELLS, CELLS, st.integers())))
def test_what_is_put_into_a_table_comes_out_of_it(rows: list[tuple[str, str, int]]) -> None:
    table = Table(("one", "two", "three"))
    for one, two, three in rows:
        table.add({"one": one, "two": two, "three": three})
    found = [tuple(row.values()) for row in parsed(b"".join(table.pieces()))]
    assert found == [(str(cell(one)), str(cell(two)), str(three)) for one, two, three in rows]


def test_a_table_longer_than_what_is_packed_at_once_is_whole() -> None:
    table = Table(("number", "text"))
    for number in range(ENOUGH // 10):
        table.add({"number": number, "text": f"row {number}, “quoted”"})
    rows = parsed(b"".join(table.pieces()))
    assert [int(row["number"]) for row in rows] == [*range(ENOUGH // 10)]


def test_a_row_with_a_column_that_the_heading_lacks_is_an_error() -> None:
    with pytest.raises(ValueError, match="other"):
        Table(("one",)).add({"other": "x"})


# ---------------------------------------------------------------- built again


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    quicken(monkeypatch)
    edition = Edition(tmp_path)
    assert edition.build().exit_code == 0
    return edition


def test_a_longer_page_changes_the_tables_that_count_its_words_and_no_other(
    edition: Edition,
) -> None:
    before = {name: (edition.out / name).stat() for name in TABLES}
    edition.change("two", "sold at last")
    edition.build()
    changed = {
        name
        for name in TABLES
        if (edition.out / name).stat().st_mtime_ns != before[name].st_mtime_ns
    }
    assert changed == {"text/metadata.csv"}
    words = [row["words"] for row in read(edition.out / "text/metadata.csv")]
    assert words == ["4", "6", "4"]


def test_the_tables_are_made_of_the_tei_as_an_editor_left_it(edition: Edition) -> None:
    edition.edit("one", "was saved", 'was saved<pb xml:id="pb-9" n="9"/>; drowned')
    edition.build()
    (row,) = (r for r in read(edition.out / "data/pages.csv") if r["page"])
    assert (row["id"], row["paragraph"]) == ("pb-9", "p1")
    assert read(edition.out / "text/metadata.csv")[0]["words"] == "5"


def test_a_list_of_persons_that_an_editor_corrected_names_them(edition: Edition) -> None:
    note = (
        'was saved<note xml:id="n1" n="1" type="biographical" resp="#editor"><persName '
        'ref="../persons.xml#vik-ole">Ole Vik</persName>, pilot.</note>'
    )
    (edition.pages / "persons.xml").write_text(LIST, "utf-8")
    edition.edit("one", "was saved", note)
    edition.build()
    assert [r["standard_name"] for r in read(edition.out / "data/persons.csv")] == ["Ole Vik"]
    file = edition.out / "tei/persons.xml"
    file.write_text(file.read_text("utf-8").replace("Ole</f", "Olaf</f"), "utf-8")
    edition.build()
    assert [r["standard_name"] for r in read(edition.out / "data/persons.csv")] == ["Olaf Vik"]


LIST = (
    '<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="vik-ole"><persName>'
    "<forename>Ole</forename> <surname>Vik</surname></persName></person></listPerson>"
)


def test_addresses_of_pages_and_of_images_are_told_where_the_settings_have_them(
    edition: Edition,
) -> None:
    (edition.pages / "edition.toml").write_text(
        'base_url = "https://bells.example.org"\n'
        'publisher = "Bell House"\nlicence = "CC BY 4.0"\n'
        'facsimile = "https://iiif.example.org/{volume}/{page}.jpg"\n',
        "utf-8",
    )
    edition.edit("one", "was saved", 'was <pb xml:id="pb-9" n="9"/>saved')
    edition.build()
    assert read(edition.out / "text/metadata.csv")[0]["url"] == (
        f"https://bells.example.org/lanterns/{edition.stem('one')}.html"
    )
    shown = [row["facsimile"] for row in read(edition.out / "data/pages.csv") if row["page"]]
    assert shown == ["https://iiif.example.org/lanterns/9.jpg"]


def test_an_image_that_is_a_file_is_named_where_it_lies_in_the_edition(edition: Edition) -> None:
    settings = edition.pages / "edition.toml"
    settings.write_text('facsimile = "scans/{page}.jpg"\n', "utf-8")
    (edition.pages / "scans").mkdir()
    (edition.pages / "scans/9.jpg").write_bytes(b"image")
    marks = '<pb xml:id="pb-9" n="9"/>saved <pb xml:id="pb-10" n="10"/>'
    edition.edit("one", "saved", marks)
    edition.build()
    shown = [row["facsimile"] for row in read(edition.out / "data/pages.csv") if row["page"]]
    assert shown[1] == ""
    assert (edition.out / shown[0]).read_bytes() == b"image"


def test_what_a_page_says_becomes_no_formula_of_a_spreadsheet(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(page("=HYPERLINK(1)", "Saved."))
    run("build", tmp_path / "page.txt", "-o", tmp_path / "out")
    (row,) = read(tmp_path / "out/text/metadata.csv")
    assert row["title"] == "'=HYPERLINK(1)"


# ---------------------------------------------------------------- as they are described


def described(project: Path) -> dict[str, list[str]]:
    """The columns of each table in docs/data.md."""
    text = (project / "docs/data.md").read_text("utf-8")
    _, *parts = re.split(r"^## `([a-z/-]+\.csv)`$", text, flags=re.MULTILINE)
    return {
        name: re.findall(r"^\| `([a-z_]+)` \|", said.partition("\n## ")[0], flags=re.MULTILINE)
        for name, said in zip(parts[::2], parts[1::2], strict=True)
    }


def test_every_column_of_every_table_is_described_in_its_order(
    project: Path, built_site: Path
) -> None:
    headings = {
        name: (built_site / name).read_text("utf-8").splitlines()[0].split(",") for name in TABLES
    }
    assert described(project) == headings
