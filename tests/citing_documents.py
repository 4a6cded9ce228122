"""TEI documents that cite, made for tests from the inside of their notes."""

from lxml import etree
from lying_documents import lying

from converter.bibliography.cited import CitingDocument
from converter.entries import Entry
from converter.markup import TEI


def vik(rest: str = "", title: str = "Pilot Diaries", name: str = "O. Vik") -> str:
    """A book of the pilot's, in full with ``rest``."""
    return (
        f'<bibl type="book"><author>{name}</author>, <title level="m">{title}</title>{rest}</bibl>'
    )


IMPRINT = ' (<pubPlace>Amsel</pubPlace>, <date when="1952">1952</date>)'
PAGE = ', <citedRange unit="page" n="40">p. 40</citedRange>'


def ibid(rest: str = "", words: str = "Ibid.") -> str:
    return f'<bibl type="other"><ref type="ibid">{words}</ref>{rest}</bibl>'


def op_cit(author: str, rest: str = PAGE) -> str:
    return (
        f'<bibl type="book"><author>{author}</author>, <ref type="ibid">op. cit.</ref>{rest}</bibl>'
    )


def piece(number: str, siglum: str = "TNA", class_: str = "FO 371") -> str:
    holder = f'<orgName type="repository">{siglum}</orgName> ' if siglum else ""
    return (
        f'<bibl type="archival">{holder}<idno type="shelfmark"><idno type="class">{class_}</idno> '
        f'<idno type="piece">{number}</idno></idno></bibl>'
    )


def times(day: str = "1938-03-14") -> str:
    return (
        '<bibl type="newspaper"><title level="j">The Times</title>, '
        f'<date when="{day}">{day}</date></bibl>'
    )


def notes(*inside: str, first: int = 1, kind: str = "source", prefix: str = "") -> str:
    return "".join(
        f'<p xml:id="{prefix}p{n}">Words.<note xml:id="{prefix}n{n}" n="{n}" type="{kind}">'
        f"{text}</note></p>\n"
        for n, text in enumerate(inside, start=first)
    )


def document(body: str, when: str = "1938-03-14", title: str = "14 March") -> etree._Element:
    """A document with a header that says when it was written, and these paragraphs."""
    return etree.fromstring(
        f'<TEI xmlns="{TEI}" xml:id="diary_{when}" type="diary-entry" xml:lang="en"><teiHeader>'
        f'<fileDesc><titleStmt><title type="main">{title}</title><title type="sub">Diary</title>'
        "</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
        f'</fileDesc><profileDesc><creation><date when="{when}">{when}</date></creation>'
        f"</profileDesc></teiHeader><text><body>\n{body}</body></text></TEI>"
    )


def citing(*bodies: str) -> list[CitingDocument]:
    """Documents in order, each from its paragraphs."""
    return [
        CitingDocument(f"diary/{number}", document(body)) for number, body in enumerate(bodies, 1)
    ]


def entry(body: str, when: str, ours: bool = True, title: str = "An entry") -> Entry:
    root = document(body, when, title)
    return lying(f"diary/{when}", root, ours)
