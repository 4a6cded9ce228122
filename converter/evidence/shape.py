"""Signs in the shape of a line: its form, its place, parts of letters, and its neighbours."""

from converter.evidence.form import FORM
from converter.evidence.letters import LETTERS
from converter.evidence.neighbours import NEIGHBOURS
from converter.evidence.place import PLACE

SHAPE = (*FORM, *PLACE, *LETTERS, *NEIGHBOURS)
