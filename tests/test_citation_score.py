"""The scorer of citations on small notes whose figures were worked out by hand; and the gold."""

import copy
import importlib.util
import shlex
import sys
from pathlib import Path

import pytest
from citation_notes import Note, read_note
from citation_score import Compared, Difference, Fault, Share, compare, differences, score
from lxml import etree
from measure_citations import (
    Document,
    by_command,
    compared,
    documents_of,
    gold_documents,
    main,
    report,
    worst,
)
from valid_documents import GOOD

from converter.markup import ID, TEI
from converter.schemas import edition_schemas
from converter.validate import validate_tree

GOLD = Path(__file__).parent / "citations" / "gold.xml"
BIBL = f"{{{TEI}}}bibl"
# A program that finds nothing.
UNCHANGED = shlex.join(
    [sys.executable, "-c", "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"]
)

BOARD = (
    '<bibl type="book" corresp="#board"><author>A. Brandt</author>, '
    '<title level="m">The Harbour Board</title>, '
    '<citedRange unit="page" from="12" to="13">pp. 12–3</citedRange></bibl>'
)
POST = (
    '<bibl type="newspaper" corresp="#post"><title level="j">Amsel Post</title>, '
    '<date when="1911-05-02" cert="medium">2 May</date></bibl>'
)


def note(content: str) -> Note:
    return read_note(note_element(content), ("1911-05-02", "1"))


def note_element(content: str) -> etree._Element:
    return etree.fromstring(f'<note xmlns="{TEI}">{content}</note>')


def held(gold: str, found: str) -> Compared:
    return compare(note(gold), note(found))


def faults(gold: str, found: str) -> list[Difference]:
    return list(differences(held(gold, found)))


# Reading notes.


def test_the_place_of_a_citation_is_counted_with_white_space_as_one_space() -> None:
    loose = note(
        "See <bibl type='other'>\n  Ole \n Vik</bibl>\n <!-- sic --> and <bibl>more</bibl>. "
    )
    assert loose.text == "See Ole Vik and more."
    assert [(c.start, c.end, c.text) for c in loose.citations] == [
        (4, 11, "Ole Vik"),
        (16, 20, "more"),
    ]


def test_the_parts_of_a_shelfmark_are_fields_and_so_is_the_whole() -> None:
    (found,) = note(
        '<bibl type="archival"><orgName type="repository">TA</orgName> '
        '<idno type="shelfmark" n="TA F 12 3">'
        '<idno type="piece">12</idno> <idno type="item">3</idno></idno></bibl>'
    ).citations
    assert [str(each) for each in found.fields] == [
        "orgName repository ‹TA›",
        'idno shelfmark n="TA F 12 3" ‹12 3›',
        "idno piece ‹12›",
        "idno item ‹3›",
    ]


# Figures.


def test_what_equals_the_gold_is_right_in_everything() -> None:
    measured = score([held(f"See {BOARD}; {POST}.", f"See {BOARD}; {POST}."), held("No.", "No.")])
    for share in (measured.segments, measured.matched_fields, measured.all_fields, measured.types):
        assert (share.precision, share.recall, share.f1) == (1, 1, 1)
    assert measured.clean == Share(1, 1, 1)
    assert measured.works is not None
    assert measured.works.f1 == 1


def test_one_segment_right_one_too_long_and_one_missed_is_a_third_of_the_gold() -> None:
    other = "<bibl type='other'>Vik’s log</bibl>"
    gold = f"See {BOARD}, and {POST}; {other}."
    found = f"<bibl type='book'>See {bare(BOARD)}</bibl>, and {POST}; Vik’s log."
    segments = score([held(gold, found)]).segments
    assert segments == Share(right=1, gold=3, found=2)
    assert segments.precision == pytest.approx(1 / 2)
    assert segments.recall == pytest.approx(1 / 3)
    assert segments.f1 == pytest.approx(2 / 5)


def bare(bibl: str) -> str:
    return "".join(str(text) for text in etree.fromstring(bibl).itertext())


def test_segments_are_counted_by_the_type_of_the_gold() -> None:
    found = BOARD.replace('"book"', '"chapter"')
    measured = score([held(f"{BOARD}; {POST}.", f"{found}; {bare(POST)}.")])
    assert measured.segments_by_type == {"book": Share(1, 1, 1), "newspaper": Share(0, 1, 0)}
    assert measured.types == Share(0, 1, 1)


def test_fields_are_counted_in_matched_citations_and_in_all() -> None:
    wrong = BOARD.replace('to="13"', 'to="3"')
    measured = score([held(f"{BOARD}; {POST}.", f"{wrong}; {bare(POST)}.")])
    assert measured.matched_fields == Share(right=2, gold=3, found=3)
    assert measured.all_fields == Share(right=2, gold=5, found=3)
    assert measured.all_fields.f1 == pytest.approx(0.5)
    assert measured.fields_by_name["citedRange page"] == Share(0, 1, 1)
    assert measured.fields_by_name["date"] == Share(0, 1, 0)


def test_fields_of_a_segment_that_is_too_long_count_among_all() -> None:
    found = BOARD.replace('corresp="#board">', 'corresp="#board">See ')
    measured = score([held(f"See {BOARD}.", f"{found}.")])
    assert measured.matched_fields == Share()
    assert measured.all_fields == Share(right=3, gold=3, found=3)


def test_what_the_gold_does_not_say_of_a_field_is_not_asked() -> None:
    found = BOARD.replace('<title level="m"', '<title level="m" n="b"')
    assert score([held(BOARD, found)]).all_fields == Share(3, 3, 3)


def test_a_field_of_another_kind_or_text_is_wrong() -> None:
    measured = score([held(BOARD, BOARD.replace('level="m"', 'level="u"'))])
    assert measured.all_fields == Share(right=2, gold=3, found=3)
    cut = BOARD.replace("<author>A. Brandt", "A. <author>Brandt")
    assert score([held(BOARD, cut)]).all_fields == Share(right=2, gold=3, found=3)


def test_a_field_found_twice_is_right_once() -> None:
    gold = "<bibl type='book'><author>Vik</author>, Vik</bibl>"
    twice = "<bibl type='book'><author>Vik</author>, <author>Vik</author></bibl>"
    assert score([held(gold, twice)]).all_fields == Share(right=1, gold=1, found=2)


def test_a_note_without_citations_is_clean_as_long_as_nothing_is_found_in_it() -> None:
    notes = [held("Ole Vik.", "<bibl>Ole Vik</bibl>."), held("Fog.", "Fog."), held(POST, POST)]
    measured = score(notes)
    assert (measured.clean.right, measured.clean.gold) == (1, 2)
    assert measured.segments == Share(right=1, gold=1, found=2)


def test_b_cubed_is_the_mean_over_the_citations() -> None:
    # Gold a a a b, found x x y y. Purity 1, 1, 1/2, 1/2; wholeness 2/3, 2/3, 1/3, 1.
    works = score([held(chain("aaab"), chain("xxyy"))]).works
    assert works is not None
    assert works.precision == pytest.approx(3 / 4)
    assert works.recall == pytest.approx(2 / 3)
    assert works.f1 == pytest.approx(12 / 17)


def chain(works: str) -> str:
    return "; ".join(f'<bibl type="book" corresp="#{work}">Log</bibl>' for work in works)


def test_one_that_names_no_work_is_a_work_of_its_own() -> None:
    # Found x, nothing, nothing for a a a: each is pure, and each has a third of the work.
    found = chain("x--").replace(' corresp="#-"', "")
    works = score([held(chain("aaa"), found)]).works
    assert works is not None
    assert works.precision == 1
    assert works.recall == pytest.approx(1 / 3)


def test_works_are_not_measured_where_none_is_named() -> None:
    assert score([held(chain("aa"), chain("--").replace(' corresp="#-"', ""))]).works is None


def test_works_are_compared_over_matched_segments_only() -> None:
    found = f"{chain('xx')}; Log"
    works = score([held(chain("aab"), found)]).works
    assert works is not None
    assert (works.precision, works.recall) == (1, 1)


# Faults.


def test_every_kind_of_fault_is_shown_with_both_sides() -> None:
    assert faults(f"{POST}.", f"{bare(POST)}.") == [
        Difference(Fault.MISSED, "newspaper ‹Amsel Post, 2 May›", "")
    ]
    assert faults(f"{bare(POST)}.", f"{POST}.") == [
        Difference(Fault.EXTRA, "", "newspaper ‹Amsel Post, 2 May›")
    ]
    assert faults("<bibl type='other'>Log</bibl> 2.", "<bibl type='book'>Log 2</bibl>.") == [
        Difference(Fault.BOUNDARY, "‹Log›", "‹Log 2›"),
        Difference(Fault.TYPE, "other ‹Log›", "book"),
    ]
    assert faults(POST, POST.replace("05-02", "05-03")) == [
        Difference(
            Fault.FIELD,
            'date when="1911-05-02" ‹2 May›',
            'date when="1911-05-03" ‹2 May›',
        )
    ]


def test_the_worst_notes_come_first() -> None:
    bad = compare(
        read_note(note_element(f"{BOARD}; {POST}."), ("1911-05-02", "2")), note(bare_note())
    )
    lines = list(worst([held(POST, POST), held(POST, bare(POST)), bad], 1))
    assert lines[0] == "faults: 3 missed, 0 extra, 0 boundary, 0 type, 0 field"
    assert lines[1].strip().startswith("1911-05-02 n. 2  A. Brandt, The Harbour Board")
    assert len(lines) == 2 + 2 * 2


def bare_note() -> str:
    return f"{bare(BOARD)}; {bare(POST)}."


def test_a_reader_that_changes_the_text_is_not_scored() -> None:
    with pytest.raises(ValueError, match=r"1911-05-02 n\. 1: the found note has another text: Lug"):
        held("Log", "Lug")


# The gold.


@pytest.fixture(scope="module")
def gold() -> list[Document]:
    return gold_documents(GOLD)


def test_a_reader_that_gives_the_gold_back_is_right_in_everything(gold: list[Document]) -> None:
    measured = score(compared(gold, lambda texts: [copy.deepcopy(notes) for _, notes in gold]))
    lines = list(report(measured))
    figures = (measured.segments, measured.matched_fields, measured.all_fields, measured.types)
    assert [share.f1 for share in figures] == [1, 1, 1, 1]
    assert lines[6].split()[-3:] == ["1.000", "1.000", "1.000"]
    assert list(worst(compared(gold, lambda texts: [notes for _, notes in gold]), 5)) == [
        "faults: 0 missed, 0 extra, 0 boundary, 0 type, 0 field"
    ]


def test_a_reader_that_finds_nothing_leaves_clean_what_is_clean(gold: list[Document]) -> None:
    def nothing(texts: list[tuple[str, list[str]]]) -> list[list[etree._Element]]:
        return [[plain_note(text) for text in of_document] for _, of_document in texts]

    measured = score(compared(gold, nothing))
    assert (measured.segments.precision, measured.segments.recall) == (0, 0)
    assert measured.clean.recall == 1
    assert measured.works is None
    assert any("not measured" in line for line in report(measured))


def plain_note(text: str) -> etree._Element:
    made = note_element("")
    made.text = text
    return made


def test_a_program_can_be_the_reader(gold: list[Document]) -> None:
    measured = score(compared(gold, by_command(UNCHANGED)))
    assert measured.segments.found == 0
    assert measured.clean.recall == 1


def test_the_figures_of_each_file_are_printed_with_the_worst_notes(
    gold: list[Document], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(GOLD), "--command", UNCHANGED, "--errors", "1", "--fault", "extra"]
    monkeypatch.setattr(sys, "argv", ["measure_citations.py", *arguments])
    main()
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].endswith(f"gold.xml: {sum(len(notes) for _, notes in gold)} notes")
    assert printed[2].split()[:5] == ["exact", "segments", "0.000", "0.000", "0.000"]
    assert printed[3].split() == ["fields,", "matched", "–", "–", "–"]
    assert printed[-1] == "faults: 0 missed, 0 extra, 0 boundary, 0 type, 0 field"


def test_the_command_says_what_reader_it_cannot_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "argv", ["measure_citations.py", str(GOLD), "--reader", "nowhere:read"]
    )
    assert importlib.util.find_spec("nowhere") is None
    with pytest.raises(SystemExit, match="nowhere:read cannot be used"):
        main()


def test_the_gold_has_notes_enough_with_and_without_citations(gold: list[Document]) -> None:
    notes = [note for _, notes in gold for note in notes]
    clean = [note for note in notes if note.find(f".//{BIBL}") is None]
    assert len(gold) >= 14
    assert len(notes) >= 170
    assert len(clean) >= 35
    for date, of_document in gold:
        numbers = [str(i) for i in range(1, len(of_document) + 1)]
        assert [note.get("n") for note in of_document] == numbers, date


def test_the_gold_has_every_type_of_citation_more_than_once(gold: list[Document]) -> None:
    types = [bibl.get("type") for _, notes in gold for note in notes for bibl in note.iter(BIBL)]
    wanted = "archival documentCollection newspaper journal book chapter thesis debates web other"
    assert [kind for kind in wanted.split() if types.count(kind) < 2] == []


def test_every_citation_of_the_gold_names_its_work_and_begins_and_ends_with_a_field(
    gold: list[Document],
) -> None:
    for _, notes in gold:
        for bibl in (bibl for note in notes for bibl in note.iter(BIBL)):
            text = str(bibl.xpath("string()"))
            last = bibl[-1].tail or ""
            assert bibl.get("corresp", "").startswith("#"), text
            assert not bibl.text, text
            assert last in ("", ")"), text


def test_the_gold_is_valid(gold: list[Document]) -> None:
    tree = etree.fromstring(GOOD.encode()).getroottree()
    paragraph = next(p for p in tree.iter(f"{{{TEI}}}p") if p.get(ID) == "p2")
    for date, notes in gold:
        for element in notes:
            placed = copy.deepcopy(element)
            number = element.get("n")
            placed.set(ID, f"g{date}-{number}")
            placed.attrib.update({"resp": "#editor", "type": "source"})
            for bibl in placed.iter(BIBL):
                bibl.set("corresp", f"../bibliography.xml{bibl.get('corresp')}")
            paragraph.append(placed)
    problems = validate_tree(tree, str(GOLD), edition_schemas(thorough=False))
    assert [str(problem) for problem in problems] == []


def test_documents_are_read_with_their_dates_and_notes() -> None:
    body = etree.fromstring(
        f'<body xmlns="{TEI}"><div type="document" n="1911"><note n="1">Fog.</note></div></body>'
    )
    ((date, (only,)),) = documents_of(body)
    assert (date, only.text) == ("1911", "Fog.")
