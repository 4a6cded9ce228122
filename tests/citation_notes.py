"""Notes as the scorer sees them: their text and their citations, each with its place and fields."""

from dataclasses import dataclass

from lxml import etree

from converter.markup import TEI

CORE = frozenset(
    f"{{{TEI}}}{name}"
    for name in (
        "author",
        "editor",
        "title",
        "orgName",
        "name",
        "idno",
        "date",
        "citedRange",
        "biblScope",
    )
)
BIBL = f"{{{TEI}}}bibl"
KINDS = ("type", "unit", "level")  # the attribute that says what kind of a field it is
VALUES = ("when", "from", "to", "n")

NotePlace = tuple[str, str]  # of the document and of the note in it: "1939-05-23", "3"


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: str
    text: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        values = "".join(f' {name}="{value}"' for name, value in self.values)
        return f"{self.name}{f' {self.kind}' if self.kind else ''}{values} ‹{self.text}›"

    @property
    def sort(self) -> str:
        return f"{self.name} {self.kind}".strip()

    def claims(self, found: "Field") -> bool:
        """The found field is this one: what it says beyond this one's values does not count."""
        same = (self.name, self.kind, self.text) == (found.name, found.kind, found.text)
        return same and set(self.values) <= set(found.values)


@dataclass(frozen=True, slots=True)
class Citation:
    start: int
    end: int
    type: str
    work: str
    text: str
    fields: tuple[Field, ...]

    def shares(self, other: "Citation") -> int:
        return min(self.end, other.end) - max(self.start, other.start)

    def spans(self, other: "Citation") -> bool:
        return (self.start, self.end) == (other.start, other.end)


@dataclass(frozen=True, slots=True)
class Note:
    place: NotePlace
    text: str
    citations: tuple[Citation, ...]


def read_note(element: etree._Element, place: NotePlace) -> Note:
    """The note's text and citations; a run of white space counts as one space."""
    text = ""
    opened: dict[etree._Element, int] = {}
    spans: list[tuple[etree._Element, int, int]] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            opened[node] = len(text)
            text = joined(text, node.text)
            continue
        if event == "end" and node.tag == BIBL:
            spans.append((node, *trimmed(text, opened[node], len(text))))
        if node is not element:
            text = joined(text, node.tail)
    spans.sort(key=lambda span: span[1:])
    found = tuple(citation(bibl, start, end, text[start:end]) for bibl, start, end in spans)
    return Note(place, text.rstrip(), found)


def joined(text: str, more: str | None) -> str:
    """The text going on, its white space normalised.

    >>> joined("see ", " TNA,\\n FO")
    'see TNA, FO'
    """
    if not more:
        return text
    words = " ".join(more.split())
    before = " " if more[0].isspace() and text and not text.endswith(" ") else ""
    after = " " if words and more[-1].isspace() else ""
    return text + before + words + after


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return start, end


def citation(bibl: etree._Element, start: int, end: int, text: str) -> Citation:
    fields = tuple(as_field(node) for node in bibl.iterdescendants(*CORE))
    return Citation(start, end, bibl.get("type", ""), bibl.get("corresp", ""), text, fields)


def as_field(node: etree._Element) -> Field:
    values = tuple((name, value) for name in VALUES if (value := node.get(name)))
    kind = next((value for name in KINDS if (value := node.get(name))), "")
    text = " ".join(str(node.xpath("string()")).split())
    return Field(etree.QName(node).localname, kind, text, values)
