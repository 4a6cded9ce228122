"""Creators: persons and bodies read from TEI names, or from names that are only printed text."""

import re
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from converter.exports.fields import NS, plain
from converter.exports.reference import Creator, Role
from converter.languages import language
from converter.markup import local
from converter.model import Name, NamePart
from converter.names import byline_names, given_names, part, surname_first

# Signs of a body rather than a person: words of institutions, connecting words, figures.
BODY = re.compile(
    r"\b(?:Academy|Administration|Agency|Archives?|Assembly|Association|Board|Bureau|Cabinet"
    r"|Centre|Center|Commission|Committee|Company|Congress|Conference|Council|Court|Department"
    r"|Embassy|Foundation|Government|Institute?|Institut|Legation|Library|Ministry|Ministère"
    r"|Ministerium|Museum|Office|Organi[sz]ation|Party|Press|School|Secretariat|Service|Society"
    r"|Union|University|Amt|Gesellschaft|of|the|für|МИД|Министерство|Академия|Комитет"
    r"|Комиссия|Институт|Общество)\b|\d"
)
AND = re.compile(r"\s+(?:and|und|et|y|i|и|&)\s+")
LISTED = re.compile(rf",\s*(?:and\s+)?|{AND.pattern}")
# What says that somebody is an editor, where it stands inside the element.
EDITING = re.compile(
    r"^(?:eds?\.|edited|Hrsg\.|Hg\.|hrsg\.|hg\.|под ред\.|ред\.)\s*(?:by|von)?\s+"
    r"|\s*\((?:eds?|Hrsg|Hg|ред)\.?\)$|,\s*eds?\.?$"
)


Reader = Callable[[str, Role], Iterator[Creator]]


def creators_of(nodes: Iterable[etree._Element], role: Role, read: Reader) -> Iterator[Creator]:
    """The people and bodies that author, editor or correspondent elements name, in order.

    ``read`` takes names that have no parts: ``byline`` those of a header, ``citing`` of a citation.
    """
    for node in nodes:
        for name in node.findall("t:persName", NS) or [node]:
            if parts_of(name, "t:surname"):
                yield person(name, role)
            elif local(node) == "orgName":
                yield Creator(role, literal=plain(node))
            else:
                yield from read(plain(name), role)


def parts_of(name: etree._Element, path: str) -> str:
    return " ".join(filter(None, map(plain, name.iterfind(path, NS))))


def person(name: etree._Element, role: Role) -> Creator:
    """A name with its parts, in a persName or straight in author or editor."""
    given = (plain(each) for each in name.iterfind("t:forename", NS) if not each.get("type"))
    return Creator(
        role,
        family=" ".join(filter(None, (parts_of(name, "t:nameLink"), parts_of(name, "t:surname")))),
        given=" ".join(filter(None, given)),
        patronymic=parts_of(name, "t:forename[@type='patronymic']"),
        pseudonym=parts_of(name, "t:addName"),
    )


def byline(printed: str, role: Role) -> Iterator[Creator]:
    """``Surname, Forename Patronymic (Pseudonym)``; a name without a comma is kept whole."""
    for name in byline_names(printed):
        if name.parts:
            yield with_parts(name, role)
        else:
            yield Creator(role, literal=name.printed)


def with_parts(name: Name, role: Role) -> Creator:
    which = ("surname", "forename", "patronymic", "pseudonym")
    return Creator(role, *(part(name, each) for each in which))


def citing(printed: str, role: Role) -> Iterator[Creator]:
    """Names as citations have them: ``Vik, Ole``, ``O. Vik and A. Brandt``, ``Harbour Board``."""
    for text in filter(None, map(str.strip, EDITING.sub("", printed).split(";"))):
        if is_body(text):
            yield Creator(role, literal=text)
            continue
        listed = list(filter(None, map(str.strip, LISTED.split(text))))
        names = listed if all(map(is_whole, listed)) else AND.split(text)
        yield from (cited_name(name.strip(), role) for name in names if name.strip())


def is_body(text: str) -> bool:
    return bool(BODY.search(text)) or (text.isupper() and "." not in text)


def is_whole(name: str) -> bool:
    """Given names and a surname; what begins with a small letter begins with a particle."""
    return len(name.split()) > 1 and not name[0].islower()


def cited_name(printed: str, role: Role) -> Creator:
    """One person, in the order of catalogues or as the name is said."""
    if "," in printed and (names := byline_names(printed)) and names[0].parts:
        return with_parts(names[0], role)
    words = printed.split()
    if len(words) > 1 and surname_first(words):
        family, given = words[0], words[1:]
    else:
        last = len(words) - 1
        particles = language("en").name_particles
        while last > 0 and words[last - 1].lower() in particles:
            last -= 1
        family, given = " ".join(words[last:]), words[:last]
    return with_parts(Name(printed, (NamePart(family, "surname"), *given_names(given))), role)
