"""A work as a bibl: persons surname first, titles, imprint, extent, with the usual punctuation."""

import re
from collections.abc import Iterator

from lxml import etree

from converter.bibliography.cited import Extent
from converter.bibliography.description import Description
from converter.bibliography.persons import Person
from converter.markup import element

Content = list[etree._Element | str]


def work_content(work: Description) -> Content:
    """Description → fields and the punctuation between them.

    ``Vik, O., Pilot Diaries, ed. Brandt, A. (Amsel: Harbour Press, 1952)``
    """
    made: Content = []
    for field in (*named(work), *titled(work), *published(work), *web(work)):
        bracket = isinstance(field[0], str) and field[0].startswith(" (")
        made += [", "] if made and not bracket else []
        made += field
    return made


def named(work: Description) -> Iterator[Content]:
    """The authors, parted by semicolons, because their names have commas."""
    content: Content = []
    for one in work.authors:
        content += (["; "] if content else []) + [person(one, "author")]
    if content:
        yield content


def titled(work: Description) -> Iterator[Content]:
    if work.level:  # what has none is called by its address
        own, level = work.own_title, work.level
        printed = f"‘{own}’" if level == "a" else own
        yield [element("title", printed, level=level)]
    if work.container:
        inside = element("title", work.container, level="j" if work.type == "journal" else "m")
        yield ["in ", inside] if work.type == "chapter" else [inside]
    for number, one in enumerate(work.editors):
        yield ["ed. ", person(one, "editor")] if not number else [person(one, "editor")]


def published(work: Description) -> Iterator[Content]:
    """Volume and year of an article; place, publisher and year of what came out by itself."""
    for one in work.extent:
        if one.unit != "page":
            yield [scope(one)]
    date = [dated(work)] if work.date else []
    imprint: Content = []
    for name, text, sign in (("pubPlace", work.place, ": "), ("publisher", work.publisher, "")):
        if text:
            imprint += [element(name, text), sign]
    imprint = [each for each in imprint if each != ""]
    if imprint and imprint[-1] == ": ":
        imprint.pop()
    if imprint or date:
        parted: Content = [", "] if imprint and date else []
        yield [" (", *imprint, *parted, *date, ")"]
    for one in work.extent:
        if one.unit == "page":
            yield [scope(one)]


def scope(one: Extent) -> etree._Element:
    first, last = one.first or None, one.last or None
    return element("biblScope", one.words, unit=one.unit or None, from_=first, to=last)


def dated(work: Description) -> etree._Element:
    """The date in its printed words; in brackets of their own none are needed: ``April (2004)``."""
    figures = re.fullmatch(r"\d{4}(-\d\d){0,2}", work.date)
    printed = re.sub(r"[()\[\]]", "", work.date_words) or work.date
    return element("date", printed, when=work.date if figures else None)


def web(work: Description) -> Iterator[Content]:
    if work.address:
        yield [element("ref", work.address, type="url", target=work.address)]


def person(one: Person, role: str) -> etree._Element:
    """Surname first where the given name is initials; in full it stays as it is printed."""
    surname = element("surname", one.surname)
    if not one.given:
        return element(role, surname)
    if not one.abridged:
        return element(role, f"{one.given} {one.surname}")
    return element(role, surname, ", ", element("forename", one.given))
