"""Every example of every sign: the value it must give, and where it must be silent."""

from functools import cache

import pytest
from marked_example import MarkedExample

from converter.evidence import ANCHORS, SIGNS, shown_anchors
from converter.evidence.sequence import MOST
from converter.evidence.sign import AnchorSign, Scene, Sign, Where
from converter.evidence.weights import shipped

Row = Sign | AnchorSign
ROWS: tuple[Row, ...] = (*SIGNS, *ANCHORS)
EXAMPLES = [
    pytest.param(row, example, value, id=f"{row.name}: {example[:40]}")
    for row in ROWS
    for example, value in [*row.yes.items(), *((text, "") for text in row.no)]
]
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


def said(row: Row, scene: Scene, line: int, body: int) -> str:
    return row.says(scene, line, body) if isinstance(row, AnchorSign) else row.says(scene, line)


@cache
def places() -> tuple[tuple[Scene, int, int], ...]:
    """Every line of every example, with each line before it that may be the text before."""
    texts = dict.fromkeys(text for row in ROWS for text in (*row.yes, *row.no))
    return tuple(
        (scene, line, body)
        for scene, _, _ in (MarkedExample.read(text).scene() for text in texts)
        for line in range(len(scene.lines))
        for body in range(max(0, line - MOST), max(line, 1))
    )


def values(row: Row) -> set[str]:
    """What a sign says of all lines of all examples, silence as an empty value."""
    return {said(row, *place) for place in places()}


@pytest.mark.parametrize(("row", "example", "value"), EXAMPLES)
def test_a_sign_says_of_its_example_what_it_must(row: Row, example: str, value: str) -> None:
    assert said(row, *MarkedExample.read(example).scene()) == value


@every_row
def test_a_sign_has_a_reason_and_examples(row: Row) -> None:
    assert row.because
    assert row.yes
    assert all(row.yes.values()), "an example of nothing belongs to `no`"


@every_row
def test_a_sign_without_a_counter_example_is_never_silent(row: Row) -> None:
    assert row.no or "" not in values(row)


@every_row
def test_a_sign_with_several_values_has_examples_of_two(row: Row) -> None:
    spoken = values(row) - {""}
    assert len(set(row.yes.values())) >= min(2, len(spoken))


@every_row
def test_what_a_sign_is_expected_to_weigh_belongs_to_values_it_gives(row: Row) -> None:
    assert set(row.expected) <= values(row)


@pytest.mark.parametrize("sign", ANCHORS, ids=lambda sign: sign.name)
def test_a_sign_is_silent_outside_the_place_where_alone_it_can_be(sign: AnchorSign) -> None:
    for scene, line, body in places():
        here = {Where.UNDER_TITLE: scene.headed and body == 0, Where.BEHIND_NOTE: line - body > 1}
        assert here.get(sign.where, True) or not sign.says(scene, line, body)


def test_no_two_signs_have_one_name() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_at_the_top_of_a_section_no_sign_looks_for_text_before() -> None:
    scene, line, _ = MarkedExample.read("~>The fog lifted.").scene()
    assert shown_anchors(scene, line, -1) == [("notes between", "no text")]


# ---------------------------------------------------------------- weights


def test_every_sign_that_is_weighed_is_in_the_tables() -> None:
    assert set(shipped().signs) <= {sign.name for sign in SIGNS}
    assert set(shipped().anchors) <= {sign.name for sign in ANCHORS}


@every_row
def test_a_sign_is_weighed(row: Row) -> None:
    table = shipped().anchors if isinstance(row, AnchorSign) else shipped().signs
    assert any(any(weights) for weights in table.get(row.name, {}).values())
