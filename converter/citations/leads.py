"""The words that lead to a citation, and the places where one may begin behind them."""

import re

from converter.citations.quotation import OPENING
from converter.wordlists import in_small_letters

LEAD_WORDS = {
    "en": (
        "see also and in by cf from quoted cited citing to with than especially esp e.g both of or"
        " on but again however instance example passim notably compare like after whereas while"
        " following per via as below above text"
    ),
    "ru": "см ср также в и у здесь",
    "de": "vgl siehe bei auch und ferner dazu nach so in",
    "fr": "voir et aussi dans cf chez selon",
    "pl": "zob por także oraz",
    "it": "vedi anche",
}
EVERY = sorted({re.escape(word) for words in LEAD_WORDS.values() for word in words.split()})
LEADS = re.compile(
    rf"""
    (?: \A\s* | [;:(\[]\s? | [.!?][’”»)]?\s | [—–]\s | \b(?:{"|".join(EVERY)})[.,:]?\s
      | [{OPENING}] ) \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_LEAD = 14
# The last letters of those words. Other letters before a space or a comma lead to nothing.
LAST_LETTERS = frozenset(word.split(".")[-1] for word in " ".join(LEAD_WORDS.values()).split())
LETTERS = re.compile(r"\s?,?(\w+)")  # read backwards


def led_to(text: str, at: int) -> bool:
    """A citation may begin here: a sentence or a bracket does, or a word before leads to it."""
    before = LETTERS.match(text[max(0, at - LONGEST_LEAD) : at][::-1])
    if before and in_small_letters(before[1][::-1]) not in LAST_LETTERS:
        return False
    return LEADS.search(text, max(0, at - LONGEST_LEAD), at) is not None
