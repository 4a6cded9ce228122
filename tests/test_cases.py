"""Situations one by one: tests/cases/*.txt, each with its requirement in words."""

import pytest
from cases_format import Case, cases
from golden import Golden
from invented_page import page_of

from converter.pipeline import STAGES, passes
from converter.settings import Settings


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_situation_is_read_as_required(case: Case, golden: Golden) -> None:
    products = passes(page_of(case.section).encode(), f"{case.name}.txt", Settings(language="en"))
    stage = next(stage for stage in STAGES if stage.name == case.stage)
    dump = "\n".join(stage.dump(products))
    if case.stage == "tei":
        dump = dump[dump.index("<text") : dump.index("</TEI>")].rstrip()
    golden(case.path, case.written(dump))


def test_there_are_cases() -> None:
    assert len(cases()) >= 12
