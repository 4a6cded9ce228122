"""A document of an edition as one frozen value, read from its TEI, whoever wrote that."""

from dataclasses import dataclass, field

from converter.api.body import (
    authors_lines,
    blocks,
    language_of,
    notes,
    pages,
    paragraphs,
    sections,
)
from converter.api.cited import citations, persons
from converter.api.running_text import words_of
from converter.api.values import Citation, Note, Page, Paragraph, Person
from converter.guesses import Guess
from converter.problems import Place, Problem, Refused
from converter.summary import summarise
from converter.xml_files import parse_xml


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what its header says, its paragraphs, notes, citations, persons, pages.

    ``kind`` is ``diary-entry``, ``letter``, ``conversation`` or ``document``; ``date`` ISO 8601 as
    far as it is known (``1938-05``), else empty; ``author`` and ``recipient`` as the header has
    them, several with ``; `` between them; ``languages`` those of its texts, codes of BCP 47, that
    of the translation first. ``problems`` and ``guesses`` (lines that could have been read
    otherwise, the least certain first) are those of the conversion, and empty where a TEI file was
    read. ``source`` is the file it comes from.

    >>> import converter
    >>> letter = converter.read("examples/letters/ozerov-to-ozerova-1936-02-12.txt").convert()
    >>> letter.id
    'letters-of-p-a-ozerov-volume-2_1936-02-12_p-a-ozerov-to-v-a-ozerova'
    >>> letter.kind, letter.date, letter.author, letter.recipient
    ('letter', '1936-02-12', 'Ozerov, Pavel Andreevich (Lotsman)', 'Ozerova, Vera Andreevna')
    >>> letter.volume, letter.languages
    ('Letters of P. A. Ozerov: Volume 2', ('en', 'ru'))
    >>> len(letter.paragraphs), len(letter.notes), [page.number for page in letter.pages]
    (18, 3, ['', '41', '', '312', '313'])
    """

    id: str
    title: str
    date: str
    kind: str = field(repr=False)
    volume: str = field(repr=False)
    author: str = field(repr=False)
    recipient: str = field(repr=False)
    languages: tuple[str, ...] = field(repr=False)
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    notes: tuple[Note, ...] = field(repr=False)
    citations: tuple[Citation, ...] = field(repr=False)
    persons: tuple[Person, ...] = field(repr=False)
    pages: tuple[Page, ...] = field(repr=False)
    problems: tuple[Problem, ...] = field(repr=False)
    guesses: tuple[Guess, ...] = field(repr=False)
    source: str = field(repr=False)
    tei: bytes = field(repr=False)
    lines: tuple[tuple[str, str], ...] = field(repr=False)  # of the author, with their language

    def convert(self) -> "Document":
        """The document itself: so ``read(path).convert()`` is one, whatever the file was.

        >>> import converter
        >>> entry = converter.read("examples/diary/1938-12-24.txt").convert()
        >>> entry.convert() is entry
        True
        """
        return self

    def to_tei(self) -> bytes:
        """The TEI as it is written to a file: UTF-8 with an XML declaration.

        >>> import converter
        >>> entry = converter.read("examples/diary/1938-12-24.txt").convert()
        >>> entry.to_tei().decode().splitlines()[0]
        '<?xml version="1.0" encoding="UTF-8"?>'
        """
        return self.tei

    def text(self, language: str | None = None) -> str:
        """The author's words alone, a paragraph or line of a letter a line.

        No notes, no commentary, no insertions, no heads, no numbers of points, no page marks:
        what can be counted as the author's. ``language`` is one of ``languages``; without it, the
        first of them. Raises ValueError for a language that the document does not have.

        >>> import converter
        >>> letter = converter.read("examples/letters/ozerov-to-ozerova-1936-02-12.txt").convert()
        >>> print(*letter.text("ru").splitlines()[-3:], sep=chr(10))
        Обнимаю тебя,
        Твой Павел
        P. S. Вдова только что постучала и спросила, как сказать «оттепель». Считаю это знаком.
        >>> letter.text("de")
        Traceback (most recent call last):
            ...
        ValueError: no text in 'de' here; there is: en, ru
        """
        wanted = self.languages[0] if language is None else language
        if wanted not in self.languages:
            raise ValueError(f"no text in {wanted!r} here; there is: {', '.join(self.languages)}")
        return "\n".join(text for spoken, text in self.lines if spoken == wanted)

    def words(self, language: str | None = None) -> tuple[str, ...]:
        """The words of ``text(language)``, in order and as they are printed.

        A word is a run of letters and digits, with apostrophes and hyphens between them.

        >>> import converter
        >>> entry = converter.read("examples/diary/1938-12-24.txt").convert()
        >>> entry.words()
        ('Snow', 'Brahms', 'no', 'telegrams')
        """
        return words_of(self.text(language))

    def paragraph(self, id: str) -> Paragraph:
        """The paragraph with this id. Raises KeyError where there is none.

        >>> import converter
        >>> converter.read("examples/diary/1938-12-24.txt").convert().paragraph("p1").text
        'Snow, Brahms, no telegrams.'
        """
        for each in self.paragraphs:
            if id and each.id == id:
                return each
        raise KeyError(id)

    def validate(self) -> tuple[Problem, ...]:
        """What the schemas of the project find wrong in the TEI; nothing is as it should be.

        >>> import converter
        >>> converter.read("examples/diary/1938-12-24.txt").convert().validate()
        ()
        """
        from converter.schemas import edition_schemas  # slow to load
        from converter.validate import validate_tree

        schemas = edition_schemas(thorough=False)
        return tuple(validate_tree(parse_xml(self.tei, self.source), self.source, schemas))


def document_of(
    tei: bytes, path: str, problems: tuple[Problem, ...] = (), guesses: tuple[Guess, ...] = ()
) -> Document:
    """The bytes of a TEI file → Document; ``path`` is named in messages.

    Raises Refused where they are no XML that can be read, or no document of an edition.
    """
    root = parse_xml(tei, path).getroot()
    if not sections(root):
        raise Refused(Problem("no-document", Place(path)))
    facts, found = summarise(root), list(blocks(root))
    languages = dict.fromkeys(language_of(section) for section in sections(root))
    return Document(
        id=facts.identifier,
        title=facts.title,
        date=facts.when,
        kind=facts.kind,
        volume=facts.volume,
        author="; ".join(facts.authors),
        recipient="; ".join(facts.recipients),
        languages=tuple(languages),
        paragraphs=tuple(paragraphs(found)),
        notes=tuple(notes(found)),
        citations=tuple(citations(root)),
        persons=tuple(persons(root)),
        pages=tuple(pages(root)),
        problems=problems,
        guesses=guesses,
        source=path,
        tei=tei,
        lines=tuple(authors_lines(found)),
    )
