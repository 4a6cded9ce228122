"""Markup on a page of the site that no stylesheet of ours writes: text of a page that got out."""

import re
from collections.abc import Iterator

from lxml import html

OWN_SCRIPT = re.compile(r"(?:\.\./)*(?:assets/)?[a-z-]+\.js")
PLACE = r"(?:\.\./|[a-z0-9-]+/)*[a-z0-9-]+(?:\.[a-z]{2,4})+(?:[#?].*)?"
ADDRESS = re.compile(rf"https?://|mailto:|#|{PLACE}\Z|\Z")
FOREIGN = frozenset(
    ("iframe", "object", "embed", "base", "style", "form", "img", "svg", "applet", "math", "video")
)
LOADED = frozenset(
    ("src", "href", "action", "formaction", "data", "poster", "xlink:href", "srcset")
)


def unsafe(page: str, own_forms: bool = False) -> Iterator[str]:
    """What a page of the site has of markup that no stylesheet of ours writes.

    ``own_forms``: it may be a page of lists, on which some of them write a form.
    """
    root = html.document_fromstring(page)
    if root.xpath("string(head/*[1]/@http-equiv)") != "Content-Security-Policy":
        yield "html: the policy of the page does not stand first"
    foreign = FOREIGN - {"form"} if own_forms else FOREIGN
    for node in root.iter("*"):
        if node.tag in foreign:
            yield f"html: <{node.tag}>"
        if node.tag == "script" and not OWN_SCRIPT.fullmatch(node.get("src", "")):
            data = node.get("type") == "application/ld+json" and "<" not in (node.text or "")
            if not data:
                yield "html: a script that is not ours"
        for name, value in ((str(name), str(value)) for name, value in node.attrib.items()):
            if name.startswith("on") or name == "style":
                yield f"html: @{name}"
            if name in LOADED and not (node.tag == "script" or ADDRESS.match(value)):
                yield f"html: {name}={value!r}"
