"""Addresses: where pages of the edition, of the archive and images lie, filled in from patterns."""

import re
from collections.abc import Collection, Mapping
from urllib.parse import quote, urlsplit

from converter.identifiers import file_stem, volume_folder

GAP = re.compile(r"\{([^{}]*)\}")
DOCUMENT_GAPS = ("id", "volume", "document", "date", "title", "shelfmark")
IMAGE_GAPS = ("page", "volume", "document")
WEB = re.compile(r"https?://[^\s/?#\"'<>;,]+(?:/[^\s\"'<>]*)?", re.IGNORECASE)


def is_web(text: str) -> bool:
    """An address of the web whose host may stand in a page's policy, which ``;`` would end."""
    return bool(WEB.fullmatch(text)) and "@" not in urlsplit(text).netloc


def is_base(text: str) -> bool:
    """An address below which the pages of the edition lie."""
    return is_web(text) and not set("?#{}") & set(text)


def gaps(pattern: str) -> list[str]:
    return GAP.findall(pattern)


def has_gaps(pattern: str, known: Collection[str], needed: str = "") -> bool:
    """A pattern with gaps that can be filled, at least one, ``needed`` among them."""
    found = gaps(pattern)
    return bool(found) and set(found) <= set(known) and (not needed or needed in found)


def filled(pattern: str, facts: Mapping[str, str]) -> str:
    """A pattern with its gaps filled, fit for an address; empty where a fact is not known."""
    if any(not facts.get(name) for name in gaps(pattern)):
        return ""
    return named(pattern, {name: quote(fact, safe="") for name, fact in facts.items()})


def named(pattern: str, facts: Mapping[str, str]) -> str:
    """A pattern with its gaps filled as they are, for the name of a file."""
    return GAP.sub(lambda gap: facts[gap.group(1)], pattern)


def page_in(base: str, name: str) -> str:
    """The address of a page of the edition: ``volume/1938-03-14`` → ``…/volume/1938-03-14.html``.

    >>> page_in("https://vik.example.org/", "volume-1/1938-03-14")
    'https://vik.example.org/volume-1/1938-03-14.html'
    """
    return f"{base.rstrip('/')}/{quote(name)}.html" if base else ""


def page_of(base: str, identifier: str) -> str:
    """The same of a document by its identifier."""
    return page_in(base, f"{volume_folder(identifier)}/{file_stem(identifier)}")


def origin(address: str) -> str:
    """The host of an address as a page's policy names it; empty for a file.

    >>> origin("https://images.example.org/iiif/3/pb-77/full/max/0/default.jpg")
    'https://images.example.org'
    """
    parts = urlsplit(address)
    return f"{parts.scheme.lower()}://{parts.netloc}" if is_web(address) else ""
