"""What may stand between two fields of a citation: commas, a colon, a word or two."""

import re

GAP = re.compile(
    r"""
    (?: \s*,\s(?:appendix|annex|enclosure|encl\.) (?:\s(?:[IVX]+|\d+|[A-Z]))? (?=\s?,) )?
    (?: \.(?=\s(?:Ф|Оп|Л|Т|Кн|С|Док|Д|№)\.?\s?[\dIVX]) )?     # Russian: stops between the fields
    (?: \s*[,:] ){0,2} \s*
    (?: (?:at|here|esp\.|especially|hier|здесь)\s(?=pp?\.|S\.) )?
    """,
    re.VERBOSE,
)


def past_gap(text: str, at: int) -> int:
    """Where the next field would begin."""
    gap = GAP.match(text, at)
    return gap.end() if gap else at


def past_bracket(text: str, at: int) -> int:
    """Behind the closing bracket, where one stands here."""
    return at + (text[at : at + 1] == ")")
