"""The TEI in three Python readers of TEI: delb, acdh-tei-pyutils and standoffconverter."""

from collections import Counter
from pathlib import Path

from acdh_tei_pyutils.tei import TeiReader
from delb import Document, FormatOptions, ParserOptions
from delb.filters import is_tag_node
from lxml import etree
from read_by_lxml import (
    NOTE,
    TEI,
    canonical,
    documents,
    elements,
    kind,
    kinds,
    root_of,
    string,
    strings,
    tei_files,
    text_of,
    without_notes,
)
from standoffconverter import Standoff, View

NAMES = {"tei": TEI.strip("{}")}


# ---------------------------------------------------------------- delb


def test_delb_reads_every_element_with_all_its_text(any_edition: Path) -> None:
    for file in tei_files(any_edition):
        ours, theirs = root_of(file), Document(file).root
        found = [theirs, *theirs.iterate_descendants(is_tag_node)]
        types = [each.attributes.get("type") for each in found]
        counted = Counter(
            kind(each.local_name, type_.value if type_ else None)
            for each, type_ in zip(found, types, strict=True)
        )
        assert counted == kinds(ours), file.name
        assert [each.full_text for each in found] == strings(ours), file.name


def test_delb_writes_what_it_read(any_edition: Path) -> None:
    for file in tei_files(any_edition):
        written = etree.fromstring(str(Document(file)).encode())
        assert canonical(written) == canonical(root_of(file)), file.name


def test_delb_reduces_no_white_space_of_a_text(any_edition: Path) -> None:
    options = ParserOptions(reduce_whitespace=True)
    for file in documents(any_edition):
        document = Document(file, parser_options=options)
        (text,) = document.xpath("/TEI/text").filtered_by(is_tag_node)
        found = [text, *text.iterate_descendants(is_tag_node)]
        ours = root_of(file)
        assert [each.full_text for each in found] == strings(text_of(ours)), file.name
        assert document.root.full_text.split() == string(ours).split(), file.name


def test_delb_may_break_lines_anew_and_leaves_a_text_as_it_is(
    any_edition: Path, tmp_path: Path
) -> None:
    lines = FormatOptions(indentation="  ", width=80)
    for file in documents(any_edition):
        Document(file).save(tmp_path / file.name, format_options=lines)
        written = text_of(root_of(tmp_path / file.name))
        assert canonical(written) == canonical(text_of(root_of(file))), file.name


# ---------------------------------------------------------------- acdh-tei-pyutils


def test_acdh_tei_pyutils_counts_every_element(any_edition: Path) -> None:
    for file in tei_files(any_edition):
        reader, ours = TeiReader(str(file)), kinds(root_of(file))
        stats = {etree.QName(tag).localname: n for tag, n in reader.get_element_stats().items()}
        plain = Counter(each.split()[0] for each in ours.elements())
        assert stats == plain, file.name
        for each, number in ours.items():
            name, _, type_ = each.partition(" ")
            path = f"count(//tei:{name}[@type = '{type_}'])" if type_ else f"count(//tei:{name})"
            expected = number if type_ else plain[name]
            assert reader.any_xpath(path) == expected, (file.name, each)


def test_acdh_tei_pyutils_extracts_the_text_of_every_paragraph(any_edition: Path) -> None:
    for file in documents(any_edition):
        reader = TeiReader(str(file))
        ours = list(text_of(root_of(file)).iter(f"{TEI}p"))
        listed = reader.get_text_nes_list("//tei:text//tei:p", ".//tei:persName")
        assert [each["text"] for each in listed] == [spaced(each) for each in ours], file.name
        named = [name["text"] for each in listed for name in each["ner_dicts"]]
        names = [one for each in ours for one in each.iterfind(f".//{TEI}persName")]
        assert named == [spaced(each) for each in names], file.name
        (body,) = reader.any_xpath("//tei:body")
        assert reader.create_plain_text(body) == spaced(body), file.name


def spaced(element: etree._Element) -> str:
    """The text of an element with one blank where it has white space."""
    return " ".join(string(element).split())


# ---------------------------------------------------------------- standoffconverter


def test_standoffconverter_has_the_text_and_a_row_for_each_element(any_edition: Path) -> None:
    for file in documents(any_edition):
        ours = text_of(root_of(file))
        standoff = Standoff(root_of(file), NAMES)
        assert standoff.plain == string(ours), file.name
        empty = [each for each in elements(ours) if not len(each) and each.text is None]
        rows = Counter(standoff.table.df.row_type)
        full = len(elements(ours)) - len(empty)
        assert (rows["open"], rows["close"], rows["empty"]) == (full, full, len(empty)), file.name
        table = "".join(text for *_, text in standoff.table if text)
        assert table == standoff.plain, file.name
        annotated = [(each["begin"], each["end"]) for each in standoff.standoffs]
        assert sorted(standoff.plain[begin:end] for begin, end in annotated) == sorted(
            strings(ours)
        ), file.name


def test_standoffconverter_shows_every_character_and_leaves_notes_out(any_edition: Path) -> None:
    for file in documents(any_edition):
        ours = text_of(root_of(file))
        view = View(Standoff(root_of(file), NAMES))
        characters = [each for each in view.view.char if each]
        assert characters == list(string(ours)), file.name
        left = view.exclude_inside(NOTE).get_plain()
        assert left == without_notes(ours), file.name
