"""HTML pages: what a browser saved as HTML, laid out in lines as the archive's text is."""

import codecs
import re

from converter.layout import as_dumped

TAGS = re.compile(r"<(?:!doctype|html|head|body|div|p)\b", re.IGNORECASE)
WHOLE = re.compile(r"\ufeff?\s*(?:<!doctype html|<html)\b", re.IGNORECASE)
CHARSET = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
HEAD = 4096  # bytes at the beginning of a page in which its encoding is declared
# What browsers read in place of what is declared: a declaration that can be read is not UTF-16.
READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8"}


def looks_like_html(path: str, text: str) -> bool:
    """A whole HTML page under any name, or a file of that ending with tags in it.

    Pages of text may have been given that ending too.
    """
    named = path.lower().endswith((".html", ".htm"))
    return WHOLE.match(text) is not None or (named and TAGS.search(text[:20_000]) is not None)


def declared_encoding(data: bytes) -> str:
    """The encoding that an HTML page declares for itself; empty where it does not, or none known.

    >>> declared_encoding(b"<html><head><meta charset=windows-1251>")
    'cp1251'
    """
    found = CHARSET.search(data[:HEAD])
    if found is None or b"<" not in data[:64]:
        return ""
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return ""
    return READ_AS.get(name, name)


def plain_text(html: str) -> str:
    """A saved HTML page laid out as the archive's text dumps are."""
    from resiliparse.extract.html2text import extract_plain_text  # slow to load, seldom needed

    text = str(
        extract_plain_text(html, preserve_formatting=True, main_content=False, list_bullets=True)
    )
    return "\n".join(as_dumped(text.split("\n")))
