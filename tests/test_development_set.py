"""The development set beside the project: 360 documents scored; floors only rise.

Each volume is read with weights that were not learned from it (tests/held_out): what weights make
of the texts they come from says nothing. ``make weights`` makes them anew.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from converter.evidence import IS_NOTE
from converter.evidence.weights import WeightTable, read_weights
from converter.pipeline import convert

HELD_OUT = Path(__file__).resolve().parent / "held_out"
EXACT = {
    "pb accuracy (n and place)": 1.0,
    "metadata accuracy": 1.0,
    "body text fully preserved (docs)": 1.0,
}
NONE = (
    "docs with site chrome in the text",
    "crashes / no output",
    "not well-formed",
    "  pbs invented",
)
# Raised whenever the rules and weights get better, never lowered.
FLOORS = {
    "paragraph boundary F1": 0.952,
    "note F1 (exact text)": 0.902,
    "  recall, notes inside a sentence": 0.94,
    "  recall, notes known by content only": 0.828,
    "  recall, notes on the title": 0.982,
    "note anchor accuracy (all gold notes)": 0.894,
    "note anchor accuracy (found notes)": 0.997,
    "  pb in the right container": 0.998,
    "commentary F1 (chars)": 0.972,
}
FALSE_IN_A_HUNDRED = 1.0


@pytest.fixture(scope="module")
def tables(shared: Path) -> Mapping[str, WeightTable]:
    """For each volume the weights that were learned from all others."""
    found = {volume_of(gold) for gold in (shared / "dev").glob("*/*.gold.json")}
    return {
        volume: read_weights(HELD_OUT / f"without-{number}.json")
        for number, volume in enumerate(sorted(found), start=1)
    }


def volume_of(gold: Path) -> str:
    return str(json.loads(gold.read_text("utf-8"))["meta"]["volume"])


@pytest.fixture(scope="module")
def scores(
    shared: Path, tables: Mapping[str, WeightTable], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, float]:
    out = tmp_path_factory.mktemp("tei")
    for source in sorted((shared / "dev").glob("*/*.txt")):
        table = tables[volume_of(source.with_suffix(".gold.json"))]
        file = out / source.parent.name / f"{source.stem}.xml"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(convert(source.read_bytes(), source.name, table=table).xml)
    found = out / "scores.json"
    tool, dev = shared / "dev" / "score.py", shared / "dev"
    command = [sys.executable, *map(str, (tool, dev, "--tei", out, "--json", found))]
    subprocess.run(command, capture_output=True, check=True)
    every: dict[str, float] = json.loads(found.read_text("utf-8"))["summary"]["ALL"]
    return every


@pytest.mark.slow
@pytest.mark.parametrize("figure", EXACT)
def test_what_a_page_says_outright_is_never_missed(scores: dict[str, float], figure: str) -> None:
    assert scores["docs"] == 360
    assert scores[figure] == EXACT[figure]


@pytest.mark.slow
@pytest.mark.parametrize("figure", NONE)
def test_what_must_not_happen_never_does(scores: dict[str, float], figure: str) -> None:
    assert scores[figure] == 0


@pytest.mark.slow
@pytest.mark.parametrize("figure", FLOORS)
def test_guesses_are_as_good_as_they_were(scores: dict[str, float], figure: str) -> None:
    assert scores[figure] >= FLOORS[figure]


@pytest.mark.slow
def test_a_text_without_notes_gets_none(shared: Path, tables: Mapping[str, WeightTable]) -> None:
    from known_texts import known_texts
    from learn_weights import tried

    texts = list(known_texts(shared / "dev"))
    false = [
        trial
        for text in texts
        for trial in tried(text.without_notes(), tables[text.volume])
        if trial.verdict.reading in IS_NOTE
    ]
    assert len(texts) == 360
    assert 100 * len(false) / len(texts) <= FALSE_IN_A_HUNDRED
