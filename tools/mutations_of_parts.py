"""Ways of spoiling a page that change what it is made up of: sections, marks, chrome, HTML."""

from collections.abc import Sequence
from html import escape
from itertools import chain

from mutation_draw import SECTIONS, Draw, is_label, joined, span


def parts_of(lines: Sequence[str]) -> tuple[list[str], list[list[str]], list[str]]:
    """What stands above the texts, each section, and what stands below."""
    first, last = span(lines)
    starts = [i for i in range(first, last) if is_label(lines, i)]
    stops = [*starts[1:], last]
    texts = [list(lines[a:b]) for a, b in zip(starts, stops, strict=True)]
    return list(lines[:first]), texts, list(lines[last:])


def empty_sections(draw: Draw) -> bytes:
    above, texts, below = parts_of(draw.lines())
    emptied = (1, 2, 3)[draw.turn % 3]
    filling = draw.chance.choice(
        ((), ("",), ("\u00a0",), ("", "Page 7", ""), ("\u200b",), ("[", "]"))
    )
    for n, section in enumerate(texts):
        if emptied & (n + 1):
            controls = sum(line.startswith("  •") for line in section[2:8])
            section[2 + controls * draw.chance.randint(0, 1) :] = filling
    return joined([*above, *chain(*texts), *below])


def exchanged_sections(draw: Draw) -> bytes:
    above, texts, below = parts_of(draw.lines())
    match draw.turn % 5:
        case 0:
            texts.reverse()
        case 1:
            for section in texts:
                section[0] = SECTIONS[section[0] == SECTIONS[0]]
        case 2:
            texts += [list(section) for section in texts]
        case 3:
            texts[0][draw.chance.randint(2, len(texts[0])) : 0] = []
            at = draw.chance.randint(2, len(texts[0]))
            texts[0][at:at] = texts[-1]
        case _:
            below, texts = [*below, *texts[-1]], texts[:-1]
    return joined([*above, *chain(*texts), *below])


NUMBERS = (
    "-3",
    "0",
    "1",
    "7",
    "99999",
    "123456",
    "9" * 40,
    "xii",
    "IIII",
    "12a",
    "٣",
    "1.5",
    "",
    "12 ",
)


def page_marks(draw: Draw) -> bytes:
    """Marks doubled, in odd numbers, without the empty lines around them; counts that lie."""
    lines = draw.lines()
    for _ in range(draw.chance.randint(1, 8)):
        at, blank = draw.place(lines), [""] * draw.chance.choice((0, 1, 1, 2))
        number = draw.chance.choice((*NUMBERS, str(draw.chance.randrange(2000))))
        lines[at:at] = [*blank, *[f"Page {number}"] * draw.chance.choice((1, 1, 2)), *blank]
    if draw.chance.random() < 0.4:
        first, _ = span(lines)
        lines[first + 1 : first + 2] = ["/ " + draw.chance.choice(NUMBERS)]
    return joined(lines)


BRACKETS = (
    "[",
    "]",
    "[[",
    "]]",
    "[]",
    "[ ]",
    "][",
    "[a",
    "a]",
    "(",
    ")",
    "{",
    "⟦",
    "⟧",
    "⟦12⟧",
    "«",
    "“",
)


def brackets(draw: Draw) -> bytes:
    if draw.turn % 4:
        return draw.put_in(BRACKETS, most=20)
    lines, depth = draw.lines(), draw.chance.choice((30, 300, 1000))
    at = draw.place(lines)
    lines[at] = "[" * depth + lines[at] + "]" * (depth - draw.chance.choice((0, 0, 1)))
    return joined(lines)


def repeated_headings(draw: Draw) -> bytes:
    """Titles, labels and landmarks once more, in the middle of the text."""
    lines = draw.lines()
    first, last = span(lines)
    words = [lines[first + 8 if first + 8 < last else first], *lines[first : first + 9]]
    words += ["Document Details", "Table of Contents", "View:", "Tags", *lines[last : last + 3]]
    for _ in range(draw.chance.randint(1, 5)):
        at, count = draw.place(lines), draw.chance.choice((1, 1, 2, 20))
        what = draw.chance.choice(words)
        lines[at:at] = draw.chance.choice(([what], [what, "/ 3"])) * count
    return joined(lines)


def chrome(draw: Draw) -> bytes:
    """What stands around the texts cut away, twice there, or in another order."""
    above, texts, below = parts_of(draw.lines())
    part = draw.chance.choice((above, below))
    one, other = sorted((draw.chance.randint(0, len(part)), draw.chance.randint(0, len(part))))
    match draw.turn % 4:
        case 0:
            del part[one:other]
        case 1:
            part[one:one] = part[one:other]
        case 2:
            part[one:other] = reversed(part[one:other])
        case _:
            part[one:other] = (line.strip().upper() for line in part[one:other])
    return joined([*above, *chain(*texts), *below])


def two_documents(draw: Draw) -> bytes:
    """One behind the other, one in the middle of the other, or the texts of one in the other."""
    lines, other = draw.lines(), draw.other.decode().split("\n")
    match draw.turn % 4:
        case 0:
            return joined([*lines, *other])
        case 1:
            at = draw.place(lines)
            return joined([*lines[:at], *other, *lines[at:]])
        case 2:
            at, (first, last) = draw.place(lines), span(other)
            return joined([*lines[:at], *other[first:last], *lines[at:]])
        case _:
            cut, rest = draw.chance.randint(0, len(lines)), draw.chance.randint(0, len(other))
            return joined([*lines[:cut], *other[rest:]])


WRAPPERS = (("<p>", "</p>"), ("<div>", "</div>"), ("", "<br>"), ("<div><span>", "</span></div>"))


def html(draw: Draw) -> bytes:
    """The page as HTML: in all kinds of elements, in deep ones, cut off, or with tags left open."""
    opens, closes = WRAPPERS[draw.turn % len(WRAPPERS)]
    lines = [f"{opens}{escape(line) or '&nbsp;'}{closes}" for line in draw.lines()]
    depth = draw.chance.choice((0, 0, 1, 20, 300, 1000))
    at = draw.place(lines)
    body = [*lines[:at], "<div>" * depth, *lines[at:], "</div>" * depth]
    if draw.chance.random() < 0.3:
        body = [
            line.replace(closes, "", 1) if draw.chance.random() < 0.2 else line for line in body
        ]
    head = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>a</title></head><body>"
    made = "\n".join([head, *body, "</body></html>"]).encode()
    return made[: draw.chance.randrange(len(made))] if draw.chance.random() < 0.25 else made
