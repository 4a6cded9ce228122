"""What lxml reads in the TEI of an edition: the measure of what other tools read in it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
TEXT, NOTE = f"{TEI}text", f"{TEI}note"


def tei_files(edition: Path) -> list[Path]:
    """Every TEI file of an edition: documents, and the lists beside them."""
    return sorted((edition / "tei").rglob("*.xml"))


def documents(edition: Path) -> list[Path]:
    """The TEI files of single documents, which lie in the folders of their volumes."""
    folder = edition / "tei"
    return [
        file
        for file in tei_files(edition)
        if file.parent != folder and root_of(file).tag == f"{TEI}TEI"
    ]


def name_of(file: Path, edition: Path) -> str:
    return file.relative_to(edition / "tei").as_posix()


def root_of(file: Path) -> etree._Element:
    return etree.parse(file).getroot()


def text_of(root: etree._Element) -> etree._Element:
    """The one ``text`` of a document."""
    (found,) = root.iter(TEXT)
    return found


def elements(root: etree._Element) -> list[etree._Element]:
    """An element and all below it, in the order of the file; no comment, no instruction."""
    return list(root.iter(etree.Element))


def string(element: etree._Element) -> str:
    """All text of an element, notes included, as XPath's ``string()`` has it."""
    return str(element.xpath("string()"))


def strings(root: etree._Element) -> list[str]:
    """The text of an element, and of each below it."""
    return [string(element) for element in elements(root)]


def kind(name: str, type_: str | None) -> str:
    """By what elements are counted: their name, and their type where they have one."""
    return f"{name} {type_}" if type_ else name


def kinds(root: etree._Element) -> Counter[str]:
    """How many elements there are of each name and type."""
    return Counter(
        kind(etree.QName(element).localname, element.get("type")) for element in elements(root)
    )


def shown(texts: Sequence[str]) -> str:
    """Texts without any white space: what is left when only white space may differ."""
    return "".join("".join(texts).split())


def canonical(element: etree._Element) -> bytes:
    """An element in the one form (C14N) that all its serialisations share."""
    return etree.tostring(element, method="c14n", with_tail=False)


def without_notes(element: etree._Element) -> str:
    """The text of an element without that of its notes."""
    return "".join(running(element))


def running(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != NOTE:
            yield from running(child)
        yield child.tail or ""
