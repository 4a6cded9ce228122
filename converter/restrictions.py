"""Restrictions of rights: wordings that reserve a text, as pages and headers state them.

A rule claims a wording that keeps others from publishing the text; that a text is free, or that a
page has a link to terms which it does not show, is none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RestrictionRule:
    """A wording that restricts: what it looks like, why, texts it claims and texts it does not."""

    name: str
    claims: re.Pattern[str]
    because: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


def rule(
    name: str, pattern: str, because: str, yes: tuple[str, ...], no: tuple[str, ...]
) -> RestrictionRule:
    return RestrictionRule(name, re.compile(pattern, re.IGNORECASE | re.VERBOSE), because, yes, no)


RULES = (
    rule(
        "copyright-line",
        r"(?: (?: \bcopyright\b | © ) [^.;\n]{0,60} \b | \(c\) \s ) [12]\d{3}\b",
        "whoever names a year of copyright claims it, for the text or for the page that shows it",
        ("Copyright 2018 Merrow University", "© The Harbour Museum, 2025", "(C) 1999 Velm Press"),
        ("the copyright of the chart was disputed", "CC BY 4.0", "item (c) of the treaty of 1938"),
    ),
    rule(
        "all-rights-reserved",
        r"""\ball \s rights \s reserved\b | \balle \s rechte \s vorbehalten\b
          | \btous \s droits \s réservés\b | \bвсе \s права \s защищены\b""",
        "the formula by which publishers reserve a text",
        ("All rights reserved.", "Alle Rechte vorbehalten", "Все права защищены"),
        ("all rights of way on the quay", "some rights reserved for pilots"),
    ),
    rule(
        "not-for-use",
        r"""\bnot \s (?:for | to \s be)
            \s (?: quot | cit(?:ation|ed) | circulat | distribut | reproduc | publi(?:cation|shed)
                 | copied\b )""",
        "archives write it on what may be read and not used",
        ("Not for quotation", "not to be reproduced without leave of the family"),
        ("not for the first time", "not to be found in the archive"),
    ),
    rule(
        "by-permission",
        r"""\b(?:prior|written|express) \s (?:written\s)? (?:permission|consent)\b
          | \b(?:only|except) \s (?:by|with) \s permission\b
          | \b(?:by|with) \s permission \s only\b""",
        "a text that needs somebody's permission is not free; in descriptions of documents people "
        "act with permission too, so that the bare word is not enough",
        ("No part may be used without prior written permission", "Reproduced only by permission"),
        ("Report of a landing made with the permission of the Harbour Board",),
    ),
    rule(
        "restricted-use",
        r"""\bfor \s (?: personal | private | research | educational | non-?commercial )
            (?: \s (?:and|or) \s \w+ )? \s (?: use | purposes | study ) \s only\b
          | \bno \s (?: reproduction | reuse | re-use | redistribution )\b
          | \baccess \s (?:is \s)? restricted\b""",
        "what is granted for some uses only is kept from all others",
        ("For private use only", "For personal and educational use only", "Access restricted"),
        ("Terms & Conditions", "rooms for private use", "access to the harbour was restricted"),
    ),
    rule(
        "restrictive-licence",
        r"""\bCC [\s-] BY - (?: NC | ND | SA-NC ) \b | \bnon-?commercial \s licen[cs]e\b
          | \bNonCommercial\b | \bNoDerivatives\b | \bNoDerivs\b""",
        "licences that exclude commercial use or changes do not allow every edition",
        ("Licensed under CC BY-NC 4.0", "Attribution-NonCommercial 3.0", "CC BY-ND"),
        ("CC BY 4.0", "CC BY-SA 4.0", "Public domain", "CC0 1.0"),
    ),
)


def restricts(text: str) -> RestrictionRule | None:
    """The first rule that finds a restriction in a text of one line."""
    return next((each for each in RULES if each.claims.search(text)), None)


def restricting(lines: Iterable[str]) -> list[str]:
    """Those of the lines that state a restriction, each wording once."""
    return [*dict.fromkeys(line for line in lines if restricts(line))]
