"""Quotation marks: where a title that is printed in them ends."""

# What closes a quotation, by what opens it.
PAIRS = {"‘": "’", "“": "”", "«": "»", "„": "“”", '"': '"', "'": "'", "‹": "›"}
OPENING = "".join(PAIRS)
CLOSING = "".join(sorted(set("".join(PAIRS.values()))))
LONGEST = 400


def quoted(text: str, at: int) -> int:
    """Where the quotation that begins here ends, its marks included; 0 where none does.

    A quotation within it belongs to it; an apostrophe does not end it.
    """
    opening = text[at : at + 1]
    if not opening or opening not in PAIRS:
        return 0
    depth = 1
    for i in range(at + 1, min(len(text), at + LONGEST)):
        if text[i] == opening and opening not in "\"'":
            depth += 1
        elif text[i] in PAIRS[opening] and not apostrophe(text, i):
            depth -= 1
            if depth == 0:
                return i + 1
    return 0


def apostrophe(text: str, at: int) -> bool:
    """The mark stands between letters or figures."""
    return text[at] in "’'" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
