"""Signs between a line and the running text before it, which a note there would interrupt."""

from converter.evidence.cut import CUT
from converter.evidence.echoes import ECHOES
from converter.evidence.notes_before import NOTES_BEFORE
from converter.evidence.on_title import ON_TITLE
from converter.evidence.text_before import TEXT_BEFORE

ANCHOR = (*ON_TITLE, *CUT, *TEXT_BEFORE, *ECHOES, *NOTES_BEFORE)
