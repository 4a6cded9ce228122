"""What a page leaves open is said: the message, the line, what to do."""

import pytest
from invented_page import page_of

from converter.pipeline import convert
from converter.problems import Problem, Severity
from converter.settings import Settings

LONG = "In the evening the whole company went by boat to the island to hear what was thought of"


def problems(page: str, language: str = "") -> list[Problem]:
    return list(convert(page.encode(), "page.txt", Settings(language=language)).problems)


def only(page: str) -> Problem:
    (problem,) = problems(page)
    assert problem.severity is not Severity.ERROR
    assert problem.hint
    return problem


def test_a_date_in_the_head_that_is_not_the_documents_is_named() -> None:
    page = page_of(f"{LONG} it.", title="Conversation on 4 June 1937", date="1937 Jun 3")
    problem = only(page)
    assert problem.code == "date-disagrees"
    assert problem.message == "the head is dated 1937-06-04, the details say 1937 Jun 3"


def test_a_date_that_is_not_understood_leaves_the_document_undated() -> None:
    problem = only(page_of(f"{LONG} it.", date="3rd week of June"))
    assert problem.code == "date-unreadable"
    assert problem.message == (
        "the date '3rd week of June' is not understood as a whole; the document counts as undated"
    )


def test_what_is_understood_of_a_date_is_kept() -> None:
    assert problems(page_of(f"{LONG} it.", date="1938 May 3-5")) == []
    problem = only(page_of(f"{LONG} it.", date="1937 Spring"))
    assert problem.message.endswith("the document counts as 1937")


def test_a_hyphen_that_is_kept_at_a_page_break_is_told() -> None:
    problem = only(page_of(f"{LONG} the old curtain-\n\n\nPage 12\n\nrod and of the weather."))
    assert problem.code == "hyphen-kept"
    assert "'curtain-rod'" in problem.message
    assert problem.printed.startswith("In the evening")


def test_a_compound_with_a_capital_needs_no_remark() -> None:
    assert problems(page_of(f"{LONG} the Anglo-\n\n\nPage 12\n\nSaxon church.")) == []


@pytest.mark.parametrize("words", ["Nix.", "Bom dia."])
def test_a_language_that_cannot_be_told_is_asked_for(words: str) -> None:
    page = page_of(words, title="Nota", date="1937 Jun 3")
    assert [problem.code for problem in problems(page)] == ["language-unsure"]
    assert problems(page, "en") == []


def test_a_language_of_another_script_decides_nothing() -> None:
    page = page_of("Туман.", title="Да", date="1937 Jun 3")
    assert [problem.code for problem in problems(page, "en")] == ["language-unsure"]


def test_page_marks_that_the_viewer_counts_otherwise_are_told() -> None:
    page = page_of(f"{LONG} it.\n\n\nPage 12\n\nNobody asked.").replace("\n/ 1\n", "\n/ 3\n", 1)
    problem = only(page)
    assert problem.code == "page-marks-miscounted"
    assert problem.message == "page marks in the translation: 1, by the viewer's count: 3"


def test_a_page_that_is_missing_is_told_at_the_mark_behind_it() -> None:
    page = page_of(f"{LONG} it.\n\n\nPage 12\n\nNobody asked.\n\n\nPage 14\n\nNobody said.")
    problem = only(page)
    assert problem.code == "page-number-jumps"
    assert problem.message == "the page number goes from 12 to 14"
    assert problem.printed == "Page 14"


def test_page_numbers_that_fall_are_kept_and_told_once_with_their_line() -> None:
    page = page_of(f"{LONG} it.\n\n\nPage 14\n\nNobody asked.\n\n\nPage 12\n\nNobody said.")
    problem = only(page)
    assert problem.code == "page-number-jumps"
    assert problem.message == "the page number goes from 14 to 12"
    assert problem.printed == "Page 12"


def test_a_transcription_in_the_language_of_the_translation_is_doubted() -> None:
    problem = only(page_of(f"{LONG} it.", transcription=f"{LONG} it, as the pilot said."))
    assert problem.code == "encoding-doubtful"
    assert "language" in problem.message


def test_a_bracket_that_never_closes_is_told_with_its_line() -> None:
    problem = only(page_of(f"{LONG} it.\n[The envoy never came back."))
    assert problem.code == "bracket-unclosed"
    assert problem.printed == "[The envoy never came back."
