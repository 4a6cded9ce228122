"""A stylesheet with all its modules as one text that leads nowhere: modules are addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from lxml import etree

from converter.confined.enclosing import (
    Folder,
    forbidden,
    leads_out,
    too_large,
)
from converter.problems import Place, Problem, Refused
from converter.resources import folder
from converter.xml_files import line_of

XSL = "{http://www.w3.org/1999/XSL/Transform}"
OURS = "converter:"  # converter:html/all.xsl
# The number comes first, since Saxon shows an address from its last slash on: there is none after.
ADDRESS = "data:application/xslt+xml;module={number};charset=us-ascii,"
MODULE = re.compile(
    r"(?:data:application/)?xslt\+xml;module=(\d{1,4});charset=us-ascii,[\w.~%-]*", re.ASCII
)
LINE = re.compile(r"(?:on|at) line (\d{1,9})(?: column \d+)? (?:of|in) (file:/*|[^\s:)]+)")
LONGEST = 4 << 20  # of a module with all in it; that of our HTML is half of one MB
DEEPEST = 30  # a module in a module in a module …
UNSUPPORTED = ("use-package", "import-schema")


@dataclass(frozen=True, slots=True)
class Module:
    """One file of a stylesheet, written anew, and which of its lines is which."""

    path: str
    text: str
    lines: dict[int, int]


@dataclass(slots=True)
class Enclosed:
    """The stylesheet, its modules in the order of their numbers, and the kind of its output."""

    modules: list[Module | None] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        assert self.modules[0] is not None
        return self.modules[0].text

    def place(self, said: str) -> Place:
        """The first place that Saxon names, as the user has it."""
        found = LINE.search(said)
        return self._place(found) if found else Place(self._module("0").path)

    def in_words(self, said: str) -> str:
        """What Saxon said, with the user's names and lines for its own."""
        return MODULE.sub(lambda found: self._name(found[1]), LINE.sub(self._line, said))

    def _place(self, found: re.Match[str]) -> Place:
        number = MODULE.match(found[2])
        module = self._module(number[1] if number else "0")
        return Place(module.path, module.lines.get(int(found[1]), 0))

    def _line(self, found: re.Match[str]) -> str:
        place = self._place(found)
        return f"on line {place.line} of {Path(place.path).name}"

    def _name(self, number: str) -> str:
        return Path(self._module(number).path).name

    def _module(self, number: str) -> Module:
        """The module of a number; the stylesheet itself for one that nobody gave."""
        found = self.modules[int(number)] if int(number) < len(self.modules) else None
        found = found or self.modules[0]
        assert found is not None
        return found


def enclose(path: Path) -> Enclosed:
    """The stylesheet with what it includes and imports. Raises Refused."""
    own, ours = Folder.of(path), Folder(folder("xslt").resolve())
    enclosing = Enclosing(own, ours)
    enclosing.module(path, str(path), own, ())
    return enclosing.result


@dataclass(slots=True)
class Enclosing:
    """What is known while modules are put into each other."""

    own: Folder
    ours: Folder
    result: Enclosed = field(default_factory=Enclosed)
    numbers: dict[Path, int] = field(default_factory=dict)

    def module(self, file: Path, path: str, where: Folder, around: tuple[Path, ...]) -> int:
        """The number of a module, once all that it asks for is in it."""
        key = file.resolve()
        if key in self.numbers:
            return self.numbers[key]
        number = self.numbers[key] = len(self.result.modules)
        self.result.modules.append(None)
        tree = where.tree(key, path, "stylesheet-not-readable")
        lines = [line_of(element) for element in tree.iter("*")]
        for element in instructions(tree, path):
            if element.tag == f"{XSL}output" and not element.get("name"):
                self.result.methods += filter(None, [element.get("method")])
            if element.tag in (f"{XSL}include", f"{XSL}import"):
                asked = self.asked(element, key, path, where, (*around, key))
                element.set("href", asked)
        self.result.modules[number] = rewritten(tree, path, lines)
        return number

    def asked(
        self,
        element: etree._Element,
        file: Path,
        path: str,
        where: Folder,
        around: tuple[Path, ...],
    ) -> str:
        """The address that holds the module which an element asks for."""
        address = (element.get("href") or "").strip()
        outside = leads_out(address, element, path)
        if address.startswith(OURS):
            where, rest = self.ours, address.removeprefix(OURS)
            found = where.named(rest, where.top / "any", outside)
            shown = f"{OURS}{found.relative_to(where.top).as_posix()}"
        else:
            found = where.named(address, file, outside)
            inside = found.relative_to(where.top).as_posix()
            shown = OURS + inside if where is self.ours else str(Path(path).parent / address)
        if found in around or len(around) == DEEPEST:
            facts = {"address": address}
            raise Refused(Problem("stylesheet-in-circle", outside.place, "", facts))
        number = self.module(found, shown, where, around)
        module = self.result.modules[number]
        assert module is not None
        if len(module.text) > LONGEST:
            raise Refused(too_large(outside.place, LONGEST))
        return ADDRESS.format(number=number) + quote(module.text, safe="")


def instructions(tree: etree._ElementTree, path: str) -> Iterator[etree._Element]:
    """The elements of XSLT, each found to ask for nothing that does not run here."""
    for element in list(tree.iter(f"{XSL}*")):
        name = etree.QName(element).localname
        if name in UNSUPPORTED:
            raise forbidden(f"xsl:{name}", element, path)
        if "_href" in element.attrib:
            raise forbidden("_href", element, path)
        yield element


def rewritten(tree: etree._ElementTree, path: str, lines: list[int]) -> Module:
    """The module as it will be read; a tag of many lines becomes one."""
    text = etree.tostring(tree, encoding="us-ascii").decode()
    again = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
    return Module(path, text, dict(zip((line_of(e) for e in again.iter("*")), lines, strict=True)))
