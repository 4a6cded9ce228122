"""The list of letters: what the format of correspSearch asks for, and what is never made up."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from calling import files, run
from gathering import files_of, gathered
from lxml import etree
from page_printer import Division, Document, Paragraph, Section, saved_page

from converter.correspondence import free_licence, lacking
from converter.datasets.authority_links import record_of
from converter.datasets.correspondence import Correspondence
from converter.edition import build
from converter.markup import ID, TEI
from converter.schemas import edition_schemas
from converter.settings import Editor, Settings, read_settings
from converter.validate import validate_tree

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
NS = {"t": TEI}
BASE = "https://bells.example.org"
UUID = re.compile(r"[a-z]+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
COMPLETE = Settings(
    title="Bells of Amsel",
    editors=(Editor("A. Weber"),),
    publisher="Harbour Society",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    date="2031-05-28",
    base_url=BASE,
)
PERSONS = f"""<listPerson xmlns="{TEI}"><person xml:id="vik-ole">
<persName><surname>Vik</surname>, <forename>Ole</forename></persName>{{record}}
<note type="sent"><ref target="log/1938-03-14.xml">1938</ref></note></person>
<person xml:id="vik-anna"><persName><surname>Vik</surname>, <forename>Anna</forename></persName>
<idno type="GND">4</idno></person></listPerson>"""


@pytest.fixture(autouse=True)
def dateless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def letter(
    sent: str = "<persName><surname>Vik</surname>, <forename>Ole</forename></persName>"
    '<date when="1938-03-14">1938 Mar 14</date>',
    received: str = "<name>Harbour Board</name>",
    text: str = "",
) -> etree._Element:
    return etree.fromstring(
        f'<TEI xmlns="{TEI}" xml:id="log_1938-03-14"><teiHeader><fileDesc><titleStmt>'
        '<title type="sub">Log</title></titleStmt></fileDesc><profileDesc><correspDesc>'
        f'<correspAction type="sent">{sent}</correspAction>'
        f'<correspAction type="received">{received}</correspAction>'
        f"</correspDesc></profileDesc></teiHeader><text><body>{text}</body></text></TEI>"
    )


def listed(
    *letters: etree._Element, settings: Settings = COMPLETE, persons: str = ""
) -> etree._Element:
    tree = etree.fromstring(persons) if persons else None
    documents = [gathered("log/1938-03-14", each) for each in letters]
    made = files_of(documents, Correspondence(settings, tree))
    root = etree.fromstring(made["tei/correspondence.xml"])
    assert complaints(root) == []
    return root


def action(root: etree._Element, role: str) -> Sequence[tuple[str, str, dict[str, str]]]:
    (found,) = root.iterfind(f".//t:correspAction[@type='{role}']", NS)
    return [(etree.QName(n).localname, n.text or "", dict(n.attrib)) for n in found]  # type: ignore[arg-type]


# ---------------------------------------------------------------- the format


def complaints(root: etree._Element) -> list[str]:
    """What the format demands and this list does not keep to, whoever made it."""
    found = [str(each) for each in validate_tree(root.getroottree(), "a.xml", edition_schemas())]
    sources = {node.get(ID) for node in root.iterfind(".//t:sourceDesc/t:bibl", NS)}
    if not all(UUID.fullmatch(str(each)) for each in sources):
        found.append("the id of the edition is no UUID after a letter")
    for described in root.iterfind(".//t:correspDesc", NS):
        if described.get("source", "#")[1:] not in sources:
            found.append("a letter belongs to no edition")
        actions = [each.get("type") for each in described]
        if actions != ["sent", "received"]:
            found.append(f"a letter was {actions}")
        for each in described:
            names = [etree.QName(node).localname for node in each]
            if not {"persName", "orgName"} & {*names}:
                found.append("nobody did it")
            if {*names} - {"persName", "orgName", "placeName", "date"} or names.count("date") > 1:
                found.append(f"an action has {names}")
            if any(len(node) for node in each):
                found.append("a name has elements in it")
            if any(node.text for node in each.iterfind("t:date", NS)):
                found.append("a date has words")
    return found


def harvestable(root: etree._Element) -> list[str]:
    """What must stand in the header of a list that is taken up."""
    wanted = {
        "editor": "t:titleStmt/t:editor",
        "publisher": "t:publicationStmt/t:publisher",
        "address": "t:publicationStmt/t:idno[@type='url']",
        "day": "t:publicationStmt/t:date[@when]",
        "licence": "t:publicationStmt/t:availability/t:licence[@target]",
    }
    described = root.find("t:teiHeader/t:fileDesc", NS)
    assert described is not None
    return [name for name, path in wanted.items() if described.find(path, NS) is None]


def test_the_letters_of_the_examples_make_a_list_in_the_format(
    tmp_path: Path, tei_all_rng: etree.RelaxNG
) -> None:
    settings = read_settings(EXAMPLES / "edition.toml")
    build([EXAMPLES], tmp_path, settings)
    tree = etree.parse(tmp_path / "tei/correspondence.xml")
    assert tei_all_rng.validate(tree), tei_all_rng.error_log
    root = tree.getroot()
    assert complaints(root) == []
    assert harvestable(root) == ["address"]
    letters = root.findall(".//t:correspDesc", NS)
    assert len(letters) == 6
    assert [each for each in letters if each.get("ref")] == []
    assert root.findall(".//t:persName[@ref]", NS) == []
    places = [node.text for node in root.iterfind(".//t:placeName", NS)]
    assert places == ["Harnsund", "Skarv", "Hamburg", "Harnsund"]
    assert run("validate", tmp_path / "tei").exit_code == 0


def test_with_all_settings_a_list_is_ready_and_lies_where_it_says(
    tmp_path: Path, tei_all_rng: etree.RelaxNG
) -> None:
    report = build([EXAMPLES / "letters"], tmp_path, COMPLETE)
    assert report.letters.number == 6
    assert report.letters.lacking == ()
    assert "correspondence-not-ready" not in {problem.code for problem in report.problems}
    tree = etree.parse(tmp_path / "tei/correspondence.xml")
    assert tei_all_rng.validate(tree), tei_all_rng.error_log
    root = tree.getroot()
    assert harvestable(root) == []
    assert root.findtext(".//t:publicationStmt/t:idno", "", NS) == f"{BASE}/correspondence.xml"
    held = files(tmp_path)
    assert held["html/correspondence.xml"] == held["tei/correspondence.xml"]
    for described in root.iterfind(".//t:correspDesc", NS):
        page = described.get("ref", "").removeprefix(f"{BASE}/")
        assert f"html/{page}" in held
    assert root.find(".//t:publicationStmt/t:date[@when='2031-05-28']", NS) is not None


def test_without_letters_there_is_no_list(tmp_path: Path) -> None:
    report = build([EXAMPLES / "diary" / "1938-07-17.txt"], tmp_path, COMPLETE)
    assert report.letters.number == 0
    assert not [name for name in files(tmp_path) if "correspondence" in name]
    assert "Letters\n" not in (tmp_path / "report.txt").read_text("utf-8")


# ---------------------------------------------------------------- a letter


def test_names_are_plain_text_and_who_is_no_person_is_a_body() -> None:
    root = listed(letter())
    assert action(root, "sent") == [
        ("persName", "Vik, Ole", {}),
        ("date", "", {"when": "1938-03-14"}),
    ]
    assert action(root, "received") == [("orgName", "Harbour Board", {})]
    (described,) = root.iterfind(".//t:correspDesc", NS)
    assert described.get("key") == "log_1938-03-14"
    assert described.get("ref") == f"{BASE}/log/1938-03-14.html"


def test_who_is_not_known_is_unknown() -> None:
    root = listed(letter(sent="<date>spring</date>", received="<persName/>"))
    assert action(root, "sent") == [("persName", "Unknown", {})]
    assert action(root, "received") == [("persName", "Unknown", {})]


@pytest.mark.parametrize(
    ("date", "taken"),
    [
        ('<date when="1938">1938</date>', {"when": "1938"}),
        ('<date from="1938-03" to="1938-04-02"/>', {"from": "1938-03", "to": "1938-04-02"}),
        ('<date notBefore="1938-03-01">after</date>', {"notBefore": "1938-03-01"}),
        ('<date when="1938-03-14T10:00:00">at ten</date>', None),
        ("<date>1938</date>", None),
        ('<date/><date when="1939"/>', {"when": "1939"}),
    ],
)
def test_a_date_is_taken_as_far_as_it_is_in_figures(
    date: str, taken: dict[str, str] | None
) -> None:
    said = action(listed(letter(sent=f"<orgName>Board</orgName>{date}")), "sent")
    assert said[1:] == ([] if taken is None else [("date", "", taken)])


def test_places_are_those_of_the_head_else_of_the_dateline() -> None:
    head = '<persName>Vik</persName><placeName ref="https://www.geonames.org/1">Amsel</placeName>'
    dateline = "<div><opener><dateline>Harnsund, <date>3 May</date></dateline></opener></div>"
    there = ("placeName", "Amsel", {"ref": "https://www.geonames.org/1"})
    assert action(listed(letter(sent=head, text=dateline)), "sent")[1:] == [there]
    assert action(listed(letter(text=dateline)), "sent")[1] == ("placeName", "Harnsund", {})
    local = head.replace("https://www.geonames.org/1", "../places.xml#amsel")
    assert action(listed(letter(sent=local)), "sent")[1:] == [("placeName", "Amsel", {})]


# ---------------------------------------------------------------- authority files


RECORDS = {
    '<idno type="GND">118540238</idno>': "https://d-nb.info/gnd/118540238",
    '<idno type="gnd">https://d-nb.info/gnd/118540238</idno>': "https://d-nb.info/gnd/118540238",
    '<idno type="VIAF">24602065</idno>': "https://viaf.org/viaf/24602065",
    '<idno type="Wikidata">Q5879</idno>': "http://www.wikidata.org/entity/Q5879",
    '<idno type="VIAF">1</idno><idno type="GND">11X</idno>': "https://d-nb.info/gnd/11X",
    '<persName ref="https://viaf.org/viaf/24602065">Vik</persName>': "https://viaf.org/viaf/24602065",
    '<idno type="archive">118540238</idno>': "",
    '<idno type="GND">not known</idno>': "",
    '<persName ref="https://example.org/vik">Vik</persName>': "",
    "": "",
}


@pytest.mark.parametrize(("said", "record"), RECORDS.items())
def test_a_person_has_the_record_that_the_list_of_persons_names(said: str, record: str) -> None:
    person = etree.fromstring(f'<person xmlns="{TEI}">{said}</person>')
    assert record_of(person) == record


def test_a_name_leads_to_the_record_of_the_person_who_is_listed_with_the_letter() -> None:
    persons = PERSONS.format(record='<idno type="GND">118540238</idno>')
    said = action(listed(letter(), persons=persons), "sent")
    assert said[0] == ("persName", "Vik, Ole", {"ref": "https://d-nb.info/gnd/118540238"})
    assert action(listed(letter(), persons=persons), "received") == [
        ("orgName", "Harbour Board", {})
    ]


def test_a_name_leads_nowhere_where_it_is_not_sure_whose_it_is() -> None:
    assert action(listed(letter(), persons=PERSONS.format(record="")), "sent")[0][2] == {}
    persons = PERSONS.format(record='<idno type="GND">118540238</idno>')
    two = "<persName>Nils Brandt</persName><persName>Anna Brandt</persName>"
    assert [each[2] for each in action(listed(letter(sent=two), persons=persons), "sent")] == [
        {},
        {},
    ]


def test_a_name_that_points_to_a_record_or_a_person_itself_is_believed() -> None:
    for ref, record in (
        ("https://d-nb.info/gnd/7", "https://d-nb.info/gnd/7"),
        ("../persons.xml#vik-anna", "https://d-nb.info/gnd/4"),
        ("../persons.xml#nobody", None),
        ("#vik-ole", "https://d-nb.info/gnd/1"),
    ):
        name = f'<persName ref="{ref}"><surname>Vik</surname>, <forename>Ole</forename></persName>'
        persons = PERSONS.format(record='<idno type="GND">1</idno>')
        said = action(listed(letter(sent=name), persons=persons), "sent")
        assert said[0][2].get("ref") == record, ref


def letter_page(title: str, author: str) -> bytes:
    section = Section("translation", title, (Division((Paragraph(("The bell was sold.",)),)),))
    return saved_page(
        Document(title, (section,), volume="Log", date="1938 Mar 14", author=author,
                 recipient="Brandt, Anna")
    )  # fmt: skip


OWN = f"""<listPerson xmlns="{TEI}"><person xml:id="vik"><persName><forename>Ole</forename>
<surname>Vik</surname></persName><idno type="GND">{{}}</idno></person></listPerson>"""


def test_an_editors_list_of_persons_gives_the_letters_their_records(tmp_path: Path) -> None:
    pages, out = tmp_path / "pages", tmp_path / "out"
    pages.mkdir()
    (pages / "a.txt").write_bytes(letter_page("A letter", "Vik, Ole"))
    for number in ("", "7", "8"):
        if number:
            (pages / "persons.xml").write_text(OWN.format(number), "utf-8")
        assert run("build", pages, "-o", out).exit_code == 0
        root = etree.parse(out / "tei/correspondence.xml").getroot()
        refs = [node.get("ref") for node in root.iterfind(".//t:persName[@ref]", NS)]
        assert refs == ([f"https://d-nb.info/gnd/{number}"] if number else [])


# ---------------------------------------------------------------- what is still to be settled


LICENCES = {
    ("CC BY 4.0", ""): "https://creativecommons.org/licenses/by/4.0/",
    ("CC-BY", ""): "https://creativecommons.org/licenses/by/4.0/",
    ("CC0", ""): "https://creativecommons.org/publicdomain/zero/1.0/",
    ("CC BY 4.0", "https://creativecommons.org/licenses/by/3.0/de/"): "https://creativecommons.org/licenses/by/3.0/de/",
    ("CC BY-SA 4.0", ""): "",
    ("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"): "",
    ("All rights reserved", ""): "",
    ("", ""): "",
}  # fmt: skip


@pytest.mark.parametrize(("said", "address"), LICENCES.items())
def test_a_list_is_free_under_two_licences_alone(said: tuple[str, str], address: str) -> None:
    assert free_licence(Settings(licence=said[0], licence_url=said[1])) == address


def test_what_the_settings_lack_is_said_in_their_words() -> None:
    assert [each.split(" (")[0] for each in lacking(Settings())] == [
        "an editor",
        "a publisher",
        "the licence CC BY 4.0 or CC0",
        "a base_url",
        "a date",
    ]
    assert lacking(COMPLETE) == ()


def test_a_bare_build_lists_the_letters_and_its_report_says_what_is_lacking(
    tmp_path: Path,
) -> None:
    answer = run("build", EXAMPLES / "letters", "-o", tmp_path)
    assert "correspondence-not-ready" not in answer.stderr
    report = (tmp_path / "report.txt").read_text("utf-8")
    assert (
        "6 letters listed in tei/correspondence.xml\nbefore correspSearch can take it up" in report
    )
    assert "the list says 1980-01-01" in report
    assert len(json.loads((tmp_path / "report.json").read_bytes())["letters"]["lacking"]) == 5
    root = etree.parse(tmp_path / "tei/correspondence.xml").getroot()
    assert root.find(".//t:licence", NS) is None
    assert root.find(".//t:publisher", NS) is None


def test_a_published_edition_is_told_that_its_list_cannot_be_taken_up(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_bytes(letter_page("A letter", "Vik, Ole"))
    (pages / "edition.toml").write_text(
        f'base_url = "{BASE}"\npublisher = "A"\nlicence = "CC BY-NC 4.0"\n', "utf-8"
    )
    for _ in range(2):
        answer = run("build", pages, "-o", tmp_path / "out")
        assert (
            "notice: the list of letters cannot be taken up by correspSearch yet" in answer.stderr
        )
        assert "needs an editor, the licence CC BY 4.0 or CC0 and a date (for want" in answer.stderr
    root = etree.parse(tmp_path / "out/tei/correspondence.xml").getroot()
    assert root.find(".//t:licence", NS) is None
    assert root.find(".//t:publicationStmt/t:date[@when='1980-01-01']", NS) is not None


def test_another_day_of_the_sources_makes_another_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "a.txt"
    page.write_bytes(letter_page("A letter", "Vik, Ole"))
    settings = tmp_path / "edition.toml"
    settings.write_text('publisher = "A"\n', "utf-8")
    for epoch, day in (("0", "1970-01-01"), ("1900000000", "2030-03-17")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        run("build", page, "-o", tmp_path / "out", "--edition", settings)
        root = etree.parse(tmp_path / "out/tei/correspondence.xml").getroot()
        assert root.find(f".//t:publicationStmt/t:date[@when='{day}']", NS) is not None
