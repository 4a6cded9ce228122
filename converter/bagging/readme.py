"""README.txt of a bag: what is in it, and how it is read and checked without this program."""

from collections.abc import Sequence

from converter import __version__

TEXT = """\
A scholarly edition, with what it was made from
===============================================

edition/tei     the edition itself, in TEI P5 (https://tei-c.org): one file a document in the folder
                of its volume, corpus.xml a whole volume, beside them persons, places, sources
edition/text    the same as plain text, in UTF-8
{site}\
edition         report.txt: what was uncertain or wrong when it was made; report.json: the same for
                programs; manifest.json: the sha256 of each file, and the page of each document
{pages}\
schemas         the grammar of the TEI files: RELAX NG (edition.rnc, edition.rng), W3C Schema
                (edition.xsd) and Schematron (edition.sch); grammars of the lists beside them
xslt            the stylesheets (XSLT 3.0) that made pages and texts of the TEI files

Checking
--------
The folder above this one is a bag after RFC 8493. Nothing has changed in it if the checksums of its
manifests hold; in the folder that holds bagit.txt:

    sha256sum --check --quiet manifest-sha256.txt
    sha256sum --check --quiet tagmanifest-sha256.txt

or with any reader of bags. In manifests, %0A, %0D and %25 in a name stand for a line feed, a
carriage return and a per cent sign.

Reading
-------
Every file but images is text in UTF-8. The TEI files hold all that the rest was made from.
{renamed}
Made with converter {version}; with it,

    converter verify edition{named}
{again}"""
SITE = "edition/html    the edition as pages: open index.html in a browser\n"
PAGES = """\
pages           the saved pages as they were given, and beside them the settings and decisions that
                were used: edition.toml, decisions.toml, authorities.xml, persons.xml, weights.json
"""
AGAIN = """
compares each document with its page, and

    converter build pages -o again

makes the same TEI, pages and texts again.
"""
ALONE = "\ncompares the texts with the TEI files.\n"


def readme(site: bool, pages: bool, renamed: Sequence[str]) -> bytes:
    """The file for a bag with or without site and pages; ``renamed`` are new names."""
    names = [f"    {stored}\n" for stored in renamed]
    told = "\nThese files had other names, with signs that not every reader of bags knows:\n\n"
    return TEXT.format(
        site=SITE if site else "",
        pages=PAGES if pages else "",
        renamed=told + "".join(names) if names else "",
        version=__version__,
        named=" pages" if pages else "",
        again=AGAIN if pages else ALONE,
    ).encode()
