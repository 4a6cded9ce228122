"""converter cite: references to documents and bibliographies, on stdout or in a file."""

import json
from pathlib import Path

import pytest
from calling import files, run
from test_exports import BIBLIOGRAPHY

LETTERS = Path(__file__).resolve().parent / "editions" / "letters"
LETTER = LETTERS / "ozerov-to-ozerova-1936-02-12.xml"
PERSONS = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body/></text></TEI>'


def test_a_document_is_cited_on_stdout() -> None:
    answer = run("cite", LETTER, "--as", "text")
    assert answer.exit_code == 0
    assert answer.stdout == (
        "Pavel Andreevich Ozerov [Lotsman] to Vera Andreevna Ozerova, 12 February 1936, in Letters"
        " of P. A. Ozerov: Volume 2 (Merrow University Press), to p. 41; original: Ozerov papers,"
        " 4/17, Museum of Navigation, Harnsund.\n"
    )
    assert answer.stderr == ""


@pytest.mark.parametrize(
    ("form", "begins"),
    [("bibtex", "@incollection{"), ("ris", "TY  - CHAP\r\n"), ("csl-json", "[\n"), ("text", "P")],
)
def test_every_form_is_written_as_bytes_for_bytes(form: str, begins: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    answer = run("cite", LETTER, "--as", form, "-o", out)
    assert answer.exit_code == 0
    assert out.read_bytes() == run("cite", LETTER, "--as", form).stdout_bytes
    assert out.read_bytes().decode().startswith(begins)
    assert answer.stderr == f"1 reference in {out}\n"


def test_a_folder_is_cited_document_by_document() -> None:
    answer = run("cite", LETTERS, "--as", "csl-json")
    items = json.loads(answer.stdout)
    assert len(items) == len(list(LETTERS.glob("*.xml")))
    assert len({item["id"] for item in items}) == len(items)


def test_a_document_named_twice_is_cited_once() -> None:
    answer = run("cite", LETTER, LETTER, "--as", "text")
    assert len(answer.stdout.splitlines()) == 1


def test_a_bibliography_gives_the_sources_it_lists(tmp_path: Path) -> None:
    path = tmp_path / "bibliography.xml"
    path.write_text(BIBLIOGRAPHY, "utf-8")
    answer = run("cite", path, "--as", "text")
    assert answer.exit_code == 0
    assert "FO 12/7, Harbour Museum, Port Amsel.\n" in answer.stdout


def test_a_list_of_persons_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(PERSONS, "utf-8")
    (tmp_path / "letter.xml").write_bytes(LETTER.read_bytes())
    answer = run("cite", tmp_path, "--as", "text")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert len(answer.stdout.splitlines()) == 1


def test_a_file_that_has_nothing_to_cite_is_named(tmp_path: Path) -> None:
    path = tmp_path / "persons.xml"
    path.write_text(PERSONS, "utf-8")
    answer = run("cite", path, "--as", "text")
    assert answer.exit_code == 2
    assert "[nothing-to-cite]" in answer.stderr
    assert answer.stdout == ""


def test_a_broken_file_costs_only_itself(tmp_path: Path) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_text("<TEI>", "utf-8")
    answer = run("cite", broken, LETTER, "--as", "text")
    assert answer.exit_code == 1
    assert f"{broken}:1" in answer.stderr
    assert len(answer.stdout.splitlines()) == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    answer = run("cite", tmp_path / "none.xml", "--as", "text")
    assert answer.exit_code == 2
    assert "[cannot-read]" in answer.stderr


def test_a_file_of_the_user_is_not_overwritten_unasked(tmp_path: Path) -> None:
    out = tmp_path / "mine.bib"
    out.write_text("mine", "utf-8")
    answer = run("cite", LETTER, "--as", "bibtex", "-o", out)
    assert answer.exit_code == 2
    assert "[already-there]" in answer.stderr
    assert files(tmp_path) == {"mine.bib": b"mine"}
    assert run("cite", LETTER, "--as", "bibtex", "-o", out, "--overwrite").exit_code == 0
    assert out.read_text("utf-8").startswith("@incollection{")


def test_a_folder_as_the_file_to_write_is_refused(tmp_path: Path) -> None:
    answer = run("cite", LETTER, "--as", "ris", "-o", tmp_path)
    assert answer.exit_code == 2
    assert files(tmp_path) == {}
