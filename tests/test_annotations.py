"""converter annotations: passages found again or reported; files merged and written."""

import json
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from calling import run
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from converter.annotations.anchoring import Letters, Missing, Quote, Span, find, quoted
from converter.annotations.passages import Passages
from converter.edition import build
from converter.markup import ID
from converter.settings import read_settings

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
NAME = "the-aldersen-diaries-volume-1/1938-03-12"
NS = {"t": "http://www.tei-c.org/ns/1.0"}

# ---------------------------------------------------------------- anchoring

LOG = (
    "The pilot Ole Vik came aboard at six. The fog lay on the outer mole and nobody could see the"
    " second light. At seven the Harbour Board met; Anna Brandt took the minutes. The pilot Ole Vik"
    " came aboard at nine for the second time, and was sent home."
)


def noted(words: str, text: str = LOG, nth: int = 1) -> Quote:
    """A passage of a text as the edition's pages note it."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return quoted(Letters(text), start, start + len(words))


def found(text: str, quote: Quote) -> str | Missing:
    place = find(Letters(text), quote)
    return place if isinstance(place, Missing) else text[place.start : place.end]


def test_of_two_passages_alike_the_one_that_was_meant_is_found() -> None:
    text = Letters(LOG)
    for nth, start in ((1, LOG.index("came")), (2, LOG.rindex("came aboard"))):
        assert find(text, noted("came aboard", nth=nth)) == Span(start, start + len("came aboard"))


def test_a_passage_that_moved_is_found_by_the_words_around_it() -> None:
    fog = "The fog lay on the outer mole and nobody could see the second light."
    moved = LOG.replace(f" {fog}", "") + f" {fog}"
    assert found(moved, noted("outer mole")) == "outer mole"


def test_a_passage_is_found_where_the_words_on_one_side_were_changed() -> None:
    changed = LOG.replace("At seven the Harbour Board met", "Towards eight the Commissioners met")
    assert found(changed, noted("Anna Brandt took the minutes")) == "Anna Brandt took the minutes"


def test_a_passage_whose_words_were_corrected_is_found_between_its_neighbours() -> None:
    changed = LOG.replace("nobody could see the second light", "nobody could se the second lights")
    place = find(Letters(changed), noted("nobody could see the second light"))
    assert isinstance(place, Span)
    assert place.changed
    assert changed[place.start : place.end] == "nobody could se the second lights"


def test_a_passage_that_was_rewritten_is_gone() -> None:
    changed = LOG.replace("nobody could see the second light", "the lamps were out at midnight")
    assert found(changed, noted("nobody could see the second light")) is Missing.GONE


def test_a_passage_that_was_taken_out_is_not_looked_for_among_others_like_it() -> None:
    changed = LOG.replace("The pilot Ole Vik came aboard at six. ", "")
    assert found(changed, noted("came aboard")) is Missing.GONE


def test_a_passage_that_now_stands_twice_with_its_neighbours_is_reported() -> None:
    assert found(f"{LOG} {LOG}", noted("outer mole")) is Missing.SEVERAL


def test_white_space_brackets_and_quotation_marks_do_not_hide_a_passage() -> None:
    printed = "He said: ‘The [second] light\n   is out’ — and went."
    assert found(printed, Quote("'The second light is out'", "He said: ")) == (
        "The [second] light\n   is out"
    )
    assert found(printed, Quote("‘The [second] light\n   is out’")) == (
        "‘The [second] light\n   is out’"
    )


def test_positions_count_code_points() -> None:
    text = "\N{PARTY POPPER}\N{PARTY POPPER} The mole."
    assert find(Letters(text), Quote("mole")) == Span(7, 11)


WORDS = st.sampled_from(("fog", "mole", "light", "pilot", "board", "came", "six", "nine", "Vik"))
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text of few words, so that much of it is repeated, and a passage of it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    assume(Letters(text[start:end]).only)
    return text, start, end


@given(passages())
def test_in_a_text_that_did_not_change_every_passage_is_found(
    passage: tuple[str, int, int],
) -> None:
    text, start, end = passage
    letters = Letters(text)
    place = find(letters, quoted(letters, start, end))
    assert isinstance(place, Span)
    assert Letters(text[place.start : place.end]).only == Letters(text[start:end]).only
    assert text[: place.start].split() == text[:start].split() or place.start == start


@given(passages(), st.data())
def test_what_is_found_after_a_change_has_the_words_or_both_neighbours(
    passage: tuple[str, int, int], data: st.DataObject
) -> None:
    text, start, end = passage
    quote = quoted(Letters(text), start, end)
    cut = data.draw(st.integers(0, len(text)))
    to = data.draw(st.integers(cut, len(text)))
    changed = text[:cut] + data.draw(TEXTS) + text[to:]
    place = find(Letters(changed), quote)
    if isinstance(place, Missing):
        return
    now = changed[place.start : place.end]
    exact, before, after = (Letters(x).only for x in (quote.exact, quote.prefix, quote.suffix))
    left = Letters(changed[: place.start]).only
    right = Letters(changed[place.end :]).only
    sides = (
        left.endswith(before[-max(20, len(before) - 12) :]),
        right.startswith(after[: max(20, len(after) - 12)]),
    )
    if place.changed:
        assert all(sides)
    else:
        assert Letters(now).only == exact
        assert any(sides) or len(exact) >= 60


@given(st.data())
def test_in_prose_a_passage_is_never_taken_for_another(data: st.DataObject) -> None:
    """One passage taken out of sentences that differ: it is gone, whatever else stands there."""
    count = data.draw(st.integers(3, 8))
    one = data.draw(st.integers(0, count - 1))
    sentences = [
        f"On day {n} Ole Vik brought ship no. {n * 37} past mole {n}." for n in range(count)
    ]
    text = " ".join(sentences)
    start = text.index(sentences[one])
    first = data.draw(st.integers(0, len(sentences[one]) - 2))
    last = data.draw(st.integers(first + 1, len(sentences[one])))
    assume(Letters(sentences[one][first:last]).only)
    quote = quoted(Letters(text), start + first, start + last)
    without = " ".join(sentence for sentence in sentences if sentence != sentences[one])
    assert find(Letters(without), quote) in (Missing.GONE, Missing.SEVERAL)


# ---------------------------------------------------------------- the text of the TEI

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="log_1931"><teiHeader>Head</teiHeader>
<text><body><div type="translation"><head>1 June</head><!-- aside -->
<p xml:id="p1">The pilot<note xml:id="n1">Ole Vik, <hi>pilot</hi> at Port Amsel since the spring of
1919.</note> came
aboard <note place="inline">late</note> at six.</p><p xml:id="p2">The fog lay.</p></div></body>
</text></TEI>"""


def pointed(words: str) -> list[str]:
    here = Passages(etree.fromstring(DOCUMENT))
    place = find(here.letters, Quote(words))
    assert isinstance(place, Span)
    return here.pointers(place)


def test_a_footnote_is_read_below_its_section() -> None:
    text = Passages(etree.fromstring(DOCUMENT)).letters.text
    assert " ".join(text.split()) == (
        "1 June The pilot came aboard late at six.The fog lay.Ole Vik, pilot at Port Amsel since"
        " the spring of 1919."
    )


@pytest.mark.parametrize(
    ("words", "pointers"),
    [
        ("Ole Vik", ["string-range(n1,0,7)"]),
        ("at Port Amsel", ["string-range(n1,15,13)"]),
        ("pilot came", ["string-range(p1,4,5,63,5)"]),
        ("at six. The fog", ["string-range(p1,81,7)", "string-range(p2,0,7)"]),
        ("1 June", ["string-range(log_1931,5,6)"]),
    ],
)
def test_a_pointer_counts_in_the_element_with_an_id(words: str, pointers: list[str]) -> None:
    assert pointed(words) == pointers


def test_the_characters_that_a_pointer_names_are_those_of_the_passage() -> None:
    root = etree.fromstring(DOCUMENT)
    for words in ("Port Amsel", "The fog lay", "came aboard", "1 June"):
        (pointer,) = pointed(words)
        name, *numbers = pointer[len("string-range(") : -1].split(",")
        element = next(each for each in root.iter(etree.Element) if each.get(ID) == name)
        whole = "".join(map(str, element.itertext(etree.Element)))
        offset, length = map(int, numbers[:2])
        assert " ".join(whole[offset : offset + length].split()) == words


# ---------------------------------------------------------------- the command


def annotation(exact: str, **more: Any) -> dict[str, Any]:
    """A Web Annotation on a document of the examples, as another tool might write it."""
    quote = {"type": "TextQuoteSelector", "exact": exact}
    return {
        "id": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, exact)}",
        "type": "Annotation",
        "motivation": "commenting",
        "created": "2031-05-28T10:00:00Z",
        "body": {"type": "TextualBody", "value": "To be compared", "purpose": "commenting"},
        "target": {"source": f"https://amsel.example/diaries/{NAME}.html", "selector": quote},
    } | more


def written(folder: Path, *items: Mapping[str, Any], name: str = "mine.jsonld") -> Path:
    path = folder / name
    page = {"type": "AnnotationPage", "items": [*items]}
    data = {"type": "AnnotationCollection", "first": page}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    return path


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The TEI of the examples."""
    folder = tmp_path_factory.mktemp("edition")
    build([EXAMPLES / "diary"], folder, read_settings(EXAMPLES / "edition.toml"))
    return folder / "tei"


def listed(data: bytes) -> list[etree._Element]:
    return etree.fromstring(data).findall(".//t:annotation", NS)


def test_an_annotation_becomes_tei_that_points_to_its_passage(
    tmp_path: Path, edition: Path, tei_all_rng: etree.RelaxNG
) -> None:
    path = written(
        tmp_path,
        annotation(
            "counted five chimneys",
            motivation=["commenting", "tagging"],
            creator={"type": "Person", "name": "Ida Holm"},
            modified="2031-05-29T10:00:00.123Z",
            body=[
                {"type": "TextualBody", "value": "Compare the log", "purpose": "commenting"},
                {"type": "TextualBody", "value": "fire", "purpose": "tagging"},
            ],
        ),
    )
    answer = run("annotations", path, "--to", "tei", "--edition-dir", edition, "-o", tmp_path / "a")
    assert answer.exit_code == 0
    assert answer.stderr == f"1 annotation in {tmp_path / 'a'}\n"
    data = (tmp_path / "a").read_bytes()
    (made,) = listed(data)
    address, _, pointer = made.get("target", "").partition("#")
    assert (tmp_path / address).resolve() == (edition / f"{NAME}.xml").resolve()
    assert pointer.startswith("string-range(p3,")
    assert made.get("motivation") == "commenting tagging"
    notes = {
        note.get("type"): "".join(map(str, note.itertext())) for note in made.findall("t:note", NS)
    }
    assert notes == {
        "quotation": "counted five chimneys", "comment": "Compare the log", "tag": "fire"
    }  # fmt: skip
    assert made.findtext("t:respStmt/t:name", None, NS) == "Ida Holm"
    tei_all_rng.assertValid(etree.fromstring(data))


def test_a_passage_that_is_gone_keeps_its_quotation_and_points_to_the_document(
    tmp_path: Path, edition: Path
) -> None:
    path = written(tmp_path, annotation("counted seven chimneys"))
    answer = run("annotations", path, "--to", "tei", "--edition-dir", edition)
    assert answer.exit_code == 0
    (made,) = listed(answer.stdout_bytes)
    assert made.get("target", "").endswith(f"/{NAME}.xml")
    assert made.findtext("t:note/t:quote", None, NS) == "counted seven chimneys"
    place, _, rest = answer.stderr.partition(": warning: ")
    line = int(place.rpartition(":")[2])
    assert "urn:uuid:" in path.read_text("utf-8").splitlines()[line - 1]
    assert rest.startswith("the passage 'counted seven chimneys' does not stand in ")
    assert "[passage-gone]" in rest


def codes(answer: Any) -> set[str]:
    return {line.rsplit("[", 1)[1][:-1] for line in answer.stderr.splitlines() if "]" in line[-1:]}


def test_each_reason_why_a_passage_has_no_pointer_is_told(tmp_path: Path, edition: Path) -> None:
    elsewhere = {"source": "log/1931.html", "selector": annotation("x")["target"]["selector"]}
    position = {"type": "TextPositionSelector", "start": 3, "end": 9}
    path = written(
        tmp_path,
        annotation("the"),
        annotation("x", target=elsewhere),
        annotation("y", target={"source": f"{NAME}.html", "selector": position}),
    )
    answer = run("annotations", path, "--to", "tei", "--edition-dir", edition)
    assert codes(answer) == {
        "passage-several-times", "annotated-document-missing", "annotation-without-quotation"
    }  # fmt: skip
    assert len(listed(answer.stdout_bytes)) == 3


def test_a_passage_that_was_corrected_is_told_and_pointed_to(tmp_path: Path) -> None:
    folder = tmp_path / "tei" / "log"
    folder.mkdir(parents=True)
    (folder / "1931.xml").write_text(DOCUMENT, "utf-8")
    selector = {
        "type": "TextQuoteSelector",
        "exact": "The fog lai",
        "prefix": "1 June The pilot came aboard late at six.",
        "suffix": "Ole Vik, pilot at Port Amsel since the spring",
    }
    path = written(tmp_path, annotation("", target={"source": "log/1931", "selector": selector}))
    answer = run("annotations", path, "--to", "tei", "--edition-dir", tmp_path / "tei")
    assert codes(answer) == {"passage-changed"}
    (made,) = listed(answer.stdout_bytes)
    assert made.get("target", "").endswith("#string-range(p2,0,11)")


def test_a_passage_in_a_text_without_ids_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "tei" / "log"
    folder.mkdir(parents=True)
    bare = DOCUMENT.replace(' xml:id="p2"', "").replace(' xml:id="log_1931"', "")
    (folder / "1931.xml").write_text(bare, "utf-8")
    selector = {"type": "TextQuoteSelector", "exact": "The fog lay"}
    path = written(tmp_path, annotation("", target={"source": "log/1931", "selector": selector}))
    answer = run("annotations", path, "--to", "tei", "--edition-dir", tmp_path / "tei")
    assert codes(answer) == {"passage-without-id"}


def test_an_address_does_not_lead_out_of_the_folder(tmp_path: Path, edition: Path) -> None:
    target = {"source": "x/%2e%2e/..%2F..%2Fsecret", "selector": []}
    path = written(tmp_path, annotation("x", target=target))
    answer = run("annotations", path, "--to", "tei", "--edition-dir", edition)
    assert "annotated-document-missing" in codes(answer)


def test_without_a_folder_annotations_point_to_their_pages(
    tmp_path: Path, tei_all_rng: etree.RelaxNG
) -> None:
    answer = run("annotations", written(tmp_path, annotation("the")), "--to", "tei")
    assert answer.exit_code == 0
    (made,) = listed(answer.stdout_bytes)
    assert made.get("target") == f"https://amsel.example/diaries/{NAME}.html"
    tei_all_rng.assertValid(etree.fromstring(answer.stdout_bytes))


def test_what_stands_in_two_files_is_written_once_as_it_was_changed_last(tmp_path: Path) -> None:
    older = annotation("Port Amsel")
    body = {"type": "TextualBody", "value": "Now compared", "purpose": "commenting"}
    newer = annotation("Port Amsel", modified="2031-06-01T00:00:00Z", body=body)
    copied = annotation("Port Amsel", id="https://elsewhere.example/7", body=body)
    paths = [written(tmp_path, item, name=f"{n}.json")
             for n, item in enumerate((older, newer, copied))]  # fmt: skip
    answer = run("annotations", *paths, "--to", "jsonld")
    (item,) = json.loads(answer.stdout)["first"]["items"]
    assert item["body"] == [{**body, "format": "text/plain"}]
    assert run("annotations", *reversed(paths), "--to", "jsonld").exit_code == 0


def test_jsonld_that_was_written_is_read_and_written_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, annotation("Port Amsel"), annotation("the mole", bodyValue="high"))
    once = run("annotations", path, "--to", "jsonld", "-o", tmp_path / "once.jsonld")
    again = run("annotations", tmp_path / "once.jsonld", "--to", "jsonld")
    assert once.exit_code == again.exit_code == 0
    assert again.stdout_bytes == (tmp_path / "once.jsonld").read_bytes()
    data = json.loads(again.stdout)
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert data["total"] == 2
    assert data["first"]["partOf"] == data["id"]


def test_what_is_no_annotation_is_left_out_and_told(tmp_path: Path) -> None:
    image = {"type": "Image", "id": "https://amsel.example/mole.png"}
    path = written(tmp_path, annotation("Port Amsel", body=[image, "urn:x"]), {"type": "Person"})
    answer = run("annotations", path, "--to", "jsonld")
    assert codes(answer) == {"annotation-part-left-out", "annotation-unusable"}
    assert json.loads(answer.stdout)["total"] == 1
    assert run("annotations", path, "--to", "jsonld").exit_code == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "annotations-unreadable"),
        ('{"items": [', "annotations-unreadable"),
        ("\udcff", "annotations-unreadable"),
        ("[" * 100_000, "annotations-unreadable"),
        ("[]", "no-annotations"),
        ('{"type": "Person"}', "no-annotations"),
        ('{"first": "https://amsel.example/page-1"}', "no-annotations"),
        ("7", "no-annotations"),
    ],
)
def test_a_file_without_annotations_is_refused(text: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonld"
    path.write_text(text, "utf-8", errors="surrogateescape")
    answer = run("annotations", path, "--to", "tei")
    assert answer.exit_code == 2
    assert codes(answer) == {code}
    assert answer.stdout == ""


def test_a_folder_without_files_of_annotations_is_told(tmp_path: Path) -> None:
    answer = run("annotations", tmp_path, "--to", "tei")
    assert answer.exit_code == 2
    assert codes(answer) == {"no-annotation-files"}


KEYS = (
    "id", "items", "target", "source", "selector", "type", "exact", "body", "value", "motivation",
    "creator", "first",
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner | st.sampled_from(("TextQuoteSelector", "TextualBody", "log/1931.html")),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_json_a_file_has_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.jsonld"
    path.write_text(json.dumps(data), "utf-8")
    for form in ("tei", "jsonld"):
        answer = run("annotations", path, "--to", form)
        assert answer.exit_code in (0, 1, 2)
        if form == "tei" and answer.exit_code == 0:
            assert listed(answer.stdout_bytes)


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    out = tmp_path / "mine.xml"
    out.write_text("kept", "utf-8")
    path = written(tmp_path, annotation("Port Amsel"))
    assert run("annotations", path, "--to", "tei", "-o", out).exit_code == 2
    assert out.read_text("utf-8") == "kept"
    assert run("annotations", path, "--to", "tei", "-o", out, "--overwrite").exit_code == 0
