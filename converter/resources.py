"""Where schemas, stylesheets and the pages' assets are: in the installed package, or beside it."""

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


def assets() -> dict[str, Path]:
    """Every file that the pages load beside themselves, by its path below their assets folder."""
    top = folder("xslt") / "html" / "assets"
    files = sorted(path for path in top.rglob("*") if path.is_file())
    return {path.relative_to(top).as_posix(): path for path in files}
