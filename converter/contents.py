"""The contents of an edition as a small TEI document, from which the contents page is made."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from lxml import etree

from converter.header import publication_statement
from converter.markup import LANG, element, fill, serialise
from converter.settings import Settings
from converter.summary import Summary

UNDATED = "Undated"


Listed = tuple[Summary, str]  # a document and the address of its page


def contents(volumes: Sequence[Sequence[Listed]], settings: Settings) -> bytes:
    """Volumes with their documents in order → the TEI that ``xslt/contents/all.xsl`` describes."""
    named = dict.fromkeys(
        summary.volume for volume in volumes for summary, _ in volume if summary.volume
    )
    title = settings.title or ", ".join(named) or "Edition"
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title", title),
                    *(element("editor", editor.name) for editor in settings.editors)),
            publication_statement("", settings),
            element("sourceDesc", element("p", "Made from the headers of the documents.")),
        ),
    )  # fmt: skip
    body = element("body", *map(volume_division, volumes))
    root = element("TEI", header, element("text", body))
    root.set(LANG, settings.interface_language or "en")
    return serialise(root)


def volume_division(documents: Sequence[Listed]) -> etree._Element:
    made = element(
        "div", element("head", documents[0][0].volume or "Volume not named"), type="volume"
    )
    for year, group in groupby(documents, key=lambda listed: listed[0].year):
        items = [item(summary, address) for summary, address in group]
        made.append(
            element("div", element("head", year or UNDATED), element("list", *items), type="year")
        )
    return made


def item(document: Summary, address: str) -> etree._Element:
    ref = element("ref", target=address, type=document.kind)
    if document.when:
        fill(ref, [element("date", document.when, when=document.when), " "])
    ref.append(element("title", document.title))
    return element(
        "item",
        ref,
        *names(document.authors, "author"),
        *names(document.recipients, "recipient"),
        element("measure", unit="page-mark", quantity=str(document.page_marks)),
    )


def names(printed: Iterable[str], role: str) -> list[etree._Element]:
    return [element("persName", name, role=role) for name in printed]
