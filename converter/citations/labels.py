"""The words before numbers in citations: page, document, leaf, column, volume, issue, part.

A word of three letters or more may begin with a capital; shorter ones are printed as they stand
here. ``(.)`` is a stop that may be left out.
"""

from collections.abc import Mapping

from converter.model import FieldKind

Words = Mapping[str, str]  # by the language that prints them

LABELS: Mapping[FieldKind, Words] = {
    FieldKind.PAGE: {
        "en": "page pages p. P. pp(.) Pp(.) PP.",
        "de": "Seite Seiten S. SS.",
        "ru": "с. С. стр. ст. Ст.",
        "pl": "s. str.",
        "it": "pag. pagg.",
    },
    FieldKind.DOCUMENT: {
        "en": "doc(.) docs(.) document documents no(.) No(.) nos(.) n(.) N(.)",
        "de": "dok(.) dokument dokumente nr(.) Nr(.) nrs(.)",
        "ru": "док(.) № №№",
        "fr": "n° nº N° Nº",
    },
    FieldKind.FOLIO: {
        "en": "fol(.) fols(.) folio folios f. ff.",
        "ru": "л. Л. лл. Лл. ЛЛ. l. L. ll. Ll.",
        "de": "Bl. Blatt",
        "pl": "k. kk. kart(.) karta karty",
    },
    FieldKind.COLUMN: {"en": "col(.) cols(.) column columns", "de": "Sp."},
    FieldKind.VOLUME: {
        "en": "vol(.) vols(.) volume volumes part pt.",
        "de": "bd(.) Bd(.) band(.)",
        "ru": "т. Т. том кн.",
        "fr": "t. T. tom(.) tome",
        "it": "tomo",
    },
    FieldKind.ISSUE: {
        "en": "no(.) No(.) nos(.) issue",
        "de": "nr(.) Nr(.) Heft H.",
        "ru": "№ вып.",
        "it": "fasc.",
    },
}
# Parts of a volume: ``vol. 3, part 2``.
PARTS: Words = {
    "en": "part pt. Pt. bk. Bk.",
    "de": "teil Tl.",
    "ru": "кн. Кн.",
    "pl": "kn.",
}
LONG = 3  # letters, from which on a word may begin with a capital


def label(words: Words) -> str:
    """A pattern for these words."""
    every = {word for printed in words.values() for word in printed.split()}
    return f"(?:{'|'.join(sorted(map(one, every), key=len, reverse=True))})"


def one(word: str) -> str:
    """A pattern for one word, with its stop and its capital."""
    bare = word.removesuffix("(.)").removesuffix(".")
    first = f"[{bare[0]}{bare[0].upper()}]" if len(bare) >= LONG else bare[0]
    if word.endswith("(.)"):
        ending = r"(?!\w)\.?"
    else:
        ending = r"\." if word.endswith(".") else "" if not bare[-1].isalpha() else r"(?!\w)"
    return first + bare[1:] + ending
