"""Annotate, first half: insertions and remarks in square brackets, and the date in a head."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, groupby

from converter.dates import FoundDate, dates_in
from converter.languages import WORD, Language
from converter.model import (
    Block,
    Certainty,
    Closer,
    DateText,
    Inline,
    Inlines,
    Insertion,
    ItemList,
    LetterLine,
    LetterRole,
    Opener,
    PageBreak,
    Paragraph,
    Postscript,
    Remark,
    Text,
)
from converter.signs import contains_word

DEEPEST = 20  # brackets within brackets; deeper ones stay characters
BRACKETS = re.compile(r"([\[\]])")
SAID_IN_SIGNS = re.compile(r"[\W_]*")  # [?], [!], […]
SENTENCE = re.compile(r"[A-ZА-ЯЁÀ-ÖØ-Þ].*[.!?…]\s*", re.DOTALL)
Change = Callable[[Inlines], Inlines]


def in_block(block: Block, change: Change) -> Block:
    """The block with ``change`` applied to each of its runs of inlines."""
    match block:
        case Paragraph():
            inlines = change(block.inlines)
            return block if inlines is block.inlines else replace(block, inlines=inlines)
        case PageBreak():
            return block
        case ItemList(items):
            return ItemList(tuple(change(item) for item in items))
        case Opener(parts) | Closer(parts):
            changed = tuple(
                p if isinstance(p, PageBreak) else replace(p, inlines=change(p.inlines))
                for p in parts
            )
            return replace(block, parts=changed)
        case Postscript(paragraphs):
            changed_paragraphs = tuple(in_block(p, change) for p in paragraphs)
            return Postscript(
                tuple(p for p in changed_paragraphs if isinstance(p, Paragraph | PageBreak))
            )


def in_dateline(block: Block, change: Change) -> Block:
    """The block with ``change`` applied to its datelines."""
    if not isinstance(block, Opener | Closer):
        return block
    parts = tuple(
        replace(part, inlines=change(part.inlines))
        if isinstance(part, LetterLine) and part.role is LetterRole.DATELINE
        else part
        for part in block.parts
    )
    return replace(block, parts=parts)


class Brackets:
    """Reads square brackets as insertions and remarks; numbers the remarks of a section."""

    def __init__(self, tongue: Language, prefix: str = "") -> None:
        self.tongue, self.prefix = tongue, prefix
        self.remarks = count(1)

    def read_head(self, inlines: Inlines) -> Inlines:
        """In a head all brackets are insertions: a remark would fall out of the title."""
        return self.read(inlines, in_head=True)

    def read(self, inlines: Inlines, in_head: bool = False) -> Inlines:
        """Pairs of brackets become insertions or remarks; a bracket without its pair stays text.

        A pair may enclose notes and page breaks. Brackets in a note stay characters: there the
        editor speaks, and they tell nobody's hand from another's.
        """
        match inlines:
            case (Text(text),) if text and "[" not in text and "]" not in text:
                return inlines  # most paragraphs
        stack: list[list[Inline]] = [[]]
        too_deep = 0
        for piece in self.pieces(inlines):
            if piece == "[" and len(stack) <= DEEPEST:
                stack.append([])
            elif piece == "]" and len(stack) > 1 and not too_deep:
                inner = merged(stack.pop())
                stack[-1].append(
                    Insertion(inner) if in_head else self.bracketed(inner, alone=not any(stack))
                )
            else:
                too_deep += (piece == "[") - (piece == "]" and too_deep > 0)
                stack[-1].append(Text(piece) if isinstance(piece, str) else piece)
        unclosed = (inline for level in stack[1:] for inline in (Text("["), *level))
        return merged([*stack[0], *unclosed])

    def pieces(self, inlines: Inlines) -> Iterator[str | Inline]:
        for inline in inlines:
            match inline:
                case Text(text):
                    yield from filter(None, BRACKETS.split(text))
                case _:
                    yield inline

    def bracketed(self, inner: Inlines, alone: bool) -> Inline:
        """A remark where the words say so, or may be one; else an insertion.

        A whole sentence, or several words that are all of their paragraph, may be a remark.
        """
        text = plain(inner)
        words = len(WORD.findall(text))
        sure = is_remark(text, self.tongue)
        if sure or (words > 3 and (alone or SENTENCE.fullmatch(text.strip()))):
            certainty = Certainty.HIGH if sure else Certainty.MEDIUM
            return Remark(f"{self.prefix}r{next(self.remarks)}", inner, certainty)
        return Insertion(inner, Certainty.HIGH if words <= 4 else Certainty.MEDIUM)


def is_remark(text: str, tongue: Language) -> bool:
    """What stands in brackets speaks about the text, and does not complete it.

    Yes: page torn; sic; two words illegible; Here follows a list.
    No: Vik; and therefore; 1938.
    """
    return SAID_IN_SIGNS.fullmatch(text) is not None or contains_word(text, tongue.remarks) > 0


def plain(inlines: Inlines) -> str:
    """The text of inlines without that of notes."""
    return "".join(
        i.text
        if isinstance(i, Text | DateText)
        else plain(i.inlines)
        if isinstance(i, Insertion | Remark)
        else ""
        for i in inlines
    )


def merged(inlines: list[Inline]) -> Inlines:
    """Neighbouring texts made one."""
    out: list[Inline] = []
    for is_text, run in groupby(inlines, lambda inline: isinstance(inline, Text)):
        if not is_text:
            out += run
        elif joined := "".join(inline.text for inline in run if isinstance(inline, Text)):
            out.append(Text(joined))
    return tuple(out)


def date_in_head(head: Inlines, when: str, tongue: Language) -> tuple[Inlines, FoundDate | None]:
    """The head with its date marked; and that date, where it disagrees with ``when``.

    ``when`` is the date of the document (ISO). A date without a year takes the document's where
    day and month are the same; else it stays unmarked.
    """
    for i, inline in enumerate(head):
        found = next(dates_in(inline.text, tongue), None) if isinstance(inline, Text) else None
        if found is None or not isinstance(inline, Text):
            continue
        iso = found.iso() or (found.iso(int(when[:4])) if when else "")
        agrees = bool(when) and (iso.startswith(when) or when.startswith(iso))
        disagreeing = None if agrees or not when else found
        if not iso or (not found.year and not agrees):
            return head, disagreeing
        text = inline.text
        marked: list[Inline] = [
            Text(text[: found.start]),
            DateText(text[found.start : found.end], iso),
            Text(text[found.end :]),
        ]
        return merged([*head[:i], *marked, *head[i + 1 :]]), disagreeing
    return head, None
