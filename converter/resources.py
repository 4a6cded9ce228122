"""Where schemas and stylesheets are: inside the installed package, or beside it in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder ``schemas`` or ``xslt``; FileNotFoundError where an installation lacks it."""
    for place in (PACKAGE / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the installation has no folder '{name}'")


def schema(name: str) -> Path:
    """A schema file by its name, such as ``edition.rng``."""
    return folder("schemas") / name


def stylesheet(name: str) -> Path:
    """A stylesheet by its path below ``xslt``, such as ``html/edition.xsl``."""
    return folder("xslt") / name
