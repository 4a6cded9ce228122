"""The authority file: what it says, a user's own over it, unknown sigla, the command."""

import json
import re
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from invented_page import page_of
from lxml import etree

from converter.authorities import (
    KINDS_OF_SERIAL,
    Authorities,
    Repository,
    Serial,
    overlaid,
    read_authorities,
    shipped,
)
from converter.authorities_in_use import authorities_of, own_file
from converter.authority_draft import draft
from converter.authority_forms import folded
from converter.cited_authorities import counted
from converter.cli import main
from converter.problems import Refused
from converter.resources import PACKAGE
from converter.siglum_rules import RULES, Sighting, SiglumRule
from converter.unknown_sigla import Note, unknown_sigla

FILE = PACKAGE / "authorities.xml"
TEI = "http://www.tei-c.org/ns/1.0"
ID = "{http://www.w3.org/XML/1998/namespace}id"
CITING = "See PAH, f. 4, op. 2, d. 17; PAD, vol. II, no. 9; and TNA FO 371/21345."
DAY = f"""\
We lay at the pilot house until four and watched the harbour lights go
{CITING}
out. Ole Vik had seen the ferry come in."""


def entries() -> list[etree._Element]:
    root = etree.parse(FILE).getroot()
    return [node for name in ("org", "bibl") for node in root.iter(f"{{{TEI}}}{name}")]


def tei(body: str) -> str:
    """A file whose body begins on its sixth line."""
    return f"""<TEI xmlns="{TEI}">
<teiHeader><fileDesc><titleStmt><title>Ours</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text>
<body>
{body}
</body></text></TEI>
"""


def org(id_: str, *forms: str, code: str = "") -> str:
    names = "".join(f"<orgName>{form}</orgName>" for form in forms)
    classes = f"<idno type='class'>{code}</idno>" if code else ""
    return f"<org xml:id='{id_}'>{names}{classes}</org>"


def own(path: Path, *orgs: str) -> Path:
    path.write_text(tei(f"<listOrg>{''.join(orgs)}</listOrg>"), "utf-8")
    return path


def called(*arguments: object) -> Result:
    """One call of the command; a refusal becomes its message, as in the whole program."""
    try:
        answer = CliRunner().invoke(main, ["authorities", *map(str, arguments)])
    except click.ClickException as error:
        pytest.fail(str(error))
    if isinstance(answer.exception, Refused):
        raise answer.exception
    if answer.exception and not isinstance(answer.exception, SystemExit):
        raise answer.exception
    return answer


# ---------------------------------------------------------------- the file


def test_the_authority_file_is_valid_tei(tei_all_rng: etree.RelaxNG) -> None:
    assert tei_all_rng.validate(etree.parse(FILE)), tei_all_rng.error_log


def test_every_entry_says_where_it_was_checked_or_that_it_was_not() -> None:
    for node in entries():
        source, cert = node.get("source"), node.get("cert")
        assert (source is None) != (cert is None), node.get(ID)
        assert cert in (None, "low"), node.get(ID)
        for address in (source or "").split():
            assert re.fullmatch(r"https?://[\w.-]+/\S*", address), node.get(ID)


def test_a_form_of_an_entry_that_was_checked_is_doubted_only_one_by_one() -> None:
    for node in entries():
        certs = [child.get("cert") for child in node]
        assert set(certs) <= {None, "low"}, node.get(ID)
        if node.get("source"):
            assert certs.count("low") < len(certs), node.get(ID)
        else:
            assert "low" not in certs, node.get(ID)


def test_every_archive_has_a_place_and_every_serial_a_kind() -> None:
    known = shipped()
    for archive in known.repositories:
        assert archive.settlement, archive.id
        assert re.fullmatch("[A-Z]{2}", archive.country), archive.id
        assert archive.scheme in {"class piece item", "fond opis delo", "group file", "signature"}
    assert {serial.kind for serial in known.serials} == set(KINDS_OF_SERIAL)


def test_no_form_leads_to_two_entries_of_one_sort() -> None:
    for sort in (shipped().repositories, shipped().serials):
        owners: dict[str, str] = {}
        for entry in sort:
            for form in entry.forms:
                assert owners.setdefault(folded(form), entry.id) == entry.id, form


def test_no_class_code_is_that_of_two_archives_or_the_siglum_of_one() -> None:
    codes = [code for archive in shipped().repositories for code in archive.classes]
    assert len(codes) == len({folded(code) for code in codes})
    assert [code for code in codes if shipped().repository(code)] == []


@pytest.mark.parametrize(
    ("printed", "id_"),
    [
        ("TNA", "TNA"),
        ("P.R.O.", "TNA"),
        ("AVPRF", "AVPRF"),
        ("АВП РФ", "AVPRF"),
        ("A.V.P. R.F.", "AVPRF"),
        ("РГАСПИ", "RGASPI"),
        ("PA-AA", "PA-AA"),
        ("PA AA", "PA-AA"),
        ("BArch", "BArch"),
        ("Bodleian library", "Bodleian"),
    ],
)
def test_an_archive_is_found_by_any_of_its_forms(printed: str, id_: str) -> None:
    found = shipped().repository(printed)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize(
    ("printed", "id_", "kind"),
    [
        ("DVP", "DVP", "documentCollection"),
        ("God Krizisa", "GodKrizisa", "documentCollection"),
        ("D.D.F.", "DDF", "documentCollection"),
        ("The Times", "Times", "newspaper"),
        ("Izvestiya", "Izvestiia", "newspaper"),
        ("Известия", "Izvestiia", "newspaper"),
        ("Komsomol'skaia Pravda", "KomsomolskaiaPravda", "newspaper"),
        ("English Historical Review", "EHR", "journal"),
        ("Parl. Deb.", "Hansard", "debates"),
        ("Parl. Deb. HC", "HansardHC", "debates"),
    ],
)
def test_a_serial_is_found_by_any_of_its_forms(printed: str, id_: str, kind: str) -> None:
    found = shipped().serial(printed)
    assert found is not None
    assert (found.id, found.kind) == (id_, kind)


@pytest.mark.parametrize("printed", ["tna", "Na", "NA", "barch", "", "Harbour Board"])
def test_the_case_of_a_siglum_matters_and_what_is_ambiguous_is_not_known(printed: str) -> None:
    assert shipped().repository(printed) is None


# ---------------------------------------------------------------- a user's own


def test_an_own_entry_replaces_the_one_of_its_id(tmp_path: Path) -> None:
    known = overlaid(shipped(), read_authorities(own(tmp_path / "a.xml", org("TNA", "Port Amsel"))))
    assert [each.name for each in known.repositories if each.id == "TNA"] == ["Port Amsel"]
    assert known.repository("TNA") is None


def test_an_own_entry_takes_its_forms_and_codes_from_others(tmp_path: Path) -> None:
    path = own(tmp_path / "a.xml", org("PA", "Port Archive", "TNA", code="FO"))
    known = overlaid(shipped(), read_authorities(path))
    ours, theirs = known.repository("TNA"), known.repository("The National Archives")
    assert ours is not None
    assert theirs is not None
    assert (ours.id, theirs.id) == ("PA", "TNA")
    assert "FO" not in theirs.classes
    assert "CAB" in theirs.classes


def test_an_entry_left_without_any_form_goes() -> None:
    base = Authorities(serials=(Serial("A", "newspaper", "The Pilot", ("The Pilot",)),))
    ours = Authorities(serials=(Serial("B", "journal", "The Pilot", ("The Pilot",)),))
    assert overlaid(base, ours).serials == ours.serials


def test_the_own_file_lies_beside_the_settings_or_the_pages_or_is_named(tmp_path: Path) -> None:
    pages, settings = tmp_path / "pages", tmp_path / "settings"
    pages.mkdir()
    settings.mkdir()
    assert own_file(None, [pages]) is None
    assert authorities_of(None, None, [pages]) is shipped()
    beside = own(pages / "authorities.xml", org("PAH", "Port Archive", "PAH"))
    assert own_file(None, [pages]) == beside
    (settings / "edition.toml").write_text("")
    assert own_file(settings / "edition.toml", [pages]) is None
    assert authorities_of(None, None, [pages]).repository("PAH") is not None
    other = own(tmp_path / "b.xml", org("PAX", "Other", "PAX"))
    assert authorities_of(other, None, [pages]).repository("PAH") is None


def test_an_archive_with_a_siglum_alone_is_called_by_it(tmp_path: Path) -> None:
    (archive,) = read_authorities(own(tmp_path / "a.xml", org("PAH", "PAH"))).repositories
    assert archive == Repository("PAH", "PAH", ("PAH",))


# ---------------------------------------------------------------- wrong files

DOUBLE = org("A", "Port Archive") + "\n" + org("B", "port archive")
WRONG = {
    "authorities-empty": ("<p>Nothing</p>", 1, "the file names no archive and no serial"),
    "authority-form-twice": (
        f"<listOrg>{DOUBLE}</listOrg>",
        7,
        "'port archive' is a form of two entries, B and A",
    ),
    "authority-id-twice": (
        f"<listOrg>{org('A', 'One')}\n{org('A', 'Two')}</listOrg>",
        7,
        "the id A is given to two entries",
    ),
    "authority-unknown-type": (
        "<listBibl>\n<bibl xml:id='A' type='weekly'><title>The Pilot</title></bibl></listBibl>",
        7,
        "the entry A is of the type 'weekly', which no citation has",
    ),
}


@pytest.mark.parametrize("code", sorted(WRONG))
def test_a_file_that_cannot_be_used_is_refused_with_its_place(tmp_path: Path, code: str) -> None:
    body, line, said = WRONG[code]
    path = tmp_path / "a.xml"
    path.write_text(tei(body), "utf-8")
    with pytest.raises(Refused) as refused:
        read_authorities(path)
    problem = refused.value.problem
    assert (problem.code, problem.place.line) == (code, line)
    assert problem.message.startswith(said)
    assert problem.hint


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<listOrg><org xml:id='A'/></listOrg>", "the entry A has no name"),
        ("<listOrg><org><orgName>Port</orgName></org></listOrg>", "the entry 'Port' has no id"),
        (f"<listOrg>{org('a_b', 'Port')}</listOrg>", "the entry a_b has no id that can be used"),
        ("<listBibl><bibl xml:id='A' type='journal'/></listBibl>", "the entry A has no title"),
    ],
)
def test_an_entry_that_lacks_something_is_named(tmp_path: Path, body: str, said: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(tei(body), "utf-8")
    with pytest.raises(Refused) as refused:
        read_authorities(path)
    assert refused.value.problem.code == "authority-incomplete"
    assert refused.value.problem.message.startswith(said)


def test_a_file_with_a_document_type_or_none_at_all_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    for text, code in (
        ("<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>", "xml-has-doctype"),
        ("<TEI>", "xml-not-well-formed"),
    ):
        path.write_text(text)
        with pytest.raises(Refused) as refused:
            read_authorities(path)
        assert refused.value.problem.code == code
    with pytest.raises(Refused) as refused:
        read_authorities(tmp_path / "none.xml")
    assert refused.value.problem.code == "file-not-readable"


# ---------------------------------------------------------------- rules of unknown sigla


def shown(example: str) -> Sighting:
    before, siglum, after = re.split(r"[{}]", example)
    return Sighting(siglum, before, after, shipped())


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.yes],
)
def test_a_rule_holds_for_its_example(rule: SiglumRule, example: str) -> None:
    assert rule.when(shown(example))


@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.no],
)
def test_a_rule_leaves_its_counter_example_alone(rule: SiglumRule, example: str) -> None:
    assert not rule.when(shown(example))


def sigla(text: str) -> list[str]:
    return [each.siglum for each in unknown_sigla([Note("day", "1", text)], shipped())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CITING, ["PAD", "PAH"]),
        ("PAH PB 371/2; GA PA f. 4, op. 2; ПАХ, ф. 05, оп. 3.", ["GA PA", "PAH", "ПАХ"]),
        ("P.A.H., f. 17.", ["P.A.H."]),
        ("Printed in PAD, 1936, XIX/2, doc. 87.", ["PAD"]),
        ("Vik papers, diary, PAHV 5/31, 19 May 1937.", ["PAHV"]),
        ("TsAPA, f. 4; Vik to Brandt, 3 June 1937, PAH 4/2.", ["PAH", "TsAPA"]),
        ("АВП РФ, ф. 05, оп. 3; TNA, PREM 1/345; DVP, XIX/2, no. 4; CAB 24/77.", []),
        ("The USSR, HMS Amsel and MP Brandt went in 1937; he sat for RN 12/4.", []),
        ("Ole Vik (1880–1951), pilot; member of the PAH from 1912.", []),
        ("See vol. XII, no. 4, and cols XII, 4.", []),
        ("The PAH, vol. II of the dues.", []),
        ("", []),
    ],
)
def test_unknown_sigla_are_found_in_a_note(text: str, found: list[str]) -> None:
    assert sigla(text) == found


def test_unknown_sigla_are_counted_over_notes_and_the_most_frequent_comes_first() -> None:
    notes = [Note("1 June", str(n), "PAH, f. 4; P.A.H. f. 5; PAD, vol. I.") for n in (1, 2)]
    archive, collection = unknown_sigla(notes, shipped())
    assert (archive.siglum, archive.count, archive.serial) == ("PAH", 4, False)
    assert (collection.siglum, collection.count, collection.serial) == ("PAD", 2, True)
    assert str(collection.places[1]) == "1 June, note 2: PAD, vol. I."


def test_an_own_entry_explains_a_siglum(tmp_path: Path) -> None:
    known = read_authorities(own(tmp_path / "a.xml", org("PAH", "Port Archive", "PAH")))
    left = unknown_sigla([Note("day", "1", CITING)], overlaid(shipped(), known))
    assert [each.siglum for each in left] == ["PAD"]


@pytest.mark.parametrize("piece", [";", "(", "A", "1", "PAH ", "PAH, f. 4; ", "см. ", "A.B", ", "])
def test_the_time_of_looking_grows_with_the_length_alone(piece: str) -> None:
    began = time.perf_counter()
    notes = [Note("day", "1", piece * 10_000)]
    unknown_sigla(notes, shipped())
    counted(notes, shipped())
    assert time.perf_counter() - began < 5


# ---------------------------------------------------------------- known ones


def test_known_archives_and_serials_are_counted_where_they_are_cited() -> None:
    text = "TNA FO 371/2; CAB 24/77; The Times, 3 June 1937. The Times wrote of it. DDF, 2, XIV."
    found = {entry.id: count for entry, count in counted([Note("d", "1", text)], shipped())}
    assert {id_: count for id_, count in found.items() if count} == {"TNA": 2, "Times": 1, "DDF": 1}


# ---------------------------------------------------------------- the draft


def test_the_draft_is_a_file_that_can_be_read_back(tmp_path: Path) -> None:
    notes = [Note("day", "1", CITING + " ПАХ, ф. 4; TN.A, f. 4; ZZ & <co>.")]
    unknown = unknown_sigla(notes, shipped())
    path = tmp_path / "authorities.xml"
    path.write_bytes(draft(unknown, shipped()))
    read = read_authorities(path)
    assert [each.forms for each in read.serials] == [("PAD",)]
    assert {each.id for each in read.repositories} == {"PAH", "PAKH"}
    assert not unknown_sigla(notes, overlaid(shipped(), read))


def test_an_entry_of_the_draft_never_has_the_id_of_another(tmp_path: Path) -> None:
    known = Authorities((Repository("PAH", "Port Archive", ("Port Archive",)),))
    unknown = unknown_sigla([Note("day", "1", "PAH, f. 4; ПАГ, ф. 4; PAG, f. 1")], known)
    path = tmp_path / "a.xml"
    path.write_bytes(draft(unknown, known))
    assert [each.id for each in read_authorities(path).repositories] == ["PAG", "PAH-2", "PAG-2"]


def test_the_draft_is_valid_tei(tei_all_rng: etree.RelaxNG) -> None:
    for text in (CITING, "no siglum here"):
        made = draft(unknown_sigla([Note("day", "1", text)], shipped()), shipped())
        assert tei_all_rng.validate(etree.fromstring(made)), tei_all_rng.error_log


# ---------------------------------------------------------------- the command


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "3-june.txt").write_text(page_of(DAY), "utf-8")
    return folder


def test_the_command_names_unknown_sigla_with_their_places(pages: Path) -> None:
    answer = called(pages)
    assert answer.exit_code == 0
    assert answer.stdout.split("\n") == [
        "PAD  1 time",
        "    3-june.txt, note 1: PAD, vol. II, no. 9; and TNA FO 371/21345.",
        "PAH  1 time",
        "    3-june.txt, note 1: PAH, f. 4, op. 2, d. 17; PAD, vol. II, no. 9;"
        " and TNA FO 371/21345.",
        "",
    ]
    assert answer.stderr.startswith("2 sigla unknown; --format tei")


def test_what_the_command_prints_as_tei_explains_the_sigla(pages: Path) -> None:
    answer = called(pages, "--format", "tei")
    (pages / "authorities.xml").write_bytes(answer.stdout_bytes)
    again = called(pages)
    assert again.stdout == ""
    assert again.stderr == "0 sigla unknown\n"


def test_the_command_reads_tei_too(tmp_path: Path) -> None:
    path = tmp_path / "day.xml"
    path.write_text(
        tei(f"<p>A<note n='7'>{CITING}</note> b<note type='cited'>PAZ, f. 4</note></p>"), "utf-8"
    )
    data = json.loads(called(path, "--format", "json").stdout)
    assert [(each["siglum"], each["count"], each["seems"]) for each in data] == [
        ("PAD", 1, "documentCollection"),
        ("PAH", 1, "repository"),
    ]
    assert data[0]["places"][0]["note"] == "7"


def test_the_command_lists_what_is_known_and_says_what_nobody_checked(pages: Path) -> None:
    answer = called(pages, "--list")
    first, *rest = answer.stdout.split("\n")
    assert first == "     1  TNA  The National Archives"
    assert any(line.endswith("(not checked)") for line in rest)
    assert "archives and" in answer.stderr
    data = json.loads(called(pages, "--list", "--format", "json").stdout)
    unchecked = [entry for entry in data if not entry["checked"]]
    assert unchecked
    assert all(entry["source"] == "" for entry in unchecked)


def test_a_page_that_is_refused_costs_only_itself(pages: Path) -> None:
    (pages / "bad.txt").write_text("nothing of an archive")
    (pages / "bad.xml").write_text("<TEI>")
    answer = called(pages)
    assert answer.exit_code == 1
    assert "bad.txt:1: error:" in answer.stderr
    assert "[xml-not-well-formed]" in answer.stderr
    assert answer.stdout.startswith("PAD")


def test_where_nothing_can_be_used_the_exit_status_says_so(tmp_path: Path) -> None:
    assert called(tmp_path / "none.txt").exit_code == 2
    assert called(tmp_path).exit_code == 2


def test_a_wrong_file_of_authorities_is_one_message(pages: Path) -> None:
    (pages / "authorities.xml").write_text(tei("<p/>"))
    answer = called(pages)
    assert answer.exit_code == 2
    assert answer.stderr.count("[authorities-empty]") == 1


def test_the_known_ones_are_not_printed_as_tei(pages: Path) -> None:
    assert called(pages, "--list", "--format", "tei").exit_code == 2
