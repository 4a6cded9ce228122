"""Encode: from the Document to TEI P5 (chapters 3, 4, 7, 11 and 16 of the Guidelines)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from lxml import etree

from converter.header import encode_header
from converter.markup import LANG, SPACE, element, fill, indent
from converter.model import (
    Block,
    Certainty,
    Citation,
    Closer,
    DateText,
    Division,
    DivisionKind,
    Document,
    Field,
    FieldKind,
    Inline,
    Inlines,
    Insertion,
    ItemList,
    LetterLine,
    LetterRole,
    Note,
    Opener,
    PageBreak,
    Paragraph,
    PersonName,
    Postscript,
    Remark,
    Section,
    Text,
)
from converter.settings import Settings

EDITOR = "#editor"
PRINTED_AS = (LetterRole.DATELINE, LetterRole.SIGNED)  # what p/@rend tells apart
# The element of each part of a citation, with the attribute that sorts it and that for its value.
FIELDS: Mapping[FieldKind, tuple[str, Mapping[str, str], str]] = {
    FieldKind.AUTHOR: ("author", {}, "n"),
    FieldKind.EDITOR: ("editor", {}, "n"),
    FieldKind.ARTICLE: ("title", {"level": "a"}, "n"),
    FieldKind.PERIODICAL: ("title", {"level": "j"}, "n"),
    FieldKind.BOOK: ("title", {"level": "m"}, "n"),
    FieldKind.UNPUBLISHED: ("title", {"level": "u"}, "n"),
    FieldKind.REPOSITORY: ("orgName", {"type": "repository"}, "n"),
    FieldKind.COLLECTION: ("name", {"type": "collection"}, "n"),
    FieldKind.DATE: ("date", {}, "when"),
    FieldKind.PLACE: ("pubPlace", {}, "n"),
    FieldKind.PUBLISHER: ("publisher", {}, "n"),
    FieldKind.SAME: ("ref", {"type": "ibid"}, "n"),
    FieldKind.ADDRESS: ("ref", {"type": "url"}, "target"),
    FieldKind.VOLUME: ("biblScope", {"unit": "volume"}, "n"),
    FieldKind.ISSUE: ("biblScope", {"unit": "issue"}, "n"),
    FieldKind.SERIES: ("biblScope", {"unit": "series"}, "n"),
    FieldKind.EXTENT: ("biblScope", {"unit": "page"}, "n"),
    **{
        kind: ("citedRange", {"unit": kind.value}, "n")
        for kind in (FieldKind.PAGE, FieldKind.DOCUMENT, FieldKind.FOLIO, FieldKind.COLUMN)
    },
    **{
        kind: ("idno", {"type": kind.value}, "n")
        for kind in (
            FieldKind.SHELFMARK, FieldKind.CLASS, FieldKind.PIECE, FieldKind.ITEM, FieldKind.FOND,
            FieldKind.OPIS, FieldKind.DELO,
        )
    },
}  # fmt: skip
# Elements that hold words: inside them no white space is added, because every space there is text.
HOLDS_WORDS = frozenset(
    (
        "addrLine",
        "author",
        "bibl",
        "biblScope",
        "date",
        "dateline",
        "head",
        "hyphenation",
        "idno",
        "interpretation",
        "item",
        "label",
        "language",
        "licence",
        "measure",
        "note",
        "p",
        "persName",
        "publisher",
        "quotation",
        "repository",
        "respStmt",
        "salute",
        "signed",
        "term",
        "title",
    )
)


def encode(document: Document, settings: Settings) -> etree._Element:
    """Document → the TEI element, one line for every block, nothing added to mixed content."""
    language = document.sections[0].language
    root = element(
        "TEI", id_=document.identifier, lang=language, space="preserve", type=document.kind.value
    )
    root.append(encode_header(document, settings))
    text = element(
        "text", element("body", *(encode_section(section) for section in document.sections))
    )
    text.set(SPACE, "preserve")
    root.append(text)
    indent(root, 0, HOLDS_WORDS)
    return root


def encode_section(section: Section) -> etree._Element:
    made = element("div", encode_page(section.first_page), type=section.kind.value)
    made.set(LANG, section.language)
    if section.head:
        cert = unless_high(section.head_certainty)
        made.append(element("head", *encode_inlines(section.head), cert=cert))
    for division in section.divisions:
        made.extend(map(encode_page, division.before))
        made.append(encode_division(division))
        made.extend(map(encode_page, division.after))
    return made


def encode_division(division: Division) -> etree._Element:
    resp = EDITOR if division.kind is DivisionKind.COMMENTARY else None
    return element(
        "div",
        *(encode_block(block) for block in division.blocks),
        type=division.kind.value,
        resp=resp,
    )


def encode_block(block: Block) -> etree._Element:
    match block:
        case Paragraph():
            return encode_paragraph(block)
        case PageBreak():
            return encode_page(block)
        case ItemList(items):
            return element("list", *(element("item", *encode_inlines(item)) for item in items))
        case Opener(parts):
            return element("opener", *encode_letter_lines(parts))
        case Closer(parts):
            return element("closer", *encode_letter_lines(parts))
        case Postscript(paragraphs):
            return element("postscript", *(encode_block(paragraph) for paragraph in paragraphs))
        case _:
            assert_never(block)


def encode_paragraph(paragraph: Paragraph) -> etree._Element:
    return element(
        "p",
        *encode_inlines(paragraph.inlines),
        id_=paragraph.id,
        n=paragraph.label or None,
        rend=paragraph.role.value if paragraph.role in PRINTED_AS else None,
        corresp=f"#{paragraph.aligned}" if paragraph.aligned else None,
        cert=unless_high(paragraph.certainty),
    )


def encode_letter_lines(parts: Iterable[LetterLine | PageBreak]) -> Iterator[etree._Element]:
    """The lines of an opening or closing; neighbouring lines of an address share an ``address``."""
    address: etree._Element | None = None
    for part in parts:
        if isinstance(part, LetterLine) and part.role is LetterRole.ADDRESS:
            if address is None:
                address = element("address")
                yield address
            address.append(encode_letter_line("addrLine", part))
            continue
        address = None
        if isinstance(part, PageBreak):
            yield encode_page(part)
        else:
            yield encode_letter_line(part.role.value, part)


def encode_letter_line(name: str, line: LetterLine) -> etree._Element:
    return element(name, *encode_inlines(line.inlines), cert=unless_high(line.certainty))


# ---------------------------------------------------------------- inlines


def encode_inlines(inlines: Inlines) -> Iterator[etree._Element | str]:
    return map(encode_inline, inlines)


def encode_inline(inline: Inline) -> etree._Element | str:
    match inline:
        case Text(text):
            return text
        case PageBreak():
            return encode_page(inline)
        case Note():
            return encode_note(inline)
        case Insertion(inlines, certainty):
            return element(
                "supplied", *encode_inlines(inlines), resp=EDITOR, cert=unless_high(certainty)
            )
        case Remark(identifier, inlines, certainty):
            return element(
                "note",
                *encode_inlines(inlines),
                id_=identifier,
                type="editorial",
                place="inline",
                resp=EDITOR,
                cert=unless_high(certainty),
            )
        case PersonName(text, person):
            return element("persName", text, ref=f"#{person}")
        case DateText(text, when):
            return element("date", text, when=when)
        case Citation(kind, inlines, certainty):
            inside = encode_inlines(inlines)
            return element("bibl", *inside, type=kind.value, cert=unless_high(certainty))
        case Field():
            return encode_field(inline)
        case _:
            assert_never(inline)


def encode_field(field: Field) -> etree._Element:
    """A part of a citation: its element, what sort it is, what its words say."""
    name, sort, holds = FIELDS[field.kind]
    facts = {holds: field.value or None, "from_": field.first or None, "to": field.last or None}
    cert = unless_high(field.certainty)
    return element(name, *encode_inlines(field.inlines), **sort, **facts, cert=cert)


def encode_page(page: PageBreak) -> etree._Element:
    return element("pb", id_=page.id, n=page.number, **({"break": "no"} if page.joins else {}))


def encode_note(note: Note) -> etree._Element:
    made = element(
        "note",
        id_=note.id,
        n=str(note.number),
        type=note.kind.value,
        place="end" if note.at_end else None,
        resp=EDITOR,
        cert=unless_high(note.certainty),
    )
    if len(note.paragraphs) == 1:
        fill(made, encode_inlines(note.paragraphs[0]))
    else:
        for number, paragraph in enumerate(note.paragraphs, start=1):
            made.append(element("p", *encode_inlines(paragraph), id_=f"{note.id}-p{number}"))
    return made


def unless_high(certainty: Certainty) -> str | None:
    """``@cert`` is written only where there is doubt."""
    return None if certainty is Certainty.HIGH else certainty.value
