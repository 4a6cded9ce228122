"""Resolution: what each citation of an edition cites, and when that cannot be told."""

from collections import Counter
from pathlib import Path

import pytest
from citing_documents import IMPRINT, PAGE, citing, ibid, notes, op_cit, piece, times, vik
from lxml import etree

from converter.authorities import Authorities, Repository, Serial
from converter.bibliography.cited import CitingDocument
from converter.bibliography.gathered import Gathered, gather, same_work
from converter.bibliography.outcomes import Traced, Untraced
from converter.markup import TEI

GOLD = Path(__file__).parent / "citations" / "gold.xml"
KNOWN = Authorities(
    (
        Repository("TNA", "The National Archives", ("TNA", "PRO"), "Kew", "GB", "", ("FO", "CAB")),
        Repository("HBA", "Harbour Board Archives", ("HBA", "АХС"), "Amsel", "VE", source="seen"),
    ),
    (
        Serial("times", "newspaper", "The Times", ("The Times", "Times"), "London", "seen"),
        Serial("dbh", "documentCollection", "Documents of the Board", ("DBH", "Board Documents")),
    ),
)


def gathered(*bodies: str) -> Gathered:
    return gather(citing(*bodies), KNOWN)


def told(found: Gathered) -> list[str]:
    """The entry of each citation in order; of one that was not traced the code of its problem."""
    return [
        found.entries[each.source].id if isinstance(each, Traced) else each.code
        for each in found.outcomes
    ]


def sure(found: Gathered) -> list[bool]:
    return [isinstance(each, Traced) and each.sure for each in found.outcomes]


def shelf(parts: str, full: str = "", siglum: str = "") -> str:
    holder = f'<orgName type="repository">{siglum}</orgName> ' if siglum else ""
    n = f' n="{full}"' if full else ""
    return f'<bibl type="archival">{holder}<idno type="shelfmark"{n}>{parts}</idno></bibl>'


def delo(fond: str, opis: str, delo: str, siglum: str) -> str:
    parts = ", ".join(
        f'<idno type="{name}">{text}</idno>'
        for name, text in (("fond", fond), ("opis", opis), ("delo", delo))
    )
    return shelf(parts, siglum=siglum)


DIARIES = "w-vik-pilot-diaries"

# ---------------------------------------------------------------- ibid.


def test_ibid_repeats_the_only_source_of_the_note_before() -> None:
    found = gathered(notes(vik(IMPRINT), ibid(PAGE)))
    assert told(found) == [DIARIES, DIARIES]
    assert sure(found) == [True, True]


def test_ibid_takes_the_type_of_what_it_repeats() -> None:
    found = gathered(notes(times(), ibid()))
    assert [each.type for each in found.outcomes if isinstance(each, Traced)] == ["newspaper"] * 2


def test_ibid_within_a_note_repeats_the_citation_before_it() -> None:
    found = gathered(notes(f"{times()}; {vik()}; {ibid(PAGE)}."))
    assert told(found)[-1] == DIARIES
    assert sure(found)[-1]


def test_ibid_behind_what_was_not_read_as_a_source_is_not_traced() -> None:
    found = gathered(notes(f"{vik()}; minute book 7, f. 2; {ibid(PAGE)}."))
    assert told(found)[-1] == "ibid-of-unread"
    assert found.untraced[0].facts == {"unread": "minute book 7, f. 2"}
    found = gathered(notes(vik(), f"Minute book 7, f. 2; {ibid(PAGE)}."))
    assert told(found)[-1] == "ibid-of-unread"


def test_ibid_after_a_note_that_ends_with_what_was_not_read_is_not_traced() -> None:
    found = gathered(notes(f"{vik()}. Minute book 7, f. 2.", ibid(PAGE)))
    assert told(found)[-1] == "ibid-of-unread"


def test_figures_that_belong_to_a_citation_or_lead_to_an_ibid_are_no_source() -> None:
    found = gathered(notes(f"{vik()}, on 3 May; on the 4th see {ibid(PAGE)}, 5.", ibid()))
    assert told(found) == [DIARIES] * 3


def test_ibid_after_several_sources_is_the_last_of_them_and_doubtful() -> None:
    found = gathered(notes(f"{times()}; {vik()}.", ibid(PAGE)))
    assert told(found)[-1] == DIARIES
    assert sure(found) == [True, True, False]


def test_ibid_by_leaves_passes_over_what_has_no_leaves() -> None:
    leaf = ', <citedRange unit="folio" n="7">f. 7</citedRange>'
    found = gathered(notes(f"{piece('22341')}; {vik()}.", ibid(leaf)))
    assert told(found)[-1] == "a-tna-fo-371-22341"


def test_ibid_looks_back_over_notes_that_cite_nothing() -> None:
    body = notes(vik()) + notes("A pilot.", first=2, kind="biographical") + notes(ibid(), first=3)
    assert told(gathered(body)) == [DIARIES, DIARIES]


def test_ibid_does_not_look_back_over_a_source_that_was_not_read() -> None:
    found = gathered(notes(vik(), "Harbour Board, minute book 7, f. 2.", ibid()))
    assert told(found) == [DIARIES, "ibid-without-source"]


def test_ibid_of_an_ibid_has_its_source() -> None:
    assert told(gathered(notes(vik(), ibid(PAGE), ibid()))) == [DIARIES] * 3


def test_ibid_of_what_could_not_be_traced_is_not_traced_either() -> None:
    found = gathered(notes(ibid(), ibid(PAGE)))
    assert told(found) == ["ibid-without-source", "ibid-of-untraced"]
    assert found.untraced[1].facts == {"source": "Ibid."}


def test_ibid_begins_anew_with_a_document_whose_notes_do() -> None:
    assert told(gathered(notes(vik()), notes(ibid())))[-1] == "ibid-without-source"


def test_ibid_looks_into_the_document_before_where_its_notes_are_numbered_on() -> None:
    assert told(gathered(notes(vik()), notes(ibid(), first=2))) == [DIARIES, DIARIES]


def test_ibid_of_a_transcription_does_not_look_into_the_translation() -> None:
    body = (
        f'<div type="translation">{notes(vik())}</div>'
        f'<div type="transcription">{notes(ibid(words="Там же"), first=2, prefix="t-")}</div>'
    )
    # The notes of the transcription are numbered on here: that alone does not part them.
    assert told(gathered(body)) == [DIARIES, DIARIES]
    assert told(gathered(body.replace('n="2"', 'n="1"')))[-1] == "ibid-without-source"


def test_ibid_with_another_piece_is_of_the_same_class() -> None:
    rest = ', <idno type="shelfmark"><idno type="piece">22342</idno></idno>'
    found = gathered(notes(piece("22341"), ibid(rest)))
    assert told(found) == ["a-tna-fo-371-22341", "a-tna-fo-371-22342"]


# ---------------------------------------------------------------- op. cit., names alone


def test_op_cit_is_the_work_of_its_author_that_was_cited_before() -> None:
    found = gathered(notes(vik(IMPRINT), times(), op_cit("Vik")))
    assert told(found) == [DIARIES, "n-times", DIARIES]
    assert sure(found)[-1]


def test_op_cit_of_an_author_of_several_works_is_the_last_and_doubtful() -> None:
    found = gathered(notes(vik(IMPRINT), vik(IMPRINT, "The Light"), op_cit("Vik")))
    assert told(found)[-1] == "w-vik-light"
    assert not sure(found)[-1]


def test_op_cit_of_somebody_not_cited_before_is_not_traced() -> None:
    found = gathered(notes(op_cit("Vik"), vik(IMPRINT)))
    assert told(found) == ["author-not-cited-before", DIARIES]
    assert found.untraced[0].facts == {"author": "Vik"}


def test_a_name_without_a_title_is_the_only_work_of_its_author() -> None:
    alone = f'<bibl type="book"><author>Vik</author>{PAGE}</bibl>'
    assert told(gathered(notes(vik(IMPRINT), alone))) == [DIARIES, DIARIES]
    found = gathered(notes(vik(IMPRINT), vik(IMPRINT, "The Light"), alone))
    assert told(found)[-1] == "author-of-several"


# ---------------------------------------------------------------- works


@pytest.mark.parametrize(
    "other",
    [
        vik(),
        vik(name="Vik"),
        vik(name="Ole Vik"),
        vik(title="The Pilot Diaries of Ole Vik: 1919–1938"),
        vik(IMPRINT.replace("1952", "1961")),
        vik(title="Diaries", name="Vik"),
        vik().replace("author>", "editor>"),
    ],
    ids=lambda xml: str(etree.fromstring(xml).xpath("string()")),
)
def test_forms_of_one_work_are_one_entry(other: str) -> None:
    full = vik(IMPRINT)
    assert len(set(told(gathered(notes(full, other))))) == 1
    assert len(set(told(gathered(notes(other, full))))) == 1


@pytest.mark.parametrize(
    "other",
    [
        vik(name="A. Vik"),
        vik(title="Night Diaries"),
        vik(name="Brandt"),
        vik(title="‘Pilot Diaries’").replace('level="m"', 'level="a"'),
    ],
    ids=lambda xml: str(etree.fromstring(xml).xpath("string()")),
)
def test_works_that_differ_in_name_title_or_level_are_two(other: str) -> None:
    assert len(set(told(gathered(notes(vik(IMPRINT), other))))) == 2


def test_volumes_with_subtitles_of_their_own_are_works_of_their_own() -> None:
    found = gathered(notes(vik(title="Diaries: The Quay"), vik(title="Diaries: The Light")))
    assert told(found) == ["w-vik-diaries-quay", "w-vik-diaries-light"]  # by their subtitles


def test_a_short_title_that_can_be_two_works_is_not_traced() -> None:
    quay, light = vik(IMPRINT, "Quay Diaries"), vik(IMPRINT, "Light Diaries")
    found = gathered(notes(quay, light, vik(title="Diaries")))
    assert told(found)[-1] == "short-title-ambiguous"
    assert "Quay Diaries" in found.untraced[0].facts["works"]


def test_of_two_works_a_short_title_means_the_one_that_was_cited_before_it() -> None:
    quay, light = vik(IMPRINT, "Quay Diaries"), vik(IMPRINT, "Light Diaries")
    found = gathered(notes(light, vik(title="Diaries"), quay))
    assert told(found) == ["w-vik-light-diaries", "w-vik-light-diaries", "w-vik-quay-diaries"]


def test_the_whole_title_means_its_own_work_though_another_is_longer() -> None:
    later = IMPRINT.replace("1952", "1961")
    found = gathered(notes(vik(IMPRINT, "Diaries of the Quay"), vik(later, "Diaries"),
                           vik(title="Diaries")))  # fmt: skip
    assert told(found) == ["w-vik-diaries-quay", "w-vik-diaries", "w-vik-diaries"]


def test_an_article_cited_short_has_the_type_of_its_first_citation() -> None:
    full = (
        '<bibl type="journal"><author>T. Brandt</author>, <title level="a">‘The bells of Amsel: a '
        'note’</title>, <title level="j">Harbour Studies</title>, <biblScope unit="volume">iv'
        "</biblScope></bibl>"
    )
    short = '<bibl type="other"><author>Brandt</author>, <title level="a">‘Bells’</title></bibl>'
    found = gathered(notes(full, short), notes(short))
    assert [each.type for each in found.outcomes if isinstance(each, Traced)] == ["journal"] * 3
    assert [*{*told(found)}] == ["w-brandt-bells-amsel"]


@pytest.mark.parametrize("level", ["m", "a"])
def test_a_thesis_is_cited_short_like_a_book_or_like_an_article(level: str) -> None:
    full = vik(IMPRINT).replace('level="m"', 'level="u"').replace('"book"', '"thesis"')
    short = vik(name="Vik").replace('level="m"', f'level="{level}"').replace('"book"', '"other"')
    found = gathered(notes(full, short))
    assert told(found) == [DIARIES] * 2
    assert [each.type for each in found.outcomes if isinstance(each, Traced)] == ["thesis"] * 2


def test_a_page_of_the_web_is_known_by_its_address() -> None:
    page = '<bibl type="web"><ref type="url" target="https://amsel.example/{0}">it</ref></bibl>'
    found = told(gathered(notes(page.format("bells"), page.format("quay"), page.format("bells"))))
    assert found[0] == found[2] != found[1]


# ---------------------------------------------------------------- archives, serials


def test_a_piece_is_one_entry_whatever_item_or_form_is_cited() -> None:
    item = shelf(
        '<idno type="class">FO 371</idno>/<idno type="piece">22341</idno>/<idno type="item">N 5'
        "</idno>"
    )
    whole = shelf("FO 371/22341", siglum="P.R.O.")
    assert told(gathered(notes(piece("22341"), item, whole))) == ["a-tna-fo-371-22341"] * 3


def test_a_delo_is_one_entry_in_either_alphabet() -> None:
    found = gathered(
        notes(delo("f.17", "op.3.", "d.112", "HBA"), delo("ф. 17", "оп. 3", "д. 112", "АХС"))
    )
    assert told(found) == ["a-hba-17-3-112"] * 2


@pytest.mark.parametrize("full", ["TNA FO 371 22342 N 7", ""])
def test_a_shelfmark_in_short_is_completed(full: str) -> None:
    short = '<idno type="piece">22342</idno> <idno type="item">N 7</idno>'
    found = gathered(notes(f"{piece('22341')}, and {shelf(short, full)}."))
    assert told(found)[-1] == "a-tna-fo-371-22342"
    assert sure(found)[-1] == bool(full)


def test_a_delo_in_short_has_fond_and_opis_of_the_one_before_it() -> None:
    short = shelf('<idno type="delo">d. 113</idno>')
    found = gathered(notes(f"{delo('f. 17', 'op. 3', 'd. 112', 'HBA')}; {short}."))
    assert told(found)[-1] == "a-hba-17-3-113"


def test_a_shelfmark_in_short_that_nothing_completes_is_not_traced() -> None:
    found = gathered(notes(piece("22341"), shelf('<idno type="piece">22342</idno>')))
    assert told(found)[-1] == "shelfmark-not-completed"


def test_papers_without_an_archive_have_the_one_that_another_citation_names() -> None:
    papers = '<name type="collection">Skarv papers</name>, <idno type="shelfmark">SKV 3</idno>'
    named = f'<bibl type="archival"><orgName type="repository">HBA</orgName>, {papers}</bibl>'
    found = gathered(notes(f'<bibl type="archival">{papers}</bibl>', named))
    assert told(found) == ["a-hba-skv-3"] * 2


def test_numbers_of_different_papers_are_not_mixed_up() -> None:
    papers = '<bibl type="archival"><name type="collection">{0}</name>, <idno type="shelfmark">3/1</idno></bibl>'  # noqa: E501
    found = gathered(notes(papers.format("Skarv papers"), papers.format("Tilling papers")))
    assert told(found) == ["a-skarv-papers-3-1", "a-tilling-papers-3-1"]


def test_serials_are_one_entry_whatever_form_of_title_is_cited() -> None:
    collection = '<bibl type="documentCollection"><title level="m">{0}</title></bibl>'
    found = gathered(
        notes(times(), times().replace("The Times", "Times"), collection.format("DBH"),
              collection.format("Board Documents"), collection.format("Letters of the Board"))
    )  # fmt: skip
    assert told(found) == ["n-times", "n-times", "c-dbh", "c-dbh", "c-letters-board"]


def test_a_citation_without_any_name_is_not_traced() -> None:
    assert told(gathered(notes(f'<bibl type="archival">{PAGE}</bibl>'))) == [
        "citation-names-nothing"
    ]


# ---------------------------------------------------------------- ids, all together


def test_works_of_one_id_are_told_apart_by_their_years() -> None:
    report = '<bibl type="journal"><author>Brandt</author>, <title level="a">‘Report’</title>, <title level="j">{0}</title> (<date when="{1}">{1}</date>)</bibl>'  # noqa: E501
    found = gathered(notes(report.format("Quay", 1936), report.format("Light", 1937)))
    assert told(found) == ["w-brandt-report-1936", "w-brandt-report-1937"]


def test_an_id_does_not_change_when_another_document_is_added() -> None:
    body = notes(vik(IMPRINT), piece("22341"), times())
    more = notes(vik(IMPRINT, "The Light"), piece("22342"))
    assert told(gathered(more, body))[2:] == told(gathered(body))


def test_each_entry_names_every_note_that_cites_it_once_and_in_order() -> None:
    found = gathered(notes(f"{vik()}; {vik(PAGE)}.", times(), vik()), notes(vik()))
    entry = next(each for each in found.entries.values() if each.id == DIARIES)
    assert [(place.document, place.note) for place in entry.places] == [
        ("diary/1", "n1"),
        ("diary/1", "n3"),
        ("diary/2", "n1"),
    ]


def test_entries_are_ordered_as_in_a_printed_bibliography() -> None:
    found = gathered(
        notes(piece("10", class_="CAB 23"), vik(), piece("9", class_="CAB 23"), times(),
              vik(name="A. Brandt", title="Zinc"), piece("1", siglum="Museum"))
    )  # fmt: skip
    assert [entry.id for entry in found.entries.values()] == [
        *("a-tna-cab-23-9", "a-tna-cab-23-10", "a-museum-fo-371-1", "n-times"),
        *("w-brandt-zinc", "w-vik-pilot-diaries"),
    ]


def test_citations_of_the_invented_notes_are_of_the_works_they_are_known_to_be() -> None:
    documents = [
        CitingDocument(division.get("n", ""), division)
        for division in etree.parse(str(GOLD)).getroot().iter(f"{{{TEI}}}div")
    ]
    made = same_work(documents)
    bibls = [bibl for each in documents for bibl in each.root.iter(f"{{{TEI}}}bibl")]
    pairs = [(bibl.get("corresp", ""), made.get(bibl, f"none {n}")) for n, bibl in enumerate(bibls)]
    together, ours = Counter(pairs), Counter(work for _, work in pairs)
    true = Counter(work for work, _ in pairs)
    precision = sum(together[pair] / ours[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(together[pair] / true[pair[0]] for pair in pairs) / len(pairs)
    assert precision >= 0.99
    assert recall >= 0.99


def test_what_is_untraced_knows_its_note() -> None:
    (untraced,) = gathered(notes(times(), op_cit("Vik"))).untraced
    assert isinstance(untraced, Untraced)
    assert (untraced.note.id, untraced.note.label) == ("n2", "2")
    assert untraced.cited.words == "Vik, op. cit., p. 40"
