"""Doubtful lines found again in the TEI, and what the HTML edition says of them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from calling import files
from golden import Golden
from invented_page import page_of
from lxml import etree
from test_render import document, found, parsed

from converter.decisions import Beginnings, Decisions, by_section
from converter.edition import build
from converter.guesses import Guess, guesses, reason
from converter.lines import Line, LineKind
from converter.model import Paragraph
from converter.pipeline import Products, convert
from converter.render import Renderer
from converter.resources import folder
from converter.settings import Settings
from converter.whereabouts import HOLDERS, NOT_COUNTED, Doubtful, holders_of, pointer
from converter.wishes import Wishes

EXAMPLES = Path(__file__).parent.parent / "examples"
PAGES = sorted(EXAMPLES.rglob("*.txt"))
ED = "{urn:edition}"
K = LineKind
ALL = 2.0  # every line is less certain than this

LETTER = """\
Port Amsel, 3 June 1937

Dear Anna Brandt,

We sailed with the pilots to the outer buoy in the rain and looked for the lamp that
Old pilots of the northern channel lodged here; burnt down in 1941.
The house was built anew.
had been reported to the Harbour Board as missing.
[The lamp was found in 1952.]
(2) The [second] lamp burns.

Your
Ole Vik"""


def converted(text: str, transcription: str = "") -> Products:
    return convert(page_of(text, transcription).encode(), "page.txt")


def decided(text: str, *kinds: LineKind) -> Products:
    """A page of whose lines, the head left out, an editor decided the kinds in their order."""
    (section, *_) = converted(text).page.sections
    beginnings = Beginnings.of(section)
    lines = [line for line in section.lines if not line.blank][1:]
    entries = tuple(
        beginnings.decision("page.txt", line.number, line.text, kind)
        for line, kind in zip(lines, kinds, strict=True)
        if kind is not K.OPENS_COMMENTARY
    )
    decisions = Decisions(entries=entries, by_section=by_section(entries))
    return convert(page_of(text).encode(), "page.txt", decisions=decisions)


def letter() -> Products:
    return decided(
        LETTER,
        *(K.DATELINE, K.SALUTE, K.PARAGRAPH, K.NOTE, K.NOTE_PARAGRAPH, K.CONTINUATION),
        *(K.OPENS_COMMENTARY, K.POINT, K.CLOSING, K.SIGNATURE),
    )


def placed(products: Products, name: str = "page.txt", below: float = ALL) -> etree._Element:
    asked = tuple(guesses(name, Path(name), products.lines, below))
    return etree.fromstring(Doubtful(products.lines, asked).placed(products.tree))


def elements(root: etree._Element) -> dict[str, etree._Element]:
    """All elements by what points to them."""
    return {pointer(node): node for node in root.iter("*")}


def words_at(doubts: etree._Element) -> dict[str, list[str]]:
    """The first words of the doubted lines, by the places they went to."""
    return {
        str(place.get("at")): [words.text or "" for words in place.iter(f"{ED}words")]
        for place in doubts
    }


# ---------------------------------------------------------------- lines and elements


def led_to(products: Products) -> list[tuple[Line, etree._Element]]:
    """Every line of a page that is no page mark, with the element it went to."""
    divisions = found(products.tree, "//*[@type='translation' or @type='transcription']")
    return [
        (line, holder)
        for section, division in zip(products.lines, divisions, strict=True)
        for lines in ([line for line in section.claimed.lines if line.mark is None],)
        for line, holder in zip(lines, holders_of(lines, division), strict=True)
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_line_of_an_example_leads_to_the_element_that_holds_it(page: Path) -> None:
    products = convert(page.read_bytes(), page.name)
    for line, holder in led_to(products):
        assert etree.QName(holder).localname in HOLDERS
        inside = NOT_COUNTED.sub("", "".join(map(str, holder.itertext())))
        assert NOT_COUNTED.sub("", line.text)[:20] in inside


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_first_line_at_a_paragraph_is_the_line_that_began_it(page: Path) -> None:
    products = convert(page.read_bytes(), page.name)
    began = {
        block.id: block.line
        for section in products.document.sections
        for division in section.divisions
        for block in division.blocks
        if isinstance(block, Paragraph) and block.line
    }
    first = {pointer(holder): line.number for line, holder in reversed(led_to(products))}
    assert {at: first[at] for at in began} == began


def test_a_line_that_goes_on_with_a_paragraph_is_told_at_the_paragraph_in_its_order() -> None:
    at = words_at(placed(letter()))
    assert [words.split()[:2] for words in at["p1"]] == [["We", "sailed"], ["had", "been"]]


def test_all_lines_of_a_note_are_told_at_the_note() -> None:
    at = words_at(placed(letter()))
    assert at["n1"] == [
        "Old pilots of the northern channel lodged here; burnt down in 1941.",
        "The house was built anew.",
    ]


def test_a_line_whose_element_has_no_id_is_found_by_its_child_sequence() -> None:
    products = letter()
    nodes = elements(products.tree)
    names = {
        words[0]: etree.QName(nodes[at]).localname
        for at, words in words_at(placed(products)).items()
        if at.startswith("/")
    }
    assert names == {
        "The title of the page": "head",
        "Port Amsel, 3 June 1937": "dateline",
        "Dear Anna Brandt,": "salute",
        "Your": "salute",
        "Ole Vik": "signed",
    }


def test_brackets_that_became_markup_do_not_move_the_lines_behind_them() -> None:
    at = words_at(placed(letter()))
    assert ["(2) The [second] lamp burns."] in at.values()
    number = next(key for key, words in at.items() if "[second]" in words[0])
    (paragraph,) = found(letter().tree, f"//*[@xml:id='{number}']")
    assert paragraph.get("n") == "2"


def test_a_page_of_nothing_but_dashes_is_shown_all_the_same(renderer: Renderer) -> None:
    page = page_of("-", title="-").encode()
    products = convert(page, "page.txt", Settings(language="en"))
    asked = etree.tostring(placed(products), encoding="unicode")
    shown = renderer.html(products.xml, path="x", strict=True, show_doubt=True, doubts=asked)
    assert parsed(shown.text).find_class("uncertain-places")


def test_both_languages_of_a_document_are_told_each_at_its_own_elements() -> None:
    ours, theirs = "We sailed to the buoy.", "Мы вышли к бакену, и никто не сказал ни слова."
    products = converted(ours, transcription=f"Рассказ лоцмана\n{theirs}")
    nodes, doubts = elements(products.tree), placed(products)
    for words, tongue, section in ((ours, "en", "translation"), (theirs, "ru", "transcription")):
        (said,) = (each for each in doubts.iter(f"{ED}words") if each.text == words)
        (at,) = found(said, "../../@at")
        assert said.get("lang") == tongue
        assert section in found(nodes[at], "ancestor::*/@type")
        assert words in "".join(map(str, nodes[at].itertext()))


def test_markup_in_a_line_and_in_the_name_of_its_file_stays_text() -> None:
    line = 'The board wrote <b title="x">& sons</b> & went home.'
    doubts = placed(converted(line), name="a&b\x01\ufffe<c>.txt")
    (words,) = (each for each in doubts.iter(f"{ED}words") if each.text == line)
    assert len(words) == 0
    assert found(words, "../@page") == ["a&b\ufffd\ufffd<c>.txt"]


# ---------------------------------------------------------------- what is said


def test_a_guess_says_why_by_its_rule_and_by_signs_where_there_are_any() -> None:
    assert reason("bullet").startswith("a bullet, or a dash")
    assert reason("bullet", ("it cites", "it is short")).endswith(
        "of a list: it cites, it is short"
    )
    assert reason("no-such-rule", ("it cites",)) == "it cites"


def test_every_kind_of_line_has_words_for_readers() -> None:
    words = (folder("xslt") / "common" / "words" / "en.xsl").read_text("utf-8")
    lacking = [kind for kind in LineKind if f"'line-{kind.replace(' ', '-')}':" not in words]
    assert lacking == []


GUESS = Guess(
    path="harbour/3-june.txt",
    line=31,
    text="Old pilots lodged here & there.",
    rule="line-of-its-own",
    choice="note",
    otherwise="paragraph",
    confidence=0.634,
    decision='[[decision]]\npage = "3-june.txt"\nline = "Old <pilots>"\nkind = "note"\n',
    why="it stands where a note may stand",
)
DOUBTS = (
    '<ed:doubts xmlns:ed="urn:edition"><ed:place at="p1" n="1">'
    '<ed:doubt page="3-june.txt" line="30" kind="paragraph" otherwise="" percent="80" rule="r">'
    '<ed:words lang="ru">Мы вышли…</ed:words><ed:why/><ed:decision>kind</ed:decision></ed:doubt>'
    '<ed:doubt page="3-june.txt" line="32" kind="continuation" otherwise="note goes on"'
    ' percent="63" rule="s"><ed:words lang="en">a &lt;b&gt;</ed:words><ed:why>it runs on</ed:why>'
    '<ed:decision>[[decision]]\nline = "a &lt;b&gt;"\n</ed:decision></ed:doubt></ed:place>'
    '<ed:place at="/1/2/1/1" n="2"><ed:doubt page="3-june.txt" line="29" kind="head" otherwise=""'
    ' percent="70" rule="t"><ed:words lang="en">June</ed:words><ed:why/><ed:decision/></ed:doubt>'
    "</ed:place></ed:doubts>"
)
BODY = (
    '<head>June</head><p xml:id="p1" cert="low">We sailed<note xml:id="n1">Where?</note>.</p>'
    '<p xml:id="uncertain-2">A <q cert="medium">word</q>.</p>'
)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


def test_the_page_of_uncertain_places(renderer: Renderer, golden: Golden) -> None:
    rendered = renderer.html(
        document(BODY), path="x", strict=True, show_doubt=True, doubts=DOUBTS
    ).text
    main = rendered[rendered.index("<main") : rendered.index("</main>")]
    golden(Path(__file__).parent / "tei" / "uncertain-places.html", main.replace("><", ">\n<"))


def test_marks_and_entries_lead_to_each_other_and_ids_stay_unique(renderer: Renderer) -> None:
    rendered = renderer.html(document(BODY), path="x", show_doubt=True, doubts=DOUBTS)
    root = parsed(rendered.text)
    ids = found(root, "//@id")
    assert len(ids) == len(set(ids))
    links = found(root, "//*[@class='doubt-ref']/a/@href")
    assert links == ["#uncertain-2-", "#uncertain-1"]
    entries = found(root, "//*[@class='uncertain-places']//li")
    assert [f"#{entry.get('id')}" for entry in entries] == ["#uncertain-1", "#uncertain-2-"]
    backs = [link[1:] for entry in entries for link in found(entry, "a/@href")]
    assert backs == found(root, "//*[@class='doubt-ref']/a/@id")[::-1]


def test_what_was_asked_of_one_page_is_forgotten_on_the_next(renderer: Renderer) -> None:
    renderer.html(document(BODY), path="x", show_doubt=True, doubts=DOUBTS)
    root = parsed(renderer.html(document(BODY), path="x", show_doubt=True).text)
    assert not root.find_class("doubt-ref")
    assert len(root.find_class("uncertain")) == 2
    root = parsed(renderer.html(document(BODY), path="x", doubts=DOUBTS).text)
    assert not root.find_class("doubt-ref") + root.find_class("uncertain-places")


def test_a_guess_is_told_to_readers_with_the_decision_to_paste(renderer: Renderer) -> None:
    products = converted("Nobody lodged here.\nOld pilots lodged here & there.")
    line = products.lines[0].claimed.lines[-1]
    asked = replace(GUESS, line=line.number)
    doubts = Doubtful(products.lines, (asked,)).placed(products.tree)
    root = parsed(renderer.html(products.xml, path="x", show_doubt=True, doubts=doubts).text)
    (entry,) = root.find_class("doubt")
    said = " ".join(entry.text_content().replace("\xa0", " ").split())
    assert said.startswith("Old pilots lodged here & there. harbour/3-june.txt, line ")
    assert (
        "Taken for a note, 63 % sure. It could also be the beginning of a paragraph."
        " Because it stands where a note may stand [rule line-of-its-own]" in said
    )
    assert found(entry, ".//pre")[0].text_content() == GUESS.decision


# ---------------------------------------------------------------- in an edition


def edition(out: Path, show_doubt: bool) -> dict[str, bytes]:
    build([EXAMPLES / "diary"], out, Settings(), Wishes(show_doubt=show_doubt))
    return files(out)


def test_doubt_that_is_shown_changes_pages_and_no_tei(tmp_path: Path) -> None:
    plain, shown = edition(tmp_path / "plain", False), edition(tmp_path / "shown", True)
    changed = {name for name in plain if plain[name] != shown[name]}
    pages = {name for name in changed if name != "manifest.json"}
    assert {name.partition("/")[0] for name in pages} == {"html"}
    assert all(b"Decision to paste" in shown[name] for name in pages)
    assert not any(b"doubt-ref" in plain[name] for name in pages)


def test_of_a_file_changed_by_hand_only_the_certainty_is_shown(tmp_path: Path) -> None:
    made = edition(tmp_path, True)
    name = next(name for name in made if name.startswith("tei/") and b"<p xml:id=" in made[name])
    certain = re.sub(rb' cert="\w+"', b"", made[name])
    (tmp_path / name).write_bytes(certain.replace(b"<p xml:id=", b'<p cert="low" xml:id=', 1))
    page = edition(tmp_path, True)[f"html{name[3:-4]}.html"]
    assert b"doubt-ref" not in page
    assert b'title="This encoding is a guess of low confidence"' in page
