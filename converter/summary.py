"""Summary: what the edition needs to know of a document, read from its TEI, whoever wrote that."""

from dataclasses import dataclass

from lxml import etree

from converter.markup import ID, LANG, TEI

NS = {"t": TEI}


@dataclass(frozen=True, slots=True)
class Summary:
    """Facts of one document as its TEI header states them; empty where it does not."""

    identifier: str
    kind: str
    volume: str
    title: str
    when: str  # ISO, as far as known
    authors: tuple[str, ...]
    recipients: tuple[str, ...]
    page_marks: int
    language: str = ""  # of the text, and of its title

    @property
    def year(self) -> str:
        return self.when[:4]


def summarise(root: etree._Element) -> Summary:
    """The TEI element → Summary."""
    header = "t:teiHeader/"
    title = f"{header}t:fileDesc/t:titleStmt/t:title"
    date = root.find(f"{header}t:profileDesc/t:creation/t:date", NS)
    received = f"{header}t:profileDesc/t:correspDesc/t:correspAction[@type='received']/*"
    measure = root.find(f"{header}t:fileDesc/t:extent/t:measure[@unit='page-mark']", NS)
    quantity = measure.get("quantity", "") if measure is not None else ""
    when = (
        next((date.get(name, "") for name in ("when", "from", "notBefore") if date.get(name)), "")
        if date is not None
        else ""
    )
    return Summary(
        identifier=root.get(ID, ""),
        kind=root.get("type", "document"),
        volume=first(root, f"{title}[@type='sub']"),
        title=first(root, f"{title}[@type='main']") or first(root, title),
        when=when,
        authors=tuple(texts(root, f"{header}t:fileDesc/t:titleStmt/t:author")),
        recipients=tuple(texts(root, received)),
        page_marks=int(quantity) if quantity.isdigit() else 0,
        language=root.get(LANG, ""),
    )


def first(root: etree._Element, path: str) -> str:
    return next(iter(texts(root, path)), "")


def texts(root: etree._Element, path: str) -> list[str]:
    """The text of the elements, white space folded, the empty ones left out."""
    found = (
        " ".join("".join(map(str, node.itertext())).split())
        for node in root.iterfind(path, NS)
        if node.tag != f"{{{TEI}}}date"
    )
    return [text for text in found if text]
