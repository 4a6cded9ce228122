"""The edition in R: its TEI read by xml2, its plain text made a corpus by tm."""

import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import program
from read_by_lxml import (
    TEI,
    documents,
    kinds,
    name_of,
    root_of,
    string,
    tei_files,
    text_of,
)

SCRIPT = Path(__file__).with_name("read_edition.R")
PACKAGES = "q(status = !all(sapply(c('xml2', 'tm'), requireNamespace, quietly = TRUE)))"
# Folders of plain text below text/, each a corpus of its own.
CORPORA = ("reading",)

Lines = Mapping[str, list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class ReadByR:
    """What R said of an edition, by the kind of line."""

    edition: Path
    said: Lines


@pytest.fixture(scope="module")
def rscript() -> Path:
    """R for scripts, with the packages that the tests ask for."""
    found = program("Rscript")
    if subprocess.run([found, "-e", PACKAGES], capture_output=True).returncode:
        pytest.skip("the packages 'xml2' and 'tm' of R are not installed")
    return found


@pytest.fixture(scope="module")
def read(any_edition: Path, rscript: Path) -> ReadByR:
    """Everything that is asked of R, in one process."""
    texts = [any_edition / "text" / name for name in CORPORA]
    call = [rscript, SCRIPT, any_edition / "tei", *texts]
    surroundings = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    answer = subprocess.run(call, capture_output=True, encoding="utf-8", env=surroundings)
    assert answer.returncode == 0, answer.stderr
    assert not answer.stderr
    said = defaultdict(list)
    for line in answer.stdout.split("\n"):
        first, *rest = line.split("\t")
        said[first].append(tuple(rest))
    return ReadByR(any_edition, said)


def test_xml2_reads_every_element_of_every_file(read: ReadByR) -> None:
    theirs: dict[str, dict[str, int]] = defaultdict(dict)
    for file, kind, number in read.said["kind"]:
        theirs[file][kind] = int(number)
    ours = {name_of(file, read.edition): dict(kinds(root_of(file))) for file in files(read)}
    assert theirs == ours


def files(read: ReadByR) -> list[Path]:
    found = tei_files(read.edition)
    assert found
    return found


def test_xml2_reads_every_word_of_every_paragraph(read: ReadByR) -> None:
    theirs: dict[str, list[str]] = defaultdict(list)
    for name, words in read.said["paragraph"]:
        theirs[name].append(words)
    assert documents(read.edition)
    for file in documents(read.edition):
        paragraphs = text_of(root_of(file)).iter(f"{TEI}p")
        ours = [spaced(string(each)) for each in paragraphs]
        assert theirs[name_of(file, read.edition)] == ours, file.name


def test_xml2_reads_every_word_of_every_header_and_list(read: ReadByR) -> None:
    theirs = {line[0]: line[1] for line in read.said["whole"]}
    for file in files(read):
        ours = string(root_of(file))
        assert theirs[name_of(file, read.edition)] == spaced(ours), file.name


def spaced(text: str) -> str:
    """A text with one blank where it has white space; a no-break space is none."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


@pytest.mark.parametrize("corpus", CORPORA)
def test_tm_makes_a_corpus_of_all_texts_with_all_their_words(read: ReadByR, corpus: str) -> None:
    folder = read.edition / "text" / corpus
    ours = {file: spaced(file.read_text("utf-8")) for file in folder.rglob("*.txt")}
    said = [each[1:] for each in read.said["text"] if each[0] == str(folder)]
    assert ours
    assert {Path(file): words for file, words in said} == ours


@pytest.mark.parametrize("corpus", CORPORA)
def test_the_table_of_terms_that_tm_makes_counts_every_word(read: ReadByR, corpus: str) -> None:
    folder = read.edition / "text" / corpus
    words = [spaced(file.read_text("utf-8")).split(" ") for file in folder.rglob("*.txt")]
    (counted,) = (each[1:] for each in read.said["words"] if each[0] == str(folder))
    assert counted == (str(len(words)), str(sum(map(len, words))))
