"""The interface for Python: saved pages and TEI documents as values, for notebooks and scripts.

``read`` and ``read_edition`` are where to begin. What they give is frozen: a value can be kept,
compared, put into a set or handed to another process, and nothing done with it changes a file.
"""

from converter.api.document import Document
from converter.api.reading import read, read_edition
from converter.api.saved_page import SavedPage
from converter.api.values import Citation, Field, Note, Page, Paragraph, Person
from converter.guesses import Guess
from converter.problems import Problem, Refused

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
    "read",
    "read_edition",
]
