"""Counting in words: one page, two pages."""


def plural(number: int, one: str) -> str:
    """A number with the word for what is counted."""
    return f"{number} {one}{'' if number == 1 else 's'}"
