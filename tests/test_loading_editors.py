"""What editors and viewers of TEI, oXygen and EVT among them, ask of a file before they show it."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from lxml import etree
from read_by_lxml import TEI, documents, elements, root_of, string, tei_files, text_of

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ADDRESSED = (f"{TEI}p", f"{TEI}note", f"{TEI}pb")


def test_every_file_is_plain_well_formed_xml_in_utf_8(any_edition: Path) -> None:
    found = tei_files(any_edition)
    assert found
    for file in found:
        content = file.read_bytes()
        assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<'), file.name
        assert b"<!DOCTYPE" not in content, file.name
        expat.ParserCreate().Parse(content, True)


def missing_schemas(file: Path) -> Iterator[str]:
    """The schemas that a file names for its editor and that do not lie where it says."""
    for each in root_of(file).itersiblings(preceding=True):
        if isinstance(each, etree._ProcessingInstruction) and each.target == "xml-model":
            address = re.search(r"""href=(["'])(.*?)\1""", each.text or "")
            if not address:
                yield "(no href)"
            elif not re.match(r"https?:", address[2]) and not (file.parent / address[2]).is_file():
                yield address[2]


def test_a_schema_that_a_file_names_is_there(any_edition: Path, tmp_path: Path) -> None:
    assert {file.name: list(missing_schemas(file)) for file in tei_files(any_edition)} == {
        file.name: [] for file in tei_files(any_edition)
    }
    naming = tmp_path / "naming.xml"
    naming.write_text('<?xml-model href="no.rng"?><?xml-model href="naming.xml"?><TEI/>', "utf-8")
    assert list(missing_schemas(naming)) == ["no.rng"]


def test_every_place_that_a_viewer_turns_to_has_an_address_of_its_own(any_edition: Path) -> None:
    for file in documents(any_edition):
        root = root_of(file)
        places = [each.get(XML_ID) for each in text_of(root).iter(*ADDRESSED)]
        assert all(places), file.name
        every = [each.get(XML_ID) for each in elements(root) if each.get(XML_ID)]
        assert len(set(every)) == len(every), file.name


def test_no_word_of_a_text_stands_before_its_first_page(any_edition: Path) -> None:
    # EVT shows a text page by page, and nothing of it that stands before the first.
    for file in documents(any_edition):
        text = text_of(root_of(file))
        assert string(text).strip(), file.name
        assert not "".join(before_the_first_page(text)).strip(), file.name


def before_the_first_page(text: etree._Element) -> Iterator[str]:
    for event, each in etree.iterwalk(text, events=("start", "end")):
        if each.tag == f"{TEI}pb":
            return
        yield (each.text if event == "start" else each.tail) or ""
