"""Records: a document's TEI → texts for the index, each of one voice, with its places marked."""

from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from converter.markup import ID, LANG, TEI, local

AUTHOR, NOTES, COMMENTARY = "author", "notes", "commentary"
SECTIONS = ("translation", "transcription")
# Each stands on lines of its own: a word never runs from one into the next.
# Containers of blocks are no place to lead to.
CONTAINERS = frozenset({"front", "body", "back", "div"})
BLOCKS = CONTAINERS | {
    "head", "p", "ab", "list", "item", "label", "lg", "l", "quote", "opener", "closer",
    "postscript", "dateline", "salute", "signed", "address", "addrLine", "table", "row", "cell",
    "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words they are, in which section of a document, and in which language."""

    words: str = AUTHOR
    section: str = ""
    language: str = "und"  # the code without its region

    @property
    def name(self) -> str:
        """The voice as part of a file's name."""
        return f"{self.section}.{self.words}" if self.section else self.words


@dataclass(frozen=True, slots=True)
class Record:
    """All that one voice says in a document, as a page of HTML that is made to be indexed.

    Every place is marked where it begins: ``at:p4`` is an address in the document's page,
    ``page:548`` a printed page, ``note:3`` a note's number. No id of TEI has a colon in it.
    """

    voice: Voice
    html: str


def read_records(root: etree._Element) -> list[Record]:
    """The TEI element → one record for each voice that says anything, in order of appearance."""
    reading = Reading()
    voice = Voice(language=language_of(root) or "und")
    for text in root.iterfind(f"{{{TEI}}}text"):
        reading.walk(text, voice, "", "")
    drafts = reading.drafts.items()
    return [Record(voice, draft.page(voice.language)) for voice, draft in drafts if draft.said]


def language_of(element: etree._Element) -> str:
    """The code of its language; what cannot be one names no folder of the index."""
    code = element.get(LANG, "").strip().lower().partition("-")[0]
    return code if code.isascii() and code.isalnum() else ""


@dataclass(slots=True)
class Draft:
    """A record in the making; marks are set where words follow, never inside a word."""

    parts: list[str] = field(default_factory=list)
    said: bool = False
    open_at: str | None = None  # the address of the paragraph that is open
    page_number: str = ""  # the last that was marked
    in_word: bool = False

    def add(self, text: str, at: str, page: str) -> None:
        if not text.strip():
            self.space(text)
            return
        if self.open_at is None or self.open_at != at:
            self.end_block()
            self.parts.append(f"<p id={quoteattr('at:' + at)}>")
            self.open_at = at
        if page != self.page_number:
            rest = text
            if self.in_word:  # the word that a page break cuts belongs to the page it began on
                word = text[: len(text) - len(text.lstrip())] or text.split(maxsplit=1)[0]
                self.parts.append(escape(word))
                rest = text.removeprefix(word)
            if rest:
                self.mark("page", page)
                self.page_number = page
            text = rest
        self.parts.append(escape(text))
        self.said = True
        self.in_word = bool(text) and not text[-1].isspace()

    def space(self, text: str) -> None:
        """White space between words; none at the edge of a block, where it says nothing."""
        if text and self.in_word:
            self.parts.append(" ")
            self.in_word = False

    def mark(self, kind: str, value: str) -> None:
        """An empty element that the index keeps with the number of the word after it."""
        self.parts.append(f"<i id={quoteattr(f'{kind}:{value}')}></i>")

    def end_block(self) -> None:
        if self.open_at is not None:
            self.parts.append("</p>\n")
        self.open_at, self.in_word = None, False

    def page(self, language: str) -> str:
        self.end_block()
        head = f'<html lang={quoteattr(language)}><head><meta charset="utf-8"></head>'
        return f"<!DOCTYPE html>{head}<body>{''.join(self.parts)}</body></html>\n"


@dataclass(slots=True)
class Reading:
    """One walk through a text, which shares it out among the voices."""

    drafts: dict[Voice, Draft] = field(default_factory=dict)
    near: str = ""  # the last address passed, for what has none, such as the items of a list

    def draft(self, voice: Voice) -> Draft:
        return self.drafts.setdefault(voice, Draft())

    def walk(self, element: etree._Element, voice: Voice, at: str, page: str) -> str:
        """All that stands in the element; returns the printed page on which it ends."""
        draft = self.draft(voice)
        draft.add(element.text or "", at, page)
        for child in element:
            name = local(child)
            if name == "pb":
                page = child.get("n", "") or page
                self.near = (child.get(ID) if child.get("n") else "") or self.near
                if child.get("break") != "no":
                    draft.space(" ")
            elif name == "note":
                self.note(child, replace(voice, words=NOTES), at, page)
            elif name in BLOCKS:
                inner = voice_of(child, voice)
                self.draft(inner).end_block()
                if inner.section != voice.section:
                    self.near = page = ""
                if name in CONTAINERS:
                    inside = ""
                else:
                    inside = child.get(ID) or at or self.near
                    self.near = child.get(ID) or self.near
                page = self.walk(child, inner, inside, page)
                self.draft(inner).end_block()
            elif name:
                page = self.walk(child, voice, at, page)
            draft.add(child.tail or "", at, page)
        return page

    def note(self, note: etree._Element, voice: Voice, at: str, page: str) -> None:
        """A note is a place of its own; a page break inside it is the page of the note alone."""
        draft = self.draft(voice)
        draft.end_block()
        label = note.get("n", "") if note.get("place") != "inline" else ""
        draft.mark("note", label)
        self.walk_note(note, voice, note.get(ID) or at, page)
        draft.end_block()

    def walk_note(self, note: etree._Element, voice: Voice, at: str, page: str) -> None:
        """Its paragraphs are one place: the page shows the note whole."""
        draft = self.draft(voice)
        for event, element in etree.iterwalk(note, events=("start", "end", "comment", "pi")):
            name = local(element)
            if event == "start":
                if name == "pb":
                    page = element.get("n", "") or page
                elif name in BLOCKS:
                    draft.space(" ")
                draft.add(element.text or "", at, page)
            if event != "start" and element is not note:
                draft.add(element.tail or "", at, page)


def voice_of(element: etree._Element, voice: Voice) -> Voice:
    """The voice that speaks in a block, which tells its language, section, and who comments."""
    kind = element.get("type", "") if local(element) == "div" else ""
    return Voice(
        COMMENTARY if kind == "commentary" else voice.words,
        kind if kind in SECTIONS else voice.section,
        language_of(element) or voice.language,
    )
