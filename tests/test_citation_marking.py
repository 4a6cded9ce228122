"""Citations laid over a note: whatever its text, every character stays in its place."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from converter.authorities import shipped
from converter.citations.found import Cited, Mark
from converter.citations.grammar import RULES
from converter.citations.marking import plain, text_of, with_citations
from converter.citations.reader import NoteReader
from converter.model import Citation, Inlines, PageBreak, Text

EXAMPLES = [
    example.replace("[[", "").replace("]]", "").replace(" | ", " ")
    for rule in RULES
    for example in (*rule.yes, *rule.no)
]
JOINTS = ("; ", ", ", " and ", ". ", " (", ") ", " ", "", "\n", "’ ", " ‘")
ALPHABET = "AVbn.,;:()[]‘’“”«»\"'–-/ \n0123459ИфоXI№º½"


def notes() -> st.SearchStrategy[str]:
    """Random letters, and examples cut and joined at random."""
    pieces = st.one_of(
        st.sampled_from(EXAMPLES),
        st.sampled_from(EXAMPLES).flatmap(
            lambda text: st.integers(0, len(text)).map(lambda at: text[at:])
        ),
        st.text(ALPHABET, max_size=12),
    )
    return st.lists(st.tuples(pieces, st.sampled_from(JOINTS)), max_size=8).map(
        lambda parts: "".join(map("".join, parts))
    )


def reader() -> NoteReader:
    return NoteReader.of(shipped(), "1939-05-23")


def marked_in(inlines: Inlines) -> Inlines:
    return with_citations(inlines, reader().read(text_of(inlines)))


def assert_in_order(marks: Sequence[Cited] | Sequence[Mark], start: int, end: int) -> None:
    """The marks lie one behind the other between two places, and so do those inside them."""
    at = start
    for mark in marks:
        assert at <= mark.start < mark.end <= end
        inside = mark.marks if isinstance(mark, Cited) else mark.inside
        assert_in_order(inside, mark.start, mark.end)
        at = mark.end


@given(st.one_of(notes(), st.text(max_size=60)))
def test_citations_and_fields_lie_in_order_within_the_note(text: str) -> None:
    assert_in_order(reader().read(text), 0, len(text))


@given(notes())
def test_the_marked_note_has_the_same_characters(text: str) -> None:
    assert plain(marked_in((Text(text),))) == text


@given(notes(), st.integers(0, 200))
def test_a_page_break_in_a_note_stays_where_it_was(text: str, at: int) -> None:
    at = min(at, len(text))
    page = PageBreak("108", "pb-108")
    marked = marked_in((Text(text[:at]), page, Text(text[at:])))
    assert plain(marked) == text
    assert leaves(marked).count(page) == 1
    before = leaves(marked)[: leaves(marked).index(page)]
    assert plain(before) == text[:at]


def leaves(inlines: Inlines) -> Inlines:
    """What stands in the inlines, one behind the other, without citations and fields."""
    out: list[object] = []
    for inline in inlines:
        inside = getattr(inline, "inlines", None)
        out += leaves(inside) if inside is not None else [inline]
    return tuple(out)  # type: ignore[arg-type]


@given(st.lists(notes(), max_size=4))
def test_the_same_notes_give_the_same_citations(texts: list[str]) -> None:
    first, second = reader(), reader()
    assert [first.read(text) for text in texts] == [second.read(text) for text in texts]


def test_the_examples_of_these_properties_have_citations() -> None:
    marked = marked_in((Text("; ".join(EXAMPLES)),))
    assert sum(isinstance(inline, Citation) for inline in marked) > len(RULES)
