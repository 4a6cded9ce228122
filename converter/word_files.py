"""The files of the author's words: one a language, for programs that count words.

Such programs are shown a folder and read every file in it, so each language has a folder of its
own: ``text/words/en/letters/1936-02-12.txt``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from converter.identifiers import name_slug
from converter.markup import LANG, TEI, local

WORDS = "text/words"
UNDETERMINED = "und"
SECTIONS = ("translation", "transcription")


@dataclass(frozen=True, slots=True)
class WordFile:
    """The sections of a document whose words go into one file.

    ``folder`` is its language as the name of a folder, ``places`` count the sections from 1.
    """

    folder: str
    language: str  # as the TEI has it
    kind: str  # "translation" or "transcription", where all its sections are of one kind
    places: tuple[int, ...]

    def name(self, document: str) -> str:
        """Its name in the output folder, where the document's files are called ``document``."""
        return f"{WORDS}/{self.folder}/{document}.txt"


def word_files(root: etree._Element) -> list[WordFile]:
    """What files a TEI document can have, in its order; one without words is not written.

    Where translation and transcription are in one language, the later has a folder of its own:
    ``en-transcription``.
    """
    found: dict[str, tuple[str, set[str], list[int]]] = {}
    kinds: dict[str, str] = {}  # of a language's first section
    for place, section in enumerate(sections(root), start=1):
        language, kind = language_of(section), section.get("type", "")
        folder = name_slug(language) if language else UNDETERMINED
        if kinds.setdefault(folder, kind) != kind:
            folder = f"{folder}-{name_slug(kind) if kind else 'other'}"
        _, told, places = found.setdefault(folder, (language or UNDETERMINED, set(), []))
        told.add(kind)
        places.append(place)
    return [
        WordFile(folder, language, "".join(told) if len(told) == 1 else "", tuple(places))
        for folder, (language, told, places) in found.items()
    ]


def sections(root: etree._Element) -> Iterator[etree._Element]:
    """The parts of a text as ``xslt/common/structure.xsl`` counts them.

    Those of a body of nothing but translation and transcription; else body, front and back.
    """
    for text in root.iterchildren(f"{{{TEI}}}text"):
        for part in text.iterchildren("*"):
            inner = list(part.iterchildren("*"))
            sectioned = all(local(e) == "div" and e.get("type") in SECTIONS for e in inner)
            yield from inner if inner and sectioned and local(part) == "body" else [part]


def language_of(section: etree._Element) -> str:
    """The language of a section, its own or that of what stands around it."""
    return next(filter(None, (node.get(LANG, "") for node in outwards(section))), "")


def outwards(node: etree._Element) -> Iterator[etree._Element]:
    yield node
    yield from node.iterancestors()


def in_language(files: Sequence[WordFile], language: str) -> tuple[int, ...]:
    """The places of the sections in a language, ``ru``, and its varieties, ``ru-1917``."""
    return tuple(
        place
        for file in files
        for place in file.places
        if f"{file.language}-".lower().startswith(f"{language}-".lower())
    )
