"""What depends on a language: one data file each, read once; and which language a text is in."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).resolve().parent
UNDETERMINED = "und"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SCRIPTS = {"Cyrillic": re.compile("[\u0400-\u04ff]"), "Latin": re.compile("[A-Za-z\u00c0-\u024f]")}


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
    postscripts: tuple[str, ...] = ()
    title_sources: tuple[str, ...] = ()
    note_openings: tuple[str, ...] = ()
    reference_words: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    person_titles: tuple[str, ...] = ()
    name_particles: tuple[str, ...] = ()
    life_words: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    role_openers: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@cache
def languages() -> Mapping[str, Language]:
    """All languages by their code. Raises TypeError where a data file has a key no rule knows."""
    return {path.stem: load(path) for path in sorted(FOLDER.glob("*.toml"))}


def load(path: Path) -> Language:
    data = tomllib.loads(path.read_text("utf-8"))
    kinds = {f.name: f.type for f in fields(Language)}
    values = {
        key: MappingProxyType(value) if key == "months"
        else frozenset(value) if kinds.get(key) == frozenset[str]
        else tuple(value) if isinstance(value, list)
        else value
        for key, value in data.items()
    }  # fmt: skip
    return Language(code=path.stem, **values)


def language(code: str) -> Language:
    """The language of a code; for one without a data file, a language of which nothing is known."""
    return languages().get(code, Language(code))


def detect(text: str) -> tuple[str, float]:
    """The language of a text and how sure that is, from 0 to 1: its script, then its commonest words.

    Sure means twice as many stop words as the next language has, and at least eight of them.
    """
    script = max(SCRIPTS, key=lambda name: len(SCRIPTS[name].findall(text[:20_000])))
    words = [word for word in WORD.findall(text[:20_000])]
    counts = sorted(
        ((sum(word in known.stop_words or word.lower() in known.stop_words for word in words), known.code)
         for known in languages().values() if script in known.scripts),
        reverse=True,
    )  # fmt: skip
    best, second = counts[0], counts[1][0] if len(counts) > 1 else 0
    if best[0] == 0:
        return UNDETERMINED, 0.0
    return best[1], min(1.0, best[0] / 8) * (1 - second / (2 * best[0]))
