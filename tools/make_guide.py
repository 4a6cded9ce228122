"""The guide to the encoding, rendered from the ODD by our stylesheets.

usage: tools/make_guide.py [FOLDER]     writes below FOLDER instead of the project, for the test

schemas/guide.html is the body, which each edition's build puts into a page of its own: it is the
same for all and takes a while, so it is packaged ready. docs/encoding.html is a page that stands
alone, with its styles in it, for the documentation.
"""

import base64
import hashlib
import sys
from pathlib import Path

from saxonche import PySaxonProcessor

PROJECT = Path(__file__).resolve().parent.parent
XSLT = PROJECT / "xslt"
STYLES = ("edition.css", "guide.css", "print.css")
TITLE = "The encoding guide"
PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'">
<meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>{styles}</style></head>
<body class="site-page encoding-page"><main>
<header class="title-page"><h1>{title}</h1></header>
{body}</main></body></html>
"""


def guide(odd: Path) -> str:
    """The body as well-formed XML that is HTML too."""
    with PySaxonProcessor(license=False) as saxon:
        compiler = saxon.new_xslt30_processor()
        compiled = compiler.compile_stylesheet(stylesheet_file=str(XSLT / "guide" / "body.xsl"))
        node = saxon.parse_xml(xml_file_name=str(odd))
        return str(compiled.transform_to_string(xdm_node=node)) + "\n"


def alone(body: str) -> str:
    """A page that needs no other file; its policy allows the styles that stand in it."""
    styles = "\n".join((XSLT / "html/assets" / name).read_text("utf-8") for name in STYLES)
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return PAGE.format(hash=digest, title=TITLE, styles=styles, body=body)


def files() -> dict[str, str]:
    """Both files, by their path in the project."""
    body = guide(PROJECT / "schemas" / "edition.odd")
    return {"schemas/guide.html": body, "docs/encoding.html": alone(body)}


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
