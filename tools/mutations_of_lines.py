"""Ways of spoiling a page that lose, double, move or add lines."""

from mutation_draw import Draw, joined, span


def lost_lines(draw: Draw) -> bytes:
    lines = draw.lines()
    for _ in range(draw.chance.randint(1, 5)):
        at = draw.place(lines, below=0)
        del lines[at : at + draw.chance.choice((1, 1, 1, 2, 6))]
    return joined(lines)


def doubled_lines(draw: Draw) -> bytes:
    lines = draw.lines()
    for _ in range(draw.chance.randint(1, 5)):
        at, count = draw.place(lines, below=0), draw.chance.choice((1, 1, 2, 7))
        lines[at:at] = lines[at : at + count]
    return joined(lines)


def exchanged_lines(draw: Draw) -> bytes:
    """Two lines in each other's place, or one in a place where it does not belong."""
    lines = draw.lines()
    for _ in range(draw.chance.randint(1, 4)):
        one, other = draw.place(lines, below=0), draw.place(lines, below=0)
        if draw.chance.random() < 0.5:
            lines[one], lines[other] = lines[other], lines[one]
        else:
            lines.insert(other, lines.pop(one))
    return joined(lines)


LONG = (
    "a",
    "[",
    "]",
    "“",
    "1",
    ".",
    " ",
    ";",
    "A",
    "Page 1 ",
    "a, ",
    "’",
    "\u00a0",
    "Vik. ",
    "(1) ",
)


def long_lines(draw: Draw) -> bytes:
    lines = draw.lines()
    what, length = draw.chance.choice(LONG), 2 ** draw.chance.randint(10, 17)
    at = draw.place(lines)
    lines[at] += " " + what * (length // len(what)) + draw.chance.choice(("", " end.", "]"))
    return joined(lines)


SHORT = (
    "a",
    "Page {n}",
    "",
    "[a]",
    "[",
    "]",
    "Ibid.",
    "1.",
    "• a",
    "and so on,",
    "12 March",
    "/ 1",
)


def many_lines(draw: Draw) -> bytes:
    lines = draw.lines()
    at, what = draw.place(lines), draw.chance.sample(SHORT, draw.chance.randint(1, 3))
    count = 2 ** draw.chance.randint(5, 11)
    lines[at:at] = [what[n % len(what)].format(n=n) for n in range(count)]
    return joined(lines)


def doubled_notes(draw: Draw) -> bytes:
    """The lines between two lines that go on with each other, many times over."""
    lines = draw.lines()
    first, last = span(lines)
    inside = range(first + 9, last - 1)
    notes = [
        i for i in inside if lines[i] and lines[i + 1][:1].islower() | (lines[i + 1][:1] == ",")
    ]
    for at in sorted(draw.chance.sample(notes, min(len(notes), 3)) or [draw.place(lines)])[::-1]:
        lines[at:at] = [lines[at]] * draw.chance.choice((1, 3, 30, 200))
    return joined(lines)
