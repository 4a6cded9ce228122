"""All kinds of pages: what they leave out, say twice, or say in words that look like landmarks."""

import re
from collections.abc import Callable

import pytest
from invented_page import page_of
from lxml import etree

from converter.pages import SavedPage, read
from converter.pipeline import Products, convert
from converter.problems import Problem
from converter.settings import Settings

TEXT = "The fog lifted.\nWe sailed at noon with the tide and with both of the pilots."
NS = {"t": "http://www.tei-c.org/ns/1.0"}


def products(page: str) -> Products:
    return convert(page.encode(), "page.txt", Settings(language="en"))


def read_page(page: str) -> SavedPage:
    return read(page.encode(), "page.txt")


def only(page: str) -> Problem:
    (problem,) = products(page).problems
    return problem


def texts(page: str, kind: str = "translation") -> list[str]:
    (section,) = [s for s in read_page(page).sections if s.kind.value == kind]
    return [line.text for line in section.lines if not line.blank]


def one(tree: etree._Element, path: str) -> etree._Element:
    (found,) = tree.findall(path, NS)
    return found


def words(node: etree._Element) -> str:
    return " ".join("".join(map(str, node.itertext())).split())


# ---------------------------------------------------------------- words that look like landmarks

LOOKALIKES = (
    "Transcription",
    "Translation",
    "/ 3",
    "Document Details",
    "Table of Contents",
    "Page 12 of the report",
    "View:",
    "Previous document",
    "Document Titles are not ours to give.",
    "AuthorVik wrote nothing.",
    "Date1937 Jun 9",
    "Tags",
    "Copyright 1937 by the Board.",
    "By Vik",
)


@pytest.mark.parametrize("words_of_text", LOOKALIKES)
def test_a_line_that_looks_like_a_landmark_is_text(words_of_text: str) -> None:
    page = page_of(f"The fog lifted.\n{words_of_text}\nWe sailed.", "Туман рассеялся.")
    assert texts(page)[1:] == ["The fog lifted.", words_of_text, "We sailed."]
    plain = read_page(page_of("The fog lifted.\nAnd so\nWe sailed.", "Туман рассеялся."))
    assert read_page(page).details == plain.details
    assert texts(page, "transcription") == ["Туман рассеялся."]


def test_all_of_them_in_a_row_are_text_too() -> None:
    page = page_of("\n".join(["The fog lifted.", *LOOKALIKES]))
    assert texts(page)[2:] == [*LOOKALIKES]
    assert words(one(products(page).tree, ".//t:body")).endswith("By Vik")


def test_a_label_with_a_counter_inside_the_text_begins_no_section() -> None:
    page = page_of("The fog lifted.\nTranscription\n/ 2\nwas written under it.", "Туман рассеялся.")
    assert texts(page)[-2:] == ["/ 2", "was written under it."]
    assert texts(page, "transcription") == ["Туман рассеялся."]


def test_a_page_number_within_a_line_or_a_paragraph_is_no_page_mark() -> None:
    page = page_of("He opened the atlas.\nPage 12\nwas missing.\n\n\nPage 13\n\nSo he closed it.")
    assert [pb.get("n") for pb in products(page).tree.iter("{*}pb")] == [None, "13"]


def test_a_description_may_say_the_words_of_the_landmark() -> None:
    page = page_of(TEXT).replace("DescriptionN/A", "DescriptionOf a form.\nDocument Details\nNone.")
    assert read_page(page).details["Description"] == "Of a form.\nDocument Details\nNone."


# ---------------------------------------------------------------- what a page leaves out


def without_transcription(page: str) -> str:
    return re.sub(r"Transcription\n/ 0.*?(?=Document Details)", "", page, flags=re.DOTALL)


def test_a_page_may_have_no_transcription_section_at_all() -> None:
    page = without_transcription(page_of(TEXT))
    assert "Transcription\n/" not in page
    assert [s.kind.value for s in read_page(page).sections] == ["translation"]
    assert products(page).xml == products(page_of(TEXT)).xml


def test_a_page_may_have_only_a_transcription_section() -> None:
    page = without_transcription(page_of(TEXT)).replace("Translation\n/ 0", "Transcription\n/ 0")
    (division,) = products(page).tree.findall(".//t:body/t:div", NS)
    assert division.get("type") == "transcription"
    assert words(division).endswith("both of the pilots.")


@pytest.mark.parametrize("absent", ["N/A", "", " ", "\N{NO-BREAK SPACE}"])
def test_a_detail_may_be_empty(absent: str) -> None:
    page = page_of(TEXT)
    for label in ("Recipient", "Repository", "ID #", "Description"):
        page = page.replace(f"{label}N/A", f"{label}{absent}")
    assert products(page).xml == products(page_of(TEXT)).xml


def test_a_page_without_any_date_is_undated() -> None:
    made = products(page_of(TEXT, date=""))
    assert made.document.identifier == "the-vik-papers-volume-1_undated_the-title-of-the-page"
    assert one(made.tree, ".//t:creation/t:date").keys() == []


def test_a_colon_behind_a_label_belongs_to_the_label() -> None:
    page = page_of(TEXT).replace("Document TitleThe", "Document Title: The")
    assert read_page(page).details["Document Title"] == "The title of the page"


def test_a_page_mark_may_stand_before_the_title() -> None:
    page = page_of(TEXT).replace(
        "The title of the page\nThe fog", "\n\nPage 5\n\nThe title of the page\nThe fog"
    )
    head = one(products(page).tree, ".//t:head")
    assert [pb.get("n") for pb in head.iter("{*}pb")] == ["5"]
    assert words(head) == "The title of the page"


# ---------------------------------------------------------------- the original beside it


def test_a_transcription_has_its_own_language_notes_and_pages() -> None:
    translation = (
        "We sailed at noon, and old\nSidor, herbalist; died 1911.\ncame along."
        "\n\n\nPage 12\n\nIt blew."
    )
    original = (
        "3 июня\nМы вышли в полдень, и старый\nСидор Петров, лекарь; умер в 1911 г.\nвышел с нами."
        "\n\n\nPage 7\n\nМоре было спокойно."
    )
    made = products(page_of(translation, original))
    first, second = made.tree.findall(".//t:body/t:div", NS)
    kinds = [
        (d.get("type"), d.get("{http://www.w3.org/XML/1998/namespace}lang"))
        for d in (first, second)
    ]
    assert kinds == [("translation", "en"), ("transcription", "ru")]
    for division, prefix, page in ((first, "", "12"), (second, "t-", "7")):
        (note,) = division.iter("{*}note")
        assert note.get("{http://www.w3.org/XML/1998/namespace}id") == f"{prefix}n1"
        assert [pb.get("n") for pb in division.iter("{*}pb")] == [None, page]
    assert one(second, "t:head/t:date").get("when") == "1937-06-03"
    assert made.problems == ()


# ---------------------------------------------------------------- letters


def test_a_document_with_a_recipient_is_a_letter_that_was_sent_and_received() -> None:
    made = products(page_of(TEXT, recipient="Brandt, Anna"))
    assert made.document.kind.value == "letter"
    sent, received = made.tree.findall(".//t:correspDesc/t:correspAction", NS)
    assert (sent.get("type"), received.get("type")) == ("sent", "received")
    assert words(one(sent, "t:persName")) == "Vik, Ole Petrovich (Lotsman)"
    assert one(sent, "t:date").get("when") == "1937-06-03"
    assert words(one(received, "t:persName")) == "Brandt, Anna"


def test_one_without_a_recipient_has_no_correspondence() -> None:
    made = products(page_of("Dear Anna,\nThe fog lifted.\nYours,\nOle", recipient="N/A"))
    assert made.tree.find(".//t:correspDesc", NS) is None
    assert words(one(made.tree, ".//t:closer/t:signed")) == "Ole"


# ---------------------------------------------------------------- what it says otherwise


def test_a_page_that_was_saved_twice_in_one_file_is_told_of_where_the_text_ends() -> None:
    page = page_of(TEXT)
    problems = products(page + page).problems
    (told,) = [problem for problem in problems if problem.code == "landmark-repeated"]
    assert told.facts["landmark"] == "Transcription"
    lines = (page + page).split("\n")
    assert lines[told.place.line - 1] == "Transcription"
    assert lines[told.place.line - 2] == TEXT.split("\n")[-1]


@pytest.mark.parametrize("said", ["Document Details", "Translation", "Transcription"])
def test_the_words_of_a_landmark_are_no_landmark_in_a_text(said: str) -> None:
    assert products(page_of(f"The fog lifted.\n{said}\nWe sailed at noon.")).problems == ()


def test_a_label_that_is_not_known_is_named_and_is_not_part_of_the_value_above() -> None:
    page = page_of(TEXT).replace(
        "RepositoryN/A", "RepositoryPort Archive,\nHarnsund\nShelf LifeLong"
    )
    problem = only(page)
    assert problem.code == "detail-unknown"
    assert problem.message == "the details have a label that is not known: 'Shelf Life'"
    assert page.split("\n")[problem.place.line - 1] == problem.printed == "Shelf LifeLong"
    assert read_page(page).details["Repository"] == "Port Archive, Harnsund"


def test_in_a_description_it_is_kept_as_a_line() -> None:
    page = page_of(TEXT).replace("DescriptionN/A", "DescriptionA leaf.\nPhysical FormPaper")
    assert read_page(page).details["Description"] == "A leaf.\nPhysical FormPaper"
    assert products(page).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("By Vik, Ole Petrovich (Lotsman)", "By Brandt, Anna", "Author"),
        (
            "\nThe Vik Papers: Volume 1\n\nImage",
            "\nThe Vik Papers: Volume 7\n\nImage",
            "AOC Volume",
        ),
    ],
)
def test_the_details_count_where_the_head_of_the_page_says_otherwise(
    old: str, new: str, label: str
) -> None:
    page = page_of(TEXT)
    assert old in page
    problem = only(page.replace(old, new))
    assert problem.code == "details-disagree"
    assert f"({label})" in problem.message
    assert products(page.replace(old, new)).xml == products(page).xml


def test_the_head_of_the_page_serves_where_the_details_say_nothing() -> None:
    page = page_of(TEXT)
    for said in ("AuthorVik, Ole Petrovich (Lotsman)", "AOC VolumeThe Vik Papers: Volume 1"):
        page = page.replace(said, re.sub(r"(Author|AOC Volume).*", r"\1N/A", said))
    assert products(page).xml == products(page_of(TEXT)).xml


def test_a_table_of_contents_of_another_volume_changes_nothing_in_the_document() -> None:
    page = page_of(TEXT)
    other = page.replace("Contents\nThe Vik Papers: Volume 1", "Contents\nThe Vik Papers: Volume 9")
    assert other != page
    assert products(other).xml == products(page).xml


# ---------------------------------------------------------------- dates


GERMAN = "Der Nebel hat sich gelichtet, und wir sind mit der Flut und den Lotsen gesegelt."
RUSSIAN = "Туман рассеялся, и мы вышли в море с приливом и с обоими лоцманами."


@pytest.mark.parametrize(
    ("title", "date", "iso"),
    [
        ("3–4 June", "1937 Jun 3-4", "1937-06"),
        ("3 and 4 June", "1937 Jun 3 and 4", "1937-06"),
        ("3rd and 4th June", "1937 Jun 3/4", "1937-06"),
        ("3./4. Juni", "1937 Jun 3-4", "1937-06"),
        ("3. und 4. Juni", "1937 Jun 3-4", "1937-06"),
        ("3 и 4 июня", "1937 Jun 3-4", "1937-06"),
        ("30 June – 1 July", "1937 Jun 30-Jul 1", "1937"),
    ],
)
def test_an_entry_of_two_days_is_dated_as_far_as_both_agree(
    title: str, date: str, iso: str
) -> None:
    text = GERMAN if "Juni" in title else RUSSIAN if "июня" in title else TEXT
    made = products(page_of(text, title=title, date=date))
    assert made.problems == ()
    assert made.document.kind.value == "diary-entry"
    assert made.document.identifier == f"the-vik-papers-volume-1_{iso}"
    (head,) = made.tree.findall(".//t:head/t:date", NS)
    assert (words(head), head.get("when")) == (title, iso)


@pytest.mark.parametrize(("date", "iso"), [("1937 Jun", "1937-06"), ("1937", "1937")])
def test_a_date_is_never_completed(date: str, iso: str) -> None:
    made = products(page_of(TEXT, date=date))
    assert one(made.tree, ".//t:creation/t:date").get("when") == iso
    assert made.problems == ()


def test_two_dates_of_their_own_are_no_span() -> None:
    made = products(page_of(TEXT, title="Talks of 3 May and 4 June 1937", date="1937 May 3"))
    assert one(made.tree, ".//t:head/t:date").get("when") == "1937-05-03"


# ---------------------------------------------------------------- tags and annotations


@pytest.mark.parametrize(
    "printed",
    [
        "Tagsharbour; thick, cold fog",
        "Tags\n  • harbour\n  • thick, cold fog",
        "Tags\nharbour\nthick, cold fog",
    ],
)
def test_tags_become_keywords_and_a_reader_s_own_annotations_do_not(printed: str) -> None:
    page = page_of(TEXT).replace(
        "Tags\nAnnotations\nBookmarks", f"{printed}\nAnnotations\nMy own remark\nBookmarks\nMine"
    )
    made = products(page)
    assert [words(term) for term in made.tree.iter("{*}term")] == ["harbour", "thick, cold fog"]
    assert "My own remark" not in made.xml.decode()
    assert "Mine" not in made.xml.decode()


# ---------------------------------------------------------------- bytes


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.replace("\n", "\r\n"),
        lambda page: "\ufeff" + page,
        lambda page: "\n".join(line + "  " for line in page.split("\n")),
        lambda page: page.replace("\n\n", "\n\xa0\n"),
        lambda page: page.removesuffix("\n"),
    ],
    ids=[
        "CRLF",
        "BOM",
        "spaces at line ends",
        "no-break spaces in empty lines",
        "no last line end",
    ],
)
def test_line_ends_marks_and_blanks_around_lines_change_nothing(
    change: Callable[[str], str],
) -> None:
    page = page_of("The fog lifted and the sea\n\n\nPage 12\n\nwas calm.\nWe sailed.")
    assert products(change(page)).xml == products(page).xml


def test_a_no_break_space_inside_the_text_is_kept() -> None:
    body = one(products(page_of("At 3\N{NO-BREAK SPACE}p.m. we sailed.")).tree, ".//t:body")
    assert "At 3\N{NO-BREAK SPACE}p.m." in "".join(map(str, body.itertext()))


# ---------------------------------------------------------------- lines that somebody cut


def test_a_text_whose_lines_were_cut_is_told() -> None:
    sentence = "We lay off the bar all night and waited for the tide, and nobody slept, and "
    page = page_of("\n".join([sentence.strip()] * 12))
    (problem,) = [p for p in products(page).problems if p.code == "lines-cut"]
    assert problem.message == (
        "no line of the translation is longer than 75 characters, and most end in mid-sentence"
    )


def test_short_paragraphs_are_no_cut_lines() -> None:
    page = page_of("\n".join(["We lay off the bar all night and waited there for the tide."] * 12))
    assert "lines-cut" not in [problem.code for problem in products(page).problems]
