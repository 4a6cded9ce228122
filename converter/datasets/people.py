"""The list of persons as it lies in the edition: who somebody is, and who wrote which letter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from converter.markup import ID, TEI
from converter.output import Output
from converter.persons.forms import Form, form_of, printed
from converter.persons.mentions import FILE
from converter.problems import Refused
from converter.xml_files import parse_xml

LIST = f"tei/{FILE}"
LETTERS = ("sent", "received")  # notes of a person that name letters
PERSON, NAME, NOTE, REF = (f"{{{TEI}}}{name}" for name in ("person", "persName", "note", "ref"))
EVENTS = ("when", "notBefore", "from", "notAfter", "to")  # what dates a birth or a death


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of the list: its id, its first name, ISO dates of life as far as they are known."""

    id: str
    name: str
    birth: str = ""
    death: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The persons by id, by the forms of their names, and by the letters they had part in."""

    by_id: Mapping[str, Person] = field(default_factory=dict)
    by_form: Mapping[Form, tuple[str, ...]] = field(default_factory=dict)
    letters: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def named(self, name: etree._Element, document: str, role: str) -> str:
        """The id of the one person whom a name in the header of a document names; else nothing."""
        file, _, key = name.get("ref", "").rpartition("#")
        if file.endswith(FILE) and key in self.by_id:
            return key
        form = form_of(name)
        found = self.by_form.get(form, ()) if form else ()
        if role in LETTERS:
            known = self.letters.get((document, role), ())
            found = tuple(each for each in known if each in found)
        return found[0] if len(found) == 1 else ""


def read_people(output: Output) -> People:
    """The list of an edition, ours or an editor's; nobody where there is none.

    One that cannot be read was named when the list was made.
    """
    try:
        root = parse_xml(list_in(output), str(output.folder / LIST)).getroot()
    except Refused:
        return People()
    return people_of(root.iter(PERSON))


def list_in(output: Output) -> bytes:
    """The file of the list, nothing where this edition has none: a last one may still lie there."""
    stale = LIST not in output.now and (LIST in output.before or LIST in output.begun)
    lies_there = (output.folder / LIST).is_file() and not output.is_link(LIST)
    return output.read(LIST) if lies_there and not stale else b""


def people_of(persons: Iterable[etree._Element]) -> People:
    by_id: dict[str, Person] = {}
    by_form: dict[Form, dict[str, None]] = defaultdict(dict)
    letters: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for person in persons:
        names, key = list(person.iterchildren(NAME)), person.get(ID, "")
        if not key or not names:
            continue
        by_id[key] = Person(key, printed(names[0]), event(person, "birth"), event(person, "death"))
        for form in filter(None, map(form_of, names)):
            by_form[form][key] = None
        for note in person.iterchildren(NOTE):
            if (role := note.get("type", "")) in LETTERS:
                for ref in note.iter(REF):
                    document = ref.get("target", "").removesuffix(".xml")
                    letters[document, role][key] = None
    return People(
        by_id,
        {form: tuple(keys) for form, keys in by_form.items()},
        {letter: tuple(keys) for letter, keys in letters.items()},
    )


def event(person: etree._Element, name: str) -> str:
    """The date of a birth or a death, its first or else its last possible one."""
    found = person.find(f"{{{TEI}}}{name}")
    return "" if found is None else next(filter(None, map(found.get, EVENTS)), "")
