"""What a volume's printed contents list and is not here: told in full, and never more than that."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from calling import documents_of, run
from lxml import etree
from page_printer import Chrome, Division, Document, Paragraph, Section, saved_page

from converter.entries import Entry
from converter.holdings import Shared
from converter.matching import ListedPage, holdings
from converter.order import ordered
from converter.summary import Summary

VOLUME = "The Lantern Diaries: Volume 3"
LIST = ("2 November", "31 December", "14 March", "A walk in May", "2 November", "14 March")


def listed(title: str, when: str, entries: tuple[str, ...] = LIST) -> ListedPage:
    return ListedPage(f"lantern/{when}-{title}", VOLUME, title, when, VOLUME, entries)


WALK = listed("A walk in May", "1938-05")
YEARS_END = listed("31 December", "1937-12-31")


# ---------------------------------------------------------------- which entries are missing


def test_entries_without_a_document_are_missing_in_the_order_of_the_list() -> None:
    held, places = holdings(VOLUME, [WALK, YEARS_END])
    assert held.missing == ("2 November", "14 March", "2 November", "14 March")
    assert (held.listed, held.lacking, held.shared) == (6, 4, ())
    assert places == {WALK.name: 3, YEARS_END.name: 1}


def test_of_entries_with_one_title_the_year_tells_which_is_here() -> None:
    march = listed("14 March", "1939-03-14")
    held, places = holdings(VOLUME, [YEARS_END, march])
    assert places[march.name] == 5
    assert held.missing == ("2 November", "14 March", "A walk in May", "2 November")


def test_without_a_year_to_count_from_it_stays_open_which_is_here() -> None:
    held, places = holdings(VOLUME, [listed("14 March", "1938-03-14")])
    assert places == {}
    assert held.shared == (Shared("14 March", listed=2, held=1),)
    assert "14 March" not in held.missing
    assert held.lacking == 5


def test_where_known_years_do_not_meet_nothing_is_said_between_them() -> None:
    entries = ("31 December", "14 March", "3 May", "14 March")
    dated = (("31 December", "1937-12-31"), ("3 May", "1951-05-03"), ("14 March", "1938-03-14"))
    held, _ = holdings(VOLUME, [listed(title, when, entries) for title, when in dated])
    assert Shared("14 March", listed=2, held=1) in held.shared


def test_entries_slightly_out_of_order_do_not_begin_a_new_year() -> None:
    entries = ("20 March", "30 September", "29 September", "5 October", "20 March")
    first = listed("5 October", "1938-10-05", entries)
    other = listed("20 March", "1938-03-20", entries)
    held, places = holdings(VOLUME, [first, other])
    assert places[other.name] == 0
    assert held.missing == ("30 September", "29 September", "20 March")


def test_as_many_documents_as_entries_are_all_of_them() -> None:
    one, two = listed("2 November", "1937-11-02"), listed("2 November", "1938-11-02")
    held, places = holdings(VOLUME, [two, one])
    assert (places[one.name], places[two.name]) == (0, 4)
    assert "2 November" not in held.missing


def test_more_documents_than_entries_leave_none_of_them_missing() -> None:
    days = [listed("2 November", f"193{n}-11-02") for n in (7, 8, 9)]
    held, _ = holdings(VOLUME, days)
    assert "2 November" not in held.missing
    assert held.lacking == 4


def test_a_document_that_the_list_lacks_is_told() -> None:
    held, places = holdings(VOLUME, [WALK, listed("A loose leaf", "1938-06")])
    assert held.unlisted == ("A loose leaf",)
    assert [*places] == [WALK.name]


@pytest.mark.parametrize(
    "title", ["a walk  in May", "A walk in May.", "A walk in\N{NO-BREAK SPACE}May"]
)
def test_white_space_and_capitals_do_not_part_a_title_from_its_entry(title: str) -> None:
    held, _ = holdings(VOLUME, [listed(title, "1938-05")])
    assert "A walk in May" not in held.missing


# ---------------------------------------------------------------- whose list it is


def under(page: ListedPage, heading: str) -> ListedPage:
    return replace(page, heading=heading)


def test_a_list_under_the_name_of_another_volume_says_nothing_of_this_one() -> None:
    held, places = holdings(VOLUME, [under(listed("14 March", "1938-03-14"), "Volume 9")])
    assert (held.listed, held.missing, places) == (0, (), {})
    assert [*held.lines()] == [
        f"{VOLUME}: not known, because its pages show the contents of Volume 9"
    ]


def test_it_speaks_where_a_document_stands_in_it_by_more_than_a_day_and_a_month() -> None:
    held, _ = holdings(VOLUME, [under(WALK, "Volume 9"), under(YEARS_END, "Volume 9")])
    assert (held.heading, held.listed, held.lacking) == ("Volume 9", 6, 4)
    assert f"{VOLUME} (headed Volume 9 on its pages): of 6" in next(held.lines())


def test_it_does_not_where_another_document_beside_it_is_not_in_it() -> None:
    pages = [under(WALK, "Volume 9"), under(listed("A loose leaf", "1938-06"), "Volume 9")]
    assert holdings(VOLUME, pages)[0].listed == 0


def test_the_volume_s_own_heading_goes_before_another_one() -> None:
    other = under(listed("31 December", "1937-12-31", ("31 December", "1 May")), "Volume 9")
    held, _ = holdings(VOLUME, [WALK, other, other])
    assert (held.heading, held.listed) == ("", 6)


def test_of_two_lists_the_one_most_pages_show_counts_and_the_other_is_told() -> None:
    older = listed("2 November", "1937-11-02", LIST[:2])
    held, _ = holdings(VOLUME, [WALK, YEARS_END, older])
    assert (held.listed, held.other_lists) == (6, 1)
    assert f"{VOLUME}: 1 page with another list of contents than this one" in [*held.lines()]


def test_pages_without_a_list_say_nothing() -> None:
    held, places = holdings(VOLUME, [replace(WALK, heading="", entries=())])
    assert (held.listed, [*held.lines()], places) == (0, [], {})


# ---------------------------------------------------------------- the edition


def page(title: str, date: str, contents: tuple[str, ...], heading: str = VOLUME) -> bytes:
    section = Section("translation", title, (Division((Paragraph((f"Of {title}.",)),)),))
    document = Document(title, (section,), volume=VOLUME, date=date)
    return saved_page(document, Chrome(contents_title=heading, contents=contents))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An edition of three documents of one day and one of another, of a list of six."""
    contents = ("13 March", "14 March", "A talk", "14 March, at <night>", "A loose end", "2 May")
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, (title, date) in enumerate(
        [
            ("A talk", "1938 Mar 14"),
            ("14 March, at <night>", "1938 Mar 14"),
            ("14 March", "1938 Mar 14"),
            ("2 May", "1938 May 2"),
        ]
    ):
        (pages / f"{number}.txt").write_bytes(page(title, date, contents))
    assert run("build", pages, "-o", tmp_path / "out").exit_code == 0
    return tmp_path / "out"


def test_the_report_lists_what_is_missing(output: Path) -> None:
    data = json.loads((output / "report.json").read_text("utf-8"))
    assert data["contents"] == [
        {
            "volume": VOLUME,
            "heading": "",
            "entries": 6,
            "without_document": 2,
            "missing": ["13 March", "A loose end"],
            "some_missing": [],
            "not_in_contents": [],
            "pages_with_another_list": 0,
        }
    ]
    told = (output / "report.txt").read_text("utf-8").split("\n\n")[-1].split("\n")
    assert told == [
        "Entries of the contents without a document (2)",
        "----------------------------------------------",
        f"{VOLUME}: of 6 in its contents, 2 have no document here",
        "    13 March",
        "    A loose end",
        "",
    ]


def test_the_contents_page_shows_it_apart_and_without_a_link(output: Path) -> None:
    root = etree.HTML((output / "html/index.html").read_text("utf-8"))
    (missing,) = root.findall(".//section[@class='missing']")
    assert ["".join(map(str, li.itertext())) for li in missing.iter("li")] == [
        "13 March",
        "A loose end",
    ]
    assert "2 of 6 entries" in "".join(map(str, missing.itertext()))
    assert missing.find(".//a") is None


def test_the_contents_page_says_where_the_list_names_another_volume(tmp_path: Path) -> None:
    saved = page("A talk", "1938 Mar 14", ("A talk", "A loose end"), "Volume 9")
    (tmp_path / "a.txt").write_bytes(saved)
    assert run("build", tmp_path / "a.txt", "-o", tmp_path / "out").exit_code == 0
    root = etree.HTML((tmp_path / "out/html/index.html").read_text("utf-8"))
    (count,) = root.iterfind(".//section[@class='missing']/p")
    assert "".join(map(str, count.itertext())) == (
        "1 of 2 entries in the archive’s table of contents, which is headed there ‘Volume 9’"
    )


def test_documents_of_one_day_stand_as_in_the_contents_and_lead_to_each_other(
    output: Path,
) -> None:
    index = (output / "html/index.html").read_text("utf-8")
    places = [index.index(f">{t}</span>") for t in ("A talk", "14 March, at &lt;night&gt;")]
    assert index.index("1938-03-14.html") < places[0] < places[1]
    found = {
        path.name: (root.get("prev"), root.get("next"))
        for path in documents_of(output)
        for root in [etree.parse(path).getroot()]
    }
    day, talk, night, may = (
        "1938-03-14.xml",
        "1938-03-14-a-talk.xml",
        "1938-03-14-at-night.xml",
        "1938-05-02.xml",
    )
    assert set(found) == {day, talk, night, may}
    assert found[day] == (None, talk)
    assert found[talk] == (day, night)
    assert found[night] == (talk, may)
    assert found[may] == (night, None)


def test_a_title_of_several_entries_says_on_the_page_how_many_are_not_here(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(page("14 March", "1938 Mar 14", ("14 March", "14 March")))
    assert run("build", tmp_path / "a.txt", "-o", tmp_path / "out").exit_code == 0
    root = etree.HTML((tmp_path / "out/html/index.html").read_text("utf-8"))
    (entry,) = root.iterfind(".//section[@class='missing']//li")
    assert "".join(map(str, entry.itertext())) == "14 March (1 of 2)"
    report = (tmp_path / "out/report.txt").read_text("utf-8")
    assert "    14 March (1 of 2 here; the list does not say which)" in report


# ---------------------------------------------------------------- order


def entry(name: str, when: str) -> Entry:
    summary = Summary(name, "document", VOLUME, name, when, (), (), 0)
    return Entry(name, summary, ours=True, file=Path(name))


def names(entries: list[Entry], listed: str) -> str:
    positions = {name: i for i, name in enumerate(listed)}
    return "".join(e.name for e in ordered(entries, positions))


DAYS = [entry("a", "1938-05-01"), entry("b", "1938-05-14"), entry("c", "1938-06-02")]


def test_documents_of_one_day_stand_as_they_are_listed_and_the_unlisted_behind_them() -> None:
    day = [entry(name, "1938-05-14") for name in "xyz"]
    assert names(day, "zx") == "zxy"


@pytest.mark.parametrize(("listed", "order"), [("abmc", "abmc"), ("ambc", "ambc"), ("abc", "mabc")])
def test_a_document_of_a_month_stands_in_it_where_the_contents_list_it(
    listed: str, order: str
) -> None:
    assert names([*DAYS, entry("m", "1938-05")], listed) == order


def test_the_contents_move_no_document_out_of_its_month_or_year() -> None:
    late, early = entry("m", "1938-05"), entry("y", "1938")
    assert names([*DAYS, late, early], "yabcm") == "yabmc"


def test_two_documents_of_a_month_keep_the_order_of_the_list() -> None:
    assert names([*DAYS, entry("n", "1938-05"), entry("m", "1938-05")], "amnbc") == "amnbc"


def test_undated_documents_stand_last_as_they_are_listed() -> None:
    assert names([entry("v", ""), entry("u", ""), *DAYS], "uvabc") == "abcuv"
