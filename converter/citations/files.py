"""Sources in archives that name their series, files and boxes in words, as American ones do.

``Velm Library, Harbour Board Affairs, Tide File, Box 9``: what follows the archive is one
shelfmark in words, part after part, from the large to the small.
"""

import re
from collections.abc import Sequence

from converter.citations import fields
from converter.citations.archival_fields import (
    CORRESPONDENTS,
    behind,
    guessed,
    holder,
    repository,
    siglum,
)
from converter.citations.found import NOTHING, Mark, having
from converter.citations.letters import UPPER
from converter.citations.repeated import AGAIN_IN_WORDS, IBID
from converter.citations.rule import CitationRule, NoteText
from converter.citations.shelfmark_forms import FORM
from converter.citations.shelfmarks import LABEL, structured
from converter.model import CitationKind
from converter.model import FieldKind as K

LINK = r"(?:of|the|for|to|and|by|in|on|de|la|du|des|et|von|der|die|das|und|del|&)"
WORD = rf"(?:[{UPPER}\d][^\s,;:()]{{0,60}}|{LINK}(?=\s)|\([^()]{{1,30}}\))"
PART = re.compile(rf"(?!{LINK}\s){WORD}(?:\s{WORD}){{0,12}}|{LABEL}\s?\d[\w/–-]{{0,20}}")
JOIN = re.compile(r"\s?[,:]\s")
HEAD_JOIN = re.compile(r"\s?[,:]?\s")
# A body whose own files are cited: they lie where it worked.
BODY = re.compile(
    rf"(?:Department|Ministry|Commissariat)\sof\s(?:the\s)?[{UPPER}]\w+(?:\s[{UPPER}]\w+)?(?=\s?[,:]\s)"
    rf"|(?:[{UPPER}]\w+\s){{1,3}}(?:Agency|Department|Ministry|Board|Commission)(?=\s?[,:]\s)"
)
NUMBER = r"\d{3}[A-Z]?\.\d{1,5}[A-Z]?(?:[–-][A-Z]{2,4})?/\d{1,2}[–-]\d{2,6}"  # 641.002/3-417
HOLDERS = (
    r"\b(?:[Ff]iles?|Lot|[Bb]ox|Boxes|[Ff]older|[Rr]eel|[Vv]ol|Series|Papers|Records|Minutes|Entry|Job|RG|Registry"
    r"|Materials?|Collection|Correspondence|Memoranda|Roll|Container|Carton|Bestand|Akten|Fonds)"
)
HOLDS = re.compile(rf"{HOLDERS}\b|(?<!\w){NUMBER}")
SUBJECT = re.compile(r"(?:POL|AV|CUL|DEF|ORG|FN|AID|PER|TRV|INCO|STR|E)\s[\w.–-]+(?:\s[\w.–-]+)*")
IN_WORDS = re.compile(f"{HOLDERS}|{NUMBER}|{SUBJECT.pattern}")
STOP = re.compile(r"[.:,\s]+\Z")
A_NUMBER = re.compile(NUMBER)
BOX = re.compile(r"(?:[Bb]ox|[Ee]ntry|[Ff]ile)\s")
SENTENCE = re.compile(r"(?:\w{2}|\s\d)(?<!\b[Vv]ol)(?<!\b[Nn]o)\.(?=\s|\Z)")
LONGEST = 10  # parts


def in_words(text: str, at: int) -> Sequence[Mark]:
    """A shelfmark in words that begins here; one of its words must name what holds papers."""
    if of_known_form(text, at):
        return NOTHING
    end = start = at
    for _ in range(LONGEST):
        if not (found := part(text, start)):
            break
        end = found
        if not (joined := JOIN.match(text, end)):
            break
        start = joined.end()
    printed = STOP.sub("", text[at:end])
    if not (HOLDS.search(printed) or SUBJECT.fullmatch(printed)):
        return NOTHING
    return (Mark(K.SHELFMARK, at, at + len(printed)),)


def of_known_form(text: str, at: int) -> bool:
    """A shelfmark of a form with parts begins here; behind a record group words may go on."""
    known = structured(text, at, any_class)
    parts = having(known.inside, K.PIECE, K.DELO) if known else NOTHING
    return bool(parts) and not BOX.match(text, parts[-1].start)


def any_class(_: str) -> bool:
    return True


def part(text: str, at: int) -> int:
    """Where the part that begins here ends; 0 where none does: a date or two correspondents."""
    if fields.dated(text, at) or CORRESPONDENTS.match(text, at) or fields.page(text, at):
        return 0
    number = A_NUMBER.match(text, at)
    if number:
        return number.end()
    found = PART.match(text, at)
    if not found:
        return 0
    sentence = SENTENCE.search(found[0])
    return at + sentence.end() - 1 if sentence else found.end()


def in_files(note: NoteText, at: int) -> Sequence[Mark]:
    """An archive or a body with its files; a siglum that is not listed, before a record group."""
    head = repository(note, at) or holder(note.text, at) or guessed(BODY.match(note.text, at))
    if not head and (group := siglum(note.text, at)):
        joined = HEAD_JOIN.match(note.text, group[0].end)
        if joined and FORM["record-group"].pattern.match(note.text, joined.end()):
            head = group
    return with_files(note, head)


def again_in_files(note: NoteText, at: int) -> Sequence[Mark]:
    """Ibid. before another file."""
    found = IBID.match(note.text, at)
    return with_files(note, (Mark(K.SAME, at, found.end()),)) if found else NOTHING


def with_files(note: NoteText, head: Sequence[Mark]) -> Sequence[Mark]:
    """The head with a shelfmark in words, and what stands behind that."""
    joined = HEAD_JOIN.match(note.text, head[0].end) if head else None
    shelfmark = in_words(note.text, joined.end()) if joined else NOTHING
    if not shelfmark:
        return NOTHING
    following = behind(note, shelfmark[0].end)
    if following and following[0].kind is K.SHELFMARK and not following[0].inside:
        whole = Mark(K.SHELFMARK, shelfmark[0].start, following[0].end)
        return [*head, whole, *following[1:]]
    return [*head, *shelfmark, *following]


RULES = (
    CitationRule(
        "files",
        CitationKind.ARCHIVAL,
        in_files,
        because="an archive or a body before words that name files or boxes is a source there",
        yes=(
            "Source: [[Velm Library, Harbour Board Affairs, Tide File, Box 9]]. Secret.",
            "[[Ministry of Harbours, Central Files, 641.002/3–417]].",
            "[[NARA, RG 84, Amsel Consulate, General Records, vol. 12, 16 June 1941]].",
        ),
        no=("The Velm Library, Amsel, was built in 1901.", "Ministry of Harbours, 5 May 1939."),
        needs=IN_WORDS.search,
    ),
    CitationRule(
        "ibid-files",
        CitationKind.OTHER,
        again_in_files,
        because="ibid. before such parts is another file of the same archive",
        yes=(
            "[[Ibid., Pilots’ Files: Lot 41 D 17]].",
            "See also [[ibid., Box 12, Folder 3, 5 May 1939]].",
        ),
        no=("Ibid., p. 5", "Ibid., Brandt to Vik, 5 May 1939"),
        needs=AGAIN_IN_WORDS,
    ),
)
