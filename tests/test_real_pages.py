"""The real pages beside the project, against their encoding by hand and the whole of TEI."""

import subprocess
import sys
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from converter.pipeline import convert

PAGES = ("1939-05-23", "1940-03-27-conversation-with-halifax")
every_page = pytest.mark.parametrize("name", PAGES)


@pytest.fixture
def encoded(shared: Path, tmp_path: Path, name: str) -> Path:
    source = shared / "pages" / f"{name}.txt"
    file = tmp_path / f"{name}.xml"
    file.write_bytes(convert(source.read_bytes(), source.name).xml)
    return file


@every_page
def test_a_real_page_becomes_what_was_encoded_by_hand(
    shared: Path, encoded: Path, name: str
) -> None:
    tool, gold = shared / "gold" / "compare.py", shared / "gold" / f"{name}.xml"
    command = [sys.executable, *map(str, (tool, gold, encoded)), "--header"]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.stdout == "equal\n"


@every_page
@pytest.mark.slow
def test_a_real_page_is_valid_tei(
    encoded: Path, tei_all_rng: etree.RelaxNG, tei_all_xsd: xmlschema.XMLSchema
) -> None:
    tree = etree.parse(encoded)
    assert tei_all_rng.validate(tree), tei_all_rng.error_log
    assert [str(error.reason) for error in tei_all_xsd.iter_errors(str(encoded))] == []
