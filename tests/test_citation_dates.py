"""The dates of citations: what is printed, and the day that it means."""

import pytest
from undate import Undate

from converter.authorities import shipped
from converter.citations.date_fields import completed, date, dated
from converter.citations.dates import printed_date
from converter.citations.found import Mark
from converter.citations.reader import NoteReader
from converter.model import Certainty, FieldKind

DATES = {
    "5 May 1939": "1939-05-05",
    "5th May 1939": "1939-05-05",
    "5 of May, 1939": "1939-05-05",
    "May 5, 1939": "1939-05-05",
    "5 Sept. 1939": "1939-09-05",
    "29 February 1940": "1940-02-29",
    "May 1939": "1939-05",
    "May, 1939": "1939-05",
    "April (2004)": "2004-04",
    "1939": "1939",
    "5.5.1939": "1939-05-05",
    "05. 05. 1939": "1939-05-05",
    "5. Mai 1939": "1939-05-05",
    "1. März 1939": "1939-03-01",
    "1er juin 1936": "1936-06-01",
    "5 août 1939": "1939-08-05",
    "5 maggio 1939": "1939-05-05",
    "1º maggio 1939": "1939-05-01",
    "5 de mayo de 1939": "1939-05-05",
    "5 maja 1939": "1939-05-05",
    "5 maja 1939 r.": "1939-05-05",
    "5 мая 1939": "1939-05-05",
    "5 мая 1939 г.": "1939-05-05",
    "1939 год": "1939",
    "5 травня 1939": "1939-05-05",
    "5 (18) March 1917": "1917-03-18",
    "5/18 March 1917": "1917-03-18",
    "5 March 1917 (O.S.)": "1917-03-18",
    "5 March 1817 (OS)": "1817-03-17",
    "20 декабря 1917 (ст. ст.)": "1918-01-02",
    "25 March": "--03-25",
    "5–7 May 1939": "1939-05-05/1939-05-07",
    "5-7 мая 1939": "1939-05-05/1939-05-07",
    "30 May–2 June 1939": "1939-05-30/1939-06-02",
    "30 May to 2 June 1939": "1939-05-30/1939-06-02",
    "30 December 1938–2 January 1939": "1938-12-30/1939-01-02",
    "30 December–2 January 1939": "1938-12-30/1939-01-02",
    "May–June 1939": "1939-05/1939-06",
    "November–January 1939": "1938-11/1939-01",
    "1939–40": "1939/1940",
    "1939–1940": "1939/1940",
    "9 and 11 May 1939": "1939-05-09 1939-05-11",
    "9 и 11 мая 1939": "1939-05-09 1939-05-11",
    "30 May and 2 June 1939": "1939-05-30 1939-06-02",
}
NO_DATES = (
    "32 May 1939",
    "31 June 1939",
    "29 February 1939",
    "0 May 1939",
    "5 Amsel 1939",
    "41.5.1939",
    "5.13.1939",
    "1939/40/41",
    "193",
    "12345",
    "Maybe 1939",
    "the 5th of the month",
    "",
)


def value(mark: Mark) -> str:
    return f"{mark.first}/{mark.last}" if mark.first else mark.value


@pytest.mark.parametrize(("printed", "wanted"), DATES.items())
def test_a_printed_date_is_the_day_that_it_means(printed: str, wanted: str) -> None:
    found = date(printed, 0)
    assert " ".join(map(value, found)) == wanted
    assert (found[0].start, found[-1].end) == (0, len(printed))


@pytest.mark.parametrize("printed", NO_DATES)
def test_what_is_no_date_is_none(printed: str) -> None:
    assert date(printed, 0) == ()


@pytest.mark.parametrize(
    ("printed", "read"),
    [("7–5 May 1939", ""), ("1940–39", "1940"), ("June–May 1939", "June–May 1939")],
)
def test_a_span_does_not_end_before_it_begins(printed: str, read: str) -> None:
    found = printed_date(printed, 0)
    assert (printed[found.start : found.end] if found else "") == read


def test_a_date_is_read_in_its_place_and_no_further() -> None:
    text = "The Times, 5 May 1939, p. 4"
    (mark,) = date(text, 11)
    assert text[mark.start : mark.end] == "5 May 1939"
    assert date(text, 10) == ()


def test_a_bare_year_is_no_dated_field() -> None:
    assert dated("1939", 0) == ()
    assert dated("May 1939", 0)
    assert dated("25 March", 0)


@pytest.mark.parametrize(
    ("value", "year", "wanted"),
    [
        ("--03-25", "1940", "1940-03-25"),
        ("--03", "1940", "1940-03"),
        ("--02-29", "1940", "1940-02-29"),
        ("--02-29", "1939", ""),
        ("--03-25", "", ""),
        ("1939-03-25", "1940", "1939-03-25"),
    ],
)
def test_a_year_is_added_only_where_it_makes_a_day_of_the_calendar(
    value: str, year: str, wanted: str
) -> None:
    given = completed(Mark(FieldKind.DATE, 0, 5, value), year)
    assert given.value == wanted
    guessed = wanted and wanted != value
    assert given.certainty == (Certainty.MEDIUM if guessed else Certainty.HIGH)


def test_a_span_over_the_turn_of_an_unknown_year_is_not_completed() -> None:
    span = Mark(FieldKind.DATE, 0, 5, first="--12-30", last="--01-02")
    assert value(completed(span, "1939")) == ""
    within = Mark(FieldKind.DATE, 0, 5, first="--05-30", last="--06-02")
    assert value(completed(within, "1939")) == "1939-05-30/1939-06-02"


def dates_in(note: str, when: str) -> list[tuple[str, Certainty]]:
    found = NoteReader.of(shipped(), when).read(note)
    marks = (mark for cited in found for mark in cited.marks if mark.kind is FieldKind.DATE)
    return [(value(mark), mark.certainty) for mark in marks]


def test_a_date_without_a_year_takes_it_from_the_next_date_of_the_note() -> None:
    assert dates_in("The Times, 25 March; Pravda, 2 April 1940.", "1938-05-01") == [
        ("1940-03-25", Certainty.MEDIUM),
        ("1940-04-02", Certainty.HIGH),
    ]


def test_a_date_without_a_year_takes_it_from_the_document_where_no_date_follows() -> None:
    assert dates_in("Pravda, 2 April 1940; The Times, 25 March.", "1938-05-01") == [
        ("1940-04-02", Certainty.HIGH),
        ("1938-03-25", Certainty.MEDIUM),
    ]


def test_the_year_of_a_journal_dates_nothing_but_its_article() -> None:
    note = "The Times, 25 March; A. Vik, ‘Fog’, Historical Journal, 22/3 (1987), 211–19."
    assert dates_in(note, "1938-05-01")[0] == ("1938-03-25", Certainty.MEDIUM)


def test_no_year_is_invented_where_neither_note_nor_document_has_one() -> None:
    assert dates_in("The Times, 25 March.", "") == [("", Certainty.HIGH)]


def read_by_undate(printed: str) -> str:
    """What undate makes of a printed date; empty where it refuses."""
    try:
        return str(Undate.parse(printed, "Gregorian").format("ISO8601"))
    except ValueError:
        return ""


def disagreements(dates: dict[str, str]) -> list[str]:
    """The dates that undate reads, and reads otherwise."""
    return [
        printed for printed, wanted in dates.items() if read_by_undate(printed) not in ("", wanted)
    ]


def test_undate_reads_the_same_days_or_refuses() -> None:
    assert disagreements(DATES) == []
    assert sum(bool(read_by_undate(printed)) for printed in DATES) >= 5


def test_a_wrong_day_would_be_seen_by_the_comparison_with_undate() -> None:
    assert disagreements({"5 May 1939": "1939-05-06", "May 1939": "1939-05"}) == ["5 May 1939"]
