"""The ledger again: each document from its page to its TEI, from its TEI to the text editions."""

from collections.abc import Collection
from pathlib import Path

from lxml import etree

from converter.ledger import balance
from converter.pages import read
from converter.problems import Place, Problem, Refused
from converter.verification.author_words import author_words
from converter.verification.folder import Folder
from converter.verification.interface_words import LANGUAGES, words_of
from converter.verification.manifest import Manifest
from converter.verification.pages import FoundPages
from converter.verification.reading_text import reading_text
from converter.verification.words import Parting, parting
from converter.verification_kinds import DIFFERENCES
from converter.word_files import word_files
from converter.xml_files import read_bytes, read_xml

REMARKS = (etree.Comment, etree.ProcessingInstruction)


class Documents:
    """Compares documents, one at a time; keeps nothing of them but the language of their words."""

    def __init__(
        self,
        folder: Folder,
        manifest: Manifest,
        edited: Collection[str],
        pages: FoundPages | None,
        encoding: str,
    ) -> None:
        self.folder, self.manifest, self.edited = folder, manifest, edited
        self.pages, self.encoding = pages, encoding
        self.languages = list(LANGUAGES)  # of the interface; the one met last stands first

    def compare(self, page: str, document: str) -> tuple[bool, list[Problem]]:
        """Whether a document says throughout what its page says, and where it does not."""
        name = f"tei/{document}.xml"
        by_hand = name in self.edited or name not in self.manifest.outputs
        try:
            tei = self.file(name, page)
            text = self.file(f"text/reading/{document}.txt", page)
            if tei is None:
                return False, []
            root = read_xml(tei).getroot()
            etree.strip_tags(root, *REMARKS)
            problems = self.from_page(page, root, by_hand)
            problems += self.to_text(root, text, by_hand) if text else []
            lacking, differing = self.to_words(root, document, page, by_hand)
            problems += differing
        except Refused as refused:
            return False, [refused.problem]
        whole = text is not None and not lacking
        compared = whole and (self.pages is None or page in self.pages.files)
        return compared and not problems, problems

    def file(self, name: str, page: str) -> Path | None:
        """Where a file is; None where fixity has told already why it cannot be used.

        Raises Refused where nobody has told it.
        """
        named = name in self.manifest.outputs
        try:
            path = self.folder.file(name)
        except Refused:
            if named:
                return None
            raise
        if path is None and not named:
            facts = {"page": page}
            raise Refused(Problem("document-incomplete", self.folder.place(name), "", facts))
        return path

    def from_page(self, page: str, root: etree._Element, by_hand: bool) -> list[Problem]:
        """The first place of each section where the TEI is not what the page says."""
        source = self.pages.files.get(page) if self.pages else None
        if source is None:
            return []
        path = str(source.path)
        found = balance(read(source.data(), path, self.encoding), root)
        code = "tei-edited-from-page" if by_hand else "tei-not-the-page"
        return [
            Problem(code, each.place, each.printed, {"difference": difference(each)})
            for each in found
        ]

    def to_text(self, root: etree._Element, path: Path, by_hand: bool) -> list[Problem]:
        """The first place where the text edition is not what the TEI says."""
        found = self.furthest(root, text_of(path))
        return [departing(path, found, by_hand)] if found else []

    def to_words(
        self, root: etree._Element, document: str, page: str, by_hand: bool
    ) -> tuple[bool, list[Problem]]:
        """Whether one of the files of the author's words is missing, and where others depart."""
        lacking, problems = False, []
        for file in word_files(root):
            wanted, name = author_words(root, file.places), file.name(document)
            if not wanted and name not in self.manifest.outputs:
                continue
            path = self.file(name, page)
            found = parting(text_of(path), wanted) if path else None
            lacking |= path is None
            problems += [departing(path, found, by_hand)] if path and found else []
        return lacking, problems

    def furthest(self, root: etree._Element, text: str) -> Parting | None:
        """Where they part, in that language of the edition's own words which fits best."""
        partings: list[Parting] = []
        for language in self.languages:
            found = parting(text, reading_text(root, words_of(language)))
            if found is None:
                self.languages.remove(language)
                self.languages.insert(0, language)
                return None
            partings.append(found)
        return max(partings, key=lambda each: each.agree)


def text_of(path: Path) -> str:
    """Raises Refused where the file cannot be read, or is not UTF-8."""
    data = read_bytes(path, "cannot-read")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"byte {data[error.start]:#04x} at offset {error.start} is not UTF-8"
        raise Refused(Problem("cannot-read", Place(str(path)), "", {"reason": reason})) from None


def departing(path: Path, found: Parting, by_hand: bool) -> Problem:
    """A text that is not what the TEI says, which may have been edited since."""
    code = "text-older-than-tei" if by_hand else "text-not-the-tei"
    place = Place(str(path), found.line, found.column)
    return Problem(code, place, found.printed, {"text": found.found, "tei": found.wanted})


def difference(problem: Problem) -> str:
    """A problem of the ledger in words for a page and a TEI file that are both there."""
    return DIFFERENCES[problem.code].format_map(problem.facts)
