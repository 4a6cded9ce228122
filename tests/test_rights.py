"""Rights: wordings that restrict, what a build says of them, the address that waits for them."""

import json
from pathlib import Path

import pytest
from calling import files, run
from lxml import etree
from page_printer import page_around
from small_edition import Edition

from converter.markup import TEI
from converter.pages import read
from converter.restrictions import RULES, restricting, restricts
from converter.rights import restrictions_in, rights_of

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
BASE = "https://bells.example.org"
ADDRESS = f'base_url = "{BASE}"\ndate = "2031-05-28"\n'
LICENCE = 'publisher = "Harbour Society"\nlicence = "CC BY 4.0"\n'


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return Edition(tmp_path)


# ---------------------------------------------------------------- the rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_of_restrictions_claims_its_examples_and_no_other(rule: object) -> None:
    assert rule in RULES
    (found,) = (each for each in RULES if each is rule)
    assert found.because
    assert found.yes
    assert found.no
    assert [text for text in found.yes if restricts(text) is not found] == []
    assert [text for text in found.no if restricts(text)] == []


def test_every_rule_of_restrictions_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_wording_that_is_stated_twice_is_told_once() -> None:
    assert restricting(["© 2025 Velm", "Terms & Conditions", "© 2025 Velm"]) == ["© 2025 Velm"]


# ---------------------------------------------------------------- what a page states


def test_what_the_foot_of_a_page_restricts_stands_with_its_copyright_line() -> None:
    page = page_around(["The bell was saved."]).decode()
    assert "All rights reserved" not in page
    foot = "\n  • Not for quotation without written permission.\n  • Privacy Policy\n"
    stated = read((page + foot).encode(), "a.txt").copyright
    plain = read(page.encode(), "a.txt").copyright
    assert plain
    assert stated == f"{plain}; Not for quotation without written permission"


def test_a_description_does_not_go_for_the_foot_of_a_page() -> None:
    page = page_around(["The bell was saved."]).decode()
    described = page.replace("\nDescriptionN/A", "\nDescriptionNot for quotation", 1)
    assert described != page
    assert "quotation" not in read(described.encode(), "a.txt").copyright


def header(publication: str, more: str = "") -> etree._Element:
    return etree.fromstring(
        f'<TEI xmlns="{TEI}"><teiHeader><fileDesc><titleStmt/><publicationStmt>{publication}'
        f"</publicationStmt></fileDesc><profileDesc>{more}</profileDesc></teiHeader></TEI>"
    )


def test_restrictions_are_found_in_headers_that_others_wrote() -> None:
    abstract = "<abstract><p>Not for quotation.</p></abstract>"
    headers = (
        [
            header("<p>Unpublished encoding. The page it was made from states: © 2025 Velm.</p>"),
            header("<p>© 2025 Velm.</p>", abstract),
            header('<publisher>A</publisher><availability status="restricted"><p/></availability>'),
            header("<p>Public domain.</p>"),
            header("<publisher>A</publisher><availability><licence>CC BY-NC 4.0</licence>"
                   "</availability>"),
        ]
    )  # fmt: skip
    found = rights_of(map(restrictions_in, headers))
    assert found.documents == 3
    assert found.wordings == (
        ("© 2025 Velm", 2),
        ("Not for quotation", 1),
        ("availability: restricted", 1),
    )


# ---------------------------------------------------------------- what a build says


def test_a_build_says_how_many_documents_state_a_restriction(edition: Edition) -> None:
    answer = edition.build()
    assert "3 documents state a restriction of rights; name a licence before" in answer.stderr
    report = json.loads((edition.out / "report.json").read_bytes())
    assert report["rights"]["restricted"] == 3
    assert not report["rights"]["licensed"]
    (wording,) = report["rights"]["wordings"]
    assert wording["documents"] == 3
    told = edition.report()
    assert f"{wording['wording']}: 3 documents\nsettle with whoever holds the rights" in told
    again = edition.build()
    assert "nothing has changed" in again.stderr
    assert "3 documents state a restriction of rights; name a licence before" in again.stderr


def test_with_a_licence_nothing_more_is_asked(edition: Edition) -> None:
    (edition.pages / "edition.toml").write_text(LICENCE, "utf-8")
    answer = edition.build()
    assert "3 documents state a restriction of rights" in answer.stderr
    assert "name a licence" not in answer.stderr
    assert "settle with" not in edition.report()


def test_of_documents_without_restriction_nothing_is_said(edition: Edition) -> None:
    for page in edition.pages.glob("*.txt"):
        lines = page.read_text("utf-8").split("\n")
        kept = [line for line in lines if not restricts(line)]
        assert len(kept) == len(lines) - 2
        page.write_text("\n".join(kept), "utf-8")
    assert "restriction" not in edition.build().stderr
    assert "restriction" not in edition.report()


def test_an_address_without_a_licence_is_used_for_nothing(edition: Edition) -> None:
    (edition.pages / "edition.toml").write_text(ADDRESS, "utf-8")
    answer = edition.build()
    assert answer.exit_code == 0
    assert f"edition.toml: warning: the address {BASE} is not used" in answer.stderr
    assert "[address-without-licence]" in answer.stderr
    assert "[address-without-licence]" in edition.build().stderr
    assert edition.build("--strict").exit_code == 1
    made = files(edition.out)
    assert "html/sitemap.xml" not in made
    told = {name for name, data in made.items() if BASE.encode() in data}
    assert told == {"report.json", "report.txt"}
    (edition.pages / "edition.toml").write_text(ADDRESS + LICENCE, "utf-8")
    answer = edition.build()
    assert "address-without-licence" not in answer.stderr
    made = files(edition.out)
    assert "html/sitemap.xml" in made
    assert BASE.encode() in made["html/lanterns/1937-03-01-on-bell-one.ris"]


def test_a_page_that_is_converted_alone_has_no_address_without_a_licence(
    edition: Edition, tmp_path: Path
) -> None:
    settings = tmp_path / "edition.toml"
    for text, named in ((ADDRESS, False), (ADDRESS + LICENCE, True)):
        settings.write_text(text, "utf-8")
        answer = run("convert", edition.pages / "one.txt", "--edition", settings)
        assert (BASE in answer.stdout) == named


def test_the_first_settings_speak_of_rights_before_the_licence() -> None:
    text = run("init", EXAMPLES / "diary").stdout
    rights, licence = text.index("# Rights first"), text.index("# licence = ")
    assert rights < text.index("# The pages state: Copyright 2018 Merrow University") < licence
