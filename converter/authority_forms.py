"""Forms of names and sigla: what counts as the same form of print."""

import re
import unicodedata

NOT_COUNTED = re.compile(r"[\s.'’‘ʹʼ`´\u00ad-]+")  # dots, spaces, apostrophes, hyphens
ROMANISED = re.compile("[iyj]+")
LETTERS = re.compile(r"[^\W\d_]")


def is_siglum(form: str) -> bool:
    """Whether a form is a siglum: no small letters at all, or one word with several capitals.

    >>> [is_siglum(form) for form in ("AVP RF", "D.D.F.", "BArch", "IfZ")]
    [True, True, True, True]
    >>> [is_siglum(form) for form in ("The Times", "Pravda", "Parl. Deb. HC")]
    [False, False, False]
    """
    letters = LETTERS.findall(form)
    capitals = sum(letter.isupper() for letter in letters)
    return bool(letters) and (capitals == len(letters) or (capitals > 1 and " " not in form))


def folded(form: str) -> str:
    """What is the same in all prints of a form: no dots, spaces, apostrophes and hyphens.

    The case of a siglum is kept. In names i, y and j are one letter, and so are several in a row:
    romanisations differ in them.

    >>> folded("P.A.-A.A."), folded("God Krizisa")
    ('PAAA', 'godkrizisa')
    >>> {folded(form) for form in ("Izvestiia", "Izvestiya", "Izvestija", "Izvestia")}
    {'izvestia'}
    """
    plain = unicodedata.normalize("NFC", form)
    if is_siglum(plain):
        return NOT_COUNTED.sub("", plain)
    return ROMANISED.sub("i", NOT_COUNTED.sub("", plain.casefold()))
