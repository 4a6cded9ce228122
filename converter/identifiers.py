"""Identifiers and file names: a closed alphabet of a–z, 0–9 and the hyphen."""

import hashlib
import re
import unicodedata

from converter.dates import dates_in
from converter.languages import Language

LONGEST = 80
SEPARATOR = re.compile(r"[^a-z0-9]+")
# BGN/PCGN 1947 romanization of Russian, without diacritics and apostrophes; the letters of
# Ukrainian and Belarusian added. The hard and the soft sign are dropped.
CYRILLIC = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ы э ю я і ї є ґ ў"
ROMANIZED = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya i yi ye g u"
# Letters of the Latin alphabet that are not a base letter with a diacritic.
LATIN = "ß æ œ ø ł đ þ ð ı"
PLAIN = "ss ae oe o l d th d i"
# Devices of Windows, whatever the ending; and the site's own folders, which no volume may be.
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(10)))
) | {"assets", "search"}
LETTERS = str.maketrans(
    dict(zip(CYRILLIC.split(), ROMANIZED.split(), strict=True))
    | dict(zip(LATIN.split(), PLAIN.split(), strict=True))
    | {"ъ": "", "ь": ""}
)


def slug(text: str, longest: int = LONGEST) -> str:
    """Text in the closed alphabet; one longer than ``longest`` is cut, with a hash of the whole."""
    folded = unicodedata.normalize("NFC", text).lower().translate(LETTERS)
    plain = (
        unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode().replace("'", "")
    )
    made = SEPARATOR.sub("-", plain.replace("’", "")).strip("-")
    if len(made) <= longest:
        return made
    return made[: longest - 7].rstrip("-") + "-" + short_hash(text)


def short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def name_slug(text: str, longest: int = LONGEST) -> str:
    """A slug that may begin an XML name, and be that of a folder, on Windows and in the site.

    ``v-`` stands before a digit and what is reserved; ``x`` and a hash for no letters.

    >>> name_slug("1938"), name_slug("Aux"), name_slug("…")
    ('v-1938', 'v-aux', 'xb49358')
    """
    made = slug(text, longest) or f"x{short_hash(text)}"
    if made not in RESERVED and not made[0].isdigit():
        return made
    return f"v-{slug(text, longest - len('v-'))}"


def document_identifier(volume: str, when: str, title: str, tongue: Language) -> str:
    """The id of a document: volume, date or ``undated``, and the title without its date."""
    parts = [name_slug(volume or "volume unknown"), when or "undated"]
    rest = slug(without_date(title, tongue), LONGEST - len(parts[1]) - 1)
    return "_".join([*parts, rest] if rest else parts)


def told_apart(identifier: str, fingerprint: str) -> str:
    """The id of one of several documents that would share it, and so their files' names.

    >>> told_apart("log_1938-03-12_storm", "3 pages")
    'log_1938-03-12_storm_3b80ea'
    """
    volume, _, rest = identifier.partition("_")
    mark = short_hash(fingerprint)
    return f"{volume}_{rest[: LONGEST - len(mark) - 1].rstrip('-_')}_{mark}"


def volume_folder(identifier: str) -> str:
    return identifier.split("_", 1)[0]


def file_stem(identifier: str) -> str:
    """The file name of a document without its ending: its id after the volume."""
    return identifier.split("_", 1)[-1].replace("_", "-")


def without_date(title: str, tongue: Language) -> str:
    """A title without its first date and the preposition before it.

    The title of a diary entry leaves nothing.

    >>> from converter.languages import language
    >>> without_date("Conversation with the Harbour Master on 3 June 1937", language("en"))
    'Conversation with the Harbour Master'
    """
    found = next(dates_in(title, tongue), None)
    if found is None:
        return title
    before, after = title[: found.start].rstrip(" ,"), title[found.end :].lstrip(" ,")
    last = before.rsplit(" ", 1)[-1] if before else ""
    if last.lower() in tongue.date_prepositions:
        before = before[: -len(last)].rstrip()
    return " ".join(filter(None, (before, after))).strip(" .,")
