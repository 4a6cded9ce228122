"""Facts of a life: what descriptions of two people of one name say for and against one person."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

YEAR = r"1[0-9]\d\d|20\d\d"
SPAN = re.compile(rf"(?:[;,(]|\A) ?({YEAR}) ?[–—-] ?({YEAR})(?=[).;]|\s*\Z)")
BORN = re.compile(
    rf"(?:\b(?:born|b\.|geb\.|geboren|née? en|р\.|род\.|родился|родилась)|\*)"
    rf"(?: in| on| am)?(?: [^;,.\d]{{0,20}}\d{{0,2}}[^;,.\d]{{0,12}})?? ?({YEAR})"
)
DIED = re.compile(
    rf"(?:\b(?:died|d\.|gest\.|gestorben|mort en|ум\.|умер|умерла)|†)"
    rf"(?: in| on| am)?(?: [^;,.\d]{{0,20}}\d{{0,2}}[^;,.\d]{{0,12}})?? ?({YEAR})"
)
SHORTEST, LONGEST = 12, 112  # years of a life; a shorter span is a term of office
TELLING = 4  # letters that a word must have to say something
WORD = re.compile(r"[^\W\d_]+")


class Bearing(Enum):
    """What two descriptions say to each other."""

    AGREE = "something that one says, the other says too"
    SILENT = "one of them says nothing"
    APART = "both say something, and have nothing in common"
    CONTRADICT = "the years of one life are not those of the other"


@dataclass(frozen=True, slots=True)
class Life:
    """Years of birth and death as a description has them, and its telling words; 0: not said.

    >>> life = life_of("pilot of Port Amsel, 1901–1938; 1871–1944.")
    >>> life.birth, life.death, sorted(life.words)
    (1871, 1944, ['amsel', 'pilot', 'port'])
    >>> life_of("keeper of the buoy depot, 1924–40; died 1955.").death
    1955
    """

    birth: int = 0
    death: int = 0
    words: frozenset[str] = frozenset()

    @property
    def is_known(self) -> bool:
        return bool(self.birth or self.death or self.words)

    def bears_on(self, other: "Life") -> Bearing:
        pairs = ((self.birth, other.birth), (self.death, other.death))
        both = [(one, two) for one, two in pairs if one and two]
        if any(one != two for one, two in both):
            return Bearing.CONTRADICT
        if both or self.words & other.words:
            return Bearing.AGREE
        return Bearing.APART if self.is_known and other.is_known else Bearing.SILENT

    def lives_as(self, other: "Life") -> bool:
        """Both years of both are known, and the same: enough to know a person in another script."""
        return 0 not in (self.birth, self.death) and self.years == other.years

    @property
    def years(self) -> tuple[int, int]:
        return self.birth, self.death


@cache  # one description returns in many documents
def life_of(description: str) -> Life:
    words = {word.casefold() for word in WORD.findall(description) if len(word) >= TELLING}
    spans = [(int(one), int(two)) for one, two in SPAN.findall(description)]
    lives = [span for span in spans if SHORTEST <= span[1] - span[0] <= LONGEST]
    if lives:
        return Life(*lives[-1], frozenset(words))
    birth, death = BORN.search(description), DIED.search(description)
    return Life(
        int(birth.group(1)) if birth else 0, int(death.group(1)) if death else 0, frozenset(words)
    )
