"""A Word document of a volume, by pandoc: its notes are footnotes of the word processor.

The chapters become one page of HTML, which pandoc reads in its sandbox: it sees nothing but that.
"""

import importlib.util
import io
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from converter.books.chapters import Chapter, as_file
from converter.books.description import NS as TEI_NS
from converter.books.description import plain
from converter.books.epub import packed
from converter.books.fitting import XHTML
from converter.markup import LANG, fill
from converter.problems import Place, Problem, Refused
from converter.render import Renderer

STYLESHEETS = {"chapter": "docx/chapter.xsl", "book": "epub/book.xsl"}
NS = {"h": XHTML}
CORE = "docProps/core.xml"
TERMS = "{http://purl.org/dc/terms/}"
HEADINGS = tuple(f"{{{XHTML}}}h{level}" for level in range(1, 7))
LONGEST = 1800  # seconds for a book, of which a thousand pages take one


def pandoc() -> str:
    """The path of the pandoc that pypandoc brings along. Raises Refused where it is missing."""
    missing = Refused(Problem("book-needs-pandoc", Place("pypandoc")))
    if importlib.util.find_spec("pypandoc") is None:
        raise missing
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        raise missing from None


def word(
    program: str, book: bytes, chapters: Sequence[Chapter], renderer: Renderer, interface: str
) -> bytes:
    """A described book and its chapters → the bytes of the Word document."""

    def part(name: str) -> etree._Element:
        made = renderer.made_by("book", book, path="book", interface=interface, part=name)
        return etree.fromstring(made.text.encode())

    told = etree.fromstring(book)
    page = one_page(told, part, chapters)
    call = [program, "--sandbox", "--from=html", "--to=docx", "--output=-"]
    try:
        made = subprocess.run(call, input=page, capture_output=True, timeout=LONGEST, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or str(error).encode()
        facts = {"reason": " ".join(said.decode("utf-8", "replace").split())[:300]}
        raise Refused(Problem("book-refused", Place(program), facts=facts)) from error
    change = told.find("t:teiHeader/t:revisionDesc/t:change", TEI_NS)
    return dated(made.stdout, "" if change is None else change.get("when", ""))


def one_page(
    told: etree._Element, part: Callable[[str], etree._Element], chapters: Sequence[Chapter]
) -> bytes:
    """The whole book as one page: pandoc takes its title and authors from the head."""
    front = part("title")
    title = f"{front.findtext('h:head/h:title', '', NS)}"
    head = made("head", made("title", title))
    for author in told.iterfind("t:teiHeader/t:fileDesc/t:titleStmt/t:author", TEI_NS):
        head.append(made("meta", name="author", content=plain(author)))
    body = made("body")
    body.extend(front.findall(".//h:section[@class='imprint']", NS))
    numbers = {chapter.href: f"c{number}" for number, chapter in enumerate(chapters, 1)}
    for chapter in chapters:
        body.append(in_one_page(chapter, numbers))
    if told.find("t:standOff", TEI_NS) is not None:
        body.extend(part("colophon").iterfind(".//h:section", NS))
    page = made("html", head, body, lang=told.get(LANG, "und"))
    for heading in list(page.iter(*HEADINGS)):
        speak_inside(heading)
    for element in page.iter(etree.Element):
        for name in [name for name in element.attrib if str(name).startswith("{")]:
            del element.attrib[name]  # of EPUB and XML; lang says the same to pandoc
    return as_file(page)


def speak_inside(heading: etree._Element) -> None:
    """The language of a heading becomes that of its words: pandoc gives it to all that follows."""
    if language := heading.get("lang", ""):
        del heading.attrib["lang"]
        words = made("span", lang=language)
        words.text, heading.text = heading.text, None
        words.extend(heading)
        heading.append(words)


def in_one_page(chapter: Chapter, numbers: Mapping[str, str]) -> etree._Element:
    """The text of a chapter, with its places and links named so that no other chapter has them."""
    text = deepcopy(chapter.root.find(".//h:main/h:section", NS))
    assert text is not None
    own = numbers[chapter.href]
    for element in text.iter(etree.Element):
        if place := element.get("id"):
            element.set("id", f"{own}-{place}")
        name, sign, place = element.get("href", "").partition("#")
        if name in numbers or (sign and not name):
            of = numbers.get(name, own)
            element.set("href", f"#{of}-{place}" if place else f"#{of}")
    text.set("id", own)
    return text


def made(name: str, /, *content: etree._Element | str, **attributes: str) -> etree._Element:
    """An element of XHTML."""
    element = etree.Element(f"{{{XHTML}}}{name}", attributes)
    fill(element, content)
    return element


def dated(document: bytes, when: str) -> bytes:
    """The same document with the moment in its properties for which pandoc takes the first of 1970.

    It is packed anew, so that no other version of pandoc gives its files another date.
    """
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    core = etree.fromstring(files[CORE])
    for name in ("created", "modified"):
        for moment in core.iter(f"{TERMS}{name}"):
            moment.text = when
    files[CORE] = etree.tostring(core, encoding="utf-8", xml_declaration=True, standalone=True)
    return packed(files.items())
