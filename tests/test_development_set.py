"""The development set beside the project: 360 documents scored; floors only rise."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from converter.pipeline import convert

EXACT = {
    "pb accuracy (n and place)": 1.0,
    "metadata accuracy": 1.0,
    "body text fully preserved (docs)": 1.0,
    "note anchor accuracy (found notes)": 1.0,
}
NONE = (
    "docs with site chrome in the text",
    "crashes / no output",
    "not well-formed",
    "  pbs invented",
)
# Raised whenever the rules get better, never lowered.
FLOORS = {
    "paragraph boundary F1": 0.934,
    "note F1 (exact text)": 0.8,
    "commentary F1 (chars)": 0.991,
}


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    out = tmp_path_factory.mktemp("tei")
    for source in sorted((shared / "dev").glob("*/*.txt")):
        file = out / source.parent.name / f"{source.stem}.xml"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(convert(source.read_bytes(), source.name).xml)
    found = out / "scores.json"
    tool = shared / "dev" / "score.py"
    command = [
        sys.executable,
        str(tool),
        str(shared / "dev"),
        "--tei",
        str(out),
        "--json",
        str(found),
    ]
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
