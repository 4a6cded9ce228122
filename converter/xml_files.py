"""XML files read safely: no document types, no entities, no network; mistakes with their place."""

import re
from pathlib import Path

from lxml import etree

from converter.problems import Place, Problem, Refused

# What the parser says, what it means to an editor, what to do. The first that matches counts.
MEANINGS: tuple[tuple[str, str, str], ...] = (
    (
        r"Opening and ending tag mismatch: (\S+) line (\d+) and ([^\s,]+)",
        r"<\1> of line \2 is closed by </\3>",
        r"write </\1> here, or correct what was opened last",
    ),
    (
        r"xmlParseEntityRef: no name|EntityRef: expecting ';'",
        "a bare & stands in the text",
        "write &amp; for the sign &",
    ),
    (
        r"Entity '(\S+)' not defined",
        r"the entity &\1; is not defined",
        "write the character itself",
    ),
    (
        r"Premature end of data in tag (\S+) line (\d+)",
        r"the file ends before <\1> of line \2 is closed",
        "check whether the file is cut off",
    ),
    (
        r"StartTag: invalid element name|Unescaped '<' not allowed",
        "a bare < stands in the text",
        "write &lt; for the sign <",
    ),
    (r"Document is empty|no element found", "the file is empty, or no XML", "check the file"),
    (r"Start tag expected", "the file is no XML: it does not begin with a tag", "check the file"),
    (
        r"Attribute (\S+) redefined",
        r"the attribute \1 is given twice in one tag",
        "keep one of the two",
    ),
    (r"AttValue: \S+ or ' expected", "an attribute's value is not in quotation marks", "add them"),
    (
        r"Namespace prefix (\S+)(?: for \S+)? on (\S+) is not defined",
        r"the prefix '\1' on \2 is not declared",
        r"declare it on the first element: xmlns:\1='…'",
    ),
    (
        r"AttValue: ' expected|Specification mandates value|Couldn't find end of Start Tag",
        "a tag is not finished",
        "finish it; check whether the file is cut off",
    ),
    (r"Excessive depth", "elements are nested too deeply", "check whether end tags are missing"),
    (
        r"not proper UTF-8|Invalid bytes in character encoding|Char 0x\S+ out of allowed range"
        r"|PCDATA invalid Char|invalid character",
        "there is a byte or character that XML does not allow here",
        "save the file as UTF-8, and remove control characters",
    ),
    (
        r"Extra content at the end of the document",
        "something stands after the end of the first element",
        "keep everything within one TEI element",
    ),
)

LARGEST = 100 << 20  # a tree takes ten times as much memory as its file
# A declared type in a file that cannot be read: its entities are why, or would be the next reason.
DOCTYPE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?"
    rb"(?>\s+|<\?(?>.*?\?>)|<!--(?>.*?-->))*+(<!DOCTYPE[^\[>]{0,200})",
    re.DOTALL,
)


def read_xml(path: Path) -> etree._ElementTree:
    """The tree of a file; Refused where it cannot be read, is not well-formed or has a DOCTYPE."""
    return parse_xml(read_bytes(path, "file-not-readable"), str(path))


def parse_xml(data: bytes, path: str) -> etree._ElementTree:
    """The same for bytes already read; ``path`` is only for the message."""
    if len(data) > LARGEST:
        raise Refused(too_large(path))
    try:
        tree = etree.ElementTree(etree.fromstring(data, parser()))
    except etree.XMLSyntaxError as error:
        refuse_declared(data, path)
        raise Refused(not_well_formed(error, data, path)) from error
    refuse_doctype(tree, path)
    return tree


def read_bytes(path: Path, code: str) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Refused(too_large(str(path)))
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(Problem(code, Place(str(path)), facts={"reason": reason})) from error


def parser() -> etree.XMLParser:
    # With collect_ids the parser stops at an identifier used twice, before the rules can name it.
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        collect_ids=False,
    )


def refuse_doctype(tree: etree._ElementTree, path: str) -> None:
    if tree.docinfo.internalDTD is not None:
        doctype: str = tree.docinfo.doctype  # type: ignore[attr-defined]  # the stubs leave it out
        raise Refused(has_doctype(doctype or "<!DOCTYPE>", path))


def refuse_declared(data: bytes, path: str) -> None:
    """The same for a file that cannot be parsed."""
    if declared := DOCTYPE.match(data.replace(b"\0", b"")):  # which UTF-16 puts between letters
        raise Refused(has_doctype(declared[1].decode("utf-8", "replace").rstrip(), path))


def has_doctype(doctype: str, path: str) -> Problem:
    return Problem("xml-has-doctype", Place(path, 1), facts={"doctype": doctype})


def too_large(path: str) -> Problem:
    return Problem("xml-too-large", Place(path), facts={"megabytes": LARGEST >> 20})


def not_well_formed(error: etree.XMLSyntaxError, data: bytes, path: str) -> Problem:
    """The first thing that the parser could not understand, in plain words, with its line."""
    line, column = error.lineno or 0, error.offset or 0
    reason, remedy = meaning(error.msg or "")
    return Problem(
        "xml-not-well-formed",
        Place(path, line, column),
        printed=printed_line(data, line),
        facts={"reason": reason, "remedy": remedy},
    )


def meaning(message: str) -> tuple[str, str]:
    for pattern, says, remedy in MEANINGS:
        if found := re.search(pattern, message):
            return found.expand(says), found.expand(remedy)
    plain = re.sub(r", line \d+, column \d+.*$", "", message)
    return f"the file is not well-formed XML: {plain}", "correct the markup at this place"


def line_of(element: etree._Element) -> int:
    """The line on which an element begins; 0 for one that was made in memory."""
    line: int | None = element.sourceline  # type: ignore[assignment]  # the stubs do not know it
    return line or 0


def printed_line(data: bytes, line: int) -> str:
    lines = data.split(b"\n")
    return (
        lines[line - 1].rstrip(b"\r").decode("utf-8", "replace") if 0 < line <= len(lines) else ""
    )
