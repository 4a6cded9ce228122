"""Examples for an ODD: elements of documents that the converter made of examples/.

Long texts and contents are shortened; … stands for what was left out. Used by make_odd.py.
"""

import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from lxml import etree
from odd_grammar import XML

from converter.cli import main
from converter.markup import TEI, local

EXAMPLES = "http://www.tei-c.org/ns/Examples"
PLAIN: Mapping[Any, str] = {None: EXAMPLES}  # without a prefix
POINTER = re.compile(r"([\w/.-]+)#xpath\((.+)\)")
LONG, WHOLE, SHOWN = 96, 620, 2  # characters of a text, of an element; like children in a row
LEFT_OUT = "…"

GATHERED = ("corpus.xml", "correspondence.xml")
Documents = Mapping[str, etree._Element]


def built(pages: Path) -> dict[str, etree._Element]:
    """The TEI that ``converter build`` makes of these pages, by volume and name of each file."""
    with tempfile.TemporaryDirectory() as folder:
        CliRunner().invoke(main, ["build", str(pages), "-o", folder], catch_exceptions=False)
        return documents(Path(folder) / "tei")


def documents(folder: Path) -> dict[str, etree._Element]:
    """The documents in the folder of an edition, and its lists; not what is gathered from them."""
    found = sorted(path for path in folder.rglob("*.xml") if path.name not in GATHERED)
    return {path.relative_to(folder).as_posix(): etree.parse(path).getroot() for path in found}


def at(pointer: str, files: Documents) -> etree._Element:
    """The one element that a pointer such as ``v/1938.xml#xpath(//note[@n='2'])`` names.

    Raises ValueError where it names none, or several.
    """
    match = POINTER.fullmatch(pointer)
    if not match:
        raise ValueError(f"'{pointer}' is no place in a document")
    name, path = match.groups()
    prefixed = re.sub(r"(?<=/)(?=[a-zA-Z])(?!\w+::)", "tei:", path)
    found = files[name].xpath(prefixed, namespaces={"tei": TEI})
    if not isinstance(found, list) or len(found) != 1 or not isinstance(found[0], etree._Element):
        raise ValueError(f"'{pointer}' does not name one element")
    return found[0]


def shown(element: etree._Element) -> etree._Element:
    """A copy in the namespace of examples, shortened, its lines beginning at the margin."""
    copy = deepcopy(element)
    copy.tail = None
    for each in copy.iter():
        each.text = short(each.text)
        if each is not copy:
            each.tail = short(each.tail)
    if length(copy) > WHOLE:
        shorten(copy)
    outdent(copy)
    top = etree.Element(f"{{{EXAMPLES}}}{local(copy)}", nsmap=PLAIN)
    rename(copy, top)
    return top


def rename(element: etree._Element, into: etree._Element) -> None:
    """Everything of an element in another of the namespace of examples."""
    into.attrib.update(dict(element.attrib))
    into.text = element.text
    for child in element:
        if not local(child):
            inner: etree._Element = etree.Comment(child.text)
            into.append(inner)
        else:
            inner = etree.SubElement(into, f"{{{EXAMPLES}}}{local(child)}")
            rename(child, inner)
        inner.tail = child.tail


def set_apart(example: etree._Element, prefix: str) -> None:
    """Identifiers of an example, and references to them, made unlike those of all others.

    In one file an identifier may stand only once; the guide takes the prefix away again.
    """
    example.set(f"{XML}id", prefix)
    for each in example.iterdescendants(f"{{{EXAMPLES}}}*"):
        for name, value in ((str(key), str(value)) for key, value in each.attrib.items()):
            if name == f"{XML}id":
                each.set(name, f"{prefix}.{value}")
            elif value.startswith("#"):
                each.set(name, f"#{prefix}.{value[1:]}")


def length(element: etree._Element) -> int:
    return len(etree.tostring(element))


def short(text: str | None) -> str | None:
    """A long text with its middle left out, at spaces."""
    if text is None or len(text) <= LONG:
        return text
    first, last = text[: LONG // 2], text[-LONG // 2 :]
    return f"{first.rpartition(' ')[0]} {LEFT_OUT} {last.partition(' ')[2]}"


def shorten(element: etree._Element) -> None:
    """Leave out the contents of long children, and of children in a row the third and later."""
    run, before = 0, ""
    for child in list(element):
        name = local(child)
        run = run + 1 if name == before else 1
        before = name
        if run > SHOWN and is_blank(element):
            if run == SHOWN + 1:
                child.addprevious(left_out(child))
            element.remove(child)
        elif length(child) > WHOLE // 3:
            if len(child) and length(child) <= WHOLE and not is_blank(child):
                continue
            del child[:]
            child.text = LEFT_OUT


def left_out(child: etree._Element) -> etree._Element:
    """A comment in the place of children that are not shown."""
    comment = etree.Comment(f" {LEFT_OUT} ")
    comment.tail = child.tail
    return comment


def is_blank(element: etree._Element) -> bool:
    """Whether an element has only elements in it, a line each."""
    texts = [element.text, *(child.tail for child in element)]
    return not any((text or "").strip() for text in texts)


def outdent(element: etree._Element) -> None:
    """Lines begin as far left as they can, in steps of two."""
    breaks = [element.text, *(each.tail for each in element.iter() if each is not element)]
    breaks += [each.text for each in element.iter()]
    indents = [len(t) - len(t.rstrip(" ")) for t in breaks if t and "\n" in t and not t.strip()]
    least = max(min(indents, default=0), 0)
    for each in element.iter():
        each.text = left(each.text, least)
        if each is not element:
            each.tail = left(each.tail, least)


def left(text: str | None, by: int) -> str | None:
    if not text or "\n" not in text or text.strip():
        return text
    return "\n" + " " * (len(text) - len(text.rstrip(" ")) - by)


def of_elements(names: Iterable[str], files: Documents) -> dict[str, tuple[str, etree._Element]]:
    """For each element one example with its pointer: a certain one, with most attributes, short."""
    best: dict[str, tuple[tuple[bool, int, bool, int], str, etree._Element]] = {}
    wanted = set(names)
    for name, root in files.items():
        if "/" not in name:
            continue
        for element in root.iter(f"{{{TEI}}}*"):
            named = local(element)
            if named not in wanted:
                continue
            told = " ".join(str(etree.tostring(element, method="text", encoding="unicode")).split())
            certain = element.get("cert") is None
            key = (not certain, -len(element.attrib), length(element) > WHOLE, abs(len(told) - 60))
            if named not in best or key < best[named][0]:
                best[named] = (key, f"{name}#xpath({path_to(element)})", element)
    return {name: (pointer, element) for name, (_, pointer, element) in best.items()}


def path_to(element: etree._Element) -> str:
    """The XPath of an element, by its identifier or that of an element around it."""
    steps: list[str] = []
    each: etree._Element | None = element
    while each is not None:
        step = local(each)
        if identifier := each.get(f"{XML}id"):
            return f"//{step}[@xml:id='{identifier}']" + "".join(f"/{s}" for s in steps)
        parent = each.getparent()
        like: Sequence[etree._Element] = [] if parent is None else parent.findall(each.tag)
        number = f"[{like.index(each) + 1}]" if len(like) > 1 else ""
        steps.insert(0, f"{step}{number}")
        each = parent
    return "".join(f"/{s}" for s in steps)
