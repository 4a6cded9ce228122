"""The editor's own list of persons, ``persons.xml`` beside ``edition.toml``: it wins."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from converter.fingerprint import sha256
from converter.markup import ID, TEI
from converter.persons.facts import Life, life_of
from converter.persons.forms import Form, printed
from converter.persons.names import Name, name_of
from converter.problems import Place, Problem
from converter.xml_files import line_of, read_xml

NAME = "persons.xml"
NS = {"t": TEI}
DATES = ("when", "notBefore", "from", "when-iso")


@dataclass(frozen=True, slots=True, eq=False)
class OwnPerson:
    """A ``person`` as the editor wrote it, with each name it is known by."""

    id: str
    element: etree._Element
    names: tuple[Name, ...]
    forms: frozenset[Form]
    life: Life


@dataclass(frozen=True, slots=True)
class OwnList:
    """The persons of the file that can be used, and what is wrong with the others."""

    persons: tuple[OwnPerson, ...] = ()
    problems: tuple[Problem, ...] = ()
    sha256: str = ""  # of the file


NOBODY = OwnList()


def read_own_list(path: Path) -> OwnList:
    """The persons of a TEI file or a bare listPerson. Raises Refused where it cannot be read."""
    root = read_xml(path).getroot()
    found = list(root.iter(f"{{{TEI}}}person"))
    if not found:
        return OwnList((), (Problem("own-persons-empty", Place(str(path), 1)),))
    ids = Counter(person.get(ID, "") for person in found)
    persons: list[OwnPerson] = []
    problems: list[Problem] = []
    for person in found:
        place = Place(str(path), line_of(person))
        key = person.get(ID, "")
        names = tuple(map(name_of, person.iterfind("t:persName", NS)))
        forms = frozenset(name.form for name in names if name.form)
        facts = {"id": key, "name": names[0].printed if names else ""}
        if not key:
            problems.append(Problem("own-person-without-id", place, "", facts))
        elif ids[key] > 1 and any(key == known.id for known in persons):
            problems.append(Problem("own-person-twice", place, "", facts))
        elif not forms:
            problems.append(Problem("own-person-without-name", place, "", facts))
        else:
            persons.append(OwnPerson(key, person, names, forms, life(person)))
    return OwnList(tuple(persons), tuple(problems), sha256(path.read_bytes()))


def life(person: etree._Element) -> Life:
    """Years from birth and death, where the editor gave them, else from the notes."""
    told = life_of(" ".join(printed(note) for note in person.iterfind("t:note", NS)))
    return Life(
        year_of(person, "birth") or told.birth, year_of(person, "death") or told.death, told.words
    )


def year_of(person: etree._Element, event: str) -> int:
    node = person.find(f"t:{event}", NS)
    if node is None:
        return 0
    said: Sequence[str] = [node.get(name, "") for name in DATES]
    years = [value[:4] for value in [*said, printed(node)] if value[:4].isdecimal()]
    return int(years[0]) if years and len(years[0]) == 4 else 0
