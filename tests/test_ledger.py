"""The ledger: a character that is lost, added or moved, and a page that must not be written."""

from collections.abc import Callable

import pytest
from invented_page import page_of
from lxml import etree

from converter.check import check
from converter.ledger import balance
from converter.pipeline import Products, passes
from converter.settings import Settings

TEI = "{http://www.tei-c.org/ns/1.0}"
TEXT = """\
M. [Aebi] came in the evening, & with him the pilot of the northern channel
Ole Vik, pilot; died 1940.
, who knew the break-


Page 12

water.
[He is not named again.
Port Archive, log 4, p. 7.
]
The breakwater was rebuilt."""


@pytest.fixture
def products() -> Products:
    return passes(page_of(TEXT).encode(), "page.txt", Settings())


def codes(products: Products) -> list[str]:
    return [problem.code for problem in balance(products.page, products.tree)]


def first(products: Products, name: str) -> etree._Element:
    """The first element of that name in the text, not in the header."""
    text = products.tree.find(f"{TEI}text")
    assert text is not None
    return next(text.iter(f"{TEI}{name}"))


def test_the_accounts_of_a_page_balance(products: Products) -> None:
    assert codes(products) == []
    assert check(products.page, products.tree) == []


def lose_a_character(products: Products) -> None:
    note = first(products, "note")
    note[-1].tail = (note[-1].tail or "")[:-1]


def add_a_character(products: Products) -> None:
    first(products, "supplied").text = "Aebii"


def move_a_note(products: Products) -> None:
    note = first(products, "note")
    paragraph = note.getparent()
    assert paragraph is not None
    tail, note.tail = note.tail, None
    previous = note.getprevious()
    assert previous is not None
    previous.tail = (previous.tail or "") + (tail or "")
    paragraph.append(note)


def drop_a_page_break(products: Products) -> None:
    page = next(page for page in products.tree.iter(f"{TEI}pb") if page.get("n"))
    page.attrib.pop("n")


def forget_brackets(products: Products) -> None:
    first(products, "supplied").tag = f"{TEI}hi"


def take_commentary_for_text(products: Products) -> None:
    division = next(d for d in products.tree.iter(f"{TEI}div") if d.get("type") == "commentary")
    division.set("type", "text")


FAULTS = [
    lose_a_character,
    add_a_character,
    move_a_note,
    drop_a_page_break,
    forget_brackets,
    take_commentary_for_text,
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_the_ledger_finds_every_fault(
    products: Products, fault: Callable[[Products], None]
) -> None:
    fault(products)
    assert codes(products) == ["ledger-characters"]


def test_a_fault_is_named_with_its_line_and_both_sides(products: Products) -> None:
    add_a_character(products)
    (problem,) = balance(products.page, products.tree)
    assert problem.place.path == "page.txt"
    assert problem.place.line == page_of(TEXT).split("\n").index(TEXT.split("\n")[0]) + 1
    assert problem.printed == TEXT.split("\n")[0]
    assert "M.[Aebi]cameintheevening,&w' on the page" in problem.message
    assert "M.[Aebii]cameintheevening,&' in the TEI" in problem.message


def test_white_space_inside_a_line_counts(products: Products) -> None:
    paragraph = first(products, "p")
    paragraph.text = "M."
    assert codes(products) == ["ledger-space"]


def test_a_space_that_is_lost_at_the_very_beginning_is_shown(products: Products) -> None:
    head = first(products, "head")
    head.text = (head.text or "").replace("The title", "Thetitle", 1)
    (problem,) = balance(products.page, products.tree)
    assert problem.code == "ledger-space"
    assert "'The title of t'" in problem.message


def test_a_section_that_is_missing_is_found(products: Products) -> None:
    body = first(products, "body")
    body.remove(body[0])
    assert codes(products) == ["ledger-section"]


def test_a_no_break_space_is_no_space(products: Products) -> None:
    page = page_of("A\u00a0pilot came.")
    made = passes(page.encode(), "page.txt", Settings())
    first(made, "p").text = "A pilot came."
    assert codes(made) == ["ledger-characters"]


def test_a_document_that_is_not_valid_is_not_written(products: Products) -> None:
    first(products, "p").tag = f"{TEI}ab"
    (problem,) = check(products.page, products.tree)
    assert problem.code == "encoding-not-valid"
    assert problem.is_error
