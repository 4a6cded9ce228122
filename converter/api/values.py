"""What a document holds, as frozen values: paragraphs, notes, citations, persons, pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, an item of a list or a line of a letter's opening or ending.

    ``kind`` is the TEI element (``p``, ``item``, ``dateline``, ``salute``, ``addrLine``,
    ``signed`` …; TEI P5, chapters 3 and 7); ``id`` its ``xml:id``, which lines of letters lack.
    ``text`` has insertions in square brackets, and neither notes nor page marks; white space is
    one space. ``page`` is the number of the page on which it begins, empty before the first
    number. ``language`` is a code of BCP 47; ``by_author`` is false in the editor's commentary.
    ``label`` is the number of a point, which the text has too.

    >>> import converter
    >>> entry = converter.read("examples/diary/1938-09-28.txt").convert()
    >>> first = entry.paragraphs[0]
    >>> first.id, first.kind, first.page, first.language, first.by_author
    ('p1', 'p', '', 'en', True)
    >>> first.text[:40]
    'They are digging in the Kleine Schanze. '
    """

    id: str
    kind: str
    text: str
    page: str
    language: str
    by_author: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote of the editor, or a remark within a line.

    ``kind`` is ``biographical``, ``source``, ``explanatory`` or, for a remark, ``editorial``;
    ``number`` as printed beside it in the edition. ``text`` has a line for each of its paragraphs.
    ``certainty`` (``high``, ``medium``, ``low``) says how sure it is that this is a note. The
    anchor is the paragraph with the id ``paragraph`` (empty in the title and in lines without an
    id) after its first ``offset`` characters; ``within`` is the element there, such as ``head``.

    >>> import converter
    >>> entry = converter.read("examples/diary/28 September, night.txt").convert()
    >>> [note] = entry.notes
    >>> note.id, note.number, note.kind, note.certainty, note.paragraph, note.offset
    ('n1', '1', 'biographical', 'medium', 'p3', 29)
    >>> entry.paragraph(note.paragraph).text[: note.offset]
    'I went across to the Czech’s.'
    """

    id: str
    number: str
    kind: str
    text: str
    certainty: str
    language: str
    paragraph: str
    within: str
    offset: int


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a citation: what it names, as it is printed, and in full.

    ``name`` is one of ``author``, ``editor``, ``article``, ``periodical``, ``book``,
    ``unpublished``, ``repository``, ``collection``, ``shelfmark`` and its parts (``class``,
    ``piece``, ``item``, ``fond``, ``opis``, ``delo``), ``date``, ``volume``, ``issue``,
    ``series``, ``extent`` (the pages of an article), ``page``, ``document``, ``folio``,
    ``column``, ``place``, ``publisher``, ``same`` (ibid.) and ``address``; else it is the name of
    the TEI element. ``value`` is the date in ISO 8601, the number or the address in full, a range
    with ``/`` between its ends; empty where only the printed text is known.

    >>> import converter
    >>> converter.Field("date", "25 March 1938", "1938-03-25").value
    '1938-03-25'
    """

    name: str
    text: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that a note cites (TEI ``bibl``; P5, chapter 3.12).

    ``type`` is ``archival``, ``documentCollection``, ``newspaper``, ``journal``, ``book``,
    ``chapter``, ``thesis``, ``debates``, ``web`` or ``other``; ``text`` as printed; ``fields`` in
    printed order. ``note`` and ``document`` are the ids of where it stands; ``work`` that of its
    entry in ``bibliography.xml``, known in an edition that was built.

    >>> import converter
    >>> page = converter.read("examples/diary/1938-03-12.txt")
    >>> entry = page.convert(edition="examples/edition.toml")
    >>> cited = entry.citations[0]
    >>> cited.type, cited.field("repository"), cited.field("shelfmark"), cited.note
    ('archival', 'VSA', 'Cabinet Minutes, 1938, vol. 1', 'n3')
    """

    type: str
    text: str
    fields: tuple[Field, ...]
    certainty: str
    note: str
    document: str
    work: str = ""

    def field(self, name: str) -> str:
        """The printed text of the first field of this name; empty where there is none.

        >>> import converter
        >>> book = converter.Field("book", "A Manual of Buoys")
        >>> cited = converter.Citation("book", "A Manual of Buoys", (book,), "high", "n1", "a")
        >>> cited.field("book"), cited.field("author")
        ('A Manual of Buoys', '')
        """
        return next((each.text for each in self.fields if each.name == name), "")

    def value(self, name: str) -> str:
        """What the first field of this name says in full, else its printed text.

        >>> import converter
        >>> day = converter.Field("date", "25 March 1938", "1938-03-25")
        >>> cited = converter.Citation("archival", "25 March 1938", (day,), "high", "n1", "a")
        >>> cited.field("date"), cited.value("date")
        ('25 March 1938', '1938-03-25')
        """
        return next((each.value or each.text for each in self.fields if each.name == name), "")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a note of the document explains; ``note`` says what it says.

    ``edition`` is the id in ``persons.xml``, the same in all documents of an edition that was
    built; ``certainty`` that of the identification.

    >>> import converter
    >>> entry = converter.read("examples/diary/28 September, night.txt").convert()
    >>> entry.persons[0].name, entry.persons[0].id
    ('Václav Horský', 'horsky-vaclav')
    """

    id: str
    name: str
    note: str
    edition: str = ""
    certainty: str = "high"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the printed volume on which a part of the text stands.

    ``number`` as printed; empty for the page on which a document begins, which is not marked.
    ``at_end`` is true of a page of endnotes, whose mark stands inside a note.

    >>> import converter
    >>> entry = converter.read("examples/diary/28 September, night.txt").convert()
    >>> [page.number for page in entry.pages]
    ['', '281']
    """

    id: str
    number: str
    language: str
    at_end: bool = False
