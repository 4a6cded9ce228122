"""How well citations are read: two files of invented notes; floors only rise.

The rules were written with ``gold.xml`` in sight; ``unseen.xml`` was written without knowledge of
the rules, and nobody who writes rules looks into it: its figures are the ones to report.
"""

import sys
from pathlib import Path

import pytest
from citation_score import Score, score

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

from citation_readers import read_volume
from measure_citations import compared, gold_documents

FILES = Path(__file__).parent / "citations"
FLOORS = {
    "gold": {"segments": 1.0, "fields": 0.998, "types": 1.0, "clean": 1.0, "works": 0.999},
    "unseen": {"segments": 0.942, "fields": 0.973, "types": 0.985, "clean": 1.0, "works": 0.986},
}


@pytest.fixture(scope="module")
def measured() -> dict[str, Score]:
    return {
        name: score(compared(gold_documents(FILES / f"{name}.xml"), read_volume)) for name in FLOORS
    }


@pytest.mark.parametrize("name", FLOORS)
def test_citations_are_read_as_well_as_before(measured: dict[str, Score], name: str) -> None:
    found, floors = measured[name], FLOORS[name]
    assert found.works is not None
    figures = {
        "segments": found.segments.f1,
        "fields": found.matched_fields.f1,
        "types": found.types.recall,
        "clean": found.clean.recall,
        "works": found.works.f1,
    }
    assert {what: figure for what, figure in figures.items() if figure < floors[what]} == {}
