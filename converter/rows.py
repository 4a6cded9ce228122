"""Rows: a text in so many rows of a terminal, cut in its middle where it is longer."""

from collections.abc import Iterator

from rich.cells import cell_len


def wrapped(text: str, room: int, rows: int) -> list[str]:
    """The text in at most so many rows of a width; one that is too long is cut in its middle.

    Both ends stay, because they tell whether a sentence is finished or goes on.
    """
    room = max(room, 8)
    out = broken(text, room)
    budget = room * rows
    while len(out) > rows:
        out = broken(cut(text, budget), room)
        budget -= room // 4 + 1
    return out


def broken(text: str, room: int) -> list[str]:
    """The text in rows, parted at spaces where there are any."""
    rows, row = [], ""
    for word in text.split(" "):
        for piece in pieces(word, room):
            longer = f"{row} {piece}" if row else piece
            if cell_len(longer) <= room:
                row = longer
            else:
                rows.append(row)
                row = piece
    return [*rows, row]


def pieces(word: str, room: int) -> Iterator[str]:
    """A word that is too wide for a row, in parts that fit."""
    part = ""
    for character in word:
        if cell_len(part + character) > room:
            yield part
            part = ""
        part += character
    yield part


def cut(text: str, columns: int) -> str:
    """Beginning and end of a text, which fill at most so many columns."""
    half = max(1, (columns - 3) // 2)
    return f"{start_of(text, half)} … {start_of(text[::-1], half)[::-1]}"


def start_of(text: str, columns: int) -> str:
    """As much of the beginning as fits, without a broken word where that costs little."""
    fitting = ""
    for character in text:
        if cell_len(fitting + character) > columns:
            break
        fitting += character
    at = fitting.rfind(" ")
    return (fitting[:at] if at > len(fitting) * 2 // 3 else fitting).strip()
