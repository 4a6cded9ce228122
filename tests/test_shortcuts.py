"""Shortcuts: what a pass leaves out because it is never needed really never is."""

import re

import pytest
from invented_page import page_of
from lxml import etree

from converter import resources
from converter.check import check
from converter.dates import FIGURE, dates_in
from converter.languages import detect, languages
from converter.ledger import agree, balance
from converter.pipeline import passes
from converter.settings import Settings
from converter.spelling import SpelledLine

SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
OPTIONAL = re.compile(r"\(\?:[^()]*\)\?")
WITH_SPACED_BRACKETS = page_of(f"3 June 1937\n\n[ The fair copy {'was lost ' * 20}in the flood. ]")


@pytest.mark.parametrize("code", sorted(languages()))
def test_every_date_pattern_asks_for_a_figure(code: str) -> None:
    for template in languages()[code].date_patterns:
        needed, again = template, ""
        while needed != again:
            needed, again = OPTIONAL.sub("", needed), needed
        assert re.search(r"\{(?:day|number|year)\}", needed), template


def test_a_text_without_figures_names_no_date() -> None:
    text = "In May the pilot was ill; in June he sailed again."
    assert not FIGURE.search(text)
    assert not list(dates_in(text, languages()["en"]))


def test_the_rules_of_the_edition_judge_nothing_but_elements() -> None:
    schema = etree.parse(str(resources.schema("edition.sch")))
    for rule in schema.iter(f"{SCHEMATRON}rule"):
        steps = rule.get("context", "")
        while "[" in steps:
            steps = re.sub(r"\[[^\[\]]*\]", "", steps)
        assert re.fullmatch(r"[\w:*/| \n-]+", steps), f"{rule.get('context')} is not an element"


@pytest.mark.parametrize(
    ("encoded", "agrees"),
    [
        ("The bell was saved. It rang.", True),
        ("\n  The bell\n was saved.It rang.", True),
        ("The bell wassaved. It rang.", False),
        ("The bell was saved. It ra ng.", False),
        ("The bell was saved.", False),
        ("The bell was saved. It rang. Twice.", False),
        ("It rang. The bell was saved.", False),
    ],
)
def test_lines_agree_with_what_holds_them_in_their_order(encoded: str, agrees: bool) -> None:
    printed = [SpelledLine(3, "The  bell was\tsaved."), SpelledLine(5, " It rang.")]
    assert agree(printed, encoded) is agrees


def test_white_space_beside_the_brackets_of_a_commentary_is_free() -> None:
    products = passes(WITH_SPACED_BRACKETS.encode(), "page.txt", Settings())
    assert products.tree.findall(".//{*}div[@type='commentary']")
    assert not balance(products.page, products.tree)
    assert not check(products.page, products.tree)


def test_a_language_is_told_by_its_words_with_and_without_capitals() -> None:
    assert detect("THE BOARD OF THE HARBOUR AND I, FOR THE PILOT WHICH IT WAS IN MAY")[0] == "en"
    assert detect("1937, 1938; 12.") == ("und", 0.0)
