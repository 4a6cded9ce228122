"""What stands on lines of its own in the text edition, and what in a line."""

from lxml import etree

from converter.markup import local

SPACES = " \t\r\n"
LINES = frozenset(("p", "ab", "head", "label", "dateline", "salute", "signed", "addrLine", "l"))
LETTER_PARTS = frozenset(("opener", "closer", "postscript", "address", "lg", "list"))
BLOCKS = (LINES - {"ab", "label"}) | LETTER_PARTS | {"item", "div"}
APART = LINES | LETTER_PARTS | {"item", "div"}  # set apart by a space where they stand among words
CONTAINERS = LETTER_PARTS | {"front", "body", "back", "div"}
MARKS = frozenset("–—•·*▪◦-")  # of list items


def is_footnote(note: etree._Element) -> bool:
    return note.get("place") != "inline"


def is_container(node: etree._Element) -> bool:
    """Blocks stand in it, and the mark of a page between two of them is shown in the latter."""
    name = local(node)
    if name in ("item", "note"):
        return has(node, "p")
    return name in CONTAINERS or (name == "quote" and (has(node, "p") or has(node, "lg")))


def is_line(node: etree._Element) -> bool:
    """A block of words."""
    name = local(node)
    return name in LINES or (name == "item" and not has(node, "p"))


def has(node: etree._Element, name: str) -> bool:
    return any(local(child) == name for child in node)


def leads_to_line(node: etree._Element) -> bool:
    """The next that is shown of an element is a line of words, in whatever it stands."""
    at: etree._Element | None = node
    while at is not None and not is_line(at):
        if local(at) == "pb":
            at = None if words_in(at.tail) else at.getnext()
        elif is_container(at):
            at = None if words_in(at.text) or not len(at) else at[0]
        else:
            return False
    return at is not None


def words_in(text: str | None) -> bool:
    """There is more than white space."""
    return bool(text and text.strip(SPACES))


def has_own_mark(item: etree._Element) -> bool:
    """The first sign in an item is the mark that was printed before it."""
    first = next(filter(words_in, map(str, item.itertext())), "")
    return first.strip(SPACES)[:1] in MARKS if first else False


def holding_blocks(root: etree._Element) -> frozenset[etree._Element]:
    """The elements around blocks; what stands in a note is written elsewhere."""
    found: set[etree._Element] = set()
    for node in root.iter():
        if local(node) not in BLOCKS:
            continue
        at = node.getparent()
        while at is not None and at not in found and local(at) != "note":
            found.add(at)
            at = at.getparent()
    return frozenset(found)


def sections(root: etree._Element) -> list[etree._Element]:
    """The parts of a text that have notes of their own."""
    found: list[etree._Element] = []
    for text in root.iterchildren("{*}text"):
        for part in text:
            found += part if local(part) == "body" and sectioned(part) else [part]
    return found


def sectioned(body: etree._Element) -> bool:
    """A body of nothing but translation and transcription."""
    kinds = ("translation", "transcription")
    return bool(len(body)) and all(
        local(part) == "div" and part.get("type") in kinds for part in body
    )


def headline(found: list[etree._Element]) -> etree._Element | None:
    """The head that is the title of the whole document: the first section's, if it stands first."""
    if not found:
        return None
    holder = found[0]
    divisions = [part for part in holder if local(part) == "div"]
    if local(holder) == "body" and len(divisions) == 1 and not has(holder, "head"):
        holder = divisions[0]
    first = next((part for part in holder if local(part) != "pb"), None)
    return first if first is not None and local(first) == "head" else None
