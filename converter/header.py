"""Encode the header: what page and settings say about the document (TEI P5, chapter 2)."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache

from lxml import etree

from converter import __version__
from converter.identifiers import file_stem, volume_folder
from converter.languages import language
from converter.markup import element, fill
from converter.model import Document, DocumentKind, Metadata, Name, NamePart, Person
from converter.settings import Settings
from converter.site.addresses import filled, page_of

NAME_ELEMENTS = {
    "surname": ("surname", None),
    "forename": ("forename", None),
    "patronymic": ("forename", "patronymic"),
    "pseudonym": ("addName", "pseudonym"),
}
KEPT = (
    "The characters of the saved page are kept, quotation marks among them; "
    "runs of white space may differ."
)
STATED = "The page it was made from states: "
HYPHENS = (
    "A word that a page break cut in two is joined only where the same word stands elsewhere "
    "in the text; every other hyphen is kept."
)
ENCODED = (
    "Square brackets of the editor are encoded and not kept as characters: an insertion is "
    "supplied, a remark an inline note, commentary a division of its own. A footnote stands where "
    "its anchor stood. A page break marks where a page begins; the one without a number is the "
    "page on which the document begins. What was a guess carries its certainty."
)


def encode_header(document: Document, settings: Settings) -> etree._Element:
    """Document → teiHeader; an element is left out where neither page nor settings say anything."""
    facts = document.metadata
    return element(
        "teiHeader",
        element(
            "fileDesc",
            title_statement(document, settings),
            element("extent", page_marks(facts.page_marks)),
            publication_statement(
                facts.copyright, settings, page_of(settings.address, document.identifier)
            ),
            source(document, settings),
        ),
        encoding(),
        profile(document),
    )


def title_statement(document: Document, settings: Settings) -> etree._Element:
    facts = document.metadata
    made = element("titleStmt", element("title", facts.title, type="main"))
    if facts.volume:
        made.append(element("title", facts.volume, type="sub"))
    if facts.when:
        made.append(element("title", facts.when, type="iso-date"))
    for author in facts.authors:
        made.append(element("author", person_name(author) if author.parts else author.printed))
    for editor in settings.editors:
        orcid = f"https://orcid.org/{editor.orcid}" if editor.orcid else None
        made.append(element("editor", element("persName", editor.name, ref=orcid)))
    made.append(
        responsibility(
            "editor", "notes and commentary", element("name", "editor of the printed edition")
        )
    )
    software = element("name", "converter", type="software")
    made.append(responsibility("converter", "encoding by rule from the saved page", software))
    return made


def responsibility(identifier: str, what: str, who: etree._Element) -> etree._Element:
    return element("respStmt", element("resp", what), who, id_=identifier)


def person_name(name: Name) -> etree._Element:
    return element("persName", *map(name_part, name.parts))


def name_part(part: NamePart) -> etree._Element | str:
    if not part.part:
        return part.text
    tag, kind = NAME_ELEMENTS[part.part]
    return element(tag, part.text, type=kind)


def page_marks(number: int) -> etree._Element:
    return element(
        "measure",
        f"{number} page mark{'' if number == 1 else 's'}",
        unit="page-mark",
        quantity=str(number),
    )


def publication_statement(
    copyright_line: str, settings: Settings, address: str = ""
) -> etree._Element:
    """Who publishes the edition, from its settings only; what the page says of rights is quoted."""
    stated = f"{STATED}{copyright_line}." if copyright_line else ""
    if not settings.publisher:
        return element("publicationStmt", element("p", f"Unpublished encoding. {stated}".strip()))
    made = element("publicationStmt", element("publisher", settings.publisher))
    if settings.date:
        made.append(element("date", settings.date, when=settings.date))
    if address:
        made.append(element("idno", address, type="URI"))
    terms = (
        [element("p", stated or "No licence is stated.")] if stated or not settings.licence else []
    )
    if settings.licence:
        licence = element("licence", settings.licence, target=settings.licence_url or None)
        terms.insert(0, licence)
    made.append(element("availability", *terms))
    return made


def source(document: Document, settings: Settings) -> etree._Element:
    """The document in its printed volume, the archive that shows it, where the original is kept."""
    facts = document.metadata
    author = [element("author", facts.author)] if facts.author else []
    analytic = element("analytic", *author, element("title", facts.title, level="a"))
    monograph = element(
        "monogr", element("title", facts.volume or "Volume not named", level="m"), imprint(facts)
    )
    if facts.last_page:
        monograph.append(pages(facts, settings))
    made = element("sourceDesc", element("biblStruct", analytic, monograph))
    if facts.archive:
        shown = element("bibl", element("title", facts.archive, level="m"), type="digital")
        if facts.publisher:
            fill(shown, [", ", element("publisher", facts.publisher)])
        if address := archive_page(document, settings):
            fill(shown, [", ", element("idno", address, type="URI")])
        made.append(shown)
    if facts.repository or facts.shelfmark:
        kept = [element("repository", facts.repository)] if facts.repository else []
        kept += [element("idno", facts.shelfmark)] if facts.shelfmark else []
        made.append(element("msDesc", element("msIdentifier", *kept)))
    return made


def archive_page(document: Document, settings: Settings) -> str:
    """Where the archive shows the document, if the edition says how it addresses its pages."""
    facts = document.metadata
    return filled(
        settings.page_address,
        {
            "id": document.identifier,
            "volume": volume_folder(document.identifier),
            "document": file_stem(document.identifier),
            "date": facts.when,
            "title": facts.title,
            "shelfmark": facts.shelfmark,
        },
    )


def imprint(facts: Metadata) -> etree._Element:
    return element(
        "imprint", element("publisher", facts.publisher) if facts.publisher else element("date")
    )


def pages(facts: Metadata, settings: Settings) -> etree._Element:
    """The page the document ends on; the first is unknown, unless the settings allow a guess."""
    last, first = facts.last_page, facts.first_mark
    if settings.documents_begin_before_first_mark and first.isdigit() and int(first) > 1:
        begins = str(int(first) - 1)
        return element(
            "biblScope", f"{begins}–{last}", unit="page", from_=begins, to=last, cert="medium"
        )
    return element("biblScope", f"–{last}", unit="page", to=last)


def encoding() -> etree._Element:
    """How the text was encoded: the same in every document."""
    return deepcopy(said_of_the_encoding())


@cache
def said_of_the_encoding() -> etree._Element:
    return element(
        "encodingDesc",
        element(
            "editorialDecl",
            element("quotation", element("p", KEPT), marks="all"),
            element("hyphenation", element("p", HYPHENS)),
            element("interpretation", element("p", ENCODED)),
        ),
        element(
            "appInfo",
            element(
                "application", element("label", "converter"), ident="converter", version=__version__
            ),
        ),
    )


def profile(document: Document) -> etree._Element:
    facts = document.metadata
    made = element("profileDesc")
    if facts.description:
        made.append(
            element("abstract", *(element("p", line) for line in facts.description.split("\n")))
        )
    made.append(element("creation", *date(facts)))
    codes = dict.fromkeys(section.language for section in document.sections)
    made.append(
        element(
            "langUsage", *(element("language", language(code).name, ident=code) for code in codes)
        )
    )
    if facts.tags:
        made.append(
            element("textClass", element("keywords", *(element("term", tag) for tag in facts.tags)))
        )
    if document.kind is DocumentKind.LETTER:
        made.append(correspondence(facts))
    if document.persons:
        made.append(element("particDesc", element("listPerson", *map(person, document.persons))))
    return made


def date(facts: Metadata) -> Iterator[etree._Element]:
    yield element("date", facts.date, when=facts.when or None) if facts.date else element("date")


def correspondence(facts: Metadata) -> etree._Element:
    """Who sent the letter and when, and who received it (TEI P5, 2.4.6)."""
    sent = [
        *correspondents(facts.authors),
        *([element("date", facts.date, when=facts.when)] if facts.when else []),
    ]
    actions = [element("correspAction", *sent, type="sent")] if sent else []
    return element(
        "correspDesc",
        *actions,
        element("correspAction", *correspondents(facts.recipients), type="received"),
    )


def correspondents(names: Iterable[Name]) -> Iterator[etree._Element]:
    for name in names:
        yield person_name(name) if name.parts else element("name", name.printed)


def person(found: Person) -> etree._Element:
    described = [element("note", found.description)] if found.description else []
    return element("person", person_name(found.name), *described, id_=found.id)
