"""The author's words alone: all of them, in order, and nothing that anybody else wrote."""

import copy
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import files, run
from lxml import etree
from page_printer import Division, Document, Inserted, Mark, Note, Paragraph, Section, saved_page
from random_documents import Grammar
from small_edition import Edition
from test_render import document

from converter.markup import TEI
from converter.pipeline import convert
from converter.problems import Refused
from converter.render import Renderer
from converter.resources import schema
from converter.verification.author_words import author_words
from converter.word_files import WordFile, in_language, word_files

WORD = re.compile(r"\w+(?:['’-]\w+)*")
NS = {"t": TEI}
PAGES = ("1939-05-23", "1940-03-27-conversation-with-halifax")
BLOCKS = ("p", "item", "l", "dateline", "salute", "signed", "addrLine", "head")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


MARK = "\ue000"  # where a page or a line begins


def counted(root: etree._Element, language: str) -> list[str]:
    """The author's words in a language, found here in a way of its own."""
    root, found = copy.deepcopy(root), []
    path = f"t:text/t:body/t:div[@xml:lang='{language}']/t:div[@type='text']"
    for division in root.iterfind(path, {**NS, "xml": "http://www.w3.org/XML/1998/namespace"}):
        for element in list(division.iter("*")):
            name = etree.QName(element).localname
            if name in ("note", "supplied"):
                element[:], element.text = [], ""
            elif name in ("pb", "lb"):
                element.text = "" if element.get("break") else MARK
            elif name in BLOCKS:
                element.tail = "\n" + (element.tail or "")
                if number := element.get("n"):
                    first = re.sub(rf"^\s*\(?{re.escape(number)}[.):]+", "", element.text or "")
                    element.text = first
        said = "".join(map(str, division.itertext()))
        found += WORD.findall(said.replace(f"-{MARK}", "-").replace(MARK, " "))
    return found


def texts(root: etree._Element, renderer: Renderer) -> Iterator[tuple[WordFile, str]]:
    data = etree.tostring(root, encoding="unicode")
    for file in word_files(root):
        yield file, renderer.words(data, path="x", strict=True, places=file.places).text


# ---------------------------------------------------------------- every word, in order


def test_each_file_of_the_examples_has_the_words_of_the_author_in_their_order(
    built_site: Path,
) -> None:
    compared = 0
    for path in sorted((built_site / "tei").glob("*/*.xml")):
        root = etree.parse(path).getroot()
        name = path.relative_to(built_site / "tei").with_suffix("").as_posix()
        for language in {e.get("ident", "") for e in root.iter(f"{{{TEI}}}language")}:
            wanted = counted(root, language)
            file = built_site / f"text/words/{language}/{name}.txt"
            assert file.exists() == bool(wanted), (name, language)
            if wanted:
                assert WORD.findall(file.read_text("utf-8")) == wanted
                compared += 1
    assert compared == len(files(built_site / "text/words")) >= 24


@pytest.mark.parametrize("name", PAGES)
def test_a_real_page_gives_the_words_of_its_author(
    shared: Path, renderer: Renderer, name: str
) -> None:
    source = shared / "pages" / f"{name}.txt"
    ours = convert(source.read_bytes(), source.name).xml
    by_hand = (shared / "gold" / f"{name}.xml").read_bytes()
    found = [renderer.words(tei, path=name, strict=True).text for tei in (ours, by_hand)]
    assert found[0] == found[1]
    assert WORD.findall(found[0]) == counted(etree.fromstring(by_hand), "en")
    paragraphs = "t:text//t:div[@type='text']/t:p"
    assert found[0].count("\n") == len(etree.fromstring(by_hand).findall(paragraphs, NS))


def test_stylesheet_and_second_writer_agree_on_documents_of_every_shape(
    renderer: Renderer,
) -> None:
    grammar, chance = Grammar(schema("edition.rng")), random.Random(1937)
    compared = 0
    for number in range(240):
        root = grammar.document(chance, depth=8 + number % 7).getroot()
        for file, text in texts(root, renderer):
            assert text == author_words(root, file.places)
            compared += len(text)
    assert compared > 8_000


# ---------------------------------------------------------------- what is not the author's


def words(renderer: Renderer, body: str, **options: tuple[int, ...]) -> str:
    tei = document(f'<div type="text">{body}</div>')
    return renderer.words(tei, path="x", strict=True, **options).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Six chimneys<note>Burnt down.</note>, and a lamp.</p>", "Six chimneys, and a lamp."),
        ("<p>M. <supplied>Brandis</supplied> likes it.</p>", "M. likes it."),
        ("<p>A leaf <note place='inline'>torn</note> and more.</p>", "A leaf and more."),
        ("<p>going <pb n='7'/>on</p>", "going on"),
        ("<p>going<pb n='7'/>on</p>", "going on"),
        ("<p>ferry<pb n='7' break='no'/>man</p>", "ferryman"),
        ("<p>curtain-<pb n='7'/>rod</p>", "curtain-rod"),
        ("<p>ferry<pb n='7'/>man</p>", "ferry man"),
        ("<pb n='7'/><p>on</p><pb n='8'/>", "on"),
        ("<p n='3'>(3) Having heard</p>", "Having heard"),
        ("<p n='3'>(<hi>3</hi>) Having heard</p>", "Having heard"),
        ("<p n='b'>b. Having heard</p>", "Having heard"),
        ("<p n='3'>3.5 miles</p>", "3.5 miles"),
        ("<p n='3'>3)</p>", ""),
        ("<list><head>Points</head><item n='1'>1. One</item><item>two</item></list>",
         "Points\nOne\ntwo"),
        ("<p><choice><sic>wether</sic><corr>weather</corr></choice></p>", "wether"),
        ("<p>a<gap reason='torn'/> b</p>", "a b"),
        ("<opener><dateline>Port</dateline> <salute>Vera,</salute></opener><p>Ice.</p>"
         "<closer><note>In pencil.</note><signed>P.</signed></closer>"
         "<postscript><p>P.S. Thaw.</p></postscript>",
         "Port\nVera,\nIce.\nP.\nP.S. Thaw."),
        ("<p>one\n  line</p>", "one line"),
        ("<p>no\u00a0break</p>", "no\u00a0break"),
        ("<lg><l>One</l>\n<l>two</l></lg>", "One\ntwo"),
        ("<quote><p>One</p><p>two</p></quote>", "One\ntwo"),
        ("<p><note>Alone.</note></p>", ""),
        ("<div type='commentary'><p>Ours.</p></div><head>Title</head><p>His.</p>", "His."),
        ("<!-- a remark --><p>His<!-- another --> own.</p><?pi?>", "His own."),
    ],
)  # fmt: skip
def test_only_what_the_author_wrote_is_left(renderer: Renderer, body: str, text: str) -> None:
    assert words(renderer, body) == (f"{text}\n" if text else "")
    root = etree.fromstring(document(f'<div type="text">{body}</div>'))
    assert author_words(root, (1,)) == words(renderer, body)


def test_head_and_commentary_of_the_editor_are_left_out(renderer: Renderer) -> None:
    tei = document(
        '<head>14 March</head><div type="text"><p>One.</p></div><div type="commentary">'
        '<p>Ours.</p></div><div type="text"><p>Two.</p></div>'
    )
    assert renderer.words(tei, path="x", strict=True).text == "One.\nTwo.\n"


def test_an_unknown_element_is_refused_in_an_edition_and_marked_elsewhere(
    renderer: Renderer,
) -> None:
    tei = document('<div type="text"><p>a <stamp>seal</stamp></p></div>')
    with pytest.raises(Refused) as refused:
        renderer.words(tei, path="x", strict=True)
    assert refused.value.problem.code == "element-not-handled"
    rendered = renderer.words(tei, path="x")
    assert (rendered.text, rendered.unhandled[0].code) == ("a seal\n", "element-marked")


# ---------------------------------------------------------------- one file a language


def sections(*given: tuple[str, str, str]) -> etree._Element:
    made = "".join(
        f'<div type="{kind}"{language and f" xml:lang={language!r}"}>'
        f'<div type="text"><p>{text}</p></div></div>'
        for kind, language, text in given
    )
    return etree.fromstring(document(made))


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ([("translation", "en", "a"), ("transcription", "ru", "b")], {"en": "a", "ru": "b"}),
        ([("translation", "en", "a"), ("transcription", "en", "b")],
         {"en": "a", "en-transcription": "b"}),
        ([("translation", "de-AT", "a")], {"de-at": "a"}),
        ([("translation", "../../x", "a")], {"x": "a"}),
        ([("translation", "aux", "a")], {"v-aux": "a"}),
        ([("translation", "en", "a"), ("translation", "en", "b")], {"en": "a\nb"}),
    ],
)  # fmt: skip
def test_each_language_has_a_folder_whose_name_can_do_no_harm(
    renderer: Renderer, given: list[tuple[str, str, str]], made: dict[str, str]
) -> None:
    found = {file.folder: text.strip() for file, text in texts(sections(*given), renderer)}
    assert found == made


def test_what_has_no_language_goes_to_the_folder_of_the_undetermined() -> None:
    root = sections(("translation", "", "a"))
    root.attrib.clear()
    assert [file.name("v/d") for file in word_files(root)] == ["text/words/und/v/d.txt"]


def test_a_language_is_asked_for_with_its_varieties() -> None:
    found = word_files(sections(("translation", "de-AT", "a"), ("transcription", "den", "b")))
    assert (in_language(found, "de"), in_language(found, "DE-at")) == ((1,), (1,))


NOTED = Paragraph(("The ice ", Mark(41), "came", Note(("In 1936; see ibid.",)), " at once, ",
                   Inserted("as guests"), " do."))  # fmt: skip


def test_a_built_document_has_its_words_without_marks_notes_and_insertions(
    tmp_path: Path,
) -> None:
    section = Section("translation", "On the ice", (Division((NOTED,)),))
    (tmp_path / "page.txt").write_bytes(saved_page(Document("On the ice", (section,))))
    run("build", tmp_path / "page.txt", "-o", tmp_path / "out")
    (data,) = files(tmp_path / "out/text/words").values()
    assert "ice came" in data.decode()
    assert not {"41", "ibid", "guests", "1936"} & {*WORD.findall(data.decode())}


# ---------------------------------------------------------------- in the edition


def test_a_corrected_tei_gives_the_words_and_what_loses_them_all_loses_its_file(
    tmp_path: Path,
) -> None:
    edition = Edition(tmp_path)
    edition.build()
    name = f"text/words/en/lanterns/{edition.stem('one')}.txt"
    edition.edit("one", "was saved", "was drowned")
    edition.build()
    assert (edition.out / name).read_text("utf-8") == "Bell one was drowned.\n"
    edition.edit("one", 'div type="text"', 'div type="commentary" resp="#editor"')
    edition.build()
    assert not (edition.out / name).exists()
    assert f"removed: {name}" in edition.report()


def test_words_changed_by_hand_are_kept_and_named(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    edition.build()
    file = edition.out / f"text/words/en/lanterns/{edition.stem('one')}.txt"
    file.write_text("mine\n", "utf-8")
    assert "[hand-edited]" in edition.build().stderr
    assert file.read_text("utf-8") == "mine\n"


def test_words_that_are_not_those_of_the_tei_are_found_by_verify(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    edition.build()
    file = edition.out / f"text/words/en/lanterns/{edition.stem('one')}.txt"
    edition.edit("one", "was saved", "was drowned")
    answer = run("verify", edition.out)
    assert f"{file}:1:" in answer.stdout
    assert "[text-older-than-tei]" in answer.stdout
    file.unlink()
    assert f"{file}: error: the manifest names this file" in run("verify", edition.out).stdout


# ---------------------------------------------------------------- by the command


def test_the_command_writes_the_words_of_all_languages_or_of_one(
    built_site: Path, tmp_path: Path
) -> None:
    tei = next((built_site / "tei").glob("letters*/1936*.xml"))
    both = run("render", tei, "--to", "words").stdout
    english = run("render", tei, "--to", "words", "--language", "en").stdout
    russian = run("render", tei, "--to", "words", "--language", "ru").stdout
    assert both == english + russian
    assert english.startswith("Harnsund, 12 February")
    run("render", tei, "--to", "words", "--language", "ru", "-o", tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text("utf-8") == russian


@pytest.mark.parametrize("options", [("--language", "fr"), ()])
def test_a_file_without_words_of_the_author_is_named_and_nothing_is_written(
    built_site: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    tei = built_site / "tei/persons.xml"
    answer = run("render", tei, "--to", "words", "-o", tmp_path / "out", *options)
    assert answer.exit_code == 2
    assert "[no-author-words]" in answer.stderr
    assert not files(tmp_path)


def test_a_language_without_words_is_an_error_of_the_call(built_site: Path) -> None:
    answer = run("render", built_site / "tei", "--to", "text", "--language", "en")
    assert answer.exit_code == 2
    assert "--language goes with --to words" in answer.stderr
