"""Names of files: made from titles of every script, for every system."""

import re
import unicodedata
from pathlib import Path

import pytest
from calling import documents_of, run
from hypothesis import example, given
from hypothesis import strategies as st
from page_printer import Chrome, Division, Document, Paragraph, Section, saved_page

from converter.identifiers import document_identifier, file_stem, name_slug, volume_folder
from converter.languages import language

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 80
DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}
OF_THE_SITE = {"assets", "search"}
TITLES = (
    *("con", "CON", "Nul", "aux", "Prn", "COM1", "LPT9", "com¹", "aux.", "nul.txt"),
    *(".", "..", "...", "/", "\\", "-", "--", "-rf", "~", "*", "?", "…", "“”", "!!!", "a/../b"),
    *("a" * 300, "я" * 300, "Ω" * 300, "1" * 300, "- " * 150, "a" * 79 + "-b", "a" * 80, "a" * 81),
    *("Café", "Cafe", "CAFE", "cafe\u0301", "CAFÉ", "straße", "STRASSE", "ﬁne", "Ⅷ", "①"),
    *("Погода", "погода", "Ηλιος", "השמש", "الشمس", "太陽", "たいよう", "태양", "सूर्य", "ดวงอาทิตย์"),
    *("Ångström", "İstanbul", "ıstanbul", "Đorđe", "Þór", "Łódź", "𝔸𝔹", "🌊", "a\u202eb"),
    *("assets", "Search", "index", "calendar", "bibliography", "persons", "a b", "a  b", "a_b"),
    *("", " ", "\u00a0", "\u3000", "\ufffd", "\x7f", "12 March", "03-12", "volume unknown"),
)  # fmt: skip
DATES = ("", "1938", "1938-03", "1938-03-12")
titles = st.one_of(
    st.sampled_from(TITLES), st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
)


def fit(name: str, longest: int = LONGEST) -> bool:
    return NAME.fullmatch(name) is not None and len(name) <= longest


@given(titles)
@example("1" * 300)
@example("CON")
def test_a_folder_is_named_in_the_closed_alphabet_and_is_no_device(title: str) -> None:
    name = name_slug(title)
    assert fit(name), name
    assert name not in DEVICES | OF_THE_SITE
    assert not name[0].isdigit()


@given(titles, titles, st.sampled_from(DATES))
def test_a_document_is_named_in_the_closed_alphabet_and_is_no_device(
    volume: str, title: str, when: str
) -> None:
    made = document_identifier(volume, when, title, language("en"))
    for name in (volume_folder(made), file_stem(made)):
        assert fit(name), name
        assert name not in DEVICES


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition whose volumes and documents bear all these titles, two documents a title."""
    folder = tmp_path_factory.mktemp("names")
    for number, title in enumerate(TITLES):
        volume = TITLES[number * 7 % len(TITLES)]
        for words in ("The fog lifted.", "The fog came back."):
            text = Section("translation", title or "-", (Division((Paragraph((words,)),)),))
            page = saved_page(
                Document(title or "-", (text,), volume, date="1938 Mar 12"),
                Chrome(contents_title=volume),
            )
            (folder / f"{number}-{len(words)}.txt").write_bytes(page)
    answer = run("build", folder, "-o", folder.parent / "out")
    assert answer.exit_code in (0, 1), answer.stderr
    return folder.parent / "out"


def test_no_two_files_of_an_edition_differ_in_case_or_accents_alone(built: Path) -> None:
    names = [path.relative_to(built).as_posix() for path in built.rglob("*")]
    folded = [unicodedata.normalize("NFKD", name).casefold() for name in names]
    assert len(set(folded)) == len(names)


def test_every_document_of_an_edition_has_files_of_its_own_with_such_names(built: Path) -> None:
    documents = documents_of(built)
    assert len(documents) == 2 * sum(bool(title.strip() or not title) for title in TITLES)
    for path in documents:
        named = path.relative_to(built / "tei").with_suffix("")
        assert fit(named.parts[0]), named
        assert fit(named.parts[1]), named
        assert not {part.split(".")[0] for part in named.parts} & DEVICES, named
        assert (built / "html" / named.with_suffix(".html")).is_file()
        assert (built / "text" / "reading" / named.with_suffix(".txt")).is_file()


def test_a_date_in_the_name_is_not_taken_for_a_title_that_looks_like_one(tmp_path: Path) -> None:
    for name, title, date in (("a", "03-12", "1938"), ("b", "12 March", "1938 Mar 12")):
        text = Section("translation", title, (Division((Paragraph(("The fog lifted.",)),)),))
        (tmp_path / f"{name}.txt").write_bytes(saved_page(Document(title, (text,), date=date)))
    assert run("build", tmp_path, "-o", tmp_path.parent / "out").exit_code == 0
    assert len(documents_of(tmp_path.parent / "out")) == 2
