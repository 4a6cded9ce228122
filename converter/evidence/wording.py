"""Signs in the wording of a line: references, persons, who speaks, and its texture."""

from converter.evidence.persons import PERSONS
from converter.evidence.references import REFERENCES
from converter.evidence.texture import TEXTURE
from converter.evidence.voices import VOICES

WORDING = (*REFERENCES, *PERSONS, *VOICES, *TEXTURE)
