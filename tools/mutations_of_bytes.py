"""Ways of spoiling a page that change its bytes or its characters, whatever its lines say."""

import io
import zipfile

from mutation_draw import Draw

CUTS = 50  # places at which pages are cut off


def flipped_bytes(draw: Draw) -> bytes:
    data = bytearray(draw.page)
    for _ in range(draw.chance.randint(1, 8)):
        data[draw.chance.randrange(len(data))] ^= 1 << draw.chance.randrange(8)
    return bytes(data)


def cut_off(draw: Draw) -> bytes:
    return draw.page[: len(draw.page) * (draw.turn % CUTS) // CUTS]


ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "cp1252", "koi8-r", "cp866")


def other_encoding(draw: Draw) -> bytes:
    text = draw.page.decode()
    if draw.turn % 3:
        return text.encode(ENCODINGS[draw.turn % len(ENCODINGS)], "replace")
    once = draw.page.decode(draw.chance.choice(("cp1252", "latin-1", "cp1251")), "replace")
    return once.encode(draw.chance.choice(("utf-8", "utf-8-sig")))


BAD_BYTES = (
    b"\xff",
    b"\xc3",
    b"\xe2\x80",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x80",
)


def bad_bytes(draw: Draw) -> bytes:
    data = draw.page
    for _ in range(draw.chance.randint(1, 3)):
        at = draw.chance.randrange(len(data))
        data = data[:at] + draw.chance.choice(BAD_BYTES) + data[at:]
    return data


def packed(name: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()


def another_file(draw: Draw) -> bytes:
    made = (
        b"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b" \n\t\r\n\n",
        "\u00a0\n\u3000\n\ufeff\n".encode(),
        b"\x00" * 500,
        packed("page.txt", draw.page),
        b"%PDF-1.7\n" + draw.page,
        b"\x89PNG\r\n\x1a\n" + draw.chance.randbytes(300),
        draw.chance.randbytes(draw.chance.randint(1, 2000)),
        b"bplist00" + draw.page[:200],
        b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n" + draw.page,
        draw.page + packed("page.txt", draw.other),
        b"\xef\xbb\xbf\xef\xbb\xbf" + draw.page,
        b"<?xml version='1.0'?><TEI/>\n",
    )
    return made[draw.turn % len(made)]


CONTROLS = [chr(n) for n in (*range(9), *range(14, 32), *range(127, 160))]
LINE_ENDS = (
    *("\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\r", "\r\n", "\n\r"),
)
NO_CHARACTERS = (
    *("\ufffe", "\uffff", "\ufdd0", "\U0001ffff", "\U0010fffe", "\ud800", "\udc80", "\ud83d"),
)
ESCAPES = (
    *("\x1b[31m", "\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\x1b]8;;https://x\x1b\\", "\x08" * 9),
    *("\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\u2060", "\ufeff"),
    *("\u00ad", "\u034f", "\U000e0041", "a" + "\u0301" * 40, "\r\x1b[K"),
)
MARKUP = (
    *("<b>", "</p>", "<p xml:id='p1'>", "<script>alert(1)</script>", "</script><script>x()"),
    *("<!--", "-->", "<![CDATA[", "]]>", "<?php x ?>", "&amp;", "&#0;", "&x;", "&lt;script&gt;"),
    *("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "\"onmouseover=\"x()", "'><img>"),
    *("javascript:alert(1)", "https://a.example/?a=1&b=<c>", "</text></TEI>", "{$x}", "</title>"),
    *("<svg onload=x()>", "<a href='javascript:x()'>a</a>", "</style>", "<TEI xmlns='urn:x'>"),
)  # fmt: skip


def line_ends(draw: Draw) -> bytes:
    """Ends of lines of other systems, all of them or mixed; characters that some take for one."""
    if draw.turn % 3:
        return draw.put_in(LINE_ENDS, most=12)
    ends = draw.chance.sample(("\n", "\r\n", "\r"), draw.chance.randint(1, 3))
    made = "".join(line + draw.chance.choice(ends) for line in draw.lines())
    return made.encode()
