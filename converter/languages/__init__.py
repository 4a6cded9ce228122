"""What depends on a language: one data file each, read once; and which language a text is in."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, filterfalse
from pathlib import Path
from types import MappingProxyType
from typing import Self

FOLDER = Path(__file__).resolve().parent
UNDETERMINED = "und"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SCRIPTS = {
    "Cyrillic": re.compile("[\u0400-\u04ff]+"),
    "Latin": re.compile("[A-Za-z\u00c0-\u024f]+"),
}
SAMPLE = 20_000  # characters of a text that tell its language


class Words(tuple[str, ...]):
    """A list of words that knows its hash: what is made of it once is looked for on every line."""

    def __new__(cls, words: Iterable[str] = ()) -> Self:
        made = super().__new__(cls, words)
        made.known_hash = tuple.__hash__(made)
        return made

    known_hash: int

    def __hash__(self) -> int:
        return self.known_hash


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language that rules look for; the data files say what each list is for."""

    code: str  # BCP 47
    name: str = "undetermined"
    scripts: tuple[str, ...] = ()
    stop_words: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    date_prepositions: tuple[str, ...] = ()
    date_patterns: tuple[str, ...] = ()
    conversation_titles: tuple[str, ...] = ()
    salutations: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    closing_ends: tuple[str, ...] = (",",)
    postscripts: tuple[str, ...] = ()
    title_sources: tuple[str, ...] = ()
    note_openings: tuple[str, ...] = ()
    note_leanings: tuple[str, ...] = ()
    reference_words: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    person_titles: tuple[str, ...] = ()
    name_particles: tuple[str, ...] = ()
    sentence_openers: tuple[str, ...] = ()
    life_words: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    role_openers: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    pointing_words: tuple[str, ...] = ()
    passage_words: tuple[str, ...] = ()
    language_names: tuple[str, ...] = ()
    witness_words: tuple[str, ...] = ()


@cache
def languages() -> Mapping[str, Language]:
    """All languages by their code.

    Raises TypeError where a data file has a key no rule knows, or a value of the wrong kind.
    """
    return {path.stem: load(path) for path in sorted(FOLDER.glob("*.toml"))}


def load(path: Path) -> Language:
    """The language of one data file, which must have a name and may leave out every other key."""
    data = DataFile(path)
    tongue = Language(
        code=path.stem,
        name=data.text("name"),
        scripts=data.words("scripts"),
        stop_words=frozenset(data.words("stop_words")),
        months=data.numbers("months"),
        date_prepositions=data.words("date_prepositions"),
        date_patterns=data.words("date_patterns"),
        conversation_titles=data.words("conversation_titles"),
        salutations=data.words("salutations"),
        closings=data.words("closings"),
        closing_ends=data.words("closing_ends"),
        postscripts=data.words("postscripts"),
        title_sources=data.words("title_sources"),
        note_openings=data.words("note_openings"),
        note_leanings=data.words("note_leanings"),
        reference_words=data.words("reference_words"),
        remarks=data.words("remarks"),
        person_titles=data.words("person_titles"),
        name_particles=data.words("name_particles"),
        sentence_openers=data.words("sentence_openers"),
        life_words=data.words("life_words"),
        roles=data.words("roles"),
        role_openers=data.words("role_openers"),
        first_person=data.words("first_person"),
        abbreviations=data.words("abbreviations"),
        pronouns=data.words("pronouns"),
        pointing_words=data.words("pointing_words"),
        passage_words=data.words("passage_words"),
        language_names=data.words("language_names"),
        witness_words=data.words("witness_words"),
    )
    data.refuse_the_rest()
    return tongue


class DataFile:
    """The keys of a data file, each taken once and checked; what nobody takes is a mistake."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values: dict[str, object] = tomllib.loads(path.read_text("utf-8"))

    def text(self, key: str) -> str:
        value = self.values.pop(key, None)
        if not isinstance(value, str):
            raise self.wrong(key, "a text")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.wrong(key, "a list of texts")
        return Words(value)

    def numbers(self, key: str) -> Mapping[str, int]:
        value = self.values.pop(key, {})
        if not isinstance(value, dict) or not all(type(n) is int for n in value.values()):
            raise self.wrong(key, "a table of whole numbers")
        return MappingProxyType(value)

    def wrong(self, key: str, wanted: str) -> TypeError:
        return TypeError(f"{self.path}: '{key}' is not {wanted}")

    def refuse_the_rest(self) -> None:
        if self.values:
            raise TypeError(f"{self.path}: no rule knows the key '{next(iter(self.values))}'")


def language(code: str) -> Language:
    """The language of a code; for one without a data file, a language of which nothing is known."""
    known = languages()
    return known[code] if code in known else Language(code)


def script_of(text: str) -> str:
    """The script most letters of a text are in; of its first pages, where it is long."""
    sample = text[:SAMPLE]
    met = [name for name, letters in SCRIPTS.items() if letters.search(sample)]
    if len(met) == 1:
        return met[0]
    return max(SCRIPTS, key=lambda name: sum(map(len, SCRIPTS[name].findall(sample))))


@cache
def telling_words() -> frozenset[str]:
    """The words that tell a language from others, in all the ways they are printed."""
    every = {word for known in languages().values() for word in (*known.stop_words, *known.months)}
    small = {word.lower() for word in every}
    ways = (str.capitalize, str.title, str.upper)
    return frozenset(every | small | {way(word) for way in ways for word in small})


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each telling word stands in a text: as printed, and without regard to case."""

    printed: Counter[str]
    lowered: Counter[str]

    @classmethod
    def of(cls, text: str) -> "Tally":
        # Most of what stands between white space is nothing but letters, and needs no taking apart.
        pieces = text.split()
        rest = WORD.findall(" ".join(filterfalse(str.isalpha, pieces)))
        printed = Counter(
            filter(telling_words().__contains__, chain(filter(str.isalpha, pieces), rest))
        )
        lowered: Counter[str] = Counter()
        for word, times in printed.items():
            lowered[word.lower()] += times
        return cls(printed, lowered)

    def common(self, tongue: Language) -> int:
        """How many words are among the commonest of the language; a month counts twice.

        Case tells nothing, but where the language has a word with a capital only, such as I.
        """
        stop, months = tongue.stop_words, tongue.months
        capitals = (word for word in stop & self.printed.keys() if word.lower() not in stop)
        return (
            sum(self.lowered[word] for word in stop & self.lowered.keys())
            + sum(self.printed[word] for word in capitals)
            + 2 * sum(self.printed[word] for word in months.keys() & self.printed.keys())
        )


def detect(text: str) -> tuple[str, float]:
    """The language of a text and how sure that is, from 0 to 1.

    Its script is looked at first, then its commonest words. Sure means twice as many stop words
    as the next language has, and at least eight of them.
    """
    script = script_of(text)
    tally = Tally.of(text[:SAMPLE])
    candidates = [known for known in languages().values() if script in known.scripts]
    counts = sorted(((tally.common(known), known.code) for known in candidates), reverse=True)
    best, second = counts[0], counts[1][0] if len(counts) > 1 else 0
    if best[0] == 0:
        return UNDETERMINED, 0.0
    return best[1], min(1.0, best[0] / 8) * (1 - second / (2 * best[0]))
