"""Hypothesis strategies: documents whose printed form can be read in one way only.

A note cuts a long sentence that goes on with a small letter, or says by its wording that it is one;
a page mark cuts a sentence, or a new paragraph begins after it. What nobody could tell apart on the
printed page (a note after a closed sentence, followed by a capital) is not made here.
"""

from dataclasses import dataclass, replace

from hypothesis import strategies as st
from page_printer import (
    CONTROLS,
    Block,
    Chrome,
    Division,
    Document,
    Inserted,
    LetterPart,
    Mark,
    Note,
    Paragraph,
    Piece,
    Section,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """What documents in one language are put together from."""

    openings: tuple[str, ...]  # long, broken off in mid-sentence
    middles: tuple[str, ...]  # long, begin small, broken off
    ends: tuple[str, ...]
    sentences: tuple[str, ...]
    explanations: tuple[str, ...]
    long_notes: tuple[tuple[str, str], ...]  # known by their first words; cut by a page mark
    insertions: tuple[str, ...]
    remarks: tuple[str, ...]
    heads: tuple[str, ...]
    lives: tuple[tuple[str, str], ...] = ()  # a clause that ends with a name, and the name's note
    sources: tuple[str, ...] = ()


ENGLISH = Prose(
    openings=(
        "The ferry came so late from the island that nobody of those who stood on the quay",
        "In the reading room over the chandler’s shop, where the stove was lit at last,",
        "The lamplighter, who was known to every child between the bridge and the bell tower",
        "For the third night the lantern on the mole was dark, and it was said in the town",
    ),
    middles=(
        "and the two old women who had sold herrings there for as long as anyone knew",
        "with a patience that was remarked upon in all the taverns along the wharf and",
        "which had been painted green by the one council and white by the other, as if",
    ),
    ends=(
        "could have told him the hour.",
        "went home without a word, and the fog with them.",
        "had nothing to say in the matter of the rope.",
        "was not asked.",
    ),
    sentences=(
        "The fog lifted at noon, and it was as if the town had been given back to us.",
        "Nobody asked for the key; it was found in the sugar bowl.",
        "He was silent for the whole of the way, and that was the best of his speeches.",
        "The tide took the small jetty, but the bell was saved.",
    ),
    explanations=(
        "The mole was rebuilt in the following spring.",
        "A tavern by the fish market; the house stands to this day.",
        "The council had been dissolved a week earlier.",
        "An island of fishermen, without a church.",
    ),
    long_notes=(
        (
            "See the account of the harbour commission, which puts the loss of the lantern down to",
            "the storm and to nothing else.",
        ),
        (
            "Cf. the ballad of the drowned bell, which has eleven verses in town and on the island",
            "no more than nine.",
        ),
    ),
    insertions=("Brandis", "and therefore", "the elder", "Vik"),
    remarks=("page torn", "sic", "two words illegible"),
    heads=("On the lantern of the mole", "The bell tower and its keeper", "A walk by the wharf"),
    lives=(
        (
            "In the evening the company went by boat to hear what was thought of it by Brandis",
            "Jonas Brandis, merchant and owner of the ropewalk; 1871–1940.",
        ),
        (
            "The lantern was lit in the end, as everyone in the harbour had hoped, by old Torvald",
            "Ida Torvald, pilot of the northern channel and singer; 1866–1931.",
        ),
    ),
    sources=(
        "HRO MB 12 104, K22/3/7, 4 June 1937.",
        "Tern, Lamps and Ropes, vol. 2, pp. 40–4; HRO MB 7 31.",
    ),
)

RUSSIAN = Prose(
    openings=(
        "Паром пришёл с острова так поздно, что никто из тех, кто стоял на набережной",
        "В читальне над лавкой, где наконец затопили печь, потому что пришла зима и с ней",
        "Фонарщик, которого знали все дети от моста до колокольни и которого никто",
    ),
    middles=(
        "и две старухи, которые торговали здесь сельдью с тех пор, как стоит этот причал,",
        "с терпением, о котором говорили во всех трактирах вдоль набережной, и не только",
    ),
    ends=("не мог бы сказать, который час.", "ушёл домой, и туман вместе с ним.", "не спросил."),
    sentences=(
        "Туман рассеялся к полудню, и это было так, как если бы нам вернули город.",
        "Никто не спросил о ключе; он нашёлся в сахарнице.",
        "Он молчал всю дорогу, и это была лучшая из его речей.",
    ),
    explanations=(
        "Мол перестроили следующей весной.",
        "Трактир у рыбного рынка; дом стоит и теперь.",
    ),
    long_notes=(),
    insertions=("Брандис", "старший"),
    remarks=(),
    heads=("О фонаре на молу", "Колокольня и её сторож"),
)

LETTER = {
    "opener": (
        (("dateline", "Harnsund, 12 March 1937"), ("salute", "Dear Ida,")),
        (("salute", "My dear Jonas,"),),
    ),
    "closer": (
        (("salute", "Yours sincerely,"), ("signed", "Ida Torvald")),
        (("salute", "With best wishes,"), ("signed", "Jonas")),
    ),
    "postscript": ((("p", "P.S. The bell was heard again last night."),),),
}


# ---------------------------------------------------------------- running text


@st.composite
def notes(draw: st.DrawFn, prose: Prose, page: int, endnote: int) -> Note:
    """A note in mid-sentence; one from the back of the volume, or one that runs over a page."""
    if endnote:
        return Note((draw(st.sampled_from(prose.explanations)),), page=endnote)
    if prose.long_notes and page:
        first, second = draw(st.sampled_from(prose.long_notes))
        return Note((first, Mark(page), second))
    return Note((draw(st.sampled_from(prose.explanations)),))


@dataclass(slots=True)
class Pages:
    """The pages of a section while it is made; those of endnotes lie far behind the others."""

    next: int
    back: int
    marks: int = 0
    endnotes: int = 0

    def turn(self) -> int:
        self.next += 1
        self.marks += 1
        return self.next - 1

    def at_the_back(self) -> int:
        """A page for an endnote; none while the running pages could not be told from those."""
        if self.endnotes >= self.marks:
            return 0
        self.endnotes += 1
        return self.back + self.endnotes


@st.composite
def sentences(draw: st.DrawFn, prose: Prose, pages: Pages) -> list[Piece]:
    """One sentence, whole or interrupted by notes, page marks and the editor's brackets."""
    how = draw(st.integers(0, 7))
    if how <= 2:
        return [draw(st.sampled_from(prose.sentences))]
    end = draw(st.sampled_from(prose.ends))
    if how == 3 and prose.lives:
        opening, life = draw(st.sampled_from(prose.lives))
        return [opening, Note((life,), "biographical"), end]
    opening = draw(st.sampled_from(prose.openings))
    if how == 4:
        remark = bool(prose.remarks) and draw(st.booleans())
        text = draw(st.sampled_from(prose.remarks if remark else prose.insertions))
        return [opening, Inserted(text, remark), end]
    made: list[Piece] = [opening]
    for middle in draw(st.lists(st.sampled_from([*prose.middles]), max_size=2)):
        made += [*draw(interruptions(prose, pages)), middle]
    return [*made, *draw(interruptions(prose, pages)), end]


@st.composite
def interruptions(draw: st.DrawFn, prose: Prose, pages: Pages) -> list[Piece]:
    how = draw(st.integers(0, 5))
    if how <= 1:
        return [Mark(pages.turn())]
    if how == 2:
        return [draw(notes(prose, 0, pages.at_the_back()))]
    if how == 3 and prose.long_notes:
        return [draw(notes(prose, pages.turn(), 0))]
    if how == 4 and prose.sources:
        return [Note((draw(st.sampled_from(prose.sources)),), "source")]
    return [draw(notes(prose, 0, 0))]


@st.composite
def paragraphs(draw: st.DrawFn, prose: Prose, pages: Pages, label: str = "") -> Paragraph:
    pieces: list[Piece] = [f"({label})"] if label else []
    for _ in range(draw(st.integers(1, 3))):
        pieces += draw(sentences(prose, pages))
    return Paragraph(joined(pieces), label)


def joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbouring texts made one, as they stand on one line."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] = f"{out[-1]} {piece}"
        else:
            out.append(piece)
    return tuple(out)


# ---------------------------------------------------------------- sections


@st.composite
def divisions(draw: st.DrawFn, prose: Prose, pages: Pages, letter: bool) -> tuple[Division, ...]:
    """Text and commentary in turn; a letter's opening first, its ending last."""
    made: list[Division] = []
    for number in range(draw(st.integers(1, 3))):
        commentary = number == 1
        blocks: list[Block] = []
        for position in range(draw(st.integers(2 if commentary else 1, 4))):
            numbered = not commentary and position > 0 and draw(st.booleans())
            # After an ending nothing but an ending may stand, so the pages of a letter turn before.
            if (position or number) and draw(st.integers(0, 3)) == 0:
                blocks.append(Mark(pages.turn()))
            label = str(len(made) * 10 + position) if numbered else ""
            blocks.append(draw(paragraphs(prose, pages, label)))
        made.append(Division(tuple(blocks), commentary))
    if letter:
        opening, closing, behind = (st.sampled_from(LETTER[part]) for part in LETTER)
        opener = LetterPart("opener", draw(opening))
        made[0] = replace(made[0], blocks=(opener, *made[0].blocks))
        ending: list[Block] = [LetterPart("closer", draw(closing))]
        if draw(st.booleans()):
            ending.append(LetterPart("postscript", draw(behind)))
        if made[-1].commentary:  # an ending needs something that it ends
            made.append(Division((draw(paragraphs(prose, pages)),)))
        made[-1] = replace(made[-1], blocks=(*made[-1].blocks, *ending))
    return tuple(made)


@st.composite
def sections(draw: st.DrawFn, kind: str, prose: Prose, letter: bool) -> Section:
    start = draw(st.integers(2, 500))
    pages = Pages(start, 900 + draw(st.integers(0, 90)))
    made = draw(divisions(prose, pages, letter))
    return Section(kind, draw(st.sampled_from(prose.heads)), made)


# ---------------------------------------------------------------- documents

names = st.sampled_from(
    [
        "Brandis, Jonas",
        "Torvald, Ida Petrovna (Lotsman)",
        "Harbour Board of Harnsund",
        "Vik, Ole; Tern, Ada",
    ]
)
DATES = {"1937 Mar 12": "1937-03-12", "1938 May": "1938-05", "1936": "1936", "": ""}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document in one or two languages, with or without each of its details."""
    recipient = draw(st.just("") | names)
    letter = bool(recipient)
    kinds = draw(st.sampled_from([("translation",), ("translation", "transcription")]))
    texts = tuple(
        draw(sections(kind, ENGLISH if kind == "translation" else RUSSIAN, letter and not position))
        for position, kind in enumerate(kinds)
    )
    return Document(
        title=texts[0].head,
        sections=texts,
        volume=draw(st.sampled_from(["The Lantern Diaries: Volume 3", "Letters, 2nd series"])),
        date=draw(st.sampled_from([*DATES])),
        author=draw(st.just("") | names),
        recipient=recipient,
        repository=draw(st.sampled_from(["", "Museum of Lamps, Harnsund"])),
        shelfmark=draw(st.sampled_from(["", "HRO MB 12/104 & 5 <A>"])),
        description=draw(st.sampled_from(["", "Autograph, two leaves; the envelope is lost"])),
        tags=draw(st.sampled_from([(), ("Lamps",), ("Lamps", "Ropes & bells")])),
    )


chromes = st.builds(
    Chrome,
    older_login=st.booleans(),
    copyright=st.sampled_from(["", "Copyright 2018 Merrow University"]),
    contents_title=st.sampled_from(["The Lantern Diaries: Volume 3", "Another volume"]),
    contents=st.sampled_from([("12 March",), ("12 March", "13 March"), tuple(map(str, range(40)))]),
    controls=st.permutations(CONTROLS).map(tuple),
    other_section=st.booleans(),
    layout=st.sampled_from(["", "\u00a0", "   \u00a0 ", "\t"]),
    tags_as_list=st.booleans(),
    bracket_alone=st.booleans(),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    byte_order_mark=st.booleans(),
)
