"""Persons: who is one with whom and who is not, their ids, the editor's list, the file."""

from pathlib import Path

import pytest
from lxml import etree
from lying_documents import as_published, lying
from settled_lists import Settled, settled

from converter.edition import build
from converter.entries import Entry, Volumes
from converter.letter_places import letter_places, place_list
from converter.markup import ID, TEI
from converter.output import Output
from converter.persons.facts import life_of
from converter.persons.in_edition import draft_persons, listed
from converter.persons.own_list import NOBODY, OwnList, read_own_list
from converter.problems import Refused
from converter.schemas import edition_schemas
from converter.settings import Settings
from converter.validate import validate_tree
from converter.wishes import Wishes

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
PERSON, NAME = f"{{{TEI}}}person", f"{{{TEI}}}persName"
VIK = "Ole Vik: pilot of Port Amsel; 1871–1944."


def name(printed: str) -> str:
    """A name with its parts: ``Ole Vik``, or ``Vik, Ole`` as a head has it."""
    surname, comma, given = printed.partition(", ")
    if not comma:
        given, _, surname = printed.rpartition(" ")
    forenames = " ".join(f"<forename>{word}</forename>" for word in given.split())
    parts = [f"<surname>{surname}</surname>", forenames]
    return (", " if comma else " ").join(parts if comma else parts[::-1]).strip(" ,")


def document(
    *explained: str,
    when: str = "1938-03-14",
    author: str = "",
    recipient: str = "",
    volume: str = "diary",
    ours: bool = True,
    pointers: tuple[str, ...] = (),
    text: str = "",
) -> Entry:
    """A document whose notes explain persons: ``Ole Vik: pilot of Port Amsel; 1871–1944.``"""
    persons, notes = "", ""
    for number, said in enumerate(explained, start=1):
        printed, _, description = said.partition(": ")
        pointer = f' corresp="{pointers[number - 1]}"' if pointers else ""
        persons += (
            f'\n<person xml:id="person-{number}"{pointer}><persName>{name(printed)}</persName>'
            + (f"<note>{description}</note>" if description else "")
            + "</person>"
        )
        notes += (
            f'\n<p xml:id="p{number}">I met <persName ref="#person-{number}">him</persName>.'
            f'<note xml:id="n{number}" n="{number}" type="biographical"><persName '
            f'ref="#person-{number}">{printed}</persName>, {description}</note></p>'
        )
    head = f"<author><persName>{name(author)}</persName></author>" if author else ""
    letter = (
        f'<correspDesc><correspAction type="sent"><persName>{name(author)}</persName>'
        '</correspAction><correspAction type="received"><persName>'
        f"{name(recipient)}</persName></correspAction></correspDesc>"
        if recipient
        else ""
    )
    listed_persons = (
        f"<particDesc><listPerson>{persons}</listPerson></particDesc>" if persons else ""
    )
    kind = "letter" if recipient else "diary-entry"
    root = etree.fromstring(
        f'<TEI xmlns="{TEI}" xml:id="{volume}_{when}" type="{kind}" xml:lang="en"><teiHeader>'
        f'<fileDesc><titleStmt><title type="main">{when}</title><title type="sub">{volume}</title>'
        f"{head}</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
        f'</fileDesc><profileDesc><creation><date when="{when}">{when}</date></creation>{letter}'
        f"{listed_persons}</profileDesc></teiHeader><text><body>{notes}{text}</body></text></TEI>"
    )
    return lying(f"{volume}/{when}", root, ours)


def days(*documents: Entry) -> Volumes:
    """Documents in their order; those of one volume together."""
    volumes: dict[str, list[Entry]] = {}
    for one in documents:
        volumes.setdefault(one.name.split("/")[0], []).append(one)
    return volumes


def gathered(folder: Path, *documents: Entry, own: OwnList = NOBODY) -> Settled:
    output, volumes = Output.open(folder), days(*documents)
    draft = draft_persons(volumes, folder, Settings(title="Voices of Amsel"), own)
    return settled(draft, volumes, output)


def tree(made: Settled) -> etree._Element:
    assert made.tei is not None
    return etree.fromstring(made.tei)


def ids(made: Settled) -> list[str]:
    return [person.get(ID, "") for person in tree(made).iter(PERSON)]


def codes(made: Settled) -> list[str]:
    return [problem.code for problem in made.problems]


def described(*said: str) -> list[Entry]:
    """One document for each explanation."""
    return [document(each, when=f"1938-03-{day:02}") for day, each in enumerate(said, start=1)]


def own_list(folder: Path, *persons: str) -> OwnList:
    path = folder / "own.xml"
    path.write_text(
        f'<listPerson xmlns="{TEI}">\n' + "\n".join(persons) + "\n</listPerson>", "utf-8"
    )
    return read_own_list(path)


# ---------------------------------------------------------------- one person, or two

ONE = {
    "the same words twice": (VIK, VIK),
    "the same years": (VIK, "Ole Vik: harbour master; 1871–1944."),
    "a word in common": ("Ole Vik: pilot of Port Amsel.", "Ole Vik: then pilot, later retired."),
    "a name of which only one note says anything": (VIK, "Ole Vik: "),
    "initials with both years": (VIK, "O. Vik: a pilot; 1871–1944."),
    "one given name less, with three words in common": (
        "Ole Andreas Vik: senior pilot of Port Amsel.",
        "Ole Vik: pilot at Port Amsel from 1901.",
    ),
    "two scripts with both years": (VIK, "Оле Вик: лоцман; 1871–1944."),
}
TWO = {
    "other years": (VIK, "Ole Vik: pilot of Port Amsel; 1899–1961."),
    "another year of death alone": (VIK, "Ole Vik: pilot; died 1961."),
    "another given name": (VIK, "Nils Vik: pilot of Port Amsel; 1871–1944."),
    "other initials": ("O. A. Vik: pilot; died 1944.", "O. B. Vik: pilot; died 1944."),
}
PERHAPS = {
    "nothing in common but the name": (VIK, "Ole Vik: minister of fisheries."),
    "initials alone": (VIK, "O. Vik: "),
    "a surname alone": (VIK, "Vik: pilot of Port Amsel; 1871–1944."),
}


@pytest.mark.parametrize("said", ONE.values(), ids=ONE)
def test_two_notes_are_of_one_person(tmp_path: Path, said: tuple[str, ...]) -> None:
    made = gathered(tmp_path, *described(*said))
    assert len(ids(made)) == 1
    assert codes(made) == []


@pytest.mark.parametrize("said", TWO.values(), ids=TWO)
def test_two_notes_are_of_two_persons(tmp_path: Path, said: tuple[str, ...]) -> None:
    made = gathered(tmp_path, *described(*said))
    assert len(ids(made)) == 2
    assert codes(made) == []


@pytest.mark.parametrize("said", PERHAPS.values(), ids=PERHAPS)
def test_what_may_be_one_person_stays_two_and_is_told(
    tmp_path: Path, said: tuple[str, ...]
) -> None:
    made = gathered(tmp_path, *described(*said))
    assert len(ids(made)) == 2
    assert codes(made) == ["person-may-be-another"]
    assert made.problems[0].place.line > 0
    note = tree(made).find(f".//{{{TEI}}}note[@type='perhaps']")
    assert note is not None
    assert note[0].get("target", "").lstrip("#") in ids(made)


def test_a_name_without_facts_that_fits_two_persons_is_joined_to_neither(tmp_path: Path) -> None:
    others = described(VIK, "Ole Vik: his nephew; 1899–1961.", "Ole Vik: ")
    made = gathered(tmp_path, *others)
    assert len(ids(made)) == 3
    assert codes(made) == ["person-may-be-another"] * 2


def test_a_surname_is_one_person_only_where_the_same_words_describe_it(tmp_path: Path) -> None:
    said = ("Vik: a pilot.", "Vik: a pilot.", "Vik: a baker.")
    assert len(ids(gathered(tmp_path, *described(*said)))) == 2


def test_the_head_of_a_letter_and_a_note_name_one_person(tmp_path: Path) -> None:
    note = document(VIK, when="1938-03-01")
    letter = document(when="1938-03-02", author="Vik, Ole", recipient="Brandt, Anna")
    made = gathered(tmp_path, note, letter)
    assert ids(made) == ["brandt-anna", "vik-ole"]
    assert codes(made) == []


def test_the_order_of_the_documents_joins_nobody_else(tmp_path: Path) -> None:
    said = (VIK, "Ole Vik: minister.", "O. Vik: a pilot; 1871–1944.", "Ole Vik: pilot in Amsel.")
    forward = gathered(tmp_path / "one", *described(*said))
    backward = gathered(tmp_path / "two", *reversed(described(*said)))
    assert len(ids(forward)) == len(ids(backward)) == 2


@pytest.mark.parametrize(
    ("said", "birth", "death"),
    [
        ("pilot, 1901–1938; 1871–1944.", 1871, 1944),
        ("keeper, 1924–40; died 1955.", 0, 1955),
        ("pilot (1871–1944); wrote a log.", 1871, 1944),
        ("born in 1871 in Amsel.", 1871, 0),
        ("minister, 1935–1939.", 0, 0),
        ("лоцман; род. 1871.", 1871, 0),
    ],
)
def test_years_of_a_life_are_told_from_years_of_an_office(
    said: str, birth: int, death: int
) -> None:
    assert life_of(said).years == (birth, death)


# ---------------------------------------------------------------- ids and pointers


def test_an_id_is_the_name_and_namesakes_have_their_year(tmp_path: Path) -> None:
    made = gathered(tmp_path, *described(VIK, "Ole Vik: his nephew; 1899–1961.", "Anna Brandt: x."))
    assert ids(made) == ["brandt-anna", "vik-ole-1871", "vik-ole-1899"]


def test_an_id_stays_whatever_else_comes_into_the_edition(tmp_path: Path) -> None:
    before = ids(gathered(tmp_path / "one", *described(VIK)))
    after = gathered(tmp_path / "two", *described("Anna Brandt: pianist; died 1961.", VIK, VIK))
    assert set(before) <= set(ids(after))


def test_each_person_of_a_document_points_to_the_list(tmp_path: Path) -> None:
    one = document(VIK, "Anna Brandt: pianist; died 1961.")
    gathered(tmp_path, one)
    pointers = [person.get("corresp") for person in as_published(one).iter(PERSON)]
    assert pointers == ["../persons.xml#vik-ole", "../persons.xml#brandt-anna"]


def test_an_entry_leads_to_paragraphs_notes_letters_and_volumes(tmp_path: Path) -> None:
    entry = document(VIK, when="1938-03-01", author="Vik, Ole")
    letter = document(
        when="1938-03-02", author="Vik, Ole", recipient="Brandt, Anna", volume="letters"
    )
    found = tree(gathered(tmp_path, entry, letter))
    person = next(p for p in found.iter(PERSON) if p.get(ID) == "vik-ole")
    refs = {
        note.get("type"): [ref.get("target") for ref in note if ref.get("target")]
        for note in person
        if note.get("type")
    }
    assert refs == {
        "biographical": [],
        "sent": ["letters/1938-03-02.xml"],
        "author": ["diary/1938-03-01.xml"],
        "occurrences": ["diary/1938-03-01.xml#p1", "diary/1938-03-01.xml#n1"],
    }


def test_a_file_changed_by_hand_decides_which_of_two_namesakes_it_means(tmp_path: Path) -> None:
    others = described(VIK, "Ole Vik: his nephew; 1899–1961.")
    edited = document(
        "Ole Vik: pilot.", when="1938-03-09", ours=False,
        pointers=("../persons.xml#vik-ole-1899",),
    )  # fmt: skip
    found = tree(gathered(tmp_path, *others, edited))
    nephew = next(p for p in found.iter(PERSON) if p.get(ID) == "vik-ole-1899")
    assert "diary/1938-03-09.xml#p1" in etree.tostring(nephew, encoding="unicode")


def test_a_pointer_to_nobody_is_told_at_its_line_and_corrected_for_the_page(tmp_path: Path) -> None:
    edited = document(VIK, ours=False, pointers=("../persons.xml#vik-old",))
    made = gathered(tmp_path, edited)
    assert codes(made) == ["person-pointer-unknown"]
    assert made.problems[0].place.line > 1
    assert next(as_published(edited).iter(PERSON)).get("corresp") == "../persons.xml#vik-ole"


def test_a_name_in_an_edited_text_may_lead_straight_to_the_list(tmp_path: Path) -> None:
    text = (
        '\n<p xml:id="p9"><persName ref="../persons.xml#vik-ole">Vik</persName> and '
        '<persName ref="../persons.xml#nobody">Ms X</persName>.</p>'
    )
    edited = document(when="1938-03-02", ours=False, text=text)
    made = gathered(tmp_path, document(VIK, when="1938-03-01"), edited)
    assert codes(made) == ["person-pointer-unknown"]
    assert b"diary/1938-03-02.xml#p9" in (made.tei or b"")
    pointers = [node.get("ref") for node in as_published(edited).iter(NAME)]
    assert pointers == ["../persons.xml#vik-ole", None]


# ---------------------------------------------------------------- the editor's own list


def test_the_editors_ids_and_names_win(tmp_path: Path) -> None:
    own = own_list(
        tmp_path,
        '<person xml:id="pilot-vik"><persName>Ole Andreas Vik</persName>'
        "<persName>Vik, Ole</persName><persName>O. Vik</persName><occupation>pilot</occupation>"
        "</person>",
    )
    made = gathered(tmp_path, *described(VIK, "O. Vik: master of the tug."), own=own)
    assert ids(made) == ["pilot-vik"]
    (person,) = tree(made).iter(PERSON)
    assert [child.tag for child in person].count(NAME) == 3
    assert "".join(map(str, person[0].itertext())) == "Ole Andreas Vik"


def test_the_editors_list_keeps_namesakes_apart_by_their_years(tmp_path: Path) -> None:
    own = own_list(
        tmp_path,
        '<person xml:id="vik-elder"><persName>Ole Vik</persName>'
        '<birth when="1871-02-01"/></person>',
        '<person xml:id="vik-younger"><persName>Ole Vik</persName><birth when="1899"/></person>',
    )
    nephew = "Ole Vik: nephew; 1899–1961."
    found = tree(gathered(tmp_path, *described(VIK, nephew), own=own))
    elder, younger = found.iter(PERSON)
    assert [p.get(ID) for p in (elder, younger)] == ["vik-elder", "vik-younger"]
    assert "1938-03-01.xml#p1" in etree.tostring(elder, encoding="unicode")
    assert "1938-03-02.xml#p1" in etree.tostring(younger, encoding="unicode")


def test_a_name_that_two_of_the_editors_persons_bear_is_told(tmp_path: Path) -> None:
    own = own_list(
        tmp_path,
        '<person xml:id="vik-elder"><persName>Ole Vik</persName></person>',
        '<person xml:id="vik-younger"><persName>Ole Vik</persName></person>',
    )
    made = gathered(tmp_path, *described(VIK), own=own)
    assert set(ids(made)) == {"vik-elder", "vik-younger", "vik-ole"}
    assert codes(made) == ["person-may-be-another"] * 2


def test_our_ids_keep_clear_of_the_editors(tmp_path: Path) -> None:
    own = own_list(tmp_path, '<person xml:id="vik-ole"><persName>Anna Brandt</persName></person>')
    made = gathered(tmp_path, *described(VIK), own=own)
    assert ids(made) == ["vik-ole", "vik-ole-1871"]


@pytest.mark.parametrize(
    ("person", "code"),
    [
        ("<person><persName>Ole Vik</persName></person>", "own-person-without-id"),
        ('<person xml:id="vik"><note>pilot</note></person>', "own-person-without-name"),
        ('<person xml:id="a"><persName>Anna</persName></person>', "own-person-twice"),
    ],
)
def test_a_person_that_cannot_be_used_is_told_at_its_line(
    tmp_path: Path, person: str, code: str
) -> None:
    first = '<person xml:id="a"><persName>Anna Brandt</persName></person>'
    found = own_list(tmp_path, first, person)
    assert [(p.code, p.place.line) for p in found.problems] == [(code, 3)]
    assert [each.id for each in found.persons] == ["a"]


def test_a_list_without_a_person_is_told(tmp_path: Path) -> None:
    assert [p.code for p in own_list(tmp_path).problems] == ["own-persons-empty"]


def test_a_list_that_is_no_xml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text("<listPerson>", "utf-8")
    with pytest.raises(Refused) as refused:
        read_own_list(tmp_path / "persons.xml")
    assert refused.value.problem.code == "xml-not-well-formed"


# ---------------------------------------------------------------- the file


def test_the_list_is_valid_against_its_own_schema(tmp_path: Path) -> None:
    own = own_list(
        tmp_path,
        '<person xml:id="a"><persName>Anna Brandt</persName><idno type="VIAF">1</idno></person>',
    )
    found = gathered(tmp_path, *described(VIK, "Ole Vik: minister."), own=own)
    assert validate_tree(etree.ElementTree(tree(found)), "persons.xml", edition_schemas()) == []


@pytest.mark.slow
def test_persons_and_places_are_valid_against_the_whole_of_tei(
    tmp_path: Path, tei_all_rng: etree.RelaxNG
) -> None:
    build([EXAMPLES], tmp_path, Settings())
    for file in ("persons.xml", "places.xml"):
        found = etree.parse(tmp_path / "tei" / file)
        assert tei_all_rng.validate(found), tei_all_rng.error_log
        assert validate_tree(found, file, edition_schemas()) == []


def test_a_list_changed_by_hand_is_kept_and_what_it_lacks_is_told(tmp_path: Path) -> None:
    first = gathered(tmp_path, *described(VIK))
    path = tmp_path / "tei" / "persons.xml"
    edited = (first.tei or b"").replace(b"pilot of Port Amsel", b"pilot, and a poet")
    path.write_bytes(edited)
    made = gathered(tmp_path, *described(VIK, "Anna Brandt: pianist; died 1961."))
    assert made.tei == edited == path.read_bytes()
    assert codes(made) == ["persons-lack"]


def test_where_nobody_is_named_there_is_no_list(tmp_path: Path) -> None:
    assert gathered(tmp_path, document()).tei is None
    assert not (tmp_path / "tei").exists()


def test_the_list_beside_the_settings_is_taken_into_a_build(tmp_path: Path) -> None:
    own = own_list(
        tmp_path, '<person xml:id="tilling"><persName>Humphrey Tilling</persName></person>'
    )
    build([EXAMPLES], tmp_path / "out", Settings(), Wishes(persons=own))
    assert b'xml:id="tilling"' in (tmp_path / "out" / "tei" / "persons.xml").read_bytes()


# ---------------------------------------------------------------- places

PLACES = {
    "Port Amsel, <date>3 May</date>": ["Port Amsel"],
    "Hamburg, den <date>3. Mai</date>": ["Hamburg"],
    "Pilots’ House, Port Amsel, the <date>3rd of May</date>": ["Pilots’ House, Port Amsel"],
    "Tuesday, <date>3 May</date>": [],
    "3 o’clock, <date>3 May</date>": [],
    "<placeName>Skarv</placeName>, in the night": ["Skarv"],
    "In the night": [],
    "<date>3 May</date>, Skarv": [],
}


@pytest.mark.parametrize(("dateline", "names"), PLACES.items(), ids=PLACES)
def test_the_place_of_a_letter_stands_before_its_date(dateline: str, names: list[str]) -> None:
    opener = f"<opener><dateline>{dateline}</dateline></opener>"
    root = document(author="Vik, Ole", recipient="Brandt, Anna", text=opener).apparatus()
    assert [place.name for place in letter_places("letters/1", root)] == names


def test_letters_of_one_place_stand_under_it(tmp_path: Path) -> None:
    opener = "<opener><dateline>Skarv, <date>3 May</date></dateline></opener>"
    one, two = (
        document(when=when, author="Vik, Ole", recipient="Brandt, Anna", text=opener)
        for when in ("1938-05-03", "1938-05-04")
    )
    found = [place for each in (one, two) for place in letter_places(each.name, each.apparatus())]
    made = place_list(found, listed(days(one, two)), Settings())
    assert made is not None
    assert made.count(b"<place ") == 1
    assert made.count(b"<ref ") == 2
