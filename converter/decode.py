"""Decode: from the bytes of a saved page, text or HTML, to its numbered lines."""

import re
from dataclasses import dataclass

from converter.problems import Place, Problem, Refused

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STAND_IN = "\N{REPLACEMENT CHARACTER}"
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
HTML = re.compile(r"<(?:!doctype|html|head|body|div|p)\b", re.IGNORECASE)
LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the saved page, with its number counted from 1."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Nothing visible: white space and no-break spaces are layout here."""
        return not self.text.strip()


def decode(
    data: bytes, path: str, encoding: str = ""
) -> tuple[tuple[SourceLine, ...], list[Problem]]:
    """The lines of a saved page (text or HTML) and a warning for each character XML forbids.

    ``encoding`` names one other than UTF-8. Raises Refused where a byte does not belong to it.
    """
    text = characters(data, path, encoding)
    if looks_like_html(path, text):
        text = plain_text(text)
    lines = [SourceLine(n, line) for n, line in enumerate(LINE_END.split(text), start=1)]
    problems = [
        Problem(
            "forbidden-character",
            Place(path, line.number, found.start() + 1),
            line.text,
            {"code": f"U+{ord(found.group()):04X}"},
        )
        for line in lines
        for found in FORBIDDEN.finditer(line.text)
    ]
    return tuple(SourceLine(x.number, FORBIDDEN.sub(STAND_IN, x.text)) for x in lines), problems


def characters(data: bytes, path: str, encoding: str) -> str:
    """Bytes as text: the byte-order mark decides, else ``encoding``, else strict UTF-8."""
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), "")
    try:
        return data.decode(marked or encoding or "utf-8")
    except UnicodeDecodeError as error:
        named = error.encoding if marked else encoding or "utf-8"
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
    return Problem("wrong-encoding", Place(path, len(LINE_END.split(before))), "", facts)


def guess(data: bytes) -> str:
    """A likely single-byte encoding, only ever named in a hint.

    In cp1251 the letters of Russian are the bytes from C0 up.
    """
    letters = sum(byte >= 0xC0 for byte in data[-20_000:])
    return "cp1251" if letters > len(data[-20_000:]) // 10 else "cp1252"


def looks_like_html(path: str, text: str) -> bool:
    """Saved as HTML, and with tags in it: pages of text may have been given that ending too."""
    return path.lower().endswith((".html", ".htm")) and HTML.search(text[:20_000]) is not None


def plain_text(html: str) -> str:
    """A saved HTML page laid out as the archive's text dumps are."""
    from resiliparse.extract.html2text import extract_plain_text  # slow to load, seldom needed

    return str(
        extract_plain_text(html, preserve_formatting=True, main_content=False, list_bullets=True)
    )
