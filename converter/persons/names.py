"""Names as documents print them: plain values, of which equal ones are one in memory."""

from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from lxml import etree

from converter.persons.forms import Form, form_of, printed, said


@dataclass(frozen=True, slots=True)
class Name:
    """A ``persName`` or ``author``: its markup, its words, its surname where one is marked."""

    tei: str
    printed: str
    surname: str
    form: Form | None

    def element(self) -> etree._Element:
        """The same made anew, for a list to show."""
        return etree.fromstring(self.tei)


def name_of(element: etree._Element) -> Name:
    """The name that an element of any document holds."""
    # A copy has the namespaces that it needs, and no others of its document.
    return read(etree.tostring(deepcopy(element), encoding="unicode", with_tail=False))


@cache
def read(tei: str) -> Name:
    """Names return again and again."""
    element = etree.fromstring(tei)
    return Name(tei, printed(element), said(element, "surname"), form_of(element))
