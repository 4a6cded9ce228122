"""Saved pages of a digital archive made into a scholarly edition: TEI P5, HTML, plain text.

In Python, ``read`` reads a saved page or a TEI document, ``read_edition`` a whole edition. Nothing
of the program is loaded before it is asked for.
"""

__version__ = "0.1.0"
__all__ = [
    "Citation",
    "Document",
    "Field",
    "Guess",
    "Note",
    "Page",
    "Paragraph",
    "Person",
    "Problem",
    "Refused",
    "SavedPage",
    "__version__",
    "read",
    "read_edition",
]

TYPE_CHECKING = False  # what a type checker takes for true; typing itself need not be loaded
if TYPE_CHECKING:
    from converter.api import (
        Citation,
        Document,
        Field,
        Guess,
        Note,
        Page,
        Paragraph,
        Person,
        Problem,
        Refused,
        SavedPage,
        read,
        read_edition,
    )
else:

    def __getattr__(name: str) -> object:
        """The names of the interface for Python, loaded when one of them is first used."""
        if name not in __all__:
            raise AttributeError(f"module 'converter' has no attribute {name!r}")
        from converter import api

        return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
