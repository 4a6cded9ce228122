"""Decode: from the bytes of a saved page, text or HTML, to its lines."""

import re
from dataclasses import dataclass

from converter.html_pages import declared_encoding, looks_like_html, plain_text
from converter.layout import as_dumped, copied, with_bullets
from converter.other_forms import refuse_other_form, refuse_other_layout
from converter.problems import Place, Problem, Refused

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STAND_IN = "\N{REPLACEMENT CHARACTER}"
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the saved page, with its number counted from 1."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Nothing visible: white space and no-break spaces are layout here."""
        return not self.text.strip()


def decode(data: bytes, path: str, encoding: str = "") -> tuple[list[str], list[Problem]]:
    """The lines of a saved page (text or HTML) and a warning for each character XML forbids.

    ``encoding`` names one other than UTF-8. Raises Refused where a byte does not belong to it.
    """
    refuse_other_form(data, path)
    text = characters(data, path, encoding)
    if looks_like_html(path, text):
        text = plain_text(text)
    lines = split_lines(text)
    refuse_other_layout(lines, path)
    if copied(lines):
        lines = with_bullets([*as_dumped(lines)])
    if not FORBIDDEN.search(text):
        return lines, []
    problems = [
        Problem(
            "forbidden-character",
            Place(path, number, found.start() + 1),
            line,
            {"code": f"U+{ord(found.group()):04X}"},
        )
        for number, line in enumerate(lines, start=1)
        for found in FORBIDDEN.finditer(line)
    ]
    return [FORBIDDEN.sub(STAND_IN, line) for line in lines], problems


def split_lines(text: str) -> list[str]:
    """The lines of a text, whatever its system ends them with."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def characters(data: bytes, path: str, encoding: str) -> str:
    """Bytes as text: the byte-order mark decides, else ``encoding``, else what the page declares.

    A page that declares nothing is strict UTF-8.
    """
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), "")
    used = marked or encoding or declared_encoding(data) or "utf-8"
    try:
        return data.decode(used)
    except UnicodeDecodeError as error:
        named = error.encoding if marked else used
        raise Refused(misfit(error, data, path, named)) from None


def misfit(error: UnicodeDecodeError, data: bytes, path: str, encoding: str) -> Problem:
    """The byte that does not belong to the encoding: its line, and where it is in the file.

    A decoder that takes a byte-order mark away counts without it.
    """
    before = error.object[: error.start].decode(encoding, "replace")
    facts = {
        "offset": error.start + len(data) - len(error.object),
        "byte": " ".join(f"{byte:02X}" for byte in error.object[error.start : error.end]),
        "encoding": encoding,
        "guess": guess(data),
    }
    return Problem("wrong-encoding", Place(path, len(split_lines(before))), "", facts)


def guess(data: bytes) -> str:
    """A likely single-byte encoding, only ever named in a hint.

    In cp1251 the letters of Russian are the bytes from C0 up.
    """
    letters = sum(byte >= 0xC0 for byte in data[-20_000:])
    return "cp1251" if letters > len(data[-20_000:]) // 10 else "cp1252"
