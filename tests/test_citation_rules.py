"""Every example of the grammar of citations: what its rules find, and what they leave alone."""

import re

import pytest

from converter.authorities import shipped
from converter.citations.found import Cited
from converter.citations.grammar import RULES
from converter.citations.heads import Names, heads_of
from converter.citations.labels import LABELS, PARTS, label
from converter.citations.leads import LEAD_WORDS, led_to
from converter.citations.reader import NoteReader
from converter.citations.rule import CitationRule, NoteText
from converter.citations.shelfmark_forms import FORMS, Form
from converter.citations.shelfmarks import structured

WHEN = "1939-05-23"
BRACKETS = re.compile(r"\[\[|\]\]")


def found_in(text: str) -> list[Cited]:
    return NoteReader.of(shipped(), WHEN).read(text)


def marked(example: str) -> tuple[list[str], list[str]]:
    """The notes of an example, and the citations that stand in double brackets in them."""
    pieces = BRACKETS.split(example)
    return "".join(pieces).split(" | "), pieces[1::2]


def examples(which: str) -> list[object]:
    return [
        pytest.param(rule, text, id=f"{rule.name}: {text[:40]}")
        for rule in RULES
        for text in getattr(rule, which)
    ]


@pytest.mark.parametrize(("rule", "example"), examples("yes"))
def test_a_rule_finds_the_citation_that_its_example_marks(rule: CitationRule, example: str) -> None:
    notes, wanted = marked(example)
    reader = NoteReader.of(shipped(), WHEN)
    found = [(cited, text) for text in notes for cited in reader.read(text)]
    assert [text[cited.start : cited.end] for cited, text in found] == wanted
    last, _ = found[-1]
    assert (last.rule, last.kind, last.certainty) == (rule.name, rule.kind, rule.certainty)


@pytest.mark.parametrize(("rule", "example"), examples("no"))
def test_a_rule_leaves_its_counter_example_alone(rule: CitationRule, example: str) -> None:
    assert rule.name not in [cited.rule for cited in found_in(example)]


def test_every_rule_of_the_grammar_has_examples_counter_examples_and_a_reason() -> None:
    for rule in RULES:
        assert rule.because, rule.name
        assert len(rule.yes) >= 2, rule.name
        assert len(rule.no) >= 2, rule.name
        assert all(marked(example)[1] for example in rule.yes), rule.name
    assert len({rule.name for rule in RULES}) == len(RULES)


def form_examples(which: str) -> list[object]:
    return [
        pytest.param(form, text, id=f"{form.name}: {text}")
        for form in FORMS
        for text in getattr(form, which)
    ]


@pytest.mark.parametrize(("form", "printed"), form_examples("yes"))
def test_a_form_of_shelfmarks_reads_all_of_its_example(form: Form, printed: str) -> None:
    assert form.pattern.fullmatch(printed)


@pytest.mark.parametrize(("form", "printed"), form_examples("no"))
def test_a_form_of_shelfmarks_does_not_read_its_counter_example(form: Form, printed: str) -> None:
    assert not form.pattern.fullmatch(printed)


def test_every_form_has_examples_counter_examples_and_a_reason() -> None:
    for form in FORMS:
        assert form.because, form.name
        assert len(form.yes) >= 2, form.name
        assert len(form.no) >= 2, form.name


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("FO 371 22341 N3012/64/59", ["FO 371", "22341", "N3012/64/59"]),
        ("CAB 23/99", ["CAB 23", "99"]),
        ("RG 59, 641.56/214", ["RG 59", "641.56/214"]),
        ("f.1408 op.2. d.57", ["f.1408", "op.2.", "d.57"]),
        ("ф. 06, оп. 1, п. 5, д. 35", ["ф. 06", "оп. 1", "д. 35"]),
        ("RM 7/1093", ["RM 7", "1093"]),
    ],
)
def test_the_parts_of_a_shelfmark_are_told_apart(printed: str, parts: list[str]) -> None:
    mark = structured(printed, 0, {"FO", "CAB"}.__contains__)
    assert mark is not None
    assert [printed[part.start : part.end] for part in mark.inside] == parts


@pytest.mark.parametrize(
    ("text", "in_full"),
    [
        ("TNA FO 371 11111 C22/33/44 and 11112 C33/44/55.", ["TNA FO 371 11112 C33/44/55"]),
        ("TNA FO 371 11111, C22/33/44, C33/44/55.", ["TNA FO 371 11111 C33/44/55"]),
        ("CAB 23/99 and 100.", ["CAB 23 100"]),
        ("РГАСПИ, ф. 17, оп. 162, д. 24, л. 7, д. 25.", ["РГАСПИ ф. 17 оп. 162 д. 25"]),
        ("RGASPI, f. 17, op. 162, d. 24; op. 163, d. 9.", ["RGASPI f. 17 op. 163 d. 9"]),
        ("TNA FO 371 11111 C22/33/44 and 1939 was over.", []),
        ("TNA FO 371 11111 C22/33/44, and 25 pilots.", []),
        ("Vik papers, box 3, and 11112.", []),
    ],
)
def test_a_shelfmark_in_short_is_completed_from_the_one_before(
    text: str, in_full: list[str]
) -> None:
    short = [cited for cited in found_in(text) if cited.rule == "in-short"]
    assert [cited.marks[0].value for cited in short] == in_full


def every_label() -> list[object]:
    rows = [*LABELS.items(), ("part", PARTS)]
    return [
        pytest.param(words, word, id=f"{kind} {language}: {word}")
        for kind, words in rows
        for language, printed in words.items()
        for word in printed.split()
    ]


@pytest.mark.parametrize(("words", "word"), every_label())
def test_a_label_is_read_as_it_is_printed(words: dict[str, str], word: str) -> None:
    pattern = re.compile(label(words))
    bare = word.removesuffix("(.)")
    assert pattern.fullmatch(bare)
    assert not pattern.fullmatch(bare.removesuffix(".") + "x")
    if word.endswith("(.)"):
        assert pattern.fullmatch(f"{bare}.")


def test_only_labels_of_three_letters_or_more_take_a_capital() -> None:
    words = {"en": "page f."}
    assert re.fullmatch(label(words), "Page")
    assert not re.fullmatch(label(words), "F.")
    assert not re.fullmatch(label(words), "PAGE")


@pytest.mark.parametrize("word", [word for words in LEAD_WORDS.values() for word in words.split()])
def test_a_citation_may_begin_behind_a_lead_word(word: str) -> None:
    assert led_to(f"Nobody came; {word} Vik", len(f"Nobody came; {word} "))
    assert not led_to(f"harbour{word} Vik", len(f"harbour{word} "))


def test_an_ibid_takes_the_kind_of_what_it_repeats() -> None:
    found = found_in("A. Vik, The Harbour (London, 1987), p. 5; ibid., p. 6; Vik, op. cit., p. 7.")
    assert [cited.kind for cited in found] == ["book", "book", "book"]


def test_a_short_title_takes_the_kind_of_the_article_cited_before() -> None:
    reader = NoteReader.of(shipped(), WHEN)
    reader.read("A. Vik, ‘Fog over Amsel’, Historical Journal, 22/3 (1987), 211–19.")
    (short,) = reader.read("Vik, ‘Fog over Amsel’, p. 365.")
    assert short.kind == "journal"


@pytest.mark.parametrize(
    "unit",
    [
        *(
            ";",
            "(",
            ")",
            "[",
            "]",
            "‘",
            "’",
            '"',
            "'",
            "«",
            "-",
            "–",
            ".",
            ",",
            ":",
            "/",
            "1",
            "[[",
        ),
        *("A.", "Vik", "ф.", "IV", "см.", "of", "1, ", "IV, ", "A. Vik, ", "Vik and ", "FO 371 "),
        *("pp. ", "‘’", "12–", "1/", "May ", "in ", "f. op. ", "the Board of ", "Box "),
    ],
)
def test_a_long_run_of_one_thing_ends_and_makes_no_citation(unit: str) -> None:
    assert found_in(unit * 10_000) == []


def test_a_rule_finds_nothing_in_a_note_without_what_it_needs() -> None:
    heads = heads_of(shipped())
    notes = {note for rule in RULES for text in rule.yes + rule.no for note in marked(text)[0]}
    for text in sorted(notes):
        note = NoteText(text, heads, cited=frozenset({("Vik", "The"), ("Brandt", "Pilots")}))
        starts = [found.start() for found in re.finditer(r"\b\w", text)]
        for rule in RULES:
            if not rule.concerns(text):
                assert not any(rule.citation(note, at) for at in starts), (rule.name, text)


def test_a_rule_that_needs_words_is_not_asked_about_every_note() -> None:
    plain = "The fog lifted at noon, and the pilots of the northern channel went home."
    needing = [rule for rule in RULES if rule.needs is not None]
    assert len(needing) > len(RULES) / 2
    assert [rule.name for rule in needing if rule.concerns(plain)] == []


def test_names_of_all_letters_are_found_by_the_letter_they_may_begin_with() -> None:
    names = Names.of(("The Amsel Gazette", "Yunyi lotsman", "l’Amsel", "HBA", "3 N"))
    printed = ("The Amsel Gazette", "Amsel Gazette", "Iunyi lotsman", "Junyi lotsman", "L’Amsel")
    for name in (*printed, "H.B.A.", "HBA", "3 N"):
        assert names.end(f"{name}, p. 5", 0) == len(name)
    for other in ("amsel gazette", "hba", "Gazette", ""):
        assert not names.end(other, 0)
